"""The page for the call: one question at a time, in the order of the sheet, whole without scripts."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask

from app.clock import now, rfc3339
from tests.conftest import Person
from tests.web.pages import add_round, everything, ids


@pytest.fixture
def held(person: Person, workbook: str) -> str:
    """The address of a round."""
    return f"/workbooks/{workbook}/rounds/{add_round(person, workbook, name='一面')}"


def shown(page: str) -> list[str]:
    """The questions that a page shows without scripts."""
    return re.findall(
        r'<section class="asked-one" id="q-([^"]+)" data-section="[^"]*">', page.partition("<template")[0]
    )


def book_of(person: Person, held: str) -> dict[str, Any]:
    """The workbook as the JSON export tells it."""
    told = json.loads(person.send(f"{held.split('/rounds')[0]}/export", format="json").data)
    book: dict[str, Any] = told["workbooks"][0]
    return book


def test_it_begins_at_the_first_question_without_an_outcome(person: Person, workbook: str, held: str) -> None:
    first, second, third, *_rest, last = ids(person, workbook, "questions")
    assert shown(person.get(f"{held}/live").text) == [first]
    went = person.send(f"{held}/questions/{first}/outcome", outcome="answered", **{"from": "live"})
    assert went.headers["Location"] == f"{held}/live?after={first}"
    assert shown(person.get(went.headers["Location"]).text) == [second]
    person.save(f"{held}/questions/{second}/outcome", outcome="later")
    assert shown(person.get(f"{held}/live").text) == [third]
    assert shown(person.get(f"{held}/live?at={second}").text) == [second]
    assert shown(person.get(f"{held}/live?after={last}").text) == [third]
    assert shown(person.get(f"{held}/live?at=nowhere").text) == [third]


def test_where_none_is_open_any_more_what_was_left_for_later_comes(person: Person, workbook: str, held: str) -> None:
    every = ids(person, workbook, "questions")
    for question in every:
        outcome = "later" if question in (every[1], every[5]) else "answered"
        person.save(f"{held}/questions/{question}/outcome", outcome=outcome)
    assert shown(person.get(f"{held}/live").text) == [every[1]]
    assert shown(person.get(f"{held}/live?after={every[1]}").text) == [every[5]]
    assert shown(person.get(f"{held}/live?after={every[5]}").text) == [every[1]]
    for question in (every[1], every[5]):
        person.save(f"{held}/questions/{question}/outcome", outcome="evaded")
    assert shown(person.get(f"{held}/live?after={every[5]}").text) == [every[6]]
    assert shown(person.get(f"{held}/live?after={every[-1]}").text) == [every[-1]]


def test_a_tap_on_an_outcome_saves_what_stands_in_the_box(person: Person, workbook: str, held: str) -> None:
    first, second, *_rest = ids(person, workbook, "questions")
    page = person.get(f"{held}/live").text
    here = f"{held}/questions/{first}"
    assert re.search(rf'<form id="a-{first}" method="post" action="{here}/answer"', page)
    assert f'form="a-{first}" formaction="{here}/outcome"' in page
    told = {"body": "两级队列", "version": 0, "outcome": "answered", "from": "live"}
    went = person.send(f"{here}/outcome", **told)
    assert shown(person.get(went.headers["Location"]).text) == [second]
    met = person.send(f"{here}/outcome", **told | {"body": "一级"})
    assert met.status_code == 409
    assert met.text.count(f'action="{here}/answer') >= 2
    asked = next(one for one in book_of(person, held)["questions"] if one["id"] == first)
    assert [(one["body"], one["outcome"]) for one in asked["answers"]] == [("两级队列", "answered")]


def test_it_says_who_sits_there_and_leads_to_the_debrief(person: Person, held: str) -> None:
    people = {"name-1": "王磊", "role-1": "架构师", "name-2": "<b>李娜</b>"}
    person.send(f"{held}/arrange", **people)
    page = person.get(f"{held}/live").text
    assert "王磊 · &lt;b&gt;李娜&lt;/b&gt;" in page
    assert re.search(rf'<a [^>]*href="{held}/debrief">The call is over: debrief</a>', page)


def test_its_forms_come_back_to_it(person: Person, workbook: str, held: str) -> None:
    question, signal = ids(person, workbook, "questions")[1], ids(person, workbook, "signals")[0]
    live = {"from": "live"}
    went = person.send(f"{held}/questions/{question}/answer", body="两级队列", version=0, **live)
    assert went.headers["Location"] == f"{held}/live?at={question}"
    assert "两级队列" in person.get(went.headers["Location"]).text
    for path, fields in (("mark", {"state": "seen"}), ("evidence", {"evidence": "主动说的", "version": 0})):
        went = person.send(f"{held}/signals/{signal}/{path}", **fields, **live)
        assert went.headers["Location"] == f"{held}/live?signals=1#b-{signal}"
    page = person.get(f"{held}/live?signals=1").text
    assert "主动说的" in page
    assert re.search(r"<details[^>]* open>", page)


def test_a_question_typed_on_the_spot_is_asked_there(person: Person, workbook: str, held: str) -> None:
    first, second, *_rest = ids(person, workbook, "questions")
    section = re.findall(r'data-section="([^"]+)"', person.get(f"{held}/live").text)[0]
    fields = {"section": section, "after": first, "text": "谁来评审？", "from": "live", "round": held.split("/")[-1]}
    went = person.send(f"/workbooks/{workbook}/questions", **fields)
    uid = ids(person, workbook, "questions")[1]
    assert went.headers["Location"] == f"{held}/live?at={uid}&back={first}"
    assert uid not in (first, second)
    page = person.get(went.headers["Location"]).text
    assert shown(page) == [uid]
    assert "谁来评审？" in page
    assert f'name="back" value="{first}"' in page
    fields = {"body": "没人", "version": 0, "from": "live", "back": first}
    went = person.send(f"{held}/questions/{uid}/answer", **fields)
    assert went.headers["Location"] == f"{held}/live?at={uid}&back={first}"
    went = person.send(f"{held}/questions/{uid}/outcome", outcome="evaded", **fields | {"version": 1})
    assert shown(person.get(went.headers["Location"]).text) == [first]
    person.save(f"{held}/questions/{first}/outcome", outcome="answered")
    assert shown(person.get(went.headers["Location"]).text) == [second]


def test_start_makes_it_live_and_the_clock_counts_from_there(app: Flask, person: Person, held: str) -> None:
    assert "Start</button>" in person.get(f"{held}/live").text
    assert person.send(f"{held}/state", state="live", **{"from": "live"}).headers["Location"] == f"{held}/live"
    (told,) = book_of(person, held)["rounds"]
    assert told["state"] == "live"
    assert abs(datetime.fromisoformat(told["started_at"]) - now()) < timedelta(minutes=1)
    page = person.get(f"{held}/live").text
    assert 'data-since="20' in page
    assert "Start</button>" not in page
    before = everything(app)
    person.save(f"{held}/state", state="live", started_at="2026-01-31T12:00:00Z")
    assert everything(app) == before


def test_a_round_started_without_a_network_began_when_it_was_tapped(person: Person, held: str) -> None:
    began = rfc3339(now() - timedelta(minutes=20))
    assert person.save(f"{held}/state", state="live", started_at=began.replace("Z", ".123Z")).status_code == 200
    assert book_of(person, held)["rounds"][0]["started_at"] == began
    person.save(f"{held}/state", state="debriefed")
    person.save(f"{held}/state", state="live")
    assert book_of(person, held)["rounds"][0]["started_at"] == began
    person.save(f"{held}/state", state="planned")
    person.save(f"{held}/state", state="live", started_at=rfc3339(now() + timedelta(days=3)))
    assert book_of(person, held)["rounds"][0]["started_at"] != began
    assert book_of(person, held)["rounds"][0]["started_at"] <= rfc3339(now())


@pytest.mark.parametrize("value", ["soon", "2026-01-31", "2026-01-31T12:00:00", "0001-01-01T00:00:00+14:00", "9" * 99])
def test_no_instant_is_refused(app: Flask, person: Person, held: str, value: str) -> None:
    before = everything(app)
    assert person.save(f"{held}/state", state="live", started_at=value).status_code == 422
    assert everything(app) == before


def test_a_sheet_without_questions_says_so(person: Person) -> None:
    base = person.send("/import", text="# x\n").headers["Location"]
    held = f"{base}/rounds/{add_round(person, base.split('/')[-1])}"
    page = person.get(f"{held}/live").text
    assert "no questions to ask yet" in page
    assert "<template>" not in page


def test_it_is_linked_from_the_round_and_the_list(person: Person, workbook: str, held: str) -> None:
    for path in (held, f"/workbooks/{workbook}/rounds"):
        assert f'href="{held}/live"' in person.get(path).text


def test_a_round_in_the_bin_is_gone(person: Person, held: str) -> None:
    person.send(f"{held}/remove")
    assert person.get(f"{held}/live").status_code == 410
