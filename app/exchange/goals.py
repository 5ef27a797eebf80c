"""Goals and tasks with their steps, out of the tables: steps nest to any depth, and goals tell what they are for."""

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select, union_all

from app.exchange import document as doc
from app.exchange.rows import instant, lines
from app.models import Goal, Question, Reason, Requirement, Step, Strength, Task

if TYPE_CHECKING:
    from app.exchange.load import Loading


def goals_and_tasks(loading: "Loading") -> tuple[list[doc.Goal], list[doc.Task]]:
    """Both in their order, each with what stands beneath it."""
    steps: dict[tuple[str, int], list[doc.Step]] = defaultdict(list)
    for r in loading.items(Step, "goal_id", "task_id", "parent_id", "text", "done"):
        # Each step gets the very list its own steps will be put into.
        step = doc.Step(
            id=r.uid,
            section=loading.sections[r.section_id].id,
            position=r.position,
            lines=lines(r),
            text=r.text,
            done=r.done,
            steps=steps["step", r.id],
        )
        above = ("step", r.parent_id) if r.parent_id else ("goal", r.goal_id) if r.goal_id else ("task", r.task_id)
        steps[above].append(step)
    why = _reasons(loading)
    goals = [
        doc.Goal(
            **loading.place(r),
            text=r.text,
            horizon=r.horizon,
            done=r.done,
            done_at=instant(r.done_at),
            due_on=r.due_on.isoformat() if r.due_on else None,
            notes=r.notes,
            why=why[r.id],
            steps=steps["goal", r.id],
        )
        for r in loading.items(Goal, "text", "horizon", "done", "done_at", "due_on", "notes")
    ]
    tasks = [
        doc.Task(**loading.place(r), text=r.text, done=r.done, steps=steps["task", r.id])
        for r in loading.items(Task, "text", "done")
    ]
    return goals, tasks


def _reasons(loading: "Loading") -> dict[int, list[str]]:
    """The ids of what each goal is for, in the order they were named."""
    found: dict[int, list[str]] = defaultdict(list)
    named = (
        select(Reason.id.label("reason"), Reason.goal_id, model.uid)
        .join(model, model.id == column)
        .where(Reason.workbook_id == loading.id, model.removal_id.is_(None))
        for model, column in (
            (Requirement, Reason.requirement_id),
            (Strength, Reason.strength_id),
            (Question, Reason.question_id),
        )
    )
    for row in loading.connection.execute(union_all(*named).order_by("reason")):
        found[row.goal_id].append(row.uid)
    return found
