"""Signals over rounds, read in three statements."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import BindParameter, Row, bindparam, select

from app.db import read
from app.models import Mark, Round, Section, Signal
from app.models.order import in_order
from app.signals.reading import Line, Sum, line_of, sums_of


@dataclass(frozen=True)
class Matrix:
    """The rounds, a line for each signal over them, and what each round comes to."""

    rounds: Sequence[Row[int, str, str, str, int]]
    lines: Sequence[Line]
    sums: Sequence[Sum]


def matrix(workbook_id: int) -> Matrix:
    """The signals of a workbook over its rounds."""
    signals = in_order(read().execute(_SIGNALS, {"w": workbook_id}))
    rounds = read().execute(_ROUNDS, {"w": workbook_id}).all()
    marks = {(row.signal_id, row.round_id): row for row in read().execute(_MARKS, {"w": workbook_id})}
    lines = [line_of(signal, rounds, marks) for signal in signals]
    return Matrix(rounds, lines, sums_of(rounds, lines))


_W: BindParameter[int] = bindparam("w")
_SIGNALS = (
    select(
        Signal.id,
        Signal.uid,
        Signal.parent_id,
        Signal.position,
        Signal.text,
        Signal.polarity,
        Signal.weight,
        Section.title.label("section"),
    )
    .join(Section, Section.id == Signal.section_id)
    .where(Signal.workbook_id == _W, Signal.removal_id.is_(None))
    .order_by(Section.position, Signal.position)
)
_ROUNDS = (
    select(Round.id, Round.uid, Round.name, Round.kind, Round.number())
    .where(Round.workbook_id == _W, Round.removal_id.is_(None))
    .order_by(Round.position)
)
_MARKS = select(Mark.signal_id, Mark.round_id, Mark.checked, Mark.evidence).where(
    Mark.workbook_id == _W, Mark.round_id.is_not(None)
)
