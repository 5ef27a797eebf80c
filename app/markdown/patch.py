"""Small edits in a file that stays what it was. Export tells the state of every box and every answer; what the
file says already changes no byte, and the rest is the smallest replacement (markdown.md, section 4)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from .answer import BEGINS, answer_lines, read_body
from .loose import leading
from .marker import SQUARES, Box, box, box_text, indent, square
from .reading import study
from .rows import Columns, Row, cells, read_row, written
from .sheet import Span
from .source import decode, is_blank


@dataclass(frozen=True, slots=True)
class Tick:
    """The box on this line (from 1) shall have that state; a bullet without one gets it with its first tick."""

    line: int
    checked: bool


@dataclass(frozen=True, slots=True)
class Write:
    """The answer of the item whose own text is at `item`, now at `lines` (None: nowhere), shall read `body`
    ("": none). A body has `\\n` between its lines and no blank lines at its ends."""

    item: Span
    lines: Span | None
    body: str


Change = Tick | Write


def patch(source: bytes, changes: Iterable[Change]) -> bytes:
    """The bytes with these changes made. Spans are those that `read` gave for these very bytes.

    Raises NotText as `read` does, and ValueError for a line that is not there or can have no box.
    """
    patcher = _Patcher(source)
    for change in changes:
        if isinstance(change, Tick):
            patcher.tick(change)
        else:
            patcher.write(change)
    return patcher.result()


class _Patcher:
    """Collects edits: lines from `start` to `end` (from 0, end excluded) become those of the list."""

    def __init__(self, source: bytes) -> None:
        self._bytes = source
        self._source = decode(source)
        self._lines = self._source.lines
        self.edits: list[tuple[int, int, list[str]]] = []
        self._rows: dict[int, str] = {}

    def tick(self, change: Tick) -> None:
        line = self._line(change.line)
        if columns := self._columns_at(change.line):
            row = read_row(self._rows.get(change.line, line), columns)
            self._say(change.line, columns, replace(row, box=row.box and replace(row.box, checked=change.checked)))
        elif not (found := _box_on(line)):
            if change.checked:
                self._add_box(change.line - 1, line)
        elif found.checked != change.checked:
            inner = line[found.start : found.end]
            now = box_text(inner, change.checked, inner not in SQUARES or self._has_squares(change.line - 1))
            self.edits.append((change.line - 1, change.line, [line[: found.start] + now + line[found.end :]]))

    def _columns_at(self, number: int) -> Columns | None:
        """The columns of the table whose row stands on a line."""
        return self._tables.get(number) if cells(self._line(number)) else None

    @cached_property
    def _tables(self) -> dict[int, Columns]:
        items = study(self._bytes).blocks.items
        return {item.first + 1: item.columns for item in items if item.columns}

    def _say(self, number: int, columns: Columns, row: Row) -> None:
        """Let a row say this, as far as it has cells for it; `arrange` makes a list of what it has none for."""
        line = self._rows.get(number, self._line(number))
        self._rows[number] = written(line, columns, row)

    def _has_squares(self, index: int) -> bool:
        """Whether a square on this line is a box whatever stands beside it."""
        reading = study(self._bytes)
        return reading.drafts[reading.homes[index]].reads in ("goals", "tasks")

    def _add_box(self, index: int, line: str) -> None:
        if not (bullet := leading(line)):
            raise ValueError(f"line {index + 1} has no place for a box")
        self.edits.append((index, index + 1, [f"{line[: bullet.offset]}[x] {line[bullet.offset :]}"]))

    def write(self, change: Write) -> None:
        start, end = change.lines or (change.item[1] + 1, change.item[1])
        start -= 1
        if columns := self._columns_at(change.item[0]):
            row = read_row(self._rows.get(change.item[0], self._line(change.item[0])), columns)
            self._say(change.item[0], columns, replace(row, body=change.body))
            return
        found = leading(self._line(change.item[0]))
        self._line(max(change.item[1], end))
        column = found.column if found else 0
        old = self._lines[start:end]
        if read_body(old, column) == change.body:
            return
        if not change.body:
            # The blank lines between a question and its answer came with the answer and go with it.
            shown, start = [], change.item[1]
        else:
            shown = self._answer(change, old, column)
        if end < len(self._lines) and not is_blank(self._lines[end]) and not BEGINS.match(self._lines[end]):
            shown.append("")
        self.edits.append((start, end, shown))

    def _answer(self, change: Write, old: list[str], column: int) -> list[str]:
        above = self._lines[change.item[1] - 1]
        apart = change.lines is not None and change.lines[0] > change.item[1] + 1
        loose = not old and self._is_loose(change.item)
        return answer_lines(above, old, change.body, column, apart=apart, loose=loose)

    def _is_loose(self, item: Span) -> bool:
        """Whether blank lines stand between this item and its neighbours."""
        before, after = self._lines[max(0, item[0] - 3) : item[0] - 1], self._lines[item[1] : item[1] + 2]
        if len(after) == 2 and is_blank(after[0]) and leading(after[1]):
            return True
        return len(before) == 2 and is_blank(before[1]) and bool(leading(before[0]) or indent(before[0]))

    def _line(self, number: int) -> str:
        if not 1 <= number <= len(self._lines):
            raise ValueError(f"there is no line {number}")
        return self._lines[number - 1]

    def result(self) -> bytes:
        out: list[tuple[str, str]] = []
        endings = self._source.endings
        at = 0
        self.edits += [(number - 1, number, [line]) for number, line in self._rows.items()]
        for start, end, shown in sorted(self.edits, key=lambda edit: edit[:2]):
            if start < at:
                raise ValueError(f"two changes meet at line {start + 1}")
            out += zip(self._lines[at:start], endings[at:start], strict=True)
            ending = endings[min(start, len(endings) - 1)] or endings[start - 1]
            out += [(line, ending) for line in shown]
            at = end
        out += zip(self._lines[at:], endings[at:], strict=True)
        return self._source.assembled(out)


def _box_on(line: str) -> Box | None:
    found = leading(line)
    start = found.offset if found else len(indent(line))
    return box(line, start) or square(line, start)
