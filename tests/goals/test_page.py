"""The page of goals: by horizon, with what is done of each, steps as deep as they go, a fixed number of queries."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from flask import Flask

from tests.conftest import Person
from tests.goals.plan import Plan, begin, in_days
from tests.web.pages import everything, statements_of

HEADINGS = re.compile(r"<h[123][^>]*>(?:<a[^>]*>)?([^<]+)")


def test_goals_stand_by_horizon_whatever_the_order_of_the_sheet(plan: Plan) -> None:
    headings = ["Goals", "Short term", "短期目标（1-2个月）", "Long term", "长期目标", "Without a horizon", "学习计划"]
    assert HEADINGS.findall(plan.page.split("<main")[1]) == headings
    assert re.findall(r'<article[^>]*aria-label="([^"]+)"', plan.page) == ["读完论文", "装好环境", "成为专家", "练英语"]


def test_the_bar_of_a_horizon_names_its_numbers(plan: Plan) -> None:
    assert "1 of 2 done" in plan.page
    assert '<div class="meter"><i class="on"></i><i></i></div>' in plan.page
    plan.person.send(f"{plan.goal('读完论文')}/done", checked="1")
    assert "2 of 2 done" in plan.page
    assert '<div class="meter"><i class="on"></i><i class="on"></i></div>' in plan.page


def test_a_tick_without_script_leads_back_to_this_page(plan: Plan) -> None:
    for box in (f"{plan.goal('读完论文')}/done", *re.findall(r'action="([^"]+/steps/[^"]+)"', plan.page)):
        (form,) = plan.forms(box)
        uid = box.split("/")[-2]
        answer = plan.person.send(box, checked="1", **{"from": form.fields["from"]})
        assert answer.headers["Location"] == f"{plan.base}/goals#b-{uid}"
        assert f'id="b-{uid}"' in plan.page


def test_each_goal_leads_to_where_it_is_edited(plan: Plan) -> None:
    uid = plan.goal("读完论文").split("/")[-1]
    assert f'href="{plan.base}?edit={uid}#edit"' in plan.card("读完论文")


def test_what_was_deleted_is_not_shown(plan: Plan) -> None:
    gone = plan.goal("读完论文")
    assert plan.person.send(f"{gone}/remove").status_code == 303
    assert "读完论文" not in plan.page
    assert "第一篇" not in plan.page
    assert "1 of 1 done" in plan.page
    before = everything(plan.app)
    for verb, fields in (
        ("done", {"checked": "1"}),
        ("notes", {"notes": "x", "version": "0"}),
        ("due", {"due_on": "2026-01-31"}),
        ("reasons", {"reason": plan.uid("**Rust**")}),
    ):
        assert plan.person.send(f"{gone}/{verb}", **fields).status_code == 410, verb
    assert everything(plan.app) == before


def test_a_sheet_without_goals_says_what_belongs_here(app: Flask, person: Person) -> None:
    plan = begin(app, person, "# x\n\n## 面试问题\n\n1. 为什么？\n")
    main = plan.page.split("<main")[1]
    assert "What you want to learn for this opening" in main
    assert f'<a class="button" href="{plan.base}">' in main
    assert "<article" not in main


def test_steps_stand_beneath_each_other_to_any_depth(app: Flask, person: Person) -> None:
    deep = 39  # as deep as a file is read
    steps = "".join(f"{'  ' * (n + 1)}- [ ] step {n}\n" for n in range(deep))
    plan = begin(app, person, f"# x\n\n## Short-term goals\n\n- [ ] learn\n{steps}  - [ ] last\n- [ ] other\n")
    tree = _Tree()
    tree.feed(plan.card("learn"))
    assert tree.depths == {**{f"step {n}": n + 1 for n in range(deep)}, "last": 1}
    assert not tree.open


class _Tree(HTMLParser):
    """How deep each step stands, in lists that all end."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.depths: dict[str, int] = {}

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "li"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "li"):
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.startswith(("step", "last")):
            assert self.open == ["ul", "li"] * (len(self.open) // 2)
            self.depths[data] = len(self.open) // 2


@pytest.fixture
def many(person: Person) -> str:
    """The address of a workbook with three hundred goals, each with a step and a reason."""
    book = {
        "id": "many",
        "title": "many",
        "sections": [
            {"id": "s0", "path": [], "level": 0, "kind": "document", "position": 0},
            {"id": "s1", "path": ["Goals (30 days)"], "level": 1, "kind": "goals", "position": 1, "section": "s0"},
        ],
        "requirements": [{"id": "r", "section": "s1", "position": 2, "text": "r", "status": "learning"}],
        "goals": [
            {
                "id": f"g{n}",
                "section": "s1",
                "position": 10 + n,
                "text": f"goal {n}",
                "horizon": ("short", "mid", "long", None)[n % 4],
                "notes": "a [link](https://example.org)",
                "due_on": "2026-01-31" if n % 2 else None,
                "why": ["r"],
                "steps": [{"id": f"t{n}", "text": "step", "section": "s1", "position": 1000 + n}],
            }
            for n in range(300)
        ],
    }
    text = json.dumps({"format": "askback", "version": 1, "workbooks": [book]})
    return str(person.send("/import", text=text).headers["Location"])


def test_the_page_asks_the_same_number_of_questions_of_many_goals_as_of_few(
    app: Flask, person: Person, plan: Plan, many: str
) -> None:
    # the workbook, its sections, facts, goals, steps and reasons; and what may be a reason, where one is chosen
    for base, first in ((plan.base, plan.goal("读完论文").split("/")[-1]), (many, "g0")):
        assert statements_of(app, lambda base=base: person.get(f"{base}/goals")) == 6  # type: ignore[misc]
        choosing = f"{base}/goals?why={first}"
        assert statements_of(app, lambda choosing=choosing: person.get(choosing)) == 7  # type: ignore[misc]


def test_saying_something_of_a_goal_asks_a_fixed_number(app: Flask, plan: Plan) -> None:
    goal, token = plan.goal("读完论文"), plan.person.token
    why = plan.uid("**大模型应用**")

    def asks(path: str, **fields: str) -> int:
        return statements_of(app, lambda: plan.person.client.post(path, data={"csrf_token": token, **fields}))

    assert asks(f"{goal}/due", due_on=in_days(1)) == 2  # the goal, its day
    assert asks(f"{goal}/notes", notes="x", version="0") == 3  # the goal, its notes, the new ones
    assert asks(f"{goal}/reasons", reason=why) == 4  # the goal, the requirement, whether it is one, the reason
    assert asks(f"{goal}/reasons/{why}/remove") == 3  # the goal, the requirement, the reason
