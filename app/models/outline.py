"""Where sections stand: one order through the whole workbook, each with all beneath it right behind it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from app.clock import now
from app.models.order import ROOM, NotHere, between
from app.models.place import Place
from app.models.removal import alone_in
from app.models.section import DEEPEST, Section


class WithinItself(ValueError):
    """A section cannot stand beneath itself."""


class TooDeep(ValueError):
    """Markdown has headings for six levels."""


class Outline:
    """The sections of one workbook, those in the bin too, read for one change; others wait until it is committed."""

    def __init__(self, connection: Connection, owner_id: int, workbook_id: int) -> None:
        self._connection, self._whose = connection, {"owner_id": owner_id, "workbook_id": workbook_id}
        alone_in(connection, workbook_id)
        columns = (Section.id, Section.uid, Section.parent_id, Section.position, Section.level, Section.removal_id)
        here = select(*columns).where(Section.workbook_id == workbook_id)
        self._rows: list[Row[Any]] = list(connection.execute(here.order_by(Section.position, Section.id)))

    def add(self, uid: str, under: str, after: str | None, **columns: Any) -> None:
        """Add a section beneath the one of that id: after its child of that id, or before all its children."""
        parent, level, index = self._place(under, after, [])
        if level > DEEPEST:
            raise TooDeep
        (position,) = self._positions(self._rows, index, 1)
        row = {"uid": uid, "parent_id": parent.id, "level": level, "position": position, **columns}
        self._connection.execute(insert(Section).values(**self._whose, **row))

    def add_behind(self, uid: str, rows: Sequence[dict[str, Any]]) -> None:
        """Add sections right behind the one of that id, whatever stands beneath it; `parent` is the id of the one
        above each, which may be among them.
        """
        index = next(at for at, row in enumerate(self._rows) if row.uid == uid) + 1
        positions = self._positions(self._rows, index, len(rows))
        keys = {row.uid: row.id for row in self._rows}
        for row, position in zip(rows, positions, strict=True):
            columns = {name: value for name, value in row.items() if name != "parent"}
            made = insert(Section).values(**self._whose, **columns, position=position, parent_id=keys[row["parent"]])
            keys[row["uid"]] = self._connection.execute(made.returning(Section.id)).scalar_one()

    def move(self, place: Place, under: str, after: str | None) -> None:
        """Move a section with all beneath it. Raises NotHere, WithinItself or TooDeep; nothing is then changed."""
        block = self._block(next(row for row in self._rows if row.id == place.id))
        parent, level, index = self._place(under, after, block)
        rest = [row for row in self._rows if row not in block]
        if block[0].parent_id == parent.id and index == _count_before(rest, block[0]):
            return  # it stands there already
        by = level - block[0].level
        if max(row.level for row in block) + by > DEEPEST:
            raise TooDeep
        positions = self._positions(rest, index, len(block))
        laid = [
            {"key": row.id, "to": position, "deep": row.level + by}
            for row, position in zip(block, positions, strict=True)
        ]
        here = update(Section).where(Section.id == bindparam("key"))
        to = here.values(position=bindparam("to"), level=bindparam("deep"), updated_at=now())
        self._connection.execute(to, laid)
        Section.put(self._connection, place, parent_id=parent.id)

    def last_beneath(self, under: str, but: int | None = None) -> str | None:
        """The id of the last section directly beneath the one of that id, but for one, that is not in the bin."""
        parent = next((row.id for row in self._rows if row.uid == under), None)
        live = [row for row in self._rows if row.removal_id is None and row.id != but]
        children = [row.uid for row in live if row.parent_id == parent]
        return children[-1] if children else None

    def _place(self, under: str, after: str | None, moving: Sequence[Row[Any]]) -> tuple[Row[Any], int, int]:
        """The parent, the level, and the place among the sections that do not move."""
        parent = next((row for row in self._rows if row.uid == under), None)
        if parent is None:
            raise NotHere(under)
        if parent in moving:
            raise WithinItself
        others = [row for row in self._rows if row not in moving]
        children = [row for row in others if row.parent_id == parent.id]
        if after is None:
            return parent, children[0].level if children else parent.level + 1, others.index(parent) + 1
        sibling = next((row for row in children if row.uid == after), None)
        if sibling is None:
            raise NotHere(after)
        behind = [row for row in self._block(sibling) if row in others]
        return parent, sibling.level, others.index(sibling) + len(behind)

    def _block(self, top: Row[Any]) -> list[Row[Any]]:
        """A section and all beneath it, in order."""
        inside = {top.id}
        block = [top]
        for row in self._rows:
            if row.parent_id in inside:
                inside.add(row.id)
                block.append(row)
        return block

    def _positions(self, others: Sequence[Row[Any]], index: int, count: int) -> list[int]:
        before = others[index - 1].position
        after = others[index].position if index < len(others) else None
        if found := between(before, after, count):
            return found
        laid = [
            {"key": row.id, "to": ROOM * (place + (count if place >= index else 0))} for place, row in enumerate(others)
        ]
        here = update(Section).where(Section.id == bindparam("key"))
        self._connection.execute(here.values(position=bindparam("to")), laid)
        return [ROOM * (index + place) for place in range(count)]


def _count_before(rows: Sequence[Row[Any]], row: Row[Any]) -> int:
    return len([other for other in rows if (other.position, other.id) < (row.position, row.id)])
