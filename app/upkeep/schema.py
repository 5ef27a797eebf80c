"""Bringing a database up to date. Alembic is loaded only where a step is due: it takes longer than all else."""

from pathlib import Path

from sqlalchemy import inspect, text

from app.config import Settings
from app.db import SCHEMA, db, writing
from app.upkeep.copies import copies

PACKAGE = Path(__file__).resolve().parent.parent
MIGRATIONS = (PACKAGE if (PACKAGE / "migrations").is_dir() else PACKAGE.parent) / "migrations"


class NewerSchema(Exception):
    """The database was made by a newer Askback; its schema is the argument."""


class Emptied(Exception):
    """The database file is empty though there was one: the argument says where. Nothing may be put into it."""


def refuse_emptied(settings: Settings) -> None:
    """Raise Emptied where the file was cut to nothing; without backups it is a first start that was killed."""
    file = settings.database_file
    if file and file.exists() and file.stat().st_size == 0 and copies(settings.backups):
        raise Emptied(file)


def version() -> str | None:
    """The schema of the database, or None where it is empty."""
    with db.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return str(found) if found is not None else None


def is_current() -> bool:
    """Whether nothing is due. Raises NewerSchema where this program is too old for the database."""
    found = version()
    if found is not None and found > SCHEMA:
        raise NewerSchema(found)
    return found == SCHEMA


def upgrade() -> None:
    """Take every step that is due, in one transaction."""
    from alembic import command
    from alembic.config import Config

    steps = Config()
    steps.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with writing() as connection:
        steps.attributes["connection"] = connection
        command.upgrade(steps, "head")
