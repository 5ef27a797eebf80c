"""A workbook: one opening at one company. Everything else belongs to exactly one."""

from datetime import datetime

from sqlalchemy import Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.clock import now
from app.db import Model, one_of

STATES = ("preparing", "interviewing", "offer", "accepted", "declined", "ghosted", "archived")


class Workbook(Model):
    """`source` holds the bytes as imported; the export is those bytes, patched where a person changed something."""

    __tablename__ = "workbook"

    title: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(16), default="preparing")
    language: Mapped[str | None] = mapped_column(String(16))
    source: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    deleted_at: Mapped[datetime | None]

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (one_of("state", STATES), Index(None, "owner_id", "deleted_at"))

    def remove(self) -> None:
        """Put it into the bin. Removing it twice keeps the first time."""
        self.deleted_at = self.deleted_at or now()

    def put_back(self) -> None:
        """Take it out of the bin, as it was."""
        self.deleted_at = None
