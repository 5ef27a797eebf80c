"""A round has a verdict, signs of how they run it, and follow-ups; of an answer can be said that it went badly."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

VERDICTS = "'strong_yes', 'yes', 'no', 'strong_no'"


def upgrade() -> None:
    add("round", "verdict", f"VARCHAR(16) CONSTRAINT ck_round_verdict CHECK (verdict IN ({VERDICTS}))")
    for sign in ("late", "rescheduled", "silent"):
        add("round", sign, "BOOLEAN DEFAULT false NOT NULL")
    note, version = "process_note", "process_note_version"
    add("round", note, f"TEXT DEFAULT '' NOT NULL CONSTRAINT ck_round_{note} CHECK (length({note}) <= 10000)")
    add("round", version, f"INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_round_{version} CHECK ({version} >= 0)")
    add("answer", "went_badly", "BOOLEAN DEFAULT false NOT NULL")
    op.create_table(
        "follow_up",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(64), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("workbook_id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("removal_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_follow_up"),
        whole("owner_id", "account"),
        whole("workbook_id", "workbook"),
        whole("removal_id", "removal"),
        sa.ForeignKeyConstraint(
            ["workbook_id", "round_id"],
            ["round.workbook_id", "round.id"],
            name="fk_follow_up_workbook_id_round_id_round",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("owner_id", "uid", name="uq_follow_up_owner_id_uid"),
        sa.CheckConstraint("length(text) <= 10000", name="text"),
        sa.CheckConstraint("version >= 1", name="version"),
    )
    op.create_index("ix_follow_up_owner_id_workbook_id", "follow_up", ["owner_id", "workbook_id"])
    op.create_index("ix_follow_up_round_id", "follow_up", ["round_id"])
    op.create_index("ix_follow_up_removal_id", "follow_up", ["removal_id"])


def add(table: str, column: str, rest: str) -> None:
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {rest}")


def whole(column: str, table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_follow_up_{column}_{table}"
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name, ondelete="CASCADE")
