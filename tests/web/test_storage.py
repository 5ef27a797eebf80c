"""Where the database cannot keep a change, the page says so, the text stays in its box, and reading goes on."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event, make_url, text
from sqlalchemy.exc import DBAPIError
from werkzeug.test import TestResponse

from app import create_app
from app.db import LOCAL_OWNER, db, writing
from app.dialect import Busy, Full, ReadOnly
from app.exchange.starter import create_starter
from tests.conftest import Person, close, make_app, settings_for
from tests.web.pages import everything, ids, places

HOLD_SQLITE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""
HOLD_POSTGRES = """
import psycopg, sys
with psycopg.connect(sys.argv[1]) as connection:
    connection.execute("LOCK TABLE question, signal, goal, account IN EXCLUSIVE MODE")
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_process_writes(url: str) -> Iterator[None]:
    """Another process holds the lock that a save needs."""
    sqlite = url.startswith("sqlite:///")
    address = url.removeprefix("sqlite:///").removeprefix("file:").partition("?")[0] if sqlite else _plain(url)
    program = [sys.executable, "-c", HOLD_SQLITE if sqlite else HOLD_POSTGRES, address]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.stdin.close()


def _plain(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def impatient(app: Flask) -> None:
    """Let saves wait a tenth of a second for others, not five."""
    app.extensions["askback.dialect"].wait = 0.1
    close(app)  # connections are told when they are made


def assert_kept_in_its_box(page: TestResponse, script: TestResponse, words: str) -> None:
    assert (page.status_code, script.status_code) == (503, 503)
    assert "还没存下的话</textarea>" in page.text
    assert 'name="version" value="0"' in page.text
    assert words in page.text
    assert words in script.get_json()["error"]
    assert page.headers["Retry-After"] == script.headers["Retry-After"] == "5"


def test_a_save_behind_another_process_fails_in_words_and_reading_goes_on(
    app: Flask, person: Person, workbook: str, database_url: str
) -> None:
    addresses = places(person, workbook)
    impatient(app)
    before = everything(app)
    fields = {"body": "还没存下的话", "version": "0"}
    with another_process_writes(database_url):
        for name in ("answer", "answer in a round"):
            page, script = person.send(addresses[name], **fields), person.save(addresses[name], **fields)
            assert_kept_in_its_box(page, script, "save again in a moment")
        assert person.save(addresses["goal"], checked="1").status_code == 503
        assert person.save(addresses["mark"], checked="1").status_code == 503
        assert person.save(addresses["round"], kind="hr").status_code == 503
        base = f"/workbooks/{workbook}"
        for path in ("/", "/healthz", "/bin", "/settings", "/import", base, f"{base}/rounds", f"{base}/signals"):
            assert person.get(path).status_code == 200
    assert everything(app) == before
    assert person.send(addresses["answer"], **fields).status_code == 303


def test_a_save_waits_under_one_deadline_for_its_turn_and_for_another_process(
    tmp_path: Path, empty_sqlite: Path
) -> None:
    app, took = _copied(tmp_path, empty_sqlite), []
    app.extensions["askback.dialect"].wait = 1.0
    for held in (0.0, 0.9):  # seconds of the deadline that another save of ours takes
        begun, never = threading.Event(), threading.Event()
        with another_process_writes(f"sqlite:///{tmp_path / 'askback.db'}"), app.app_context():
            other = threading.Thread(target=_hold_the_pen, args=(app, begun, never, held))
            other.start()
            begun.wait()
            start = time.monotonic()
            with pytest.raises(Busy), writing():
                pass
            took.append(time.monotonic() - start)
            other.join()
    assert took[1] < 1.5 * took[0], took
    close(app)


def _hold_the_pen(app: Flask, begun: threading.Event, never: threading.Event, seconds: float) -> None:
    with app.extensions["askback.dialect"].writing():
        begun.set()
        never.wait(seconds)


def test_a_file_that_was_moved_away_takes_no_save_until_it_is_back(tmp_path: Path, empty_sqlite: Path) -> None:
    app = _copied(tmp_path, empty_sqlite)
    person, file = Person(app), tmp_path / "askback.db"
    uid = person.save("/starter").get_json()["id"]
    path, fields = places(person, uid)["answer"], {"body": "还没存下的话", "version": "0"}
    file.rename(tmp_path / "elsewhere.db")
    page, script = person.send(path, **fields), person.save(path, **fields)
    assert_kept_in_its_box(page, script, "not where it was")
    assert person.get(f"/workbooks/{uid}").status_code == 200
    file.write_bytes(empty_sqlite.read_bytes())
    assert person.save(path, **fields).status_code == 503
    (tmp_path / "elsewhere.db").rename(file)
    assert person.send(path, **fields).status_code == 303
    close(app)


def test_a_database_that_may_not_be_written_is_read_and_a_save_is_refused_in_words(
    app: Flask, person: Person, workbook: str, database_url: str, tmp_path: Path
) -> None:
    addresses = places(person, workbook)
    before = everything(app)
    if database_url.startswith("sqlite"):
        url = database_url.replace("sqlite:///", "sqlite:///file:") + "?mode=ro&uri=true"
    else:
        url = f"{database_url}&options=-c%20default_transaction_read_only%3Don"
    reader = make_app(url, tmp_path)
    visitor, fields = Person(reader), {"body": "还没存下的话", "version": "0"}
    page, script = visitor.send(addresses["answer"], **fields), visitor.save(addresses["answer"], **fields)
    assert_kept_in_its_box(page, script, "cannot be written to")
    for path in ("/", "/healthz", "/settings", f"/workbooks/{workbook}", f"/workbooks/{workbook}/signals"):
        assert visitor.get(path).status_code == 200
    pasted = visitor.send("/import", text="# 还没存下的话")
    assert (pasted.status_code, "# 还没存下的话</textarea>" in pasted.text) == (503, True)
    close(reader)
    assert everything(app) == before


def test_a_database_that_cannot_be_read_is_said_so_and_is_no_fault(tmp_path: Path, empty_sqlite: Path) -> None:
    app = _copied(tmp_path, empty_sqlite)
    person = Person(app)
    close(app)
    with (tmp_path / "askback.db").open("r+b") as damaged:
        damaged.write(b"no database at all")
    for path in ("/", "/healthz", "/bin"):
        page, script = person.get(path), person.get(path, Accept="application/json")
        assert (page.status_code, script.status_code) == (503, 503)
        assert "Restore a backup" in page.text
        assert "Restore a backup" in script.get_json()["error"]
    assert person.send("/starter").status_code == 503
    close(app)


def test_a_database_server_that_is_gone_is_said_so_and_is_no_fault(tmp_path: Path) -> None:
    person = Person(create_app(settings_for(f"postgresql+psycopg:///askback?host={tmp_path}", tmp_path)))
    for path in ("/", "/healthz", "/bin"):
        assert person.get(path).status_code == 503
    assert person.send("/starter").status_code == 503


CODES = {
    "53100": Full,
    "58030": Full,
    "53300": Busy,
    "55P03": Busy,
    "57P01": Busy,
    "40001": Busy,
    "40P01": Busy,
    "25006": ReadOnly,
    "42501": ReadOnly,
    "42P01": DBAPIError,
    "22021": DBAPIError,
}


def test_each_refusal_of_the_server_has_its_meaning(postgres_server: str, tmp_path: Path) -> None:
    app = create_app(settings_for(postgres_server, tmp_path))
    with app.app_context():
        for code, meaning in CODES.items():
            raising = f"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '{code}'; END $$"
            with pytest.raises(meaning), writing() as connection:
                connection.execute(text(raising))
    close(app)


def test_a_full_database_is_said_to_be_full(tmp_path: Path, empty_sqlite: Path) -> None:
    app = _copied(tmp_path, empty_sqlite)
    with app.app_context():
        uid = create_starter(LOCAL_OWNER).workbook.id
        pages = db.session.execute(text("PRAGMA page_count")).scalar_one()
        close(app)
        event.listen(db.engine, "connect", lambda c, _record: c.execute(f"PRAGMA max_page_count={pages}").close())
    person = Person(app)
    path = f"/workbooks/{uid}/questions/{ids(person, uid, 'questions')[0]}/answer"
    answer = person.send(path, body="字" * 50_000, version=0)
    assert answer.status_code == 507
    assert "disk" in answer.text
    assert "字</textarea>" in answer.text
    close(app)


def _copied(folder: Path, empty: Path) -> Flask:
    (folder / "askback.db").write_bytes(empty.read_bytes())
    return make_app(f"sqlite:///{folder / 'askback.db'}", folder)
