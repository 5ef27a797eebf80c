"""A round has an ask plan (questions, their minutes, the time there is), and what one told about oneself there."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in ("ask_minutes", "each_minutes"):
        add(column, f"INTEGER CONSTRAINT ck_round_{column} CHECK ({column} IS NULL OR {column} BETWEEN 1 AND 1440)")
    add("told", "TEXT DEFAULT '' NOT NULL CONSTRAINT ck_round_told CHECK (length(told) <= 10000)")
    add("told_version", "INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_round_told_version CHECK (told_version >= 0)")
    op.create_table(
        "pick",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(64), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("workbook_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_pick"),
        whole("owner_id", "account"),
        whole("workbook_id", "workbook"),
        together("question"),
        together("round"),
        sa.UniqueConstraint("owner_id", "uid", name="uq_pick_owner_id_uid"),
        sa.UniqueConstraint("round_id", "question_id", name="uq_pick_round_id_question_id"),
        sa.CheckConstraint("minutes IS NULL OR minutes BETWEEN 1 AND 1440", name="minutes"),
    )
    op.create_index("ix_pick_owner_id_workbook_id", "pick", ["owner_id", "workbook_id"])
    op.create_index("ix_pick_question_id", "pick", ["question_id"])


def add(column: str, rest: str) -> None:
    op.execute(f"ALTER TABLE round ADD COLUMN {column} {rest}")


def whole(column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=f"fk_pick_{column}_{table}", ondelete="CASCADE")


def together(noun: str) -> sa.ForeignKeyConstraint:
    """What belongs to the same workbook."""
    here, there = ["workbook_id", f"{noun}_id"], [f"{noun}.workbook_id", f"{noun}.id"]
    return sa.ForeignKeyConstraint(here, there, name=f"fk_pick_workbook_id_{noun}_id_{noun}", ondelete="CASCADE")
