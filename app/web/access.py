"""The one door to owned records. A stranger gets 404: we never say that another's exists."""

from datetime import datetime
from functools import cache
from typing import NamedTuple, TypeVar

from flask import abort
from sqlalchemy import Connection, Select, bindparam, null, select

from app.db import LOCAL_OWNER, Model, db, read
from app.models import Conflict, Contradiction, Place, Workbook
from app.models.removal import Thing

M = TypeVar("M", bound=Model)
Changed = Thing | type[Contradiction]  # what small changes are made to


class Opened(NamedTuple):
    """A workbook as its pages show it."""

    id: int
    owner_id: int
    uid: str
    title: str
    state: str
    encoding: str | None
    conflicts: int


def owner() -> int:
    """The internal key of whoever asks. While there are no accounts: the person at this machine."""
    return LOCAL_OWNER


def mine(model: type[M], uid: str) -> M:
    """The record of that id among mine, or 404."""
    found = db.session.scalar(select(model).where(model.owner_id == owner(), model.uid == uid))
    return found if found is not None else abort(404)


def my_workbook(uid: str) -> Opened:
    """What pages need of my workbook of that id; 404 where there is none, 410 where it lies in the bin."""
    row = read().execute(_OPENED, {"owner": owner(), "uid": uid}).first()
    if row is None or row.deleted_at is not None:
        abort(404 if row is None else 410)
    return Opened(row.id, row.owner_id, row.uid, row.title, row.state, row.encoding, row.conflicts)


def place(connection: Connection, model: Changed, workbook_uid: str, uid: str) -> Place:
    """Where a small change goes: the row of that id in my workbook, held until the change is committed.

    One statement; 404 where there is no such row, 410 where it or its workbook lies in the bin.
    """
    found = connection.execute(_place(model), {"owner": owner(), "workbook": workbook_uid, "uid": uid}).first()
    if found is None or found.deleted_at is not None or found.removal_id is not None:
        abort(404 if found is None else 410)
    return Place(found.owner_id, found.workbook_id, found.id)


_OPENED = select(
    Workbook.id,
    Workbook.owner_id,
    Workbook.uid,
    Workbook.title,
    Workbook.state,
    Workbook.encoding,
    Workbook.deleted_at,
    Conflict.open().label("conflicts"),
).where(Workbook.owner_id == bindparam("owner"), Workbook.uid == bindparam("uid"))


@cache
def _place(model: Changed) -> Select[int, int, int, int | None, datetime | None]:
    removed = getattr(model, "removal_id", null())
    # Two writers of one row take turns on PostgreSQL; SQLite has one writer anyway and ignores the words.
    return (
        select(model.owner_id, model.workbook_id, model.id, removed.label("removal_id"), Workbook.deleted_at)
        .join(Workbook, Workbook.id == model.workbook_id)
        .where(
            Workbook.owner_id == bindparam("owner"),
            Workbook.uid == bindparam("workbook"),
            model.owner_id == bindparam("owner"),
            model.uid == bindparam("uid"),
        )
        .with_for_update(of=model, key_share=True)
    )
