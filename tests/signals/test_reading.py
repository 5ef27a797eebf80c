"""What the marks of a matrix come to: every figure is the sum of cells that can be named."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.signals.reading import BOTTOM, TOP, Line, line_of, sums_of

states = st.sampled_from((True, False, None))
signals = st.tuples(st.sampled_from(("positive", "caution")), st.integers(0, 9))


@st.composite
def matrices(draw: st.DrawFn) -> tuple[list[Any], list[Line]]:
    """Rounds, and the lines of a few signals over them."""
    rounds = [SimpleNamespace(id=n) for n in range(draw(st.integers(0, 12)))]
    told = [SimpleNamespace(id=n, polarity=p, weight=w) for n, (p, w) in enumerate(draw(st.lists(signals, max_size=8)))]
    marks: dict[tuple[int, int | None], Any] = {}
    for signal in told:
        for held in rounds:
            if draw(st.booleans()):
                marks[signal.id, held.id] = SimpleNamespace(checked=draw(states), evidence="")
    return rounds, [line_of(signal, rounds, marks) for signal in told]


@given(matrices())
def test_the_sums_of_the_rounds_and_of_the_lines_are_the_same_cells(matrix: tuple[list[Any], list[Line]]) -> None:
    rounds, lines = matrix
    sums = sums_of(rounds, lines)
    assert sum(each.up + each.down for each in sums) == sum(line.sum for line in lines)
    assert sum(each.known for each in sums) == sum(len(line.known) for line in lines)
    for at, each in enumerate(sums):
        assert each.up + each.down == sum(line.worth for line in each.terms)
        assert all(line.cells[at].checked and line.worth for line in each.terms)
        assert each.up >= 0 >= each.down


@given(st.lists(states, max_size=12))
def test_a_signal_turned_wherever_it_found_the_opposite_of_the_last_time(found: list[bool | None]) -> None:
    rounds = [SimpleNamespace(id=n) for n in range(len(found))]
    marks: Any = {(1, n): SimpleNamespace(checked=state, evidence="") for n, state in enumerate(found)}
    line = line_of(SimpleNamespace(id=1, polarity="positive", weight=1), rounds, marks)
    known = [state for state in found if state is not None]
    turned = [one is not other for one, other in pairwise(known)]
    assert [cell.turned for cell in line.known] == [False, *turned][: len(known)]
    assert not any(cell.turned for cell in line.cells if not cell.is_known)
    assert [after.checked for _before, after in line.turns] == [not before.checked for before, _after in line.turns]
    assert [y for _x, y in line.points] == [TOP if state else BOTTOM for state in known]
    assert sorted(x for x, _y in line.points) == [x for x, _y in line.points]
