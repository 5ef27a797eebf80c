"""What the import form sends: files chosen or dropped, a text pasted; or all of them once more, kept in the page while
somebody looked how those that are not UTF-8 read right."""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice

import msgspec
from flask import request
from werkzeug.exceptions import BadRequest

from app.exchange.check import BadFile
from app.exchange.take import LIMIT, Sent
from app.exchange.unreadable import NAMES, OtherEncoding, check_text, text_of
from app.language import gettext as _
from app.markdown import ENCODINGS, Encoding, Meaning
from app.web.labels import holdings
from app.web.request import choice_field, clean_name, sent_files, whole_text

_MOST_KEPT = LIMIT * 3 // 4 - 100_000  # bytes of files that fit into a form of that limit as base64
_HOLDS = re.compile(r"holds-([0-9]{1,4})-([0-9]{1,9})")  # which file, and the first line of which heading
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
        return next((sent.data for sent in self.files if not sent.name), b"").decode("utf-8")

    @property
    def kept(self) -> str | None:
        """All of it, for a form that sends it once more; None where that would be too large."""
        if sum(len(sent.data) for sent in self.files) > _MOST_KEPT:
            return None
        return msgspec.json.encode([(sent.name, sent.data) for sent in self.files]).decode("utf-8")


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
        encoding = choice_field("encoding", ENCODINGS) if "encoding" in request.form else None
        told = _told()
        files = [Sent(name, data, told[at]) for at, (name, data) in enumerate(_unpacked(request.form["kept"]))]
        return Form(files, encoding)  # type: ignore[arg-type]
    text = whole_text("text")
    pasted = [Sent("", text.encode("utf-8"))] if text.strip() else []
    return Form([*(Sent(*file) for file in sent_files("file")), *pasted])


def choices(form: Form, problem: BadFile) -> Choices | None:
    """What can be chosen where that was the problem; None where nothing helps, or the files are too large to keep."""
    if not isinstance(problem, OtherEncoding) or form.kept is None:
        return None
    others = [(name, data) for name, data, _told in form.files if _encodings(name, data) is not None]
    common = [
        encoding
        for encoding in problem.encodings
        if all(encoding in (_encodings(name, data) or ()) for name, data in others)
    ]
    ways = [
        Choice(encoding, NAMES[encoding], [(name, _beginning(data, encoding)) for name, data in others])
        for encoding in common
    ]
    return Choices(form.kept, ways) if ways else None


def _told() -> dict[int, dict[int, Meaning]]:
    """What the person says that sections hold, by file; 422 where it is nothing they can hold."""
    told: dict[int, dict[int, Meaning]] = defaultdict(dict)
    for name, words in request.form.items():
        if words and (found := _HOLDS.fullmatch(name)):
            meaning = Meaning.of(choice_field(name, holdings()))
            told[int(found[1])][int(found[2])] = meaning or Meaning("notes")
    return told


def _unpacked(kept: str) -> list[tuple[str, bytes]]:
    try:
        files = msgspec.json.decode(kept, type=list[tuple[str, bytes]])
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
