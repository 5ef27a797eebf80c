"""What a round left to do: follow-ups with a day, on the page of its debrief."""

from flask import Blueprint, request, url_for
from sqlalchemy import Connection
from werkzeug.exceptions import Gone, UnprocessableEntity
from werkzeug.wrappers import Response

from app.clock import new_uid
from app.db import writing
from app.language import gettext as _
from app.models import FollowUp, Place, Removal, Round
from app.models.follow_up import TEXT_LIMIT
from app.rounds.queries import removal_of, round_of
from app.web.access import my_workbook, place
from app.web.reply import Back, added, saved, text_saved
from app.web.request import day_field, text_field, uid_field, version_field

bp = Blueprint("follow_ups", __name__)
ALL = "/workbooks/<uid:workbook>/rounds/<uid:round_>/follow-ups"
ONE = f"{ALL}/<uid:follow_up>"


@bp.post(ALL)
def leave(workbook: str, round_: str) -> Response:
    """The round leaves something to do; the sender's own id again is the same follow-up, and adds nothing."""
    uid, text = uid_field(new_uid), text_field("text", TEXT_LIMIT)
    day = day_field("due_on") if "due_on" in request.form else None
    if not text.strip():
        raise UnprocessableEntity(_("Say what is to be done."))
    with writing() as connection:
        held = place(connection, Round, workbook, round_)
        if FollowUp.leave(connection, held, uid, text, day) != held.workbook_id:
            raise UnprocessableEntity(_("“%(value)s” is not an id.", value=uid))
    return added(uid, _back(workbook, round_, uid)())


@bp.post(f"{ONE}/done")
def tick(workbook: str, round_: str, follow_up: str) -> Response:
    """Tick a follow-up."""
    with writing() as connection:
        FollowUp.tick(connection, _left(connection, workbook, round_, follow_up), "checked" in request.form)
    return saved(_back(workbook, round_, follow_up))


@bp.post(f"{ONE}/due")
def plan(workbook: str, round_: str, follow_up: str) -> Response:
    """Set the day it is due, or none."""
    day = day_field("due_on")
    with writing() as connection:
        FollowUp.plan(connection, _left(connection, workbook, round_, follow_up), day)
    return saved(_back(workbook, round_, follow_up))


@bp.post(f"{ONE}/text")
def reword(workbook: str, round_: str, follow_up: str) -> Response:
    """Let a follow-up read otherwise."""
    text, version = text_field("text", TEXT_LIMIT), version_field()
    with writing() as connection:
        outcome = FollowUp.reword(connection, _left(connection, workbook, round_, follow_up), text, version)
    return text_saved(outcome, {"text": text}, (FollowUp, follow_up), _back(workbook, round_, follow_up))


@bp.post(f"{ONE}/remove")
def remove(workbook: str, round_: str, follow_up: str) -> Response:
    """Put a follow-up into the bin. Again, it changes nothing."""
    mine = my_workbook(workbook)
    round_of(mine.id, round_)
    try:
        with writing() as connection:
            gone = Removal.of(connection, FollowUp, place(connection, FollowUp, workbook, follow_up))
    except Gone:
        gone = removal_of(mine.id, follow_up, FollowUp)
    page = "debriefing.debrief"
    return saved(lambda: url_for(page, workbook=workbook, round_=round_, removed=gone, _anchor="follow-ups"))


def _left(connection: Connection, workbook: str, round_: str, follow_up: str) -> Place:
    """Where a follow-up is; neither it nor its round may lie in the bin."""
    place(connection, Round, workbook, round_)
    return place(connection, FollowUp, workbook, follow_up)


def _back(workbook: str, round_: str, follow_up: str) -> Back:
    return lambda: url_for("debriefing.debrief", workbook=workbook, round_=round_, _anchor=f"f-{follow_up}")
