"""A section: a heading of the sheet with its kind, and the text beneath it that is no item. Sections nest."""

from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import one_of
from app.models.element import Element
from app.models.goal import HORIZONS
from app.models.question import DIRECTIONS
from app.models.signal import POLARITIES

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
DEEPEST = 6  # what Markdown has headings for


class Section(Element):
    """The first section of a workbook is the document itself: level 0, without a title.

    `direction`, `polarity` and `horizon` are what its heading says of the questions, signals and goals below it; `told`
    is what a person said it holds (`goals short`), where the file by itself is read as something else.
    """

    __tablename__ = "section"

    WORDING: ClassVar[tuple[str, str | None]] = ("title", None)

    parent_id: Mapped[int | None] = mapped_column(ForeignKey("section.id", ondelete="CASCADE"), sort_order=-3)
    title: Mapped[str] = mapped_column(Text)
    level: Mapped[int]
    kind: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text, default="")
    direction: Mapped[str | None] = mapped_column(String(8))
    polarity: Mapped[str | None] = mapped_column(String(8))
    horizon: Mapped[str | None] = mapped_column(String(8))
    told: Mapped[str | None] = mapped_column(String(32))

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            *super().constraints(),
            one_of("kind", KINDS),
            one_of("direction", DIRECTIONS),
            one_of("polarity", POLARITIES),
            one_of("horizon", HORIZONS),
            CheckConstraint("level >= 0 AND (level = 0) = (kind = 'document')", name="level"),
            Index(None, "owner_id", "workbook_id", "position"),
        )
