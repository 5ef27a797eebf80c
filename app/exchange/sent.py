"""What the import form sends: files chosen or dropped, a text pasted; or all of them once more, kept in the page while
somebody looked how those that are not UTF-8 read right."""

import re
from dataclasses import dataclass
from itertools import islice

import msgspec
from flask import request
from werkzeug.exceptions import BadRequest

from app.exchange.check import BadFile
from app.exchange.take import LIMIT, Sent
from app.exchange.unreadable import NAMES, OtherEncoding, check_text, text_of
from app.language import gettext as _
from app.markdown import Encoding
from app.web.request import choice_field, clean_name, sent_files, whole_text

_MOST_KEPT = LIMIT * 3 // 4 - 100_000  # bytes of files that fit into a form of that limit as base64
_LINES, _CHARACTERS = 3, 120  # of each file, to see whether it reads right
_TELLING = re.compile(r"[^\r\n]*[^\0-\x7f][^\r\n]*")


@dataclass(frozen=True, slots=True)
class Form:
    """The files in it, with the text pasted as the one without a name, and the encoding chosen for those not UTF-8."""

    files: list[Sent]
    encoding: Encoding | None = None

    @property
    def text(self) -> str:
        """The text that was pasted."""
        return next((data for name, data in self.files if not name), b"").decode("utf-8")


@dataclass(frozen=True, slots=True)
class Choice:
    """An encoding, with the first lines of each file that tell whether they read right in it."""

    encoding: Encoding
    name: str
    beginnings: list[tuple[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Choices:
    """The ways to read files that are not UTF-8; `kept` has all the form sent, for the form that chooses."""

    kept: str
    ways: list[Choice]


def sent_form() -> Form:
    """The form as it was sent; 400 where what it kept is none of ours."""
    if "kept" in request.form:
        return Form(_unpacked(request.form["kept"]), choice_field("encoding", NAMES))  # type: ignore[arg-type]
    text = whole_text("text")
    return Form(sent_files("file") + ([("", text.encode("utf-8"))] if text.strip() else []))


def choices(form: Form, problem: BadFile) -> Choices | None:
    """What can be chosen where that was the problem; None where nothing helps, or the files are too large to keep."""
    if not isinstance(problem, OtherEncoding) or sum(len(data) for _name, data in form.files) > _MOST_KEPT:
        return None
    others = [(name, data) for name, data in form.files if _encodings(name, data) is not None]
    common = [
        encoding
        for encoding in problem.encodings
        if all(encoding in (_encodings(name, data) or ()) for name, data in others)
    ]
    ways = [
        Choice(encoding, NAMES[encoding], [(name, _beginning(data, encoding)) for name, data in others])
        for encoding in common
    ]
    return Choices(msgspec.json.encode(form.files).decode("utf-8"), ways) if ways else None


def _unpacked(kept: str) -> list[Sent]:
    try:
        files = msgspec.json.decode(kept, type=list[Sent])
    except msgspec.DecodeError:
        raise BadRequest(_("The form could not be read: no browser sends it like this.")) from None
    return [(clean_name(name) if name else "", data) for name, data in files]


def _encodings(name: str, data: bytes) -> list[Encoding] | None:
    """Those a file can be in that is neither UTF-8 nor UTF-16; None for every other."""
    try:
        check_text(name, data, None)
    except OtherEncoding as problem:
        return problem.encodings
    except BadFile:
        return None
    return None


def _beginning(data: bytes, encoding: Encoding) -> list[str]:
    found = islice(_TELLING.finditer(text_of(data, encoding)), _LINES)
    return [line[0].strip()[:_CHARACTERS] for line in found]
