"""What the marks of a matrix come to: where a signal turned, its line over the rounds, and sums that name their cells.

Seen counts a signal's weight, for what is positive up and for caution down; not seen and unknown count nothing, for
unknown is not bad. Pure: rows in, figures out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

STEP, TOP, BOTTOM = 16, 4, 16  # of a line: from round to round, where seen is drawn, where not seen


@dataclass(frozen=True)
class Cell:
    """One signal in one round. `turned`: the last round that looked for it found the opposite."""

    round: Any
    checked: bool | None
    evidence: str
    turned: bool

    @property
    def is_known(self) -> bool:
        return self.checked is not None


@dataclass(frozen=True)
class Line:
    """One signal over the rounds."""

    signal: Any
    cells: Sequence[Cell]

    @property
    def worth(self) -> int:
        """What seeing it counts once."""
        return int(self.signal.weight if self.signal.polarity == "positive" else -self.signal.weight)

    @property
    def seen(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.checked]

    @property
    def known(self) -> list[Cell]:
        """The rounds that looked for it."""
        return [cell for cell in self.cells if cell.is_known]

    @property
    def sum(self) -> int:
        return self.worth * len(self.seen)

    @property
    def turns(self) -> list[tuple[Cell, Cell]]:
        """Each cell that turned, behind the one it turned from."""
        pairs = pairwise(self.known)
        return [(before, cell) for before, cell in pairs if cell.turned]

    @property
    def points(self) -> list[tuple[int, int]]:
        """Where the line goes: x by the round, y by what it found."""
        return [
            (STEP * at + STEP // 2, TOP if cell.checked else BOTTOM)
            for at, cell in enumerate(self.cells)
            if cell.is_known
        ]


@dataclass
class Sum:
    """One round: `terms` are the lines that it saw, each of which counts its worth."""

    round: Any
    terms: list[Line] = field(default_factory=list)
    known: int = 0

    @property
    def up(self) -> int:
        return sum(line.worth for line in self.terms if line.worth > 0)

    @property
    def down(self) -> int:
        return sum(line.worth for line in self.terms if line.worth < 0)


def line_of(signal: Any, rounds: Sequence[Any], marks: dict[tuple[int, int | None], Any]) -> Line:
    """The line of a signal; `marks` by the keys of signal and round."""
    cells: list[Cell] = []
    last: bool | None = None
    for held in rounds:
        mark = marks.get((signal.id, held.id))
        checked = mark.checked if mark else None
        turned = None not in (last, checked) and checked is not last
        cells.append(Cell(held, checked, mark.evidence if mark else "", turned))
        last = last if checked is None else checked
    return Line(signal, cells)


def sums_of(rounds: Sequence[Any], lines: Sequence[Line]) -> list[Sum]:
    """What each round comes to."""
    sums = [Sum(held) for held in rounds]
    for line in lines:
        for total, cell in zip(sums, line.cells, strict=True):
            total.known += cell.is_known
            if cell.checked and line.worth:
                total.terms.append(line)
    return sums
