"""One question over all rounds: what each said, by whom, how it differs, and what contradicts what."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.conftest import Person
from tests.web.pages import add_round, everything, forms_of, ids


class Asked:
    """The first question of the founding sheet, asked in three rounds."""

    def __init__(self, person: Person, workbook: str) -> None:
        self.person, self.base = person, f"/workbooks/{workbook}"
        self.uid = ids(person, workbook, "questions")[0]
        self.page = f"{self.base}/questions/{self.uid}"
        self.rounds = [
            f"{self.base}/rounds/{add_round(person, workbook, name=name)}" for name in ("一面", "二面", "终面")
        ]

    def says(self, number: int, body: str) -> None:
        assert self.send(number, "answer", body=body, version=0).status_code == 200

    def send(self, number: int, verb: str, **fields: Any) -> TestResponse:
        return self.person.save(f"{self.rounds[number]}/questions/{self.uid}/{verb}", **fields)

    def question(self) -> dict[str, Any]:
        """As the JSON export tells it."""
        book = json.loads(self.person.send(f"{self.base}/export", format="json").data)["workbooks"][0]
        found: dict[str, Any] = next(one for one in book["questions"] if one["id"] == self.uid)
        return found

    def contradict(self, one: int, other: int, **fields: str) -> TestResponse:
        answers = [answer["id"] for answer in self.question()["answers"] if answer["round"]]
        told = {"answer": answers[one], "other": answers[other], **fields}
        return self.person.send(f"{self.page}/contradictions", **told)

    @property
    def shown(self) -> str:
        return self.person.get(self.page).text


@pytest.fixture
def asked(person: Person, workbook: str) -> Asked:
    return Asked(person, workbook)


def test_each_round_stands_there_with_its_people_and_its_box(asked: Asked) -> None:
    asked.says(0, "全部容器化。")
    asked.person.send(f"{asked.rounds[0]}/arrange", **{"name-1": "王磊", "role-1": "负责人"})
    page = asked.person.get(asked.page)
    for told in ("一面", "二面", "终面", "王磊 (负责人)", "全部容器化。</textarea>"):
        assert told in page.text
    boxes = [form.action for form in forms_of(page) if "body" in form.fields]
    assert boxes == [*(f"{held}/questions/{asked.uid}/answer" for held in asked.rounds), f"{asked.page}/answer"]


def test_what_differs_is_marked_word_by_word(asked: Asked) -> None:
    asked.says(0, "全部容器化，部署在自研平台。")
    asked.says(2, "部分容器化，部署在自研平台。")
    page = asked.shown
    assert "Compared with “一面”" in page
    assert page.count("<del") == page.count("<ins") == 1


def test_an_answer_written_here_leads_back_here(asked: Asked) -> None:
    (own,) = (form for form in forms_of(asked.person.get(asked.page)) if form.action == f"{asked.page}/answer")
    sent = asked.person.client.post(own.action, data=own.fields | {"body": "我的准备"})
    assert sent.headers["Location"] == f"{asked.page}#own"
    held = f"{asked.rounds[0]}/questions/{asked.uid}"
    (box,) = (form for form in forms_of(asked.person.get(asked.page)) if form.action == f"{held}/answer")
    uid = asked.rounds[0].rsplit("/", 1)[1]
    sent = asked.person.client.post(box.action, data=box.fields | {"body": "他说的"})
    assert sent.headers["Location"] == f"{asked.page}#r-{uid}"
    sent = asked.person.send(f"{held}/outcome", **{"outcome": "later", "from": "question"})
    assert sent.headers["Location"] == f"{asked.page}#r-{uid}"


def test_evaded_twice_is_shown_as_what_it_is(asked: Asked) -> None:
    asked.send(0, "outcome", outcome="evaded")
    assert "evaded in 1 round" in asked.shown
    assert "that is an answer too" not in asked.shown
    asked.says(1, "这个以后再说")
    asked.send(1, "outcome", outcome="evaded")
    asked.send(2, "outcome", outcome="later")
    page = asked.shown
    for told in (
        "Asked and evaded in 2 rounds: that is an answer too",
        "answered in 0 rounds",
        "left for later in 1 round",
    ):
        assert told in page
    sheet = asked.person.get(asked.base).text
    assert "evaded in 2 rounds" in sheet and f'<a href="{asked.page}">In all rounds</a>' in sheet


def test_a_contradiction_links_two_answers_and_is_taken_back(app: Flask, asked: Asked) -> None:
    asked.says(0, "两周")
    asked.says(1, "两个月")
    made = asked.contradict(1, 0, note="差太多")
    assert made.status_code == 303
    before = everything(app)
    assert asked.contradict(0, 1, note="又说一次").headers["Location"] == made.headers["Location"]
    assert everything(app) == before
    (said,) = asked.question()["contradictions"]
    assert said == {
        "id": said["id"],
        "answers": [answer["id"] for answer in asked.question()["answers"] if answer["round"]],
        "note": "差太多",
    }
    page = asked.shown
    assert "“一面” and “二面” contradict each other" in page
    assert "two say different things" in asked.person.get(asked.base).text
    note = f"{asked.page}/contradictions/{said['id']}/note"
    assert asked.person.save(note, note="差四倍", version=1).get_json()["version"] == 2
    late = asked.person.save(note, note="别的", version=1)
    assert (late.status_code, late.get_json()) == (409, {"version": 2, "body": "差四倍"})
    assert "差四倍" in asked.person.send(note, note="别的", version=1).text
    back = f"{asked.page}/contradictions/{said['id']}/take-back"
    assert asked.person.send(back).status_code == 303
    assert asked.person.save(back).status_code == 200
    assert asked.question()["contradictions"] == []
    assert "contradict each other" not in asked.shown


def test_only_two_answers_to_this_question_can_contradict_each_other(app: Flask, asked: Asked) -> None:
    asked.says(0, "两周")
    other = ids(asked.person, asked.base.split("/")[2], "questions")[1]
    asked.person.save(f"{asked.rounds[0]}/questions/{other}/answer", body="别的", version=0)
    book = json.loads(asked.person.send(f"{asked.base}/export", format="json").data)["workbooks"][0]
    foreign = next(one for one in book["questions"] if one["id"] == other)["answers"][0]["id"]
    mine = asked.question()["answers"][0]["id"]
    before = everything(app)
    for answers, code in (((mine, mine), 422), ((mine, foreign), 404), ((mine, "nothing"), 404)):
        told = dict(zip(("answer", "other"), answers, strict=True))
        assert asked.person.send(f"{asked.page}/contradictions", **told).status_code == code
    assert asked.person.send(f"{asked.page}/contradictions", answer=mine).status_code == 400
    assert everything(app) == before


def test_what_contradicts_goes_with_its_round_and_comes_back_with_it(asked: Asked) -> None:
    asked.says(0, "两周")
    asked.says(1, "两个月")
    asked.contradict(0, 1)
    gone = asked.person.send(f"{asked.rounds[1]}/remove").headers["Location"]
    assert asked.question()["contradictions"] == []
    assert "contradict each other" not in asked.shown and "两个月" not in asked.shown
    assert "two say different things" not in asked.person.get(asked.base).text
    asked.person.send(f"/bin/removals/{gone.partition('removed=')[2].partition('#')[0]}")
    assert len(asked.question()["contradictions"]) == 1


def test_a_question_that_is_not_there_is_404_and_one_in_the_bin_410(asked: Asked) -> None:
    assert asked.person.get(f"{asked.base}/questions/nothing").status_code == 404
    asked.person.send(f"{asked.page}/remove")
    assert asked.person.get(asked.page).status_code == 410
