"""A conflict: a text that came too late, set aside beside the one that stands, until a person decides between them.

Nobody wins silently: what is not chosen goes into the history of its place.
"""

from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    ForeignKey,
    Index,
    ScalarSelect,
    String,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.clock import new_uid, now
from app.db import Model, one_of
from app.models.place import Place
from app.models.revision import FIELDS, Revision
from app.models.workbook import Workbook


class Words(NamedTuple):
    """A text as it is sent and kept; `note` is the second half of a wording."""

    body: str
    note: str = ""


class Holder(NamedTuple):
    """Where a text stands: a row of a table, as a Revision names it, and which of its texts."""

    noun: str
    row_id: int
    field: str


class Conflict(Model):
    """One text set aside. `version` is the one it was written upon, which another had gone beyond."""

    __tablename__ = "conflict"

    workbook_id: Mapped[int] = mapped_column(ForeignKey("workbook.id", ondelete="CASCADE"), sort_order=-4)
    noun: Mapped[str] = mapped_column(String(16))
    row_id: Mapped[int]
    field: Mapped[str] = mapped_column(String(8))
    version: Mapped[int]
    body: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text, default="")

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            one_of("field", FIELDS),
            Index(None, "owner_id", "workbook_id"),
            Index(None, "workbook_id", "noun", "row_id"),
        )

    @classmethod
    def open(cls) -> ScalarSelect[int]:
        """How many there are in the workbook of each row."""
        mine = cls.owner_id == Workbook.owner_id, cls.workbook_id == Workbook.id
        return select(func.count(cls.id)).where(*mine).correlate(Workbook).scalar_subquery()

    @classmethod
    def set_aside(
        cls, connection: Connection, whose: Place, held: Holder, version: int, words: Words, uid: str
    ) -> str | None:
        """Keep a text that came too late, once; its public id.

        `uid` names the conflict it continues, if any. Where that one was decided meanwhile and left these very words in
        the history, there is nothing to decide any more, and no id.
        """
        kept = connection.execute(select(cls.id, cls.uid, cls.body, cls.note).where(_is_at(cls, whose, held))).all()
        known = next((row for row in kept if (row.body, row.note) == words), None)
        if known:
            return str(known.uid)
        at, told = now(), words._asdict()
        if any(row.uid == uid for row in kept):
            connection.execute(
                update(cls).where(_is_at(cls, whose, held), cls.uid == uid).values(**told, updated_at=at)
            )
            return uid
        if uid and _was_said(connection, whose, held, words):
            return None
        made = {"uid": new_uid(), "owner_id": whose.owner_id, "workbook_id": whose.workbook_id, "version": version}
        connection.execute(insert(cls).values(**made, **told, **held._asdict(), created_at=at, updated_at=at))
        return str(made["uid"])

    @classmethod
    def settle(cls, connection: Connection, whose: Place, held: Holder, version: int, words: Words, uid: str) -> int:
        """The person decided, and the text now reads `words` in `version`; what was set aside becomes history.

        The version the text has then. Where the conflict was decided before, nothing changes.
        """
        aside = connection.execute(
            select(cls.id, cls.body, cls.note, cls.updated_at).where(_is_at(cls, whose, held), cls.uid == uid)
        ).first()
        if aside is None:
            return version
        connection.execute(delete(cls).where(cls.id == aside.id))
        if (aside.body, aside.note) == words:
            return version
        row, at = cls.metadata.tables[held.noun], now()
        count = "notes_version" if held.field == "notes" else "version"
        connection.execute(update(row).where(row.c.id == held.row_id).values({count: version + 1, "updated_at": at}))
        told = {"body": aside.body, "note": aside.note, "written_at": aside.updated_at}
        Revision.keep(connection, whose, at, **held._asdict(), version=version, origin="page", **told)
        return version + 1


def base_of(connection: Connection, whose: Place, held: Holder, version: int) -> Words:
    """What both texts began as: the words of `version`, or the last kept before them, for those came before both."""
    upto = select(Revision.body, Revision.note).where(_is_at(Revision, whose, held), Revision.version <= version)
    found = connection.execute(upto.order_by(Revision.version.desc()).limit(1)).first()
    return Words(*found) if found else Words("")


def _was_said(connection: Connection, whose: Place, held: Holder, words: Words) -> bool:
    same = Revision.body == words.body, Revision.note == words.note
    found = select(Revision.id).where(_is_at(Revision, whose, held), *same)
    return connection.execute(found.limit(1)).first() is not None


def _is_at(model: type[Conflict] | type[Revision], whose: Place, held: Holder) -> ColumnElement[bool]:
    return (
        (model.workbook_id == whose.workbook_id)
        & (model.noun == held.noun)
        & (model.row_id == held.row_id)
        & (model.field == held.field)
    )
