"""Places between places: positions are sparse, so that adding or moving one thing writes one row."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Subquery, bindparam, func, literal, or_, select, union_all, update

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


def positions_after(
    connection: Connection, siblings: Sequence[Select[Any]], uid: str | None, count: int = 1
) -> list[int]:
    """Free positions, one behind the other, right after the sibling of that id, or before all (None).

    What lies in the bin keeps its place too. Raises NotHere where no sibling has that id. At most one addition in
    thousands finds no room; then its siblings are laid anew.
    """
    return _room(connection, siblings, uid, _around(connection, siblings, uid), count)


def position_of_move(
    connection: Connection, siblings: Sequence[Select[Any]], model: type[Item], key: int, uid: str | None
) -> int:
    """The position of something that moves there, right after that sibling; its own where it stands there already."""
    at = connection.scalar(select(_itself(siblings, model, key).c.position))
    rest = others(siblings, model, key)
    before, after = _around(connection, rest, uid)
    if at is not None and (before is None or before < at) and (after is None or at < after):
        return int(at)
    return _room(connection, rest, uid, (before, after), 1)[0]


def others(siblings: Sequence[Select[Any]], model: type[Item], key: int) -> list[Select[Any]]:
    """The siblings without one of them."""
    held = union_all(*siblings).subquery()
    return [select(held).where(or_(held.c.noun != model.__tablename__, held.c.id != key))]


def last_of(connection: Connection, siblings: Sequence[Select[Any]]) -> str | None:
    """The id of the last sibling that is not in the bin, None where there is none."""
    held = union_all(*siblings).subquery()
    last = select(held.c.uid).where(held.c.removal_id.is_(None)).order_by(held.c.position.desc(), held.c.id.desc())
    return connection.scalar(last.limit(1))


def between(before: int | None, after: int | None, count: int = 1) -> list[int]:
    """`count` positions between two, either of which may be missing; none where there is no room."""
    if after is None:
        start = 0 if before is None else before + ROOM
        return [start + ROOM * place for place in range(count)]
    if before is None:
        return [after - ROOM * place for place in range(count, 0, -1)]
    step = min((after - before) // (count + 1), NEAR)
    return [before + step * place for place in range(1, count + 1)] if step else []


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


def _itself(siblings: Sequence[Select[Any]], model: type[Item], key: int) -> Subquery:
    held = union_all(*siblings).subquery()
    return select(held).where(held.c.noun == model.__tablename__, held.c.id == key).subquery()


def _around(connection: Connection, siblings: Sequence[Select[Any]], uid: str | None) -> tuple[int | None, int | None]:
    """The positions between which something is right after the sibling of that id, or before all."""
    held = union_all(*siblings).subquery()
    before = None
    if uid is not None:
        before = connection.scalar(select(held.c.position).where(held.c.uid == uid))
        if before is None:
            raise NotHere(uid)
    following = select(func.min(held.c.position))
    return before, connection.scalar(following if before is None else following.where(held.c.position > before))


def _room(
    connection: Connection,
    siblings: Sequence[Select[Any]],
    uid: str | None,
    around: tuple[int | None, int | None],
    count: int,
) -> list[int]:
    if found := between(*around, count):
        return found
    _lay_anew(connection, siblings)
    return between(*_around(connection, siblings, uid), count)


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
    return select(literal(model.__tablename__).label("noun"), model.id, model.uid, model.position, model.removal_id)
