"""A transfer: an own skill, and the skill it must become."""

from typing import ClassVar

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.item import Item


class Transfer(Item):
    """`text` is the own skill, `note` what it must become."""

    __tablename__ = "transfer"

    WORDING: ClassVar[tuple[str, str | None]] = ("text", "note")

    text: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text, default="")
