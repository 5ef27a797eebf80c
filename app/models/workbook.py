"""A workbook: one opening at one company. Everything else belongs to exactly one."""

from datetime import datetime

from sqlalchemy import JSON, Connection, Index, LargeBinary, String, Text, update
from sqlalchemy.orm import Mapped, mapped_column

from app.clock import now
from app.db import Model, one_of

STATES = ("preparing", "interviewing", "offer", "accepted", "declined", "ghosted", "archived")


class Workbook(Model):
    """`source` holds the bytes as imported; the export is those bytes, patched where a person changed something.

    `gone` are the lines of it, from 1, of what was deleted for good: the export leaves them out.
    """

    __tablename__ = "workbook"

    title: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(16), default="preparing")
    language: Mapped[str | None] = mapped_column(String(16))
    source: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    gone: Mapped[list[list[int]]] = mapped_column(JSON, default=list, deferred=True)
    deleted_at: Mapped[datetime | None]

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (one_of("state", STATES), Index(None, "owner_id", "deleted_at"))

    @classmethod
    def remove(cls, connection: Connection, key: int) -> None:
        """Put it into the bin. Removing it twice keeps the first time."""
        connection.execute(update(cls).where(cls.id == key, cls.deleted_at.is_(None)).values(deleted_at=now()))

    @classmethod
    def put_back(cls, connection: Connection, key: int) -> None:
        """Take it out of the bin, as it was."""
        connection.execute(update(cls).where(cls.id == key).values(deleted_at=None))
