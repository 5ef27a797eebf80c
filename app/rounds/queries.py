"""One round's page, read in four statements: the round, its people, its questions, its signals."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Row, and_, bindparam, select

from app.db import read
from app.models import Answer, Interviewer, Mark, Question, Round, Section, Signal
from app.models.order import in_order


def rounds_of(workbook_id: int) -> Sequence[Row[str, str, str, datetime | None, int]]:
    """The rounds of a workbook, in their order."""
    return read().execute(_ROUNDS, {"w": workbook_id}).all()


def round_of(workbook_id: int, uid: str) -> Row[*tuple[Any, ...]] | None:
    """One round of a workbook, with its number among them."""
    numbered = _ROUND.subquery()
    return read().execute(select(numbered).where(numbered.c.uid == uid), {"w": workbook_id}).first()


def people_of(round_id: int) -> Sequence[Row[str, str]]:
    """Who sits in a round."""
    return read().execute(_PEOPLE, {"r": round_id}).all()


def questions_in(workbook_id: int, round_id: int) -> Sequence[Row[str, int, str | None, str, str, str, int]]:
    """Every question of the workbook, with what was answered in this round."""
    return read().execute(_QUESTIONS, {"w": workbook_id, "r": round_id}).all()


def signals_in(workbook_id: int, round_id: int) -> list[Row[*tuple[Any, ...]]]:
    """Every signal of the workbook, with what was seen of it in this round."""
    return in_order(read().execute(_SIGNALS, {"w": workbook_id, "r": round_id}))


_W: BindParameter[int] = bindparam("w")
_R: BindParameter[int] = bindparam("r")
_ROUNDS = (
    select(Round.uid, Round.name, Round.kind, Round.scheduled_at, Round.number())
    .where(Round.workbook_id == _W, Round.removal_id.is_(None))
    .order_by(Round.position)
)
_ROUND = select(
    Round.id,
    Round.uid,
    Round.name,
    Round.kind,
    Round.state,
    Round.scheduled_at,
    Round.time_zone,
    Round.minutes,
    Round.place,
    Round.number(),
).where(Round.workbook_id == _W, Round.removal_id.is_(None))
_PEOPLE = select(Interviewer.name, Interviewer.role).where(Interviewer.round_id == _R).order_by(Interviewer.position)
_QUESTIONS = (
    select(
        Question.uid,
        Question.position,
        Question.number,
        Question.text,
        Section.title.label("section"),
        Answer.body,
        Answer.version,
    )
    .join(Section, Section.id == Question.section_id)
    .outerjoin(Answer, and_(Answer.question_id == Question.id, Answer.round_id == _R))
    .where(Question.workbook_id == _W, Question.direction == "ask", Question.removal_id.is_(None))
    .order_by(Section.position, Question.position)
)
_SIGNALS = (
    select(
        Signal.id,
        Signal.uid,
        Signal.parent_id,
        Signal.position,
        Signal.text,
        Signal.polarity,
        Mark.id.label("told"),
        Mark.checked,
        Mark.evidence,
        Mark.version,
    )
    .join(Section, Section.id == Signal.section_id)
    .outerjoin(Mark, and_(Mark.signal_id == Signal.id, Mark.round_id == _R))
    .where(Signal.workbook_id == _W, Signal.removal_id.is_(None))
    .order_by(Section.position, Signal.position)
)
