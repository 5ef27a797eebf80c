"""What `askback doctor --repair` can do: nothing that takes a word away, and only after what is there was kept."""

import sqlite3
from contextlib import closing
from pathlib import Path

from app.config import Settings
from app.language import gettext as _
from app.upkeep.backup import set_aside
from app.upkeep.sqlite import SqliteFile
from app.upkeep.wholeness import torn


def repair(settings: Settings) -> list[str]:
    """Mend what can be mended of the SQLite file of `settings`, which nobody else has open; gives what was done.

    A damaged index is made anew from its table; what others on the machine could read is closed to them. What is lost
    in a table itself only a backup can bring back.
    """
    file = settings.database_file
    done: list[str] = []
    if file is None or not file.exists():
        return done
    if torn(file):
        kept = set_aside(SqliteFile(file), settings)
        done.append(_("What was there is kept in %(file)s.", file=kept))
        if _index_anew(file):
            done.append(_("The indexes were made anew."))
    for path, mode in ((settings.data, 0o700), (file, 0o600), (settings.data / "secret.key", 0o600)):
        if path.exists() and path.stat().st_mode & 0o077:
            path.chmod(mode)
            done.append(_("Nobody else on this machine can read %(file)s any more.", file=path))
    return done


def _index_anew(file: Path) -> bool:
    """Whether SQLite could do it."""
    try:
        with closing(sqlite3.connect(file)) as database:
            database.execute("PRAGMA synchronous=FULL").close()
            database.execute("REINDEX").close()
    except sqlite3.DatabaseError:
        return False
    return True
