"""A responsibility: one thing the job does."""

from typing import ClassVar

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.item import Item


class Responsibility(Item):
    """`text` is the head, `note` the tail after its separator."""

    __tablename__ = "responsibility"

    WORDING: ClassVar[tuple[str, str | None]] = ("text", "note")

    text: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text, default="")
