"""The bin: what lies in it, how it comes back, and how it goes for good."""

import logging
from datetime import timedelta
from typing import Any, NamedTuple

from flask import abort
from sqlalchemy import Connection, Row, Select, bindparam, func, literal, select, union_all
from sqlalchemy.exc import DBAPIError

from app.clock import now
from app.db import read, writing
from app.dialect import StorageError
from app.models import FollowUp, Removal, Round, Section, Workbook
from app.models.removal import STAYS, THINGS, Thing

log = logging.getLogger("askback")
SHOWN = 100  # on one page
_ANCHORS = {"section": "s", "question": "q"}  # what a page calls the place of a thing; other boxes are b


class Binned(NamedTuple):
    """One line of the bin: `beneath` counts what went with it, `days` is how long it stays."""

    noun: str
    uid: str
    label: str
    title: str
    at: Any
    beneath: int
    days: int


class Returned(NamedTuple):
    """Where something was put back: its workbook, and its own place on the sheet where that is known; or its round, and
    its place on the debrief."""

    workbook: str
    anchor: str | None
    round: str | None = None


def in_the_bin(owner_id: int, page: int) -> tuple[list[Binned], bool]:
    """What lies in the bin, newest first, and whether more follows: one statement."""
    rows = read().execute(_BIN, {"owner": owner_id, "skip": page * SHOWN}).all()
    return [_line(row) for row in rows[:SHOWN]], len(rows) > SHOWN


def take_back(connection: Connection, owner_id: int, removal: str) -> Returned:
    """Put back what one removal took; 404 where it is not mine, 410 where its workbook lies in the bin."""
    found = connection.execute(_REMOVAL, {"owner": owner_id, "uid": removal}).first()
    if found is None or found.deleted_at is not None:
        abort(404 if found is None else 410)
    model = next(model for model in THINGS if model.__tablename__ == found.noun)
    top = connection.scalar(_top(model).where(model.removal_id == found.id).limit(1))
    Removal.put_back(connection, found.id)
    if model is Round:
        return Returned(found.workbook, None, top)
    if model is FollowUp:
        held = select(Round.uid).join(FollowUp, FollowUp.round_id == Round.id).where(FollowUp.uid == top)
        return Returned(found.workbook, f"f-{top}", connection.scalar(held))
    return Returned(found.workbook, f"{_ANCHORS.get(found.noun, 'b')}-{top}" if top else None)


def empty() -> None:
    """Let go for good of what has lain there for its time. Where the database cannot do it now, it waits."""
    try:
        with writing() as connection:
            Removal.purge(connection, now() - STAYS)
            Workbook.purge(connection, now() - STAYS)
    except (StorageError, DBAPIError) as problem:
        log.warning("the bin was not emptied: %s", type(problem).__name__)


def _line(row: Row[*tuple[Any, ...]]) -> Binned:
    left = row.at + STAYS - now()
    beneath = (row.things or 1) - 1
    return Binned(row.noun, row.uid, row.label, row.title, row.at, beneath, max(0, -(-left // timedelta(days=1))))


def _top(model: Thing) -> Select[str]:
    """Of the rows of one removal the first: the one that was removed, beneath which the others stand."""
    return select(model.uid).order_by(model.position if model is Section else model.id)


_OWNER = bindparam("owner", type_=Removal.owner_id.type)
_THINGS = union_all(
    *(
        select(model.removal_id.label("removal"), func.count().label("things"))
        .where(model.removal_id.is_not(None), model.owner_id == _OWNER)
        .group_by(model.removal_id)
        for model in THINGS
    )
).subquery()
_SIZES = select(_THINGS.c.removal, func.sum(_THINGS.c.things).label("things")).group_by(_THINGS.c.removal).subquery()
_EVERY = union_all(
    select(
        literal("workbook").label("noun"),
        Workbook.uid,
        Workbook.title.label("label"),
        literal("").label("title"),
        Workbook.deleted_at.label("at"),
        Workbook.id,
        literal(1).label("things"),
    ).where(Workbook.owner_id == _OWNER, Workbook.deleted_at.is_not(None)),
    select(
        Removal.noun,
        Removal.uid,
        Removal.label,
        Workbook.title,
        Removal.created_at,
        Removal.id,
        _SIZES.c.things,
    )
    .join(Workbook, Workbook.id == Removal.workbook_id)
    .outerjoin(_SIZES, _SIZES.c.removal == Removal.id)
    .where(Removal.owner_id == _OWNER, Removal.restored_at.is_(None), Workbook.deleted_at.is_(None)),
).subquery()
_BIN = select(_EVERY).order_by(_EVERY.c.at.desc(), _EVERY.c.id.desc()).offset(bindparam("skip")).limit(SHOWN + 1)
_REMOVAL = (
    select(Removal.id, Removal.noun, Workbook.uid.label("workbook"), Workbook.deleted_at)
    .join(Workbook, Workbook.id == Removal.workbook_id)
    .where(Removal.owner_id == _OWNER, Removal.uid == bindparam("uid"), Removal.section_id.is_(None))
)
