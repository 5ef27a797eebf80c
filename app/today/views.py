"""The first page: the openings, how each stands, and the ways to begin one."""

from flask import Blueprint, render_template, url_for
from werkzeug.wrappers import Response

from app.clock import now
from app.db import writing
from app.models import Workbook
from app.models.workbook import STATES
from app.today.queries import openings
from app.web.access import my_workbook, owner
from app.web.reply import saved
from app.web.request import choice_field

bp = Blueprint("today", __name__)


@bp.get("/")
def today() -> str:
    """The openings."""
    return render_template("today/today.html", openings=openings(owner(), now()))


@bp.post("/workbooks/<uid:workbook>/state")
def stand(workbook: str) -> Response:
    """Say how an opening stands."""
    state, mine = choice_field("state", STATES), my_workbook(workbook)
    with writing() as connection:
        Workbook.become(connection, mine.id, state)
    return saved(lambda: url_for(".today", _anchor=f"w-{workbook}"))
