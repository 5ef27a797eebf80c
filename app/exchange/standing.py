"""Where the things of a sheet stand in it, by line: what an item of a round belongs to, and where one can stand."""

from bisect import bisect_right

from app.exchange import document as doc
from app.markdown import round_words
from app.markdown.source import decode, is_blank


class Standing:
    """The things of a workbook that was just read from `sheet`."""

    def __init__(self, workbook: doc.Workbook, sheet: bytes) -> None:
        self._lines = decode(sheet).lines
        self._sections = workbook.sections
        every: list[doc.Section | doc.Item | doc.Step] = [*workbook.sections]
        for name in doc.ITEM_LISTS:
            every += getattr(workbook, name)
        every += [step for step, _above in doc.every_step(workbook)]
        lined = [(thing.lines[0], thing.position, thing) for thing in every if thing.lines]
        lined.sort(key=lambda one: one[:2])
        self._firsts = [first for first, _position, _thing in lined]
        self._things = [thing for _first, _position, thing in lined]

    def at(self, line: int) -> doc.Section | doc.Item | doc.Step | None:
        """The last thing that begins on that line or before."""
        place = bisect_right(self._firsts, line)
        return self._things[place - 1] if place else None

    def last_line(self, thing: doc.Item) -> int | None:
        """The line below which what was said of a thing can stand; None where a reader would not know of which."""
        if not thing.lines or self._lines[thing.lines[0] - 1].lstrip(" \t").startswith("|"):
            return None
        last = thing.lines[1]
        if isinstance(thing, doc.Question):
            last = max([last, *(answer.lines[1] for answer in thing.answers if answer.lines)])
        return last if self.at(last) is thing else None

    def of_the_rounds(self) -> int | None:
        """How many lines there are to the end of the section that stands there for the rounds, where one does."""
        for place, section in enumerate(self._sections):
            if section.lines and section.kind == "notes" and round_words.is_title(section.path[-1]):
                following = (after.lines[0] - 1 for after in self._sections[place + 1 :] if after.lines)
                end = next(following, len(self._lines))
                while is_blank(self._lines[end - 1]):
                    end -= 1
                return end
        return None
