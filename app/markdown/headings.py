"""Headings as they are written: one that is in the file keeps its form, a new one looks like its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass

from .blocks import Blocks
from .grammar import parse
from .loose import lead, lone_bold
from .marker import indent
from .meaning import split_comment
from .sections import Draft
from .source import is_blank

_SPACE = " \t"
_UNDERLINES = {1: "=", 2: "-"}


@dataclass(frozen=True, slots=True)
class Spacing:
    """Whether headings of a file have a blank line before them, and, by level, behind them."""

    before: bool
    after: dict[int, bool]

    def behind(self, level: int) -> bool:
        return self.after.get(level, True)


def spacing(lines: Sequence[str], blocks: Blocks) -> Spacing:
    """What most headings of a file do."""
    before = 0
    after: dict[int, int] = {}
    for heading in blocks.headings:
        if heading.first:
            before += 1 if is_blank(lines[heading.first - 1]) else -1
        below = lines[heading.last + 1 : heading.last + 3]
        if below and not below[-1].lstrip(_SPACE).startswith("#"):
            after[heading.level] = after.get(heading.level, 0) + (1 if is_blank(below[0]) else -1)
    return Spacing(before >= 0, {level: count >= 0 for level, count in after.items()})


def is_underlined(own: Sequence[str]) -> bool:
    return len(own) > 1


def new_heading(title: str, level: int) -> list[str]:
    return [f"{'#' * min(max(level, 1), 6)} {title}".rstrip(_SPACE)]


def heading_lines(lines: Sequence[str], draft: Draft, title: str, level: int, comment: str, plain: bool) -> list[str]:
    """The lines of a heading of the source with this title and level; `comment` is one it shall have now. `plain` has
    a bold line become a heading to CommonMark too."""
    heading = draft.heading
    if not heading:
        return new_heading(f"{title} {comment}" if comment else title, level)
    own = list(lines[heading.first : heading.last + 1])
    if (title, level, comment) == (draft.title, heading.level, "") and not plain:
        return own
    if heading.bold:
        return new_heading(f"{title} {comment}", level) if plain else _lone(own[0], title, level, comment)
    behind = f" {comment}" if comment else heading.title[len(draft.title) :]
    if is_underlined(own):
        return _underlined(own, draft, title, level, behind)
    text = own[0].lstrip(_SPACE)
    hashes = len(text) - len(text.lstrip("#"))
    at = text.find(heading.title, hashes)
    gap, tail = text[hashes:at] or " ", text[at + len(heading.title) :]
    if not heading.title:
        gap, tail = " ", text[hashes:].lstrip(_SPACE) and " " + text[hashes:].strip(_SPACE)
    return [f"{indent(own[0])}{'#' * level}{gap}{title}{behind}{tail}"]


def _lone(line: str, title: str, level: int, comment: str) -> list[str]:
    """A heading that is but a bold line, or a line with a colon at its end."""
    old, closing = lone_bold(line) or lead(line) or ("", "")
    if comment:
        closing = f"{split_comment(closing)[0].rstrip(_SPACE)} {comment}"
    shown = f"{line[: line.find(old)]}{title}{closing}"
    behind = f" {comment}" if comment else ""
    return [shown] if (lone_bold(shown) or lead(shown)) == (title, closing) else new_heading(title + behind, level)


def _underlined(own: list[str], draft: Draft, title: str, level: int, behind: str) -> list[str]:
    if mark := _UNDERLINES.get(level):
        *texts, line = own
        if title != draft.title:
            texts = [f"{indent(own[0])}{title}{behind}"]
        elif not texts[-1].rstrip(_SPACE).endswith(behind):
            texts[-1] = texts[-1].rstrip(_SPACE) + behind
        shown = [*texts, line.replace(line.strip(_SPACE)[0], mark)]
        found = parse(shown).headings
        if len(found) == 1 and found[0].title == title + behind and found[0].last == len(shown) - 1:
            return shown
    return new_heading(title + behind, level)
