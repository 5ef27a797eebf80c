"""One question's page, read in four statements beside the workbook: the question, what each round said to it, who sat
there, and which answers contradict each other."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import abort
from sqlalchemy import BindParameter, Row, and_, bindparam, select
from sqlalchemy.orm import aliased

from app.db import read
from app.models import Answer, Contradiction, Interviewer, Question, Round, Section
from app.models.round import is_here
from app.web.difference import Part, difference, excerpt

Found = Row[*tuple[Any, ...]]


@dataclass(frozen=True)
class Said:
    """A round with its people and what was said in it. `parts` tell how that differs from `former`, the answer of the
    last round before that has one."""

    round: Found
    people: Sequence[Found]
    former: Found | None
    parts: list[Part]


@dataclass(frozen=True)
class Over:
    """A question over all rounds."""

    question: Found
    said: list[Said]
    contradictions: Sequence[Found]

    @property
    def answered(self) -> list[Found]:
        """The rounds whose answer has words."""
        return [one.round for one in self.said if one.round.body]

    def count(self, outcome: str) -> int:
        """How many rounds it came out like this; an answer without a word about it counts as answered."""
        return sum(1 for one in self.said if (one.round.outcome or ("answered" if one.round.body else "")) == outcome)


def over_all_rounds(workbook_id: int, uid: str) -> Over:
    """The question of that id with all that was said to it; 404 where there is none, 410 where it lies in the bin."""
    question = read().execute(_QUESTION, {"w": workbook_id, "u": uid}).first()
    if question is None or question.removal_id is not None:
        abort(404 if question is None else 410)
    people: dict[int, list[Found]] = defaultdict(list)
    for row in read().execute(_PEOPLE, {"w": workbook_id}):
        people[row.round_id].append(row)
    said: list[Said] = []
    former: Found | None = None
    for held in read().execute(_ROUNDS, {"w": workbook_id, "q": question.id}):
        parts = excerpt(difference(former.body, held.body)) if former and held.body else []
        said.append(Said(held, people[held.id], former if parts else None, parts))
        former = held if held.body else former
    return Over(question, said, read().execute(_CONTRADICTIONS, {"q": question.id}).all())


_W: BindParameter[int] = bindparam("w")
_Q: BindParameter[int] = bindparam("q")
_QUESTION = (
    select(
        Question.id,
        Question.uid,
        Question.number,
        Question.text,
        Question.priority,
        Question.audience,
        Question.removal_id,
        Section.title.label("section"),
        Answer.body,
        Answer.version,
    )
    .join(Section, Section.id == Question.section_id)
    .outerjoin(Answer, and_(Answer.question_id == Question.id, Answer.round_id.is_(None)))
    .where(Question.workbook_id == _W, Question.uid == bindparam("u"))
)
_ROUNDS = (
    select(
        Round.id,
        Round.uid,
        Round.name,
        Round.kind,
        Round.scheduled_at,
        Round.number(),
        Answer.uid.label("answer"),
        Answer.body,
        Answer.version,
        Answer.outcome,
        Answer.went_badly,
    )
    .outerjoin(Answer, and_(Answer.round_id == Round.id, Answer.question_id == _Q))
    .where(Round.workbook_id == _W, Round.removal_id.is_(None))
    .order_by(Round.position)
)
_PEOPLE = (
    select(Interviewer.round_id, Interviewer.name, Interviewer.role)
    .join(Round, Round.id == Interviewer.round_id)
    .where(Round.workbook_id == _W)
    .order_by(Interviewer.position)
)
_first, _second = aliased(Answer), aliased(Answer)
_CONTRADICTIONS = (
    select(
        Contradiction.uid,
        Contradiction.note,
        Contradiction.version,
        _first.uid.label("one"),
        _second.uid.label("two"),
    )
    .join(_first, _first.id == Contradiction.answer_id)
    .join(_second, _second.id == Contradiction.other_id)
    .where(_first.question_id == _Q, is_here(_first.round_id), is_here(_second.round_id))
    .order_by(Contradiction.id)
)
