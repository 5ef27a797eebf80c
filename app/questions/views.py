"""The page of one question over all rounds, and what is said of two answers to it."""

from contextlib import suppress

from flask import Blueprint, render_template, request, url_for
from sqlalchemy import Connection, select
from werkzeug.exceptions import NotFound, UnprocessableEntity
from werkzeug.wrappers import Response

from app.clock import new_uid
from app.db import writing
from app.language import gettext as _
from app.models import Answer, Contradiction, Place, Question
from app.models.contradiction import NOTE_LIMIT
from app.models.round import is_here
from app.questions.queries import over_all_rounds
from app.web.access import my_workbook, place
from app.web.reply import Back, added, saved, text_saved
from app.web.request import clean_text, text_field, uid_field, version_field

bp = Blueprint("questions", __name__)


@bp.get("/workbooks/<uid:workbook>/questions/<uid:question>")
def show(workbook: str, question: str) -> str:
    """One question over all rounds."""
    mine = my_workbook(workbook)
    return render_template("questions/question.html", workbook=mine, over=over_all_rounds(mine.id, question))


@bp.post("/workbooks/<uid:workbook>/questions/<uid:question>/contradictions")
def contradict(workbook: str, question: str) -> Response:
    """Say that two answers to it (`answer`, `other`) contradict each other; said again, it adds nothing."""
    uid, note = uid_field(new_uid), clean_text(request.form.get("note", ""), NOTE_LIMIT)
    with writing() as connection:
        asked = place(connection, Question, workbook, question)
        pair = _answer(connection, asked, "answer"), _answer(connection, asked, "other")
        if pair[0] == pair[1]:
            raise UnprocessableEntity(_("An answer cannot contradict itself: choose another one."))
        uid = Contradiction.between(connection, asked, pair, note, uid)
    return added(uid, _at(workbook, question, f"c-{uid}")())


@bp.post("/workbooks/<uid:workbook>/questions/<uid:question>/contradictions/<uid:contradiction>/note")
def note(workbook: str, question: str, contradiction: str) -> Response:
    """Save why two answers contradict each other."""
    text, version = text_field("note", NOTE_LIMIT), version_field()
    with writing() as connection:
        place(connection, Question, workbook, question)
        outcome = Contradiction.annotate(
            connection, place(connection, Contradiction, workbook, contradiction), text, version
        )
    return text_saved(outcome, {"note": text}, (Question, question), _at(workbook, question, f"c-{contradiction}"))


@bp.post("/workbooks/<uid:workbook>/questions/<uid:question>/contradictions/<uid:contradiction>/take-back")
def take_back(workbook: str, question: str, contradiction: str) -> Response:
    """They do not contradict each other, or not any more. Again, it changes nothing."""
    with writing() as connection:
        place(connection, Question, workbook, question)
        with suppress(NotFound):  # it was taken back already
            Contradiction.take_back(connection, place(connection, Contradiction, workbook, contradiction))
    return saved(_at(workbook, question, "main"))


def _answer(connection: Connection, question: Place, field: str) -> int:
    """The answer that a field names, if it is one to this question; else 404."""
    uid = text_field(field, 64)
    found = connection.scalar(
        select(Answer.id).where(Answer.question_id == question.id, Answer.uid == uid, is_here(Answer.round_id))
    )
    if found is None:
        raise NotFound
    return found


def _at(workbook: str, question: str, anchor: str) -> Back:
    return lambda: url_for(".show", workbook=workbook, question=question, _anchor=anchor)
