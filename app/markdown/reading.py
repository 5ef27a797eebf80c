"""A whole sheet read: bytes, lines, blocks, sections, items, in this order, each in its own module. Nothing is
refused but bytes that are no text; what is not understood stays the text of its section."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace

from .asked import asked, folded
from .blocks import Blocks
from .grammar import parse
from .grouped import labels
from .items import Found, find_items, opening, tells_fact
from .language import detect
from .meaning import Meaning
from .reach import is_listed
from .sections import Draft, Opening, decide_kinds, outline
from .sheet import Item, Section, Sheet, Span
from .source import Source, decode, without_blank_ends
from .squares import mark_squares

Told = Mapping[int, Meaning]
"""What a person says that sections hold, whatever the file says, by the first line of their heading (from 1); 0 for
what stands before the first one."""

_remembered: ContextVar[dict[tuple[bytes, tuple[tuple[int, Meaning], ...]], "Reading"] | None] = ContextVar(
    "remembered", default=None
)
_NOTHING: Told = {}
_QUOTES = "\"'"


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was understood, with all that writing into it again needs. `homes` has the section of each line,
    `lists` the openings of each section's top-level items."""

    source: Source
    blocks: Blocks
    drafts: list[Draft]
    homes: list[int]
    lists: list[list[Opening]]
    found: list[Found]


def read(source: bytes, name: str = "", told: Told = _NOTHING) -> Sheet:
    """The sheet in these bytes. `name` (a file's, without ending) is its title where neither a first-level
    heading nor front matter has one. Raises NotText for bytes that are no text; never anything else."""
    reading = studied(source, told)
    lines, drafts, found = reading.source.lines, reading.drafts, reading.found
    title = next((draft.title for draft in drafts if draft.level == 1), None)
    sections, items = _numbered(_sections(lines, drafts, found), [entry.item for entry in found])
    named = title or _front_title(lines, reading.blocks) or name
    return Sheet(named, detect("\n".join(lines)), sections, items)


@contextmanager
def remembering() -> Iterator[None]:
    """Within this, no source is studied twice: an import reads a sheet, and then looks what it would export."""
    token = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(token)


def studied(source: bytes, told: Told = _NOTHING) -> Reading:
    """What `study` gives, to be looked at and not to be changed: it may be one from before."""
    known = _remembered.get()
    if known is None:
        return study(source, told)
    key = source, tuple(sorted(told.items()))
    if key not in known:
        known[key] = study(source, told)
    return known[key]


def study(source: bytes, told: Told = _NOTHING) -> Reading:
    """The same as far as lines go."""
    decoded = decode(source)
    lines = decoded.lines
    blocks = parse(lines)
    drafts, homes, lists = _outlined(lines, blocks, told)
    if questions := asked(drafts, lists):
        blocks = folded(lines, blocks, drafts, questions)
        drafts, homes, lists = _outlined(lines, blocks, told)
    found = find_items(lines, blocks, drafts, homes, labels(lines, blocks, drafts, homes))
    return Reading(decoded, blocks, drafts, homes, lists, found)


def _outlined(lines: Sequence[str], blocks: Blocks, told: Told) -> tuple[list[Draft], list[int], list[list[Opening]]]:
    drafts = outline(blocks, lines)
    for draft in drafts:
        if meaning := told.get(draft.heading.first + 1 if draft.heading else 0):
            draft.said, draft.told = meaning, True
    homes = _homes(drafts, len(lines))
    mark_squares(lines, blocks.items, homes)
    lists = _lists(lines, blocks, drafts, homes)
    if len(drafts) > 1 and drafts[1].level == 1:
        drafts[1].opens = any(tells_fact(lines, own) for own in blocks.paragraphs if homes[own[0]] == 1)
    decide_kinds(drafts, lists)
    return drafts, homes, lists


def _homes(drafts: list[Draft], line_count: int) -> list[int]:
    """For each line the index of its section."""
    homes = [0] * line_count
    for index, draft in enumerate(drafts):
        for start, end in draft.regions:
            homes[start:end] = [index] * (end - start)
    return homes


def _lists(lines: Sequence[str], blocks: Blocks, drafts: list[Draft], homes: Sequence[int]) -> list[list[Opening]]:
    lists: list[list[Opening]] = [[] for _ in drafts]
    within = -1
    for block in blocks.items:
        if block.text and is_listed(block) and block.first > within:
            within = block.last if block.shape == "heading" else within
            lists[homes[block.first]].append(opening(lines, block))
    return lists


def _sections(lines: Sequence[str], drafts: list[Draft], found: list[Found]) -> list[Section]:
    taken = bytearray(len(lines))
    if drafts[0].said_at is not None:
        taken[drafts[0].said_at] = 1
    for entry in found:
        start, end = entry.extent
        # A child lies within its parent, whose lines are taken already.
        if not taken[start]:
            taken[start:end] = b"\1" * (end - start)
    return [_section(lines, draft, taken) for draft in drafts]


def _section(lines: Sequence[str], draft: Draft, taken: bytearray) -> Section:
    left = [lines[number] for start, end in draft.regions for number in range(start, end) if not taken[number]]
    span: Span | None = (draft.heading.first + 1, draft.heading.last + 1) if draft.heading else None
    return Section(
        title=draft.title,
        level=draft.level,
        kind=draft.kind,
        text="\n".join(without_blank_ends(left)),
        lines=span,
        parent=draft.parent,
        reason=draft.reason,
        reads=draft.reads,
        direction=draft.meaning.direction,
        polarity=draft.polarity,
        horizon=draft.horizon,
    )


def _numbered(sections: list[Section], items: list[Item]) -> tuple[tuple[Section, ...], tuple[Item, ...]]:
    """Both with their place in the one order of the document; an outer item comes before one on its line."""
    keys = [(section.lines[0] if section.lines else 0, 0, index) for index, section in enumerate(sections)]
    keys += [(item.lines[0], 1, index) for index, item in enumerate(items)]
    places = {(which, index): place for place, (_, which, index) in enumerate(sorted(keys))}
    return (
        tuple(replace(section, order=places[0, index]) for index, section in enumerate(sections)),
        tuple(replace(item, order=places[1, index]) for index, item in enumerate(items)),
    )


def _front_title(lines: Sequence[str], blocks: Blocks) -> str:
    if blocks.front_matter:
        for line in lines[1 : blocks.front_matter[1]]:
            key, colon, value = line.partition(":")
            if colon and key.rstrip(" \t").lower() == "title":
                return value.strip(" \t").strip(_QUOTES)
    return ""
