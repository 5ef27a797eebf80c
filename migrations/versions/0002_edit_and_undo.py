"""Everything can be edited and taken back: wordings have versions, texts a history, what is deleted a bin.

SQLite can add columns but not constraints to a table that is there, and remaking a table would delete what refers to
it. So columns come with their constraints, in the words both databases share.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ITEMS = (
    "goal",
    "info",
    "pitch_point",
    "question",
    "requirement",
    "responsibility",
    "signal",
    "step",
    "strength",
    "task",
    "transfer",
)
ORIGIN = "origin IN ('page', 'import', 'restore')"
ROOM = 1 << 20  # positions were 1024 apart, which is room for ten halvings only


def upgrade() -> None:
    removal()
    for table in ("section", *ITEMS):
        element(table)
    sections_say_what_they_hold()
    texts_know_where_they_came_from()
    history()
    goal_reason()
    add("workbook", "gone", sa.JSON(), "DEFAULT '[]' NOT NULL")


def add(table: str, column: str, kind: sa.types.TypeEngine[Any], rest: str = "") -> None:
    """Add a column; `rest` are its default and constraints."""
    written = kind.compile(dialect=op.get_bind().dialect)
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {written} {rest}")


def check(table: str, name: str, rule: str) -> str:
    return f"CONSTRAINT ck_{table}_{name} CHECK ({rule})"


def every(table: str) -> list[sa.schema.SchemaItem]:
    """What every table has."""
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(64), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("workbook_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name=f"fk_{table}_owner_id_account", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workbook_id"], ["workbook.id"], name=f"fk_{table}_workbook_id_workbook", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("owner_id", "uid", name=f"uq_{table}_owner_id_uid"),
    ]


def removal() -> None:
    op.create_table(
        "removal",
        *every("removal"),
        sa.Column("noun", sa.String(16), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("restored_at", sa.DateTime(timezone=True), nullable=True),
    )
    op.create_index("ix_removal_owner_id_workbook_id", "removal", ["owner_id", "workbook_id"])


def element(table: str) -> None:
    """The bin, the versions of the wording, and more room between two positions."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE {table} ALTER COLUMN position TYPE BIGINT")
    op.execute(f"UPDATE {table} SET position = position * {ROOM}")
    to_removal = f"CONSTRAINT fk_{table}_removal_id_removal REFERENCES removal (id) ON DELETE CASCADE"
    add(table, "removal_id", sa.Integer(), to_removal)
    op.create_index(f"ix_{table}_removal_id", table, ["removal_id"])
    add(table, "version", sa.Integer(), f"DEFAULT 1 NOT NULL {check(table, 'version', 'version >= 1')}")
    add(table, "origin", sa.String(8), f"DEFAULT 'page' NOT NULL {check(table, 'origin', ORIGIN)}")
    add(table, "worded_at", sa.DateTime(timezone=True), "DEFAULT '1970-01-01 00:00:00' NOT NULL")
    op.execute(f"UPDATE {table} SET worded_at = created_at")
    op.execute(f"UPDATE {table} SET origin = 'import' WHERE first_line IS NOT NULL")
    if table != "section":
        op.create_index(f"ix_{table}_section_id_position", table, ["section_id", "position"])


def sections_say_what_they_hold() -> None:
    """What a heading says of the things below it was kept with those things alone."""
    for column, values, noun in (
        ("direction", "'ask', 'answer'", "question"),
        ("polarity", "'positive', 'caution'", "signal"),
        ("horizon", "'short', 'mid', 'long'", "goal"),
    ):
        add("section", column, sa.String(8), check("section", column, f"{column} IN ({values})"))
        op.execute(
            f"UPDATE section SET {column} = (SELECT min(held.{column}) FROM {noun} AS held"
            " WHERE held.section_id = section.id)"
        )


def texts_know_where_they_came_from() -> None:
    for table in ("answer", "mark"):
        add(table, "origin", sa.String(8), f"DEFAULT 'page' NOT NULL {check(table, 'origin', ORIGIN)}")
        add(table, "settled_at", sa.DateTime(timezone=True), "DEFAULT '1970-01-01 00:00:00' NOT NULL")
        op.execute(f"UPDATE {table} SET settled_at = updated_at")
    op.execute("UPDATE answer SET origin = 'import' WHERE first_line IS NOT NULL AND version = 1")
    counts = check("goal", "notes_version", "notes_version >= 0")
    add("goal", "notes_version", sa.Integer(), f"DEFAULT 0 NOT NULL {counts}")
    origin = check("goal", "notes_origin", f"notes_{ORIGIN}")
    add("goal", "notes_origin", sa.String(8), f"DEFAULT 'page' NOT NULL {origin}")
    add("goal", "notes_settled_at", sa.DateTime(timezone=True), "DEFAULT '1970-01-01 00:00:00' NOT NULL")
    op.execute("UPDATE goal SET notes_settled_at = updated_at")
    op.execute("UPDATE goal SET notes_version = 1 WHERE notes <> ''")


def history() -> None:
    """One history for all texts, where answers alone had one."""
    op.create_table(
        "revision",
        *every("revision"),
        sa.Column("noun", sa.String(16), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(8), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(8), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("field IN ('body', 'evidence', 'notes', 'wording')", name="field"),
        sa.CheckConstraint(ORIGIN, name="origin"),
        sa.UniqueConstraint("noun", "row_id", "field", "version", name="uq_revision_noun_row_id_field_version"),
    )
    op.create_index("ix_revision_owner_id_workbook_id", "revision", ["owner_id", "workbook_id"])
    op.execute(
        "INSERT INTO revision (uid, owner_id, created_at, updated_at, workbook_id,"
        " noun, row_id, field, version, body, note, origin, written_at)"
        " SELECT former.uid, former.owner_id, former.created_at, former.updated_at, answer.workbook_id,"
        " 'answer', answer.id, 'body', former.version, former.body, '', former.origin, former.created_at"
        " FROM answer_revision AS former JOIN answer ON answer.id = former.answer_id"
    )
    op.drop_table("answer_revision")


def goal_reason() -> None:
    nouns = ("requirement", "strength", "question")
    op.create_table(
        "goal_reason",
        *every("goal_reason"),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        *(sa.Column(f"{noun}_id", sa.Integer(), nullable=True) for noun in nouns),
        *(
            sa.ForeignKeyConstraint(
                ["workbook_id", f"{noun}_id"],
                [f"{noun}.workbook_id", f"{noun}.id"],
                name=f"fk_goal_reason_workbook_id_{noun}_id_{noun}",
                ondelete="CASCADE",
            )
            for noun in ("goal", *nouns)
        ),
        sa.CheckConstraint(
            " + ".join(f"(CASE WHEN {noun}_id IS NULL THEN 0 ELSE 1 END)" for noun in nouns) + " = 1", name="one"
        ),
    )
    op.create_index("ix_goal_reason_goal_id", "goal_reason", ["goal_id"])
    op.create_index("ix_goal_reason_owner_id_workbook_id", "goal_reason", ["owner_id", "workbook_id"])
