"""The openings as the first page lists them: four statements, however many there are."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import and_, bindparam, func, select

from app.db import read
from app.markdown import Fact, fact_of
from app.models import Answer, Conflict, FollowUp, Info, Question, Round, Section, Workbook
from app.models.round import is_here, is_over

OVER = ("declined", "ghosted", "archived")  # nothing more is to be done for these

NAMES: tuple[Fact, ...] = ("company", "position")


@dataclass(frozen=True)
class Opening:
    """A workbook with its counts, what its sheet says of the opening, its next round, the last that waits for its
    debrief, and what rounds left to do.
    """

    book: Any
    facts: dict[Fact, str]
    rounds: int
    next: Any
    debrief: Any
    follow_ups: list[Any]

    @property
    def is_over(self) -> bool:
        return self.book.state in OVER

    @property
    def told(self) -> dict[Fact, str]:
        """The facts to tell beside the title: where it is company and position, it tells them itself."""
        named = " - ".join(self.facts[name] for name in NAMES if name in self.facts)
        return {name: value for name, value in self.facts.items() if name not in NAMES or named != self.book.title}


def openings(owner_id: int, at: datetime) -> list[Opening]:
    """The workbooks outside the bin: those with a round after `at` first, the earliest before; then the newest."""
    whose = {"owner": owner_id}
    facts = _facts(read().execute(_FACTS, whose))
    rounds: defaultdict[int, list[Any]] = defaultdict(list)
    for row in read().execute(_ROUNDS, whose):
        rounds[row.workbook_id].append(row)
    left: defaultdict[int, list[Any]] = defaultdict(list)
    for owed in read().execute(_FOLLOW_UPS, whose):
        left[owed.workbook_id].append(owed)
    books = read().execute(_BOOKS, whose)
    listed = [_opening(book, facts[book.id], rounds[book.id], left[book.id], at) for book in books]
    coming = [opening for opening in listed if opening.next and not opening.is_over]
    return sorted(coming, key=attrgetter("next.scheduled_at")) + [one for one in listed if one not in coming]


def _opening(book: Any, facts: dict[Fact, str], rounds: list[Any], left: list[Any], at: datetime) -> Opening:
    coming = (row for row in rounds if row.scheduled_at and row.scheduled_at >= at)
    waiting = (row for row in rounds if is_over(row, at) and row.state != "debriefed")
    return Opening(
        book=book,
        facts=facts,
        rounds=len(rounds),
        next=min(coming, key=attrgetter("scheduled_at"), default=None),
        debrief=max(waiting, key=attrgetter("number"), default=None),
        follow_ups=left,
    )


def _facts(rows: Any) -> defaultdict[int, dict[Fact, str]]:
    """The company, the position and the day, where a label says that it is one; the first of two counts."""
    found: defaultdict[int, dict[Fact, str]] = defaultdict(dict)
    for row in rows:
        if row.value and (fact := fact_of(row.label)):
            found[row.workbook_id].setdefault(fact, row.value)
    return found


_OWNER = bindparam("owner", type_=Workbook.owner_id.type)
_QUESTIONS = (
    select(
        Question.workbook_id,
        func.count(Question.id.distinct()).label("questions"),
        func.count(Answer.question_id.distinct()).label("answered"),
    )
    .outerjoin(Answer, and_(Answer.question_id == Question.id, Answer.tells(), is_here(Answer.round_id)))
    .where(Question.owner_id == _OWNER, Question.removal_id.is_(None))
    .group_by(Question.workbook_id)
    .subquery()
)
_BOOKS = (
    select(
        Workbook.id,
        Workbook.uid,
        Workbook.title,
        Workbook.state,
        func.coalesce(_QUESTIONS.c.questions, 0).label("questions"),
        func.coalesce(_QUESTIONS.c.answered, 0).label("answered"),
        Conflict.open().label("conflicts"),
    )
    .outerjoin(_QUESTIONS, _QUESTIONS.c.workbook_id == Workbook.id)
    .where(Workbook.owner_id == _OWNER, Workbook.deleted_at.is_(None))
    .order_by(Workbook.uid.desc())
)
_FACTS = (
    select(Info.workbook_id, Info.label, Info.value)
    .join(Section, Section.id == Info.section_id)
    .join(Workbook, Workbook.id == Info.workbook_id)
    .where(Info.owner_id == _OWNER, Info.removal_id.is_(None), Workbook.deleted_at.is_(None))
    .order_by(Section.position, Info.position)
)
_ROUNDS = select(
    Round.workbook_id, Round.uid, Round.name, Round.kind, Round.scheduled_at, Round.state, Round.number()
).where(Round.owner_id == _OWNER, Round.removal_id.is_(None))
_FOLLOW_UPS = (
    select(FollowUp.workbook_id, FollowUp.uid, FollowUp.text, FollowUp.due_on, Round.uid.label("round"))
    .join(Round, Round.id == FollowUp.round_id)
    .where(FollowUp.owner_id == _OWNER, ~FollowUp.done, FollowUp.removal_id.is_(None), Round.removal_id.is_(None))
    .order_by(FollowUp.due_on.is_(None), FollowUp.due_on, FollowUp.id)
)
