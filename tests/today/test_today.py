"""The first page: the openings, how each stands and what comes next, or the ways to begin."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask import Flask

from app.clock import now
from tests.conftest import Person
from tests.web.pages import add_round, everything, forms_of, ids, statements_of


def imported(person: Person, text: str) -> str:
    return person.send("/import", text=text).headers["Location"].split("/")[-1]


def at(**away: float) -> dict[str, str]:
    """When a round begins, so far from now."""
    return {"scheduled_at": (now() + timedelta(**away)).strftime("%Y-%m-%dT%H:%M"), "time_zone": "UTC"}


def listed(person: Person) -> list[str]:
    """The titles in their order."""
    return re.findall(r"<h2 [^>]*><a [^>]*>([^<]+)</a>", person.get("/").text)


def card(person: Person, workbook: str) -> str:
    found = re.search(rf'<li id="w-{workbook}">.*?</li>', person.get("/").text, re.DOTALL)
    assert found
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split())


def test_who_has_nothing_is_shown_how_to_begin(person: Person) -> None:
    page = person.get("/").text
    assert "No workbook yet" in page and 'href="/new"' in page and 'href="/import"' in page
    begun = person.send("/starter")
    assert begun.status_code == 303
    assert person.get(begun.headers["Location"]).status_code == 200
    assert "No workbook yet" not in person.get("/").text


def test_an_opening_says_how_far_it_is(person: Person, workbook: str) -> None:
    questions = ids(person, workbook, "questions")
    held = add_round(person, workbook)
    base = f"/workbooks/{workbook}"
    person.save(f"{base}/questions/{questions[0]}/answer", body="x", version=0)
    person.save(f"{base}/rounds/{held}/questions/{questions[0]}/answer", body="y", version=0)
    person.save(f"{base}/rounds/{held}/questions/{questions[1]}/answer", body="y", version=0)
    page = person.get("/").text
    assert f"2 of {len(questions)} questions answered · 1 round<" in page
    bar = re.search(r"<label class=\"coverage\">.*?<progress ([^>]*)></progress></label>", page, re.DOTALL)
    assert bar and bar[1] == f'max="{len(questions)}" value="2"'


def test_an_opening_says_what_its_sheet_says_of_it(person: Person, workbook: str) -> None:
    told = card(person, workbook)
    for fact in ("Company 字节跳动", "Job title AI后端开发工程师", "Interview date 2025年8月"):
        assert fact in told
    english = imported(person, "# Later\n\n## Job info\n\n**Employer**: **Acme**\n**Role**: \n**Team**: Core\n")
    told = card(person, english)
    assert "Company Acme" in told and "Job title" not in told and "Core" not in told and "No questions yet" in told


def test_a_title_of_company_and_position_tells_them_once(person: Person) -> None:
    book = imported(person, "# Acme - SRE\n\n## Job info\n\n- Company: Acme\n- Role: SRE\n- Date: 2026-01-31\n")
    told = card(person, book)
    assert (told.count("Company"), told.count("Job title")) == (0, 0)
    assert "Interview date 2026-01-31" in told


def test_the_next_round_is_the_earliest_to_come(person: Person, workbook: str) -> None:
    add_round(person, workbook, name="over", **at(hours=-2))
    add_round(person, workbook, name="late", **at(days=9))
    add_round(person, workbook, name="someday")
    assert "Next: late" in card(person, workbook)
    soon = add_round(person, workbook, kind="hr", **at(days=2))
    assert "Next: Round 4 · HR" in card(person, workbook)
    assert f'href="/workbooks/{workbook}/rounds/{soon}"' in person.get("/").text
    other = imported(person, "# Other\n")
    assert "Next:" not in card(person, other)


def test_what_comes_next_stands_first_and_then_the_newest(person: Person) -> None:
    books = {title: imported(person, f"# {title}\n") for title in ("A", "B", "C", "D")}
    assert listed(person) == ["D", "C", "B", "A"]
    add_round(person, books["B"], **at(days=3))
    add_round(person, books["A"], **at(days=2))
    add_round(person, books["D"], **at(days=-2))
    assert listed(person) == ["A", "B", "D", "C"]
    person.send(f"/workbooks/{books['C']}/remove")
    assert listed(person) == ["A", "B", "D"]


@pytest.mark.parametrize("state", ["archived", "declined", "ghosted"])
def test_what_is_over_is_folded_away_below(person: Person, state: str) -> None:
    books = {title: imported(person, f"# {title}\n") for title in ("A", "B")}
    add_round(person, books["B"], **at(days=3))
    person.send(f"/workbooks/{books['B']}/state", state=state)
    going, over = person.get("/").text.split('<details class="over">')
    assert books["A"] in going and books["B"] not in going
    assert books["B"] in over and "1 opening that is over" in over
    person.send(f"/workbooks/{books['A']}/state", state=state)
    assert "Nothing is open" in person.get("/").text


@pytest.mark.parametrize("state", ["preparing", "interviewing", "offer", "accepted"])
def test_a_state_is_set_by_one_form_and_again_changes_nothing(
    app: Flask, person: Person, workbook: str, state: str
) -> None:
    (form,) = [form for form in forms_of(person.get("/")) if form.action.endswith("/state")]
    assert (form.action, form.method) == (f"/workbooks/{workbook}/state", "post")
    person.send(form.action, state="offer")
    set_so = person.send(form.action, state=state)
    assert (set_so.status_code, set_so.headers["Location"]) == (303, f"/#w-{workbook}")
    before = everything(app)
    assert person.save(form.action, state=state).get_json().keys() == {"saved_at"}
    assert everything(app) == before
    assert f'value="{state}" aria-current="true"' in person.get("/").text
    assert '<details class="over">' not in person.get("/").text


def test_what_is_no_state_is_refused(app: Flask, person: Person, workbook: str) -> None:
    before, path = everything(app), f"/workbooks/{workbook}/state"
    for wrong in ("", "Offer", "lost", "offer "):
        assert person.send(path, state=wrong).status_code == 422
    assert person.send("/workbooks/nothing/state", state="offer").status_code == 404
    assert person.client.post(path, data={"state": "offer"}).status_code == 400
    assert person.get(path).status_code == 405
    assert everything(app) == before
    person.send(f"/workbooks/{workbook}/remove")
    assert person.send(path, state="offer").status_code == 410


def test_fifty_openings_ask_as_much_as_one(app: Flask, person: Person, workbook: str) -> None:
    asked = statements_of(app, lambda: person.get("/"))
    for number in range(49):
        book = imported(person, f"# {number}\n\n## Job info\n\n- Company: C{number}\n\n## Questions\n\n1. Why?\n")
        if number % 7 == 0:
            add_round(person, book, **at(days=number + 1))
    assert statements_of(app, lambda: person.get("/")) == asked == 4
    assert len(listed(person)) == 50
    assert len(person.get("/").data) < 150_000
