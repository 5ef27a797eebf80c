"""What a section holds can be told, and told otherwise: what went then lies in the bin, with what it was before."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("section", sa.Column("told", sa.String(32), nullable=True))
    op.add_column("removal", sa.Column("former", sa.String(32), nullable=True))
    op.add_column("removal", sa.Column("became", sa.JSON(), nullable=False, server_default="{}"))
    # SQLite adds a reference with its column or not at all.
    op.execute(
        "ALTER TABLE removal ADD COLUMN section_id INTEGER "
        "CONSTRAINT fk_removal_section_id_section REFERENCES section (id) ON DELETE CASCADE"
    )
    op.create_index("ix_removal_section_id", "removal", ["section_id"])
