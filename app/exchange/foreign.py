"""Files that are no text at all, told by their first bytes: what it is, and what to do to get its words in."""

import re
from collections.abc import Callable

from app.language import gettext as _

_ZIPPED = ((b"word/", "word"), (b"xl/", "excel"), (b"ppt/", "powerpoint"), (b"content.xml", "office"))
_HEIC = re.compile(rb"....ftyp(hei[cmsx]|hev[cmsx]|mif1|msf1|avif)", re.DOTALL)
_GIF = re.compile(rb"GIF8[79]a.{0,7}\0", re.DOTALL)  # a text may begin with its name
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\xfd7zXZ\0", "xz"),
    (b"BZh91AY&SY", "bzip2"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF-", "pdf"),
    (b"{\\rtf1", "rtf"),
    (b"SQLite format 3\0", "sqlite"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
)
_PICTURES = ("PNG", "JPEG", "GIF", "TIFF", "WebP", "HEIC", "AVIF")


def refusal(name: str, data: bytes) -> str | None:
    """The sentence about a file that is something else than text, None where its beginning does not say so."""
    if not (what := _what(data)):
        return None
    if what in _PICTURES:
        return _("“%(name)s” is a picture (%(what)s): Askback reads text, so type what it shows.", name=name, what=what)
    say = _SENTENCES.get(what, _archive)
    return say(name, what)


def _what(data: bytes) -> str | None:
    if data.startswith((b"PK\3\4", b"PK\5\6", b"PK\7\x08")):
        return next((what for part, what in _ZIPPED if part in data), "ZIP")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    if found := _HEIC.match(data):
        return "AVIF" if found[1] == b"avif" else "HEIC"
    if _GIF.match(data):
        return "GIF"
    if data[257:262] == b"ustar":
        return "tar"
    return next((what for beginning, what in _BEGINNINGS if data.startswith(beginning)), None)


def _archive(name: str, what: str) -> str:
    return _("“%(name)s” is a %(what)s archive: unpack it and import the Markdown files in it.", name=name, what=what)


_SENTENCES: dict[str, Callable[[str, str], str]] = {
    "word": lambda name, _what: _(
        "“%(name)s” is a Word document: save it as plain text, or copy its text into a Markdown file.", name=name
    ),
    "rtf": lambda name, _what: _(
        "“%(name)s” is a rich text document (RTF): save it as plain text, or copy its text into a Markdown file.",
        name=name,
    ),
    "excel": lambda name, _what: _(
        "“%(name)s” is an Excel workbook: save the sheet with the questions as CSV (UTF-8) and import that.", name=name
    ),
    "powerpoint": lambda name, _what: _(
        "“%(name)s” is a PowerPoint presentation: copy its text into a Markdown file and import that.", name=name
    ),
    "office": lambda name, _what: _(
        "“%(name)s” is an office document: save it as plain text, or as CSV if it is a table, and import that.",
        name=name,
    ),
    "pdf": lambda name, _what: _("“%(name)s” is a PDF: copy its text into a Markdown file and import that.", name=name),
    "sqlite": lambda name, _what: _(
        "“%(name)s” is a SQLite database: a backup of Askback comes back with “askback restore”.", name=name
    ),
}
