"""The automatic copy: made when a server starts, then daily while it runs, each time only where one is due."""

import logging
import sqlite3
from datetime import timedelta
from threading import Event

from app.config import Settings
from app.dialect import StorageError
from app.upkeep.backup import keep, local_time
from app.upkeep.copies import AUTOMATIC, copies, due_in
from app.upkeep.postgres import ToolError
from app.upkeep.sqlite import BadBackup

log = logging.getLogger("askback")
AGAIN = timedelta(hours=1)  # when to look again: a machine may have slept, or what kept a copy from being made be gone


def keep_daily(settings: Settings, over: Event) -> None:
    """Make the copy whenever it is due, until `over`. What keeps it from being made is logged: saves go on."""
    while True:
        if not (wait := due_in(copies(settings.backups), local_time())):
            try:
                keep(settings, AUTOMATIC)
            except (BadBackup, StorageError, ToolError, OSError, sqlite3.Error) as problem:
                log.warning("no automatic backup was made: %s %s", type(problem).__name__, problem)
            wait = AGAIN
        if over.wait(min(wait, AGAIN).total_seconds()):
            return
