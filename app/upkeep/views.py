"""The bin, the settings, and whether the database answers."""

from flask import Blueprint, Response, current_app, jsonify, render_template, request, session, url_for
from sqlalchemy import text
from werkzeug.wrappers import Response as BaseResponse

from app.config import Settings
from app.db import db, writing
from app.language import LANGUAGES
from app.models import Workbook
from app.models.removal import STAYS
from app.upkeep import here
from app.upkeep.backup import local_time
from app.upkeep.bin import in_the_bin, take_back
from app.upkeep.copies import copies
from app.web.access import mine, owner
from app.web.reply import saved
from app.web.request import choice_field
from app.web.security import session_token

bp = Blueprint("upkeep", __name__)

LAST_PAGE = 9999  # of the bin: an address may name any number


@bp.get("/healthz")
def health() -> Response:
    """`ok` when the database answers."""
    db.session.execute(text("SELECT 1 FROM account"))
    return Response("ok", content_type="text/plain; charset=utf-8")


@bp.get("/token")
def token() -> Response:
    """A fresh token of this session, for a page that waited long. No other site can read it."""
    response: Response = jsonify(csrf_token=session_token())
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.get("/settings")
def settings() -> str:
    """Language, where the data lies, and its backups."""
    made: Settings = current_app.config["ASKBACK"]
    found = copies(made.backups)
    age = local_time() - found[0].made if found else None
    return render_template("upkeep/settings.html", made=made, found=found, age=age)


@bp.post("/settings/backup")
def back_up_now() -> BaseResponse:
    """Make a copy as `askback backup` does."""
    here.make_copy(current_app.config["ASKBACK"])
    return saved(lambda: url_for(".settings", _anchor="backups"))


@bp.post("/settings/restore")
def restore_copy() -> BaseResponse:
    """Go back to one of the copies in the backups folder; what it replaces becomes one of them."""
    here.go_back(current_app.config["ASKBACK"], request.form.get("copy", ""))
    return saved(lambda: url_for(".settings", _anchor="backups"))


@bp.post("/settings/language")
def language() -> BaseResponse:
    """Speak the language chosen, from here on."""
    session["language"] = choice_field("language", LANGUAGES)
    return saved(lambda: _back(request.form.get("back", "")))


@bp.get("/bin")
def removed() -> str:
    """What was removed, newest first."""
    page = min(max(0, request.args.get("page", 0, int)), LAST_PAGE)
    lines, more = in_the_bin(owner(), page)
    return render_template("upkeep/bin.html", lines=lines, more=more, page=page, days=STAYS.days)


@bp.post("/workbooks/<uid:workbook>/remove")
def remove(workbook: str) -> BaseResponse:
    """Put a workbook into the bin."""
    key = mine(Workbook, workbook).id
    with writing() as connection:
        Workbook.remove(connection, key)
    return saved(lambda: url_for(".removed"))


@bp.post("/bin/<uid:workbook>")
def put_back(workbook: str) -> BaseResponse:
    """Take a workbook out of the bin."""
    key = mine(Workbook, workbook).id
    with writing() as connection:
        Workbook.put_back(connection, key)
    return saved(lambda: url_for("sheet.sheet", workbook=workbook))


@bp.post("/bin/removals/<uid:removal>")
def undo(removal: str) -> BaseResponse:
    """Take back one deletion: what it took is where it was."""
    with writing() as connection:
        returned = take_back(connection, owner(), removal)
    if returned.round:
        page = "debriefing.debrief" if returned.anchor else "rounds.show"
        book, held, at = returned.workbook, returned.round, returned.anchor
        return saved(lambda: url_for(page, workbook=book, round_=held, _anchor=at))
    return saved(lambda: url_for("sheet.sheet", workbook=returned.workbook, _anchor=returned.anchor))


def _back(path: str) -> str:
    """A path of ours, or the first page: never another site."""
    ours = path.startswith("/") and not path.startswith(("//", "/\\")) and "\\" not in path and path.isprintable()
    return path if ours else url_for("today.today")
