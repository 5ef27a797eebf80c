"""A mark: a signal as seen in one round, or on the sheet itself, with the evidence for it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.clock import now
from app.db import Model, one_of
from app.models.item import in_one_workbook, once_a_round
from app.models.revision import ORIGINS

EVIDENCE_LIMIT = 10_000  # code points


class Mark(Model):
    """No row: never looked for. `checked` is seen, or looked for and not seen, or (empty) only spoken of.

    `version` counts the changes of `evidence` alone: a tick never makes an open evidence box outdated. `origin` and
    `settled_at` are of the evidence too.
    """

    __tablename__ = "mark"

    workbook_id: Mapped[int] = mapped_column(ForeignKey("workbook.id", ondelete="CASCADE"), sort_order=-4)
    signal_id: Mapped[int]
    round_id: Mapped[int | None]
    checked: Mapped[bool | None]
    evidence: Mapped[str] = mapped_column(Text, default="")
    version: Mapped[int] = mapped_column(default=0)
    origin: Mapped[str] = mapped_column(String(8), default="page")
    settled_at: Mapped[datetime] = mapped_column(default=now)

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            *in_one_workbook("signal"),
            *once_a_round(cls.__tablename__, "signal_id"),
            CheckConstraint("version >= 0", name="version"),
            CheckConstraint(f"length(evidence) <= {EVIDENCE_LIMIT}", name="evidence"),
            one_of("origin", ORIGINS),
            Index(None, "owner_id", "workbook_id"),
        )
