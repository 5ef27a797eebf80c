"""The history of every text goes along in a JSON export, with what waits for a decision, and goes on from there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask

from app.exchange.check import BadFile
from tests.conftest import Person
from tests.exchange.books import as_json, export_of, imported, nested
from tests.web.pages import forms_of


@pytest.fixture
def lived(app: Flask, person: Person) -> str:
    """A workbook whose texts have all been something else before."""
    uid = nested(app)
    book = export_of(app, uid)["workbooks"][0]
    base, question, signal, goal = f"/workbooks/{uid}", book["questions"][1], book["signals"][0], book["goals"][0]
    held = person.save(f"{base}/rounds", kind="hr").get_json()["url"]
    for where, path, field in (
        (base, f"questions/{question['id']}/answer", "body"),
        (held, f"questions/{question['id']}/answer", "body"),
        (held, f"signals/{signal['id']}/evidence", "evidence"),
        (base, f"goals/{goal['id']}/notes", "notes"),
        (base, f"questions/{question['id']}/wording", "text"),
        (base, f"sections/{book['sections'][2]['id']}/wording", "text"),
    ):
        for text in ("一开始这样写", "后来改成别的", "最后又不一样"):
            say(person, f"{where}/{path}", field, text)
    return uid


def say(person: Person, path: str, field: str, text: str) -> None:
    reply = person.save(path, **{field: text, "version": 0})
    if reply.status_code == 409:
        reply = person.save(path, **{field: text, "version": reply.get_json()["version"]})
    assert reply.status_code == 200, reply.text


def test_what_was_said_before_comes_along(app: Flask, other: Flask, lived: str) -> None:
    imported(other, ("export.json", as_json(app, lived)))
    there = export_of(other, lived)
    assert there == export_of(app, lived)
    former = there["workbooks"][0]["revisions"]
    told = {(each["field"], each["round"] is not None) for each in former}
    assert told == {("body", False), ("evidence", True), ("notes", False), ("wording", False)}
    assert {each["body"] for each in former} >= {"一开始这样写", "后来改成别的", "大约一周。"}


def test_the_history_goes_on_where_it_came_to(app: Flask, other: Flask, lived: str) -> None:
    imported(other, ("export.json", as_json(app, lived)))
    person, book = Person(other), export_of(other, lived)["workbooks"][0]
    question, goal = book["questions"][1]["id"], book["goals"][0]["id"]
    for kind, uid, path, field in (
        ("questions", question, "wording", "text"),
        ("questions", question, "answer", "body"),
        ("goals", goal, "notes", "notes"),
    ):
        say(person, f"/workbooks/{lived}/{kind}/{uid}/{path}", field, "再改一次，完全不同")
        page = person.get(f"/workbooks/{lived}/history/{kind}/{uid}").text
        assert "再改一次，完全不同" in page
        assert "一开始这样写" in page


def test_what_waits_for_a_decision_comes_along_and_is_decided_there(app: Flask, other: Flask, lived: str) -> None:
    imported(other, ("export.json", as_json(app, lived)))
    person, base = Person(other), f"/workbooks/{lived}"
    waiting = export_of(other, lived)["workbooks"][0]["conflicts"]
    assert {each["field"] for each in waiting} == {"body", "evidence", "notes", "wording"}
    assert {each["round"] is not None for each in waiting} == {True, False}
    for each in waiting:
        (mine, *_rest) = (
            form for form in forms_of(person.get(f"{base}/conflicts/{each['id']}")) if "conflict" in form.fields
        )
        assert each["body"] in mine.fields.values()
        assert person.client.post(mine.action, data=mine.fields).status_code == 303
    book = export_of(other, lived)["workbooks"][0]
    assert book["conflicts"] == []
    everything = json.dumps(book, ensure_ascii=False)
    assert [each for each in waiting if each["body"] not in everything] == []


def test_all_gets_new_ids_with_its_history(app: Flask, lived: str) -> None:
    (taken,) = imported(app, ("export.json", as_json(app, lived)))
    assert taken.renamed
    ours, theirs = (export_of(app, uid)["workbooks"][0] for uid in (taken.workbook.id, lived))
    assert texts_of(ours) == texts_of(theirs)
    for name, key in (("revisions", "of"), ("conflicts", "of"), ("conflicts", "id")):
        assert len(ours[name]) == len(theirs[name])
        assert not {each[key] for each in ours[name]} & {each[key] for each in theirs[name]}


def texts_of(book: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Its former texts without their ids."""
    names = ("field", "version", "body", "note", "origin", "written_at")
    return sorted(tuple(each[name] for name in names) for each in book["revisions"])


WRONG: list[dict[str, Any]] = [{"of": "nobody"}, {"field": "notes"}, {"round": "nowhere"}, {"written_at": "2026"}]


@pytest.mark.parametrize(
    ("name", "change"),
    [
        *((name, change) for name in ("revisions", "conflicts") for change in WRONG),
        ("revisions", {"version": 2_000_000}),
        ("conflicts", {"version": -1}),
    ],
)
def test_a_text_beside_nothing_is_refused(
    app: Flask, other: Flask, lived: str, name: str, change: dict[str, Any]
) -> None:
    export = json.loads(as_json(app, lived))
    former = next(each for each in export["workbooks"][0][name] if each["field"] == "evidence")
    former.update(change)
    with pytest.raises(BadFile):
        imported(other, ("export.json", json.dumps(export).encode()))
