"""A file that cannot be imported: a sentence that says why, and nothing changed."""

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.exc import DBAPIError

from app.db import writing
from app.exchange.check import BadFile, from_json
from app.exchange.take import LIMIT
from tests.exchange.books import as_json, imported, nested, rows
from tests.markdown.samples import FOUNDING

Book = dict[str, Any]
# What makes the database itself refuse a workbook of this title.
REFUSE = {
    "sqlite": [
        (
            "CREATE TRIGGER refuse BEFORE INSERT ON workbook WHEN new.title = 'refuse me'"
            " BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )
    ],
    "postgresql": [
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused'; END $$",
        (
            "CREATE TRIGGER refuse BEFORE INSERT ON workbook FOR EACH ROW"
            " WHEN (new.title = 'refuse me') EXECUTE FUNCTION refuse()"
        ),
    ],
}


def refused(app: Flask, *files: tuple[str, bytes]) -> str:
    """The sentence that `files` are refused with."""
    before = rows(app)
    with pytest.raises(BadFile) as problem:
        imported(app, *files)
    assert rows(app) == before
    sentence = str(problem.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"{", "not an Askback export"),
        (b"[]", "not an Askback export"),
        (b"null", "not an Askback export"),
        (b'{"format": "askback", "version": 1, "workbooks": [', "not an Askback export"),
        (b'{"format": "askback", "version": 2, "workbooks": []}', "$.version"),
        (b'{"format": "other", "version": 1, "workbooks": []}', "$.format"),
        (b'{"format": "askback", "version": 1}', "not an Askback export"),
        (b'{"format": "askback", "version": 1, "workbooks": {}}', "$.workbooks"),
        (b'{"format": "askback", "version": 1, "workbooks": [{"id": 1}]}', "$.workbooks[0].id"),
        (
            b'{"format": "askback", "version": 1, "workbooks": [{"id": "a", "title": "\\ud800"}]}',
            "not an Askback export",
        ),
        (b'{"format": "askback", "version": 1, "workbooks": [{"id": "a", "title": "\xff"}]}', "not an Askback export"),
        (b"[" * 100_000, "not an Askback export"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "not an Askback export"),
        (b"\xff\xfe\x00", "not an Askback export"),
    ],
    ids=lambda value: value[:50].decode("latin-1") if isinstance(value, bytes) else None,
)
def test_no_export(app: Flask, data: bytes, says: str) -> None:
    assert says in refused(app, ("export.json", data))


def test_every_place_a_file_can_be_cut_off_at(app: Flask) -> None:
    data = as_json(app, nested(app)).rstrip()
    for end in range(1, len(data), len(data) // 200):
        with pytest.raises(BadFile):
            from_json(data[:end])
    refused(app, ("export.json", data[: len(data) // 2]))


def put(*path: str | int, to: object) -> Callable[[Book], None]:
    """What sets the value at a path of the workbook."""

    def change(book: Book) -> None:
        at: Any = book
        for key in path[:-1]:
            at = at[key]
        at[path[-1]] = to

    return change


def twice(book: Book) -> None:
    book["questions"][1]["id"] = book["questions"][0]["id"]


def mark_twice(book: Book) -> None:
    book["signals"][2]["marks"] *= 2


def same_line(book: Book) -> None:
    book["signals"][1]["lines"] = book["signals"][0]["lines"]


def answer_over_the_next_question(book: Book) -> None:
    first = book["questions"][1]["answers"][0]["lines"][0]
    book["questions"][1]["answers"][0]["lines"] = [first, first + 1]


def disordered(book: Book) -> None:
    book["questions"].reverse()


def unreadable_source(book: Book) -> None:
    book["source"]["base64"] = base64.b64encode(b"\xff\xfe\xff").decode()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (put("title", to=None), "$.workbooks[0].title"),
        (put("title", to="a\0b"), "NUL"),
        (put("questions", 0, "text", to=7), "$.workbooks[0].questions[0].text"),
        (put("questions", 0, "section", to="nowhere"), "does not exist"),
        (put("questions", 1, "answers", 0, "round", to="nowhere"), "does not exist"),
        (put("questions", 1, "answers", 0, "version", to=0), "version"),
        (put("questions", 1, "answers", 0, "body", to="x" * 100_001), "body"),
        (put("questions", 1, "answers", 0, "body", to="a\rb"), "carriage return"),
        (put("questions", 1, "answers", 0, "body", to="a\n"), "blank line"),
        (put("questions", 1, "answers", 0, "updated_at", to="2026-02-30T00:00:00Z"), "time"),
        (put("questions", 1, "answers", 0, "updated_at", to="0001-01-01T00:00:00Z"), "time"),
        (put("questions", 1, "answers", 0, "updated_at", to="2026-01-01"), "updated_at"),
        (put("signals", 1, "parent", to="nowhere"), "does not exist"),
        (put("signals", 1, "id", to="no id!"), "$.workbooks[0].signals[1].id"),
        (put("signals", 1, "weight", to=10), "weight"),
        (put("signals", 2, "marks", 0, "evidence", to="x" * 10_001), "evidence"),
        (put("goals", 0, "due_on", to="2026-02-30"), "time"),
        (put("rounds", to=[{"id": "r", "time_zone": "Mars/Base"}]), "time"),
        (put("rounds", to=[{"id": "r", "minutes": 0}]), "minutes"),
        (put("sections", to=[]), "document itself"),
        (put("sections", 1, "level", to=0), "level"),
        (put("sections", 1, "section", to="nowhere"), "does not exist"),
        (put("source", "base64", to="no base64"), "source"),
        (put("source", "base64", to="w6k"), "source"),
        (put("source", to=None), "line numbers"),
        (put("signals", 0, "lines", to=[9_000, 9_000]), "line numbers"),
        (put("signals", 0, "lines", to=[20, 19]), "line numbers"),
        (put("signals", 0, "lines", to=[0, 0]), "lines"),
        (put("signals", 0, "lines", to=[2, 2]), "line numbers"),
        (put("signals", 0, "lines", to=[1]), "lines"),
        (put("sections", 1, "lines", to=[9_000, 9_000]), "line numbers"),
        (put("questions", 0, "lines", to=[7, 3_000_000_000]), "lines"),
        (twice, "twice"),
        (mark_twice, "twice"),
        (same_line, "line numbers"),
        (answer_over_the_next_question, "line numbers"),
        (disordered, "order"),
        (unreadable_source, "source"),
    ],
)
def test_a_workbook_that_does_not_hold_together(app: Flask, change: Callable[[Book], None], says: str) -> None:
    export = json.loads(as_json(app, nested(app)))
    change(export["workbooks"][0])
    assert says in refused(app, ("export.json", json.dumps(export).encode()))


def test_two_workbooks_with_one_id(app: Flask) -> None:
    export = json.loads(as_json(app, nested(app)))
    export["workbooks"] *= 2
    assert "twice" in refused(app, ("export.json", json.dumps(export).encode()))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"# a\n\xff\n", "line 2"),
        ("# 标题\n".encode("gb18030"), "UTF-8"),
        (b"# a\n\nb\0c", "NUL byte in line 3"),
        (b"x" * (LIMIT + 1), "10 MB"),
        ("# a\n## 面试问题\n1. 为什么？\n\n".encode() + b"   x" * 30_000, "100,000"),
    ],
    ids=["nothing", "blank", "bytes", "gb18030", "nul", "large", "long answer"],
)
def test_no_sheet(app: Flask, data: bytes, says: str) -> None:
    assert says in refused(app, ("sheet.md", data))


@pytest.mark.parametrize("bad", [("b.md", b"\xff"), ("b.json", b"{")])
def test_files_come_in_together_or_not_at_all(app: Flask, bad: tuple[str, bytes]) -> None:
    refused(app, ("a.md", FOUNDING), bad)
    refused(app, bad, ("a.md", FOUNDING))


def test_a_failure_while_writing_the_last_takes_the_first_back(app: Flask) -> None:
    before = rows(app)
    with app.app_context(), writing() as connection:
        for statement in REFUSE[connection.dialect.name]:
            connection.exec_driver_sql(statement)
    with pytest.raises(DBAPIError):
        imported(app, ("a.md", FOUNDING), ("b.md", b"# refuse me\n"))
    assert rows(app) == before


def test_steps_nested_deeper_than_we_can_read(app: Flask) -> None:
    data = as_json(app, nested(app)).decode()
    deep = '{"id": "s", "text": "t", "steps": [' * 5_000 + "]}" * 5_000
    at = data.index('"steps": [') + len('"steps": [')
    assert "nested too deeply" in refused(app, ("export.json", (data[:at] + deep + "," + data[at:]).encode()))
