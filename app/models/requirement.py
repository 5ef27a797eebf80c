"""A requirement: one thing the job asks for, and how the person stands to it."""

from typing import ClassVar

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import one_of
from app.models.item import Item

STATUSES = ("matched", "learning", "missing")


class Requirement(Item):
    """`status` is empty where the sheet shows none; `evidence` is the tail of the line."""

    __tablename__ = "requirement"

    WORDING: ClassVar[tuple[str, str | None]] = ("text", "evidence")

    text: Mapped[str] = mapped_column(Text)
    status: Mapped[str | None] = mapped_column(String(16))
    evidence: Mapped[str] = mapped_column(Text, default="")

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (*super().constraints(), one_of("status", STATUSES))
