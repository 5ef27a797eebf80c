"""Where on a sheet a thing may stand: which section takes which kind, and what stands beneath what."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, Select, select
from werkzeug.exceptions import UnprocessableEntity

from app.language import gettext as _
from app.models import (
    Goal,
    Info,
    Item,
    PitchPoint,
    Question,
    Requirement,
    Responsibility,
    Section,
    Signal,
    Step,
    Strength,
    Task,
    Transfer,
)
from app.models.order import among_items, beneath
from app.models.removal import alone_in
from app.web.access import place
from app.web.kinds import KINDS

HOLDS: dict[str, type[Item]] = {
    "info": Info,
    "responsibilities": Responsibility,
    "requirements": Requirement,
    "strengths": Strength,
    "transfers": Transfer,
    "questions": Question,
    "signals": Signal,
    "pitch_points": PitchPoint,
    "goals": Goal,
    "tasks": Task,
    "notes": Task,
    "document": Task,
}
Found = Row[*tuple[Any, ...]]
SPECIAL = ("questions", "signals", "goals")  # a box there is no task
DEEPEST = 20  # steps beneath steps: what indentation can still tell apart


def takes(section_kind: str, model: type[Item]) -> bool:
    """Whether a reader of the file finds a thing of this kind in a section of that kind."""
    return HOLDS[section_kind] is model or (model is Task and section_kind not in SPECIAL)


@dataclass(frozen=True)
class Spot:
    """A place for an item: its section, what it stands beneath there, and those it stands among."""

    section: Found
    siblings: list[Select[Any]]
    above: dict[str, int | None] = field(default_factory=dict)

    def says(self) -> dict[str, str]:
        """What the section's heading says of a question, a signal or a goal."""
        told = {name: getattr(self.section, name) for name in ("direction", "polarity", "horizon")}
        return {name: value for name, value in told.items() if value is not None}


def spot_in(connection: Connection, model: type[Item], workbook: str, section: str) -> Spot:
    """Directly in a section. 404 and 410 as `place`; 422 where it would be read as something else there."""
    key = place(connection, Section, workbook, section).id
    row = section_of(connection, key)
    if model is Step or not (takes(row.kind, model) or _stands_there(connection, model, key)):
        raise UnprocessableEntity(_("That cannot stand in this section: it would be read as something else."))
    return Spot(row, among_items(key), top_of(model))


def section_of(connection: Connection, key: int) -> Found:
    """What placing needs of a section."""
    found: Found = connection.execute(_SECTION.where(Section.id == key)).one()
    return found


def top_of(model: type[Item]) -> dict[str, int | None]:
    """The columns that say that a thing stands beneath nothing but its section."""
    return {"parent_id": None} if model is Signal else {}


def spot_beneath(connection: Connection, model: type[Item], workbook: str, under: str, moving: int = 0) -> Spot:
    """Beneath a goal, a task, a step or a signal: `under` is its kind and id (`goals/0190…`).

    422 where nothing of that kind can stand there, where that is too deep, or within what is being moved.
    """
    kind, _slash, uid = under.partition("/")
    holder = KINDS.get(kind)
    if not (model is Step and holder in (Goal, Task, Step)) and not (model is Signal and holder is Signal):
        raise UnprocessableEntity(_("“%(value)s” is not a choice for “%(name)s”.", value=under[:40], name="under"))
    assert holder is not None and issubclass(holder, Item)
    key = place(connection, holder, workbook, uid).id
    home = select(holder.section_id).where(holder.id == key).scalar_subquery()
    section: Found = connection.execute(_SECTION.where(Section.id == home)).one()
    if holder is Signal:
        _check_depth(connection, Signal, section.workbook_id, key, moving)
        return Spot(section, beneath(Signal, ("parent_id", key)), {"parent_id": key})
    if holder is Step:
        _check_depth(connection, Step, section.workbook_id, key, moving)
        row = connection.execute(select(Step.goal_id, Step.task_id).where(Step.id == key)).one()
        roots = {"goal_id": row.goal_id, "task_id": row.task_id}
        return Spot(section, beneath(Step, ("parent_id", key)), roots | {"parent_id": key})
    column = f"{holder.__tablename__}_id"
    nothing: dict[str, int | None] = dict.fromkeys(("goal_id", "task_id", "parent_id"))
    return Spot(section, beneath(Step, (column, key)), nothing | {column: key})


def _stands_there(connection: Connection, model: type[Item], section_id: int) -> bool:
    """A sheet without headings is read by what it holds already."""
    held = select(model.id).where(model.section_id == section_id, model.removal_id.is_(None))
    return connection.scalar(held.limit(1)) is not None


def _check_depth(
    connection: Connection, model: type[Step] | type[Signal], workbook_id: int, key: int, moving: int
) -> None:
    if moving:
        alone_in(connection, workbook_id)  # two that each go beneath the other would be out of reach for good
    here = select(model.id, model.parent_id).where(model.workbook_id == workbook_id)
    above = {row.id: row.parent_id for row in connection.execute(here)}
    chains = {row: _chain(above, row) for row in above}
    if moving in chains[key]:
        raise UnprocessableEntity(_("It cannot stand beneath itself."))
    height = max((chain.index(moving) + 1 for chain in chains.values() if moving in chain), default=1)
    if len(chains[key]) + height > DEEPEST and above.get(moving) != key:
        raise UnprocessableEntity(_("That is too deep: at most %(limit)s levels.", limit=DEEPEST))


def _chain(above: dict[int, int | None], key: int) -> list[int]:
    """A row and all it stands beneath, from the inside out."""
    chain: list[int] = []
    at: int | None = key
    while at is not None:
        chain.append(at)
        at = above[at]
    return chain


_SECTION = select(
    Section.id,
    Section.uid,
    Section.owner_id,
    Section.workbook_id,
    Section.kind,
    Section.direction,
    Section.polarity,
    Section.horizon,
)
