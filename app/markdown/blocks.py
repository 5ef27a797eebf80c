"""Which lines are headings, rules, paragraphs and list items: the grammar of a sheet, without its meaning.
A CommonMark parser decides it (fences, comments, tables, quotes, tabs, laziness are full of traps); only line
numbers are taken from it, so that the text stays as typed. Lines are counted from 0 here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from .marker import DEEPEST, Marker, columns, indent, marker
from .source import is_blank

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_CONTAINER = re.compile(r"[ \t]*(?:>|[-+*](?=[ \t])|[0-9]{1,9}[.)](?=[ \t]))")
_KEY = re.compile(r"[^\s:#\-][^:]*:(?=[ \t]|$)")
_CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+$")
_BULLET = re.compile(r"[ \t]+(?:[-+*]|[0-9]{1,9}[.)])[ \t]+[^ \t]")


@dataclass(slots=True)
class Heading:
    """A heading of the document (one inside a list item is that item's text)."""

    title: str
    level: int
    first: int
    last: int


@dataclass(slots=True)
class ListItem:
    """A list item outside of quotes. `text` are the lines of its first paragraph, None where it has none; `last`
    is its last line that is not blank, children included; `parent` indexes `Blocks.items`. A `folded` one is a
    child to its writer only: to CommonMark it is a line of its parent's paragraph."""

    first: int
    last: int
    marker: Marker
    parent: int | None
    text: tuple[int, int] | None = None
    folded: bool = False


@dataclass(slots=True)
class Blocks:
    """All blocks of a file that can mean something, each list in document order."""

    headings: list[Heading] = field(default_factory=list)
    rules: list[int] = field(default_factory=list)
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)
    front_matter: tuple[int, int] | None = None


def parse(lines: Sequence[str]) -> Blocks:
    """The blocks of these lines (without endings)."""
    blocks = Blocks(front_matter=_front_matter(lines))
    start = blocks.front_matter[1] + 1 if blocks.front_matter else 0
    shown = [""] * start + [_bounded(line) for line in lines[start:]]
    if any(shown):
        _Collector(lines, blocks).collect(_parser().parse("\n".join(shown)))
    return blocks


@cache
def _parser() -> "MarkdownIt":
    # Imported here: it costs 80 ms, which commands that read no Markdown need not pay.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": 4 * DEEPEST}).enable("table")
    # Inline markup is read from the source. Link definitions stay paragraphs: none of them is an item.
    parser.core.ruler.enableOnly(["block"])
    return parser.disable("reference")


def _front_matter(lines: Sequence[str]) -> tuple[int, int] | None:
    """The YAML block at the top; one that never closes, or begins with no key, is text."""
    if not lines or lines[0].rstrip(" \t") != "---":
        return None
    if not (first := next((line for line in lines[1:] if not is_blank(line)), "")) or not _KEY.match(first):
        return None
    for index in range(2, len(lines)):
        if lines[index].rstrip(" \t") in ("---", "..."):
            return 0, index
    return None


def _bounded(line: str) -> str:
    """The line as the parser gets it: no container begins beyond column DEEPEST."""
    if is_blank(line):
        return ""
    if len(line) <= DEEPEST // 4:
        return line
    end = 0
    while end <= DEEPEST and (found := _CONTAINER.match(line, end)):
        end = found.end()
    margin = line[end:]
    end += len(indent(margin))
    if columns(line, 0, end) <= DEEPEST:
        return line
    return _at_deepest(line)


def _at_deepest(line: str) -> str:
    column = end = 0
    while column < DEEPEST:
        column = columns(line, end, end + 1, column)
        end += 1
    return line[:end] + "x"


class _Collector:
    """Walks the parser's flat tokens once, with a stack of open items instead of recursion."""

    def __init__(self, lines: Sequence[str], blocks: Blocks) -> None:
        self._lines = lines
        self._blocks = blocks
        self._open: list[int] = []
        self._quotes = 0
        self._last_text = _last_text_lines(lines)

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
            elif token.map and token.nesting >= 0:
                self._block(kind, token, fresh)
            fresh = kind == "list_item_open"

    def _open_item(self, token: "Token") -> None:
        first, end = token.map or (0, 0)
        parent = self._open[-1] if self._open else None
        outer = self._blocks.items[parent] if parent is not None else None
        same_line = outer is not None and outer.first == first
        start = (outer.marker.offset, outer.marker.column) if outer and same_line else (0, 0)
        found = marker(self._lines[first], *start) or Marker(None, 0, 0)
        self._open.append(len(self._blocks.items))
        self._blocks.items.append(ListItem(first, max(first, self._last_text[end - 1]), found, parent))

    def _block(self, kind: str, token: "Token", fresh: bool) -> None:
        first, end = token.map or (0, 0)
        if kind not in ("paragraph_open", "heading_open", "hr"):
            return
        underlined = kind == "heading_open" and token.markup in ("-", "=")
        if self._open:
            if fresh and kind != "hr":
                self._item_text(first, end - 1 - underlined)
        elif kind == "heading_open":
            title = self._title(first, end - 1 - underlined, underlined)
            self._blocks.headings.append(Heading(title, int(token.tag[1]), first, end - 1))
        elif kind == "hr":
            self._blocks.rules.append(first)
        else:
            self._blocks.paragraphs.append((first, self._last_text[end - 1]))

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


def _last_text_lines(lines: Sequence[str]) -> list[int]:
    """For each line the nearest one at or above it that is not blank."""
    last = 0
    result = []
    for index, line in enumerate(lines):
        if not is_blank(line):
            last = index
        result.append(last)
    return result
