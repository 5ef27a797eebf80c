"""A file that is not UTF-8 is kept byte for byte too, with the encoding a person read it in."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("workbook", sa.Column("encoding", sa.String(16), nullable=True))
