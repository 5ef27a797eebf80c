"""Backup and restore while the pages go on: what the settings page does, and how it says what it cannot do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from flask import abort, current_app
from werkzeug.exceptions import UnprocessableEntity

from app.config import Settings
from app.db import db
from app.dialect import Damaged, Full, ReadOnly, StorageError, meaning_of_sqlite
from app.language import gettext as _
from app.upkeep.backup import keep, restore
from app.upkeep.copies import PERSON, copies
from app.upkeep.postgres import ToolError
from app.upkeep.saying import why_no_copy, why_not_restored
from app.upkeep.sqlite import BadBackup


def make_copy(settings: Settings) -> None:
    """A copy in the backups folder. Refused (422) in words where it cannot be made; or a StorageError."""
    with _as_refusals():
        try:
            keep(settings, PERSON)
        except (BadBackup, ToolError) as problem:
            raise UnprocessableEntity(why_no_copy(problem)) from None


def go_back(settings: Settings, name: str) -> None:
    """Let the database be what the copy of that name is: 404 where there is none, 422 where it cannot be restored.

    Nobody writes meanwhile, and readers see the one state or the other.
    """
    file = next((copy.path for copy in copies(settings.backups) if copy.path.name == name), None)
    if file is None:
        abort(404)
    db.session.remove()  # this request's own reading would be in the way
    with _as_refusals(), current_app.extensions["askback.dialect"].writing():
        try:
            restore(file, settings, alone=False)
        except (BadBackup, ToolError) as problem:
            raise UnprocessableEntity(why_not_restored(problem, file)) from None
    db.engine.dispose()  # a server's connections may have prepared statements for tables that are others now


@contextmanager
def _as_refusals() -> Iterator[None]:
    """What the disk or SQLite refuse is the StorageError that pages answer in words."""
    try:
        yield
    except OSError as problem:
        raise (Full if problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) else ReadOnly) from problem
    except sqlite3.Error as problem:
        meaning = meaning_of_sqlite(problem) or StorageError
        if meaning is Damaged:
            raise UnprocessableEntity(
                _("The database is too damaged to be replaced while Askback runs: stop it, and run “askback restore”.")
            ) from None
        raise meaning from problem
