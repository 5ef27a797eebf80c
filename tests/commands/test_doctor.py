"""`doctor`: what is wrong is named with its remedy, and `--repair` mends what can be, after keeping what was there."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.running import Askback, refused
from tests.loaded import Done

NAMES = ["integrity", "references", "unchanged", "schema", "synchronous", "export", "backup", "space", "settings"]
ASK = ("doctor", "--json")


def wrong(done: Done) -> dict[str, str]:
    """The checks that failed, by name, with what they say; the exit code fits."""
    told = json.loads(done.text)
    found = {check["name"]: check["says"] for check in told["checks"] if not check["ok"]}
    assert (done.code, told["ok"]) == ((1, False) if found else (0, True)), done
    assert done.err == ""
    return found


@pytest.fixture
def kept(filled: Askback, started: Path) -> Path:
    """A good copy in the backups folder."""
    (filled.data / "backups").mkdir(exist_ok=True)
    return Path(shutil.copy(started / "askback.db", filled.data / "backups/askback-20990101-000000.db"))


def changed(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("PRAGMA ignore_check_constraints=ON")
        database.execute("PRAGMA foreign_keys=OFF")
        database.execute(statement)


def test_all_is_well_with_a_workbook_just_imported(filled: Askback, kept: Path) -> None:
    plain, told, unknown = filled("doctor"), filled(*ASK), filled(*ASK, ASKBACK_PROT="80")
    assert [line.split("\t")[:2] for line in plain.text.splitlines()] == [["well", name] for name in NAMES]
    assert [check["name"] for check in json.loads(told.text)["checks"]] == NAMES
    assert wrong(told) == {}
    assert "synchronous=FULL" in told.text
    assert wrong(unknown).keys() == {"settings"} and "ASKBACK_PROT" in wrong(unknown)["settings"]


STATEMENTS = {
    "references": "UPDATE question SET section_id = 99999 WHERE id = 1",
    "export": "UPDATE question SET text = 'Another?' WHERE id = 1",
    "unchanged": "UPDATE workbook SET title = 'Another'",
    "schema": "UPDATE alembic_version SET version_num = '9999'",
    "schema, a column": "ALTER TABLE section DROP COLUMN told",
}


def test_what_is_wrong_is_named_with_its_remedy_and_nothing_is_changed(
    filled: Askback, kept: Path, tmp_path: Path
) -> None:
    good = (filled.data / "askback.db").read_bytes()
    torn = good[:8192] + b"\xa5" * 65536 + good[8192 + 65536 :]
    files = dict.fromkeys(STATEMENTS, good)
    files |= {"empty": b"", "no database": b"no database", "cut": good[: len(good) // 2], "torn": torn}
    for name, data in files.items():
        shutil.copytree(filled.data, tmp_path / name)
        (tmp_path / name / "askback.db").write_bytes(data)
        if name in STATEMENTS:
            changed(tmp_path / name / "askback.db", STATEMENTS[name])
    before = {name: (tmp_path / name / "askback.db").read_bytes() for name in files}
    for name in files:
        says = wrong(filled(*ASK, ASKBACK_DATA=str(tmp_path / name)))
        assert (name.split(",")[0] in says) if name in STATEMENTS else (kept.name in says["integrity"]), (name, says)
        assert (tmp_path / name / "askback.db").read_bytes() == before[name]
    serve = filled("serve", "--port", "0", ASKBACK_DATA=str(tmp_path / "empty"))
    assert "empty" in refused(serve, code=1)
    assert (tmp_path / "empty/askback.db").read_bytes() == b""


def test_a_backup_that_is_missing_old_or_damaged_is_named(filled: Askback, kept: Path) -> None:
    good = kept.read_bytes()
    kept.write_bytes(good[: len(good) // 2])
    assert str(kept) in wrong(filled(*ASK))["backup"]
    kept.write_bytes(good)
    old = kept.rename(kept.with_name("askback-20200101-000000.db"))
    assert "askback backup" in wrong(filled(*ASK))["backup"]
    old.unlink()
    changed(filled.data / "askback.db", "UPDATE account SET created_at = '2020-01-01 00:00:00.000000'")
    assert "no backup" in wrong(filled(*ASK))["backup"]


def test_repair_makes_a_damaged_index_anew_after_keeping_what_was_there(filled: Askback) -> None:
    file = filled.data / "askback.db"
    with closing(sqlite3.connect(file)) as database, database:
        rows = "SELECT name, rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'question'"
        _name, page = database.execute(rows).fetchone()
        size = database.execute("PRAGMA page_size").fetchone()[0]
    data = bytearray(file.read_bytes())
    place = page * size - 40  # where the cells of that page are
    data[place : place + 30] = b"\xa5" * 30
    file.write_bytes(data)
    (filled.data / "secret.key").chmod(0o644)
    assert "integrity" in wrong(filled(*ASK))
    done = filled("doctor", "--repair")
    assert "indexes" in done.err and "secret.key" in done.err, done
    (kept,) = (filled.data / "backups").glob("replaced-*.broken")
    assert kept.read_bytes() == bytes(data)
    assert kept.name in done.err
    assert "integrity" not in wrong(filled(*ASK))
    assert (filled.data / "secret.key").stat().st_mode & 0o077 == 0


def test_doctor_on_postgresql_names_what_the_server_does_not_promise(
    askback: Askback, postgres_url: str, tmp_path: Path
) -> None:
    hosted = Askback(tmp_path / "data", {"ASKBACK_DATABASE_URL": postgres_url})
    hosted.well("starter")
    # The server of the tests is one that may lose what it said it had, for speed.
    assert wrong(hosted(*ASK)) == {"synchronous": "fsync=off. Turn it on in the settings of the server."}
    gone = hosted(*ASK, ASKBACK_DATABASE_URL="postgresql+psycopg://127.0.0.1:1/x")
    assert "server" in wrong(gone)["integrity"]
