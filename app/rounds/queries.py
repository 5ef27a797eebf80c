"""One round's page, read in four statements: the round, its people, its questions, its signals."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from flask import abort
from sqlalchemy import BindParameter, Row, and_, bindparam, select

from app.db import read
from app.models import Answer, FollowUp, Interviewer, Mark, Pick, Question, Removal, Round, Section, Signal
from app.models.order import in_order


def rounds_of(workbook_id: int) -> Sequence[Row[str, str, str, datetime | None, str, int]]:
    """The rounds of a workbook, in their order."""
    return read().execute(_ROUNDS, {"w": workbook_id}).all()


def round_of(workbook_id: int, uid: str) -> Row[*tuple[Any, ...]]:
    """One round of a workbook, with its number among them; 404 where there is none, 410 where it lies in the bin."""
    found = read().execute(select(_NUMBERED).where(_NUMBERED.c.uid == uid), {"w": workbook_id}).first()
    return found or abort(410 if read().scalar(_IN_THE_BIN, {"w": workbook_id, "u": uid}) else 404)


def removal_of(workbook_id: int, uid: str, model: type[Round | FollowUp] = Round) -> str:
    """The public id of the removal that took a round or a follow-up of this workbook; it must lie in the bin."""
    taken = select(Removal.uid).join(model, model.removal_id == Removal.id)
    return read().execute(taken.where(model.workbook_id == workbook_id, model.uid == uid)).scalar_one()


def removed(workbook_id: int, uid: str) -> Row[str, str] | None:
    """The removal of that id and what it took, unless it was taken back."""
    here = Removal.workbook_id == workbook_id, Removal.uid == uid, Removal.restored_at.is_(None)
    return read().execute(select(Removal.uid, Removal.label).where(*here)).first()


def names_in(workbook_id: int) -> Sequence[str]:
    """Everybody who sits in a round of this workbook, by name."""
    here = select(Interviewer.name).distinct().join(Round, Round.id == Interviewer.round_id)
    return read().scalars(here.where(Round.workbook_id == workbook_id, Interviewer.name != "")).all()


def people_of(round_id: int) -> Sequence[Row[str, str]]:
    """Who sits in a round."""
    return read().execute(_PEOPLE, {"r": round_id}).all()


def questions_in(workbook_id: int, round_id: int) -> Sequence[Row[*tuple[Any, ...]]]:
    """Every question of the workbook, with what was answered in this round, and its place in the plan of it."""
    return read().execute(_QUESTIONS, {"w": workbook_id, "r": round_id}).all()


def signals_in(workbook_id: int, round_id: int) -> list[Row[*tuple[Any, ...]]]:
    """Every signal of the workbook, with what was seen of it in this round."""
    return in_order(read().execute(_SIGNALS, {"w": workbook_id, "r": round_id}))


_W: BindParameter[int] = bindparam("w")
_R: BindParameter[int] = bindparam("r")
_ROUNDS = (
    select(Round.uid, Round.name, Round.kind, Round.scheduled_at, Round.state, Round.number())
    .where(Round.workbook_id == _W, Round.removal_id.is_(None))
    .order_by(Round.position)
)
_ROUND = select(
    Round.id,
    Round.uid,
    Round.name,
    Round.kind,
    Round.state,
    Round.started_at,
    Round.scheduled_at,
    Round.time_zone,
    Round.minutes,
    Round.place,
    Round.notes,
    Round.notes_version,
    Round.told,
    Round.told_version,
    Round.verdict,
    Round.late,
    Round.rescheduled,
    Round.silent,
    Round.process_note,
    Round.process_note_version,
    Round.number(),
).where(Round.workbook_id == _W, Round.removal_id.is_(None))
_NUMBERED = _ROUND.subquery()
_IN_THE_BIN = select(Round.uid).where(
    Round.workbook_id == _W, Round.uid == bindparam("u"), Round.removal_id.is_not(None)
)
_PEOPLE = select(Interviewer.name, Interviewer.role).where(Interviewer.round_id == _R).order_by(Interviewer.position)
_QUESTIONS = (
    select(
        Question.uid,
        Question.position,
        Question.number,
        Question.text,
        Section.title.label("section"),
        Section.uid.label("section_uid"),
        Answer.body,
        Answer.version,
        Answer.outcome,
        Answer.tells().label("told"),
        Pick.position.label("planned"),
    )
    .join(Section, Section.id == Question.section_id)
    .outerjoin(Pick, and_(Pick.question_id == Question.id, Pick.round_id == _R))
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
