"""Places between places: positions are sparse, so that adding or moving one thing writes one row."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, bindparam, func, literal, select, union_all, update

from app.models.item import Item
from app.models.removal import ITEMS
from app.models.signal import Signal
from app.models.step import Step

ROOM = 1 << 30  # between two positions that are laid anew; an import leaves as much
NEAR = 1 << 20  # one thing after the other is added this close, so that thousands fit before the room is halved

Row = TypeVar("Row", bound=Any)
_POSITION = attrgetter("position")
Above = tuple[str, int]  # the column of a step or a signal that names what it stands beneath, and its key


class NotHere(LookupError):
    """What something should come after does not stand in that place."""


def among_items(section_id: int) -> list[Select[Any]]:
    """The things that stand directly in a section, of every kind."""
    tops = [model for model in ITEMS if model is not Step]
    return [
        _of(model).where(model.section_id == section_id, *([Signal.parent_id.is_(None)] if model is Signal else []))
        for model in tops
    ]


def beneath(model: type[Step] | type[Signal], above: Above) -> list[Select[Any]]:
    """The things that stand directly beneath a goal, a task, a step or a signal."""
    column, key = above
    own = [getattr(model, column) == key]
    if model is Step and column != "parent_id":
        own.append(Step.parent_id.is_(None))
    return [_of(model).where(*own)]


def position_after(connection: Connection, siblings: Sequence[Select[Any]], uid: str | None) -> int:
    """A free position right after the sibling of that id, or before all (None).

    What lies in the bin keeps its place too. Raises NotHere where no sibling has that id. At most one row in
    thousands of additions finds no room; then its siblings are laid anew.
    """
    held = union_all(*siblings).subquery()
    before = None
    if uid is not None:
        before = connection.scalar(select(held.c.position).where(held.c.uid == uid))
        if before is None:
            raise NotHere(uid)
    following = select(func.min(held.c.position))
    after = connection.scalar(following if before is None else following.where(held.c.position > before))
    position = between(before, after)
    if position is not None:
        return position
    _lay_anew(connection, siblings)
    return position_after(connection, siblings, uid)


def last_position(connection: Connection, siblings: Sequence[Select[Any]]) -> int:
    """A free position behind all siblings."""
    held = union_all(*siblings).subquery()
    return between(connection.scalar(select(func.max(held.c.position))), None) or 0


def between(before: int | None, after: int | None) -> int | None:
    """A position between two, either of which may be missing; None where there is no room."""
    if before is None:
        return 0 if after is None else after - ROOM
    if after is None:
        return before + ROOM
    middle = before + min((after - before) // 2, NEAR)
    return middle if middle > before else None


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Rows of one table that may stand beneath each other: each with what stands beneath it right behind it.

    They come in the order of their sections and positions; those beneath another have its key as `parent_id`.
    """
    below: dict[int | None, list[Row]] = {}
    for row in rows:
        below.setdefault(row.parent_id, []).append(row)
    found: list[Row] = []
    todo = below.get(None, [])[::-1]
    while todo:
        row = todo.pop()
        found.append(row)
        if row.id in below:
            todo += sorted(below[row.id], key=_POSITION, reverse=True)
    return found


def _lay_anew(connection: Connection, siblings: Sequence[Select[Any]]) -> None:
    held = union_all(*siblings).subquery()
    rows = connection.execute(select(held).order_by(held.c.position, held.c.noun, held.c.id)).all()
    for model in ITEMS:
        noun = model.__tablename__
        laid = [{"key": row.id, "to": (place + 1) * ROOM} for place, row in enumerate(rows) if row.noun == noun]
        if laid:
            here = update(model).where(model.id == bindparam("key")).values(position=bindparam("to"))
            connection.execute(here, laid)


def _of(model: type[Item]) -> Select[Any]:
    return select(literal(model.__tablename__).label("noun"), model.id, model.uid, model.position)
