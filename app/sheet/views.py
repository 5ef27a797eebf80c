"""The sheet's page, and what is said on it: answers and asked boxes."""

from functools import partial

from flask import Blueprint, jsonify, render_template, request, url_for
from werkzeug.wrappers import Response

from app.db import writing
from app.models import Answer, Question, Round
from app.models.answer import LIMIT, OUTCOMES
from app.models.conflict import Words
from app.sheet.filters import filter_of, narrow
from app.sheet.opened import addable, opened
from app.sheet.pulse import pulse_of
from app.sheet.queries import sheet_page
from app.web.access import my_workbook, place
from app.web.meeting import deciding, met
from app.web.reply import saved, text_saved
from app.web.request import choice_field, text_field, version_field
from app.web.undecided import undecided

bp = Blueprint("sheet", __name__)


@bp.get("/workbooks/<uid:workbook>")
def sheet(workbook: str) -> str:
    """The sheet, in its own order."""
    mine = my_workbook(workbook)
    page = sheet_page(mine.id)
    now_open, wanted = opened(page, mine.id, request.args), filter_of(request.args)
    if wanted:
        narrow(page, wanted)
    shown = {"page": page, "open": now_open, "wanted": wanted, "undecided": undecided(mine)}
    return render_template("sheet/sheet.html", workbook=mine, addable=addable, **shown)


@bp.get("/workbooks/<uid:workbook>/pulse")
def pulse(workbook: str) -> Response:
    """Whether anything changed: what an open page asks from time to time."""
    return jsonify(pulse=pulse_of(my_workbook(workbook).id))


@bp.post("/workbooks/<uid:workbook>/questions/<uid:question>/answer")
def answer(workbook: str, question: str) -> Response:
    """Save the answer outside any round."""
    return _revise(workbook, question, None)


@bp.post("/workbooks/<uid:workbook>/rounds/<uid:round_>/questions/<uid:question>/answer")
def answer_in_round(workbook: str, round_: str, question: str) -> Response:
    """Save the answer given in one round."""
    return _revise(workbook, question, round_)


@bp.post("/workbooks/<uid:workbook>/rounds/<uid:round_>/questions/<uid:question>/outcome")
def outcome(workbook: str, round_: str, question: str) -> Response:
    """Say what became of a question in a round: answered, evaded, left for later, or (open) nothing yet."""
    said = choice_field("outcome", (*OUTCOMES, "open"))
    with writing() as connection:
        asked = place(connection, Question, workbook, question)
        held = place(connection, Round, workbook, round_).id
        Answer.call(connection, asked, held, None if said == "open" else said)
    if "body" in request.form:  # without scripts the live page's box comes along with the button
        return _revise(workbook, question, round_)
    return saved(partial(_back, workbook, question, round_))


@bp.post("/workbooks/<uid:workbook>/questions/<uid:question>/asked")
def asked(workbook: str, question: str) -> Response:
    """Tick whether a question was asked."""
    with writing() as connection:
        Question.tick(connection, place(connection, Question, workbook, question), "checked" in request.form)
    return saved(lambda: url_for(".sheet", workbook=workbook, _anchor=f"q-{question}"))


def _revise(workbook: str, question: str, round_: str | None) -> Response:
    body, version = text_field("body", LIMIT), version_field()
    with writing() as connection:
        asked = place(connection, Question, workbook, question)
        held = place(connection, Round, workbook, round_).id if round_ else None
        outcome = Answer.revise(connection, asked, held, body, version, keep=deciding())
        outcome = met(connection, asked, outcome, "answer", "body", version, Words(body))
    name = ".answer_in_round" if round_ else ".answer"
    save = partial(url_for, name, workbook=workbook, question=question, round_=round_)
    return text_saved(outcome, {"body": body}, (Question, question), partial(_back, workbook, question, round_), save)


def _back(workbook: str, question: str, round_: str | None) -> str:
    """To the page it was said on: the question's own, a round's, its live one, its debrief, or the sheet."""
    if request.form.get("from") == "question":
        place = f"r-{round_}" if round_ else "own"
        return url_for("questions.show", workbook=workbook, question=question, _anchor=place)
    if round_ and request.form.get("from") == "debrief":
        return url_for("debriefing.debrief", workbook=workbook, round_=round_, _anchor=f"b-{question}")
    if round_ and request.form.get("from") == "live":
        at, after = (None, question) if "outcome" in request.form else (question, None)
        back = request.form.get("back")
        return url_for("rounds.live", workbook=workbook, round_=round_, at=at, after=after, back=back)
    if round_:
        return url_for("rounds.show", workbook=workbook, round_=round_, _anchor=f"q-{question}")
    return url_for(".sheet", workbook=workbook, _anchor=f"q-{question}")
