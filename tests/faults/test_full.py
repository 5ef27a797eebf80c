"""A full disk, at whichever write: the server lives and says so, the text is given back, and the save works later.

The limit is the system's own on the size of a file, set on the running server: the write that would cross it fails, be
it in the middle of a page. No folder of a few megabytes has to be made for it, which only root may.
"""

from __future__ import annotations

import json
import re
import resource
import sqlite3
from contextlib import closing
from html import unescape
from pathlib import Path

from tests.faults.conftest import integrity
from tests.faults.forge import Forge
from tests.faults.writer import Place, Visitor
from tests.trying import times

STEP = 1031  # bytes: four steps cross a page, at another place each time


def limit(server: int, size: int = resource.RLIM_INFINITY) -> None:
    """Let no file of that process grow beyond `size` bytes."""
    resource.prlimit(server, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def test_each_write_may_be_the_one_for_which_there_is_no_room(forged: Forge, data: Path, places: list[Place]) -> None:
    rounds, refused, log = times(20, 200), 0, data / "askback.db-wal"
    stands = {place.path: (0, "") for place in places}
    with forged.serving(data) as (server, url), Visitor(url) as visitor:
        visitor.enter()
        visitor.send("/settings/language", language="en")  # the log is there
        for number in range(rounds):
            place, body = places[number % len(places)], f"第{number}次，放不下的话" + "字" * (number * 37 % 4000)
            version, before = stands[place.path]
            fields = {"body": body, "version": str(version)}
            limit(server.pid, log.stat().st_size + STEP * number % (8 * 4096))
            status, said = visitor.sent(place.path, "application/json", **fields)
            if status != 200:
                assert (status in (503, 507), "disk" in json.loads(said)["error"]) == (True, True), said
                given_back(*visitor.sent(place.path, **fields), body)
                assert place.read(visitor.get(place.page)) == (version, before)
                limit(server.pid)
                visitor.send(place.path, **fields)
                refused += 1
            limit(server.pid)
            stands[place.path] = (version + 1, body)
        html = visitor.get(places[0].page)
        assert {place.path: place.read(html) for place in places} == stands
        said = server.end()
    assert "Traceback" not in said
    assert integrity(data / "askback.db") == "ok"
    print(f"{rounds} saves with the disk full at another write each, {refused} refused in words, none lost")
    assert refused >= rounds // 4


def given_back(status: int, page: str, body: str) -> None:
    """The page of a refusal without script: the text stands in its box."""
    box = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", page, re.S)
    assert (status in (503, 507), box and unescape(box[1])) == (True, body), (status, page)


def test_an_import_for_which_there_is_no_room_leaves_nothing(forged: Forge, data: Path) -> None:
    sheet = "## Questions to ask\n\n" + "".join(f"{n}. 第{n}个问题，是什么？\n" for n in range(1, 400))
    refused, rounds = 0, times(4, 40)
    with forged.serving(data) as (server, url), Visitor(url) as visitor:
        visitor.enter()
        for number in range(rounds):
            before = books(data)
            limit(server.pid, (data / "askback.db-wal").stat().st_size + number * 400_000 // rounds)
            status, page = visitor.sent("/import", text=sheet)
            limit(server.pid)
            if status != 303:
                assert (status in (503, 507), "第399个问题，是什么？" in page) == (True, True), (status, page)
                assert books(data) == before
                refused += 1
        assert visitor.sent("/import", text=sheet)[0] == 303
        assert books(data)[0] == (399,)
    assert integrity(data / "askback.db") == "ok"
    print(f"{rounds} imports of 399 questions with ever more room, {refused} refused, none by half")


def books(data: Path) -> list[tuple[int]]:
    """How many questions each workbook has, the newest first."""
    with closing(sqlite3.connect(data / "askback.db")) as database:
        return database.execute(
            "SELECT count(question.id) FROM workbook LEFT JOIN question ON question.workbook_id = workbook.id"
            " GROUP BY workbook.id ORDER BY workbook.id DESC"
        ).fetchall()
