"""Debriefing a round, straight after it: a verdict first, then what was seen, what goes on and what is left to do."""

from flask import Blueprint, current_app, render_template, url_for
from werkzeug.wrappers import Response

from app.db import writing
from app.models import Round
from app.models.round import VERDICTS
from app.rounds.debrief import debrief_of
from app.rounds.queries import people_of, round_of
from app.web.access import my_workbook, place
from app.web.reply import Back, saved
from app.web.request import choice_field

bp = Blueprint("debriefing", __name__)
ROUND = "/workbooks/<uid:workbook>/rounds/<uid:round_>"


@bp.get(f"{ROUND}/debrief")
def debrief(workbook: str, round_: str) -> str:
    """The debrief of a round."""
    mine = my_workbook(workbook)
    held = round_of(mine.id, round_)
    return render_template(
        "rounds/debrief.html",
        workbook=mine,
        round=held,
        people=people_of(held.id),
        debrief=debrief_of(mine.id, held),
        own_zone=str(current_app.config["ASKBACK"].time_zone),
    )


@bp.post(f"{ROUND}/verdict")
def judge(workbook: str, round_: str) -> Response:
    """Say what one made of the round, in one of four steps."""
    verdict = choice_field("verdict", VERDICTS)
    with writing() as connection:
        Round.judge(connection, place(connection, Round, workbook, round_), verdict)
    return saved(_back(workbook, round_, "verdict"))


def _back(workbook: str, round_: str, anchor: str) -> Back:
    return lambda: url_for(".debrief", workbook=workbook, round_=round_, _anchor=anchor)
