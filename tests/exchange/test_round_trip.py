"""What goes out comes in again: into an empty database the very same, beside itself the same under new ids."""

import json
import re

from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.db import writing
from app.models import Answer, Goal, Question, Signal
from tests.exchange.books import (
    as_json,
    as_markdown,
    book_of,
    export_of,
    imported,
    live,
    nested,
    places,
    rows,
)
from tests.markdown.samples import FOUNDING, bodies


def test_json_into_an_empty_database_exports_the_same(app: Flask, other: Flask, workbook: str) -> None:
    for uid in (workbook, nested(app), _lived_in(app)):
        (taken,) = imported(other, ("export.json", as_json(app, uid)))
        assert not taken.renamed
        assert export_of(other, uid) == export_of(app, uid)
        assert as_markdown(other, uid) == as_markdown(app, uid)


def test_all_gets_new_ids_where_one_is_taken(app: Flask) -> None:
    uid = _lived_in(app)
    (taken,) = imported(app, ("export.json", as_json(app, uid)))
    assert taken.renamed
    old, new = export_of(app, uid), export_of(app, taken.workbook.id)
    assert _ids(old).isdisjoint(_ids(new))
    assert _shape(new) == _shape(old)
    assert as_markdown(app, taken.workbook.id) == as_markdown(app, uid)


def test_one_taken_id_among_many_is_enough(app: Flask, other: Flask) -> None:
    uid = _lived_in(app)
    there = json.loads(as_json(other, nested(other)))
    there["workbooks"][0]["signals"][3]["id"] = export_of(app, uid)["workbooks"][0]["signals"][3]["id"]
    (taken,) = imported(app, ("export.json", json.dumps(there).encode()))
    assert taken.renamed
    assert _ids(export_of(app, taken.workbook.id)).isdisjoint(_ids(there))


def test_an_answer_of_the_longest_kind_is_kept(app: Flask, other: Flask) -> None:
    uid = nested(app)
    with app.app_context(), writing() as connection:
        Answer.revise(connection, places(Question, uid)[0], None, "中" * 100_000, 0)
    imported(other, ("export.json", as_json(app, uid)))
    assert export_of(other, uid) == export_of(app, uid)


def test_a_file_with_a_byte_order_mark_is_json_too(app: Flask, other: Flask, workbook: str) -> None:
    imported(other, ("", b"\xef\xbb\xbf" + as_json(app, workbook)))
    assert export_of(other, workbook) == export_of(app, workbook)


def test_a_workbook_without_a_source_is_written_as_a_sheet(app: Flask, other: Flask) -> None:
    uid = nested(app)
    live(app, uid)
    export = json.loads(re.sub(r'"lines": \[[^]]*\]', '"lines": null', as_json(app, uid).decode()))
    export["workbooks"][0]["source"] = None
    imported(other, ("export.json", json.dumps(export).encode()))
    imported(other, ("sheet.md", as_markdown(other, uid)))
    again = imported(other, ("sheet.md", as_markdown(other, uid)))[0].workbook.id
    assert _said(other, again) == _said(app, uid)
    assert [q["asked"] for q in book_of(other, again)["questions"]] == [None, None, False]


def test_a_file_that_tells_no_positions_keeps_its_order(app: Flask, other: Flask) -> None:
    export = json.loads(re.sub(r'"position": \d+,', "", as_json(app, nested(app)).decode()))
    uid = imported(other, ("export.json", json.dumps(export).encode()))[0].workbook.id
    assert [q["text"] for q in book_of(other, uid)["questions"]] == [
        q["text"] for q in export["workbooks"][0]["questions"]
    ]
    assert [s["path"] for s in book_of(other, uid)["sections"]] == [
        s["path"] for s in export["workbooks"][0]["sections"]
    ]


def test_steps_may_nest_deep(app: Flask) -> None:
    sheet = "# 甲\n## 目标\n" + "".join("  " * depth + f"- [ ] {depth}\n" for depth in range(300))
    uid = imported(app, ("sheet.md", sheet.encode()))[0].workbook.id
    (taken,) = imported(app, ("export.json", as_json(app, uid)))
    assert taken.renamed
    assert as_markdown(app, taken.workbook.id).decode() == sheet


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    answers=st.dictionaries(st.integers(0, 38), bodies, max_size=4),
    signals=st.sets(st.integers(0, 8)),
    goals=st.sets(st.integers(0, 7)),
)
def test_ticks_and_answers_survive_the_sheet(
    app: Flask, answers: dict[int, str], signals: set[int], goals: set[int]
) -> None:
    uid = imported(app, ("sheet.md", FOUNDING))[0].workbook.id
    with app.app_context(), writing() as connection:
        for index, place in enumerate(places(Question, uid)):
            Answer.revise(connection, place, None, answers.get(index, ""), 0)
        for index, place in enumerate(places(Signal, uid)):
            Signal.mark(connection, place, None, index in signals)
        for index, place in enumerate(places(Goal, uid)):
            Goal.tick(connection, place, index in goals)
    again = imported(app, ("sheet.md", as_markdown(app, uid)))[0].workbook.id
    assert _said(app, again) == _said(app, uid)
    assert as_markdown(app, again) == as_markdown(app, uid)


def test_two_files_with_the_same_ids_both_come_in(app: Flask, other: Flask) -> None:
    file = ("export.json", as_json(app, nested(app)))
    first, second = imported(other, file, file)
    assert (first.renamed, second.renamed) == (False, True)
    assert rows(other)["workbook"] == 2


def _lived_in(app: Flask) -> str:
    uid = nested(app)
    live(app, uid)
    return uid


def _said(app: Flask, uid: str) -> list[object]:
    """The answers outside any round and the state of every box."""
    book = book_of(app, uid)
    answers = [[a["body"] for a in q["answers"] if a["round"] is None and a["body"]] for q in book["questions"]]
    seen = [any(m["checked"] for m in s["marks"] if m["round"] is None) for s in book["signals"]]
    return [answers, seen, _done(book["goals"]), _done(book["tasks"])]


def _done(records: list[dict[str, object]]) -> list[object]:
    steps = [record["steps"] for record in records]
    return [[record["done"] for record in records], [_done(s) for s in steps if isinstance(s, list)]]


def _ids(export: object) -> set[object]:
    if isinstance(export, dict):
        below = [_ids(value) for value in export.values()]
        return set().union({export["id"]} if "id" in export else set(), *below)
    return set().union(*(_ids(value) for value in export)) if isinstance(export, list) else set()


def _shape(value: object) -> object:
    """An export with each id replaced by the order in which it first comes."""
    names: dict[str, int] = {}
    return re.sub(
        r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}",
        lambda found: str(names.setdefault(found[0], len(names))),
        json.dumps(value),
    )
