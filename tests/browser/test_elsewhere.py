"""Other tabs and devices: what they save comes in, what is being written stays, and conflicts wait for a person."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.server import Server
from tests.browser.sheet import QUESTIONS, SIGNALS, TITLE
from tests.browser.visitor import Visit, Visitor, form_of

ASKED, OTHER = QUESTIONS[3], QUESTIONS[4]


def sheet(server: Server, visit: Visit, width: int = 1280) -> Visitor:
    """Another device on the sheet."""
    me = visit(server, width=width)
    me.open("/")
    me.page.get_by_role("link", name=TITLE).click()
    expect(me.page.locator("html.js")).to_be_attached()
    return me


def look(me: Visitor) -> None:
    """The person comes back to the window, once its first question was answered."""
    with me.page.expect_response("**/pulse"):
        me.page.evaluate("dispatchEvent(new Event('focus'))")


@pytest.fixture
def devices(server: Server, visit: Visit) -> tuple[Visitor, Visitor]:
    """A computer and a phone on the same sheet."""
    return sheet(server, visit), sheet(server, visit, 390)


def panel(me: Visitor) -> Locator:
    return me.page.get_by_role("group", name="Two texts", exact=True)


def test_what_one_tab_saves_stands_in_the_other_at_once(server: Server, visit: Visit) -> None:
    me = sheet(server, visit)
    tab = Visitor(me.page.context.new_page(), server)
    tab.page.goto(me.page.url)
    expect(tab.page.locator("html.js")).to_be_attached()
    me.write(me.box(ASKED), "said in the first tab")
    me.tick(me.page.get_by_role("checkbox", name=SIGNALS[0], exact=True))
    expect(tab.box(ASKED)).to_have_value("said in the first tab")
    expect(tab.page.get_by_role("checkbox", name=SIGNALS[0], exact=True)).to_be_checked()
    tab.write(tab.box(ASKED), "!")  # upon the new version: no conflict
    expect(panel(tab)).to_have_count(0)


def test_what_another_device_saved_comes_in_when_one_looks(devices: tuple[Visitor, Visitor]) -> None:
    me, phone = devices
    look(phone)
    me.write(me.box(ASKED), "said at the desk")
    me.tick(me.page.get_by_role("checkbox", name=SIGNALS[0], exact=True))
    look(phone)
    expect(phone.box(ASKED)).to_have_value("said at the desk")
    expect(phone.page.get_by_role("checkbox", name=SIGNALS[0], exact=True)).to_be_checked()
    phone.write(phone.box(ASKED), ", and on the phone")
    look(me)
    expect(me.box(OTHER)).to_have_value("")


def test_a_box_somebody_writes_in_is_not_disturbed(devices: tuple[Visitor, Visitor]) -> None:
    me, phone = devices
    look(phone)
    phone.page.route("**/answer", lambda route: route.abort())
    box = phone.box(ASKED)
    box.press_sequentially("written on the phone")
    expect(form_of(box)).to_have_attribute("data-state", "kept")
    me.write(me.box(ASKED), "said at the desk")
    me.write(me.box(OTHER), "something else")
    look(phone)
    expect(phone.box(OTHER)).to_have_value("something else")
    expect(box).to_have_value("written on the phone")
    expect(box).to_be_focused()
    phone.page.unroute_all()
    phone.page.evaluate("dispatchEvent(new Event('online'))")
    expect(panel(phone)).to_contain_text("said at the desk")
    expect(box).to_have_value("written on the phone")


def conflict(me: Visitor, phone: Visitor) -> Locator:
    me.write(me.box(ASKED), "line one\nfrom the desk")
    box = phone.box(ASKED)
    box.fill("line one\nfrom the phone")
    expect(form_of(box)).to_have_attribute("data-state", "conflict")
    return box


def test_both_in_one_is_proposed_and_can_be_taken_back(devices: tuple[Visitor, Visitor]) -> None:
    me, phone = devices
    box = conflict(me, phone)
    phone.press("Both in one", panel(phone))
    expect(box).to_have_value("line one\nfrom the desk\nfrom the phone")
    expect(form_of(box)).to_have_attribute("data-state", "saved")
    phone.press("Undo", panel(phone))
    expect(box).to_have_value("line one\nfrom the phone")
    phone.press("Keep mine", panel(phone))
    expect(form_of(box)).to_have_attribute("data-state", "saved")
    phone.reload()
    expect(phone.box(ASKED)).to_have_value("line one\nfrom the phone")
    expect(phone.page.locator("#two")).to_have_count(0)


def test_an_open_conflict_is_listed_for_every_device_and_decided_on_any(devices: tuple[Visitor, Visitor]) -> None:
    me, phone = devices
    conflict(me, phone)
    me.open("/")
    me.page.get_by_role("link", name="One text waits for you to decide").click()
    me.page.locator("#two").get_by_role("link", name=ASKED).click()
    expect(me.box(ASKED)).to_have_value("line one\nfrom the phone")
    me.press("Keep the other")
    expect(me.box(ASKED)).to_have_value("line one\nfrom the desk")
    expect(me.page.locator("#two")).to_have_count(0)

    phone.reload()
    expect(phone.box(ASKED)).to_have_value("line one\nfrom the desk")
    expect(phone.page.get_by_role("status")).to_contain_text("decided on another page")
    expect(panel(phone)).to_have_count(0)
    phone.reload()
    expect(phone.page.locator("#two")).to_have_count(0)
