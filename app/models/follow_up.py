"""A follow-up: what a round left one to do, by a day. It stands on the round's debrief and never in the sheet, which is
why it is no Task: an item has a section, and would be written into the file."""

from datetime import date
from typing import ClassVar

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Text,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.clock import now
from app.db import Model
from app.models.place import Place
from app.models.revision import Kept, Outdated

TEXT_LIMIT = 10_000  # code points


class FollowUp(Model):
    """`version` counts the changes of `text`, which has no history. It is there where its round is."""

    __tablename__ = "follow_up"

    WORDING: ClassVar[tuple[str, str | None]] = ("text", None)  # what the bin calls it

    workbook_id: Mapped[int] = mapped_column(ForeignKey("workbook.id", ondelete="CASCADE"), sort_order=-4)
    round_id: Mapped[int] = mapped_column(sort_order=-3)
    removal_id: Mapped[int | None] = mapped_column(ForeignKey("removal.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(default=1)
    due_on: Mapped[date | None]
    done: Mapped[bool] = mapped_column(default=False)

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            ForeignKeyConstraint(["workbook_id", "round_id"], ["round.workbook_id", "round.id"], ondelete="CASCADE"),
            CheckConstraint(f"length(text) <= {TEXT_LIMIT}", name="text"),
            CheckConstraint("version >= 1", name="version"),
            Index(None, "owner_id", "workbook_id"),
            Index(None, "round_id"),
        )

    @classmethod
    def leave(cls, connection: Connection, held: Place, uid: str, text: str, due_on: date | None) -> int:
        """A round leaves it to do; `uid` is the sender's name for it. Where that is known, it changes nothing.

        Gives the key of the workbook that has it, which may be another one.
        """
        known = select(cls.workbook_id).where(cls.owner_id == held.owner_id, cls.uid == uid)
        if found := connection.scalar(known):
            return found
        row = {"uid": uid, "owner_id": held.owner_id, "workbook_id": held.workbook_id, "round_id": held.id}
        connection.execute(insert(cls).values(**row, text=text, due_on=due_on))
        return held.workbook_id

    @classmethod
    def tick(cls, connection: Connection, place: Place, done: bool) -> None:
        """Say whether it is done. Again, it changes nothing."""
        here = update(cls).where(cls.id == place.id, cls.done != done)
        connection.execute(here.values(done=done, updated_at=now()))

    @classmethod
    def plan(cls, connection: Connection, place: Place, due_on: date | None) -> None:
        """Say by which day, or (None) that no day is set. Again, it changes nothing."""
        here = update(cls).where(cls.id == place.id, cls.due_on.is_distinct_from(due_on))
        connection.execute(here.values(due_on=due_on, updated_at=now()))

    @classmethod
    def reword(cls, connection: Connection, place: Place, text: str, version: int) -> Kept | Outdated:
        """Let it read `text`, if `version` is still the one that was read. The same text again is as saved."""
        row = connection.execute(select(cls.text, cls.version, cls.updated_at).where(cls.id == place.id)).one()
        if row.text == text:
            return Kept(row.version, row.updated_at)
        if row.version != version:
            return Outdated(row.version, row.text)
        at = now()
        connection.execute(update(cls).where(cls.id == place.id).values(text=text, version=version + 1, updated_at=at))
        return Kept(version + 1, at)
