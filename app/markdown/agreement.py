"""Whether a file, read, says what it shall say. `arrange` asks before it lets its own writing pass: Markdown has more
traps than rules that avoid them, and a heading may come to mean something else by what stands above it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .asked import heading_asks
from .form import NOTED
from .items import Found
from .meaning import Meaning
from .reading import Reading
from .sections import Draft, decide_kinds
from .sheet import Item
from .wanted import Entry, Part


@dataclass(frozen=True, slots=True)
class _Wish:
    entry: Entry
    part: int
    above: int | None


def comments(reading: Reading, parts: Sequence[Part], wanted: Sequence[Meaning]) -> dict[int, Meaning]:
    """The sections, by their place in `parts`, that need a comment to mean what they shall; as few as do it."""
    found = _paired(reading.drafts, parts)
    needed: dict[int, Meaning] = {}
    lacking = _lacking(reading, parts, found)
    while True:
        wrong = lacking - needed.keys() | {
            place for place, at in enumerate(found) if at is not None and reading.drafts[at].meaning != wanted[place]
        }
        at_fault = {found[place] for place in wrong}
        # What stands below a heading may come right with it.
        first = [place for place in wrong - needed.keys() if reading.drafts[found[place] or 0].parent not in at_fault]
        if not first:
            return needed
        for place in first:
            needed[place] = reading.drafts[found[place] or 0].said = wanted[place]
        decide_kinds(reading.drafts, reading.lists)


def _lacking(reading: Reading, parts: Sequence[Part], found: Sequence[int | None]) -> set[int]:
    """The sections that are info by some of their facts only, so that not all of them are read."""
    told = Counter(found.item.section for found in reading.found if found.item.kind == "info")
    return {
        place
        for place, at in enumerate(found)
        if at is not None
        and reading.drafts[at].facts
        and told[at] < sum(entry.kind == "info" for entry in parts[place].entries)
    }


def taken_for_questions(reading: Reading, parts: Sequence[Part], wanted: Sequence[Meaning]) -> dict[int, Meaning]:
    """The sections, by their place, whose headings were read as questions of the section above; a comment helps."""
    found = _paired(reading.drafts, parts)
    return {place: wanted[place] for place, at in enumerate(found) if at is None and heading_asks(parts[place].title)}


def says_already(reading: Reading, parts: Sequence[Part], wanted: Sequence[Meaning]) -> bool:
    """Whether a source, read, says all of this and nothing else, each thing where it stands."""
    headings = [(draft.heading.first + 1, draft.heading.last + 1) for draft in reading.drafts if draft.heading]
    if headings != [part.lines for part in parts[1:]] or len(reading.found) != sum(1 for _ in _wishes(parts)):
        return False
    by_section = sorted(reading.found, key=lambda found: found.item.section)
    in_place = all(
        found.item.lines == wish.entry.lines and wish.entry.polarity in (None, found.item.polarity)
        for found, wish in zip(by_section, _wishes(parts), strict=True)
    )
    return in_place and agrees(reading, parts, wanted, strict=True)


def agrees(reading: Reading, parts: Sequence[Part], wanted: Sequence[Meaning], strict: bool) -> bool:
    """Whether these sections and items are there in this order; with `strict`, and no others."""
    homes = {at: place for place, at in enumerate(_paired(reading.drafts, parts)) if at is not None}
    if any(reading.drafts[at].meaning != wanted[place] for at, place in homes.items()):
        return False
    if len(homes) < len(parts) or (strict and len(reading.drafts) > len(parts)):
        return False
    wishes = list(_wishes(parts))
    places: dict[int, int] = {}
    at = 0
    # The document's own items behind the closing rule come with those before the first heading.
    for index in sorted(range(len(reading.found)), key=lambda index: reading.found[index].item.section):
        if at < len(wishes) and _is(reading.found[index], wishes[at], homes, places):
            places[index] = at
            at += 1
        elif strict:
            return False
    return at == len(wishes)


def _paired(drafts: Sequence[Draft], parts: Sequence[Part]) -> list[int | None]:
    """For each part its section in the file."""
    found: list[int | None] = []
    at = 0
    for part in parts:
        here = at
        while here < len(drafts) and (drafts[here].title, drafts[here].level) != (part.title, part.level):
            here += 1
        found.append(here if here < len(drafts) else None)
        at = here + 1 if here < len(drafts) else at
    return found


def _wishes(parts: Sequence[Part]) -> Iterator[_Wish]:
    place = 0
    for index, part in enumerate(parts):
        left: list[tuple[Entry, int | None]] = [(entry, None) for entry in reversed(part.entries)]
        while left:
            entry, above = left.pop()
            yield _Wish(entry, index, above)
            left += [(child, place) for child in reversed(entry.children)]
            place += 1


def _is(found: Found, wish: _Wish, homes: dict[int, int], places: dict[int, int]) -> bool:
    item, entry = found.item, wish.entry
    above = places.get(item.parent) if item.parent is not None else None
    if (item.kind, homes.get(item.section), above) != (entry.kind, wish.part, wish.above):
        return False
    return _says(item, entry) and _stands(item, entry)


def _says(item: Item, entry: Entry) -> bool:
    if item.kind == "info":
        return (item.label, item.note) == (entry.label, entry.note) or item.text == entry.text
    return item.text == entry.text and (item.kind not in NOTED or item.note == entry.note)


def _stands(item: Item, entry: Entry) -> bool:
    if entry.checked and not item.checked:
        return False
    if entry.checked is False and item.checked:
        return False
    if item.kind == "question":
        body = item.answer.body if item.answer else ""
        return item.number == entry.number and entry.answer in (None, body)
    return item.kind != "requirement" or item.status == entry.status
