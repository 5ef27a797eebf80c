"""The page straight after a round, whole without scripts: a verdict before earlier ones are shown, and what follows."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from flask import Flask

from app.models.round import VERDICTS
from tests.conftest import Person
from tests.web.pages import add_round, everything


@pytest.fixture
def held(person: Person, workbook: str) -> str:
    """The address of a round."""
    return f"/workbooks/{workbook}/rounds/{add_round(person, workbook, name='一面')}"


def another(person: Person, held: str, **fields: str) -> str:
    base = held.split("/rounds")[0]
    return f"{base}/rounds/{add_round(person, base.split('/')[-1], **fields)}"


def told(person: Person, held: str) -> dict[str, Any]:
    """The round as the JSON export tells it."""
    book = json.loads(person.send(f"{held.split('/rounds')[0]}/export", format="json").data)["workbooks"][0]
    found: dict[str, Any] = next(one for one in book["rounds"] if one["id"] == held.split("/")[-1])
    return found


def debrief(person: Person, held: str) -> str:
    return person.get(f"{held}/debrief").text


def part(page: str, name: str) -> str:
    """What a section of the page says, without its markup."""
    found = re.search(rf'<section class="group[^"]*" id="{name}"[^>]*>(.*?)</section>', page, re.DOTALL)
    assert found, name
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", found[1])).split())


def test_a_verdict_is_one_of_four_without_a_middle_and_kept_as_it_was_said(
    app: Flask, person: Person, held: str
) -> None:
    assert len(VERDICTS) == 4
    assert told(person, held)["verdict"] is None
    for verdict in VERDICTS:
        went = person.send(f"{held}/verdict", verdict=verdict)
        assert went.headers["Location"] == f"{held}/debrief#verdict"
        assert told(person, held)["verdict"] == verdict
        assert f'value="{verdict}" checked' in debrief(person, held)
    before = everything(app)
    assert person.save(f"{held}/verdict", verdict="strong_no").status_code == 200
    assert everything(app) == before


@pytest.mark.parametrize("verdict", ["", "maybe", "STRONG_YES", "yes "])
def test_what_is_no_verdict_is_refused(app: Flask, person: Person, held: str, verdict: str) -> None:
    before, token = everything(app), person.token
    fields = {"csrf_token": token, "verdict": verdict}
    assert person.client.post(f"{held}/verdict", data=fields).status_code == 422
    assert everything(app) == before


def test_earlier_verdicts_are_nowhere_on_the_page_before_ones_own(person: Person, held: str) -> None:
    second, third = another(person, held, kind="hr"), another(person, held, kind="manager")
    person.send(f"{held}/verdict", verdict="strong_no")
    person.send(f"{third}/verdict", verdict="strong_yes")
    page = debrief(person, second)
    assert "What you made of earlier rounds is shown once you have said this." in part(page, "verdict")
    assert "一面" not in page
    assert " checked" not in page.partition('id="verdict"')[2].partition("</section>")[0]
    person.send(f"{second}/verdict", verdict="yes")
    assert part(debrief(person, second), "verdict").endswith("Earlier rounds 一面 Strong no")
    assert part(debrief(person, held), "verdict").endswith("No earlier round has a verdict.")


def test_a_round_in_the_bin_has_no_debrief_and_no_verdict_for_others(person: Person, held: str) -> None:
    second = another(person, held)
    for each in (held, second):
        person.send(f"{each}/verdict", verdict="no")
    person.send(f"{held}/remove")
    assert person.get(f"{held}/debrief").status_code == 410
    assert person.save(f"{held}/verdict", verdict="yes").status_code == 410
    assert "No earlier round has a verdict." in debrief(person, second)
