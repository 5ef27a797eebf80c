"""Files in and files out, on the page."""

from urllib.parse import quote

from flask import Blueprint, Response, render_template, url_for
from werkzeug.exceptions import UnprocessableEntity
from werkzeug.wrappers import Response as BaseResponse

from app.exchange.check import BadFile
from app.exchange.give import FORMATS, give
from app.exchange.starter import create_starter
from app.exchange.take import take as take_files
from app.language import gettext as _
from app.web.access import my_workbook, owner
from app.web.reply import added, wants_json
from app.web.request import choice_field, sent_files, whole_text

bp = Blueprint("exchange", __name__)


@bp.get("/import")
def choose() -> str:
    """The page that files come in by."""
    return render_template("exchange/import.html", text="", problem=None)


@bp.post("/import")
def take() -> BaseResponse | tuple[str, int]:
    """Import the files chosen or dropped, or the text pasted. A refusal changes nothing and keeps the text."""
    text = whole_text("text")
    files = sent_files("file") + ([("", text.encode("utf-8"))] if text.strip() else [])
    try:
        if not (taken := files and take_files(files, owner())):
            raise BadFile(_("Choose a file, drop one here, or paste a sheet."))
    except BadFile as problem:
        if wants_json():
            raise UnprocessableEntity(str(problem)) from None
        return render_template("exchange/import.html", text=text, problem=str(problem)), 422
    uid = taken[0].workbook.id
    return added(uid, url_for("sheet.sheet", workbook=uid) if len(taken) == 1 else url_for("today.today"))


@bp.post("/starter")
def starter() -> BaseResponse:
    """Begin with the founding sheet."""
    uid = create_starter(owner()).workbook.id
    return added(uid, url_for("sheet.sheet", workbook=uid))


@bp.post("/workbooks/<uid:workbook>/export")
def export(workbook: str) -> Response:
    """The workbook as a file to keep."""
    form = choice_field("format", tuple(FORMATS))
    mine = my_workbook(workbook)
    ending, kind = FORMATS[form]
    response = Response(give(mine.id, form), content_type=f"{kind}; charset=utf-8")
    name = quote("".join(c for c in mine.title if c.isprintable() and c not in '/\\:*?"<>|')[:80] or "askback")
    response.headers["Content-Disposition"] = (
        f"attachment; filename=\"askback.{ending}\"; filename*=UTF-8''{name}.{ending}"
    )
    return response
