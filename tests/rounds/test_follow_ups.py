"""What a round left to do: with a day, on its debrief and on the first page, and never in the file."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from app.web.days import today
from tests.conftest import Person
from tests.web.pages import add_round, everything

UID = "0190d2a4-0000-7000-8000-000000000001"


@pytest.fixture
def held(person: Person, workbook: str) -> str:
    """The address of a round."""
    return f"/workbooks/{workbook}/rounds/{add_round(person, workbook, name='一面')}"


def left(person: Person, held: str) -> list[dict[str, Any]]:
    """What the round left to do, as the JSON export tells it."""
    book = json.loads(person.send(f"{held.split('/rounds')[0]}/export", format="json").data)["workbooks"][0]
    found: list[dict[str, Any]] = next(one for one in book["rounds"] if one["id"] == held.split("/")[-1])["follow_ups"]
    return found


def leave(person: Person, held: str, text: str = "写感谢信", due_on: str = "2026-01-31", uid: str = UID) -> str:
    assert person.save(f"{held}/follow-ups", text=text, due_on=due_on, id=uid).get_json()["id"] == uid
    return f"{held}/follow-ups/{uid}"


def test_it_is_added_once_dated_ticked_and_reworded(app: Flask, person: Person, held: str) -> None:
    one = leave(person, held)
    before = everything(app)
    leave(person, held, text="again")
    assert everything(app) == before
    assert person.send(f"{one}/due", due_on="").headers["Location"] == f"{held}/debrief#f-{UID}"
    assert person.send(f"{one}/done", checked="1").status_code == 303
    assert person.save(f"{one}/text", text="写两封", version=1).get_json()["version"] == 2
    assert left(person, held) == [{"id": UID, "text": "写两封", "due_on": None, "done": True}]
    before = everything(app)
    person.save(f"{one}/due", due_on="")
    person.save(f"{one}/done", checked="1")
    person.save(f"{one}/text", text="写两封", version=1)
    assert everything(app) == before
    met = person.send(f"{one}/text", text="写三封", version=1)
    assert met.status_code == 409
    assert "写两封" in met.text and "写三封" in met.text


@pytest.mark.parametrize(
    "fields",
    [{"text": "  "}, {"text": "x", "due_on": "31.1.2026"}, {"text": "x", "id": "1"}, {"text": "x" * 10_001}],
    ids=["no words", "no day", "no id", "too long"],
)
def test_what_is_none_is_refused(app: Flask, person: Person, held: str, fields: dict[str, str]) -> None:
    before, token = everything(app), person.token
    sent = person.client.post(f"{held}/follow-ups", data={"csrf_token": token, "due_on": "", **fields})
    assert sent.status_code in (413, 422)
    assert everything(app) == before


def test_the_id_of_another_workbooks_is_refused(person: Person, held: str) -> None:
    leave(person, held)
    other = str(person.save("/starter").get_json()["id"])
    there = f"/workbooks/{other}/rounds/{add_round(person, other)}"
    assert person.save(f"{there}/follow-ups", text="x", due_on="", id=UID).status_code == 422


def test_the_next_to_do_comes_first_and_what_is_done_last(person: Person, held: str) -> None:
    wanted = (("done", "2026-01-01"), ("any day", ""), ("second", "2026-03-01"), ("first", "2026-02-01"))
    for number, (text, day) in enumerate(wanted):
        leave(person, held, text, day, UID[:-1] + str(number))
    person.save(f"{held}/follow-ups/{UID[:-1]}0/done", checked="1")
    page = person.get(f"{held}/debrief").text.partition('class="follow-ups"')[2]
    places = [page.index(f">{text}<") for text in ("first", "second", "any day", "done")]
    assert places == sorted(places)


def test_the_file_says_nothing_of_it(person: Person, held: str) -> None:
    base = held.split("/rounds")[0]
    before = person.send(f"{base}/export", format="markdown").data
    leave(person, held)
    assert person.send(f"{base}/export", format="markdown").data == before


def test_the_first_page_tells_what_is_open_and_how_late(app: Flask, person: Person, held: str) -> None:
    with app.app_context():
        yesterday = (today() - timedelta(days=1)).isoformat()
    one = leave(person, held, "打电话", yesterday)
    page = person.get("/").text
    assert f'href="{held}/debrief#f-{UID}"' in page and "1 day late" in page
    person.save(f"{one}/done", checked="1")
    assert "打电话" not in person.get("/").text
    person.save(f"{one}/done")
    person.send(f"{held}/remove")
    assert "打电话" not in person.get("/").text


def test_it_goes_into_the_bin_and_comes_back_to_its_place(app: Flask, person: Person, held: str) -> None:
    one = leave(person, held)
    went = person.send(f"{one}/remove").headers["Location"]
    assert person.send(f"{one}/remove").headers["Location"] == went
    page = person.get(went.partition("#")[0]).text
    assert "Deleted: “写感谢信”" in page and left(person, held) == []
    assert "Follow-up" in person.get("/bin").text
    assert person.save(f"{one}/done", checked="1").status_code == 410
    removal = went.partition("removed=")[2].partition("#")[0]
    back = person.send(f"/bin/removals/{removal}")
    assert back.headers["Location"] == f"{held}/debrief#f-{UID}"
    assert [each["text"] for each in left(person, held)] == ["写感谢信"]


def test_it_brings_its_round_back_with_it(person: Person, held: str) -> None:
    one = leave(person, held)
    removal = person.send(f"{one}/remove").headers["Location"].partition("removed=")[2].partition("#")[0]
    person.send(f"{held}/remove")
    assert person.send(f"/bin/removals/{removal}").status_code == 303
    assert person.get(held).status_code == 200
    assert [each["text"] for each in left(person, held)] == ["写感谢信"]
