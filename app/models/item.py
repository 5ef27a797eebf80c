"""What every item of a sheet has: its section, and its place there."""

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.models.element import Element


class Item(Element):
    """`position` orders the items of one section across their kinds, and what stands beneath another item there."""

    __abstract__ = True

    section_id: Mapped[int] = mapped_column(ForeignKey("section.id", ondelete="CASCADE"), sort_order=-3)

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        return (
            *super().constraints(),
            Index(None, "owner_id", "workbook_id", "position"),
            Index(None, "section_id", "position"),
            # What a reply refers to carries both, so that no row can join two workbooks.
            UniqueConstraint("workbook_id", "id"),
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
