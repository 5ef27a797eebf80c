"""Preparing a round: what to ask in the time there is, in which order, and what one told about oneself."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Blueprint, current_app, render_template, request, url_for
from sqlalchemy import Connection
from werkzeug.exceptions import UnprocessableEntity
from werkzeug.wrappers import Response

from app.clock import now
from app.db import writing
from app.language import gettext as _
from app.models import Pick, Place, Question, Round
from app.models.order import NotHere
from app.models.round import TOLD_LIMIT
from app.rounds.arranged import LONGEST, minutes_field
from app.rounds.plan import plan_of
from app.rounds.queries import people_of, round_of
from app.web.access import my_workbook, place
from app.web.reply import Back, saved, text_saved
from app.web.request import choice_field, text_field, version_field

bp = Blueprint("planning", __name__)
ROUND = "/workbooks/<uid:workbook>/rounds/<uid:round_>"
PICK = f"{ROUND}/questions/<uid:question>/pick"


@bp.get(f"{ROUND}/prepare")
def prepare(workbook: str, round_: str) -> str:
    """The ask plan of a round: what is picked, what is suggested and why, and what to bring."""
    mine = my_workbook(workbook)
    held = round_of(mine.id, round_)
    return render_template(
        "rounds/prepare.html",
        workbook=mine,
        round=held,
        people=people_of(held.id),
        plan=plan_of(mine.id, held, now()),
        own_zone=str(current_app.config["ASKBACK"].time_zone),
        longest=LONGEST,
    )


@bp.post(PICK)
def pick(workbook: str, round_: str, question: str) -> Response:
    """Mean to ask a question in this round (`picked` is yes), or not (no)."""
    picked = choice_field("picked", ("yes", "no"))
    with _asking(workbook, round_, question) as (connection, asked, held):
        if picked == "yes":
            Pick.choose(connection, asked, held.id)
        else:
            Pick.drop(connection, asked, held.id)
    return saved(_back(workbook, round_, "plan" if picked == "no" else f"q-{question}"))


@bp.post(f"{PICK}/place")
def follow(workbook: str, round_: str, question: str) -> Response:
    """Ask it right after another picked one (`after`), or first (""); it is picked where it was not."""
    after = request.form.get("after", "")
    with _asking(workbook, round_, question) as (connection, asked, held):
        try:
            Pick.follow(connection, asked, held.id, after)
        except NotHere:
            raise UnprocessableEntity(_("What it should come after is not in the plan any more.")) from None
    return saved(_back(workbook, round_, f"q-{question}"))


@bp.post(f"{PICK}/minutes")
def take(workbook: str, round_: str, question: str) -> Response:
    """Say how many minutes a picked question takes; as many as any other where the field is empty."""
    minutes = minutes_field("minutes")
    with _asking(workbook, round_, question) as (connection, asked, held):
        Pick.take(connection, asked, held.id, minutes)
    return saved(_back(workbook, round_, f"q-{question}"))


@bp.post(f"{ROUND}/time")
def time(workbook: str, round_: str) -> Response:
    """Say how many minutes there are for questions, and how many one of them takes."""
    told = {name: minutes_field(name) for name in ("ask_minutes", "each_minutes") if name in request.form}
    with writing() as connection:
        held = place(connection, Round, workbook, round_)
        if told:
            Round.arrange(connection, held, told)
    return saved(_back(workbook, round_, "plan"))


@bp.post(f"{ROUND}/told")
def told(workbook: str, round_: str) -> Response:
    """Save what one said about oneself in this round."""
    text, version = text_field("told", TOLD_LIMIT), version_field()
    with writing() as connection:
        outcome = Round.tell(connection, place(connection, Round, workbook, round_), text, version)
    return text_saved(outcome, {"told": text}, (Round, round_), _back(workbook, round_, "told"))


@contextmanager
def _asking(workbook: str, round_: str, question: str) -> Iterator[tuple[Connection, Place, Place]]:
    """A change of the plan. Its round is held until it is committed, so that two of them take turns."""
    with writing() as connection:
        asked = place(connection, Question, workbook, question)
        yield connection, asked, place(connection, Round, workbook, round_)


def _back(workbook: str, round_: str, anchor: str) -> Back:
    page = "debriefing.debrief" if request.form.get("from") == "debrief" else ".prepare"
    return lambda: url_for(page, workbook=workbook, round_=round_, _anchor=anchor)
