"""Info: a fact of the opening, as a label and a value."""

from typing import ClassVar

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.item import Item


class Info(Item):
    """The company, the position, the day: whatever the sheet says of the opening."""

    __tablename__ = "info"

    WORDING: ClassVar[tuple[str, str | None]] = ("label", "value")

    label: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)
