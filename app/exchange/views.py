"""Workbooks begun, files in and files out, on the page."""

from urllib.parse import quote

from flask import Blueprint, Response, render_template, url_for
from werkzeug.exceptions import UnprocessableEntity
from werkzeug.wrappers import Response as BaseResponse

from app.clock import new_uid
from app.db import read
from app.exchange.check import BadFile
from app.exchange.give import FORMATS, give
from app.exchange.load import load
from app.exchange.new import (
    Facts,
    books,
    choices,
    empty,
    from_sections,
    nothing_of,
    sent_facts,
    sent_sections,
    useful,
)
from app.exchange.starter import create_starter
from app.exchange.take import add
from app.exchange.take import take as take_files
from app.language import gettext as _
from app.web.access import my_workbook, owner
from app.web.reply import added, wants_json
from app.web.request import choice_field, sent_files, uid_field, whole_text

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
    uid = create_starter(owner(), uid_field(new_uid)).workbook.id
    return added(uid, url_for("sheet.sheet", workbook=uid))


@bp.get("/new")
def begin() -> str:
    """The ways to begin a workbook."""
    return _page("new", books=books(owner()), facts=Facts())


@bp.post("/workbooks")
def create() -> BaseResponse | tuple[str, int]:
    """Begin an empty workbook."""
    uid, facts = uid_field(new_uid), sent_facts()
    if problem := facts.problem():
        return _refused(problem, "new", books=books(owner()), facts=facts)
    add(empty(facts, uid), owner())
    return added(uid, url_for("sheet.sheet", workbook=uid))


@bp.get("/workbooks/<uid:workbook>/copy")
def choose_sections(workbook: str) -> str:
    """What to take from this workbook into a new one."""
    book = load(read(), my_workbook(workbook).id)
    return _page("copy", book=book, chosen=useful(book), facts=Facts())


@bp.post("/workbooks/<uid:workbook>/copy")
def copy(workbook: str) -> BaseResponse | tuple[str, int]:
    """Begin a workbook with the sections chosen of this one."""
    uid, facts, chosen = uid_field(new_uid), sent_facts(), sent_sections()
    book = load(read(), my_workbook(workbook).id)
    if problem := facts.problem() or nothing_of(book, chosen):
        return _refused(problem, "copy", book=book, chosen=chosen, facts=facts)
    add(from_sections(book, chosen, facts, uid), owner())
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


def _page(name: str, problem: str | None = None, **told: object) -> str:
    return render_template(f"exchange/{name}.html", problem=problem, choices=choices, **told)


def _refused(problem: str, name: str, **told: object) -> tuple[str, int]:
    if wants_json():
        raise UnprocessableEntity(problem)
    return _page(name, problem, **told), 422
