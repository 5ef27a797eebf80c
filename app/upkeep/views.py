"""The bin, the settings, and whether the database answers."""

from flask import Blueprint, Response, current_app, render_template, request, session, url_for
from sqlalchemy import select, text
from werkzeug.wrappers import Response as BaseResponse

from app.config import Settings
from app.db import db, writing
from app.language import LANGUAGES
from app.models import Workbook
from app.web.access import mine, owner
from app.web.reply import saved
from app.web.request import choice_field

bp = Blueprint("upkeep", __name__)


@bp.get("/healthz")
def health() -> Response:
    """`ok` when the database answers."""
    db.session.execute(text("SELECT 1 FROM account"))
    return Response("ok", content_type="text/plain; charset=utf-8")


@bp.get("/settings")
def settings() -> str:
    """Language, and where the data lies."""
    made: Settings = current_app.config["ASKBACK"]
    newest = max(made.backups.glob("*.db"), default=None)  # they are named by their time
    return render_template("upkeep/settings.html", made=made, newest=newest)


@bp.post("/settings/language")
def language() -> BaseResponse:
    """Speak the language chosen, from here on."""
    session["language"] = choice_field("language", LANGUAGES)
    return saved(lambda: _back(request.form.get("back", "")))


@bp.get("/bin")
def removed() -> str:
    """What was removed, newest first."""
    found = db.session.execute(
        select(Workbook.uid, Workbook.title, Workbook.deleted_at)
        .where(Workbook.owner_id == owner(), Workbook.deleted_at.is_not(None))
        .order_by(Workbook.deleted_at.desc())
    ).all()
    return render_template("upkeep/bin.html", removed=found)


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


def _back(path: str) -> str:
    """A path of ours, or the first page: never another site."""
    ours = path.startswith("/") and not path.startswith(("//", "/\\")) and "\\" not in path and path.isprintable()
    return path if ours else url_for("today.today")
