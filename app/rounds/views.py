"""Rounds: added in two taps, arranged in a panel, and the page of each."""

from typing import Any

from flask import Blueprint, Response, current_app, render_template, request, url_for
from sqlalchemy import Row
from werkzeug.exceptions import Gone, NotFound
from werkzeug.wrappers import Response as BaseResponse

from app.clock import new_uid, now
from app.db import writing
from app.language import gettext as _
from app.models import Removal, Round
from app.models.conflict import Words
from app.models.notes import NOTES_LIMIT
from app.models.round import KINDS, STATES, is_over
from app.rounds.add import add_round, instant_of
from app.rounds.arranged import LONGEST, NAME_LIMIT, SEATS, ZONES, arranged, began, local_time, seated
from app.rounds.calendar import event
from app.rounds.live import in_turn, turn
from app.rounds.queries import names_in, people_of, questions_in, removal_of, removed, round_of, rounds_of, signals_in
from app.web.access import my_workbook, place
from app.web.labels import round_name
from app.web.meeting import deciding, met
from app.web.reply import Back, added, saved, text_saved
from app.web.request import choice_field, clean_text, text_field, uid_field, version_field
from app.web.text import plain

bp = Blueprint("rounds", __name__)


@bp.get("/workbooks/<uid:workbook>/rounds")
def all_rounds(workbook: str) -> str:
    """The rounds of a workbook, and the way to add one; `removed` names a removal to take back."""
    mine = my_workbook(workbook)
    gone = removed(mine.id, request.args["removed"]) if "removed" in request.args else None
    rounds, at = rounds_of(mine.id), now()
    over = {held.uid for held in rounds if is_over(held, at)}
    return render_template("rounds/rounds.html", workbook=mine, rounds=rounds, over=over, removed=gone)


@bp.post("/workbooks/<uid:workbook>/rounds")
def add(workbook: str) -> BaseResponse:
    """Add a round; the sender's own id again is the same round, and adds nothing."""
    uid, kind = uid_field(new_uid), choice_field("kind", KINDS)
    name = clean_text(request.form.get("name", ""), NAME_LIMIT)
    zone = request.form.get("time_zone") or _own_zone()
    at = instant_of(request.form.get("scheduled_at", ""), zone)
    mine = my_workbook(workbook)
    with writing() as connection:
        add_round(connection, mine, uid, kind, name, at, zone)
    return added(uid, url_for(".show", workbook=workbook, round_=uid))


@bp.get("/workbooks/<uid:workbook>/rounds/<uid:round_>")
def show(workbook: str, round_: str) -> str:
    """One round: each question with what was answered in it, each signal with what was seen; `edit` opens its panel."""
    mine = my_workbook(workbook)
    held = round_of(mine.id, round_)
    return render_template(
        "rounds/round.html",
        workbook=mine,
        round=held,
        people=people_of(held.id),
        questions=questions_in(mine.id, held.id),
        signals=signals_in(mine.id, held.id),
        panel=_panel(mine.id, held) if "edit" in request.args else None,
        own_zone=_own_zone(),
    )


@bp.get("/workbooks/<uid:workbook>/rounds/<uid:round_>/live")
def live(workbook: str, round_: str) -> str:
    """The page for the call: one question at a time, as `at`, `after` and `back` say (`turn`)."""
    mine = my_workbook(workbook)
    held = round_of(mine.id, round_)
    questions = in_turn(questions_in(mine.id, held.id))
    return render_template(
        "rounds/live.html",
        workbook=mine,
        round=held,
        people=people_of(held.id),
        questions=questions,
        at=turn(questions, request.args),
        signals=signals_in(mine.id, held.id),
    )


@bp.get("/workbooks/<uid:workbook>/rounds/<uid:round_>.ics")
def calendar(workbook: str, round_: str) -> Response:
    """The round as an event for calendars, with the way back to its live page; 404 where it has no time yet."""
    mine = my_workbook(workbook)
    held = round_of(mine.id, round_)
    if held.scheduled_at is None:
        raise NotFound(_("This round has no time yet: set one, and calendars can show it."))
    url = url_for(".live", workbook=workbook, round_=round_, _external=True)
    data = event(held, people_of(held.id), plain(mine.title), url, now())
    response = Response(data, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="askback-{held.number}.ics"'
    return response


@bp.post("/workbooks/<uid:workbook>/rounds/<uid:round_>/arrange")
def arrange(workbook: str, round_: str) -> BaseResponse:
    """Say what was arranged: its name, kind, time, place, and who sits in it."""
    told, people = arranged(round_of(my_workbook(workbook).id, round_), _own_zone()), seated()
    with writing() as connection:
        at = place(connection, Round, workbook, round_)
        if told:
            Round.arrange(connection, at, told)
        if people is not None:
            Round.seat(connection, at, people)
    return saved(_back(workbook, round_))


@bp.post("/workbooks/<uid:workbook>/rounds/<uid:round_>/state")
def become(workbook: str, round_: str) -> BaseResponse:
    """Say how far it has come: planned, live, debriefed."""
    state = choice_field("state", STATES)
    with writing() as connection:
        Round.become(connection, place(connection, Round, workbook, round_), state, began())
    if request.form.get("from") == "live":
        return saved(lambda: url_for(".live", workbook=workbook, round_=round_))
    return saved(_back(workbook, round_))


@bp.post("/workbooks/<uid:workbook>/rounds/<uid:round_>/notes")
def notes(workbook: str, round_: str) -> BaseResponse:
    """Save the notes of a round."""
    text, version = text_field("notes", NOTES_LIMIT), version_field()
    with writing() as connection:
        held = place(connection, Round, workbook, round_)
        outcome = Round.annotate(connection, held, text, version, keep=deciding())
        outcome = met(connection, held, outcome, "round", "notes", version, Words(text))
    return text_saved(outcome, {"notes": text}, (Round, round_), _back(workbook, round_))


@bp.post("/workbooks/<uid:workbook>/rounds/<uid:round_>/remove")
def remove(workbook: str, round_: str) -> BaseResponse:
    """Put a round into the bin with all that was said and seen in it. Again, it changes nothing."""
    mine = my_workbook(workbook)
    try:
        called = round_name(round_of(mine.id, round_))
        with writing() as connection:
            gone = Removal.of(connection, Round, place(connection, Round, workbook, round_), called)
    except Gone:
        gone = removal_of(mine.id, round_)
    return saved(lambda: url_for(".all_rounds", workbook=workbook, removed=gone))


def _panel(workbook_id: int, held: Row[*tuple[Any, ...]]) -> dict[str, Any]:
    """What the panel of a round asks beside the round itself."""
    told = {"local": local_time(held), "zones": ZONES, "seats": SEATS, "longest": LONGEST}
    return told | {"known": names_in(workbook_id)}


def _own_zone() -> str:
    return str(current_app.config["ASKBACK"].time_zone)


def _back(workbook: str, round_: str) -> Back:
    if request.form.get("from") == "debrief":
        return lambda: url_for("debriefing.debrief", workbook=workbook, round_=round_, _anchor="notes")
    return lambda: url_for(".show", workbook=workbook, round_=round_)
