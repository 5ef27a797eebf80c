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
from tests.web.pages import add_round

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


def test_what_is_said_in_a_debrief_is_no_damage(app: Flask, person: Person, workbook: str) -> None:
    held = f"/workbooks/{workbook}/rounds/{add_round(person, workbook)}"
    asked = f"{held}/questions/{ids_of(app, workbook, Question)[0]}"
    left = person.save(f"{held}/follow-ups", text="write").get_json()["id"]
    person.save(f"{asked}/outcome", outcome="evaded")
    copy = aged(app)
    for path, fields in (
        (f"{held}/verdict", {"verdict": "yes"}),
        (f"{held}/signs/late", {"checked": "1"}),
        (f"{held}/process", {"process_note": "twice", "version": "0"}),
        (f"{asked}/regret", {"checked": "1"}),
        (f"{held}/follow-ups/{left}/done", {"checked": "1"}),
        (f"{held}/follow-ups/{left}/due", {"due_on": "2026-01-31"}),
        (f"{held}/follow-ups/{left}/text", {"text": "write twice", "version": "1"}),
        (f"{held}/follow-ups/{left}/remove", {}),
    ):
        assert person.save(path, **fields).status_code == 200, path
        assert unlike(app, copy) == [], path
