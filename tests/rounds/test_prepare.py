"""The page to prepare a round: an ask plan under a time limit, whole without scripts."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from flask import Flask

from tests.conftest import Person
from tests.web.pages import add_round, everything, forms_of, ids


@pytest.fixture
def held(person: Person, workbook: str) -> str:
    """The address of a round."""
    return f"/workbooks/{workbook}/rounds/{add_round(person, workbook, kind='hr')}"


def another(person: Person, held: str, kind: str = "technical") -> str:
    base = held.split("/rounds")[0]
    return f"{base}/rounds/{add_round(person, base.split('/')[-1], kind=kind)}"


def rows(page: str) -> list[tuple[str, str, str]]:
    """Each question of the page in its order: in which list, its id, and why it is there."""
    found = []
    for name, inside in re.findall(r'<[ou]l class="(plan|offers)">(.*?)</[ou]l>', page, re.DOTALL):
        for uid, row in re.findall(r'<li id="q-([^"]+)">(.*?)</li>', inside, re.DOTALL):
            why = re.search(r'class="why">([^<]*)', row)
            found.append((name, uid, unescape(why[1]) if why else ""))
    return found


def plan(person: Person, held: str) -> list[str]:
    return [uid for name, uid, _why in rows(person.get(f"{held}/prepare").text) if name == "plan"]


def offers(person: Person, held: str) -> list[tuple[str, str]]:
    return [(uid, why) for name, uid, why in rows(person.get(f"{held}/prepare").text) if name == "offers"]


def total(person: Person, held: str) -> str:
    """How much is picked, and whether it fits."""
    found = re.search(r'class="plan-sum[^>]*>(.*?)</p>', person.get(f"{held}/prepare").text, re.DOTALL)
    assert found
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", found[1])).split())


def book_of(person: Person, held: str) -> dict[str, Any]:
    """The workbook as the JSON export tells it."""
    told = json.loads(person.send(f"{held.split('/rounds')[0]}/export", format="json").data)
    book: dict[str, Any] = told["workbooks"][0]
    return book


def told(person: Person, held: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in book_of(person, held)["rounds"] if one["id"] == held.split("/")[-1])
    return found


def pick(person: Person, held: str, *questions: str) -> None:
    for question in questions:
        assert person.send(f"{held}/questions/{question}/pick", picked="yes").status_code == 303


def test_questions_are_picked_ordered_and_taken_out_again(app: Flask, person: Person, workbook: str, held: str) -> None:
    first, second, third, *_rest = ids(person, workbook, "questions")
    went = person.send(f"{held}/questions/{third}/pick", picked="yes")
    assert went.headers["Location"] == f"{held}/prepare#q-{third}"
    pick(person, held, first, second)
    assert plan(person, held) == [third, first, second]
    assert third not in dict(offers(person, held))
    before = everything(app)
    pick(person, held, first)
    assert everything(app) == before
    for uid, after, wanted in (
        (second, "", [second, third, first]),
        (second, third, [third, second, first]),
        (third, first, [second, first, third]),
        (third, first, [second, first, third]),
    ):
        assert person.send(f"{held}/questions/{uid}/pick/place", after=after).status_code == 303
        assert plan(person, held) == wanted
    person.send(f"{held}/questions/{first}/pick", picked="no")
    assert person.send(f"{held}/questions/{first}/pick", picked="no").status_code == 303
    assert plan(person, held) == [second, third]


def test_a_question_is_put_at_a_place_of_the_plan_that_was_not_picked(person: Person, workbook: str, held: str) -> None:
    first, second, third, *_rest = ids(person, workbook, "questions")
    pick(person, held, first, second)
    person.send(f"{held}/questions/{third}/pick/place", after=first)
    assert plan(person, held) == [first, third, second]


def test_the_buttons_of_a_row_move_it_by_one(person: Person, workbook: str, held: str) -> None:
    questions = ids(person, workbook, "questions")[:4]
    pick(person, held, *questions)

    def press(row: int, way: str) -> None:
        uid = plan(person, held)[row]
        page = person.get(f"{held}/prepare").text
        form = page.partition(f'action="{held}/questions/{uid}/pick/place"')[2].partition("</form>")[0]
        (after,) = re.findall(rf'name="after" value="([^"]*)" data-way="{way}"', form)
        person.send(f"{held}/questions/{uid}/pick/place", after=after)

    first, second, third, fourth = questions
    press(2, "up")
    assert plan(person, held) == [first, third, second, fourth]
    press(1, "up")
    assert plan(person, held) == [third, first, second, fourth]
    press(2, "down")
    assert plan(person, held) == [third, first, fourth, second]


def test_the_minutes_are_counted_against_the_time_there_is(person: Person, workbook: str, held: str) -> None:
    first, second, third, fourth, *_rest = ids(person, workbook, "questions")
    assert total(person, held) == "0 of 39 picked · 0 of 8 minutes 8 minutes are left"
    pick(person, held, first, second, third)
    assert total(person, held) == "3 of 39 picked · 6 of 8 minutes 2 minutes are left"
    pick(person, held, fourth)
    assert total(person, held).endswith("8 of 8 minutes it fits exactly")
    person.send(f"{held}/questions/{first}/pick/minutes", minutes="5")
    assert total(person, held) == (
        "4 of 39 picked · 11 of 8 minutes 3 minutes too long: take a question out, or give one less time"
    )
    person.send(f"{held}/time", ask_minutes="20", each_minutes="4")
    assert total(person, held) == "4 of 39 picked · 17 of 20 minutes 3 minutes are left"
    person.send(f"{held}/questions/{first}/pick/minutes", minutes="")
    assert "16 of 20" in total(person, held)
    # the next round begins with what was said last
    assert "0 of 20" in total(person, another(person, held))


@pytest.mark.parametrize("minutes", ["0", "-1", "1441", "two", "１"])
def test_what_is_no_length_is_refused(app: Flask, person: Person, workbook: str, held: str, minutes: str) -> None:
    question = ids(person, workbook, "questions")[0]
    pick(person, held, question)
    before = everything(app)
    assert person.send(f"{held}/questions/{question}/pick/minutes", minutes=minutes).status_code == 422
    assert person.send(f"{held}/time", ask_minutes=minutes).status_code == 422
    assert person.send(f"{held}/time", each_minutes=minutes).status_code == 422
    assert person.send(f"{held}/questions/{question}/pick", picked="toggle").status_code == 422
    assert person.send(f"{held}/questions/{question}/pick/place", after="nowhere").status_code == 422
    assert everything(app) == before


def test_what_was_not_asked_so_far_is_suggested(person: Person, workbook: str, held: str) -> None:
    first, second, *_rest = ids(person, workbook, "questions")
    assert offers(person, held)[0] == (first, "not asked so far")
    person.save(f"{another(person, held)}/questions/{first}/answer", body="说了", version=0)
    assert offers(person, held)[0] == (second, "not asked so far")
    assert offers(person, held)[-1] == (first, "")


def test_what_was_evaded_last_time_comes_first(person: Person, workbook: str, held: str) -> None:
    question = ids(person, workbook, "questions")[7]
    person.save(f"{another(person, held)}/questions/{question}/outcome", outcome="evaded")
    assert offers(person, held)[0] == (question, "evaded last time")


def test_what_two_people_contradict_each_other_about_comes_first(person: Person, workbook: str, held: str) -> None:
    question = ids(person, workbook, "questions")[9]
    for body in ("两周", "两天"):
        person.save(f"{another(person, held)}/questions/{question}/answer", body=body, version=0)
    said = next(one for one in book_of(person, held)["questions"] if one["id"] == question)["answers"]
    at = f"/workbooks/{workbook}/questions/{question}/contradictions"
    person.save(at, answer=said[0]["id"], other=said[1]["id"])
    assert offers(person, held)[0] == (question, "two people contradict each other")


def test_what_is_for_this_kind_of_round_comes_first(person: Person, workbook: str, held: str) -> None:
    question = ids(person, workbook, "questions")[11]
    person.send(f"/workbooks/{workbook}/questions/{question}/traits", audience="hr")
    assert offers(person, held)[0] == (question, "the right person for it · not asked so far")
    assert offers(person, another(person, held, "manager"))[-1] == (question, "not asked so far")


def test_what_matters_most_comes_first(person: Person, workbook: str, held: str) -> None:
    question = ids(person, workbook, "questions")[13]
    person.send(f"/workbooks/{workbook}/questions/{question}/traits", priority="1")
    assert offers(person, held)[0] == (question, "priority: must · not asked so far")


@pytest.mark.parametrize("outcome", ["", "later", "evaded"])
def test_what_was_picked_and_not_answered_carries_over_by_itself(
    person: Person, workbook: str, held: str, outcome: str
) -> None:
    first, second, *_rest, question = ids(person, workbook, "questions")
    pick(person, held, first, question)
    person.save(f"{held}/questions/{first}/answer", body="说了", version=0)
    if outcome:
        person.save(f"{held}/questions/{question}/outcome", outcome=outcome)
    uid, why = offers(person, another(person, held))[0]
    assert (uid, "left over from round 1" in why) == (question, True)
    assert plan(person, another(person, held)) == []
    # its time over, a round leaves over what was picked even where nothing was said in it
    person.send(f"{held}/questions/{first}/outcome", outcome="open")
    late = another(person, held)
    pick(person, late, second)
    assert "left over from round 4" not in dict(offers(person, held))[second]
    person.send(f"{late}/arrange", scheduled_at="2020-01-01T10:00")
    assert "left over from round 4" in dict(offers(person, held))[second]


def test_what_lies_in_the_bin_is_not_in_the_plan_and_comes_back_to_its_place(
    person: Person, workbook: str, held: str
) -> None:
    first, second, third, *_rest = ids(person, workbook, "questions")
    pick(person, held, first, second, third)
    gone = person.send(f"/workbooks/{workbook}/questions/{second}/remove").headers["Location"]
    assert plan(person, held) == [first, third]
    assert total(person, held).startswith("2 of 38 picked · 4 of 8")
    assert [one["question"] for one in told(person, held)["picks"]] == [first, third]
    assert person.send(f"{held}/questions/{second}/pick", picked="yes").status_code == 410
    (undo,) = [form for form in forms_of(person.get(gone.partition("#")[0])) if "/bin/" in form.action]
    person.client.post(undo.action, data=undo.fields)
    assert plan(person, held) == [first, second, third]
    person.send(f"{held}/remove")
    assert person.get(f"{held}/prepare").status_code == 410


def test_the_live_page_asks_in_the_order_of_the_plan_then_all_others(person: Person, workbook: str, held: str) -> None:
    first, second, third, *rest = ids(person, workbook, "questions")
    pick(person, held, third, first)
    asked = re.findall(r'class="asked-one" id="q-([^"]+)"', person.get(f"{held}/live").text.partition("<template")[0])
    assert asked == [third, first, second, *rest]
    assert re.findall(r'id="q-([^"]+)"', person.get(held).text) == [first, second, third, *rest]


def test_what_one_told_them_stands_beside_the_next_plan(app: Flask, person: Person, held: str) -> None:
    person.send(f"{held}/arrange", **{"name-1": "王工", "role-1": "HR"})
    assert person.save(f"{held}/told", told="45k，一个月", version=0).get_json()["version"] == 1
    before = everything(app)
    assert person.save(f"{held}/told", told="45k，一个月", version=0).get_json()["version"] == 1
    assert everything(app) == before
    late = person.save(f"{held}/told", told="50k", version=0)
    assert (late.status_code, late.get_json()) == (409, {"version": 1, "body": "45k，一个月"})
    both = person.send(f"{held}/told", told="50k", version=0)
    assert both.status_code == 409
    assert "45k，一个月" in both.text
    assert "50k</textarea>" in both.text
    assert person.save(f"{held}/told", told="x" * 10_001, version=1).status_code == 413
    rail = person.get(f"{another(person, held)}/prepare").text.partition('<aside class="rail"')[2]
    assert "45k，一个月" in rail
    assert "王工" in rail


def test_what_to_bring_stands_beside_it(person: Person, held: str) -> None:
    rail = person.get(f"{held}/prepare").text.partition('<aside class="rail"')[2]
    book = book_of(person, held)
    learning = [one["text"] for one in book["requirements"] if one["status"] == "learning"]
    assert len(learning) == 1
    for text in (*(one["text"] for one in (*book["pitch_points"], *book["strengths"])), *learning):
        assert text.strip("*").partition("**")[0] in rail


def test_it_is_linked_from_the_round_and_the_list(person: Person, workbook: str, held: str) -> None:
    for path in (held, f"/workbooks/{workbook}/rounds"):
        assert f'href="{held}/prepare"' in person.get(path).text


def test_a_sheet_without_questions_says_so(person: Person) -> None:
    base = person.send("/import", text="# x\n").headers["Location"]
    page = person.get(f"{base}/rounds/{add_round(person, base.split('/')[-1])}/prepare").text
    assert "no questions to ask yet" in page


def test_the_plan_goes_out_as_json_and_comes_in_again(person: Person, workbook: str, held: str) -> None:
    first, second, *_rest = ids(person, workbook, "questions")
    pick(person, held, second, first)
    person.send(f"{held}/questions/{first}/pick/minutes", minutes="5")
    person.send(f"{held}/time", ask_minutes="10", each_minutes="3")
    person.save(f"{held}/told", told="45k", version=0)
    picks = [{"question": second, "minutes": None}, {"question": first, "minutes": 5}]
    wanted = {"ask_minutes": 10, "each_minutes": 3, "told": "45k", "picks": picks}
    assert wanted.items() <= told(person, held).items()
    given = json.loads(person.send(f"/workbooks/{workbook}/export", format="json").data)
    base = person.send("/import", text=json.dumps(given)).headers["Location"]
    again = book_of(person, base)
    texts = {one["id"]: one["text"] for book in (given["workbooks"][0], again) for one in book["questions"]}
    assert [(texts[one["question"]], one["minutes"]) for one in again["rounds"][0]["picks"]] == [
        (texts[second], None),
        (texts[first], 5),
    ]
    for wrong in ([{"question": "nowhere"}], [picks[0], picks[0]], [{"question": first, "minutes": 0}]):
        given["workbooks"][0]["rounds"][0]["picks"] = wrong
        assert person.send("/import", text=json.dumps(given)).status_code == 422
