"""By when: proposed from the heading and the date of the sheet, set only by a press, told in words once it has come."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from tests.conftest import Person
from tests.goals.plan import Plan, begin, in_days, today
from tests.web.pages import everything, forms_of


def test_a_day_is_proposed_and_set_only_by_a_press(plan: Plan) -> None:
    before = everything(plan.app)
    assert "Proposed: Oct 31, 2025 (2 months from August 2025, as the heading says)." in plan.words("读完论文")
    assert everything(plan.app) == before
    proposal = next(form for form in plan.forms(f"{plan.goal('读完论文')}/due") if form.fields["due_on"])
    assert proposal.fields["due_on"] == "2025-10-31"
    answer = plan.person.client.post(proposal.action, data=proposal.fields)
    assert answer.headers["Location"] == f"{plan.base}/goals#g-{plan.goal('读完论文').split('/')[-1]}"
    assert "Proposed" not in plan.card("读完论文")
    assert 'datetime="2025-10-31"' in plan.card("读完论文")


def test_a_proposed_day_that_has_passed_says_so(plan: Plan) -> None:
    assert "That day has passed." in plan.words("读完论文")


def test_nothing_is_proposed_where_the_heading_tells_no_time_or_the_goal_is_done(plan: Plan) -> None:
    for goal in ("成为专家", "练英语", "装好环境"):
        assert "Proposed" not in plan.words(goal), goal


def test_without_a_date_the_day_the_workbook_was_made_counts(app: Flask, person: Person) -> None:
    plan = begin(app, person, "# Plan\n\n## Short-term goals (next 2 weeks)\n\n- [ ] read\n")
    proposal = next(form for form in plan.forms(f"{plan.goal('read')}/due") if form.fields["due_on"])
    assert proposal.fields["due_on"] == in_days(14)
    assert "2 weeks, as the heading says, from" in plan.words("read")
    assert "when this workbook was made" in plan.words("read")
    assert "passed" not in plan.words("read")


def test_a_period_is_told_by_the_headings_own_words(app: Flask, person: Person) -> None:
    plan = begin(app, person, "# Plan\n\n## Info\n\n**Date**: 19 Aug 2025\n\n## Goals for Q3\n\n- [ ] read\n")
    assert "Proposed: Sep 30, 2025 (“Q3” in the heading, seen from Aug 19, 2025)." in plan.words("read")


@pytest.mark.parametrize(
    ("days", "words"),
    [(-12, "12 days late"), (-1, "1 day late"), (0, "due today"), (1, "due tomorrow"), (2, "by ")],
)
def test_what_is_due_is_told_in_words(plan: Plan, days: int, words: str) -> None:
    goal = plan.goal("读完论文")
    assert plan.person.save(f"{goal}/due", due_on=in_days(days)).get_json()["saved_at"]
    assert words in plan.words("读完论文")
    assert ('class="late"' in plan.card("读完论文")) is (days < 0)
    assert ("1 late" in plan.page) is (days < 0)


def test_what_is_done_is_never_late(plan: Plan) -> None:
    goal = plan.goal("读完论文")
    plan.person.save(f"{goal}/due", due_on=in_days(-12))
    plan.person.save(f"{goal}/done", checked="1")
    assert "late" not in plan.words("读完论文")
    assert "by " in plan.words("读完论文")
    assert "1 late" not in plan.page


def test_a_day_of_another_year_names_its_year(plan: Plan) -> None:
    goal, year = plan.goal("读完论文"), today().year
    plan.person.save(f"{goal}/due", due_on=f"{year + 1}-06-03")
    assert f"by Jun 3, {year + 1}" in plan.words("读完论文")


def test_a_day_can_be_taken_back(app: Flask, plan: Plan) -> None:
    goal = plan.goal("读完论文")
    before = plan.card("读完论文")
    plan.person.save(f"{goal}/due", due_on="2030-01-31")
    plan.person.save(f"{goal}/due", due_on="")
    assert plan.card("读完论文") == before


def test_the_same_day_twice_changes_nothing_more(app: Flask, plan: Plan) -> None:
    goal = plan.goal("读完论文")
    plan.person.save(f"{goal}/due", due_on="2030-01-31")
    before = everything(app)
    assert plan.person.save(f"{goal}/due", due_on="2030-01-31").status_code == 200
    assert everything(app) == before


@pytest.mark.parametrize(
    "day", ["tomorrow", "2025-02-30", "31.10.2025", "20251031", "2025-W05-1", "0000-01-01", "２０２５-10-31"]
)
def test_what_is_no_day_is_refused_in_a_sentence(app: Flask, plan: Plan, day: str) -> None:
    goal, before = plan.goal("读完论文"), everything(app)
    script = plan.person.save(f"{goal}/due", due_on=day)
    assert (script.status_code, script.get_json()["error"]) == (
        422,
        f"“{day}” is not a day; one is written like 2026-01-31.",
    )
    page = plan.person.send(f"{goal}/due", due_on=day)
    assert page.status_code == 422
    assert {"due_on": day}.items() <= next(f for f in forms_of(page) if f.action == f"{goal}/due").fields.items()
    assert plan.person.save(f"{goal}/due").status_code == 400
    assert everything(app) == before


def test_a_due_day_goes_with_the_export(plan: Plan) -> None:
    plan.person.save(f"{plan.goal('读完论文')}/due", due_on="2030-01-31")
    book = plan.person.send(f"{plan.base}/export", format="json").get_json(force=True)["workbooks"][0]
    assert [goal["due_on"] for goal in book["goals"] if goal["text"] == "读完论文"] == [date(2030, 1, 31).isoformat()]
