"""Workbooks begun, files in and files out, on the page."""

from urllib.parse import quote
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, current_app, render_template, request, url_for
from werkzeug.exceptions import UnprocessableEntity
from werkzeug.wrappers import Response as BaseResponse

from app.clock import new_uid, now
from app.db import read, writing
from app.exchange.bundle import bundle, file_name
from app.exchange.check import BadFile, nothing_in_it
from app.exchange.give import FORMATS, given
from app.exchange.load import load
from app.exchange.looking import look
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
from app.exchange.sent import Form, sent_form
from app.exchange.sent import choices as choices_of
from app.exchange.starter import create_starter
from app.exchange.take import add
from app.exchange.take import take as take_files
from app.exchange.telling import tell, tell_again
from app.language import gettext as _
from app.models import Section
from app.web.access import my_workbook, owner, place
from app.web.labels import holdings
from app.web.reply import added, saved, wants_json
from app.web.request import choice_field, uid_field

bp = Blueprint("exchange", __name__)


@bp.get("/import/look")
@bp.get("/import")  # registered first, being the lower one: the address that links are given
def choose() -> str:
    """The page that files come in by. What was sent to look at is kept nowhere, so its address begins again here."""
    return render_template("exchange/import.html", text="", problem=None, choices=None)


@bp.post("/import")
def take() -> BaseResponse | tuple[str, int]:
    """Import the files chosen or dropped, or the text pasted. A refusal changes nothing and keeps the text."""
    sent = sent_form()
    try:
        _something(sent)
        if not (taken := take_files(sent.files, owner(), encoding=sent.encoding)):
            raise BadFile(nothing_in_it())
    except BadFile as problem:
        return _not_taken(sent, problem)
    uid = taken[0].workbook.id
    return added(uid, url_for("sheet.sheet", workbook=uid) if len(taken) == 1 else url_for("today.today"))


@bp.post("/import/look")
def look_first() -> str | tuple[str, int]:
    """What these files hold, to be corrected before anything of it is written."""
    sent = sent_form()
    try:
        _something(sent)
        if sent.kept is None:
            raise BadFile(
                _(
                    "Files of more than 7 MB cannot be looked at first. "
                    "Import them; what is read wrong can be put right on the sheet."
                )
            )
        return render_template("exchange/look.html", looks=look(sent), sent=sent)
    except BadFile as problem:
        return _not_taken(sent, problem)


@bp.post("/workbooks/<uid:workbook>/sections/<uid:section>/holds")
def hold(workbook: str, section: str) -> BaseResponse:
    """Say what a section holds, whatever its file says; empty for what the file says."""
    words = choice_field("holds", holdings()) if request.form.get("holds") else None
    with writing() as connection:
        removal = tell(connection, place(connection, Section, workbook, section), words)
    anchor = "undo" if removal else "edit"
    return saved(lambda: url_for("sheet.sheet", workbook=workbook, edit=section, removed=removal, _anchor=anchor))


@bp.post("/bin/removals/<uid:removal>/holds")
def hold_again(removal: str) -> BaseResponse:
    """Let a section hold again what it held before that removal."""
    with writing() as connection:
        workbook, section = tell_again(connection, owner(), removal)
    return saved(lambda: url_for("sheet.sheet", workbook=workbook, edit=section, _anchor="edit"))


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
    """The workbook as a file to keep; `rounds` is the Markdown with the rounds in it."""
    chosen = choice_field("format", (*FORMATS, "rounds"))
    form = "markdown" if chosen == "rounds" else chosen
    mine = my_workbook(workbook)
    file = given(mine.id, form, rounds=chosen == "rounds")
    ending, kind = FORMATS[form]
    # Where the sheet came in an encoding that lacks what was written since, the name of the file says so.
    name = f"{file_name(mine.title)}{'.utf-8' if file.lacked else ''}.{ending}"
    return _download(file.data, name, f"{kind}; charset={file.encoding}")


@bp.post("/export")
def export_all() -> Response:
    """All workbooks as one archive."""
    at = now().astimezone(ZoneInfo(current_app.config["ASKBACK"].time_zone))
    return _download(bundle(owner(), at), f"askback-{at:%Y-%m-%d}.zip", "application/zip")


def _something(sent: Form) -> None:
    if not sent.files:
        raise BadFile(_("Choose a file, drop one here, or paste a sheet."))


def _not_taken(sent: Form, problem: BadFile) -> tuple[str, int]:
    """The form again, with its text and the ways to read what was sent, if there are."""
    if wants_json():
        raise UnprocessableEntity(str(problem)) from None
    told = {"text": sent.text, "problem": str(problem), "choices": choices_of(sent, problem)}
    return render_template("exchange/import.html", **told), 422


def _download(data: bytes, name: str, kind: str) -> Response:
    response = Response(data, content_type=kind)
    plain = f"askback.{name.rpartition('.')[2]}"
    response.headers["Content-Disposition"] = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
    return response


def _page(name: str, problem: str | None = None, **told: object) -> str:
    return render_template(f"exchange/{name}.html", problem=problem, choices=choices, **told)


def _refused(problem: str, name: str, **told: object) -> tuple[str, int]:
    if wants_json():
        raise UnprocessableEntity(problem)
    return _page(name, problem, **told), 422
