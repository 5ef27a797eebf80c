"""How far an item goes that is no list item to CommonMark, and whether it counts as one where it stands."""

from bisect import bisect_right
from collections.abc import Sequence

from .answer import LEAD
from .blocks import Blocks, ListItem
from .marker import SQUARE
from .sections import Draft
from .source import is_blank
from .squares import is_squared

_STATED = ("requirements", "signals")


class Reach:
    """What holds for the lines of one sheet. A line that is only a question counts in a section of questions that has
    no list and no marks; one that begins with an emoji where that tells a state."""

    def __init__(self, lines: Sequence[str], blocks: Blocks, drafts: list[Draft], homes: Sequence[int]) -> None:
        self._lines = lines
        self._drafts = drafts
        self._homes = homes
        self._listed = _listed(blocks, homes)
        self._paragraphs = dict(blocks.paragraphs)
        self._stops = sorted({*_breaks(blocks), *(item.first for item in blocks.items if self._begins(item))})

    def counts(self, item: ListItem) -> bool:
        """Whether this may be an item of its section."""
        home = self._homes[item.first]
        reads = self._drafts[home].reads
        if is_line_of_facts(item, self._drafts[home]):
            return False
        if item.columns:
            return reads == item.columns.kind
        if item.shape == "bold":
            return reads == "questions"
        if item.shape == "bare":
            return reads == "questions" and home not in self._listed
        if item.shape == "state":
            drawn = SQUARE.match(self._lines[item.first], item.marker.offset)
            return reads in _STATED or (drawn is not None and is_squared(item, reads))
        return True

    def of(self, item: ListItem) -> int:
        """The last line of a question and its answer: all up to the next question, heading or rule. To a list item
        belongs what CommonMark says, and a text right behind it that says that it is an answer (`A: …`)."""
        if item.shape in ("heading", "row") or (item.shape == "list" and item.parent is not None):
            return item.last
        last = self._next_stop(item.first) - 1
        if item.shape == "list":
            following = item.last + 1
            while following < last and is_blank(self._lines[following]):
                following += 1
            said = self._paragraphs.get(following)
            return min(said, last) if said and LEAD.match(self._lines[following]) else item.last
        while last > item.first and is_blank(self._lines[last]):
            last -= 1
        return last

    def _next_stop(self, line: int) -> int:
        at = bisect_right(self._stops, line)
        return self._stops[at] if at < len(self._stops) else len(self._lines)

    def _begins(self, item: ListItem) -> bool:
        return item.parent is None and item.shape != "list" and self.counts(item)


def is_line_of_facts(item: ListItem, draft: Draft) -> bool:
    """Whether an item is but a line of a paragraph, where facts are read line by line."""
    return draft.reads == "info" and item.shape != "list" and not (draft.facts and item.shape == "box")


def _listed(blocks: Blocks, homes: Sequence[int]) -> set[int]:
    """The sections that have lists or numbers; a list behind a question without either is its answer."""
    found: set[int] = set()
    asked: set[int] = set()
    for item in blocks.items:
        home = homes[item.first]
        if item.shape in ("asked", "bold"):
            asked.add(home)
        elif is_listed(item) and not (item.shape == "list" and home in asked):
            found.add(home)
    return found


def is_listed(item: ListItem) -> bool:
    """Whether an item shows what kind of list its section is."""
    return item.parent is None and (item.shape in ("list", "mark", "asked", "box", "heading", "row") or item.squared)


def _breaks(blocks: Blocks) -> list[int]:
    return [*(heading.first for heading in blocks.headings), *blocks.rules]
