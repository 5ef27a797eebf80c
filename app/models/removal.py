"""The bin: what was deleted, each removal with all that stood beneath it, until it is put back or its time is over.

Rows stay where they are and only name their removal, so that putting them back is to forget it: the place, the order
and everything said about them is still there.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, ForeignKey, Index, Select, String, Text, Update, insert, select, update
from sqlalchemy.orm import Mapped, aliased, mapped_column

from app.clock import new_uid, now
from app.db import Model
from app.models.element import Element
from app.models.goal import Goal
from app.models.info import Info
from app.models.item import Item
from app.models.pitch_point import PitchPoint
from app.models.place import Place
from app.models.question import Question
from app.models.requirement import Requirement
from app.models.responsibility import Responsibility
from app.models.section import Section
from app.models.signal import Signal
from app.models.step import Step
from app.models.strength import Strength
from app.models.task import Task
from app.models.transfer import Transfer

ITEMS: tuple[type[Item], ...] = (
    Info,
    Responsibility,
    Requirement,
    Strength,
    Transfer,
    Question,
    Signal,
    PitchPoint,
    Goal,
    Task,
    Step,
)
ELEMENTS: tuple[type[Element], ...] = (Section, *ITEMS)
Nested = type[Section] | type[Signal] | type[Step]


class Removal(Model):
    """One deletion: `noun` and `label` tell what of, `restored_at` that it was taken back."""

    __tablename__ = "removal"

    workbook_id: Mapped[int] = mapped_column(ForeignKey("workbook.id", ondelete="CASCADE"), sort_order=-4)
    noun: Mapped[str] = mapped_column(String(16))
    label: Mapped[str] = mapped_column(Text)
    restored_at: Mapped[datetime | None]

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (Index(None, "owner_id", "workbook_id"),)

    @classmethod
    def of(cls, connection: Connection, model: type[Element], place: Place) -> str:
        """Put one thing into the bin with all beneath it; gives the removal's public id. It must not lie there yet."""
        uid = new_uid()
        head = getattr(model, model.WORDING[0])
        label = connection.execute(select(head).where(model.id == place.id)).scalar_one()
        row = insert(cls).values(
            uid=uid,
            owner_id=place.owner_id,
            workbook_id=place.workbook_id,
            noun=model.__tablename__,
            label=label,
        )
        removal = connection.execute(row.returning(cls.id)).scalar_one()
        for statement in _with_all_beneath(model, place.id, removal):
            connection.execute(statement.values(removal_id=removal, updated_at=now()))
        return uid

    @classmethod
    def put_back(cls, connection: Connection, key: int) -> None:
        """Take everything of one removal out of the bin, to its place. What it stands in comes back with it."""
        for model in ELEMENTS:
            gone = select(model.id).where(model.removal_id == key)
            for above in _what_holds(model, gone):
                connection.execute(above.values(removal_id=None, updated_at=now()))
        for model in ELEMENTS:
            connection.execute(update(model).where(model.removal_id == key).values(removal_id=None, updated_at=now()))
        connection.execute(update(cls).where(cls.id == key, cls.restored_at.is_(None)).values(restored_at=now()))


def _with_all_beneath(model: type[Element], key: int, removal: int) -> Iterator[Update]:
    """What to mark: the thing itself first. What lies in the bin already stays with its own removal."""
    if model in (Section, Signal, Step):
        yield _live(model).where(model.id.in_(_subtree(model, key)))
    else:
        yield _live(model).where(model.id == key)
    if model is Section:
        here = select(Section.id).where(Section.removal_id == removal)
        yield from (_live(item).where(item.section_id.in_(here)) for item in ITEMS)
    elif model is Goal:
        yield _live(Step).where(Step.goal_id == key)
    elif model is Task:
        yield _live(Step).where(Step.task_id == key)


def _live(model: type[Element]) -> Update:
    return update(model).where(model.removal_id.is_(None))


def _what_holds(model: type[Element], gone: Select[Any]) -> Iterator[Update]:
    """The rows in the bin, of other removals, that these rows stand in."""
    if model in (Section, Signal, Step):
        yield _binned(model).where(model.id.in_(_ancestry(model, gone)))
    if model is Step:
        for owner, column in ((Goal, Step.goal_id), (Task, Step.task_id)):
            yield _binned(owner).where(owner.id.in_(select(column).where(Step.id.in_(gone))))
    if issubclass(model, Item):
        homes = select(model.section_id).where(model.id.in_(gone))
        yield _binned(Section).where(Section.id.in_(_ancestry(Section, homes)))


def _binned(model: type[Element]) -> Update:
    return update(model).where(model.removal_id.is_not(None))


def _subtree(model: type[Element], key: int) -> Select[Any]:
    """The keys of a row and of all beneath it, of the same table."""
    rows: Any = model
    below = select(rows.id).where(rows.id == key).cte("below", recursive=True)
    child = aliased(rows)
    below = below.union_all(select(child.id).join(below, child.parent_id == below.c.id))
    return select(below.c.id)


def _ancestry(model: type[Element], keys: Select[Any]) -> Select[Any]:
    """The keys of these rows and of all above them, of the same table."""
    rows: Any = model
    above = select(rows.id, rows.parent_id).where(rows.id.in_(keys)).cte("above", recursive=True)
    parent = aliased(rows)
    above = above.union(select(parent.id, parent.parent_id).join(above, parent.id == above.c.parent_id))
    return select(above.c.id)
