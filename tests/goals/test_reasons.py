"""Why: what a goal is for, and what becomes of a requirement once the goal is reached."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from flask import Flask

from app.models import Question, Strength
from tests.goals.plan import Plan
from tests.web.pages import everything, forms_of

LEARNING = "**大模型应用**"


@pytest.fixture
def why(plan: Plan) -> str:
    """Where the reasons of a goal are said."""
    return f"{plan.goal('读完论文')}/reasons"


def named(plan: Plan) -> dict[str, str]:
    """The id of one thing of each kind."""
    kinds: Any = {"**系统设计**": Strength, "网关怎么做限流？": Question}
    return {LEARNING: plan.uid(LEARNING), **{text: plan.uid(text, model) for text, model in kinds.items()}}


def test_a_goal_says_what_it_is_for(plan: Plan, why: str) -> None:
    for uid in named(plan).values():
        assert plan.person.send(why, reason=uid).headers["Location"] == f"{plan.base}/goals#g-{why.split('/')[-2]}"
    words = plan.words("读完论文")
    assert "Requirement 大模型应用" in words
    assert "Strength 系统设计" in words
    assert "Question 网关怎么做限流？" in words
    book = plan.person.send(f"{plan.base}/export", format="json").get_json(force=True)["workbooks"][0]
    assert [goal["why"] for goal in book["goals"] if goal["text"] == "读完论文"] == [list(named(plan).values())]


def test_a_reason_is_given_and_withdrawn_once_however_often_it_is_said(app: Flask, plan: Plan, why: str) -> None:
    nothing = everything(app)["goal_reason"]
    for uid in named(plan).values():
        plan.person.save(why, reason=uid)
        before = everything(app)
        assert plan.person.save(why, reason=uid).status_code == 200
        assert everything(app) == before
        for _ in range(2):
            assert plan.person.save(f"{why}/{uid}/remove").status_code == 200
            assert everything(app)["goal_reason"] == nothing


def test_what_may_be_a_reason_is_offered_by_kind_where_it_is_asked_for(plan: Plan, why: str) -> None:
    goal = why.split("/")[-2]
    assert "<select" not in plan.page
    assert f'href="?why={goal}#g-{goal}"' in plan.card("读完论文")
    plan.person.save(why, reason=plan.uid(LEARNING))
    page = unescape(plan.person.get(f"{plan.base}/goals?why={goal}").text)
    assert page.count("<select") == 1
    assert re.findall(r"<(?:optgroup label=\"|option[^>]*>)([^<\"]+)", page) == [
        *("Requirements", "Go", "Rust", "Strengths", "系统设计", "Questions", "网关怎么做限流？"),
    ]


def test_only_a_thing_of_this_workbook_can_be_a_reason(app: Flask, plan: Plan, why: str, workbook: str) -> None:
    other = plan.person.get(f"/workbooks/{workbook}").text
    theirs = re.findall(r"/questions/([^/\"]+)/", other)[0]
    before = everything(app)
    for uid in (theirs, why.split("/")[-2], "nothing", "", "x" * 99, "面"):
        assert plan.person.save(why, reason=uid).status_code == 404, uid
    assert plan.person.save(why).status_code == 400
    assert plan.person.save(f"{why}/{theirs}/remove").status_code == 404
    assert everything(app) == before


def test_what_is_in_the_bin_is_no_reason_until_it_is_back(app: Flask, plan: Plan, why: str) -> None:
    rust = plan.uid("**Rust**")
    plan.person.save(why, reason=rust)
    plan.person.send(f"{plan.base}/requirements/{rust}/remove")
    assert "Rust" not in plan.card("读完论文")
    assert plan.person.save(why, reason=rust).status_code == 410


@pytest.fixture
def matched(plan: Plan, why: str) -> str:
    """Where the requirement that the goal was for is said to be matched."""
    plan.person.save(why, reason=plan.uid(LEARNING))
    return f"{why}/{plan.uid(LEARNING)}/matched"


def test_a_goal_done_offers_its_requirement_as_matched(plan: Plan, matched: str) -> None:
    assert "data-done" not in plan.card("读完论文").split(">")[0]  # so the offer is not seen yet
    plan.person.save(f"{plan.goal('读完论文')}/done", checked="1")
    assert "data-done" in plan.card("读完论文").split(">")[0]
    assert "Requirement “大模型应用” is still learning." in plan.words("读完论文")
    (offer,) = plan.forms(matched)
    assert offer.fields["evidence"] == "读完论文"
    answer = plan.person.client.post(matched, data=offer.fields | {"evidence": "读完三篇论文，\r\n做了一个演示"})
    assert answer.headers["Location"] == f"{plan.base}/goals#g-{matched.split('/')[-4]}"
    assert plan.requirement(LEARNING) == ("matched", "需要学习转换；读完三篇论文， 做了一个演示", 2)
    assert plan.forms(matched) == []


def test_the_former_evidence_is_kept(app: Flask, plan: Plan, matched: str) -> None:
    plan.person.save(matched, evidence="论文", version=1)
    rows = everything(app)["revision"]
    assert len(rows) == 1
    assert "需要学习转换" in rows[0]


def test_the_same_offer_taken_twice_adds_one_line(app: Flask, plan: Plan, matched: str) -> None:
    assert plan.person.save(matched, evidence="论文", version=1).get_json()["version"] == 2
    before = everything(app)
    assert plan.person.save(matched, evidence="论文", version=1).get_json()["version"] == 2
    assert everything(app) == before


def test_no_evidence_changes_only_the_status(plan: Plan, matched: str) -> None:
    assert plan.person.save(matched, evidence=" \n ", version=1).status_code == 200
    assert plan.requirement(LEARNING) == ("matched", "需要学习转换", 1)


def test_evidence_where_there_was_none_stands_alone(plan: Plan, why: str) -> None:
    rust = plan.uid("**Rust**")
    plan.person.save(why, reason=rust)
    plan.person.save(f"{why}/{rust}/matched", evidence="wrote a parser", version=1)
    plan.person.save(f"{why}/{rust}/matched", evidence="and a server", version=2)
    assert plan.requirement("**Rust**") == ("matched", "wrote a parser; and a server", 3)


def test_evidence_written_meanwhile_is_a_conflict_that_shows_both(app: Flask, plan: Plan, matched: str) -> None:
    plan.person.save(matched, evidence="论文", version=1)
    before = everything(app)
    script = plan.person.save(matched, evidence="演示", version=1)
    assert (script.status_code, script.get_json()) == (409, {"version": 2, "body": "需要学习转换；论文"})
    page = plan.person.send(matched, evidence="演示", version=1)
    assert page.status_code == 409
    assert "需要学习转换；论文" in page.text
    (form,) = (form for form in forms_of(page) if form.action == matched)
    assert everything(app) == before
    assert plan.person.client.post(matched, data=form.fields).status_code == 303
    assert plan.requirement(LEARNING) == ("matched", "需要学习转换；论文；演示", 3)


def test_only_a_reason_of_the_goal_can_be_matched_by_it(app: Flask, plan: Plan, why: str) -> None:
    before = everything(app)
    assert plan.person.save(f"{why}/{plan.uid(LEARNING)}/matched", evidence="x", version=1).status_code == 404
    strength = named(plan)["**系统设计**"]
    assert plan.person.save(f"{why}/{strength}/matched", evidence="x", version=1).status_code == 404
    assert everything(app) == before
