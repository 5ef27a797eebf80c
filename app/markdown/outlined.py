"""The source as a tree of what can be moved: its regions, the items in them, and the runs of lines between that stay
where they are. A run belongs to the innermost item around it, so that it goes where that goes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from .blocks import Heading, ListItem
from .items import Words, first_words
from .marker import columns, indent
from .reach import is_line_of_facts
from .reading import Reading
from .sections import closing
from .sheet import Kind, Span

Run = tuple[int, int]
"""Lines from 0, end excluded."""


@dataclass(slots=True, eq=False)
class Region:
    """The lines below one heading, or before the first, or after the closing rule."""

    heading: Heading | None
    start: int
    end: int
    parts: "list[Node | Run]" = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Node:
    """An item of the source: its own lines end before `text_end`, what belongs to it before `end`. `reads` is what
    its section is read by, `up` the item or region it stands in, `block` None for a line of a paragraph. A `free`
    one is no step or signal of another, though it may stand in it."""

    first: int
    text_end: int
    end: int
    block: ListItem | None
    words: Words
    reads: Kind
    free: bool = True
    up: "Node | Region | None" = None
    parts: "list[Node | Run]" = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.text_end


@dataclass(frozen=True, slots=True)
class Outlined:
    """All of a source. `front` are the lines of its front matter, `regions` those that headings begin, by line."""

    front: Run
    preamble: Region
    regions: dict[int, Region]
    closing: Region | None
    nodes: dict[int, Node]


def outlined(reading: Reading, headings: Iterable[Span], items: Iterable[Span]) -> Outlined:
    """The tree of those headings and items; any other one is text."""
    count = len(reading.source.lines)
    known = {first - 1 for first, _ in headings}
    begun = [heading for heading in reading.blocks.headings if heading.first in known]
    front = reading.blocks.front_matter[1] + 1 if reading.blocks.front_matter else 0
    end = closing(reading.blocks, count)
    starts = [front, *(heading.last + 1 for heading in begun)]
    ends = [*(heading.first for heading in begun), end]
    regions = [
        Region(heading, *ends) for heading, ends in zip([None, *begun], zip(starts, ends, strict=True), strict=True)
    ]
    last = Region(None, end, count) if end < count else None
    nodes = _nodes(reading, items)
    _grow([*regions, last] if last else regions, nodes)
    below = {region.heading.first: region for region in regions if region.heading}
    return Outlined((0, front), regions[0], below, last, {node.first: node for node in nodes if node.up})


def _nodes(reading: Reading, items: Iterable[Span]) -> list[Node]:
    blocks: dict[int, ListItem] = {}
    for block in reading.blocks.items:
        if block.first not in blocks or block.text is not None:
            blocks[block.first] = block
    count = len(reading.source.lines)
    nested = {found.item.lines[0] for found in reading.found if found.item.parent is not None}
    spans = sorted({first: last for first, last in items if 1 <= first <= last <= count}.items())
    return [_node(reading, blocks.get(first - 1), (first - 1, last), first not in nested) for first, last in spans]


def _node(reading: Reading, block: ListItem | None, own: Run, free: bool) -> Node:
    lines = reading.source.lines
    draft = reading.drafts[reading.homes[own[0]]]
    reads = draft.reads
    if block and is_line_of_facts(block, draft):
        block = None
    said = first_words(lines, block, reads) if block else None
    if block and said:
        return Node(own[0], said.lines[1] + 1, block.last + 1, block, said, reads, free)
    start = len(indent(lines[own[0]]))
    text = "\n".join(line.strip(" \t") for line in lines[own[0] : own[1]])
    return Node(own[0], own[1], own[1], None, Words((own[0], own[1] - 1), text, None, None, start), reads)


def _grow(regions: list[Region], nodes: list[Node]) -> None:
    left = iter(nodes)
    node = next(left, None)
    for region in regions:
        at = region.start
        around: list[Node | Region] = [region]
        while node and node.first < region.end:
            if node.first >= at:
                at = _close(around, at, node.first)
                _run(around[-1], at, node.first)
                node.up, node.end = around[-1], max(node.text_end, min(node.end, around[-1].end))
                around[-1].parts.append(node)
                around.append(node)
                at = node.text_end
            node = next(left, None)
        _run(around[0], _close(around, at, region.end), region.end)


def _close(around: list[Node | Region], at: int, until: int) -> int:
    """Leave the items that end before that line; the next line that belongs to nothing yet."""
    while len(around) > 1 and around[-1].end <= until:
        inner = around.pop()
        _run(inner, at, inner.end)
        at = max(at, inner.end)
    return at


def _run(owner: Node | Region, start: int, end: int) -> None:
    if start < end:
        owner.parts.append((start, end))


def depth(line: str) -> int:
    """The column a line's text begins at."""
    return columns(line, 0, len(indent(line)))
