"""A CSV file as rows of named cells: comma, semicolon or tab, with a header in any of our languages or with none."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.exchange.check import BadFile
from app.exchange.columns import bare, column_of
from app.language import gettext as _
from app.markdown.source import without_blank_ends

DELIMITERS = ",;\t"
THINGS = ("question", "signal", "goal")
BLANK = " \t\r\n"  # as Markdown sees it; NBSP and U+3000 are something
_CELL = 1_000_000  # characters; an answer of 100,000 is refused by its own name later
_QUOTED = re.compile(r'"[^"]*"')
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: cells by their columns, and the others with what their headers say."""

    line: int
    cells: dict[str, str]
    others: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def rows_of(text: str, name: str) -> list[Row]:
    """The rows of a CSV text that hold anything. Raises BadFile; `name` is the file's, for the sentence."""
    lines = _parsed(text, name)
    if not lines:
        raise BadFile(_("“%(name)s” is empty: there is nothing to import.", name=name))
    header = [column_of(cell) for cell in lines[0][1]]
    if any(thing in header for thing in THINGS):
        titles = [cell.strip() for cell in lines[0][1]]
        return [_row(line, _once(header), titles, cells) for line, cells in lines[1:]]
    columns = _guessed([cells for _line, cells in lines])
    if "question" not in columns:
        raise BadFile(_("No column of “%(name)s” holds questions: call it “question” in the first line.", name=name))
    return [_row(line, columns, [""] * len(cells), cells) for line, cells in lines]


def _parsed(text: str, name: str) -> list[tuple[int, list[str]]]:
    """The lines that hold anything, with their numbers from 1."""
    csv.field_size_limit(_CELL)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    found = []
    at = 1
    try:
        for cells in table:
            if any(cell.strip(BLANK) for cell in cells):
                found.append((at, [_clean(cell) for cell in cells]))
            at = table.line_num + 1
    except csv.Error:
        raise BadFile(
            _(
                "“%(name)s” cannot be read as CSV: a cell that begins in line %(line)s has a quotation mark that is "
                "not closed or not doubled.",
                name=name,
                line=at,
            )
        ) from None
    return found


def _clean(cell: str) -> str:
    lines = bare(cell).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(without_blank_ends(lines))


def _delimiter(text: str) -> str:
    """What stands between the cells: the sign that the first lines have most often, outside of quotation marks."""
    header, *further = re.split("[\r\n]+", _QUOTED.sub("", text[:20_000]))[:20]
    counts = Counter(character for line in (header, *further) for character in line)
    return max(DELIMITERS, key=lambda one: (one in header, counts[one]))


def _once(header: Sequence[str | None]) -> list[str | None]:
    """The first column of each name; a second one is one of the others."""
    return [name if name not in header[:at] else None for at, name in enumerate(header)]


def _row(line: int, columns: Sequence[str | None], titles: Sequence[str], cells: list[str]) -> Row:
    known: dict[str, str] = {}
    others = []
    for at, cell in enumerate(cells):
        column = columns[at] if at < len(columns) else None
        if column:
            known[column] = cell
        elif cell.strip(BLANK):
            others.append((titles[at] if at < len(titles) else "", cell))
    return Row(line, known, tuple(others))


def _guessed(rows: list[list[str]]) -> list[str | None]:
    """The columns of a table without a header: the first that reads as text is the question, a number before it is
    its number; the others are told below the question."""
    width = max(map(len, rows))
    columns: list[str | None] = [None] * width
    for at in range(width):
        cells = [row[at].strip() for row in rows if at < len(row) and row[at].strip()]
        if sum(bool(_LETTERS.search(cell)) for cell in cells) * 2 > len(cells):
            columns[at] = "question"
            break
        if "number" not in columns and cells and all(cell.rstrip(".、").isdigit() for cell in cells):
            columns[at] = "number"
    return columns
