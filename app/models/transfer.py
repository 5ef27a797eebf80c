"""A transfer: an own skill, and the skill it must become."""

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.item import Item


class Transfer(Item):
    """`text` is the own skill, `note` what it must become."""

    __tablename__ = "transfer"

    text: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text, default="")
