"""`backup` and `restore`: a copy that is whole, and nothing replaced by what is not."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.running import Askback, refused


def test_a_backup_made_while_serving_comes_back(filled: Askback, tmp_path: Path) -> None:
    with filled.serving("serve", "--port", "0") as server:
        kept = Path(filled.well("backup").text.rstrip("\n"))
        assert kept.parent == filled.data / "backups"
        before = kept.read_bytes()
        assert server.url in refused(filled("restore", kept), code=1)
        assert server.stop().code == 0
    assert kept.stat().st_mode & 0o777 == 0o600
    ((uid, title),) = filled.books()
    filled.well("remove", uid)
    told = filled.well("restore", kept).text
    assert filled.books() == [(uid, title)]
    assert kept.read_bytes() == before
    (replaced,) = (filled.data / "backups").glob("replaced-*.db")
    assert str(replaced) in told
    with closing(sqlite3.connect(replaced)) as database:
        assert database.execute("SELECT deleted_at IS NULL FROM workbook").fetchall() == [(0,)]


def test_a_backup_goes_where_it_is_told_but_never_over_the_database(filled: Askback, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    files = ("copies/mine.db", "data/../data/askback.db", "file/x.db")
    good, same, bad = (filled("backup", file) for file in files)
    assert good.text == f"{tmp_path / 'copies/mine.db'}\n"
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["mine.db"]
    assert "database itself" in refused(same)
    assert "file" in refused(bad, code=1)
    assert len(filled.books()) == 1


def test_restore_into_a_folder_that_is_not_there(askback: Askback, started: Path) -> None:
    copy = shutil.copy(started / "askback.db", askback.data.parent / "copy.db")
    askback.well("restore", copy)
    assert len(askback.books()) == 1


def test_restore_takes_nothing_but_a_whole_backup(filled: Askback, tmp_path: Path) -> None:
    good = (filled.data / "askback.db").read_bytes()
    (tmp_path / "empty.db").touch()
    (tmp_path / "text.db").write_text("no database at all, but long enough to be read as one" * 100)
    (tmp_path / "cut.db").write_bytes(good[: len(good) // 2])
    (tmp_path / "torn.db").write_bytes(good[:8192] + b"\xa5" * 65536 + good[8192 + 65536 :])
    _changed(filled, tmp_path / "newer.db", "UPDATE alembic_version SET version_num = '9999'")
    _changed(filled, tmp_path / "stranger.db", "ALTER TABLE account RENAME TO accounts")
    words = {
        "none.db": "There is no file",
        "empty.db": "not an Askback database",
        "text.db": "not an Askback database",
        "stranger.db": "not an Askback database",
        "cut.db": "damaged",
        "torn.db": "damaged",
        "newer.db": "newer Askback",
    }
    for file, says in words.items():
        assert says in refused(filled("restore", file))
    assert (filled.data / "askback.db").read_bytes() == good
    assert not (filled.data / "backups").exists()


@pytest.mark.parametrize("broken", [b"no database", b"SQLite format 3\0" + b"\xa5" * 9000])
def test_a_broken_database_is_named_kept_and_replaced(filled: Askback, tmp_path: Path, broken: bytes) -> None:
    file = filled.data / "askback.db"
    copy = shutil.copy(file, tmp_path / "copy.db")
    file.write_bytes(broken)
    for words in (("serve", "--port", "0"), ("list",), ("backup",)):
        assert str(file) in refused(filled(*words), code=1)
    assert file.read_bytes() == broken
    filled.well("restore", copy)
    assert len(filled.books()) == 1
    (kept,) = (filled.data / "backups").iterdir()
    assert kept.read_bytes() == broken


def test_a_database_of_a_newer_askback_is_left_alone(filled: Askback) -> None:
    _changed(filled, filled.data / "askback.db", "UPDATE alembic_version SET version_num = '9999'")
    before = (filled.data / "askback.db").read_bytes()
    for words in ((), ("serve", "--port", "0"), ("list",)):
        assert "newer Askback" in refused(filled(*words), code=1)
    assert (filled.data / "askback.db").read_bytes() == before


def _changed(askback: Askback, file: Path, statement: str) -> None:
    """A copy of the database at `file` in which one statement has been run."""
    source = askback.data / "askback.db"
    if file != source:
        shutil.copy(source, file)
    with closing(sqlite3.connect(file)) as database, database:
        database.execute(statement)
