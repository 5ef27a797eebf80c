"""Goals by horizon, what is said of one, and the ticks of goals, tasks and their steps: three nouns, one way."""

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from app.db import writing
from app.goals import said
from app.goals.queries import goals_page
from app.goals.reasons import LINE, match, one_line, reason_named, reason_of
from app.models import Goal, Reason, Requirement, Step, Task
from app.models.conflict import Words
from app.models.notes import NOTES_LIMIT
from app.web.access import my_workbook, place
from app.web.meeting import deciding, met
from app.web.reply import Back, saved, text_saved
from app.web.request import day_field, text_field, version_field

bp = Blueprint("goals", __name__)


@bp.get("/workbooks/<uid:workbook>/goals")
def show(workbook: str) -> str:
    """Goals by horizon; `why` names the goal a reason is being chosen for."""
    mine, choosing = my_workbook(workbook), request.args.get("why")
    page = goals_page(mine.id, choosing is not None)
    return render_template("goals/goals.html", workbook=mine, page=page, choosing=choosing, said=said)


@bp.post("/workbooks/<uid:workbook>/goals/<uid:goal>/done")
def goal(workbook: str, goal: str) -> Response:
    """Tick a goal."""
    return _tick(Goal, workbook, goal)


@bp.post("/workbooks/<uid:workbook>/tasks/<uid:task>/done")
def task(workbook: str, task: str) -> Response:
    """Tick a task."""
    return _tick(Task, workbook, task)


@bp.post("/workbooks/<uid:workbook>/steps/<uid:step>/done")
def step(workbook: str, step: str) -> Response:
    """Tick a step of a goal or a task."""
    return _tick(Step, workbook, step)


@bp.post("/workbooks/<uid:workbook>/goals/<uid:goal>/notes")
def notes(workbook: str, goal: str) -> Response:
    """Save the notes of a goal."""
    text, version = text_field("notes", NOTES_LIMIT), version_field()
    with writing() as connection:
        held = place(connection, Goal, workbook, goal)
        outcome = Goal.annotate(connection, held, text, version, keep=deciding())
        outcome = met(connection, held, outcome, "goal", "notes", version, Words(text))
    return text_saved(outcome, {"notes": text}, (Goal, goal), _at(workbook, goal))


@bp.post("/workbooks/<uid:workbook>/goals/<uid:goal>/due")
def due(workbook: str, goal: str) -> Response:
    """Set the day a goal is due, or none."""
    day = day_field("due_on")
    with writing() as connection:
        Goal.plan(connection, place(connection, Goal, workbook, goal), day)
    return saved(_at(workbook, goal))


@bp.post("/workbooks/<uid:workbook>/goals/<uid:goal>/reasons")
def because(workbook: str, goal: str) -> Response:
    """Say why: a requirement, a strength or a question."""
    why = text_field("reason", LINE)
    with writing() as connection:
        held = place(connection, Goal, workbook, goal)
        noun, found = reason_named(connection, workbook, why)
        Reason.give(connection, held, noun, found.id)
    return saved(_at(workbook, goal))


@bp.post("/workbooks/<uid:workbook>/goals/<uid:goal>/reasons/<uid:reason>/remove")
def not_because(workbook: str, goal: str, reason: str) -> Response:
    """Say that something is not why, or not any more."""
    with writing() as connection:
        held = place(connection, Goal, workbook, goal)
        noun, found = reason_named(connection, workbook, reason)
        Reason.withdraw(connection, held, noun, found.id)
    return saved(_at(workbook, goal))


@bp.post("/workbooks/<uid:workbook>/goals/<uid:goal>/reasons/<uid:requirement>/matched")
def matched(workbook: str, goal: str, requirement: str) -> Response:
    """Say that a goal has met a requirement it was for, with a line of evidence."""
    line, version = one_line(text_field("evidence", LINE)), version_field()
    with writing() as connection:
        held = place(connection, Goal, workbook, goal)
        met = reason_of(connection, held, place(connection, Requirement, workbook, requirement))
        outcome = match(connection, met, line, version)
    return text_saved(outcome, {"evidence": line}, (Requirement, requirement), _at(workbook, goal))


def _tick(noun: type[Goal | Task | Step], workbook: str, uid: str) -> Response:
    with writing() as connection:
        noun.tick(connection, place(connection, noun, workbook, uid), "checked" in request.form)
    page = ".show" if request.form.get("from") == "goals" else "sheet.sheet"
    return saved(lambda: url_for(page, workbook=workbook, _anchor=f"b-{uid}"))


def _at(workbook: str, goal: str) -> Back:
    return lambda: url_for(".show", workbook=workbook, _anchor=f"g-{goal}")
