"""A whole file put together: what stands before the first heading, the sections in the order they shall have, each
with the lines that stand below its heading, and last what closes the document."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .entries import Models, Writer
from .headings import heading_lines, is_underlined, new_heading, spacing
from .marker import indent
from .meaning import Meaning
from .outlined import Node, Region, outlined
from .page import Page
from .reading import Reading
from .sections import Draft
from .sheet import ItemKind, Span, Status
from .wanted import Entry, Part


@dataclass(frozen=True, slots=True)
class Trial:
    """One way to write it: how carefully, and whether so everywhere or only where anything is done; with which
    comments, whether a rule closes it, what closes an open block."""

    care: int = 0
    everywhere: bool = False
    comments: Mapping[int, Meaning] = field(default_factory=dict)
    rule: bool = False
    close: str = ""


class Layout:
    """The source as a tree, and the parts it shall have. `drafts` has the sections of the source by the place of
    their part, `complete` says whether all of its items and headings are spoken of."""

    def __init__(self, reading: Reading, parts: Sequence[Part], gone: Sequence[Span]) -> None:
        self._source = reading.source
        self._lines = reading.source.lines
        self._parts = parts
        entries = [entry for part in parts for entry in _every(part.entries)]
        known = {draft.heading.first + 1: draft for draft in reading.drafts if draft.heading}
        items = [*(entry.lines for entry in entries if entry.lines), *(span for span in gone if span[0] not in known)]
        headings = [part.lines for part in parts if part.lines]
        self.drafts: dict[int, Draft] = {}
        for place, part in enumerate(parts):
            if part.lines and part.lines[0] in known:
                self.drafts[place] = known[part.lines[0]]
        told = {first for first, _ in (*items, *headings, *gone)}
        self.complete = known.keys() <= told and all(found.item.lines[0] in told for found in reading.found)
        self._tree = outlined(reading, [*headings, *gone], items)
        self.closes = self._tree.closing is not None
        self._models = _models(self._lines, self._tree.nodes, entries)
        self._level = 0
        self._spacing = spacing(self._lines, reading.blocks)

    def written(self, trial: Trial, wanted: Sequence[Meaning]) -> tuple[bytes, bool]:
        """The bytes, and whether anything but answers is not as it was."""
        page = Page(self._source, trial.care > 0, trial.close)
        self._level = 0
        writer = Writer(self._source, self._models, page, trial.care, trial.everywhere)
        before, behind = self._of_the_document()
        self._front(page, trial.comments.get(0))
        writer.region(self._tree.preamble, before, wanted[0], False)
        at = self._tree.preamble.end
        for place in range(1, len(self._parts)):
            at = self._section(place, at, page, writer, trial, wanted[place])
        if closing := self._tree.closing:
            if at != closing.start or page.seam:
                page.seam = True
                page.gap()
            writer.region(closing, behind, wanted[0], False)
        writer.edited = writer.edited or at != (closing.start if closing else len(self._lines)) or bool(trial.comments)
        if trial.rule:
            page.gap()
            page.below(["---"], [])
        page.end()
        return page.result(), writer.edited

    def _front(self, page: Page, said: Meaning | None) -> None:
        """Front matter, and what a comment says of the document."""
        page.run(*self._tree.front)
        if said:
            page.gap()
            page.below([said.comment(), ""], [])
            page.seam = True

    def _section(self, place: int, at: int, page: Page, writer: Writer, trial: Trial, meaning: Meaning) -> int:
        """Write one section; the line of the source it ends before, as the last one ended before `at`."""
        said = trial.comments.get(place)
        part, draft = self._parts[place], self.drafts.get(place)
        region = self._tree.regions[draft.heading.first] if draft and draft.heading else Region(None, 0, 0)
        comment = said.comment() if said else ""
        begins = region.heading.first if region.heading else -2
        met = at == begins and not page.seam
        if draft and region.heading:
            careful = page.careful and (trial.everywhere or not met)
            plain = region.heading.bold and (careful or part.level != max(self._level + 1, 2))
            shown = heading_lines(self._lines, draft, part.title, part.level, comment, plain)
            writer.edited = writer.edited or shown != self._lines[begins : region.start]
            underlined = is_underlined(shown)
        else:
            shown, underlined = new_heading(f"{part.title} {comment}".rstrip(" \t"), part.level), False
        endings = self._source.endings[begins : region.start] if region.heading else []
        if underlined or shown[0].lstrip(" \t").startswith("#"):
            self._level = part.level
        if page.careful and not met:
            # An item before it would take in a heading that is indented.
            shown = [line.lstrip(" \t") for line in shown]
        page.heading(shown, endings, apart=not met and (underlined or self._spacing.before or page.careful))
        writer.edited = writer.edited or at != begins
        writer.region(region, part.entries, meaning, self._spacing.behind(part.level))
        return region.end if region.heading else -1

    def _of_the_document(self) -> tuple[list[Entry], list[Entry]]:
        """The document's own items before the first heading, and those behind the closing rule."""
        entries = list(self._parts[0].entries)
        cut, closing = len(entries), self._tree.closing
        for place in range(len(entries) - 1, -1, -1):
            first = (entries[place].lines or (0, 0))[0] - 1
            if closing and closing.start <= first:
                cut = place
            elif first in self._tree.nodes and first < self._tree.preamble.end:
                break
        return entries[:cut], entries[cut:]


def _every(entries: Sequence[Entry]) -> Iterator[Entry]:
    left = list(reversed(entries))
    while left:
        entry = left.pop()
        yield entry
        left += reversed(entry.children)


def _models(lines: Sequence[str], nodes: Mapping[int, Node], entries: Sequence[Entry]) -> Models:
    kinds: dict[ItemKind, Node] = {}
    indents: list[str] = []
    emoji: dict[Status, Counter[str]] = {}
    for entry in entries:
        if not entry.lines or not (node := nodes.get(entry.lines[0] - 1)):
            continue
        if not (node.block and node.block.columns):
            kinds.setdefault(entry.kind, node)
        if isinstance(node.up, Node):
            indents.append(indent(lines[node.first]))
        if status := node.words.status:
            shown = lines[node.words.lines[0]][: node.words.start].rstrip(" \t")
            mark = shown[-2:] if shown.endswith("\ufe0f") else shown[-1:]
            emoji.setdefault(status, Counter())[mark] += 1
    common = {status: counts.most_common(1)[0][0] for status, counts in emoji.items()}
    return Models(nodes, kinds, list(dict.fromkeys(indents)), common)
