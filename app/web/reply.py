"""How a change is answered: to script in JSON, to a browser with the page again, and never with a lost word."""

import logging
import secrets
from collections.abc import Callable

from flask import Flask, Response, current_app, g, jsonify, redirect, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.wrappers import Response as BaseResponse

from app.clock import now, rfc3339
from app.dialect import Busy, Damaged, Full, Moved, ReadOnly, StorageError
from app.language import gettext as _
from app.models.removal import Thing
from app.models.revision import Kept, Outdated
from app.web.access import mine
from app.web.request import sent_fields

log = logging.getLogger("askback")

Back = Callable[[], str]  # makes an address where one is needed: a script mostly asks for none


def wants_json() -> bool:
    """Whether a script of ours asks."""
    return "application/json" in request.environ.get("HTTP_ACCEPT", "")


def saved(back: Back, kept: Kept | None = None) -> BaseResponse:
    """The change is on disk: when, and for a text its version; a browser goes back to its place."""
    if not wants_json():
        return redirect(back(), 303)
    if kept is None:
        return jsonify(saved_at=rfc3339(now()))
    return jsonify(saved_at=rfc3339(kept.saved_at), version=kept.version)


def added(uid: str, url: str) -> BaseResponse:
    """A thing came to be, or was there already: its id and address."""
    if not wants_json():
        return redirect(url, 303)
    response: Response = jsonify(id=uid, url=url)
    response.status_code = 201
    return response


def text_saved(
    outcome: Kept | Outdated,
    fields: dict[str, str],
    about: tuple[Thing, str],
    back: Back,
    action: Back | None = None,
) -> BaseResponse:
    """A text was kept, or another came first: then both are shown, the person's own still in its box.

    `fields` are the one or two fields it was sent in, as they were sent; `action` is where they are saved, if not here.
    """
    if isinstance(outcome, Kept):
        return saved(back, outcome)
    theirs = (outcome.body, outcome.note)[: len(fields)]
    response: Response
    if wants_json():
        kept = {"conflict": outcome.conflict, "joined": outcome.joined[0]} if outcome.conflict else {}
        response = jsonify(version=outcome.version, **dict(zip(("body", "note"), theirs, strict=False)), **kept)
    else:
        model, uid = about
        page = {
            "about": getattr(mine(model, uid), model.WORDING[0]),
            "action": action() if action else request.path,
            "back": back(),
        }
        response = Response(two_texts(outcome, fields, **page))
    response.status_code = 409
    return response


def two_texts(outcome: Outdated, fields: dict[str, str], **page: str) -> str:
    """The page that shows both: `fields` as the person sent them, beside what stands there."""
    theirs = dict(zip(fields, (outcome.body, outcome.note), strict=False))
    both = dict(zip(fields, outcome.joined, strict=False))
    page |= {"conflict": outcome.conflict or ""}
    if None in both.values() or both in (fields, theirs):
        both = {}
    texts = {"fields": fields, "theirs": theirs, "both": both}
    return render_template("shared/conflict.html", version=outcome.version, **texts, **page)


def answer_errors(app: Flask) -> None:
    """Every refusal is a sentence; every fault of ours is logged under an id, without a word of the person's."""

    @app.errorhandler(HTTPException)
    def refuse(error: HTTPException) -> BaseResponse | HTTPException:
        code = error.code or 500
        if error.response is not None or code < 400:
            return error
        response = _refusal(code, _sentence(error))
        if isinstance(error, MethodNotAllowed):
            response.allow.update(error.valid_methods or ())
        return response

    @app.errorhandler(StorageError)
    def storage(error: StorageError) -> BaseResponse:
        log.warning("storage: %s (request %s)", type(error).__name__, request_id())
        return _refusal(507 if isinstance(error, Full) else 503, _of_storage(error))

    @app.errorhandler(DBAPIError)
    def database(error: DBAPIError) -> BaseResponse:
        meaning = current_app.extensions["askback.dialect"].meaning_of(error)
        return storage(meaning()) if meaning else fault(error)

    @app.errorhandler(Exception)
    def fault(error: Exception) -> BaseResponse:
        log.error("fault %s at %s (request %s)", type(error).__name__, _where(error), request_id())
        return _refusal(500, _("Something went wrong on our side (%(id)s). Nothing was lost.", id=request_id()))


def request_id() -> str:
    """A short name for this request, for the log and the person who reports it."""
    if "request_id" not in g:
        g.request_id = secrets.token_hex(4)
    return str(g.request_id)


def _where(error: Exception) -> str:
    # The message of an error may quote what a person wrote; its type and place do not.
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    return f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "?"


def _refusal(code: int, sentence: str) -> Response:
    response: Response
    if wants_json():
        response = jsonify(error=sentence)
        response.status_code = code
    else:
        response = Response(render_template("shared/refused.html", code=code, sentence=sentence, fields=_sent()), code)
    if code in (429, 503):
        response.headers["Retry-After"] = "5"
    return response


def _sent() -> list[tuple[str, str]]:
    """What the person sent, to stand in its box again: all fields but the token. Nothing where it was too large."""
    if request.method != "POST" or request.endpoint is None:
        return []
    try:
        return sent_fields()
    except HTTPException:
        return []


def _sentence(error: HTTPException) -> str:
    if isinstance(error, CSRFError):
        return _("This page has been open so long that its token has expired. Save once more.")
    ours = error.description if error.description != type(error).description else None
    return ours or {
        400: _("The request could not be read."),
        403: _("That is not allowed here."),
        404: _("There is nothing here, or not any more."),
        405: _("This address does not do that."),
        410: _("This is in the bin. Put it back to change it."),
        413: _("This is too large. Nothing was changed; “Back” brings your text back."),
        415: _("The request could not be read."),
        422: _("This cannot be saved as it is."),
        429: _("Too many requests at once. Wait a moment and try again."),
    }.get(error.code or 500, _("That did not work. Nothing was changed."))


def _of_storage(error: StorageError) -> str:
    if isinstance(error, Busy):
        return _("The database is busy. Your text is still here; save again in a moment.")
    if isinstance(error, Full):
        return _(
            "This could not be written: the disk may be full. Your text is still here; save again once there is room."
        )
    if isinstance(error, ReadOnly):
        return _("The database cannot be written to. Check the permissions of its file and folder, then save again.")
    if isinstance(error, Damaged):
        return _("The database cannot be read. Restore a backup with “askback restore”.")
    if isinstance(error, Moved):
        return _(
            "The database file is not where it was when Askback started. Your text is still here: "
            "put the file back, or start Askback again, then save."
        )
    return _("The database could not save this.")
