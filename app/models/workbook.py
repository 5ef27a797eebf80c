"""A workbook: one opening at one company. Everything else belongs to exactly one."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import JSON, Connection, Index, LargeBinary, String, Text, delete, select, update
from sqlalchemy.orm import Mapped, mapped_column

from app.clock import now
from app.db import Model, one_of

STATES = ("preparing", "interviewing", "offer", "accepted", "declined", "ghosted", "archived")


class Workbook(Model):
    """`source` holds the bytes as imported; the export is those bytes, patched where a person changed something.
    `encoding` is what they are in where a person had to say so (app.markdown.encoding), else empty.

    `gone` are the lines of it, from 1, of what was deleted for good: the export leaves them out.
    """

    __tablename__ = "workbook"

    title: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(16), default="preparing")
    language: Mapped[str | None] = mapped_column(String(16))
    source: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    encoding: Mapped[str | None] = mapped_column(String(16))
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

    @classmethod
    def become(cls, connection: Connection, key: int, state: str) -> None:
        """Let it stand in one of STATES; the same again changes nothing."""
        differs = update(cls).where(cls.id == key, cls.state != state)
        connection.execute(differs.values(state=state, updated_at=now()))

    @classmethod
    def lose(cls, connection: Connection, key: int, lines: Iterable[tuple[int, int]]) -> None:
        """Leave these lines of the source out of every export from here on."""
        gone = connection.execute(select(cls.gone).where(cls.id == key).with_for_update()).scalar_one()
        spans = sorted({*map(tuple, gone), *lines})
        connection.execute(update(cls).where(cls.id == key).values(gone=[list(span) for span in spans]))

    @classmethod
    def purge(cls, connection: Connection, before: datetime) -> None:
        """Delete for good, with everything in them, the workbooks put into the bin before an instant."""
        connection.execute(delete(cls).where(cls.deleted_at < before))
