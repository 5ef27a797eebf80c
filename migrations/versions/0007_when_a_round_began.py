"""A round knows when it became live: its clock counts from there."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("round", sa.Column("started_at", sa.DateTime(timezone=True), nullable=True))
