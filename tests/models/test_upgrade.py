"""A database of the first schema, with a life in it, is brought up to date and has lost nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from flask import Flask
from sqlalchemy import text

from app import create_app
from app.db import LOCAL_OWNER, SCHEMA, db
from app.exchange.give import give
from app.upkeep import schema
from tests.conftest import close, settings_for
from tests.postgres import fresh_database

SHEET = b"## Questions to ask\n\n1. How big is the team?\n\n   Nine.\n\n## Short-term goals (30 days)\n\n- [ ] Go\n"
WHEN = "'2026-01-02 03:04:05', '2026-01-03 03:04:05'"
ROWS = (
    f"INSERT INTO workbook VALUES (1, 'w', 1, {WHEN}, 'Team', 'preparing', 'en', :sheet, NULL)",
    f"INSERT INTO section VALUES (1, 's0', 1, {WHEN}, 1, NULL, 0, '', 0, 'document', '', NULL, NULL)",
    f"INSERT INTO section VALUES (2, 's1', 1, {WHEN}, 1, 1, 1024, 'Questions to ask', 2, 'questions', '', 1, 1)",
    f"INSERT INTO section VALUES (3, 's2', 1, {WHEN}, 1, 1, 3072, 'Short-term goals (30 days)', 2, 'goals', '', 7, 7)",
    (
        "INSERT INTO question (id, uid, owner_id, created_at, updated_at, workbook_id, section_id, position,"
        f" first_line, last_line, number, text, direction, audience) VALUES (1, 'q', 1, {WHEN}, 1, 2, 2048, 3, 3, '1',"
        " 'How big is the team?', 'ask', '[]')"
    ),
    (
        "INSERT INTO goal (id, uid, owner_id, created_at, updated_at, workbook_id, section_id, position, first_line,"
        f" last_line, text, horizon, done, notes) VALUES (1, 'g', 1, {WHEN}, 1, 3, 4096, 9, 9,"
        " 'Go', 'short', false, 'a')"
    ),
    (
        "INSERT INTO answer (id, uid, owner_id, created_at, updated_at, workbook_id, question_id, body, version,"
        f" first_line, last_line) VALUES (1, 'a', 1, {WHEN}, 1, 1, 'Ten by now.', 2, 5, 5)"
    ),
    f"INSERT INTO answer_revision VALUES (1, 'r', 1, {WHEN}, 1, 1, 'Nine.', 'import')",
)


@pytest.fixture(params=["sqlite", "postgresql"])
def first(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """An application on a database of schema 0001."""
    if request.param == "sqlite":
        yield from _of_the_first_schema(f"sqlite:///{tmp_path / 'askback.db'}", tmp_path)
    else:
        with fresh_database(request.getfixturevalue("postgres_server")) as url:
            yield from _of_the_first_schema(url, tmp_path)


def _of_the_first_schema(url: str, data: Path) -> Iterator[Flask]:
    app = create_app(settings_for(url, data))
    steps = Config()
    steps.set_main_option("script_location", str(schema.MIGRATIONS))
    with app.app_context(), db.engine.connect() as connection, connection.begin():
        steps.attributes["connection"] = connection
        command.upgrade(steps, "0001")
        for row in ROWS:
            connection.execute(text(row), {"sheet": SHEET} if ":sheet" in row else {})
    yield app
    close(app)


def test_nothing_is_lost(first: Flask) -> None:
    with first.app_context():
        assert schema.version() == "0001"
        assert not schema.is_current()
        schema.upgrade()
        assert schema.version() == SCHEMA
        assert give(1, "markdown") == SHEET.replace(b"Nine.", b"Ten by now.")


def test_texts_have_their_history_and_sections_say_what_they_hold(first: Flask) -> None:
    with first.app_context():
        schema.upgrade()
        rows = db.session.execute
        former = "SELECT noun, row_id, field, version, body, origin, owner_id, workbook_id FROM revision"
        assert [tuple(row) for row in rows(text(former))] == [
            ("answer", 1, "body", 1, "Nine.", "import", LOCAL_OWNER, 1)
        ]
        says = "SELECT direction, polarity, horizon, origin, version FROM section ORDER BY id"
        assert [tuple(row) for row in rows(text(says))] == [
            (None, None, None, "page", 1),
            ("ask", None, None, "import", 1),
            (None, None, "short", "import", 1),
        ]
        notes = "SELECT notes_version, removal_id FROM goal"
        assert [tuple(row) for row in rows(text(notes))] == [(1, None)]
        assert not rows(text("SELECT 1 FROM section WHERE position % 1048576 <> 0")).all()


def test_files_that_came_in_before_are_in_no_other_encoding(first: Flask) -> None:
    with first.app_context():
        schema.upgrade()
        assert db.session.execute(text("SELECT encoding FROM workbook")).scalars().all() == [None]
        assert give(1, "json").count(b'"encoding": null') == 1
