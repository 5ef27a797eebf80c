"""Ticks of goals, tasks and their steps: three nouns, one way."""

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response

from app.db import writing
from app.models import Goal, Step, Task
from app.web.access import place
from app.web.reply import saved

bp = Blueprint("goals", __name__)


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


def _tick(noun: type[Goal | Task | Step], workbook: str, uid: str) -> Response:
    with writing() as connection:
        noun.tick(connection, place(connection, noun, workbook, uid), "checked" in request.form)
    return saved(lambda: url_for("sheet.sheet", workbook=workbook, _anchor=f"b-{uid}"))
