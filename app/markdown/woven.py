"""Rounds woven into a sheet, and taken out of it again so that the sheet is what it was, byte for byte.

What was said in a round stands below its question or signal, as list items (listed.py); the rounds themselves are
listed below a heading of their own, or below one that stands there for them:

    ## Rounds <!-- askback: rounds -->

The comments say what is ours: without that of the rounds there are none, and lines that only look alike are text. All
of this is done to lines, before a sheet is read and after it is written, so that neither has to know of it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, count

from .answer import BEGINS
from .listed import Listed, listed, named_in
from .loose import leading
from .marker import columns, indent
from .source import decode, is_blank

_ROUNDS = "<!-- askback: rounds -->"
_SECTION = re.compile(r"(?:#{1,6}[ \t][^<]*)?<!--[ \t]*askback:[ \t]*rounds[ \t]*-->[ \t]*$")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_PARTS = re.compile(r"#{1,6}(?:[ \t]|$)|(?:---+|\*\*\*+|___+)[ \t]*$")  # what begins something else
_TRACES = tuple("askback:".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Below:
    """An item to stand below a thing of the sheet, whose lines (from 1) end with `last`."""

    first: int
    last: int
    item: Listed


@dataclass(frozen=True, slots=True)
class Said:
    """An item that stands below that many lines of the sheet, on line `at` of the woven file."""

    below: int
    at: int
    item: Listed


@dataclass(frozen=True, slots=True)
class Woven:
    """A sheet without what was woven into it, and that."""

    sheet: bytes
    rounds: list[Listed]
    said: list[Said]


def weave(sheet: bytes, said: Iterable[Below], rounds: Sequence[Listed], title: str, behind: int | None) -> bytes:
    """The sheet with all of this in it; the rounds behind that many lines of it, where a heading stands for them, else
    at the end below one of that title."""
    source = decode(sheet)
    lines, inserted = source.lines, dict[int, list[str]]()
    numbered = _free_numbers(lines, rounds)
    for below in said:
        inserted.setdefault(below.last, []).extend(numbered(below.item).lines(_column(lines, below)))
    at = len(lines) if behind is None else behind
    gap = [""] if at else []
    opening = [f"## {title} {_ROUNDS}", ""] if behind is None else [_ROUNDS]
    inserted.setdefault(at, []).extend([*gap, *opening, *(line for held in rounds for line in numbered(held).lines())])
    out: list[tuple[str, str]] = []
    for at in range(len(lines) + 1):
        if new := inserted.get(at):
            out += [(line, "") for line in [*new, *([""] if _runs_on(_next(lines, at)) else [])]]
        if at < len(lines):
            out.append((lines[at], source.endings[at]))
    return source.assembled(out)


def unwoven(file: bytes, text: Collection[int] = ()) -> Woven | None:
    """What is woven into a file; None where nothing is. The items on the lines of `text` are left in the sheet."""
    if not any(trace in file for trace in _TRACES):
        return None
    source = decode(file)
    lines = source.lines
    if not (section := _section(lines)):
        return None
    known = {held.about[1] for held in section.rounds if held.about}
    keeps, taken = [True] * len(lines), list[tuple[int, Listed]]()
    at = 0
    while at < len(lines):
        item, until = _said(lines, at, known)
        if at == section.start:
            until = section.end
            _take_section(lines, keeps, section)
        elif item and at not in text:
            taken.append((at, item))
            keeps[at:until] = [False] * (until - at)
        at = until
    _heal(lines, keeps)
    above = [0, *accumulate(keeps)]
    pairs = zip(lines, source.endings, keeps, strict=True)
    sheet = source.assembled([(line, ending) for line, ending, keep in pairs if keep])
    return Woven(sheet, section.rounds, [Said(above[at], at, item) for at, item in taken])


@dataclass(frozen=True, slots=True)
class _Section:
    """Where the rounds stand, from the blank line before them: `title` is their heading, "" where it stays."""

    start: int
    heading: int
    end: int
    title: str
    rounds: list[Listed]


def _section(lines: Sequence[str]) -> _Section | None:
    """Where the rounds are listed; nowhere, where that could be two places."""
    titles = (at for at, line in enumerate(lines) if _is_title(line))
    found = [section for at in titles if (section := _listing(lines, at)).rounds]
    return found[0] if len(found) == 1 else None


def _listing(lines: Sequence[str], heading: int) -> _Section:
    """The rounds below that line; in a block of code they are only shown."""
    rounds: list[Listed] = []
    end = at = heading + 1
    while at < len(lines):
        if is_blank(lines[at]):
            at += 1
        elif lines[at][0] in "-*+" and (item := listed(lines, at)):
            rounds.append(item[0])
            end = at = item[1]
        else:
            break
    if at < len(lines) and _FENCE.match(lines[at]):
        rounds = []
    start = heading - (heading > 0 and is_blank(lines[heading - 1]))
    return _Section(start, heading, end, lines[heading].partition("<!--")[0].rstrip(" \t"), rounds)


def _is_title(line: str) -> bool:
    return line[:1] in ("#", "<") and bool(_SECTION.match(line))


def _take_section(lines: list[str], keeps: list[bool], section: _Section) -> None:
    """Take the rounds out; their heading stays where other lines stand below it too."""
    keeps[section.start : section.end] = [False] * (section.end - section.start)
    following = _next(lines, section.end)
    if section.title and following is not None and not _PARTS.match(following):
        lines[section.heading] = section.title
        keeps[section.start : section.heading + 1] = [True] * (section.heading + 1 - section.start)


def _said(lines: Sequence[str], at: int, known: Collection[int]) -> tuple[Listed | None, int]:
    """The item of a round on that line, and the line behind it; None where it is a line of the sheet."""
    found = listed(lines, at) if "askback:" in lines[at] else None
    if not found or not found[0].about or found[0].about[0] != "round" or found[0].about[1] not in known:
        return None, at + 1
    return found


def _free_numbers(lines: Sequence[str], rounds: Iterable[Listed]) -> Callable[[Listed], Listed]:
    """What gives the item of a round another number, where a text of the sheet looks like one of that number."""
    used = {number for line in lines if "askback:" in line for noun, number in named_in(line) if noun == "round"}
    free = (number for number in count(1) if number not in used)
    numbers = {held.about: ("round", next(free)) for held in rounds}
    return lambda item: replace(item, about=numbers[item.about])


def _column(lines: Sequence[str], below: Below) -> int:
    """Where the bullet stands: below the text of the thing, and so far in that what follows is none of its text."""
    mark, following = leading(lines[below.first - 1]), _next(lines, below.last) or ""
    return max(mark.column if mark else 0, columns(following, 0, len(indent(following))) - 1)


def _runs_on(following: str | None) -> bool:
    """Whether the next line of the sheet would run on in a list before it."""
    return following is not None and not BEGINS.match(following.lstrip(" \t"))


def _next(lines: Sequence[str], at: int, keeps: Sequence[bool] | None = None) -> str | None:
    """The next line of the sheet that is not blank."""
    while at < len(lines) and (is_blank(lines[at]) or (keeps is not None and not keeps[at])):
        at += 1
    return lines[at] if at < len(lines) else None


def _heal(lines: Sequence[str], keeps: list[bool]) -> None:
    """Take away the blank line behind what was taken out, where one was put there (`_runs_on`)."""
    behind = [at for at in range(1, len(lines)) if keeps[at] and not keeps[at - 1] and is_blank(lines[at])]
    for at in behind:
        keeps[at] = not _runs_on(_next(lines, at, keeps))
