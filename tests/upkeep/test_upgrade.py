"""Upgrades: from every schema there was, with nothing lost; and one that fails or is killed was never there."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from app.db import SCHEMA, db
from app.exchange.give import give
from app.upkeep import backup, schema
from app.upkeep.copies import UPGRADE, copies
from app.upkeep.upgrade import bring_up_to_date
from tests.conftest import close
from tests.upkeep.schemas import SCHEMAS, database_of, exported, still_said

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("sqlite", "postgresql")
STEP = """
import os, signal
from alembic import op
revision, down_revision, branch_labels, depends_on = "9999", "{schema}", None, None
def upgrade():
    op.execute("CREATE TABLE half_done (id INTEGER)")
    op.execute("UPDATE workbook SET title = 'half done'")
    op.get_bind().exec_driver_sql("COMMIT")
    {end}
"""
ENDS = {"fails": "raise RuntimeError('no such step')", "is killed": "os.kill(os.getpid(), signal.SIGKILL)"}
WITHOUT_ALEMBIC = """
import sys
from app.commands.opening import opened, settings
with opened(settings()):
    pass
sys.exit("alembic" in sys.modules)
"""


@pytest.fixture(params=[(schema, kind) for schema in SCHEMAS for kind in KINDS], ids=" on ".join)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str, Flask]]:
    """The kept database of a schema, its name, and on which of both it is."""
    name, kind = request.param
    with database_of(name, kind, request, tmp_path) as app:
        yield name, kind, app


def test_every_schema_is_brought_up_to_date_after_a_copy_and_says_all_it_said(old: tuple[str, str, Flask]) -> None:
    name, kind, app = old
    settings = app.config["ASKBACK"]
    with app.app_context():
        assert bring_up_to_date(settings) is None
        assert schema.version() == SCHEMA
        before, now = json.loads(exported(name, kind)), json.loads(give(1, "json"))
        assert still_said(before["workbooks"], now["workbooks"])
        assert [(copy.purpose, backup.check(copy.path, settings)) for copy in copies(settings.backups)] == [
            *([(UPGRADE, name)] if name != SCHEMA else [])
        ]
    assert not (settings.data / "upgrade.unfinished").exists()


def test_there_is_a_kept_database_of_every_schema_there_was() -> None:
    steps = {path.name[:4] for path in schema.MIGRATIONS.glob("versions/*.py")}
    assert {step for step in steps if step < SCHEMA} == set(SCHEMAS)


@pytest.fixture(params=KINDS)
def present(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """A database of the present schema with a life in it."""
    (tmp_path / "data").mkdir()
    with database_of(SCHEMAS[-1], request.param, request, tmp_path / "data") as app:
        with app.app_context():
            bring_up_to_date(app.config["ASKBACK"])
        close(app)
        yield app


@pytest.mark.parametrize("how", ENDS)
def test_an_upgrade_that_fails_or_is_killed_puts_the_old_database_back_and_says_so(
    present: Flask, tmp_path: Path, how: str
) -> None:
    settings = present.config["ASKBACK"]
    before = said(present)
    done = newer_askback(tmp_path / "newer", ENDS[how], settings.data, settings.database_url)
    if how == "fails":
        assert done.returncode == 1
        assert re.fullmatch(r"askback: .*no such step.*old one is in its place again.*\n", done.stderr), done.stderr
        expected = None
    else:
        assert done.returncode == -signal.SIGKILL
        expected = copies(settings.backups)[0].path
    with present.app_context():
        assert bring_up_to_date(settings) == expected
        assert bring_up_to_date(settings) is None
    assert said(present) == before
    assert copies(settings.backups)[0].purpose == UPGRADE


def test_alembic_is_loaded_only_where_a_step_is_due(tmp_path: Path, empty_sqlite: Path) -> None:
    shutil.copy(empty_sqlite, tmp_path / "askback.db")
    subprocess.run([sys.executable, "-c", WITHOUT_ALEMBIC], env=environment(tmp_path), check=True, cwd=tmp_path)


def said(app: Flask) -> tuple[bytes, list[str]]:
    """What the database holds: the sheet, and its tables."""
    with app.app_context():
        markdown = give(1, "markdown")
        tables = sorted(db.inspect(db.engine).get_table_names())
        title = db.session.execute(text("SELECT title FROM workbook")).scalar_one()
    close(app)
    return markdown, [*tables, title]


def newer_askback(folder: Path, end: str, data: Path, url: str) -> subprocess.CompletedProcess[str]:
    """What an Askback with one more step says of the database; the step goes half the way, for good, and then ends."""
    for name in ("app", "migrations", "templates", "static"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    known = folder / "app" / "db.py"
    known.write_text(known.read_text("utf-8").replace(f'SCHEMA = "{SCHEMA}"', 'SCHEMA = "9999"'), "utf-8")
    (folder / "migrations/versions/9999_half.py").write_text(STEP.format(schema=SCHEMA, end=end))
    command = [sys.executable, "-c", "from app.commands import main; main()", "list"]
    told = environment(data) | {"ASKBACK_DATABASE_URL": url}
    return subprocess.run(command, cwd=folder, env=told, capture_output=True, text=True, check=False)


def environment(data: Path) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("ASKBACK_", "LC_"))}
    return ours | {"ASKBACK_DATA": str(data), "ASKBACK_LANGUAGE": "en"}
