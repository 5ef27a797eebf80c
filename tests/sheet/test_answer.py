"""Answers on the sheet: kept as typed, never overwritten unseen."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask

from tests.conftest import Person
from tests.web.pages import add_round, everything, forms_of, ids


@pytest.fixture
def path(person: Person, workbook: str) -> str:
    """The address of one answer."""
    return f"/workbooks/{workbook}/questions/{ids(person, workbook, 'questions')[12]}/answer"


def test_an_answer_is_there_after_it_was_saved(person: Person, workbook: str, path: str) -> None:
    saved = person.save(path, body="第一行\r\n第二行", version=0)
    assert saved.status_code == 200
    assert saved.get_json()["version"] == 1
    assert saved.get_json()["saved_at"].endswith("Z")
    assert "第一行\n第二行</textarea>" in person.get(f"/workbooks/{workbook}").text


def test_without_script_a_save_leads_back_to_its_place(person: Person, workbook: str, path: str) -> None:
    saved = person.send(path, body="x", version=0)
    assert saved.status_code == 303
    assert saved.headers["Location"] == f"/workbooks/{workbook}#q-{path.split('/')[4]}"
    assert f'id="q-{path.split("/")[4]}"' in person.get(f"/workbooks/{workbook}").text


def test_a_repeated_save_changes_nothing_more(app: Flask, person: Person, path: str) -> None:
    first = person.save(path, body="text", version=0).get_json()
    before = everything(app)
    for version in (0, 1, 7):
        assert person.save(path, body="text", version=version).get_json() == first
    assert person.send(path, body="text", version=0).status_code == 303
    assert everything(app) == before


def test_an_outdated_save_shows_both_texts_and_can_be_saved_on(app: Flask, person: Person, path: str) -> None:
    person.save(path, body="theirs", version=0)
    before = everything(app)
    script = person.save(path, body="mine", version=0)
    told = {"conflict": script.get_json()["conflict"], "joined": "theirs\nmine"}
    assert (script.status_code, script.get_json()) == (409, {"version": 1, "body": "theirs", **told})
    page = person.send(path, body="mine", version=0)
    assert page.status_code == 409
    assert "theirs" in page.text
    (aside,) = everything(app)["conflict"]
    assert "mine" in aside and told["conflict"] in aside
    assert everything(app) == before | {"conflict": [aside]}
    (form,) = (form for form in forms_of(page) if form.action == path)
    assert (form.fields["body"], form.fields["version"]) == ("mine", "1")
    assert person.client.post(path, data=form.fields).status_code == 303
    assert "mine</textarea>" in person.get(path.split("/questions")[0]).text
    assert [row for row in everything(app)["revision"] if "theirs" in row]


def test_a_version_from_the_future_is_a_conflict_too(person: Person, path: str) -> None:
    assert person.save(path, body="mine", version=3).get_json() == {"version": 0, "body": ""}
    person.save(path, body="theirs", version=0)
    assert person.save(path, body="mine", version=2).status_code == 409


def test_a_text_of_lines_and_marks_stands_in_the_conflict_as_it_was_typed(person: Person, path: str) -> None:
    person.save(path, body="x", version=0)
    text = "\n\n  一\n</textarea>&amp; <b>"
    page = person.send(path, body=text, version=0)
    assert next(form.fields["body"] for form in forms_of(page) if form.action == path) == text.strip("\n")


def test_an_emptied_answer_stays_with_its_version(app: Flask, person: Person, path: str) -> None:
    assert person.save(path, body="", version=0).get_json()["version"] == 0
    assert everything(app)["answer"] == everything(app)["revision"] == []
    person.save(path, body="x", version=0)
    assert person.save(path, body=" \n", version=1).get_json()["version"] == 2
    assert len(everything(app)["answer"]) == 1


def test_each_round_has_an_answer_of_its_own(person: Person, workbook: str, path: str) -> None:
    base, question = path.split("/questions")[0], path.split("/")[4]
    first, second = (f"{base}/rounds/{add_round(person, workbook)}" for _ in range(2))
    for place, text in ((base, "outside"), (first, "in the first"), (second, "in the second")):
        assert person.save(f"{place}/questions/{question}/answer", body=text, version=0).get_json()["version"] == 1
    for place, text in ((base, "outside"), (first, "in the first"), (second, "in the second")):
        page = person.get(place).text
        assert f"{text}</textarea>" in page
        assert page.count("</textarea>") > 10
        assert [other for other in ("outside", "in the first", "in the second") if f"{other}</textarea>" in page] == [
            text
        ]


def test_of_two_who_save_at_once_one_wins_and_the_other_sees_both(app: Flask, person: Person, path: str) -> None:
    people = [Person(app) for _ in range(6)]
    for one in people:
        assert one.token
    with ThreadPoolExecutor(len(people)) as pool:
        answers = list(pool.map(lambda one: one.save(path, body=f"text {people.index(one)}", version=0), people))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409, 409, 409]
    (row,) = everything(app)["answer"]
    assert {answer.get_json()["body"] for answer in answers if answer.status_code == 409} <= {*map(str, row)}


def test_an_asked_box_is_set_to_what_was_sent_and_never_turned_over(app: Flask, person: Person) -> None:
    base = person.send("/import", text="# x\n\n## 反问问题\n\n- [ ] 加班多吗？\n").headers["Location"]
    box = f"{base}/questions/{ids(person, base.split('/')[2], 'questions')[0]}/asked"
    assert person.save(box, checked="1").status_code == 200
    before = everything(app)
    assert person.save(box, checked="1").status_code == 200
    assert everything(app) == before
    assert person.get(base).text.count(" checked>") == 1
    assert person.send(box).headers["Location"].startswith(f"{base}#q-")
    assert person.get(base).text.count(" checked>") == 0
