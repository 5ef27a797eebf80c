"""How Alembic reaches the database: through a connection handed over by app.upkeep.schema, never by a file."""

from alembic import context

from app import models  # noqa: F401 -- makes every table known
from app.db import Model

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Model.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
