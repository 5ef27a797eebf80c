"""Backups on both databases: whole, verified, named by purpose, put back in one step while somebody has it open."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from flask import Flask
from sqlalchemy import text

from app.config import Settings
from app.db import SCHEMA, db, writing
from app.upkeep import backup
from app.upkeep.copies import AUTOMATIC, DAY, IMPORT, PERSON, REPLACED, copies, free_name
from app.upkeep.daily import keep_daily
from app.upkeep.postgres import ToolError
from app.upkeep.sqlite import BadBackup
from tests.conftest import Person
from tests.web.pages import everything


def settings_of(app: Flask) -> Settings:
    found = app.config["ASKBACK"]
    assert isinstance(found, Settings)
    return found


def purposes(app: Flask) -> list[str]:
    return [copy.purpose for copy in copies(settings_of(app).backups)]


def test_a_copy_holds_everything_and_comes_back_while_the_application_runs(
    app: Flask, person: Person, workbook: str
) -> None:
    settings, before = settings_of(app), everything(app)
    kept = backup.keep(settings, IMPORT)
    assert backup.check(kept, settings) == SCHEMA
    assert kept.stat().st_mode & 0o777 == 0o600
    person.send(f"/workbooks/{workbook}/remove")
    changed = everything(app)
    with app.app_context():
        db.session.remove()
        replaced = backup.restore(kept, settings, alone=False)
        db.engine.dispose()
    assert everything(app) == before
    assert person.get(f"/workbooks/{workbook}").status_code == 200
    assert replaced
    with app.app_context():
        db.session.remove()
        backup.restore(replaced, settings, alone=False)
        db.engine.dispose()
    assert everything(app) == changed
    assert sorted(purposes(app)) == [IMPORT, REPLACED, REPLACED]


def test_what_is_no_whole_copy_is_refused_and_nothing_is_changed(app: Flask, workbook: str, tmp_path: Path) -> None:
    settings, before = settings_of(app), everything(app)
    kept = backup.keep(settings, PERSON)
    good = kept.read_bytes()
    for data in (b"", b"no copy at all" * 1000, good[: len(good) // 2]):
        (tmp_path / "bad").write_bytes(data)
        with pytest.raises(BadBackup):
            backup.restore(tmp_path / "bad", settings, alone=True)
    with pytest.raises(BadBackup, match="missing"):
        backup.restore(tmp_path / "none", settings, alone=True)
    assert everything(app) == before
    assert purposes(app) == [PERSON]


@pytest.mark.parametrize(("schema", "word"), [("9999", "newer"), ("0001", "older")])
def test_a_copy_of_another_schema_is_not_put_under_running_pages(
    app: Flask, workbook: str, schema: str, word: str
) -> None:
    settings = settings_of(app)
    with app.app_context(), writing() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{schema}'"))
    if word == "newer":
        with pytest.raises(BadBackup, match=word):
            backup.keep(settings, PERSON)
        return
    kept, before = backup.keep(settings, PERSON), everything(app)
    with pytest.raises(BadBackup, match=word):
        backup.restore(kept, settings, alone=False)
    assert everything(app) == before


def test_keeping_a_copy_lets_superfluous_and_unfinished_ones_go(app: Flask) -> None:
    settings = settings_of(app)
    settings.backups.mkdir()
    for days in range(1, 400):
        free_name(settings.backups, AUTOMATIC, ".db", backup.local_time() - days * DAY).touch()
    for name, age in ((".old.unfinished", 2), (".new.unfinished", 0)):
        (settings.backups / name).touch()
        then = (settings.backups / name).stat().st_mtime - age * 86_400
        os.utime(settings.backups / name, (then, then))
    (settings.backups / "mine.txt").touch()
    newest = backup.keep(settings, AUTOMATIC)
    left = {path.name for path in settings.backups.iterdir()}
    assert {newest.name, ".new.unfinished", "mine.txt"} <= left
    assert ".old.unfinished" not in left
    assert len(left) <= 3 + 7 + 4 + 12


def test_a_copy_that_cannot_be_written_leaves_nothing_behind(app: Flask, tmp_path: Path) -> None:
    settings = settings_of(app)
    with pytest.raises((OSError, sqlite3.Error, ToolError)):
        backup.back_up(settings, Path("/proc/askback/copy.db"))
    (tmp_path / "there").mkdir()
    with pytest.raises((OSError, sqlite3.Error, ToolError)):
        backup.back_up(settings, tmp_path / "there")
    assert [path.name for path in tmp_path.iterdir() if "unfinished" in path.name] == []


def test_the_automatic_copy_is_made_once_a_day_and_what_prevents_it_is_logged(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    settings, over = settings_of(app), Event()
    over.set()
    keep_daily(settings, over)
    keep_daily(settings, over)
    assert purposes(app) == [AUTOMATIC]
    (made,) = copies(settings.backups)
    yesterday = free_name(settings.backups, AUTOMATIC, made.path.suffix, made.made - timedelta(days=1, hours=1))
    made.path.rename(yesterday)
    keep_daily(settings, over)
    assert purposes(app) == [AUTOMATIC] * 2
    assert caplog.text == ""
    for path in settings.backups.iterdir():
        path.unlink()
    settings.backups.rmdir()
    settings.backups.touch()
    keep_daily(settings, over)
    assert "no automatic backup was made" in caplog.text


def test_a_damaged_database_makes_no_copy_and_pushes_none_out(tmp_path: Path, empty_sqlite: Path) -> None:
    data = empty_sqlite.read_bytes()
    settings = Settings(data=tmp_path, database_url=f"sqlite:///{tmp_path / 'askback.db'}")
    (tmp_path / "askback.db").write_bytes(data[:8192] + b"\xa5" * 65536 + data[8192 + 65536 :])
    with pytest.raises((BadBackup, sqlite3.DatabaseError)):
        backup.keep(settings, AUTOMATIC)
    assert list(settings.backups.iterdir()) == []


def test_postgresqls_programs_are_named_where_they_are_missing(
    postgres_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    settings = Settings(data=tmp_path, database_url=postgres_server)
    with pytest.raises(ToolError) as problem:
        backup.keep(settings, PERSON)
    assert (problem.value.program, problem.value.why) == ("pg_dump", "")


def test_a_copy_is_one_file_without_a_log_beside_it(tmp_path: Path, empty_sqlite: Path) -> None:
    settings = Settings(data=tmp_path, database_url=f"sqlite:///{empty_sqlite}")
    kept = backup.keep(settings, PERSON)
    with closing(sqlite3.connect(kept)) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]
