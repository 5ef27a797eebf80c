"""Rounds: added in two taps, and the page of each."""

from flask import Blueprint, abort, current_app, render_template, request, url_for
from werkzeug.wrappers import Response

from app.clock import new_uid
from app.db import writing
from app.models.round import KINDS
from app.rounds.add import add_round, instant_of
from app.rounds.queries import people_of, questions_in, round_of, rounds_of, signals_in
from app.web.access import my_workbook
from app.web.reply import added
from app.web.request import choice_field, clean_text, uid_field

bp = Blueprint("rounds", __name__)

NAME_LIMIT = 200


@bp.get("/workbooks/<uid:workbook>/rounds")
def all_rounds(workbook: str) -> str:
    """The rounds of a workbook, and the way to add one."""
    mine = my_workbook(workbook)
    return render_template("rounds/rounds.html", workbook=mine, rounds=rounds_of(mine.id))


@bp.post("/workbooks/<uid:workbook>/rounds")
def add(workbook: str) -> Response:
    """Add a round; the sender's own id again is the same round, and adds nothing."""
    uid, kind = uid_field(new_uid), choice_field("kind", KINDS)
    name = clean_text(request.form.get("name", ""), NAME_LIMIT)
    zone = request.form.get("time_zone") or current_app.config["ASKBACK"].time_zone
    at = instant_of(request.form.get("scheduled_at", ""), zone)
    mine = my_workbook(workbook)
    with writing() as connection:
        add_round(connection, mine, uid, kind, name, at, zone)
    return added(uid, url_for(".show", workbook=workbook, round_=uid))


@bp.get("/workbooks/<uid:workbook>/rounds/<uid:round_>")
def show(workbook: str, round_: str) -> str:
    """One round: each question with what was answered in it, each signal with what was seen."""
    mine = my_workbook(workbook)
    held = round_of(mine.id, round_) or abort(404)
    return render_template(
        "rounds/round.html",
        workbook=mine,
        round=held,
        people=people_of(held.id),
        questions=questions_in(mine.id, held.id),
        signals=signals_in(mine.id, held.id),
    )
