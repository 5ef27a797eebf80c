"""Rounds can be removed and their notes have versions; an answer has an outcome; two answers can contradict each other.

An outcome may come before any word, so an answer's version begins at 0. SQLite cannot loosen a rule of a table that is
there, so that table is remade; no other refers to it.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ORIGIN = "notes_origin IN ('page', 'import', 'restore')"
OUTCOME = "outcome IN ('answered', 'evaded', 'later')"


def upgrade() -> None:
    rounds()
    if op.get_bind().dialect.name == "sqlite":
        remade_answer()
    else:
        altered_answer()
    contradiction()


def rounds() -> None:
    add("removal_id", sa.Integer(), "CONSTRAINT fk_round_removal_id_removal REFERENCES removal (id) ON DELETE CASCADE")
    op.create_index("ix_round_removal_id", "round", ["removal_id"])
    counts = "CONSTRAINT ck_round_notes_version CHECK (notes_version >= 0)"
    add("notes_version", sa.Integer(), f"DEFAULT 0 NOT NULL {counts}")
    add("notes_origin", sa.String(8), f"DEFAULT 'page' NOT NULL CONSTRAINT ck_round_notes_origin CHECK ({ORIGIN})")
    add("notes_settled_at", sa.DateTime(timezone=True), "DEFAULT '1970-01-01 00:00:00' NOT NULL")
    op.execute("UPDATE round SET notes_settled_at = updated_at")
    op.execute("UPDATE round SET notes_version = 1 WHERE notes <> ''")


def add(column: str, kind: sa.types.TypeEngine[Any], rest: str) -> None:
    written = kind.compile(dialect=op.get_bind().dialect)
    op.execute(f"ALTER TABLE round ADD COLUMN {column} {written} {rest}")


def altered_answer() -> None:
    op.drop_constraint("version", "answer", type_="check")
    op.create_check_constraint("version", "answer", "version >= 0")
    op.add_column("answer", sa.Column("outcome", sa.String(8), nullable=True))
    op.create_check_constraint("outcome", "answer", OUTCOME)
    op.create_unique_constraint("uq_answer_workbook_id_id", "answer", ["workbook_id", "id"])


def remade_answer() -> None:
    indexes = {
        "uq_answer_in_round": "round_id IS NOT NULL",
        "uq_answer_outside": "round_id IS NULL",
        "ix_answer_owner_id_workbook_id": None,
    }
    for name in indexes:
        op.drop_index(name, "answer")
    op.rename_table("answer", "answer_before")
    columns = answer_table()
    names = ", ".join(column.name for column in columns)
    op.execute(f"INSERT INTO answer ({names}) SELECT {names} FROM answer_before")
    op.drop_table("answer_before")
    op.create_index("ix_answer_owner_id_workbook_id", "answer", ["owner_id", "workbook_id"])
    for name, keys in (("uq_answer_in_round", ["question_id", "round_id"]), ("uq_answer_outside", ["question_id"])):
        op.create_index(name, "answer", keys, unique=True, sqlite_where=sa.text(str(indexes[name])))


def answer_table() -> list[sa.Column[Any]]:
    """Make it; gives the columns that it had before."""
    columns: list[sa.Column[Any]] = [
        *own(),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("first_line", sa.Integer(), nullable=True),
        sa.Column("last_line", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(8), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=False),
    ]
    op.create_table(
        "answer",
        *columns,
        sa.Column("outcome", sa.String(8), nullable=True),
        *every("answer"),
        *(together("answer", f"{noun}_id", noun) for noun in ("question", "round")),
        sa.CheckConstraint("version >= 0", name="version"),
        sa.CheckConstraint("length(body) <= 100000", name="body"),
        sa.CheckConstraint("origin IN ('page', 'import', 'restore')", name="origin"),
        sa.CheckConstraint(OUTCOME, name="outcome"),
        sa.UniqueConstraint("workbook_id", "id", name="uq_answer_workbook_id_id"),
    )
    return columns


def contradiction() -> None:
    op.create_table(
        "contradiction",
        *own(),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *every("contradiction"),
        *(together("contradiction", column, "answer") for column in ("answer_id", "other_id")),
        sa.CheckConstraint("answer_id < other_id", name="order"),
        sa.CheckConstraint("version >= 0", name="version"),
        sa.CheckConstraint("length(note) <= 10000", name="note"),
        sa.UniqueConstraint("answer_id", "other_id", name="uq_contradiction_answer_id_other_id"),
    )
    op.create_index("ix_contradiction_owner_id_workbook_id", "contradiction", ["owner_id", "workbook_id"])
    op.create_index("ix_contradiction_other_id", "contradiction", ["other_id"])


def own() -> list[sa.Column[Any]]:
    """The columns that everything in a workbook has."""
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(64), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("workbook_id", sa.Integer(), nullable=False),
    ]


def every(table: str) -> list[sa.schema.SchemaItem]:
    """Their keys."""
    book = f"fk_{table}_workbook_id_workbook"
    return [
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name=f"fk_{table}_owner_id_account", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["workbook_id"], ["workbook.id"], name=book, ondelete="CASCADE"),
        sa.UniqueConstraint("owner_id", "uid", name=f"uq_{table}_owner_id_uid"),
    ]


def together(table: str, column: str, noun: str) -> sa.ForeignKeyConstraint:
    """What belongs to the same workbook."""
    name = f"fk_{table}_workbook_id_{column}_{noun}"
    return sa.ForeignKeyConstraint(
        ["workbook_id", column], [f"{noun}.workbook_id", f"{noun}.id"], name=name, ondelete="CASCADE"
    )
