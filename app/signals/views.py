"""Signals × rounds, and the ticks and the evidence of one signal, in a round or on the sheet."""

from functools import partial

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from app.db import writing
from app.models import Round, Signal
from app.models.conflict import Words
from app.models.mark import EVIDENCE_LIMIT
from app.models.signal import HEAVIEST
from app.signals.queries import matrix
from app.web.access import my_workbook, place
from app.web.meeting import deciding, met
from app.web.reply import saved, text_saved
from app.web.request import choice_field, text_field, version_field

bp = Blueprint("signals", __name__)

STATES = {"seen": True, "not_seen": False, "unasked": None}


@bp.get("/workbooks/<uid:workbook>/signals")
def show(workbook: str) -> str:
    """Signals × rounds."""
    mine = my_workbook(workbook)
    return render_template("signals/matrix.html", workbook=mine, page=matrix(mine.id), most=HEAVIEST)


@bp.post("/workbooks/<uid:workbook>/signals/<uid:signal>/mark")
def mark(workbook: str, signal: str) -> Response:
    """Tick a signal on the sheet itself."""
    with writing() as connection:
        Signal.mark(connection, place(connection, Signal, workbook, signal), None, "checked" in request.form)
    return saved(lambda: url_for("sheet.sheet", workbook=workbook, _anchor=f"b-{signal}"))


@bp.post("/workbooks/<uid:workbook>/rounds/<uid:round_>/signals/<uid:signal>/mark")
def mark_in_round(workbook: str, round_: str, signal: str) -> Response:
    """Say of a signal in a round: seen, looked for and not seen, or not looked for."""
    state = STATES[choice_field("state", tuple(STATES))]
    with writing() as connection:
        round_id = place(connection, Round, workbook, round_).id
        Signal.mark(connection, place(connection, Signal, workbook, signal), round_id, state)
    if request.form.get("from") == "matrix":
        return saved(lambda: url_for(".show", workbook=workbook, _anchor=f"b-{signal}"))
    return saved(partial(_back, workbook, round_, signal))


@bp.post("/workbooks/<uid:workbook>/rounds/<uid:round_>/signals/<uid:signal>/evidence")
def witness(workbook: str, round_: str, signal: str) -> Response:
    """Save what was seen or heard that speaks for a signal in a round."""
    evidence, version = text_field("evidence", EVIDENCE_LIMIT), version_field()
    with writing() as connection:
        round_id = place(connection, Round, workbook, round_).id
        found = place(connection, Signal, workbook, signal)
        outcome = Signal.witness(connection, found, round_id, evidence, version, keep=deciding())
        outcome = met(connection, found, outcome, "mark", "evidence", version, Words(evidence))
    return text_saved(
        outcome,
        {"evidence": evidence},
        (Signal, signal),
        partial(_back, workbook, round_, signal),
    )


def _back(workbook: str, round_: str, signal: str) -> str:
    """To the signal on the page it was marked on: the round's, its live one, or its debrief."""
    if request.form.get("from") == "debrief":
        return url_for("debriefing.debrief", workbook=workbook, round_=round_, _anchor=f"b-{signal}")
    if request.form.get("from") == "live":
        return url_for("rounds.live", workbook=workbook, round_=round_, signals=1, _anchor=f"b-{signal}")
    return url_for("rounds.show", workbook=workbook, round_=round_, _anchor=f"b-{signal}")
