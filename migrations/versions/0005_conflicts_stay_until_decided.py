"""A text that came too late is kept beside the one that stands, until a person decides between them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "conflict",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(64), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("workbook_id", sa.Integer(), nullable=False),
        sa.Column("noun", sa.String(16), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(8), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("field IN ('body', 'evidence', 'notes', 'wording')", name="field"),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name="fk_conflict_owner_id_account", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workbook_id"], ["workbook.id"], name="fk_conflict_workbook_id_workbook", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_conflict"),
        sa.UniqueConstraint("owner_id", "uid", name="uq_conflict_owner_id_uid"),
    )
    op.create_index("ix_conflict_owner_id_workbook_id", "conflict", ["owner_id", "workbook_id"])
    op.create_index("ix_conflict_workbook_id_noun_row_id", "conflict", ["workbook_id", "noun", "row_id"])
