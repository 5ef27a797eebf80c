"""What sections and items have in common: a place in a sheet, a wording with its history, and a way into the bin."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ColumnElement,
    Connection,
    ForeignKey,
    Integer,
    String,
    Text,
    cast,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column

from app.clock import now
from app.db import Model, one_of
from app.models.place import Place
from app.models.revision import ORIGINS, Kept, Outdated, Revision


class Element(Model):
    """`first_line` and `last_line` count from 1 in `Workbook.source`; both empty where it was made in the app.

    `position` is sparse. Sections are in one order through the whole workbook; items within their section, or
    beneath what they belong to. `version` counts the wordings, `origin` says where the present one came from.
    """

    __abstract__ = True

    WORDING: ClassVar[tuple[str, str | None]] = ("text", None)  # the columns that hold the words: head, and tail

    workbook_id: Mapped[int] = mapped_column(ForeignKey("workbook.id", ondelete="CASCADE"), sort_order=-4)
    position: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), sort_order=-2)
    first_line: Mapped[int | None]
    last_line: Mapped[int | None]
    removal_id: Mapped[int | None] = mapped_column(ForeignKey("removal.id", ondelete="CASCADE"), index=True)
    version: Mapped[int] = mapped_column(default=1)
    origin: Mapped[str] = mapped_column(String(8), default="page")
    worded_at: Mapped[datetime] = mapped_column(default=now)

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            *super().constraints(),
            within("first_line", "last_line"),
            CheckConstraint("version >= 1", name="version"),
            one_of("origin", ORIGINS),
        )

    @classmethod
    def put(cls, connection: Connection, place: Place, **values: object) -> None:
        """Set columns of one row, in one statement; the same values again change nothing."""
        differs = or_(*(_differs(getattr(cls, name), value) for name, value in values.items()))
        connection.execute(update(cls).where(cls.id == place.id, differs).values(**values, updated_at=now()))

    @classmethod
    def reword(
        cls, connection: Connection, place: Place, head: str, tail: str, version: int, origin: str = "page"
    ) -> Kept | Outdated:
        """Let it read `head` (and `tail`, where its kind has one), if `version` is still the one that was read.

        The former wording becomes a revision. The same words again are as saved, whatever the version.
        """
        names = [name for name in cls.WORDING if name]
        columns = (cls.version, cls.origin, cls.worded_at, *(getattr(cls, name) for name in names))
        row = connection.execute(select(*columns).where(cls.id == place.id)).one()
        body, note = getattr(row, names[0]), getattr(row, names[1]) if len(names) > 1 else ""
        if (head, tail) == (body, note):
            return Kept(row.version, row.worded_at, place.id)
        if row.version != version:
            return Outdated(row.version, body, note, place.id)
        at = now()
        words = dict(zip(names, (head, tail), strict=False))
        connection.execute(
            update(cls)
            .where(cls.id == place.id)
            .values(**words, version=version + 1, origin=origin, worded_at=at, updated_at=at)
        )
        Revision.keep(
            connection,
            place,
            at,
            noun=cls.__tablename__,
            row_id=place.id,
            field="wording",
            version=version,
            body=body,
            note=note,
            origin=row.origin,
            written_at=row.worded_at,
        )
        return Kept(version + 1, at, place.id)


def _differs(column: InstrumentedAttribute[Any], value: object) -> ColumnElement[bool]:
    if isinstance(column.type, JSON):  # PostgreSQL compares no JSON, but it keeps the text as it was sent
        return cast(column, Text).is_distinct_from(cast(literal(value, column.type), Text))
    return column.is_distinct_from(value)


def within(first: str, last: str) -> CheckConstraint:
    """The constraint that two columns hold a span of lines, or nothing."""
    return CheckConstraint(
        f"({first} IS NULL) = ({last} IS NULL) AND ({first} IS NULL OR ({first} >= 1 AND {last} >= {first}))",
        name=first,
    )
