"""Goals by horizon, read as plain rows: six statements, however many goals there are, and a seventh where a reason is
being chosen."""

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Row, String, bindparam, literal, null, select, union_all

from app.db import read
from app.goals.due import Proposal, proposed
from app.goals.sheetday import Since, sheet_day
from app.models import Goal, Info, Question, Reason, Requirement, Section, Step, Strength, Workbook
from app.models.goal import HORIZONS
from app.models.order import in_order
from app.web.days import day_of, today

WHY: dict[str, type[Requirement | Strength | Question]] = {
    "requirement": Requirement,
    "strength": Strength,
    "question": Question,
}


class Laid(NamedTuple):
    """A step where it stands: whether others stand beneath it, and how many lists end behind it."""

    step: Row[Any]
    opens: bool
    closes: int


@dataclass(frozen=True)
class Run:
    """The goals of one section, and the day that its heading proposes."""

    section: Row[Any]
    proposal: Proposal | None
    goals: list[Row[Any]]


@dataclass
class Horizon:
    """The goals of one horizon (or of none), section by section, and how many of them are done and late."""

    name: str | None
    runs: list[Run] = field(default_factory=list)
    total: int = 0
    done: int = 0
    late: int = 0


@dataclass(frozen=True)
class GoalsPage:
    """Everything one rendering of the goals needs; steps and reasons by the key of their goal."""

    horizons: list[Horizon]
    steps: dict[int, list[Laid]]
    reasons: dict[int, list[Row[Any]]]
    choices: list[Row[Any]]
    today: date

    def is_late(self, goal: Row[Any]) -> bool:
        """Whether its day has passed and it is not done."""
        return _is_late(goal, self.today)


def goals_page(workbook_id: int, choosing: bool) -> GoalsPage:
    """The goals of one workbook; with what a reason may be where one is being chosen."""
    rows, which = read().execute, {"w": workbook_id}
    sections: dict[int, Any] = {section.id: section for section in rows(_SECTIONS, which)}
    made = next(iter(sections.values())).made_at
    since = sheet_day((row.label, row.value) for row in rows(_FACTS, which)) or Since(day_of(made), told=False)
    goals: list[Row[Any]] = sorted(rows(_GOALS, which), key=lambda row: _order(row.horizon))
    steps = _laid(in_order(rows(_STEPS, which)))
    reasons: dict[int, list[Row[Any]]] = {}
    for row in sorted(rows(_REASONS, which), key=attrgetter("id")):
        reasons.setdefault(row.goal_id, []).append(row)
    choices = list(rows(_CHOICES, which)) if choosing else []
    day = today()
    return GoalsPage(_horizons(goals, sections, since, day), steps, reasons, choices, day)


def _order(horizon: str | None) -> int:
    return HORIZONS.index(horizon) if horizon else len(HORIZONS)


def _horizons(goals: list[Row[Any]], sections: dict[int, Any], since: Since, today: date) -> list[Horizon]:
    found = []
    for name, alike in groupby(goals, key=attrgetter("horizon")):
        horizon = Horizon(name)
        for section_id, run in groupby(alike, key=attrgetter("section_id")):
            here = list(run)
            horizon.runs.append(Run(sections[section_id], proposed(_titles(sections, section_id), since), here))
            horizon.total += len(here)
            horizon.done += sum(goal.done for goal in here)
            horizon.late += sum(_is_late(goal, today) for goal in here)
        found.append(horizon)
    return found


def _is_late(goal: Row[Any], today: date) -> bool:
    return goal.due_on is not None and goal.due_on < today and not goal.done


def _titles(sections: dict[int, Any], key: int | None) -> list[str]:
    """The headings above a goal, the nearest first."""
    titles = []
    while key in sections:
        titles.append(sections[key].title)
        key = sections[key].parent_id
    return titles


def _laid(steps: list[Row[Any]]) -> dict[int, list[Laid]]:
    """Nested lists in one line, so that no depth is too deep for a template."""
    depth: dict[int | None, int] = {None: 0}
    by_goal: dict[int, list[Row[Any]]] = {}
    for step in steps:
        depth[step.id] = depth[step.parent_id] + 1
        by_goal.setdefault(step.goal_id, []).append(step)
    laid = {}
    for goal_id, own in by_goal.items():
        depths = [depth[step.id] for step in own]
        falls = [here - following for here, following in zip(depths, [*depths[1:], 1], strict=True)]
        laid[goal_id] = [Laid(step, fall < 0, max(fall, 0)) for step, fall in zip(own, falls, strict=True)]
    return laid


_W: BindParameter[int] = bindparam("w")
_SECTIONS = (
    select(Section.id, Section.uid, Section.parent_id, Section.title, Workbook.created_at.label("made_at"))
    .join(Workbook, Workbook.id == Section.workbook_id)
    .where(Section.workbook_id == _W)
)
_FACTS = (
    select(Info.label, Info.value)
    .join(Section, Section.id == Info.section_id)
    .where(Info.workbook_id == _W, Info.removal_id.is_(None))
    .order_by(Section.position, Info.position)
)
_GOALS = (
    select(
        Goal.id,
        Goal.uid,
        Goal.section_id,
        Goal.text,
        Goal.horizon,
        Goal.done,
        Goal.due_on,
        Goal.notes,
        Goal.notes_version,
    )
    .join(Section, Section.id == Goal.section_id)
    .where(Goal.workbook_id == _W, Goal.removal_id.is_(None))
    .order_by(Section.position, Goal.position)
)
_STEPS = (
    select(Step.id, Step.uid, Step.goal_id, Step.parent_id, Step.position, Step.text, Step.done)
    .where(Step.workbook_id == _W, Step.goal_id.is_not(None), Step.removal_id.is_(None))
    .order_by(Step.position)
)
_REASONS = union_all(
    *(
        select(
            literal(noun).label("noun"),
            Reason.id,
            Reason.goal_id,
            model.uid,
            model.text,
            model.version,
            (Requirement.status if model is Requirement else null()).cast(String).label("status"),
        )
        .join(model, model.id == getattr(Reason, f"{noun}_id"))
        .where(Reason.workbook_id == _W, model.removal_id.is_(None))
        for noun, model in WHY.items()
    )
)
_ALL = union_all(
    *(
        select(literal(order).label("sort"), literal(noun).label("noun"), Section.position.label("place"))
        .add_columns(model.position, model.uid, model.text)
        .join(Section, Section.id == model.section_id)
        .where(model.workbook_id == _W, model.removal_id.is_(None))
        for order, (noun, model) in enumerate(WHY.items())
    )
).subquery()
_CHOICES = select(_ALL).order_by(_ALL.c.sort, _ALL.c.place, _ALL.c.position)
