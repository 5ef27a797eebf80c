"""The six statements that a sheet is read by, made once. Each gives plain rows of one workbook, live ones alone."""

from typing import Any

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    String,
    and_,
    bindparam,
    case,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import Mapped, aliased

from app.models import (
    Answer,
    Contradiction,
    Goal,
    Info,
    Item,
    Mark,
    PitchPoint,
    Question,
    Requirement,
    Responsibility,
    Round,
    Section,
    Signal,
    Step,
    Strength,
    Task,
    Transfer,
)
from app.models.round import is_here


def _plain(
    model: type[Item], kind: str, text: Mapped[str], note: Mapped[str] | None, state: Any = None, done: Any = None
) -> Any:
    return select(
        literal(kind).label("kind"),
        model.id,
        model.uid,
        model.section_id,
        model.position,
        text.label("text"),
        (literal("") if note is None else note).label("note"),
        (null() if state is None else state).cast(String).label("state"),
        (literal(False) if done is None else done).label("done"),
    ).where(model.workbook_id == _W, model.removal_id.is_(None))


_W: BindParameter[int] = bindparam("w")
SECTIONS = (
    select(Section.id, Section.uid, Section.parent_id, Section.title, Section.level, Section.kind, Section.text)
    .where(Section.workbook_id == _W, Section.removal_id.is_(None))
    .order_by(Section.position)
)
PLAIN: CompoundSelect[Any] = union_all(
    _plain(Info, "info", Info.value, Info.label),
    _plain(Responsibility, "responsibility", Responsibility.text, Responsibility.note),
    _plain(Requirement, "requirement", Requirement.text, Requirement.evidence, Requirement.status),
    _plain(Strength, "strength", Strength.text, Strength.note),
    _plain(Transfer, "transfer", Transfer.text, Transfer.note),
    _plain(PitchPoint, "pitch_point", PitchPoint.text, PitchPoint.note),
    _plain(Goal, "goal", Goal.text, Goal.notes, Goal.horizon, Goal.done),
    _plain(Task, "task", Task.text, None, None, Task.done),
)
_ANSWERED = (
    select(
        Answer.question_id,
        func.sum(case((Answer.tells(), 1), else_=0)).label("rounds"),
        func.sum(case((Answer.outcome == "evaded", 1), else_=0)).label("evaded"),
    )
    .where(Answer.workbook_id == _W, Answer.round_id.is_not(None), is_here(Answer.round_id))
    .group_by(Answer.question_id)
    .subquery()
)
_first, _second = aliased(Answer), aliased(Answer)
_CLASHING = (
    select(_first.question_id, func.count().label("clashes"))
    .join(Contradiction, Contradiction.answer_id == _first.id)
    .join(_second, _second.id == Contradiction.other_id)
    .where(Contradiction.workbook_id == _W, is_here(_first.round_id), is_here(_second.round_id))
    .group_by(_first.question_id)
    .subquery()
)
QUESTIONS = (
    select(
        literal("question").label("kind"),
        Question.uid,
        Question.section_id,
        Question.position,
        Question.number,
        Question.text,
        Question.asked,
        Question.priority,
        Question.audience,
        Question.direction,
        Answer.body,
        Answer.version,
        _ANSWERED.c.rounds,
        _ANSWERED.c.evaded,
        _CLASHING.c.clashes,
    )
    .outerjoin(Answer, and_(Answer.question_id == Question.id, Answer.round_id.is_(None)))
    .outerjoin(_ANSWERED, _ANSWERED.c.question_id == Question.id)
    .outerjoin(_CLASHING, _CLASHING.c.question_id == Question.id)
    .where(Question.workbook_id == _W, Question.removal_id.is_(None))
)
SIGNALS = (
    select(
        literal("signal").label("kind"),
        Signal.id,
        Signal.uid,
        Signal.parent_id,
        Signal.section_id,
        Signal.position,
        Signal.text,
        Signal.polarity,
        Mark.checked,
    )
    .outerjoin(Mark, and_(Mark.signal_id == Signal.id, Mark.round_id.is_(None)))
    .where(Signal.workbook_id == _W, Signal.removal_id.is_(None))
)
STEPS = (
    select(Step.id, Step.uid, Step.goal_id, Step.task_id, Step.parent_id, Step.text, Step.done)
    .where(Step.workbook_id == _W, Step.removal_id.is_(None))
    .order_by(Step.position)
)
_SAID = (
    select(Answer.round_id, func.count().label("answers"))
    .join(Question, Question.id == Answer.question_id)
    .where(Answer.workbook_id == _W, Answer.round_id.is_not(None), Answer.tells(), Question.removal_id.is_(None))
    .group_by(Answer.round_id)
    .subquery()
)
ROUNDS = (
    select(
        Round.id,
        Round.uid,
        Round.name,
        Round.kind,
        Round.scheduled_at,
        Round.time_zone,
        Round.number(),
        func.coalesce(_SAID.c.answers, 0).label("answers"),
    )
    .outerjoin(_SAID, _SAID.c.round_id == Round.id)
    .where(Round.workbook_id == _W, Round.removal_id.is_(None))
    .order_by(Round.position)
)
