"""Lines to blocks. A CommonMark parser decides what is what (fences, comments, tables, quotes, tabs, laziness are full
of traps); only line numbers are taken from it, so that the text stays as typed."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from .blocks import Blocks
from .collector import Collector
from .marker import DEEPEST, columns, indent
from .source import is_blank

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_CONTAINER = re.compile(r"[ \t]*(?:>|[-+*](?=[ \t])|[0-9]{1,9}[.)](?=[ \t]))")
_FENCE = re.compile(r"```+|~~~+")
_ASIDE = "%%"
_KEY = re.compile(r"[^\s:#\-][^:]*:(?=[ \t]|$)")


def parse(lines: Sequence[str]) -> Blocks:
    """The blocks of these lines (without endings)."""
    blocks = Blocks(front_matter=_front_matter(lines))
    start = blocks.front_matter[1] + 1 if blocks.front_matter else 0
    shown = _without_asides([""] * start + [_bounded(line) for line in lines[start:]])
    if any(shown):
        Collector(lines, blocks).collect(_parser().parse("\n".join(shown)))
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


def _without_asides(lines: list[str]) -> list[str]:
    """The lines with each comment between two lines that are but `%%` (as Obsidian has them) as one of HTML, so that
    nothing in it is an item. In code they are code; one that never closes is text."""
    if not any(line.strip(" \t") == _ASIDE for line in lines):
        return lines
    shown = list(lines)
    fence = ""
    begun: int | None = None
    for at, line in enumerate(lines):
        text = line.strip(" \t")
        if begun is None and (found := _FENCE.match(text)):
            fence = found[0] if not fence else "" if text.startswith(fence) else fence
        elif not fence and text == _ASIDE and begun is not None:
            shown[begun], shown[at] = f"{indent(lines[begun])}<!--", f"{indent(line)}-->"
            shown[begun + 1 : at] = [inner.replace("-->", "") for inner in lines[begun + 1 : at]]
            begun = None
        elif not fence and text == _ASIDE:
            begun = at
    return shown


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
