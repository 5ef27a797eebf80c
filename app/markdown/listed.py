"""One list item that tells a thing of a round, as lines and back: what its first line says, a comment that says which
round (or question, or signal) it is about, and a text below, of whatever content:

    - Round 1 · HR · evaded: <!-- askback: round 1 -->
      They would rather talk about the product.

The text is indented and else as it is. A line of it that holds nothing but spaces, or stands empty at an end, or is
nothing but backslashes, gets one more backslash, so that neither an editor nor a list takes it away.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .answer import UNDERLINE
from .marker import columns, dedent, indent
from .source import is_blank

_SPACE = " \t"
_ITEM = re.compile(r"([ \t]*)[-*+](?:[ \t]+|$)(.*)$")
_ABOUT = re.compile(r"<!--[ \t]*askback:[ \t]*(round|question|signal)[ \t]+([0-9]{1,9})[ \t]*-->")
_ESCAPED = re.compile(r"[ \t]*\\+$")
_WITHIN = 2  # columns a text stands further in than its bullet


@dataclass(frozen=True, slots=True)
class Listed:
    """`about` is what the comment names and its number, None without a comment; `text` is "" for none."""

    head: str
    text: str = ""
    about: tuple[str, int] | None = None

    def lines(self, column: int = 0) -> list[str]:
        """Its lines, with the bullet at that column."""
        pad = " " * column
        comment = f" <!-- askback: {self.about[0]} {self.about[1]} -->" if self.about else ""
        below = _kept(self.text)
        if below and (UNDERLINE.match(below[0]) or below[0][:1] in _SPACE + "|"):
            below.insert(0, "")  # right below a line of text it would mean something else
        return [f"{pad}- {self.head}{comment}", *(f"{pad}  {line}" if line else "" for line in below)]


def listed(lines: Sequence[str], at: int) -> tuple[Listed, int] | None:
    """The item that begins on that line, and the line it ends before; None where none does."""
    found = _ITEM.match(lines[at])
    if not found:
        return None
    inner = columns(found[1], 0, len(found[1])) + _WITHIN
    end = last = at + 1
    while end < len(lines) and (is_blank(lines[end]) or _depth(lines[end]) >= inner):
        end += 1
        last = last if is_blank(lines[end - 1]) else end
    below = [dedent(line, inner) for line in lines[at + 1 : last]]
    while below and is_blank(below[0]):
        del below[0]
    return _told(found[2], "\n".join(map(_read, below))), last


def all_listed(text: str) -> Iterator[Listed | str]:
    """The items of a text, one below the other, and the lines that are in none."""
    lines, at = text.split("\n"), 0
    while at < len(lines):
        if found := listed(lines, at):
            item, at = found
            yield item
        else:
            if not is_blank(lines[at]):
                yield lines[at]
            at += 1


def named_in(line: str) -> Iterator[tuple[str, int]]:
    """What the comments of a line name."""
    return ((found[1], int(found[2])) for found in _ABOUT.finditer(line))


def joined(*texts: str) -> str:
    """Those of these texts that say something, one below the other."""
    return "\n".join(text for text in texts if text)


def _told(head: str, text: str) -> Listed:
    about = list(_ABOUT.finditer(head))[-1:]
    if not about:
        return Listed(head.strip(_SPACE), text)
    start, end = about[0].span()
    behind = head[end:].strip(_SPACE)  # what somebody wrote on there
    return Listed(head[:start].strip(_SPACE), joined(behind, text), (about[0][1], int(about[0][2])))


def _kept(text: str) -> list[str]:
    lines = text.split("\n") if text else []
    ends = (0, len(lines) - 1)
    return [f"{line}\\" if _needs_one_more(line, at in ends) else line for at, line in enumerate(lines)]


def _needs_one_more(line: str, at_end: bool) -> bool:
    return (is_blank(line) and (bool(line) or at_end)) or bool(_ESCAPED.match(line))


def _read(line: str) -> str:
    return line[:-1] if _ESCAPED.match(line) else "" if is_blank(line) else line


def _depth(line: str) -> int:
    return columns(line, 0, len(indent(line)))
