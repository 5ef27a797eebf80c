"""A pitch point: something to say about oneself."""

from typing import ClassVar

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.item import Item


class PitchPoint(Item):
    """`text` is the head, `note` the tail after its separator."""

    __tablename__ = "pitch_point"

    WORDING: ClassVar[tuple[str, str | None]] = ("text", "note")

    text: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text, default="")
