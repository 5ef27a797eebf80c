"""What lies in the bin because sections were told to hold something else, and how it is found again."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, bindparam, exists, literal, or_, select, update

from app.clock import now
from app.exchange.converted import words_as, words_of
from app.exchange.retold import Stand
from app.models import ELEMENTS, ITEMS, Element, Item, Removal, Signal, Step
from app.web.kinds import kind_of

STEPPED = {"goals": "goal_id", "tasks": "task_id"}  # what steps stand beneath, and the column that names it
_MOST = 500  # keys in one statement


class Row(NamedTuple):
    """A thing in the bin, of the list `name`; `told` is what its section was told to hold when it stood there."""

    name: str
    uid: str
    words: tuple[str, str]
    id: int
    line: int | None
    version: int
    position: int
    section: int
    told: str


class Binned:
    """All such things of one workbook, read for one telling; each comes back once."""

    def __init__(self, connection: Connection, workbook_id: int) -> None:
        self._rows: dict[str, Row] = {}
        self._by_line: dict[tuple[str, int], str] = {}
        for model in ITEMS:
            if model is not Step:
                self._read(connection.execute(_things(model), {"workbook": workbook_id}), model)
        pairs = [pair for became in connection.scalars(_BECAME, {"workbook": workbook_id}) for pair in became.items()]
        self._became = dict(pairs)
        self._before: dict[str, list[str]] = {}
        for old, new in pairs:
            self._before.setdefault(new, []).append(old)

    def _read(self, rows: Any, model: type[Item]) -> None:
        name = kind_of(model)
        for row in rows:
            uid, head, tail, *rest = row
            made = Row(name, uid, (head, tail), *rest)
            self._rows[row.uid] = made
            if made.line is not None:
                self._by_line[name, made.line] = row.uid

    def take(self, stand: Stand) -> Row | None:
        """The thing that stood there as what it is now again: what was read as its former since, or what is on its
        line."""
        lines = stand.item.lines
        found = self._earlier(stand) if stand.former else self._by_line.get((stand.name, lines[0])) if lines else None
        return self._rows.pop(found, None) if found else None

    def take_added(self, section_id: int, name: str) -> Iterator[Row]:
        """The things of that list that were added in the section and became nothing else that is still there."""
        for row in list(self._rows.values()):
            if row.line is None and (row.section, row.name) == (section_id, name) and not self._is_read_as_other(row):
                yield self._rows.pop(row.uid)

    def made_of(self, name: str) -> set[str]:
        """The public ids of what was made of things of that list."""
        return {uid for uid in self._before if self._first(uid, name)}

    def _earlier(self, stand: Stand) -> str | None:
        return self._first(stand.former.id, stand.name) if stand.former else None

    def _first(self, uid: str, name: str) -> str | None:
        """What a thing was made of, as far back as it takes to find one of that list."""
        todo, seen = [uid], set()
        for uid in todo:  # grows while it is walked
            if (row := self._rows.get(uid)) and row.name == name:
                return uid
            todo += [old for old in reversed(self._before.get(uid, ())) if old not in seen]
            seen.update(todo)
        return None

    def _is_read_as_other(self, row: Row) -> bool:
        uid, seen = row.uid, {row.uid}
        while (uid := self._became.get(uid, "")) and uid not in seen:
            if uid not in self._rows:
                return True
            seen.add(uid)
        return False


def still_says(row: Row, stand: Stand) -> bool:
    """Whether nobody reworded what was made of a thing, so that it comes back with its own words."""
    return not stand.reworded or not stand.former or words_as(stand.former_name, *row.words) == words_of(stand.former)


def by_telling(model: type[Element]) -> ColumnElement[bool]:
    """Whether a row lies in the bin because a section was told to hold something else."""
    return model.removal_id.in_(select(Removal.id).where(Removal.section_id.is_not(None)))


def put_away(connection: Connection, model: type[Element], keys: Sequence[int], removal: int) -> None:
    """Mark rows, with what stands beneath them, as taken by a removal."""
    for some in _parts(keys):
        for held, rows in _beneath(connection, model, some):
            live = update(held).where(rows, held.removal_id.is_(None))
            connection.execute(live.values(removal_id=removal, updated_at=now()))


def bring_back(connection: Connection, model: type[Element], keys: Sequence[int]) -> None:
    """Take rows out of the bin, with what stands beneath them and went because of a telling."""
    for some in _parts(keys):
        for held, rows in _beneath(connection, model, some):
            gone = update(held).where(rows, by_telling(held))
            connection.execute(gone.values(removal_id=None, updated_at=now()))


def close(connection: Connection, workbook_id: int) -> None:
    """Let removals by telling of which nothing is left count as restored."""
    empty = ~or_(*(exists().where(model.removal_id == Removal.id) for model in ELEMENTS))
    here = Removal.workbook_id == workbook_id, Removal.section_id.is_not(None), Removal.restored_at.is_(None)
    connection.execute(update(Removal).where(*here, empty).values(restored_at=now()))


def _beneath(
    connection: Connection, model: type[Element], keys: Sequence[int]
) -> Iterator[tuple[type[Element], ColumnElement[bool]]]:
    """These rows and those that stand beneath them, by table."""
    if model is Signal:
        found = list(keys)
        while keys := list(connection.scalars(select(Signal.id).where(Signal.parent_id.in_(keys)))):
            found += keys
        yield Signal, Signal.id.in_(found)
        return
    yield model, model.id.in_(keys)
    if column := STEPPED.get(f"{model.__tablename__}s"):
        yield Step, getattr(Step, column).in_(keys)


def _parts(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    return (keys[at : at + _MOST] for at in range(0, len(keys), _MOST))


def _things(model: type[Item]) -> Select[Any]:
    head, tail = model.WORDING
    words = getattr(model, head), getattr(model, tail) if tail else literal("")
    columns = model.id, model.first_line, model.version, model.position, Removal.section_id, Removal.former
    told = (
        select(model.uid, *words, *columns).join(Removal, Removal.id == model.removal_id).order_by(Removal.id, model.id)
    )
    top = [Signal.parent_id.is_(None)] if model is Signal else []
    return told.where(model.workbook_id == bindparam("workbook"), Removal.section_id.is_not(None), *top)


_BECAME = (
    select(Removal.became)
    .where(Removal.workbook_id == bindparam("workbook"), Removal.section_id.is_not(None))
    .order_by(Removal.id)
)
