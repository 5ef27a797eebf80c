"""A round: one interview, with its people, its time and how far it has come."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.sql import func

from app.db import Model, one_of

KINDS = ("hr", "technical", "manager", "cross", "executive", "other")
STATES = ("planned", "live", "debriefed")


class Round(Model):
    """`scheduled_at` is an instant; `time_zone` (an IANA name) is where the person reads the clock."""

    __tablename__ = "round"

    workbook_id: Mapped[int] = mapped_column(ForeignKey("workbook.id", ondelete="CASCADE"), sort_order=-4)
    position: Mapped[int] = mapped_column(sort_order=-2)
    name: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[str] = mapped_column(String(16))
    scheduled_at: Mapped[datetime | None]
    time_zone: Mapped[str | None] = mapped_column(String(64))
    minutes: Mapped[int | None]
    place: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(String(16), default="planned")
    notes: Mapped[str] = mapped_column(Text, default="")

    @classmethod
    def number(cls) -> ColumnElement[int]:
        """Its place among the rounds of the workbook, from 1: what a round without a name is called by."""
        return func.row_number().over(partition_by=cls.workbook_id, order_by=cls.position).label("number")

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            one_of("kind", KINDS),
            one_of("state", STATES),
            CheckConstraint("minutes IS NULL OR minutes BETWEEN 1 AND 1440", name="minutes"),
            Index(None, "owner_id", "workbook_id", "position"),
            UniqueConstraint("workbook_id", "id"),
        )


class Interviewer(Model):
    """A person who sits in a round, with the role they have there."""

    __tablename__ = "interviewer"

    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), index=True, sort_order=-4)
    position: Mapped[int] = mapped_column(sort_order=-2)
    name: Mapped[str] = mapped_column(Text, default="")
    role: Mapped[str] = mapped_column(Text, default="")
