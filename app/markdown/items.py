"""List items and lines to the things of a workbook: which of them is one, of which kind, and its parts.
Whether something is an item is decided by its section and its parent; the box alone makes a task."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from .answer import LEAD, read_body
from .blocks import Blocks, ListItem
from .marker import Box, box, square, state
from .reach import Reach
from .rows import Columns, read_row
from .sections import Draft
from .sheet import Answer, Item, ItemKind, Kind, Polarity, Status
from .source import is_blank
from .squares import is_squared
from .wording import ends_sentence, split_label, split_note, without_aside
from .words import is_known_label, is_only_link

_SPACE = " \t"
_PLAIN: dict[Kind, ItemKind] = {
    "info": "info",
    "responsibilities": "responsibility",
    "requirements": "requirement",
    "strengths": "strength",
    "transfers": "transfer",
    "questions": "question",
    "signals": "signal",
    "pitch_points": "pitch_point",
    "goals": "goal",
}
_BOXED: dict[Kind, ItemKind] = {"questions": "question", "signals": "signal", "goals": "goal"}
_STEPPED = ("goal", "task", "step")
_POLARITY: dict[Status | None, Polarity] = {"matched": "positive", "missing": "caution"}
_STATUS: dict[Polarity | None, Status] = {"positive": "matched", "caution": "missing"}


@dataclass(frozen=True, slots=True)
class Found:
    """An item and the lines (from 0, end excluded) that are its own, children and answer included."""

    item: Item
    extent: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """The first words of an item: what stands before its text, the text itself, where it starts and what closes it."""

    lines: tuple[int, int]
    text: str
    box: Box | None
    status: Status | None
    start: int
    tail: str = ""


def opening(lines: Sequence[str], block: ListItem) -> tuple[str, bool]:
    """Text and box of a list item, as far as they say what kind of list it is in."""
    said = first_words(lines, block, "questions")
    return (said.text, said.box is not None) if said else ("", False)


def find_items(
    lines: Sequence[str], blocks: Blocks, drafts: list[Draft], homes: Sequence[int], labels: Set[int]
) -> list[Found]:
    """All items, in document order. `homes` has the section of each line; of list items those in `labels` are none."""
    facts: list[Found] = []
    for first, last in blocks.paragraphs:
        draft = drafts[homes[first]]
        if draft.reads == "info" and (not draft.facts or tells_fact(lines, (first, last))):
            facts += _facts(lines, range(first, last + 1), homes[first])
    return _in_order(_Finder(lines, blocks, drafts, homes, labels).find(), facts)


def tells_fact(lines: Sequence[str], paragraph: tuple[int, int]) -> bool:
    """Whether a line of a paragraph is a fact of an opening by its label."""
    own = (lines[number].strip(_SPACE) for number in range(paragraph[0], paragraph[1] + 1))
    return any(is_known_label(split_label(text)[0]) for text in own)


class _Finder:
    """Goes through the list items once; `_at` has the record of each, or of the nearest one above it."""

    def __init__(
        self,
        lines: Sequence[str],
        blocks: Blocks,
        drafts: list[Draft],
        homes: Sequence[int],
        labels: Set[int],
    ) -> None:
        self._lines = lines
        self._blocks = blocks.items
        self._labels = labels
        self._drafts = drafts
        self._homes = homes
        self._found: list[Found] = []
        self._at: list[int | None] = []
        self._nested: list[bool] = []
        self._reach = Reach(lines, blocks, drafts, homes)
        self._within: tuple[int, int] = (-1, 0)
        self._headers: set[int] = set()

    def find(self) -> list[Found]:
        for place, block in enumerate(self._blocks):
            up = block.parent
            if up is not None and self._homes[self._blocks[up].first] != self._homes[block.first]:
                up = None  # a line between them names another section
            if up in self._labels:
                up = None
            inside = up is None and block.first <= self._within[0]
            self._at.append(self._at[up] if up is not None else self._within[1] if inside else None)
            # `- 1. text`: an item without a text of its own is no parent anyone sees.
            self._nested.append(inside or (up is not None and (self._nested[up] or self._blocks[up].text is not None)))
            if not inside and place not in self._labels and (found := self._read(block)):
                self._at[-1] = len(self._found)
                self._found.append(found)
        return self._found

    def _read(self, block: ListItem) -> Found | None:
        home = self._homes[block.first]
        reads = self._drafts[home].reads
        if not self._reach.counts(block) or (block.folded and reads == "questions"):
            return None
        if not (said := first_words(self._lines, block, reads)):
            return None
        above = self._at[-1]
        kind = self._kind(self._drafts[home], said, self._found[above].item.kind if above is not None else None)
        if not kind:
            return None
        if kind == "question":
            block.last = self._reach.of(block)
            if block.shape != "list":
                self._within = (block.last, len(self._found))
        item = Item(
            kind=kind,
            section=home,
            lines=(block.first + 1, said.lines[1] + 1),
            text=said.text,
            parent=above if kind in ("step", "signal") else None,
            number=block.marker.number,
            checked=said.box.checked if said.box else None,
        )
        whole = _complete(item, self._drafts[home], said, block, self._lines)
        return Found(whole, (self._top_of(block), block.last + 1)) if whole else None

    def _top_of(self, block: ListItem) -> int:
        """The first line that goes with an item: with the first row of a table its header does."""
        if not block.columns or block.columns.header in self._headers:
            return block.first
        self._headers.add(block.columns.header)
        return block.columns.header

    def _kind(self, draft: Draft, said: Words, above: ItemKind | None) -> ItemKind | None:
        """The rule of kinds: sub-items of questions are answers, boxes below goals and tasks are steps, boxes in
        no special section are tasks, and a plain bullet is what its section says, at the top level only. A heading
        that sounds like tasks makes none of a plain bullet; somebody who says so does."""
        reads = draft.reads
        if above == "question":
            return None
        if said.box:
            return "step" if above in _STEPPED else _BOXED.get(reads, "task")
        if draft.facts == "lines" or self._nested[-1] or (reads == "questions" and is_only_link(said.text)):
            return None
        return "task" if reads == "tasks" and draft.said else _PLAIN.get(reads)


def first_words(lines: Sequence[str], block: ListItem, reads: Kind) -> Words | None:
    """Box, state and text of an item; None for an empty one."""
    if block.text is None:
        return None
    if block.columns:
        return _row_words(lines[block.first], block, block.columns)
    first, last = block.text
    line = lines[first]
    start, found = len(line) - len(line.lstrip(_SPACE)), None
    if first == block.first:
        start = block.marker.offset
        found = box(line, start) or (square(line, start) if is_squared(block, reads) else None)
    start = found.after if found else start
    status: Status | None = None
    if reads in ("requirements", "signals"):
        status, start = state(line, start)
    if block.tail:
        last = first
    elif reads == "questions":
        last = _question_end(lines, first, last, start)
    shown = line.rstrip(_SPACE).removesuffix(block.tail) if block.tail else line
    own = [shown[start:], *(below.lstrip(_SPACE) for below in lines[first + 1 : last + 1])]
    text = "\n".join(own).strip(_SPACE + "\n")
    if not text or (text.startswith("%%") and not without_aside(text)):
        return None
    return Words((first, last), text, found, status, start, block.tail)


def _row_words(line: str, block: ListItem, columns: Columns) -> Words | None:
    row = read_row(line, columns)
    own = (block.first, block.first)
    return Words(own, row.text, row.box, _STATUS.get(row.polarity), block.marker.offset) if row.text else None


def polarity_of(status: Status | None) -> Polarity:
    """What the emoji of a signal says about it where its headings say nothing."""
    return _POLARITY.get(status, "positive")


def _question_end(lines: Sequence[str], first: int, last: int, start: int) -> int:
    """The last line of a question's text: it runs on while no sentence has ended and no answer begins."""
    end = first
    shown = lines[first][start:]
    while end < last and not ends_sentence(shown) and not LEAD.match(lines[end + 1].lstrip(_SPACE)):
        end += 1
        shown = lines[end]
    return end


def _complete(item: Item, draft: Draft, said: Words, block: ListItem, lines: Sequence[str]) -> Item | None:
    """The item with what only its kind has; None where a fact turns out to be none."""
    if item.kind == "info":
        label, value = split_label(item.text)
        return replace(item, label=label, note=value) if label else None
    if item.kind == "question":
        return replace(item, direction=draft.direction, answer=_answer(said, block, lines))
    if item.kind == "signal":
        return replace(item, polarity=draft.polarity or polarity_of(said.status))
    if item.kind == "goal":
        return replace(item, horizon=draft.horizon)
    if item.kind in ("task", "step"):
        return item
    text, note = split_note(item.text)
    return replace(item, text=text, note=note, status=said.status)


def _answer(said: Words, block: ListItem, lines: Sequence[str]) -> Answer | None:
    if block.columns:
        body = read_row(lines[block.first], block.columns).body
        return Answer(body, None) if body else None
    first = said.lines[1] + 1
    while first <= block.last and is_blank(lines[first]):
        first += 1
    if first > block.last:
        return None
    return Answer(read_body(lines[first : block.last + 1], block.marker.column), (first + 1, block.last + 1))


def _facts(lines: Sequence[str], numbers: range, home: int) -> list[Found]:
    """The facts a paragraph tells, one a line."""
    found = []
    for number in numbers:
        text = lines[number].strip(_SPACE)
        label, value = split_label(text)
        if label and not box(text, 0):
            item = Item("info", home, (number + 1, number + 1), text, label=label, note=value)
            found.append(Found(item, (number, number + 1)))
    return found


def _in_order(found: list[Found], facts: list[Found]) -> list[Found]:
    """Both by line. Parents were counted without the facts of paragraphs, so their places move along."""
    if not facts:
        return found
    order = sorted([*found, *facts], key=lambda entry: entry.item.lines)
    place = {id(entry): index for index, entry in enumerate(order)}
    return [
        entry if entry.item.parent is None else _moved(entry, place[id(found[entry.item.parent])]) for entry in order
    ]


def _moved(entry: Found, parent: int) -> Found:
    return Found(replace(entry.item, parent=parent), entry.extent)
