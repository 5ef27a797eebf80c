"""Another program holds the database: a save waits for it up to its deadline, then is refused in words with the text
kept; pages go on all the while."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.dialect import WAIT
from tests.faults.forge import Forge
from tests.faults.test_full import given_back
from tests.faults.writer import Place, Visitor, read_page


@contextmanager
def held(file: Path) -> Iterator[sqlite3.Connection]:
    """The lock that a save needs, held as another program holds it."""
    with closing(sqlite3.connect(file, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield other


def test_a_save_behind_a_short_lock_is_kept(forged: Forge, data: Path, places: list[Place]) -> None:
    with forged.serving(data) as (_server, url), Visitor(url) as visitor:
        visitor.enter()
        with held(data / "askback.db") as other:
            gone = threading.Timer(WAIT / 4, other.rollback)
            gone.start()
            assert visitor.send(places[0].path, body="等一等", version="0")["version"] == 1
            gone.join()


def test_saves_behind_a_long_lock_are_refused_in_words_and_pages_go_on(
    forged: Forge, data: Path, places: list[Place]
) -> None:
    with forged.serving(data) as (_server, url), held(data / "askback.db") as other:
        saves = [threading.Thread(target=refused, args=(url, place)) for place in places[:12]]
        begun = time.monotonic()
        for save in saves:
            save.start()
        pages = 0
        while any(save.is_alive() for save in saves):
            for path in ("/", places[0].page, "/settings", "/healthz"):
                asked = time.monotonic()
                read_page(url, path)
                pages += 1
                assert time.monotonic() - asked < WAIT, f"{path} waited as saves do"
        took = time.monotonic() - begun
        other.rollback()
        html = read_page(url, places[0].page)
        assert [place.read(html) for place in places[:12]] == [(0, "")] * 12
    print(f"12 saves behind a lock refused within {took:.1f} s, {pages} pages meanwhile")
    assert pages > 4


def refused(url: str, place: Place) -> None:
    with Visitor(url) as visitor:
        visitor.enter()
        given_back(*visitor.sent(place.path, body="还没存下的话", version="0"), "还没存下的话")
