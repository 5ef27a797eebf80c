"""A whole sheet read: bytes, lines, blocks, sections, items, in this order, each in its own module. Nothing is
refused but bytes that are no text; what is not understood stays the text of its section."""

from collections.abc import Sequence
from dataclasses import replace

from .blocks import Blocks, parse
from .items import Found, find_items, opening
from .language import detect
from .sections import Draft, decide_kinds, outline
from .sheet import Item, Section, Sheet, Span
from .source import decode, without_blank_ends

_QUOTES = "\"'"


def read(source: bytes, name: str = "") -> Sheet:
    """The sheet in these bytes. `name` (a file's, without ending) is its title where neither a first-level
    heading nor front matter has one. Raises NotText for bytes that are no text; never anything else."""
    lines = decode(source).lines
    blocks = parse(lines)
    drafts = outline(blocks, len(lines))
    homes = _homes(drafts, len(lines))
    decide_kinds(drafts, _lists(lines, blocks, drafts, homes))
    found = find_items(lines, blocks, drafts, homes)
    title = next((heading.title for heading in blocks.headings if heading.level == 1), None)
    sections, items = _numbered(_sections(lines, drafts, found), [entry.item for entry in found])
    return Sheet(title or _front_title(lines, blocks) or name, detect("\n".join(lines)), sections, items)


def _homes(drafts: list[Draft], line_count: int) -> list[int]:
    """For each line the index of its section."""
    homes = [0] * line_count
    for index, draft in enumerate(drafts):
        for start, end in draft.regions:
            homes[start:end] = [index] * (end - start)
    return homes


def _lists(
    lines: Sequence[str], blocks: Blocks, drafts: list[Draft], homes: Sequence[int]
) -> list[list[tuple[str, bool]]]:
    lists: list[list[tuple[str, bool]]] = [[] for _ in drafts]
    for block in blocks.items:
        if block.parent is None and block.text:
            lists[homes[block.first]].append(opening(lines, block))
    return lists


def _sections(lines: Sequence[str], drafts: list[Draft], found: list[Found]) -> list[Section]:
    taken = bytearray(len(lines))
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
        draft.title, draft.level, draft.kind, "\n".join(without_blank_ends(left)), span, draft.parent, 0, draft.reason
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
