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
from tests.web.pages import add_round, everything, forms_of, ids


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
    assert part(debrief(person, held), "verdict").endswith("Strong no Save")  # none is before it


def test_a_round_in_the_bin_has_no_debrief_and_no_verdict_for_others(person: Person, held: str) -> None:
    second = another(person, held)
    for each in (held, second):
        person.send(f"{each}/verdict", verdict="no")
    person.send(f"{held}/remove")
    assert person.get(f"{held}/debrief").status_code == 410
    assert person.save(f"{held}/verdict", verdict="yes").status_code == 410
    assert "arlier round" not in part(debrief(person, second), "verdict")


def test_where_earlier_rounds_have_no_verdict_the_debrief_says_so(person: Person, held: str) -> None:
    second = another(person, held)
    person.send(f"{second}/verdict", verdict="no")
    assert part(debrief(person, second), "verdict").endswith("No earlier round has a verdict.")


def test_signs_of_how_they_run_it_are_ticked_each_for_itself(app: Flask, person: Person, held: str) -> None:
    for sign in ("silent", "late"):
        went = person.send(f"{held}/signs/{sign}", checked="1")
        assert went.headers["Location"] == f"{held}/debrief#process"
    assert told(person, held)["process"] == ["late", "silent"]
    before = everything(app)
    person.save(f"{held}/signs/late", checked="1")
    person.save(f"{held}/signs/rescheduled")
    assert everything(app) == before
    person.save(f"{held}/signs/late")
    assert told(person, held)["process"] == ["silent"]
    assert person.save(f"{held}/signs/rude", checked="1").status_code == 404


def test_what_was_noted_of_how_they_run_it_meets_what_came_first(person: Person, held: str) -> None:
    assert person.save(f"{held}/process", process_note="twenty minutes", version=0).get_json()["version"] == 1
    late = person.send(f"{held}/process", process_note="half an hour", version=0)
    assert late.status_code == 409
    assert "twenty minutes" in late.text and "half an hour" in late.text
    assert told(person, held)["process_note"] == "twenty minutes"
    assert person.save(f"{held}/process", process_note="x" * 10_001, version=1).status_code == 413


def test_the_rounds_signals_and_what_was_said_there_come_back_to_it(person: Person, workbook: str, held: str) -> None:
    signal = ids(person, workbook, "signals")[0]
    here = {"from": "debrief"}
    for path, fields, anchor in (
        (f"signals/{signal}/mark", {"state": "not_seen"}, f"b-{signal}"),
        (f"signals/{signal}/evidence", {"evidence": "他说过", "version": 0}, f"b-{signal}"),
        ("told", {"told": "两个月", "version": 0}, "told"),
        ("notes", {"notes": "很累", "version": 0}, "notes"),
    ):
        went = person.send(f"{held}/{path}", **fields, **here)
        assert went.headers["Location"] == f"{held}/debrief#{anchor}"
    page = debrief(person, held)
    assert all(text in page for text in ("他说过", "两个月", "很累"))
    assert 'value="not_seen" checked' in page


def test_what_got_no_answer_goes_to_the_next_round_by_itself(person: Person, workbook: str, held: str) -> None:
    evaded, later, meant, answered, elsewhere, *_rest = ids(person, workbook, "questions")
    for question in (meant, answered):
        person.save(f"{held}/questions/{question}/pick", picked="yes")
    for question, outcome in ((evaded, "evaded"), (later, "later"), (answered, "answered"), (elsewhere, "evaded")):
        person.save(f"{held}/questions/{question}/outcome", outcome=outcome)
    assert "as soon as there is a next round" in part(debrief(person, held), "goes-on")
    second = another(person, held, name="二面")
    person.save(f"{second}/questions/{elsewhere}/answer", body="两周", version=0)
    page = debrief(person, held)
    assert re.findall(r'/questions/([^/"]+)" dir="auto"', page) == [evaded, later, meant]
    assert re.findall(r"<small>(Evaded|Later|Not asked)</small>", page) == ["Evaded", "Later", "Not asked"]
    assert f'href="{second}/prepare#suggested"' in page
    person.send(f"{second}/state", state="debriefed")
    assert "as soon as there is a next round" in part(debrief(person, held), "goes-on")
    person.send(f"{second}/state", state="planned")
    person.send(f"{held}/state", state="debriefed")
    suggested = person.get(f"{second}/prepare").text.partition('id="suggested"')[2]
    for question, why in ((evaded, "evaded last time"), (later, "left over"), (meant, "left over")):
        assert why in suggested.partition(f'id="q-{question}"')[2].partition("</li>")[0]


OWN = "# x\n\n## 面试官可能会问的问题\n\n1. 为什么离职？\n2. 期望薪资？\n"


def test_own_answers_that_went_badly_are_marked_and_found_again(app: Flask, person: Person) -> None:
    base = person.send("/import", text=OWN).headers["Location"]
    held, second = (f"{base}/rounds/{add_round(person, base.split('/')[-1])}" for _ in range(2))
    first, other = ids(person, base.split("/")[-1], "questions")
    went = person.send(f"{held}/questions/{first}/regret", checked="1")
    assert went.headers["Location"] == f"{held}/debrief#b-{first}"
    before = everything(app)
    person.save(f"{held}/questions/{first}/regret", checked="1")
    person.save(f"{held}/questions/{other}/regret")
    assert everything(app) == before
    page = debrief(person, held)
    assert f"/questions/{first}/answer" in page and f"/questions/{other}/answer" not in page
    went = person.send(f"{held}/questions/{first}/answer", body="说得太长", version=0, **{"from": "debrief"})
    assert went.headers["Location"] == f"{held}/debrief#b-{first}"
    assert "Went badly" in person.get(f"{base}/questions/{first}").text
    assert "Went badly" not in person.get(f"{base}/questions/{other}").text
    brought = person.get(f"{second}/prepare").text.partition("Went badly before")[2].partition("</section>")[0]
    assert first in brought and other not in brought
    person.send(f"{held}/remove")
    assert "Went badly before" not in person.get(f"{second}/prepare").text


def test_of_many_they_may_ask_only_what_is_said_of_is_in_sight(person: Person) -> None:
    lines = "".join(f"{n}. 问题{n}？\n" for n in range(1, 9))
    base = person.send("/import", text=f"# x\n\n## 面试官可能会问的问题\n\n{lines}").headers["Location"]
    held = f"{base}/rounds/{add_round(person, base.split('/')[-1])}"
    eighth = ids(person, base.split("/")[-1], "questions")[7]
    person.save(f"{held}/questions/{eighth}/regret", checked="1")
    in_sight, rest = part(debrief(person, held), "own").split("7 more")
    assert "问题8？" in in_sight and "问题1？" not in in_sight
    assert "问题1？" in rest and "问题8？" not in rest


def test_a_question_they_asked_is_added_from_here(person: Person) -> None:
    base = person.send("/import", text=OWN).headers["Location"]
    held = f"{base}/rounds/{add_round(person, base.split('/')[-1])}"
    (form,) = (one for one in forms_of(person.get(f"{held}/debrief")) if one.action == f"{base}/questions")
    went = person.send(form.action, **form.fields | {"text": "为什么选我们？"})
    assert went.headers["Location"].startswith(f"{held}/debrief#b-")
    assert part(debrief(person, held), "own").count("为什么选我们？") == 1


def test_a_sheet_without_questions_of_theirs_says_where_they_would_stand(person: Person, held: str) -> None:
    assert "The sheet has no questions that they ask you." in part(debrief(person, held), "own")


def test_the_debrief_is_done(person: Person, held: str) -> None:
    assert "The debrief is done" in debrief(person, held)
    went = person.send(f"{held}/state", state="debriefed")
    assert went.headers["Location"] == held
    assert told(person, held)["state"] == "debriefed"
    assert "The debrief is done" not in debrief(person, held)


def test_it_is_offered_once_a_round_began_or_its_time_is_past(person: Person, workbook: str, held: str) -> None:
    def offered() -> list[bool]:
        pages = [person.get(path).text for path in (f"/workbooks/{workbook}/rounds", "/")]
        return [f'href="{held}/debrief"' in page for page in pages]

    assert offered() == [False, False]
    person.send(f"{held}/arrange", scheduled_at="2020-01-31T10:00", time_zone="Asia/Shanghai")
    assert offered() == [True, True]
    person.send(f"{held}/arrange", scheduled_at="2999-01-31T10:00", time_zone="Asia/Shanghai")
    assert offered() == [False, False]
    person.send(f"{held}/state", state="live")
    assert offered() == [True, True]
    person.send(f"{held}/state", state="debriefed")
    assert offered() == [True, False]


def test_the_page_of_the_round_says_in_a_word_what_the_debrief_says(person: Person, held: str) -> None:
    assert "/debrief#" not in person.get(held).text
    person.send(f"{held}/verdict", verdict="no")
    person.send(f"{held}/signs/late", checked=1)
    person.send(f"{held}/signs/silent", checked=1)
    page = person.get(held).text
    assert f'href="{held}/debrief#verdict">Verdict: Rather no</a>' in page
    assert f'href="{held}/debrief#process">They were late · They went silent</a>' in page
