"""The bin: what was deleted, each removal with all that stood beneath it, until it is put back or its time is over.

Rows stay where they are and only name their removal, so that putting them back is to forget it: the place, the order
and everything said about them is still there.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    Connection,
    ForeignKey,
    Index,
    Select,
    String,
    Text,
    Update,
    delete,
    exists,
    insert,
    literal,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.clock import new_uid, now
from app.db import Model
from app.models.answer import Answer
from app.models.conflict import Conflict
from app.models.element import Element
from app.models.follow_up import FollowUp
from app.models.goal import Goal
from app.models.info import Info
from app.models.item import Item
from app.models.mark import Mark
from app.models.pitch_point import PitchPoint
from app.models.place import Place
from app.models.question import Question
from app.models.requirement import Requirement
from app.models.responsibility import Responsibility
from app.models.revision import Revision
from app.models.round import Round
from app.models.section import Section
from app.models.signal import Signal
from app.models.step import Step
from app.models.strength import Strength
from app.models.task import Task
from app.models.transfer import Transfer
from app.models.tree import ancestry, subtree
from app.models.workbook import Workbook

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
Thing = type[Element] | type[Round] | type[FollowUp]  # what can be removed
THINGS: tuple[Thing, ...] = (*ELEMENTS, Round, FollowUp)
NESTED = (Section, Signal, Step)
STAYS = timedelta(days=30)  # how long the bin keeps what was put there


class Removal(Model):
    """One deletion: `noun` and `label` tell what of, `restored_at` that nothing of it lies in the bin any more.

    Where a section was told to hold something else, `section_id` names it and `former` is what it was told before (""
    for nothing): what went then is read as other things now, and its lines stay in the file. `became` has for the ids
    of what went those of what is read in its place.

    What lives stands only in what lives: putting a thing back brings back what it stands in. So whatever lies beneath
    another thing went no later than that, and what goes for good takes nothing younger with it.
    """

    __tablename__ = "removal"

    workbook_id: Mapped[int] = mapped_column(ForeignKey("workbook.id", ondelete="CASCADE"), sort_order=-4)
    noun: Mapped[str] = mapped_column(String(16))
    label: Mapped[str] = mapped_column(Text)
    restored_at: Mapped[datetime | None]
    section_id: Mapped[int | None] = mapped_column(
        ForeignKey("section.id", ondelete="CASCADE", use_alter=True), index=True
    )
    former: Mapped[str | None] = mapped_column(String(32))
    became: Mapped[dict[str, str]] = mapped_column(JSON, default=dict, server_default="{}")

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (Index(None, "owner_id", "workbook_id"),)

    @classmethod
    def of(cls, connection: Connection, model: Thing, place: Place, called: str = "") -> str:
        """Put one thing into the bin with all beneath it; gives the removal's public id. It must not lie there yet.

        `called` is what the bin calls a thing that has no words of its own.
        """
        alone_in(connection, place.workbook_id)
        uid = new_uid()
        head = getattr(model, model.WORDING[0])
        label = connection.execute(select(head).where(model.id == place.id)).scalar_one()
        row = insert(cls).values(
            uid=uid,
            owner_id=place.owner_id,
            workbook_id=place.workbook_id,
            noun=model.__tablename__,
            label=label or called,
        )
        removal = connection.execute(row.returning(cls.id)).scalar_one()
        for statement in _with_all_beneath(model, place.id, removal):
            connection.execute(statement.values(removal_id=removal, updated_at=now()))
        return uid

    @classmethod
    def put_back(cls, connection: Connection, key: int) -> None:
        """Take everything of one removal out of the bin, to its place. What it stands in comes back with it.

        Again, it changes nothing. A removal of which nothing is left, because it came back so, counts as restored.
        """
        workbook_id = connection.execute(select(cls.workbook_id).where(cls.id == key)).scalar_one()
        alone_in(connection, workbook_id)
        nouns = set(connection.scalars(_kinds_in(key)))
        for model in THINGS:
            if model.__tablename__ in nouns:
                for statement in _with_all_above(model, key):
                    connection.execute(statement.values(removal_id=None, updated_at=now()))
        whole = cls.workbook_id == workbook_id, cls.restored_at.is_(None), ~or_(*map(_holds, THINGS))
        connection.execute(update(cls).where(*whole).values(restored_at=now()))

    @classmethod
    def purge(cls, connection: Connection, before: datetime) -> None:
        """Delete for good what was removed before an instant, with all that was said about it.

        Its lines of the source are told to the workbook first, so that the export stays what it was.
        """
        old = select(cls.id).where(cls.created_at < before)
        if connection.execute(old.limit(1)).first() is None:
            return
        for workbook_id, lines in _lines_of(connection, old).items():
            Workbook.lose(connection, workbook_id, lines)
        for noun, rows in _rows_of(old):
            for told in (Revision, Conflict):
                connection.execute(delete(told).where(told.noun == noun, told.row_id.in_(rows)))
        connection.execute(delete(cls).where(cls.created_at < before))


def alone_in(connection: Connection, workbook_id: int) -> None:
    """On PostgreSQL nothing is added to the workbook until this is committed, for it could stand in what is going."""
    connection.execute(select(Workbook.id).where(Workbook.id == workbook_id).with_for_update())


def _with_all_beneath(model: Thing, key: int, removal: int) -> Iterator[Update]:
    """What to mark: the thing itself first. What lies in the bin already stays with its own removal."""
    yield _live(model).where(model.id.in_(subtree(model, key)) if model in NESTED else model.id == key)
    if model is Section:
        here = select(Section.id).where(Section.removal_id == removal)
        yield from (_live(item).where(item.section_id.in_(here)) for item in ITEMS)
    elif model is Goal:
        yield _live(Step).where(Step.goal_id == key)
    elif model is Task:
        yield _live(Step).where(Step.task_id == key)


def _live(model: Thing) -> Update:
    return update(model).where(model.removal_id.is_(None))


def _kinds_in(key: int) -> Any:
    """The tables that have rows of a removal, by name."""
    return union_all(*(select(literal(model.__tablename__)).where(_in(model, key)) for model in THINGS))


def _in(model: Thing, key: int) -> Any:
    return exists().where(model.removal_id == key)


def _holds(model: Thing) -> Any:
    return exists().where(model.removal_id == Removal.id)


def _with_all_above(model: Thing, key: int) -> Iterator[Update]:
    """The rows in the bin to put back for these of one removal: first what they stand in, of whatever removal."""
    rows = select(model.id).where(model.removal_id == key)
    if model in NESTED:
        rows = ancestry(model, rows)
    if issubclass(model, Item):
        homes = select(model.section_id).where(model.id.in_(rows))
        yield _binned(Section).where(Section.id.in_(ancestry(Section, homes)))
    if model is Step:
        yield _binned(Goal).where(Goal.id.in_(select(Step.goal_id).where(Step.id.in_(rows))))
        yield _binned(Task).where(Task.id.in_(select(Step.task_id).where(Step.id.in_(rows))))
    if model is FollowUp:
        yield _binned(Round).where(Round.id.in_(select(FollowUp.round_id).where(FollowUp.id.in_(rows))))
    yield _binned(model).where(model.id.in_(rows))


def _binned(model: Thing) -> Update:
    return update(model).where(model.removal_id.is_not(None))


def _lines_of(connection: Connection, removals: Select[Any]) -> dict[int, list[tuple[int, int]]]:
    """The lines of the source that the things of these removals stand on, by workbook."""
    retold = select(Removal.id).where(Removal.section_id.is_not(None))
    spans = union_all(
        *(
            select(model.workbook_id, model.first_line, model.last_line).where(
                model.removal_id.in_(removals), model.first_line.is_not(None), model.removal_id.not_in(retold)
            )
            for model in ELEMENTS
        )
    )
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in connection.execute(spans):
        found[row.workbook_id].append((row.first_line, row.last_line))
    return found


def _rows_of(removals: Select[Any]) -> Iterator[tuple[str, Select[Any]]]:
    """The keys of all that has a history and goes with these removals, by table."""
    for model in THINGS:
        yield model.__tablename__, select(model.id).where(model.removal_id.in_(removals))
    held = select(Round.id).where(Round.removal_id.in_(removals))
    asked = select(Question.id).where(Question.removal_id.in_(removals))
    yield Answer.__tablename__, select(Answer.id).where(or_(Answer.question_id.in_(asked), Answer.round_id.in_(held)))
    seen = select(Signal.id).where(Signal.removal_id.in_(removals))
    yield Mark.__tablename__, select(Mark.id).where(or_(Mark.signal_id.in_(seen), Mark.round_id.in_(held)))
