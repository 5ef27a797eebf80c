"""The thank-you note is drafted from what stands there, in the language spoken, and invents nothing."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from app.language import speak
from app.rounds.thanks import thanks
from tests.conftest import Person
from tests.web.pages import add_round, ids

SAID = [
    SimpleNamespace(text="How does the **team** review?", body="\nTwo people *look*.\n\nMore of it."),
    SimpleNamespace(text="Who decides?", body="The lead."),
]


def test_it_names_who_sat_there_when_and_what_was_answered() -> None:
    assert thanks(["Mina", "", "Jo"], date(2026, 3, 4), SAID) == (
        "Dear Mina, Jo,\n\n"
        "thank you for taking the time to talk with me on March 4.\n\n"
        "What stayed with me:\n- How does the team review? – Two people look.\n- Who decides? – The lead.\n\n"
        "Kind regards"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert thanks([""], None, []) == ("Hello,\n\nthank you for taking the time to talk with me.\n\nKind regards")


def test_it_speaks_chinese_as_people_write_it() -> None:
    speak("zh-Hans")
    assert thanks(["王工", "李工"], date(2026, 3, 4), SAID[1:]) == (
        "王工、李工，您好！\n\n感谢您在3月4日抽时间和我交流。\n\n"
        "谈话中这几点让我印象很深：\n- Who decides?——The lead.\n\n祝好"
    )


def test_the_page_drafts_it_from_this_round_alone(person: Person, workbook: str) -> None:
    held = f"/workbooks/{workbook}/rounds/{add_round(person, workbook)}"
    other = f"/workbooks/{workbook}/rounds/{add_round(person, workbook)}"
    first, second, third, *_rest = ids(person, workbook, "questions")
    person.send(f"{held}/arrange", **{"name-1": "王工", "scheduled_at": "2026-03-04T23:30", "time_zone": "Asia/Tokyo"})
    for where, question, body in ((held, first, "自研网关"), (held, second, "不好说"), (other, third, "两周")):
        person.save(f"{where}/questions/{question}/answer", body=body, version=0)
    for question, outcome in ((first, "answered"), (second, "evaded")):
        person.save(f"{held}/questions/{question}/outcome", outcome=outcome)
    person.save(f"{held}/notes", notes="他很傲慢", version=0)
    note = person.get(f"{held}/debrief").text.partition("<copy-text>")[2].partition("</copy-text>")[0]
    assert "Dear 王工," in note and "March 4" in note and "自研网关" in note
    assert not any(text in note for text in ("不好说", "两周", "他很傲慢"))
