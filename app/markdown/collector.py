"""The parser's tokens to blocks, and to the blocks that people mean where CommonMark sees but a paragraph: lines with
marks of their own, and lines right above items that name them (lone bold ones; `反问：` where no headings are)."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .blocks import Blocks, Heading, ListItem
from .loose import Loose, asks, is_asked, lead, lone_bold, loose, next_number
from .marker import SQUARE, Marker, columns, indent, marker
from .meaning import split_comment
from .rows import cells, columns_of, read_row, start_of
from .source import is_blank
from .words import looks_like_question, role, says_one_thing

if TYPE_CHECKING:
    from markdown_it.token import Token

_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+$")
_BULLET = re.compile(r"[ \t]+(?:[-+*]|[0-9]{1,9}[.)])[ \t]+[^ \t]")


class Collector:
    """Walks the parser's flat tokens once, with a stack of open items instead of recursion."""

    def __init__(self, lines: Sequence[str], blocks: Blocks) -> None:
        self._lines = lines
        self._blocks = blocks
        self._open: list[int] = []
        self._quotes = 0
        self._last_text = _last_text_lines(lines)
        self._above: int | None = None
        self._naming = ""
        self._level = 0
        self._led = self._flush = False
        self._pending: tuple[int, int] | None = None

    def collect(self, tokens: "list[Token]") -> None:
        fresh = False
        for token in tokens:
            kind = token.type
            if kind == "blockquote_open":
                self._quotes += 1
            elif kind == "blockquote_close":
                self._quotes -= 1
            elif self._quotes:
                continue
            elif kind == "list_item_open":
                self._open_item(token)
            elif kind == "list_item_close":
                self._open.pop()
                self._go_on()
            elif token.map and token.nesting >= 0:
                self._block(kind, token, fresh)
            fresh = kind == "list_item_open"

    def _open_item(self, token: "Token") -> None:
        first, end = token.map or (0, 0)
        parent = self._open[-1] if self._open else self._within(first, end)
        if parent is None:
            self._name_what_follows()
        outer = self._blocks.items[parent] if parent is not None else None
        same_line = outer is not None and outer.first == first
        start = (outer.marker.offset, outer.marker.column) if outer and same_line else (0, 0)
        found = marker(self._lines[first], *start) or Marker(None, 0, 0)
        self._open.append(len(self._blocks.items))
        self._blocks.items.append(ListItem(first, max(first, self._last_text[end - 1]), found, parent))

    def _block(self, kind: str, token: "Token", fresh: bool) -> None:
        first, end = token.map or (0, 0)
        underlined = kind == "heading_open" and token.markup in ("-", "=")
        if not self._open:
            if kind != "inline":
                self._top(kind, token, underlined)
        elif fresh and kind in ("paragraph_open", "heading_open"):
            self._item_text(first, end - 1 - underlined)

    def _top(self, kind: str, token: "Token", underlined: bool) -> None:
        """A block that is in no list."""
        first, end = token.map or (0, 0)
        if self._within(first, end) is not None:
            if kind == "paragraph_open":
                self._lazy(first, end - 1, self._indent(self._blocks.items[self._above or 0].first) + 2)
                self._go_on()
            return
        if kind == "table_open":
            self._table(first, end)
        if kind not in ("bullet_list_open", "ordered_list_open", "paragraph_open"):
            self._naming = ""
        if kind == "heading_open":
            title = self._title(first, end - 1 - underlined, underlined)
            self._level = int(token.tag[1])
            self._led, self._flush = False, is_asked(title) or looks_like_question(title)
            self._blocks.headings.append(Heading(title, self._level, first, end - 1))
        elif kind == "hr":
            self._blocks.rules.append(first)
        elif kind == "paragraph_open":
            self._paragraphs(first, self._last_text[end - 1])

    def _table(self, header: int, end: int) -> None:
        """The rows of a table, where one of its columns says that they are more than words."""
        rows = [at for at in range(header + 2, end) if cells(self._lines[at])]
        columns = columns_of(self._lines, header, rows)
        if not columns:
            return
        self._name_what_follows()
        for at in rows:
            line = self._lines[at]
            found = Marker(read_row(line, columns).number, 0, start_of(line, columns))
            self._blocks.items.append(ListItem(at, at, found, None, (at, at), shape="row", columns=columns))

    def _paragraphs(self, first: int, last: int) -> None:
        """A paragraph, each of its lines that names what follows as one of its own."""
        for at in range(first, last + 1):
            if (at == first and self._bold_title(at)) or self._lead_title(at):
                if first < at:
                    self._paragraph(first, at - 1)
                self._paragraph(at, at)
                first = at + 1
        if first <= last:
            self._paragraph(first, last)

    def _paragraph(self, first: int, last: int) -> None:
        begun = [(at, found) for at in range(first, last + 1) if (found := loose(self._lines[at], at > first))]
        if begun and begun[0][0] > first and self._led:
            self._text(first, begun[0][0] - 1)
            first = begun[0][0]
        if (begun and begun[0][0] == first) or _names(self._naming):
            self._name_what_follows()
        self._text(first, last)
        up: list[int] = []
        for (number, found), following in zip(begun, [*(at for at, _ in begun[1:]), last + 1], strict=False):
            own = (number, following - 1)
            boxed = found.shape == "box" or (found.shape == "state" and SQUARE.match(self._lines[number], found.offset))
            hangs = boxed or (found.shape == "mark" and self._counts_anew(up, found))
            up = self._outer(up, number) if hangs else []
            for index in up:
                self._blocks.items[index].last = following - 1
            parent = up[-1] if up else None
            up += [len(self._blocks.items)] if boxed or found.shape == "mark" else []
            self._above = up[0] if up else len(self._blocks.items)
            self._blocks.items.append(ListItem(*own, found.marker, parent, own, shape=found.shape, tail=found.tail))
            self._flush = found.shape in ("asked", "bold") or (found.shape == "bare" and self._led)
        self._naming = "" if begun and not self._bold_title(last) else self._naming

    def _text(self, first: int, last: int) -> None:
        """Lines of text, the last of which may name what follows."""
        self._blocks.paragraphs.append((first, last))
        plain = self._lines[last].strip(" \t") if self._led and not self._flush else ""
        self._naming = (self._bold_title(first) if first == last else "") or self._lead_title(last) or plain

    def _counts_anew(self, up: list[int], found: Loose) -> bool:
        """Whether a number does not go on from the one above: `1、` below `2、`, and all that is as deep as that."""
        above = self._blocks.items[up[-1]].marker.number if up else None
        nested = len(up) > 1
        return nested or not (above and found.number and next_number(above) == found.number)

    def _outer(self, up: list[int], line: int) -> list[int]:
        """Those of these boxes, each below the one before it, that a box without a bullet is indented below."""
        deep = self._indent(line)
        while up and deep < self._indent(self._blocks.items[up[-1]].first) + 2:
            up = up[:-1]
        return up

    def _lead_title(self, line: int) -> str:
        """What a line with a colon at its end names: in a paste without headings it is one, and anywhere if it only
        says one thing (words.py). Where answers stand flush below their questions nobody can tell it from an answer."""
        found = lead(self._lines[line]) if not self._flush or "<!--" in self._lines[line] else None
        if not found:
            return ""
        title, comment = _told(*found)
        here = not self._flush and (self._level < 2 or says_one_thing(title))
        return title if comment or (here and role(title)) else ""

    def _bold_title(self, line: int) -> str:
        """What a lone bold line says that is no question beyond doubt."""
        found = lone_bold(self._lines[line])
        if not found:
            return ""
        title, comment = _told(*found)
        return title if comment or not (asks(title) or is_asked(title)) else ""

    def _lazy(self, first: int, last: int, column: int) -> int:
        """The last line of a paragraph inside an item. CommonMark lets it run on into lines that hang further to the
        left; where one of these has a mark, its writer began the next item there, unless it stands in an outer item."""
        column = self._blocks.items[self._open[0]].marker.column if self._open else column
        hangs = (number for number in range(first + 1, last + 1) if self._indent(number) < column)
        next_one = next((at for at in hangs if self._begins(at)), None)
        if next_one is None:
            return last
        for index in {*self._open, *([self._above] if self._above is not None else [])}:
            item = self._blocks.items[index]
            item.last = min(item.last, max(item.first, next_one - 1))
        self._pending = (next_one, last)
        return next_one - 1

    def _begins(self, line: int) -> bool:
        """Whether a line that hangs on to an item begins something else: it has a mark, or names what follows."""
        found = loose(self._lines[line])
        return bool((found and found.shape == "mark") or _names(self._bold_title(line)) or self._lead_title(line))

    def _go_on(self) -> None:
        """Read the lines that only hang on to a list, once it is closed."""
        if self._pending and not self._open:
            (first, last), self._pending = self._pending, None
            self._paragraphs(first, last)

    def _name_what_follows(self) -> None:
        """A line that names right above items is their heading, one level below the one above it."""
        title, self._naming = self._naming, ""
        level = max(self._level + 1, 2)
        if title and level <= 6:
            first, line = self._blocks.paragraphs.pop()
            if first < line:
                self._blocks.paragraphs.append((first, line - 1))
            if self._blocks.items and self._blocks.items[-1].first == line:
                self._blocks.items.pop()
            self._above = None
            self._led = not lone_bold(self._lines[line])
            self._blocks.headings.append(Heading(title, level, line, line, True))

    def _within(self, first: int, end: int) -> int | None:
        """The item of another shape that a block from here on belongs to, as it is indented below it."""
        above = self._blocks.items[self._above] if self._above is not None else None
        if above and self._indent(first) >= self._indent(above.first) + 2:
            above.last = max(above.last, self._last_text[end - 1])
            return self._above
        self._above = None
        return None

    def _title(self, first: int, last: int, underlined: bool) -> str:
        text = " ".join(line.strip(" \t") for line in self._lines[first : last + 1])
        if underlined:
            return text
        return _CLOSING_HASHES.sub("", text.lstrip("#").strip(" \t")).rstrip(" \t")

    def _item_text(self, first: int, last: int) -> None:
        """Give the open item its paragraph. A line indented by four columns more than the item's content is
        folded into the paragraph by CommonMark; where it has a marker its writer meant a child."""
        index = self._open[-1]
        item = self._blocks.items[index]
        last = self._lazy(first, last, item.marker.column)
        deep = [
            number
            for number in range(first + 1, last + 1)
            if _BULLET.match(self._lines[number]) and self._indent(number) >= item.marker.column + 4
        ]
        item.text = (first, deep[0] - 1 if deep else last)
        for number, following in zip(deep, [*deep[1:], last + 1], strict=False):
            if found := marker(self._lines[number]):
                child = ListItem(number, following - 1, found, index, (number, following - 1), True)
                self._blocks.items.append(child)

    def _indent(self, number: int) -> int:
        line = self._lines[number]
        return columns(line, 0, len(indent(line)))


def _told(title: str, closing: str) -> tuple[str, bool]:
    """A title with the comment that stands behind what closes it, and whether there is one."""
    bare, said = split_comment(closing)
    return (title + closing[len(bare) :], True) if said else (title, False)


def _names(title: str) -> bool:
    """Whether a lone bold line is a heading by its own words, or by its comment."""
    bare, said = split_comment(title)
    return said is not None or role(bare) is not None


def _last_text_lines(lines: Sequence[str]) -> list[int]:
    """For each line the nearest one at or above it that is not blank."""
    last = 0
    result = []
    for index, line in enumerate(lines):
        if not is_blank(line):
            last = index
        result.append(last)
    return result
