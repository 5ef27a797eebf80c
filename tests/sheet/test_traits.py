"""What is told of a thing by one tap: kept, shown, exported, and never more than what was sent."""

from __future__ import annotations

from typing import Any

from flask import Flask

from tests.conftest import Person
from tests.exchange.books import export_of, imported
from tests.sheet.desk import Desk, a_day_later
from tests.web.pages import everything

QUESTION, REQUIREMENT, SIGNAL, GOAL = "收入从哪里来？", "大模型应用", "允许失败", "学会 Rust"
EVERY: list[tuple[str, str, dict[str, Any]]] = [
    (QUESTION, "priority", {"1": 1, "2": 2, "3": 3, "": None}),
    (
        QUESTION,
        "audience",
        {
            "manager hr hr": ["hr", "manager"],
            "technical": ["technical"],
            "hr technical manager cross executive other": ["hr", "technical", "manager", "cross", "executive", "other"],
            "": [],
        },
    ),
    (QUESTION, "direction", {"answer": "answer", "ask": "ask"}),
    (REQUIREMENT, "status", {"matched": "matched", "learning": "learning", "missing": "missing", "": None}),
    (SIGNAL, "polarity", {"caution": "caution", "positive": "positive"}),
    (SIGNAL, "weight", {"0": 0, "1": 1, "9": 9}),
    (GOAL, "horizon", {"mid": "mid", "long": "long", "short": "short", "": None}),
]


def one(desk: Desk, words: str) -> dict[str, Any]:
    return next(found for kind in _KINDS for said, found in desk.things(kind) if said == words)


_KINDS = ("questions", "requirements", "signals", "goals")


def test_each_value_is_kept_and_said_again_changes_nothing(app: Flask, desk: Desk) -> None:
    for words, name, values in EVERY:
        for value, kept in values.items():
            assert desk.person.save(desk.at(words) + "/traits", **{name: value}).status_code == 200, (name, value)
            assert one(desk, words)[name] == kept, (name, value)
            before = a_day_later(app)
            answer = desk.person.send(desk.at(words) + "/traits", **{name: value})
            assert answer.headers["Location"] == f"{desk.base}?edit={desk.id(words)}#edit"
            assert everything(app) == before, (name, value)


def test_only_what_was_sent_is_told(desk: Desk) -> None:
    at = desk.at(QUESTION) + "/traits"
    desk.person.save(at, priority="1", audience="hr")
    desk.person.save(at, audience="technical manager")
    found = one(desk, QUESTION)
    assert (found["priority"], found["audience"], found["direction"]) == (1, ["technical", "manager"], "ask")
    desk.person.save(at, priority="", text="other words", number="9", id="x", position="0")
    found = one(desk, QUESTION)
    assert (found["priority"], found["audience"], found["number"]) == (None, ["technical", "manager"], "3")


def test_what_is_no_such_value_is_refused(app: Flask, desk: Desk) -> None:
    before = everything(app)
    for words, fields in (
        (QUESTION, {"priority": "0"}),
        (QUESTION, {"priority": "4"}),
        (QUESTION, {"priority": "1 "}),
        (QUESTION, {"audience": "hr nobody"}),
        (QUESTION, {"audience": "hr,manager"}),
        (QUESTION, {"direction": ""}),
        (QUESTION, {"direction": "both", "priority": "1"}),
        (QUESTION, {"polarity": "caution"}),
        (QUESTION, {}),
        (REQUIREMENT, {"status": "ok"}),
        (SIGNAL, {"polarity": ""}),
        (SIGNAL, {"weight": "10"}),
        (SIGNAL, {"weight": "-1"}),
        (SIGNAL, {"weight": "1.5"}),
        (SIGNAL, {"weight": "\uff11"}),
        (GOAL, {"horizon": "never"}),
        (GOAL, {"due_on": "2026-01-31"}),
        ("大规模系统", {"priority": "1"}),
        ("业务", {"kind": "signals"}),
        ("第一章", {"done": "1"}),
        ("公司", {"priority": "1"}),
    ):
        answer = desk.person.save(desk.at(words) + "/traits", **fields)
        assert (answer.status_code, list(answer.get_json())) == (422, ["error"]), (words, fields)
        assert desk.person.send(desk.at(words) + "/traits", **fields).status_code == 422
    assert everything(app) == before


def test_a_thing_moves_to_the_section_that_says_what_it_became(desk: Desk) -> None:
    desk.person.save(desk.at("说得清楚目标") + "/traits", polarity="caution")
    assert desk.reads("signals", "需要谨慎的信号") == ["答非所问", "说得清楚目标", "还说得清楚数字"]
    assert one(desk, "还说得清楚数字")["polarity"] == "caution", "what stands beneath it goes with it"
    desk.person.save(desk.at("学会 Go 语言") + "/traits", horizon="mid")
    assert desk.reads("goals", "中期目标") == ["带一个项目", "学会 Go 语言"]
    desk.person.save(desk.at(QUESTION) + "/traits", direction="answer", priority="1")
    assert desk.reads("questions", "他们会问我的问题") == ["为什么离开上一家？", QUESTION]
    assert one(desk, QUESTION)["priority"] == 1
    desk.comes_back()
    desk.person.save(desk.at("说得清楚目标") + "/traits", polarity="positive")
    assert desk.reads("signals", "积极信号") == ["允许失败", "说得清楚目标", "还说得清楚数字"]
    desk.comes_back()


def test_where_no_section_says_so_it_stays_where_it_is(desk: Desk) -> None:
    desk.person.save(desk.at(GOAL) + "/traits", horizon="long")
    assert desk.reads("goals", "短期目标") == ["学会 Go 语言", GOAL]
    assert one(desk, GOAL)["horizon"] == "long"
    desk.remove("需要谨慎的信号")
    desk.person.save(desk.at("说得清楚目标") + "/traits", polarity="caution")
    assert desk.reads("signals", "积极信号") == ["说得清楚目标", "还说得清楚数字", SIGNAL]
    assert [found["polarity"] for found in desk.book["signals"]] == ["caution", "caution", "positive"]


def test_all_of_it_is_in_the_json_and_comes_back_from_there(app: Flask, person: Person, desk: Desk) -> None:
    person.save(desk.at(QUESTION) + "/traits", priority="2", audience="hr executive")
    person.save(desk.at(SIGNAL) + "/traits", weight="3")
    person.save(desk.at(REQUIREMENT) + "/traits", status="missing")
    assert "- ❌ 大模型应用 - 在学" in desk.markdown
    whole = person.send(f"{desk.base}/export", format="json").data
    again = imported(app, ("again.json", whole))[0].workbook.id
    found = {thing["text"]: thing for kind in _KINDS for thing in export_of(app, again)["workbooks"][0][kind]}
    assert (found[QUESTION]["priority"], found[QUESTION]["audience"]) == (2, ["hr", "executive"])
    assert (found[SIGNAL]["weight"], found[REQUIREMENT]["status"]) == (3, "missing")


def test_the_page_shows_them(desk: Desk) -> None:
    desk.person.save(desk.at(QUESTION) + "/traits", priority="1", audience="hr")
    desk.person.save(desk.at(REQUIREMENT) + "/traits", status="missing")
    page = desk.page().text
    question = page[page.index(QUESTION) :].partition("</article>")[0]
    assert ">Must<" in question and ">HR<" in question
    assert ">missing<" in page
