"""All workbooks as one ZIP archive: each as Markdown and as JSON, in a folder of its own sort, so that one of the two
can be imported again whole."""

import io
import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sqlalchemy import select

from app.db import read
from app.exchange.give import to_json
from app.exchange.load import load
from app.exchange.markdown import to_markdown
from app.models import Workbook

_REFUSED = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]|[. ]+$|^[. ]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)  # Windows opens no such file
_LONGEST = 80  # bytes would allow for 255 in all, and a Chinese character is three


def file_name(title: str) -> str:
    """The title as a file may be called anywhere, without an ending."""
    shown = "".join(c for c in _REFUSED.sub(" ", title) if c.isprintable())
    name = " ".join(shown.split())[:_LONGEST].strip(". ")
    return name if name and not _DEVICES.fullmatch(name) else f"askback {name}".strip()


def bundle(owner_id: int, at: datetime) -> bytes:
    """The workbooks outside the bin, oldest first; `at` is the time their files carry."""
    packed = io.BytesIO()
    here = select(Workbook.id, Workbook.title).where(Workbook.owner_id == owner_id, Workbook.deleted_at.is_(None))
    books = read().execute(here.order_by(Workbook.id)).all()
    with ZipFile(packed, "w") as archive:
        for book, name in zip(books, _distinct(book.title for book in books), strict=True):
            workbook = load(read(), book.id)
            for path, data in (
                (f"markdown/{name}.md", to_markdown(workbook)),
                (f"json/{name}.json", to_json([workbook])),
            ):
                archive.writestr(ZipInfo(path, at.timetuple()[:6]), data, ZIP_DEFLATED)
    return packed.getvalue()


def _distinct(titles: Iterator[str]) -> Iterator[str]:
    """A name for each that none before has, also where capitals and composed letters are one."""
    taken: set[str] = set()
    for title in titles:
        name = said = file_name(title)
        number = 1
        while _as_disks_see(said) in taken:
            number += 1
            said = f"{name} ({number})"
        taken.add(_as_disks_see(said))
        yield said


def _as_disks_see(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
