"""The lines of a file as they are put together again. Where lines meet that did not meet before, a blank line goes
between them if a reader would take them for one block."""

from collections.abc import Sequence
from typing import Literal

from .answer import BEGINS, UNDERLINE
from .loose import leading
from .rows import cells
from .source import Source, is_blank

Last = Literal["nothing", "heading", "text", "item", "fact"]


class Page:
    """What is written so far. `seam` says that the next line did not follow the last one in the source; `careful`
    keeps all such lines apart, `close` is what ends a block that is open at the source's end (a fence, a comment)."""

    def __init__(self, source: Source, careful: bool, close: str = "") -> None:
        self._source = source
        self.careful = careful
        self._close = close
        self._closed = -1
        self._end = len(source.lines) - _blanks_at_the_end(source.lines)
        self.out: list[tuple[str, str]] = []
        self.last: Last = "nothing"
        self.seam = False

    @property
    def blank(self) -> bool:
        """Whether the next line begins after a blank one, or the file."""
        return not self.out or is_blank(self.out[-1][0])

    def mark(self) -> tuple[int, Last, bool, int]:
        """Where it stands, to come back to."""
        return len(self.out), self.last, self.seam, self._closed

    def back(self, mark: tuple[int, Last, bool, int]) -> None:
        """Take away what was written since."""
        length, self.last, self.seam, self._closed = mark
        del self.out[length:]

    def gap(self) -> None:
        """A blank line, unless there is one."""
        if not self.blank:
            self.out.append(("", ""))

    def run(self, start: int, end: int, shown: Sequence[str] | None = None) -> None:
        """Lines of the source as they are, or as shown."""
        texts = self._source.lines[start:end] if shown is None else shown
        lines = list(zip(texts, self._source.endings[start:end], strict=True))
        begin = 0
        while begin < len(lines) and is_blank(lines[begin][0]):
            begin += 1
        if self.seam and begin and self.blank:
            lines = lines[begin:]
            begin = 0
        if self.seam and not begin and lines and self._meets(lines[0][0]):
            self.gap()
        self.out += lines
        if self._close and start < self._end <= end:
            self._closed = len(self.out)
            self.out.append((self._close, ""))
        if any(not is_blank(line) for line, _ in lines):
            self.last, self.seam = "text", False

    def _meets(self, line: str) -> bool:
        if self.last == "fact":
            return self.careful or bool(UNDERLINE.match(line))
        return self.last == "text" or self.careful or not BEGINS.match(line)

    def item(
        self, own: Sequence[str], endings: Sequence[str], *, fresh: bool, changed: bool, fact: bool, loose: bool
    ) -> None:
        """The own lines of an item; `fresh` where it is new here, `changed` where they are not as they were."""
        fresh = fresh or (changed and self.careful)
        if (fresh or self.seam) and self.last != "heading" and not self.blank and not cells(own[0]):
            mixed = self.last == ("item" if fact else "fact")
            text = self.last == "text" and not leading(self.out[-1][0])
            if mixed or text or self.careful or (loose and self.last in ("item", "fact")):
                self.gap()
        self.below(own, endings)
        self.last, self.seam = "fact" if fact else "item", fresh

    def below(self, lines: Sequence[str], endings: Sequence[str]) -> None:
        """Lines that follow in any case; those beyond the endings there are take the file's."""
        kept = [*endings[: len(lines)], *[""] * (len(lines) - len(endings))]
        self.out += zip(lines, kept, strict=True)

    def heading(self, lines: Sequence[str], endings: Sequence[str], *, apart: bool) -> None:
        if apart:
            self.gap()
        self.below(lines, endings)
        self.last, self.seam = "heading", False

    def end(self) -> None:
        """Leave no more blank lines at the end than the source has, and close nothing that nothing follows."""
        if self._closed >= 0 and all(is_blank(line) for line, _ in self.out[self._closed + 1 :]):
            del self.out[self._closed]
        surplus = _blanks_at_the_end([line for line, _ in self.out]) - len(self._source.lines) + self._end
        if surplus > 0:
            del self.out[-surplus:]

    def result(self) -> bytes:
        return self._source.assembled(self.out)


def _blanks_at_the_end(lines: Sequence[str]) -> int:
    return next((count for count, line in enumerate(reversed(lines)) if not is_blank(line)), len(lines))
