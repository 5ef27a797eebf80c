"""What stands before the text of one line: bullet or number, box, state. Reading and patching share it, so
that a tick lands on the very box that was read. Columns are CommonMark's: a tab goes to the next multiple of 4."""

import re
from dataclasses import dataclass

from .sheet import Status

_MARKER = re.compile(r"[ \t]*(?:[-+*]|([0-9]{1,9})[.)])(?=[ \t]|$)")
_RULE = re.compile(r"[ \t]*([-*])(?:[ \t]*\1){2,}[ \t]*$")
_BOX = re.compile(r"\[([ xX√✓]?)\](?![\[(:])[ \t]*|【([ xX√✓\u3000]?)】[ \t]*|([□☐☑☒])\ufe0f?[ \t]*")
# Containers deeper than this many columns are text: it bounds the parser's recursion; people nest five deep.
DEEPEST = 80
_TICKS = ("x", "X", "√", "✓")
SQUARES = ("⬜", "✅")
SQUARE = re.compile("([⬜✅])\ufe0f?[ \t]*")
STATE = re.compile("([✅✔🟢🔄🟡⚠📖❌✖🔴🚩])\ufe0f?[ \t]*")
_STATES: dict[str, Status] = {
    **dict.fromkeys("✅✔🟢", "matched"),
    **dict.fromkeys("🔄🟡⚠📖", "learning"),
    **dict.fromkeys("❌✖🔴🚩", "missing"),
}
# What a drawn box becomes when it is set; a box in brackets gets its letter.
_DRAWN_ON = {"□": "☑", "☐": "☑", "☑": "☑", "☒": "☒", "⬜": "✅", "✅": "✅"}
_DRAWN_OFF = {"□": "□", "☐": "☐", "☑": "☐", "☒": "☐", "⬜": "⬜", "✅": "⬜"}


@dataclass(frozen=True, slots=True)
class Marker:
    """A list marker: `number` as written without its mark, `column` where the content begins (what answers
    are indented by), `offset` the same in characters."""

    number: str | None
    column: int
    offset: int


@dataclass(frozen=True, slots=True)
class Box:
    """A checkbox: `start` and `end` hold the characters a tick replaces, `after` is where the text begins."""

    start: int
    end: int
    after: int
    checked: bool


def marker(line: str, start: int = 0, column: int = 0) -> Marker | None:
    """The list marker at `start`, which stands at `column`; None where there is none."""
    if not (found := _MARKER.match(line, start)) or _RULE.match(line, start):
        return None
    after = columns(line, start, found.end(), column)
    offset = found.end()
    while offset < len(line) and line[offset] in " \t":
        offset += 1
    width = columns(line, found.end(), offset, after) - after
    # Five columns and more begin indented code, whose content column is one behind the marker.
    if offset == len(line) or width > 4:
        return Marker(found[1], after + 1, offset)
    return Marker(found[1], after + width, offset)


def innermost(line: str) -> Marker | None:
    """The last of the markers a line begins with: in `- 1. text` the text belongs to `1.`."""
    last = found = marker(line)
    while found and found.column < DEEPEST:
        last = found
        found = marker(line, found.offset, found.column)
    return last


def box(line: str, start: int) -> Box | None:
    """The checkbox at `start`; `[/]`, `[-]` and links are none."""
    if not (found := _BOX.match(line, start)):
        return None
    group = found.lastindex or 1
    inner = found[group]
    return Box(found.start(group), found.end(group), found.end(), inner in (*_TICKS, "☑", "☒"))


def square(line: str, start: int) -> Box | None:
    """A `⬜` or `✅` as a box. Goals and tasks have such; elsewhere a `✅` may praise (squares.py)."""
    found = SQUARE.match(line, start)
    return Box(start, start + 1, found.end(), found[1] == "✅") if found else None


def box_text(inner: str, checked: bool, squares: bool = True) -> str:
    """What stands in a box once it has this state; `[X]` that stays done stays `[X]`. Without `squares` no `✅` is
    written: it would be praise once no open box stands beside it."""
    if inner in SQUARES and not squares:
        return "☑" if checked else "☐"
    if inner in _DRAWN_ON:
        return _DRAWN_ON[inner] if checked else _DRAWN_OFF[inner]
    if not checked:
        return " " if inner in _TICKS else inner
    return inner if inner in _TICKS else "x"


def state(line: str, start: int) -> tuple[Status | None, int]:
    """The state emoji at `start`, and where the text behind it begins."""
    found = STATE.match(line, start)
    return (_STATES[found[1]], found.end()) if found else (None, start)


def columns(line: str, start: int, end: int, column: int = 0) -> int:
    """The column at `end`, when `start` stands at `column`."""
    if "\t" not in line[start:end]:
        return column + end - start
    for char in line[start:end]:
        column += 4 - column % 4 if char == "\t" else 1
    return column


def indent(line: str) -> str:
    """The spaces and tabs a line begins with."""
    return line[: len(line) - len(line.lstrip(" \t"))]


def dedent(line: str, column: int) -> str:
    """The line without its first `column` columns of space, as far as there are any."""
    at = position = 0
    while at < column and position < len(line) and line[position] in " \t":
        at += 4 - at % 4 if line[position] == "\t" else 1
        position += 1
    return " " * (at - column) + line[position:]
