"""The clock is set back a day: for the data that is the same as if all of it had been written tomorrow. Saves,
conflicts, history and backups go by versions and by what is there, not by what time it is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from app.upkeep.backup import local_time
from app.upkeep.copies import AUTOMATIC, copies, free_name
from tests.faults.forge import Forge
from tests.faults.writer import Place, Visitor


def test_nothing_is_lost_and_nothing_conflicts_after_the_clock_was_set_back(
    forged: Forge, data: Path, places: list[Place]
) -> None:
    with forged.serving(data) as (server, url), Visitor(url) as visitor:
        visitor.enter()
        for version in range(3):
            visitor.send(places[0].path, body=f"第{version}次", version=str(version))
        server.end()
    tomorrow(data)
    with forged.serving(data) as (server, url), Visitor(url) as visitor:
        visitor.enter()
        assert visitor.send(places[0].path, body="之后", version="3")["version"] == 4
        assert visitor.sent(places[0].path, body="又一个", version="3")[0] == 409
        assert visitor.sent(places[0].path, body="之后", version="3")[0] == 303
        assert visitor.send(places[1].path, body="新的", version="0")["version"] == 1
        assert places[0].read(visitor.get(places[0].page)) == (4, "之后")
        history = visitor.get(f"{places[0].page}/history/questions/{places[0].question}")
        assert all(f"第{version}次" in history for version in (1, 2))
        server.end(15)
    made = [copy for copy in copies(data / "backups") if copy.purpose == AUTOMATIC]
    assert [copy.made > local_time() for copy in made] == [True, False]


def tomorrow(data: Path) -> None:
    """Let each instant that is kept be a day later, and the backup be named so."""
    with closing(sqlite3.connect(data / "askback.db")) as database, database:
        tables = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for _number, column, kind, *_rest in database.execute(f"PRAGMA table_info({table})").fetchall():
                if kind.startswith(("DATETIME", "TIMESTAMP")):
                    later = f"strftime('%Y-%m-%d %H:%M:%f', {column}, '+1 day') || '000'"
                    database.execute(f"UPDATE {table} SET {column} = {later} WHERE {column} IS NOT NULL")
    for copy in copies(data / "backups"):
        copy.path.rename(free_name(data / "backups", AUTOMATIC, ".db", copy.made + timedelta(days=1)))
