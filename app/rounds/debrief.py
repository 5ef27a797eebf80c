"""The debrief of a round, read beside the round itself in five statements: the rounds, what was asked in it, what they
asked, its signals, and what it left to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Row, and_, bindparam, exists, or_, select
from sqlalchemy.orm import aliased

from app.db import read
from app.models import Answer, FollowUp, Pick, Question, Round, Section
from app.rounds.queries import signals_in

Found = Row[*tuple[Any, ...]]
SHORT = 6  # questions that are looked through at a glance


@dataclass(frozen=True)
class Debrief:
    """`earlier` are the rounds before this one that have a verdict: none of them until this one has its own, for what
    one thought then must not say what one thinks now. `next` is the first round after it that is not debriefed.

    `asked` are the questions that were asked in it or meant to be, `own` those they may ask.
    """

    earlier: Sequence[Found]
    next: Found | None
    asked: Sequence[Found]
    own: Sequence[Found]
    signals: Sequence[Found]
    follow_ups: Sequence[Found]

    @property
    def goes_on(self) -> list[Found]:
        """What got no answer, here or in a later round: it is suggested again by itself (app/rounds/suggest.py)."""
        return [one for one in self.asked if not one.told and not one.told_later]

    @property
    def in_sight(self) -> list[Found]:
        """Of what they may ask: all of a short list, of a long one those of which something is said."""
        return [one for one in self.own if len(self.own) <= SHORT or one.went_badly or one.body]

    @property
    def answered(self) -> list[Found]:
        """What was said to be answered, in words."""
        return [one for one in self.asked if one.outcome == "answered" and one.body]


def debrief_of(workbook_id: int, held: Found) -> Debrief:
    """The debrief of a round of that workbook."""
    which = {"w": workbook_id, "r": held.id}
    rounds = read().execute(_ROUNDS, {"w": workbook_id}).all()
    earlier = [one for one in rounds if one.number < held.number and one.verdict]
    return Debrief(
        earlier=earlier if held.verdict else [],
        next=next((one for one in rounds if one.number > held.number and one.state != "debriefed"), None),
        asked=read().execute(_ASKED, which).all(),
        own=read().execute(_OWN, which).all(),
        signals=signals_in(workbook_id, held.id),
        follow_ups=read().execute(_FOLLOW_UPS, which).all(),
    )


_W: BindParameter[int] = bindparam("w")
_R: BindParameter[int] = bindparam("r")
_ROUNDS = (
    select(Round.id, Round.uid, Round.name, Round.kind, Round.state, Round.verdict, Round.number())
    .where(Round.workbook_id == _W, Round.removal_id.is_(None))
    .order_by(Round.position)
)
_later, _held = aliased(Answer), aliased(Round)
_TOLD_LATER = exists().where(
    _later.question_id == Question.id,
    _later.tells(),
    _held.id == _later.round_id,
    _held.removal_id.is_(None),
    _held.position > select(Round.position).where(Round.id == _R).scalar_subquery(),
)
_QUESTIONS = (
    select(
        Question.uid,
        Question.number,
        Question.text,
        Section.uid.label("section_uid"),
        Answer.body,
        Answer.version,
        Answer.outcome,
        Answer.went_badly,
        Answer.tells().label("told"),
        _TOLD_LATER.label("told_later"),
    )
    .join(Section, Section.id == Question.section_id)
    .outerjoin(Answer, and_(Answer.question_id == Question.id, Answer.round_id == _R))
    .outerjoin(Pick, and_(Pick.question_id == Question.id, Pick.round_id == _R))
    .where(Question.workbook_id == _W, Question.removal_id.is_(None))
    .order_by(Section.position, Question.position)
)
_ASKED = _QUESTIONS.where(
    Question.direction == "ask", or_(Answer.outcome.is_not(None), Answer.body != "", Pick.id.is_not(None))
)
_OWN = _QUESTIONS.where(Question.direction == "answer")
_FOLLOW_UPS = (
    select(FollowUp.uid, FollowUp.text, FollowUp.version, FollowUp.due_on, FollowUp.done)
    .where(FollowUp.round_id == _R, FollowUp.removal_id.is_(None))
    .order_by(FollowUp.done, FollowUp.due_on.is_(None), FollowUp.due_on, FollowUp.id)
)
