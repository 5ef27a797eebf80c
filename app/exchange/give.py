"""Giving files out: the sheet itself, or everything as JSON."""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from sqlalchemy import func, select

from app.clock import now, rfc3339
from app.db import read
from app.exchange import document as doc
from app.exchange.load import load
from app.exchange.markdown import written
from app.exchange.to_csv import to_csv
from app.exchange.to_html import to_html
from app.exchange.woven import woven
from app.markdown import Encoding, is_company_label
from app.models import (
    Goal,
    Info,
    PitchPoint,
    Question,
    Requirement,
    Responsibility,
    Round,
    Section,
    Signal,
    Step,
    Strength,
    Task,
    Transfer,
    Workbook,
)
from app.models.removal import Thing

FORMATS = {
    "markdown": ("md", "text/markdown"),
    "json": ("json", "application/json"),
    "csv": ("csv", "text/csv"),
    "html": ("html", "text/html"),
}
_COUNTED: dict[str, Thing] = {
    "info": Info,
    "sections": Section,
    "responsibilities": Responsibility,
    "requirements": Requirement,
    "strengths": Strength,
    "transfers": Transfer,
    "rounds": Round,
    "questions": Question,
    "signals": Signal,
    "pitch_points": PitchPoint,
    "goals": Goal,
    "tasks": Task,
    "steps": Step,
}


@dataclass(frozen=True, slots=True)
class Given:
    """A file; `encoding` is that of its text. `lacked` is the one the sheet came in, where that has no way to write
    a character which was added since."""

    data: bytes
    encoding: str = "utf-8"
    lacked: Encoding | None = None


def given(workbook_id: int, form: str, *, rounds: bool = False) -> Given:
    """One workbook as a file, in one of FORMATS; with `rounds` the Markdown tells them too, as all others do."""
    workbook = load(read(), workbook_id)
    if form != "markdown":
        return Given(_WRITE[form](workbook))
    data, encoding = woven(workbook) if rounds else written(workbook)
    before = workbook.source.encoding if workbook.source else None
    return Given(data, encoding or "utf-8", before if before != encoding else None)


def give(workbook_id: int, form: str) -> bytes:
    """The bytes of that file alone."""
    return given(workbook_id, form).data


def to_json(workbooks: list[doc.Workbook]) -> bytes:
    """The JSON export of surface.md, in UTF-8, indented by two."""
    export = doc.Export(format="askback", version=1, exported_at=rfc3339(now()), workbooks=workbooks)
    return msgspec.json.format(msgspec.json.encode(export), indent=2) + b"\n"


_WRITE: dict[str, Callable[[doc.Workbook], bytes]] = {
    "json": lambda workbook: to_json([workbook]),
    "csv": to_csv,
    "html": to_html,
}


def listing(owner_id: int) -> list[dict[str, object]]:
    """Every workbook outside the bin: id, title, company, state and counts of each kind. A fixed number of queries."""
    books = (
        read()
        .execute(
            select(Workbook.id, Workbook.uid, Workbook.title, Workbook.state)
            .where(Workbook.owner_id == owner_id, Workbook.deleted_at.is_(None))
            .order_by(Workbook.uid)
        )
        .all()
    )
    counts: dict[int, dict[str, int]] = {book.id: dict.fromkeys(_COUNTED, 0) for book in books}
    for name, model in _COUNTED.items():
        here = model.owner_id == owner_id, model.removal_id.is_(None)
        grouped = select(model.workbook_id, func.count()).where(*here).group_by(model.workbook_id)
        for workbook_id, number in read().execute(grouped):
            if workbook_id in counts:
                counts[workbook_id][name] = number
    company = companies(owner_id)
    return [
        {
            "id": book.uid,
            "title": book.title,
            "company": company.get(book.id),
            "state": book.state,
            "counts": counts[book.id],
        }
        for book in books
    ]


def companies(owner_id: int) -> dict[int, str]:
    """The company of each workbook that names one, by its label in any of our languages."""
    facts = select(Info.workbook_id, Info.label, Info.value).where(Info.owner_id == owner_id, Info.removal_id.is_(None))
    found: dict[int, str] = {}
    for row in read().execute(facts.order_by(Info.position)):
        if row.value and is_company_label(row.label):
            found.setdefault(row.workbook_id, row.value)
    return found
