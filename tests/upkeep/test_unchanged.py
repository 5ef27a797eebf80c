"""What counts as changed: `doctor` believes a row whose time is that of the backup, so every verb tells the time."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from app.clock import now
from app.models import Question
from app.upkeep.backup import keep, local_time
from app.upkeep.copies import PERSON, Copy
from app.upkeep.wholeness import altered
from tests.conftest import Person, close
from tests.exchange.test_telling import Sheet
from tests.history.telling import ids_of

LONG_AGO = timedelta(days=2)


@pytest.fixture
def database_url(tmp_path: Path, empty_sqlite: Path) -> str:
    """Rows are compared on SQLite only."""
    (tmp_path / "askback.db").write_bytes(empty_sqlite.read_bytes())
    return f"sqlite:///{tmp_path / 'askback.db'}"


def aged(app: Flask) -> Copy:
    """All that is there was written two days ago, and kept yesterday."""
    settings = app.config["ASKBACK"]
    close(app)
    with closing(sqlite3.connect(settings.database_file)) as database, database:
        then = (now() - LONG_AGO).strftime("%Y-%m-%d %H:%M:%S.000000")
        for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            if table != "alembic_version":
                database.execute(f"UPDATE {table} SET updated_at = ?", (then,))
    return Copy(local_time() - timedelta(days=1), 1, keep(settings, PERSON), PERSON)


def unlike(app: Flask, copy: Copy) -> list[str]:
    """The tables that look damaged."""
    close(app)
    return altered(app.config["ASKBACK"].database_file, copy)


def test_a_section_told_to_hold_something_else_is_no_damage(app: Flask, person: Person) -> None:
    sheet = Sheet(app, person)
    copy = aged(app)
    for title, words in (
        ("Later", "goals short"),
        ("Watch", "signals caution"),
        ("Later", ""),
        ("For Tuesday", "notes"),
    ):
        sheet.tell(title, words)
        assert unlike(app, copy) == [], (title, words)


def test_a_decision_for_the_text_that_stands_is_no_damage(app: Flask, person: Person, workbook: str) -> None:
    path = f"/workbooks/{workbook}/questions/{ids_of(app, workbook, Question)[0]}/answer"
    person.save(path, body="theirs", version=0)
    uid = person.save(path, body="mine", version=0).get_json()["conflict"]
    copy = aged(app)
    assert person.save(path, body="theirs", version=1, conflict=uid).get_json()["version"] == 2
    assert unlike(app, copy) == []
