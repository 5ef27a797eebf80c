"""What every item of a sheet has: its workbook, its section, its place, and its lines in the source."""

from typing import NamedTuple

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    UniqueConstraint,
    or_,
    text,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from app.clock import now
from app.db import Model


class Place(NamedTuple):
    """Where a small change goes: the owner, the workbook and the row, as internal keys."""

    owner_id: int
    workbook_id: int
    id: int


class Item(Model):
    """`position` is sparse and counts through the whole workbook, so kinds mixed in one section keep their order.

    `first_line` and `last_line` count from 1 in `Workbook.source`; both empty where the item was made in the app.
    """

    __abstract__ = True

    workbook_id: Mapped[int] = mapped_column(ForeignKey("workbook.id", ondelete="CASCADE"), sort_order=-4)
    section_id: Mapped[int] = mapped_column(ForeignKey("section.id", ondelete="CASCADE"), sort_order=-3)
    position: Mapped[int] = mapped_column(sort_order=-2)
    first_line: Mapped[int | None]
    last_line: Mapped[int | None]

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            *super().constraints(),
            Index(None, "owner_id", "workbook_id", "position"),
            # What a reply refers to carries both, so that no row can join two workbooks.
            UniqueConstraint("workbook_id", "id"),
            within("first_line", "last_line"),
        )

    @classmethod
    def put(cls, connection: Connection, place: Place, **values: object) -> None:
        """Set columns of one item, in one statement; the same values again change nothing."""
        differs = or_(*(getattr(cls, name).is_distinct_from(value) for name, value in values.items()))
        connection.execute(update(cls).where(cls.id == place.id, differs).values(**values, updated_at=now()))


def within(first: str, last: str) -> CheckConstraint:
    """The constraint that two columns hold a span of lines, or nothing."""
    return CheckConstraint(
        f"({first} IS NULL) = ({last} IS NULL) AND ({first} IS NULL OR ({first} >= 1 AND {last} >= {first}))",
        name=first,
    )


def in_one_workbook(noun: str) -> tuple[object, ...]:
    """What is said about `noun` in a round belongs to the workbook of both: the database refuses anything else."""
    return (
        ForeignKeyConstraint(["workbook_id", f"{noun}_id"], [f"{noun}.workbook_id", f"{noun}.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["workbook_id", "round_id"], ["round.workbook_id", "round.id"], ondelete="CASCADE"),
    )


def once_a_round(table: str, column: str) -> tuple[object, ...]:
    """At most one row for each round, and at most one outside of any (NULLs are never equal, hence two indexes)."""
    outside, inside = text("round_id IS NULL"), text("round_id IS NOT NULL")
    return (
        Index(
            f"uq_{table}_in_round",
            column,
            "round_id",
            unique=True,
            sqlite_where=inside,
            postgresql_where=inside,
        ),
        Index(f"uq_{table}_outside", column, unique=True, sqlite_where=outside, postgresql_where=outside),
    )
