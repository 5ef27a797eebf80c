"""Where a `⬜` or a `✅` is a box. A `✅` may praise as well: beside open boxes it is one that was ticked, alone or
beside a `❌` it is praise. What is ticked or opened there becomes a `☑` or a `☐`, so that it is read the same again."""

from collections.abc import Sequence

from .blocks import ListItem
from .marker import SQUARE, SQUARES, STATE, box, indent
from .sheet import Kind

_OPEN = ("□", "⬜", "☐", "☑", "☒")
_ALWAYS = ("goals", "tasks")
_BESIDE_BOXES = ("questions", "signals", "notes")


def is_squared(item: ListItem, reads: Kind) -> bool:
    """Whether a square before this item is a box, in a section that is read by this kind."""
    return reads in _ALWAYS or (item.squared and reads in _BESIDE_BOXES)


def mark_squares(lines: Sequence[str], items: Sequence[ListItem], homes: Sequence[int]) -> None:
    """Say of each item whether its square is a box by what stands beside it. `homes` has the section of each line."""
    squares: dict[int, list[ListItem]] = {}
    opened: set[int] = set()
    praised: set[int] = set()
    for item in items:
        item.squared = False
        if item.text is None:
            continue
        line, home = lines[item.text[0]], homes[item.first]
        start = item.marker.offset if item.text[0] == item.first else len(indent(line))
        mark = line[start : start + 1]
        if mark < "□":
            continue  # as nearly every line: of no mark that counts here
        if mark in SQUARES and not ((found := SQUARE.match(line, start)) and box(line, found.end())):
            squares.setdefault(home, []).append(item)
        if mark in _OPEN:
            opened.add(home)
        elif mark not in SQUARES and STATE.match(line, start):
            praised.add(home)
    for home in opened - praised:
        for item in squares.get(home, ()):
            item.squared = True
