"""A strength: an own skill, and what it serves there."""

from typing import ClassVar

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.item import Item


class Strength(Item):
    """`text` is the own skill, `note` what it serves."""

    __tablename__ = "strength"

    WORDING: ClassVar[tuple[str, str | None]] = ("text", "note")

    text: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text, default="")
