"""What each command begins with: the settings, the data folder, and a database that is up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click
from flask import Flask
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from app import create_app
from app.commands.failing import Failed, Wrong, in_words, of_system
from app.config import BadSetting, Settings, from_environment
from app.language import gettext as _
from app.upkeep.upgrade import bring_up_to_date


def settings() -> Settings:
    """The settings, or one sentence about the one that cannot be used."""
    try:
        made = from_environment()
        return replace(made, database_url=_database_url(made.database_url))
    except BadSetting as problem:
        raise Wrong(_("%(setting)s cannot be used: see the settings in the README.", setting=str(problem))) from None
    except UnicodeDecodeError:
        raise Wrong(_("%(setting)s cannot be used: see the settings in the README.", setting=".env")) from None
    except OSError as problem:
        raise Failed(of_system(problem)) from None


@contextmanager
def opened(made: Settings) -> Iterator[Flask]:
    """The application with its database up to date and its context open. Failures of either become sentences."""
    with in_words(made):
        made.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        app = create_app(made)
        with app.app_context():
            if copy := bring_up_to_date(made):
                click.echo(_cut_off(copy), err=True)
            yield app


def plain(text: str) -> str:
    """A text as one field of a line: no tab, line end or terminal's command in it."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _cut_off(copy: Path) -> str:
    return _(
        "The last upgrade of the database was cut off. The old database was put back from %(copy)s and brought up to "
        "date again.",
        copy=copy,
    )


def _database_url(value: str) -> str:
    """The address as it is used: of a file by its whole path, wherever a command is started from."""
    try:
        url = make_url(value)
    except (ArgumentError, ValueError):
        raise BadSetting("ASKBACK_DATABASE_URL", value.split("@")[-1]) from None
    if url.get_backend_name() != "sqlite":
        return value
    if url.query or not url.database or url.database.startswith((":memory:", "file:")):
        raise BadSetting("ASKBACK_DATABASE_URL", value)
    return f"sqlite:///{Path(url.database).expanduser().absolute()}"
