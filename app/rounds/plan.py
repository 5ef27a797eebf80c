"""The ask plan of a round with all that stands beside it, read in seven statements: the rounds, who sits in them, the
questions with their picks, what other rounds said and meant to ask, what contradicts, and what to bring."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Row, and_, bindparam, literal, select, union_all
from sqlalchemy.orm import aliased

from app.db import read
from app.models import (
    Answer,
    Contradiction,
    Interviewer,
    Pick,
    PitchPoint,
    Question,
    Requirement,
    Round,
    Section,
    Strength,
)
from app.models.round import is_here, is_over
from app.rounds.suggest import Other, Past, Said, suggested

TIME = 8  # minutes for questions, where nobody has said yet how many there are
EACH = 2  # minutes for one of them

Found = Row[*tuple[Any, ...]]


@dataclass(frozen=True)
class Offer:
    """A question with the reasons to ask it, in words."""

    question: Found
    reasons: list[str]


@dataclass(frozen=True)
class Meeting:
    """A round where one told something about oneself, with who sat there."""

    round: Found
    people: Sequence[Found]


@dataclass(frozen=True)
class Plan:
    """What is picked, in its order; what is suggested, the first first; and all other questions.

    `time` and `each` are minutes: as this round says, else as the last one that says so. `told` is this round with what
    one told about oneself there, `before` are the others.
    """

    picked: list[Offer]
    suggested: list[Offer]
    rest: list[Offer]
    time: int
    each: int
    told: Found
    before: list[Meeting]
    bring: dict[str, list[Found]]

    @property
    def count(self) -> int:
        """How many questions there are to ask."""
        return len(self.picked) + len(self.suggested) + len(self.rest)

    @property
    def spent(self) -> int:
        """The minutes that what is picked takes."""
        return sum(offer.question.minutes or self.each for offer in self.picked)


def plan_of(workbook_id: int, held: Found, at: datetime) -> Plan:
    """The plan of a round (its id and kind) of that workbook; `at` is now."""
    which = {"w": workbook_id, "r": held.id}
    rounds = read().execute(_ROUNDS, which).all()
    questions = read().execute(_QUESTIONS, which).all()
    ranked = suggested(questions, held.kind, _past(rounds, which, at))
    reasons = {one.id: why for one, why in ranked}
    picked = sorted((one for one in questions if one.planned is not None), key=lambda one: one.planned)
    return Plan(
        picked=[Offer(one, reasons.get(one.id, [])) for one in picked],
        suggested=[Offer(one, why) for one, why in ranked if one.planned is None],
        rest=[Offer(one, []) for one in questions if one.planned is None and one.id not in reasons],
        time=_said_last(rounds, held.id, "ask_minutes") or TIME,
        each=_said_last(rounds, held.id, "each_minutes") or EACH,
        told=next(one for one in rounds if one.id == held.id),
        before=_meetings(rounds, which),
        bring=_bring(workbook_id),
    )


def _past(rounds: Sequence[Found], which: dict[str, int], at: datetime) -> Past:
    """What the rounds but this one know of the questions."""
    others = [Other(one.id, one.number, is_over(one, at)) for one in rounds if one.id != which["r"]]
    said = [Said(row.question_id, row.round_id, row.told, row.outcome) for row in read().execute(_SAID, which)]
    picks = [(row.question_id, row.round_id) for row in read().execute(_PICKS, which)]
    return Past(others, said, picks, set(read().scalars(_CLASHING, which)))


def _said_last(rounds: Sequence[Found], round_id: int, column: str) -> int | None:
    """What this round says, else what the last one says that says anything."""
    said = [(one.id == round_id, one.number, getattr(one, column)) for one in rounds if getattr(one, column)]
    return max(said)[2] if said else None


def _meetings(rounds: Sequence[Found], which: dict[str, int]) -> list[Meeting]:
    """The other rounds where one told something about oneself, the last first."""
    people: dict[int, list[Found]] = defaultdict(list)
    for row in read().execute(_PEOPLE, which):
        people[row.round_id].append(row)
    return [Meeting(one, people[one.id]) for one in reversed(rounds) if one.told and one.id != which["r"]]


def _bring(workbook_id: int) -> dict[str, list[Found]]:
    found: dict[str, list[Found]] = defaultdict(list)
    for row in read().execute(_BRING, {"w": workbook_id}):
        found[row.kind].append(row)
    return found


_W: BindParameter[int] = bindparam("w")
_R: BindParameter[int] = bindparam("r")
_ROUNDS = (
    select(
        Round.id,
        Round.uid,
        Round.name,
        Round.kind,
        Round.state,
        Round.scheduled_at,
        Round.ask_minutes,
        Round.each_minutes,
        Round.told,
        Round.told_version,
        Round.number(),
    )
    .where(Round.workbook_id == _W, Round.removal_id.is_(None))
    .order_by(Round.position)
)
_PEOPLE = (
    select(Interviewer.round_id, Interviewer.name, Interviewer.role)
    .join(Round, Round.id == Interviewer.round_id)
    .where(Round.workbook_id == _W)
    .order_by(Interviewer.position)
)
_QUESTIONS = (
    select(
        Question.id,
        Question.uid,
        Question.number,
        Question.text,
        Question.priority,
        Question.audience,
        Question.asked,
        Section.title.label("section"),
        Pick.position.label("planned"),
        Pick.minutes,
    )
    .join(Section, Section.id == Question.section_id)
    .outerjoin(Pick, and_(Pick.question_id == Question.id, Pick.round_id == _R))
    .where(Question.workbook_id == _W, Question.direction == "ask", Question.removal_id.is_(None))
    .order_by(Section.position, Question.position)
)
_SAID = select(Answer.question_id, Answer.round_id, Answer.tells().label("told"), Answer.outcome).where(
    Answer.workbook_id == _W, Answer.round_id.is_not(None)
)
_PICKS = select(Pick.question_id, Pick.round_id).where(Pick.workbook_id == _W)
_first, _second = aliased(Answer), aliased(Answer)
_CLASHING = (
    select(_first.question_id)
    .join(Contradiction, Contradiction.answer_id == _first.id)
    .join(_second, _second.id == Contradiction.other_id)
    .where(Contradiction.workbook_id == _W, is_here(_first.round_id), is_here(_second.round_id))
)
_TOPICS = (
    ("pitch_points", PitchPoint, "note"),
    ("strengths", Strength, "note"),
    ("learning", Requirement, "evidence"),
    ("badly", Question, None),
)
_BADLY = select(Answer.question_id).where(Answer.workbook_id == _W, Answer.went_badly, is_here(Answer.round_id))
_WHICH = {Requirement: Requirement.status == "learning", Question: Question.id.in_(_BADLY)}
_LINES = union_all(
    *(
        select(
            literal(kind).label("kind"),
            Section.position.label("chapter"),
            model.position,
            model.uid,
            model.text,
            (getattr(model, tail) if tail else literal("")).label("note"),
        )
        .join(Section, Section.id == model.section_id)
        .where(
            model.workbook_id == _W,
            model.removal_id.is_(None),
            *([_WHICH[model]] if model in _WHICH else []),
        )
        for kind, model, tail in _TOPICS
    )
).subquery()
_BRING = select(_LINES.c.kind, _LINES.c.uid, _LINES.c.text, _LINES.c.note).order_by(_LINES.c.chapter, _LINES.c.position)
