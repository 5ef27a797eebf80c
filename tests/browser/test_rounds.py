"""Rounds as they are used: arranged in a panel, deleted while somebody still types, and signals ticked by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.filled import Filled
from tests.browser.server import Server
from tests.browser.sheet import QUESTIONS, SIGNALS
from tests.browser.test_axe import LOOKS, faults
from tests.browser.visitor import Visit, form_of


@pytest.mark.parametrize(("width", "language", "theme"), LOOKS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    running: Server, filled: Filled, visit: Visit, width: int, language: str, theme: str
) -> None:
    me = visit(running, language, width, theme)
    me.open(filled.rounds[0])
    question = me.page.locator("a.over").nth(1).get_attribute("href") or ""
    for path in (f"{filled.rounds[0]}?edit=1", question, f"{filled.sheet}/signals"):
        me.open(path)
        me.page.locator("main details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
        assert faults(me.page) == "", path
        assert me.scrolls_sideways() == [], path


@pytest.mark.parametrize("scripts", [True, False])
def test_a_round_is_arranged_in_its_panel(server: Server, visit: Visit, scripts: bool) -> None:
    me = visit(server, width=390, scripts=scripts)
    me.open("/")
    me.page.get_by_role("link").filter(has_text="剪映").first.click()
    me.add_round("Technical")
    me.page.get_by_role("link", name=me.word("Edit"), exact=True).click()
    panel = me.page.get_by_role("group", name=re.compile("^Edit"))
    panel.get_by_label(me.word("Name"), exact=True).fill("技术一面")
    panel.get_by_label(me.word("Starts"), exact=True).fill("2026-12-01T15:00")
    panel.get_by_label(me.word("Minutes"), exact=True).fill("45")
    panel.get_by_label(me.word("Place or link"), exact=True).fill("https://meet.example.org/1")
    panel.get_by_label(me.word("Name of person %(number)s", number=1), exact=True).fill("王磊")
    me.press(me.word("Save the round"), panel)
    expect(me.page.get_by_role("heading", level=1)).to_have_text("技术一面")
    expect(me.page.get_by_role("link", name="https://meet.example.org/1")).to_be_visible()
    expect(me.page.locator(".facts")).to_contain_text("王磊")
    with me.page.expect_download() as found:
        me.page.get_by_role("link", name=me.word("For my calendar")).click()
    assert b"DTSTART;TZID=Asia/Shanghai:20261201T150000" in found.value.path().read_bytes()
    me.press(me.word("Live"))
    expect(me.page.get_by_role("button", name=me.word("Live"))).to_have_attribute("aria-pressed", "true")


def test_a_round_deleted_while_another_tab_types_into_it_keeps_the_words(server: Server, visit: Visit) -> None:
    me = visit(server)
    me.open("/")
    me.page.get_by_role("link").filter(has_text="剪映").first.click()
    held = me.add_round("HR")
    other = me.page.context.new_page()
    other.goto(f"{server.url}{held}?edit=1")
    other.get_by_role("button", name=me.word("Delete the round")).click()
    expect(other.get_by_role("button", name=me.word("Undo"))).to_be_visible()
    box = me.box(QUESTIONS[0])
    box.press_sequentially("他说两周之内答复")
    expect(form_of(box)).to_have_attribute("data-state", "refused")
    expect(box).to_have_value("他说两周之内答复")
    box.blur()  # leaving the box tries once more
    expect(form_of(box)).to_have_attribute("data-state", "refused")
    me.page.locator("waiting-list summary").click()
    waiting = me.page.locator("waiting-list li")
    expect(waiting.locator(".notes")).to_have_text("他说两周之内答复")
    expect(waiting.locator(".notes")).to_be_visible()
    with other.expect_navigation():
        other.get_by_role("button", name=me.word("Undo")).click()
    me.press(me.word("Try again"), waiting)
    expect(form_of(box)).to_have_attribute("data-state", "saved")
    other.reload()
    expect(other.get_by_role("textbox", name=QUESTIONS[0], exact=True)).to_have_value("他说两周之内答复")


def test_the_matrix_is_ticked_by_arrows_and_space_and_its_sums_follow(server: Server, visit: Visit) -> None:
    me = visit(server)
    me.open("/")
    me.page.get_by_role("link").filter(has_text="剪映").first.click()
    sheet = me.page.url.removeprefix(server.url)
    for kind in ("HR", "Technical"):
        me.open(sheet)
        me.add_round(kind)
    me.open(f"{sheet}/signals")
    cells = me.page.locator(".matrix .cell")
    me.radio(me.signal(SIGNALS[0], cells.nth(0)), "unasked").focus()
    me.page.keyboard.press("ArrowRight")
    me.page.keyboard.press("ArrowDown")
    me.page.keyboard.press("Space")
    seen = me.radio(me.signal(SIGNALS[1], cells.nth(3)), "seen")
    expect(seen).to_be_checked()
    expect(seen).to_be_focused()
    expect(me.page.locator(".sum").nth(1)).to_contain_text("+1")
    expect(seen).to_be_focused()
    me.page.keyboard.press("Space")
    expect(me.radio(me.signal(SIGNALS[1], cells.nth(3)), "not_seen")).to_be_checked()
    expect(me.page.locator(".sum").nth(1)).not_to_contain_text("+1")
    assert me.page.locator(".matrix :checked:not([value=unasked])").count() == 1
    me.reload()
    expect(me.radio(me.signal(SIGNALS[1], cells.nth(3)), "not_seen")).to_be_checked()
