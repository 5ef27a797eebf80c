"""How a command ends that cannot do its work: one sentence, and the exit code that belongs to it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click
from filelock import Timeout
from sqlalchemy.exc import DBAPIError, NoSuchModuleError

from app.config import Settings
from app.dialect import Busy, Damaged, Full, Moved, StorageError, meaning_of_sqlite
from app.language import gettext as _
from app.upkeep.folder import AlreadyServed
from app.upkeep.postgres import ToolError
from app.upkeep.saying import why_no_copy
from app.upkeep.schema import Emptied, NewerSchema
from app.upkeep.sqlite import BadBackup
from app.upkeep.upgrade import UpgradeFailed


class Wrong(click.ClickException):
    """Input that cannot be used: exit 2."""

    exit_code = 2


class Failed(click.ClickException):
    """Something else that failed: exit 1."""

    exit_code = 1


@contextmanager
def in_words(made: Settings) -> Iterator[None]:
    """What fails within becomes Failed, with a sentence for whoever keeps the data of `made`."""
    try:
        yield
    except tuple(_SENTENCES) as problem:
        sentence = next(sentence for kind, sentence in _SENTENCES.items() if isinstance(problem, kind))
        raise Failed(sentence(made, problem)) from None


def of_system(problem: OSError) -> str:
    """What the system said, and of which file."""
    return _("%(file)s: %(why)s.", file=problem.filename or "", why=problem.strerror or type(problem).__name__)


def _served(made: Settings, other: AlreadyServed) -> str:
    if not other.url:
        return _(
            "Another Askback (process %(pid)s) has the data folder %(folder)s just now.",
            pid=other.pid or "?",
            folder=made.data,
        )
    return _(
        "Askback is already serving this data folder: %(where)s (process %(pid)s)",
        where=other.url,
        pid=other.pid or "?",
    )


def _upgrade(_made: Settings, problem: UpgradeFailed) -> str:
    return _(
        "The database could not be brought up to date (%(why)s). The old one is in its place again, and a copy of it "
        "in %(copy)s: go on with the Askback you had.",
        why=problem.why,
        copy=problem.copy,
    )


def _no_driver() -> str:
    return _("PostgreSQL needs its driver: install “askback[postgres]”.")


def _storage(made: Settings, meaning: type[StorageError]) -> str:
    name = made.database_file or "PostgreSQL"
    if meaning is Busy:
        return _("%(file)s is busy: something else has been writing to it. Try again in a moment.", file=name)
    if meaning is Full:
        return _("%(file)s could not be written: the disk may be full. Make room, then try again.", file=name)
    if meaning is Damaged:
        return _(
            "%(file)s is damaged or no database: “askback doctor” says more, and “askback restore” puts a copy in its "
            "place.",
            file=name,
        )
    if meaning is Moved:
        return _("%(file)s was moved or replaced meanwhile. Nothing was written: try again.", file=name)
    return _("%(file)s cannot be opened or written: see who owns it and its folder, and who may write.", file=name)


def _database(made: Settings, problem: BaseException | None) -> str:
    if meaning := meaning_of_sqlite(problem):
        return _storage(made, meaning)
    if isinstance(problem, sqlite3.Error):
        return _("%(file)s cannot be used as a database: %(why)s.", file=made.database_file, why=problem)
    return _("The database server does not respond as it should: %(why)s", why=str(problem).split("\n")[0])


# In this order: a lock that was waited for too long is one of the system's errors too.
_SENTENCES: dict[type[Exception], Callable[[Settings, Any], str]] = {
    AlreadyServed: _served,
    Timeout: lambda _made, _problem: _("Another Askback is bringing the database up to date. Try again in a moment."),
    UpgradeFailed: _upgrade,
    NewerSchema: lambda _made, _problem: _(
        "This database was made by a newer Askback: update Askback, then start it again."
    ),
    Emptied: lambda _made, problem: _(
        "%(file)s is empty, but there are backups: put the newest in its place with “askback restore”.", file=problem
    ),
    BadBackup: lambda _made, problem: why_no_copy(problem),
    ToolError: lambda _made, problem: why_no_copy(problem),
    ModuleNotFoundError: lambda _made, _problem: _no_driver(),
    NoSuchModuleError: lambda _made, _problem: _no_driver(),
    OSError: lambda _made, problem: of_system(problem),
    StorageError: lambda made, problem: _storage(made, type(problem)),
    DBAPIError: lambda made, problem: _database(made, problem.orig),
    sqlite3.Error: _database,
}
