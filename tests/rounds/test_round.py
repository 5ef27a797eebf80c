"""A round's own page: what was arranged for it, who sits in it, how far it is, its notes, and its way into the bin."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask

from tests.conftest import Person
from tests.web.pages import add_round, everything, forms_of, ids


@pytest.fixture
def held(person: Person, workbook: str) -> str:
    """The address of a round."""
    return f"/workbooks/{workbook}/rounds/{add_round(person, workbook, name='一面')}"


def told(person: Person, held: str) -> dict[str, Any]:
    """The round as the JSON export tells it."""
    book = json.loads(person.send(f"{held.split('/rounds')[0]}/export", format="json").data)["workbooks"][0]
    found: dict[str, Any] = next(one for one in book["rounds"] if one["id"] == held.split("/")[-1])
    return found


WHOLE = {
    "name": "技术一面",
    "kind": "manager",
    "scheduled_at": "2026-12-01T15:00",
    "time_zone": "Asia/Shanghai",
    "minutes": "45",
    "place": "3 号楼",
    "name-1": "王工",
    "role-1": "组长",
    "name-2": "",
    "role-2": "",
    "name-3": "李工",
    "role-3": "",
}


def test_all_that_was_arranged_is_kept(app: Flask, person: Person, held: str) -> None:
    assert person.send(f"{held}/arrange", **WHOLE).headers["Location"] == held
    assert told(person, held) == {
        "id": held.split("/")[-1],
        "name": "技术一面",
        "kind": "manager",
        "people": [{"name": "王工", "role": "组长"}, {"name": "李工", "role": ""}],
        "scheduled_at": "2026-12-01T07:00:00Z",
        "time_zone": "Asia/Shanghai",
        "minutes": 45,
        "place": "3 号楼",
        "state": "planned",
        "started_at": None,
        "notes": "",
        "ask_minutes": None,
        "each_minutes": None,
        "told": "",
        "picks": [],
        "verdict": None,
        "process": [],
        "process_note": "",
        "follow_ups": [],
    }
    before = everything(app)
    assert person.save(f"{held}/arrange", **WHOLE).status_code == 200
    assert everything(app) == before
    page = person.get(held).text
    for shown in ("技术一面", "王工", "组长", "李工", "3 号楼", "45 minutes", 'datetime="2026-12-01T07:00:00+00:00"'):
        assert shown in page


def test_the_panel_sends_back_what_it_shows(app: Flask, person: Person, held: str) -> None:
    person.send(f"{held}/arrange", **WHOLE)
    before = everything(app)
    page = person.get(f"{held}?edit=1")
    (form,) = (form for form in forms_of(page) if form.action == f"{held}/arrange")
    assert '<option value="manager" selected>' in page.text
    assert person.client.post(form.action, data=form.fields | {"kind": "manager"}).status_code == 303
    assert everything(app) == before


def test_a_field_that_is_not_sent_stays(person: Person, held: str) -> None:
    person.send(f"{held}/arrange", **WHOLE)
    before = told(person, held)
    person.send(f"{held}/arrange", place="")
    assert told(person, held) == before | {"place": ""}
    person.send(f"{held}/arrange", scheduled_at="", minutes="")
    nothing = {"scheduled_at": None, "time_zone": None, "minutes": None}
    assert told(person, held) == before | {"place": ""} | nothing
    person.send(f"{held}/arrange", **{"name-1": "", "role-1": ""})
    assert told(person, held)["people"] == []


def test_an_hour_that_the_clock_shows_twice_stays_the_one_it_was(person: Person, held: str) -> None:
    person.send(f"{held}/arrange", scheduled_at="2026-10-25T02:30", time_zone="Europe/Berlin")
    assert told(person, held)["scheduled_at"] == "2026-10-25T00:30:00Z"
    book = json.loads(person.send(f"{held.split('/rounds')[0]}/export", format="json").data)
    for one in (book["workbooks"][0], book["workbooks"][0]["rounds"][0]):
        one["id"] += "x"
    book["workbooks"][0]["rounds"][0]["scheduled_at"] = "2026-10-25T01:30:00Z"  # the second of both
    base = person.send("/import", text=json.dumps(book)).headers["Location"]
    uid = json.loads(person.send(f"{base}/export", format="json").data)["workbooks"][0]["rounds"][0]["id"]
    again = f"{base}/rounds/{uid}"
    (form,) = (form for form in forms_of(person.get(f"{again}?edit=1")) if form.action == f"{again}/arrange")
    assert form.fields["scheduled_at"] == "2026-10-25T02:30"
    person.send(f"{again}/arrange", **{**form.fields, "kind": "hr", "place": "x"})
    assert told(person, again)["scheduled_at"] == "2026-10-25T01:30:00Z"


WRONG = (
    {"kind": "lunch"},
    {"minutes": "0"},
    {"minutes": "1441"},
    {"minutes": "-5"},
    {"minutes": "１０"},
    {"minutes": "an hour"},
    {"scheduled_at": "tomorrow"},
    {"scheduled_at": "2026-12-01T15:00", "time_zone": "Mars/Olympus"},
)


def test_what_cannot_be_arranged_is_refused_whole(app: Flask, person: Person, held: str) -> None:
    person.send(f"{held}/arrange", **WHOLE)
    before = everything(app)
    for wrong in WRONG:
        page = person.send(f"{held}/arrange", **{**WHOLE, "name": "我的名字", **wrong})
        assert page.status_code == 422, wrong
        assert "我的名字</textarea>" in page.text
    assert person.send(f"{held}/arrange", place="x" * 1001).status_code == 413
    assert person.send(f"{held}/arrange", **{"name-1": "x" * 201}).status_code == 413
    assert everything(app) == before


def test_a_round_is_planned_then_live_then_debriefed(app: Flask, person: Person, held: str) -> None:
    for state in ("live", "debriefed", "planned", "live"):
        assert person.send(f"{held}/state", state=state).status_code == 303
        assert told(person, held)["state"] == state
    before = everything(app)
    assert person.save(f"{held}/state", state="live").status_code == 200
    assert person.save(f"{held}/state", state="over").status_code == 422
    assert everything(app) == before


def test_only_an_address_of_the_web_is_a_link(person: Person, held: str) -> None:
    for place, link in (
        ("https://meet.example.org/a?b=1&c=2", True),
        ("http://meet.example.org/a", True),
        ("会议室，https://meet.example.org/a。", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt://x/%0aalert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("meet.example.org", False),
        ("[a](javascript:alert(1))", False),
    ):
        person.send(f"{held}/arrange", place=place)
        shown = person.get(held).text.partition("Place <b")[2].partition("</b>")[0]
        assert ('<a href="http' in shown) is link, place
        assert shown.count("<a ") == int(link)
    person.send(f"{held}/arrange", place='https://x.example/"onclick="alert(1)')
    assert 'onclick="' not in person.get(held).text


def test_notes_have_versions_and_two_who_write_both_keep_theirs(person: Person, held: str) -> None:
    assert person.save(f"{held}/notes", notes="带纸", version=0).get_json()["version"] == 1
    late = person.save(f"{held}/notes", notes="带笔", version=0)
    assert (late.status_code, late.get_json()["body"]) == (409, "带纸")
    base = held.split("/rounds")[0]
    assert "One text was written in two places" in person.get(base).text
    page = person.get(f"{base}/conflicts/{late.get_json()['conflict']}")
    (form,) = (form for form in forms_of(page) if form.action == f"{held}/notes")
    assert form.fields["notes"] == "带笔"
    assert person.client.post(form.action, data=form.fields).status_code == 303
    assert told(person, held)["notes"] == "带笔"
    assert "One text was written" not in person.get(base).text


def lived(person: Person, held: str) -> None:
    """Something said and seen in the round."""
    base, uid = held.split("/rounds")[0], held.split("/")[2]
    question, signal = ids(person, uid, "questions")[0], ids(person, uid, "signals")[0]
    person.send(f"{held}/arrange", **WHOLE)
    person.save(f"{held}/questions/{question}/answer", body="两周", version=0)
    person.save(f"{held}/questions/{question}/answer", body="其实是两个月", version=1)
    person.save(f"{held}/questions/{question}/outcome", outcome="evaded")
    person.save(f"{held}/signals/{signal}/mark", state="seen")
    person.save(f"{held}/signals/{signal}/evidence", evidence="原话", version=0)
    person.save(f"{held}/notes", notes="带纸", version=0)
    assert person.get(base).status_code == 200


def exported(person: Person, held: str) -> dict[str, Any]:
    book = json.loads(person.send(f"{held.split('/rounds')[0]}/export", format="json").data)
    del book["exported_at"]
    return dict(book["workbooks"][0])


def test_a_round_is_deleted_with_all_that_was_said_in_it_and_comes_back_with_it(
    app: Flask, person: Person, held: str
) -> None:
    base = held.split("/rounds")[0]
    without = exported(person, held) | {"rounds": []}
    lived(person, held)
    before = exported(person, held)
    gone = person.send(f"{held}/remove").headers["Location"]
    assert gone.startswith(f"{base}/rounds?removed=")
    assert exported(person, held) == without
    assert person.get(held).status_code == 410
    for path in (base, f"{base}/rounds", f"{base}/signals", "/"):
        assert held not in person.get(path).text
    (undo,) = (form.action for form in forms_of(person.get(gone)) if form.action.startswith("/bin/"))
    assert undo in person.get("/bin").text
    assert person.send(f"{held}/remove").headers["Location"] == gone
    assert person.send(undo).headers["Location"] == held
    assert exported(person, held) == before
    assert "其实是两个月</textarea>" in person.get(held).text
    assert person.save(undo).status_code == 200
    assert exported(person, held) == before


def test_words_for_a_round_in_the_bin_are_refused_and_stay_in_their_box(
    app: Flask, person: Person, held: str, workbook: str
) -> None:
    question, signal = ids(person, workbook, "questions")[0], ids(person, workbook, "signals")[0]
    lived(person, held)
    person.send(f"{held}/remove")
    before = everything(app)
    for path, fields in (
        (f"{held}/questions/{question}/answer", {"body": "我的话", "version": "2"}),
        (f"{held}/signals/{signal}/evidence", {"evidence": "我的话", "version": "1"}),
        (f"{held}/notes", {"notes": "我的话", "version": "1"}),
        (f"{held}/arrange", {"name": "我的话"}),
    ):
        page = person.send(path, **fields)
        assert page.status_code == 410, path
        assert "我的话</textarea>" in page.text
        assert person.save(path, **fields).status_code == 410
    for path, fields in (("state", {"state": "live"}), (f"questions/{question}/outcome", {"outcome": "later"})):
        assert person.save(f"{held}/{path}", **fields).status_code == 410
    assert everything(app) == before


def test_a_round_without_a_name_lies_in_the_bin_by_its_number(person: Person, workbook: str) -> None:
    held = f"/workbooks/{workbook}/rounds/{add_round(person, workbook, kind='hr')}"
    person.send(f"{held}/remove")
    assert "Round 1 · HR" in person.get("/bin").text


def test_an_outcome_is_said_beside_the_box(app: Flask, person: Person, held: str, workbook: str) -> None:
    question = ids(person, workbook, "questions")[0]
    path = f"{held}/questions/{question}/outcome"
    for outcome in ("evaded", "answered", "later", "open", "evaded"):
        assert person.send(path, outcome=outcome).headers["Location"] == f"{held}#q-{question}"
        (form,) = (form for form in forms_of(person.get(held)) if form.action == path)
        assert form.fields["outcome"] == outcome
    before = everything(app)
    assert person.save(path, outcome="evaded").status_code == 200
    assert person.save(path, outcome="toggle").status_code == 422
    assert everything(app) == before
