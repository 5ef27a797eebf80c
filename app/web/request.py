"""What a request may hold: sizes first, then text that is text. Nothing is repaired in silence.

Werkzeug keeps bad bytes of a form in some other spelling; here they are refused, because a person's words
are stored as they were sent or not at all.
"""

import re
from collections.abc import Callable
from datetime import date
from itertools import chain
from typing import IO, Any
from urllib.parse import parse_qsl
from uuid import UUID

from flask import Request, request
from werkzeug.datastructures import FileStorage, Headers, ImmutableMultiDict, MultiDict
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnprocessableEntity
from werkzeug.formparser import FormDataParser, MultiPartParser
from werkzeug.routing import BaseConverter
from werkzeug.sansio.multipart import File

from app.language import gettext as _

SAVE_BYTES = 1_048_576
IMPORT_BYTES = 10 * 1_048_576
FIELDS = 100  # more than any form of ours has
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")
_CONTROL = re.compile("[\0-\x1f\x7f\ud800-\udfff]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NO_TEXT = re.compile("[\0\ud800-\udfff]")

Form = tuple[IO[bytes], MultiDict[str, str], MultiDict[str, FileStorage]]


class StrictParser(FormDataParser):
    """Forms with each byte kept: what is not UTF-8 stays as half characters, and no field may hold those."""

    def parse(
        self, stream: IO[bytes], mimetype: str, content_length: int | None, options: dict[str, str] | None = None
    ) -> Form:
        try:
            if mimetype == "multipart/form-data":
                return stream, *self._parts(stream, (options or {}).get("boundary", ""), content_length)
            text = _as_sent(stream.read()) if mimetype == "application/x-www-form-urlencoded" else ""
            pairs = parse_qsl(text, keep_blank_values=True, errors="surrogateescape", max_num_fields=FIELDS)
        except ValueError:
            raise BadRequest(_("The form could not be read: no browser sends it like this.")) from None
        return stream, ImmutableMultiDict(pairs), ImmutableMultiDict()

    def _parts(
        self, stream: IO[bytes], boundary: str, content_length: int | None
    ) -> tuple[MultiDict[str, str], MultiDict[str, FileStorage]]:
        if not boundary:
            raise ValueError("no boundary")
        parser = _Parts(self.stream_factory, self.max_form_memory_size, max_form_parts=self.max_form_parts)
        try:
            form, files = parser.parse(stream, boundary.encode("ascii"), content_length)
        except BaseException:
            for begun in parser.begun:
                begun.close()
            raise
        pairs = [(name, _as_sent(value.encode("latin-1"))) for name, value in form.items(multi=True)]
        return ImmutableMultiDict(pairs), files


class _Parts(MultiPartParser):
    """A form with files. Each byte of its fields comes out as one character, for `_parts` to make text of; `begun` has
    the files that a broken form leaves open."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.begun: list[IO[bytes]] = []

    def start_file_streaming(self, event: File, total_content_length: int | None) -> IO[bytes]:
        self.begun.append(container := super().start_file_streaming(event, total_content_length))
        return container

    def get_part_charset(self, headers: Headers) -> str:
        return "latin-1"


def _as_sent(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


class UidConverter(BaseConverter):
    """A public id in an address: what an id never looks like is 404 before any query."""

    regex = "[0-9A-Za-z_-]{1,64}"


class StrictRequest(Request):
    """A request whose form is parsed strictly."""

    form_data_parser_class = StrictParser


def limit_size(asked: Request) -> None:
    """Refuse what is too large before it is read: imports may be 10 MB, everything else 1 MB."""
    limit = IMPORT_BYTES if asked.endpoint in ("exchange.take", "exchange.look_first") else SAVE_BYTES
    asked.max_content_length = limit
    asked.max_form_memory_size = limit
    if (asked.content_length or 0) > limit:
        raise RequestEntityTooLarge(_too_large(limit))


def _too_large(limit: int) -> str:
    if limit == IMPORT_BYTES:
        return _("This is over 10 MB, the limit for an import. Nothing was changed; “Back” brings your text back.")
    return _("This is too large. Nothing was changed; “Back” brings your text back.")


def check_form(asked: Request) -> None:
    """Refuse a body that is no form, a field that stands there twice (400), and what no text can hold (422)."""
    fields = list(asked.form.items(multi=True))
    is_form = asked.mimetype in ("application/x-www-form-urlencoded", "multipart/form-data")
    if not is_form or len(fields) > len(asked.form):
        raise BadRequest(_("The form could not be read: no browser sends it like this."))
    if _NO_TEXT.search("".join(chain.from_iterable(fields))):
        raise UnprocessableEntity(_("The text contains a character that cannot be saved (NUL or half a character)."))


def sent_fields() -> list[tuple[str, str]]:
    """The fields as they were sent, to stand in their boxes again: bad characters as \ufffd, the token left out."""
    pairs = request.form.items(multi=True)
    return [(_shown(name), _shown(value)) for name, value in pairs if name != "csrf_token"]


def _shown(text: str) -> str:
    return _NO_TEXT.sub("\ufffd", text)


def text_field(name: str, limit: int) -> str:
    """The text of a form's field: line ends as \\n, no blank lines at its ends.

    Refuses a form without it (400), and more than `limit` code points (413).
    """
    value = request.form.get(name)
    if value is None:
        raise BadRequest(_("The form has no field “%(name)s”.", name=name))
    return clean_text(value, limit)


def clean_text(value: str, limit: int) -> str:
    """`value` as it is kept: line ends as \\n, no blank lines at its ends; 413 where it is longer than `limit`."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n").rstrip()
    text = _BLANK_LINES.sub("", lines, count=1)
    if len(text) > limit:
        raise RequestEntityTooLarge(
            _("This is too long: %(length)s characters; at most %(limit)s fit.", length=len(text), limit=limit)
        )
    return text


def day_field(name: str) -> date | None:
    """The day of a field (`2026-01-31`), None where it is empty; 400 where there is none, 422 where it is no day."""
    value = text_field(name, 1000).strip()
    if not value:
        return None
    try:
        # Python reads other spellings too (2026W05, 20260131); browsers send this one.
        return date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError:
        sentence = _("“%(value)s” is not a day; one is written like 2026-01-31.", value=value[:40])
        raise UnprocessableEntity(sentence) from None


def version_field() -> int:
    """The version a text was written upon; 400 where the form does not tell it."""
    value = request.form.get("version", "")
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        raise BadRequest(_("The form has no field “%(name)s”.", name="version"))
    return int(value)


def choice_field(name: str, choices: dict[str, Any] | tuple[str, ...]) -> str:
    """The value of a field that must be one of `choices`; 422 where it is not."""
    value = request.form.get(name, "")
    if value not in choices:
        raise UnprocessableEntity(_("“%(value)s” is not a choice for “%(name)s”.", value=value[:40], name=name))
    return value


def uid_field(make: Callable[[], str]) -> str:
    """The sender's own id for what is added (a UUID), or a new one; 422 where it is no UUID."""
    value = request.form.get("id", "")
    if not value:
        return make()
    try:
        return str(UUID(value))
    except ValueError:
        raise UnprocessableEntity(_("“%(value)s” is not an id.", value=value[:40])) from None


def whole_text(name: str) -> str:
    """A pasted text as it is, but for the line ends that browsers rewrite."""
    return request.form.get(name, "").replace("\r\n", "\n")


def sent_files(name: str) -> list[tuple[str, bytes]]:
    """(name, bytes) of each file chosen for a field. A name loses its folders and what no title can hold."""
    chosen = [file for file in request.files.getlist(name) if file.filename]
    return [(clean_name(file.filename or ""), file.read()) for file in chosen]


def clean_name(path: str) -> str:
    """The name of a file without its folders and without what no title can hold."""
    return _CONTROL.sub("", re.split(r"[/\\]", path)[-1]) or "sheet.md"
