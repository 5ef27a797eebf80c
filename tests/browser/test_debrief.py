"""The debrief: two minutes on a phone; what one thinks now comes before what one thought then."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.filled import Filled
from tests.browser.server import Server
from tests.browser.sheet import QUESTIONS, SIGNALS
from tests.browser.test_axe import LOOKS, faults
from tests.browser.test_live import SIZES
from tests.browser.test_network import SOON
from tests.browser.visitor import Visit, Visitor


def open_debrief(me: Visitor, server: Server) -> str:
    """A second round of the founding workbook, on its debrief; the first one has a verdict. Gives its address."""
    me.open("/workbooks/" + json.loads(server.run("list", "--json"))["workbooks"][0]["id"])
    first = me.add_round("HR")
    me.open(f"{first}/debrief")
    me.tick(verdict(me, "Strong no"))
    me.open(first.partition("/rounds/")[0])
    held = me.add_round("Technical")
    me.open(f"{held}/debrief")
    return held


def verdict(me: Visitor, word: str) -> Locator:
    return me.page.get_by_role("radio", name=me.word(word))


def kept(server: Server) -> dict[str, object]:
    """The last round, as the export says."""
    uid = json.loads(server.run("list", "--json"))["workbooks"][0]["id"]
    rounds: list[dict[str, object]] = json.loads(server.run("export", uid, "--format", "json"))["workbooks"][0][
        "rounds"
    ]
    return rounds[-1]


@pytest.mark.parametrize(("width", "language", "theme"), LOOKS)
def test_axe_finds_nothing_nothing_scrolls_sideways_and_all_is_large_enough(
    running: Server, filled: Filled, visit: Visit, width: int, language: str, theme: str
) -> None:
    me = visit(running, language, width, theme)
    me.open(f"{filled.rounds[1]}/debrief")
    verdict(me, "Rather yes").check()
    me.page.get_by_placeholder(me.word("What is to be done")).fill("写感谢信")
    me.press(me.word("Add"), me.page.locator(".leave"))
    expect(me.page.locator(".follow-ups > li").last).to_be_visible()
    me.page.locator("main details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert faults(me.page) == ""
    assert me.scrolls_sideways() == []
    if width < 700:
        assert me.page.evaluate(SIZES) == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_whole_of_it(server: Server, visit: Visit, scripts: bool) -> None:
    me = visit(server, width=390, scripts=scripts)
    held = open_debrief(me, server)
    expect(me.page.locator("#verdict")).not_to_contain_text("Strong no Strong no")
    expect(me.page.locator(".verdicts")).to_have_count(0)
    me.tick(verdict(me, "Rather yes"))
    expect(me.page.locator(".verdicts")).to_contain_text("Strong no")
    me.write(me.box("Notes on this round"), "quick")
    me.tick(me.radio(me.signal(SIGNALS[1]), "not_seen"))
    me.write(me.box(f"Evidence for “{SIGNALS[1]}”"), "not a word")
    me.tick(me.page.get_by_role("checkbox", name="They were late"))
    me.write(me.box("How they run it"), "20 min")
    me.write(me.box("What I told them in this round"), "45k")
    for text in ("Write to them", "Send the sketch"):
        me.page.get_by_placeholder("What is to be done").fill(text)
        me.press("Add", me.page.locator(".leave"))
        expect(me.box(text)).to_be_visible()
    row = me.page.locator(".follow-ups > li").first
    row.get_by_label("Due day").fill("2031-01-31")
    if not scripts:
        row.get_by_role("button", name="Set").click()
    expect(row.locator("time")).to_have_text("by Jan 31, 2031")
    me.tick(me.page.get_by_role("checkbox", name="Send the sketch"))
    me.page.locator(".follow-ups > li").first.get_by_role("button", name="Delete").click()
    expect(me.box("Write to them")).to_have_count(0)
    me.press("Undo")
    expect(me.box("Write to them")).to_be_visible()
    told = kept(server)
    assert (told["verdict"], told["process"], told["process_note"]) == ("yes", ["late"], "20 min")
    left = told["follow_ups"]
    assert isinstance(left, list)
    assert [(one["text"], one["due_on"], one["done"]) for one in left] == [
        ("Write to them", "2031-01-31", False),
        ("Send the sketch", None, True),
    ]
    me.press("The debrief is done")
    me.page.wait_for_url(f"**{held}")
    assert kept(server)["state"] == "debriefed"


def test_without_a_network_all_of_it_waits_on_the_device(server: Server, visit: Visit) -> None:
    me = visit(server, width=390)
    open_debrief(me, server)
    expect(me.page.locator("copy-text:defined")).to_be_attached()
    me.page.context.set_offline(True)
    verdict(me, "Rather no").check()
    me.page.get_by_role("checkbox", name="They went silent").check()
    me.page.get_by_placeholder("What is to be done").fill("Write to them")
    me.page.keyboard.press("Enter")
    expect(me.page.get_by_placeholder("What is to be done")).to_have_value("")
    expect(me.page.locator("waiting-list summary")).to_contain_text("3")
    expect(me.page.locator(".verdicts")).to_have_count(0)
    me.page.context.set_offline(False)
    expect(me.page.locator("waiting-list")).to_be_hidden(timeout=SOON)
    expect(me.page.locator(".verdicts")).to_contain_text("Strong no")
    expect(me.box("Write to them")).to_be_visible()
    told = kept(server)
    assert (told["verdict"], told["process"]) == ("no", ["silent"])


def test_the_note_is_copied_as_it_was_changed(server: Server, visit: Visit) -> None:
    me = visit(server)
    me.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    held = open_debrief(me, server)
    me.open(f"{held}/live")
    me.write(me.box(QUESTIONS[0]), "by gateway")
    me.press("Answered")
    me.page.get_by_role("link", name="The call is over").click()
    note = me.box("A thank-you note")
    expect(note).to_have_value(
        f"Hello,\n\nthank you for taking the time to talk with me.\n\n"
        f"What stayed with me:\n- {QUESTIONS[0]} – by gateway\n\nKind regards"
    )
    note.fill("Thanks!")
    me.press("Copy")
    expect(me.page.get_by_role("status")).to_have_text("Copied")
    assert me.page.evaluate("navigator.clipboard.readText()") == "Thanks!"
