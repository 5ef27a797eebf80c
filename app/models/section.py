"""A section: a heading of the sheet with its kind, and the text beneath it that is no item. Sections nest."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Model, one_of
from app.models.item import within

KINDS = (
    "document",
    "info",
    "responsibilities",
    "requirements",
    "strengths",
    "transfers",
    "questions",
    "signals",
    "pitch_points",
    "goals",
    "tasks",
    "notes",
)


class Section(Model):
    """The first section of a workbook is the document itself: level 0, without a title."""

    __tablename__ = "section"

    workbook_id: Mapped[int] = mapped_column(ForeignKey("workbook.id", ondelete="CASCADE"), sort_order=-4)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("section.id", ondelete="CASCADE"), sort_order=-3)
    position: Mapped[int] = mapped_column(sort_order=-2)
    title: Mapped[str] = mapped_column(Text)
    level: Mapped[int]
    kind: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text, default="")
    first_line: Mapped[int | None]
    last_line: Mapped[int | None]

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            one_of("kind", KINDS),
            CheckConstraint("level >= 0 AND (level = 0) = (kind = 'document')", name="level"),
            Index(None, "owner_id", "workbook_id", "position"),
            within("first_line", "last_line"),
        )
