"""The openings, as the first page lists them."""

from typing import Any

from sqlalchemy import Row, and_, func, select

from app.db import read
from app.models import Answer, Question, Round, Workbook


def openings(owner_id: int) -> list[Row[Any]]:
    """Each workbook outside the bin with its questions, those answered anywhere, and its rounds; newest first."""
    return list(read().execute(_OPENINGS.where(Workbook.owner_id == owner_id)).all())


_QUESTIONS = (
    select(
        Question.workbook_id,
        func.count(Question.id.distinct()).label("questions"),
        func.count(Answer.question_id.distinct()).label("answered"),
    )
    .outerjoin(Answer, and_(Answer.question_id == Question.id, Answer.body != ""))
    .where(Question.removal_id.is_(None))
    .group_by(Question.workbook_id)
    .subquery()
)
_ROUNDS = select(Round.workbook_id, func.count().label("rounds")).group_by(Round.workbook_id).subquery()
_OPENINGS = (
    select(
        Workbook.id,
        Workbook.uid,
        Workbook.title,
        Workbook.state,
        _QUESTIONS.c.questions,
        _QUESTIONS.c.answered,
        _ROUNDS.c.rounds,
    )
    .outerjoin(_QUESTIONS, _QUESTIONS.c.workbook_id == Workbook.id)
    .outerjoin(_ROUNDS, _ROUNDS.c.workbook_id == Workbook.id)
    .where(Workbook.deleted_at.is_(None))
    .order_by(Workbook.uid.desc())
)
