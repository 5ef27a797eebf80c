"""The history of a thing, and any of its former texts brought back."""

from flask import Blueprint, abort, jsonify, render_template, url_for
from werkzeug.wrappers import Response

from app.db import writing
from app.history.queries import anchor, texts_of, thing_of, whole
from app.history.restore import Found, find
from app.history.restore import restore as bring_back
from app.models import Element, Kept, Outdated
from app.web.access import my_workbook, place
from app.web.kinds import kind_of
from app.web.reply import saved, two_texts, wants_json
from app.web.request import text_field, version_field
from app.web.undecided import undecided_of

bp = Blueprint("history", __name__)


@bp.get("/workbooks/<uid:workbook>/history/<kind:kind>/<uid:thing>")
@bp.get("/workbooks/<uid:workbook>/history/<kind:kind>/<uid:thing>/before/<uid:before>")
def show(workbook: str, kind: type[Element], thing: str, before: str | None = None) -> str:
    """Each text of a thing, and what it was; or one of them before a revision, the last that another page showed."""
    mine = my_workbook(workbook)
    found = thing_of(mine, kind, thing)
    texts = texts_of(mine, kind, found, before)
    here = url_for(".show", workbook=workbook, kind=kind, thing=thing)
    return render_template(
        "history/history.html", workbook=mine, kind=kind_of(kind), thing=found, texts=texts, here=here, before=before
    )


@bp.post("/workbooks/<uid:workbook>/history/<kind:kind>/<uid:thing>/restore")
def restore(workbook: str, kind: type[Element], thing: str) -> Response:
    """Bring a former text back, if the one that was shown still stands."""
    uid, version = text_field("revision", 64), version_field()
    with writing() as connection:
        found = place(connection, kind, workbook, thing)
        former = find(connection, kind, found, uid)
        outcome = bring_back(connection, kind, found, former, version)
    here = url_for(".show", workbook=workbook, kind=kind, thing=thing)
    if isinstance(outcome, Kept):
        return saved(lambda: f"{here}#{anchor(former.field, former.holder)}", outcome)
    return _outdated(outcome, former, here)


@bp.get("/workbooks/<uid:workbook>/conflicts/<uid:conflict>")
def decide(workbook: str, conflict: str) -> str:
    """Two texts for one place, until the person decides."""
    mine = my_workbook(workbook)
    found = undecided_of(mine, conflict) or abort(404)
    back = url_for("sheet.sheet", workbook=workbook)
    return two_texts(found.outcome(mine), found.fields, about=found.about, action=found.action(mine), back=back)


def _outdated(outcome: Outdated, former: Found, here: str) -> Response:
    """Another text came first: both are shown, and nothing is lost by either choice."""
    text = whole(outcome.body, outcome.note)
    response: Response
    if wants_json():
        note = {"note": outcome.note} if former.field == "wording" else {}
        response = jsonify(version=outcome.version, body=outcome.body, **note)
    else:
        page = {"former": former, "text": whole(former.body, former.note), "present": text, "version": outcome.version}
        response = Response(render_template("history/conflict.html", **page, here=here), mimetype="text/html")
    response.status_code = 409
    return response
