"""Preparing a round: picked by tap, key and drag, put in order, printed on one page; all but drag without scripts."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.filled import Filled
from tests.browser.server import Server
from tests.browser.sheet import QUESTIONS
from tests.browser.test_axe import LOOKS, faults
from tests.browser.test_live import SIZES, at_work
from tests.browser.visitor import Visit, Visitor


def open_plan(me: Visitor, server: Server) -> str:
    """A new round of the founding workbook, on the page to prepare it; gives the address of the round."""
    me.open("/workbooks/" + json.loads(server.run("list", "--json"))["workbooks"][0]["id"])
    held = me.add_round("Technical")
    me.page.get_by_role("link", name="Prepare: what to ask").click()
    expect(me.page.get_by_role("heading", level=1)).to_have_text("Prepare: Round 1 · Technical")
    return held


def at_work_here(me: Visitor) -> None:
    """Wait until the script of this page has come, which gives each row a grip; before it a tap sends the form."""
    expect(me.page.locator(".grip").first).to_be_attached()


def row(me: Visitor, question: str) -> Locator:
    return me.page.locator(".plan > li, .offers > li").filter(has_text=question)


def pick(me: Visitor, question: str) -> None:
    row(me, question).get_by_role("button", name="Pick").click()


def see_plan(me: Visitor, *questions: str) -> None:
    """The plan has these questions, in this order, and says so."""
    rows = [re.compile(re.escape(one)) for one in questions]
    expect(me.page.locator(".plan > li > p:first-child")).to_have_text(rows)
    expect(me.page.locator(".plan-sum")).to_contain_text(f"{len(questions)} of 39 picked")


def drag(me: Visitor, question: str, onto: Locator, down: float) -> None:
    """Drag a row by its grip, to that part of the height of another."""
    onto.evaluate("it => it.scrollIntoView({ block: 'center' })")
    grip = row(me, question).locator(".grip")
    grip.hover()
    me.page.mouse.down()
    box = onto.bounding_box()
    assert box
    me.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] * down, steps=5)
    me.page.mouse.up()


def kept(server: Server) -> list[str]:
    """The plan of the only round, as the export says."""
    uid = json.loads(server.run("list", "--json"))["workbooks"][0]["id"]
    book = json.loads(server.run("export", uid, "--format", "json"))["workbooks"][0]
    texts = {one["id"]: one["text"] for one in book["questions"]}
    return [texts[one["question"]] for one in book["rounds"][0]["picks"]]


@pytest.mark.parametrize(("width", "language", "theme"), LOOKS)
def test_axe_finds_nothing_nothing_scrolls_sideways_and_all_is_large_enough(
    running: Server, filled: Filled, visit: Visit, width: int, language: str, theme: str
) -> None:
    me = visit(running, language, width, theme)
    me.open(f"{filled.rounds[2]}/prepare")
    me.page.locator(".offers button").first.click()
    expect(me.page.locator(".plan > li").first).to_be_visible()
    me.page.locator("main details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert faults(me.page) == ""
    assert me.scrolls_sideways() == []
    if width < 700:
        assert me.page.evaluate(SIZES) == []


def test_questions_are_picked_by_tap_by_key_and_by_drag_and_asked_in_that_order(server: Server, visit: Visit) -> None:
    me = visit(server)
    held = open_plan(me, server)
    at_work_here(me)
    pick(me, QUESTIONS[2])
    see_plan(me, QUESTIONS[2])
    expect(row(me, QUESTIONS[3]).get_by_role("button", name="Pick")).to_be_focused()
    me.page.keyboard.press("ArrowDown")
    me.page.keyboard.press("Enter")
    see_plan(me, QUESTIONS[2], QUESTIONS[4])
    drag(me, QUESTIONS[0], row(me, QUESTIONS[2]), 0.9)
    see_plan(me, QUESTIONS[2], QUESTIONS[0], QUESTIONS[4])
    drag(me, QUESTIONS[4], row(me, QUESTIONS[2]), 0.1)
    see_plan(me, QUESTIONS[4], QUESTIONS[2], QUESTIONS[0])
    drag(me, QUESTIONS[6], me.page.locator(".plan-sum"), 0.5)
    see_plan(me, QUESTIONS[4], QUESTIONS[2], QUESTIONS[0], QUESTIONS[6])
    row(me, QUESTIONS[6]).get_by_role("button", name="Take out").click()
    see_plan(me, QUESTIONS[4], QUESTIONS[2], QUESTIONS[0])
    row(me, QUESTIONS[0]).get_by_role("button", name="Take out").focus()
    me.page.keyboard.press("Alt+ArrowUp")
    see_plan(me, QUESTIONS[4], QUESTIONS[0], QUESTIONS[2])
    row(me, QUESTIONS[4]).get_by_role("button", name="Later in the plan").click()
    see_plan(me, QUESTIONS[0], QUESTIONS[4], QUESTIONS[2])
    expect(row(me, QUESTIONS[4]).get_by_role("button", name="Later in the plan")).to_be_focused()
    row(me, QUESTIONS[4]).get_by_role("button", name="Take out").click()
    see_plan(me, QUESTIONS[0], QUESTIONS[2])
    assert kept(server) == [QUESTIONS[0], QUESTIONS[2]]
    me.reload()
    see_plan(me, QUESTIONS[0], QUESTIONS[2])
    me.open(f"{held}/live")
    at_work(me)
    expect(me.box(QUESTIONS[0])).to_be_focused()
    me.page.keyboard.press("Alt+1")
    expect(me.box(QUESTIONS[2])).to_be_focused()
    me.page.keyboard.press("Alt+1")
    expect(me.box(QUESTIONS[1])).to_be_focused()


def test_what_another_page_picked_comes_in_and_rows_can_still_be_dragged(server: Server, visit: Visit) -> None:
    me = visit(server)
    held = open_plan(me, server)
    other = visit(server)
    other.open(f"{held}/prepare")
    pick(other, QUESTIONS[3])
    see_plan(other, QUESTIONS[3])
    me.page.evaluate("dispatchEvent(new Event('focus'))")
    see_plan(me, QUESTIONS[3])
    drag(me, QUESTIONS[0], row(me, QUESTIONS[3]), 0.1)
    see_plan(me, QUESTIONS[0], QUESTIONS[3])


def test_minutes_are_set_in_place_and_said_in_words(server: Server, visit: Visit) -> None:
    me = visit(server, width=390)
    open_plan(me, server)
    pick(me, QUESTIONS[0])
    see_plan(me, QUESTIONS[0])
    row(me, QUESTIONS[0]).get_by_label("min").fill("9")
    me.page.keyboard.press("Tab")
    expect(me.page.locator(".plan-sum")).to_contain_text("9 of 8 minutes")
    expect(me.page.locator(".plan-sum")).to_contain_text("1 minute too long")
    me.page.get_by_label("Minutes for my questions").fill("15")
    me.page.keyboard.press("Tab")
    expect(me.page.locator(".plan-sum")).to_contain_text("6 minutes are left")
    me.write(me.box("What I told them in this round"), "45k")
    me.reload()
    expect(me.box("What I told them in this round")).to_have_value("45k")
    expect(row(me, QUESTIONS[0]).get_by_label("min")).to_have_value("9")


def test_without_a_network_nothing_is_shown_that_is_not_kept(server: Server, visit: Visit) -> None:
    me = visit(server)
    open_plan(me, server)
    at_work_here(me)
    me.page.context.set_offline(True)
    pick(me, QUESTIONS[0])
    expect(me.page.get_by_role("status")).to_have_text("Askback did not answer. Nothing was changed; try again.")
    expect(me.page.locator(".plan > li")).to_have_count(0)
    me.page.context.set_offline(False)
    pick(me, QUESTIONS[0])
    see_plan(me, QUESTIONS[0])


@pytest.mark.parametrize("count", [1, 4, 12])
def test_it_prints_on_one_page(server: Server, visit: Visit, count: int) -> None:
    me = visit(server)
    open_plan(me, server)
    me.page.locator("main details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    for question in QUESTIONS[:count]:
        pick(me, question)
        expect(row(me, question).get_by_role("button", name="Take out")).to_be_visible()
    expect(me.page.get_by_role("button", name="Print on one page")).to_be_visible()
    assert len(re.findall(rb"/Type /Page\b(?!s)", me.page.pdf(format="A4"))) == 1
    me.page.emulate_media(media="print")
    for question in QUESTIONS[:count]:
        expect(row(me, question)).to_be_visible()
        expect(row(me, question).locator(".lines")).to_be_visible()
    for gone in (row(me, QUESTIONS[20]), me.page.locator(".rail"), me.page.get_by_role("button")):
        expect(gone.first).to_be_hidden()
    expect(me.page.locator(".facts")).to_be_visible()


def test_it_is_whole_without_scripts(server: Server, visit: Visit) -> None:
    me = visit(server, width=390, scripts=False)
    open_plan(me, server)
    for question in (QUESTIONS[1], QUESTIONS[0]):
        pick(me, question)
    see_plan(me, QUESTIONS[1], QUESTIONS[0])
    row(me, QUESTIONS[0]).get_by_role("button", name="Earlier").click()
    see_plan(me, QUESTIONS[0], QUESTIONS[1])
    row(me, QUESTIONS[0]).get_by_label("min").fill("7")
    row(me, QUESTIONS[0]).get_by_role("button", name="Set").click()
    expect(me.page.locator(".plan-sum")).to_contain_text("9 of 8 minutes")
    row(me, QUESTIONS[1]).get_by_role("button", name="Take out").click()
    see_plan(me, QUESTIONS[0])
    me.write(me.box("What I told them in this round"), "45k")
    assert kept(server) == [QUESTIONS[0]]
    expect(me.page.get_by_role("button", name="Print on one page")).to_be_hidden()
