"""A contradiction: two answers to one question that cannot both be true, with a note why. Taken back at any time."""

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Text,
    UniqueConstraint,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.clock import now
from app.db import Model
from app.models.place import Place
from app.models.revision import Kept, Outdated

NOTE_LIMIT = 10_000  # code points


class Contradiction(Model):
    """Said of a pair, so that which of both is named first does not matter: `answer_id` is the smaller key."""

    __tablename__ = "contradiction"

    workbook_id: Mapped[int] = mapped_column(ForeignKey("workbook.id", ondelete="CASCADE"), sort_order=-4)
    answer_id: Mapped[int]
    other_id: Mapped[int]
    note: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=0)

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            *(
                ForeignKeyConstraint(["workbook_id", column], ["answer.workbook_id", "answer.id"], ondelete="CASCADE")
                for column in ("answer_id", "other_id")
            ),
            CheckConstraint("answer_id < other_id", name="order"),
            CheckConstraint("version >= 0", name="version"),
            CheckConstraint(f"length(note) <= {NOTE_LIMIT}", name="note"),
            UniqueConstraint("answer_id", "other_id"),
            Index(None, "owner_id", "workbook_id"),
            Index(None, "other_id"),
        )

    @classmethod
    def between(cls, connection: Connection, whose: Place, answers: tuple[int, int], note: str, uid: str) -> str:
        """Say that two answers contradict each other; gives the public id. Said again, the first saying stands."""
        first, second = sorted(answers)
        known = select(cls.uid).where(cls.answer_id == first, cls.other_id == second)
        if found := connection.scalar(known):
            return found
        row = {"uid": uid, "owner_id": whose.owner_id, "workbook_id": whose.workbook_id, "note": note}
        connection.execute(insert(cls).values(**row, answer_id=first, other_id=second, version=int(bool(note))))
        return uid

    @classmethod
    def annotate(cls, connection: Connection, place: Place, note: str, version: int) -> Kept | Outdated:
        """Let the note read so, if `version` is still the one that was read. The same note again is as saved."""
        row = connection.execute(select(cls.note, cls.version, cls.updated_at).where(cls.id == place.id)).one()
        if row.note == note:
            return Kept(row.version, row.updated_at)
        if row.version != version:
            return Outdated(row.version, row.note)
        at = now()
        connection.execute(update(cls).where(cls.id == place.id).values(note=note, version=version + 1, updated_at=at))
        return Kept(version + 1, at)

    @classmethod
    def take_back(cls, connection: Connection, place: Place) -> None:
        """They do not contradict each other, or not any more."""
        connection.execute(delete(cls).where(cls.id == place.id))
