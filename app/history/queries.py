"""What was said of one thing, read in four statements at most: the workbook, the thing, its texts, what they were.

How much of the past one page shows is decided in the database: the newest few of each text, and fewer where they are
long. The page before that begins at the last revision shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flask import abort
from sqlalchemy import BindParameter, ColumnElement, Row, Select, and_, bindparam, exists, func, literal, or_, select
from sqlalchemy.orm import aliased

from app.db import read
from app.models import Answer, Element, Goal, Mark, Question, Revision, Round, Signal
from app.models.round import is_here
from app.web.access import Opened
from app.web.difference import Part, difference, excerpt

SHOWN = 20  # former texts of one text that a page shows at most ...
ROOM = 200_000  # ... and the code points that all but the newest of them may have together

Key = tuple[str, int, str]  # the table, the row, and which of its texts


@dataclass(frozen=True)
class Former:
    """A text that stood before: `parts` say how it became the next newer one."""

    uid: str
    text: str
    origin: str
    written_at: datetime
    parts: list[Part]

    @property
    def is_told(self) -> bool:
        """Whether the parts alone show it as it was."""
        return all(part.kind in ("same", "removed") for part in self.parts)


@dataclass
class Told:
    """One text: as it stands, and what it was before. `older` is where the page before begins, if there is one."""

    what: str
    anchor: str
    round: Row[*tuple[Any, ...]] | None
    version: int
    text: str
    origin: str
    written_at: datetime
    former: list[Former] = field(default_factory=list)
    older: str | None = None

    @property
    def parts(self) -> list[Part]:
        """The text as it stands, its middle left out where it is long."""
        return excerpt([Part("same", self.text)] if self.text else [])


def thing_of(workbook: Opened, model: type[Element], uid: str) -> Row[*tuple[Any, ...]]:
    """The thing of that id in my workbook; 404 where there is none, 410 where it lies in the bin."""
    head, tail = model.WORDING
    notes = (Goal.notes, Goal.notes_version, Goal.notes_origin, Goal.notes_settled_at) if model is Goal else ()
    found = read().execute(
        select(
            model.id,
            model.uid,
            model.removal_id,
            model.version,
            model.origin,
            model.worded_at,
            getattr(model, head).label("head"),
            (getattr(model, tail) if tail else literal("")).label("tail"),
            *notes,
        ).where(model.owner_id == workbook.owner_id, model.workbook_id == workbook.id, model.uid == uid)
    )
    row = found.first()
    if row is None or row.removal_id is not None:
        abort(404 if row is None else 410)
    return row


def texts_of(workbook: Opened, model: type[Element], thing: Row[*tuple[Any, ...]], before: str | None) -> list[Told]:
    """Each text of a thing with its newest former ones, or (`before`) one text with those before that revision."""
    texts = dict(_present(workbook, model, thing))
    which = {"workbook": workbook.id, "noun": model.__tablename__, "thing": thing.id}
    rows = read().execute(_NEWEST if before is None else _BEFORE, {**which, "before": before}).all()
    for row in rows:
        _add(texts[row.noun, row.row_id, row.field], row)
    if before is None:
        return list(texts.values())
    told = texts[rows[0].noun, rows[0].row_id, rows[0].field] if rows else abort(404)
    del told.former[0]  # it was there to compare the next with: the page before showed it
    return [told]


def is_of(noun: Any, thing: Any) -> ColumnElement[bool]:
    """Whether a revision is of this thing: of a text of its own, or of what was answered to it or seen of it."""
    answers = select(Answer.id).where(Answer.question_id == thing, is_here(Answer.round_id))
    marks = select(Mark.id).where(Mark.signal_id == thing, is_here(Mark.round_id))
    return or_(
        and_(Revision.noun == noun, Revision.row_id == thing),
        and_(noun == Question.__tablename__, Revision.noun == Answer.__tablename__, Revision.row_id.in_(answers)),
        and_(noun == Signal.__tablename__, Revision.noun == Mark.__tablename__, Revision.row_id.in_(marks)),
    )


def anchor(field: str, holder: str | None) -> str:
    """Where a text stands on its page: an answer and a mark by their own id, the thing's own texts by what they are."""
    return f"t-{holder}" if holder else field


def whole(head: str, tail: str) -> str:
    """Both halves of a wording as one text; a text of one half is itself."""
    return f"{head}\n{tail}" if tail else head


def _present(workbook: Opened, model: type[Element], thing: Row[*tuple[Any, ...]]) -> Iterator[tuple[Key, Told]]:
    noun = model.__tablename__
    wording = whole(thing.head, thing.tail)
    yield (
        (noun, thing.id, "wording"),
        Told("wording", anchor("wording", None), None, *_now(thing, wording, thing.worded_at)),
    )
    if model is Goal and thing.notes_version:
        said = (thing.notes_version, thing.notes, thing.notes_origin, thing.notes_settled_at)
        yield (noun, thing.id, "notes"), Told("notes", anchor("notes", None), None, *said)
    if model in _SAID:
        for row in read().execute(_SAID[model], {"workbook": workbook.id, "thing": thing.id}):
            held = row if row.round_id is not None else None
            told = Told(row.field, anchor(row.field, row.uid), held, *_now(row, row.text, row.written_at))
            yield (row.noun, row.id, row.field), told


def _now(row: Row[*tuple[Any, ...]], text: str, written_at: datetime) -> tuple[int, str, str, datetime]:
    return row.version, text, row.origin, written_at


def _add(told: Told, row: Row[*tuple[Any, ...]]) -> None:
    """Put a former text behind those that are newer."""
    text = whole(row.body, row.note)
    newer = told.former[-1].text if told.former else told.text
    told.former.append(Former(row.uid, text, row.origin, row.written_at, excerpt(difference(text, newer))))
    told.older = row.uid if row.rank < row.total else None


def _former(*conditions: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """The newest revisions of each text: no more than a page shows."""
    text, newest = (Revision.noun, Revision.row_id, Revision.field), Revision.version.desc()
    ranked = (
        select(
            Revision.id,
            func.row_number().over(partition_by=text, order_by=newest).label("rank"),
            func.count().over(partition_by=text).label("total"),
            func.sum(func.length(Revision.body)).over(partition_by=text, order_by=newest).label("size"),
        )
        .where(Revision.workbook_id == _WORKBOOK, is_of(bindparam("noun"), _THING), *conditions)
        .subquery()
    )
    return (
        select(
            Revision.uid,
            *text,
            Revision.body,
            Revision.note,
            Revision.origin,
            Revision.written_at,
            ranked.c.rank,
            ranked.c.total,
        )
        .join(ranked, ranked.c.id == Revision.id)
        .where(ranked.c.rank <= SHOWN, or_(ranked.c.rank <= 2, ranked.c.size <= ROOM))
        .order_by(newest)
    )


def _up_to(uid: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a revision is the one of that id, or an older one of the same text."""
    shown = aliased(Revision)
    same = [getattr(shown, name) == getattr(Revision, name) for name in ("noun", "row_id", "field")]
    return exists().where(shown.uid == uid, shown.workbook_id == _WORKBOOK, *same, Revision.version <= shown.version)


def _said(model: type[Answer | Mark], field: str, thing: Any, text: Any, written_at: Any) -> Select[*tuple[Any, ...]]:
    """What was answered to a question or seen of a signal: outside of any round, then in each, in their order."""
    numbered = select(Round.id, Round.name, Round.kind, Round.position, Round.number())
    held = numbered.where(Round.workbook_id == _WORKBOOK, Round.removal_id.is_(None)).subquery()
    return (
        select(
            literal(model.__tablename__).label("noun"),
            literal(field).label("field"),
            model.id,
            model.uid,
            model.round_id,
            held.c.name,
            held.c.kind,
            held.c.number,
            model.version,
            model.origin,
            text.label("text"),
            written_at.label("written_at"),
        )
        .outerjoin(held, held.c.id == model.round_id)
        .where(thing == _THING, or_(model.version > 0, text != ""), is_here(model.round_id))
        .order_by(model.round_id.is_not(None), held.c.position)
    )


_WORKBOOK: BindParameter[int] = bindparam("workbook")
_THING: BindParameter[int] = bindparam("thing")
_NEWEST = _former()
_BEFORE = _former(_up_to(bindparam("before")))
# A tick or an outcome changes when the row changed, but not its text.
_SAID: dict[type[Element], Select[*tuple[Any, ...]]] = {
    Question: _said(Answer, "body", Answer.question_id, Answer.body, Answer.settled_at),
    Signal: _said(Mark, "evidence", Mark.signal_id, Mark.evidence, Mark.settled_at),
}
