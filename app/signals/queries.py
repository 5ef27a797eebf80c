"""Signals over rounds, read in three statements."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import BindParameter, Row, bindparam, select

from app.db import read
from app.models import Mark, Round, Section, Signal
from app.models.order import in_order


@dataclass(frozen=True)
class Matrix:
    """Signals and rounds in their order, and what was seen of a signal in a round, by the keys of both."""

    signals: Sequence[Row[int, str, int | None, int, str, str, str]]
    rounds: Sequence[Row[int, str, str, str, int]]
    marks: dict[tuple[int, int | None], Row[int, int | None, bool | None, str]]


def matrix(workbook_id: int) -> Matrix:
    """The signals of a workbook over its rounds."""
    signals = in_order(read().execute(_SIGNALS, {"w": workbook_id}))
    rounds = read().execute(_ROUNDS, {"w": workbook_id}).all()
    marks = {(row.signal_id, row.round_id): row for row in read().execute(_MARKS, {"w": workbook_id})}
    return Matrix(signals, rounds, marks)


_W: BindParameter[int] = bindparam("w")
_SIGNALS = (
    select(
        Signal.id,
        Signal.uid,
        Signal.parent_id,
        Signal.position,
        Signal.text,
        Signal.polarity,
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
