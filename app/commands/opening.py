"""What each command begins with: the settings, the data folder, and a database that is up to date."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click
from filelock import FileLock, Timeout
from flask import Flask
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from app import create_app
from app.config import BadSetting, Settings, from_environment
from app.dialect import StorageError
from app.language import gettext as _
from app.upkeep import backup, schema

GLANCE = 0.5  # seconds: whoever only looks whether a server runs holds its lock for a moment


class Wrong(click.ClickException):
    """Input that cannot be used: exit 2."""

    exit_code = 2


class Failed(click.ClickException):
    """Something else that failed: exit 1."""

    exit_code = 1


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
        raise Failed(_of_system(problem)) from None


@contextmanager
def opened(made: Settings) -> Iterator[Flask]:
    """The application with its database up to date and its context open. Failures of either become sentences."""
    try:
        made.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        app = create_app(made)
        with app.app_context():
            bring_up_to_date(made)
            yield app
    except OSError as problem:
        raise Failed(_of_system(problem)) from None
    except StorageError as problem:
        raise Failed(_("The database could not be used: %(why)s.", why=type(problem).__name__)) from None
    except (ModuleNotFoundError, NoSuchModuleError):
        raise Failed(_("PostgreSQL needs its driver: install “askback[postgres]”.")) from None
    except schema.NewerSchema:
        raise Failed(_("This database was made by a newer Askback: update Askback, then start it again.")) from None
    except DBAPIError as problem:
        raise Failed(_database(made, problem.orig)) from None
    except sqlite3.Error as problem:
        raise Failed(_database(made, problem)) from None


def bring_up_to_date(made: Settings) -> None:
    """Take the steps that are due; a database with data in it is copied first."""
    if schema.is_current():
        return
    with turn(made, "upgrade"):
        if schema.is_current():
            return
        if made.database_file and schema.version() is not None:
            backup.back_up(made.database_file, backup.default_name(made))
        schema.upgrade()
        if made.database_file:
            made.database_file.chmod(0o600)


@contextmanager
def turn(made: Settings, name: str) -> Iterator[None]:
    """Hold the data folder's lock of that name, so that two programs do not do the same thing at once."""
    with FileLock(made.data / f"{name}.lock", timeout=60):
        yield


@contextmanager
def only_one(made: Settings) -> Iterator[None]:
    """Hold the data folder as its one server. Raises Failed, with the other's address, where there is one."""
    lock, url = FileLock(made.data / "server.lock", timeout=GLANCE), made.data / "server.url"
    try:
        made.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock.acquire()
        url.unlink(missing_ok=True)  # one that was killed leaves it behind
    except Timeout:
        where = served_at(made) or made.data
        raise Failed(_("Askback is already serving this data folder: %(where)s", where=where)) from None
    except OSError as problem:
        raise Failed(_of_system(problem)) from None
    try:
        yield
    finally:
        url.unlink(missing_ok=True)
        lock.release()


def served_at(made: Settings) -> str | None:
    """The address at which a server has this data folder, or None."""
    lock = FileLock(made.data / "server.lock", timeout=0)
    if not (made.data / "server.lock").exists():
        return None
    try:
        with lock:
            return None
    except Timeout:
        url = made.data / "server.url"
        return url.read_text().strip() if url.exists() else ""


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


def plain(text: str) -> str:
    """A text as one field of a line: no tab, line end or terminal's command in it."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _database(made: Settings, problem: BaseException | None) -> str:
    if isinstance(problem, sqlite3.Error):
        return _("%(file)s cannot be used as a database: %(why)s.", file=made.database_file, why=problem)
    return _("The database server does not respond as it should: %(why)s", why=str(problem).split("\n")[0])


def _of_system(problem: OSError) -> str:
    return _("%(file)s: %(why)s.", file=problem.filename or "", why=problem.strerror or type(problem).__name__)
