"""Debriefing a round, straight after it: a verdict first, then what was seen, what goes on and what is left to do."""

from collections.abc import Sequence

from flask import Blueprint, abort, current_app, render_template, request, url_for
from werkzeug.wrappers import Response

from app.db import writing
from app.models import Answer, Question, Round
from app.models.round import SIGNS, TOLD_LIMIT, VERDICTS
from app.rounds.debrief import Debrief, Found, debrief_of
from app.rounds.queries import people_of, removed, round_of
from app.rounds.thanks import thanks
from app.web.access import my_workbook, place
from app.web.days import day_of, today
from app.web.reply import Back, saved, text_saved
from app.web.request import choice_field, text_field, version_field

bp = Blueprint("debriefing", __name__)
ROUND = "/workbooks/<uid:workbook>/rounds/<uid:round_>"


@bp.get(f"{ROUND}/debrief")
def debrief(workbook: str, round_: str) -> str:
    """The debrief of a round; `removed` names a removal to take back."""
    mine = my_workbook(workbook)
    held = round_of(mine.id, round_)
    people, found = people_of(held.id), debrief_of(mine.id, held)
    return render_template(
        "rounds/debrief.html",
        workbook=mine,
        round=held,
        people=people,
        debrief=found,
        note=_note(held, people, found),
        removed=removed(mine.id, request.args["removed"]) if "removed" in request.args else None,
        today=today(),
        own_zone=str(current_app.config["ASKBACK"].time_zone),
    )


@bp.post(f"{ROUND}/verdict")
def judge(workbook: str, round_: str) -> Response:
    """Say what one made of the round, in one of four steps."""
    verdict = choice_field("verdict", VERDICTS)
    with writing() as connection:
        Round.judge(connection, place(connection, Round, workbook, round_), verdict)
    return saved(_back(workbook, round_, "verdict"))


@bp.post(f"{ROUND}/signs/<sign>")
def notice(workbook: str, round_: str, sign: str) -> Response:
    """Say whether there was a sign of how they run it: late, rescheduled, silent."""
    if sign not in SIGNS:
        abort(404)
    with writing() as connection:
        Round.notice(connection, place(connection, Round, workbook, round_), sign, "checked" in request.form)
    return saved(_back(workbook, round_, "process"))


@bp.post(f"{ROUND}/process")
def remark(workbook: str, round_: str) -> Response:
    """Save what one noted of how they run it."""
    text, version = text_field("process_note", TOLD_LIMIT), version_field()
    with writing() as connection:
        outcome = Round.remark(connection, place(connection, Round, workbook, round_), text, version)
    return text_saved(outcome, {"process_note": text}, (Round, round_), _back(workbook, round_, "process"))


@bp.post(f"{ROUND}/questions/<uid:question>/regret")
def regret(workbook: str, round_: str, question: str) -> Response:
    """Say whether one's own answer to it went badly in this round."""
    with writing() as connection:
        asked = place(connection, Question, workbook, question)
        held = place(connection, Round, workbook, round_)
        Answer.regret(connection, asked, held.id, "checked" in request.form)
    return saved(_back(workbook, round_, f"b-{question}"))


def _note(held: Found, people: Sequence[Found], found: Debrief) -> str:
    """A thank-you note to copy, dated by when it began, else by when it was to begin."""
    began = held.started_at or held.scheduled_at
    when = day_of(began, held.time_zone) if began else None
    return thanks((person.name for person in people), when, found.answered)


def _back(workbook: str, round_: str, anchor: str) -> Back:
    return lambda: url_for(".debrief", workbook=workbook, round_=round_, _anchor=anchor)
