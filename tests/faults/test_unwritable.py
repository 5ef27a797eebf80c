"""A database or folder that may not be written, or is gone: pages are read, saves refused in words, and a start says
which file it is about."""

from __future__ import annotations

from pathlib import Path

from tests.faults.forge import Forge
from tests.faults.test_full import given_back
from tests.faults.writer import Place, Visitor, read_page

TEXT = "还没存下的话"


def test_a_database_that_may_not_be_written_is_read(forged: Forge, data: Path, places: list[Place]) -> None:
    (data / "askback.db").chmod(0o400)
    with forged.serving(data, plain=True) as (server, url), Visitor(url) as visitor:
        visitor.enter()
        given_back(*visitor.sent(places[0].path, body=TEXT, version="0"), TEXT)
        for path in ("/", places[0].page, "/bin", "/settings", "/healthz"):
            assert read_page(url, path)
        (data / "askback.db").chmod(0o600)
        assert "Traceback" not in server.end()


def test_a_start_in_a_folder_that_may_not_be_written_says_so(forged: Forge, data: Path) -> None:
    data.chmod(0o500)
    said = forged.serve(data, plain=True).rest()
    data.chmod(0o700)
    assert said.startswith("askback: ")
    assert str(data) in said
    assert said.count("\n") == 1


def test_a_folder_that_is_gone_takes_no_save_and_loses_no_word(forged: Forge, data: Path, places: list[Place]) -> None:
    with forged.serving(data) as (server, url), Visitor(url) as visitor:
        visitor.enter()
        visitor.send(places[0].path, body="before", version="0")
        data.rename(data.with_name("elsewhere"))
        given_back(*visitor.sent(places[1].path, body=TEXT, version="0"), TEXT)
        assert "before" in read_page(url, places[0].page)
        data.with_name("elsewhere").rename(data)
        assert visitor.send(places[1].path, body=TEXT, version="0")["version"] == 1
        assert "Traceback" not in server.end()
