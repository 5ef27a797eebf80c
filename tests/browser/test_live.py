"""The page for the call: what fits above a keyboard, the next question without a request, the question alone."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.filled import Filled
from tests.browser.server import Server
from tests.browser.sheet import QUESTIONS, SIGNALS
from tests.browser.test_axe import LOOKS, faults
from tests.browser.test_network import SOON
from tests.browser.test_offline import kept_page
from tests.browser.visitor import Visit, Visitor, form_of

SIZES = """() => [...document.querySelectorAll("a, button, summary, input, textarea, :is(.trio, .mark) label")]
  .filter((one) => one.checkVisibility() && !one.matches(".skip, [type=radio], [type=checkbox]"))
  .map((one) => [one.textContent.trim() || one.name, one.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.height < 43.9 || box.width < 43.9))
  .map(([name, box]) => `${name} ${box.width} x ${box.height}`)"""


def open_live(me: Visitor, server: Server) -> str:
    """A new round of the founding workbook, on its live page; gives the address of the round."""
    me.open("/workbooks/" + json.loads(server.run("list", "--json"))["workbooks"][0]["id"])
    held = me.add_round("Technical")
    me.open(f"{held}/live")
    at_work(me)
    expect(me.box(QUESTIONS[0])).to_be_focused()
    return held


def at_work(me: Visitor) -> None:
    """Wait until the scripts have come: the box has the focus before."""
    expect(me.page.get_by_role("button", name=me.word("Show the question alone"))).to_be_visible()


def ask(me: Visitor, question: str) -> None:
    """Ask a question that is not on the sheet."""
    me.page.locator(".ask-now summary").click()
    field = me.page.get_by_placeholder("The question")
    if me.scripts:
        expect(field).to_be_focused()
    field.fill(question)
    me.press("Ask it")
    expect(me.box(question)).to_be_focused()


def asked(me: Visitor) -> str:
    """The one question that is shown."""
    (text,) = me.page.get_by_role("heading", level=2).all_inner_texts()
    return text


def answers(me: Visitor, server: Server) -> dict[str, tuple[str, str | None]]:
    """What was answered in the only round, and what became of it, as the export says."""
    uid = json.loads(server.run("list", "--json"))["workbooks"][0]["id"]
    book = json.loads(server.run("export", uid, "--format", "json"))["workbooks"][0]
    return {one["text"]: (said["body"], said["outcome"]) for one in book["questions"] for said in one["answers"]}


@pytest.mark.parametrize(("width", "language", "theme"), LOOKS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    running: Server, filled: Filled, visit: Visit, width: int, language: str, theme: str
) -> None:
    me = visit(running, language, width, theme)
    me.open(f"{filled.rounds[0]}/live")
    assert faults(me.page) == ""
    me.page.locator("main details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert faults(me.page) == ""
    assert me.scrolls_sideways() == []


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_question_box_and_buttons_are_in_sight_above_a_keyboard(
    running: Server, filled: Filled, visit: Visit, language: str
) -> None:
    me = visit(running, language, 390)
    me.page.set_viewport_size({"width": 390, "height": 400})
    me.open(f"{filled.rounds[0]}/live")
    at_work(me)
    shown = me.page.locator(".asked-one:not([hidden])")
    for part in (shown.locator("h2"), shown.locator("textarea"), *shown.locator("[name=outcome]").all()):
        expect(part).to_be_in_viewport(ratio=1)
    expect(shown.locator("textarea")).to_be_focused()
    me.page.locator("main details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert me.page.evaluate(SIZES) == []


def test_the_next_question_is_there_without_a_network_and_all_is_kept(server: Server, visit: Visit) -> None:
    me = visit(server, width=390)
    open_live(me, server)
    me.page.context.set_offline(True)
    place = me.page.locator("[name=outcome]:visible").first.bounding_box()
    way = me.page.get_by_role("link", name="Signals").bounding_box()
    me.press("Start")
    expect(me.page.locator("live-clock")).to_have_text(re.compile(r"\d+:\d\d"))
    for number, outcome in enumerate(("Answered", "Evaded", "Later")):
        assert asked(me) == QUESTIONS[number]
        expect(me.box(QUESTIONS[number])).to_be_focused()
        me.page.keyboard.type(f"said {number}")
        me.press(outcome)
        assert asked(me) == QUESTIONS[number + 1]
        assert me.page.locator("[name=outcome]:visible").first.bounding_box() == place
    ask(me, "Who reviews?")
    me.page.keyboard.type("nobody")
    me.press("Evaded")
    assert asked(me) == QUESTIONS[3]  # it came in between
    expect(me.page.locator("waiting-list summary")).to_be_visible()
    expect(me.page.get_by_role("status")).to_have_css("clip-path", "inset(50%)")  # it would cover what is tapped
    assert me.page.get_by_role("link", name="Signals").bounding_box() == way
    me.page.context.set_offline(False)
    expect(me.page.locator("waiting-list")).to_be_hidden(timeout=SOON)
    assert answers(me, server) == {
        QUESTIONS[0]: ("said 0", "answered"),
        QUESTIONS[1]: ("said 1", "evaded"),
        QUESTIONS[2]: ("said 2", "later"),
        "Who reviews?": ("nobody", "evaded"),
    }


def test_what_was_asked_on_the_spot_outlives_a_reload_without_a_network(server: Server, visit: Visit) -> None:
    me = visit(server, width=390, worker=True)
    open_live(me, server)
    kept_page(me.page, QUESTIONS[0])
    server.kill()
    ask(me, "Who reviews?")
    me.page.keyboard.type("nobody")
    expect(form_of(me.box("Who reviews?"))).to_have_attribute("data-state", "kept")
    ask(me, "And who decides?")
    for _again in range(2):
        me.page.reload()
        at_work(me)
        expect(me.box("And who decides?")).to_be_focused()
        assert me.page.locator(".asked-one h2").all_text_contents()[:4] == [
            QUESTIONS[0],
            "Who reviews?",
            "And who decides?",
            QUESTIONS[1],
        ]
    me.page.keyboard.press("Alt+ArrowUp")
    expect(me.box("Who reviews?")).to_have_value("nobody")
    me.press("Evaded")
    server.start()
    with me.page.expect_response(lambda response: response.url.endswith("/outcome")) as last:  # said last, sent last
        me.page.evaluate("dispatchEvent(new Event('online'))")
    assert last.value.ok
    me.page.reload()
    at_work(me)
    expect(me.page.locator(".asked-one")).to_have_count(len(QUESTIONS) + 2)
    assert me.page.locator(".asked-one h2").all_text_contents().count("Who reviews?") == 1
    assert answers(me, server) == {"Who reviews?": ("nobody", "evaded")}


def test_what_was_tapped_without_a_network_can_be_let_go(server: Server, visit: Visit) -> None:
    me = visit(server)
    open_live(me, server)
    me.page.context.set_offline(True)
    me.press("Evaded")
    me.page.keyboard.press("Alt+ArrowUp")
    button = me.page.get_by_role("button", name="Evaded")
    expect(button).to_have_attribute("aria-pressed", "true")
    me.page.locator("waiting-list summary").click()
    me.press("Discard")
    expect(button).to_have_attribute("aria-pressed", "false")
    me.page.context.set_offline(False)
    assert answers(me, server) == {}


def test_keys_say_what_became_of_it_and_escape_shows_the_question_alone(server: Server, visit: Visit) -> None:
    me = visit(server)
    open_live(me, server)
    me.page.keyboard.type("one")
    me.page.keyboard.press("Control+Enter")
    me.page.keyboard.type("two")
    me.page.keyboard.press("Alt+2")
    me.page.keyboard.press("Alt+3")
    assert asked(me) == QUESTIONS[3]
    me.page.keyboard.press("Alt+ArrowUp")
    assert asked(me) == QUESTIONS[2]
    expect(me.page.get_by_role("button", name="Later")).to_have_attribute("aria-pressed", "true")
    me.page.keyboard.press("Escape")
    expect(me.page.locator(".bar")).to_be_hidden()
    expect(me.page.get_by_role("button", name="Answered")).to_be_hidden()
    assert asked(me) == QUESTIONS[2]
    assert me.page.title() == QUESTIONS[2]
    me.page.keyboard.type("written unseen")
    expect(form_of(me.box(QUESTIONS[2]))).to_have_attribute("data-state", "saved")
    me.page.reload()
    expect(me.page.locator("html")).to_have_class(re.compile("covered"))
    assert asked(me) == QUESTIONS[2]
    expect(me.page.locator(".bar")).to_be_hidden()
    expect(me.box(QUESTIONS[2])).to_be_focused()
    me.page.keyboard.press("Escape")
    expect(me.page.locator(".bar")).to_be_visible()
    expect(me.box(QUESTIONS[2])).to_have_value("written unseen")
    me.reload()
    assert asked(me) == QUESTIONS[3]  # the first without an outcome
    assert answers(me, server) == {
        QUESTIONS[0]: ("one", "answered"),
        QUESTIONS[1]: ("two", "evaded"),
        QUESTIONS[2]: ("written unseen", "later"),
    }


def test_a_double_tap_and_a_key_held_down_say_it_once(server: Server, visit: Visit) -> None:
    me = visit(server)
    open_live(me, server)
    me.page.get_by_role("button", name="Answered").dblclick()
    assert asked(me) == QUESTIONS[1]
    me.page.keyboard.down("Alt")
    for _time in range(3):  # down again without up is how a key that is held repeats
        me.page.keyboard.down("2")
    me.page.keyboard.up("2")
    me.page.keyboard.up("Alt")
    assert asked(me) == QUESTIONS[2]


def test_signals_are_one_tap_away_and_the_question_stays(server: Server, visit: Visit) -> None:
    me = visit(server, width=390)
    held = open_live(me, server)
    me.page.locator(".bar").get_by_role("link", name="Signals").click()
    me.tick(me.radio(me.signal(SIGNALS[0]), "seen"))
    me.write(me.box(me.word("Evidence for “%(signal)s”", signal=SIGNALS[0])), "said so")
    assert asked(me) == QUESTIONS[0]
    me.open(held)
    expect(me.radio(me.signal(SIGNALS[0]), "seen")).to_be_checked()


def test_signals_and_question_are_seen_together(running: Server, filled: Filled, visit: Visit) -> None:
    me = visit(running, width=390)
    me.open(f"{filled.rounds[0]}/live")
    at_work(me)
    question = me.page.locator(".asked-one:not([hidden]) h2")
    me.page.get_by_role("link", name="Signals").click()
    expect(question).to_be_in_viewport(ratio=1)
    expect(me.signal(SIGNALS[1])).to_be_in_viewport(ratio=1)
    me.page.set_viewport_size({"width": 1280, "height": 700})
    me.page.reload()
    at_work(me)
    expect(question).to_be_in_viewport(ratio=1)
    expect(me.signal(SIGNALS[1])).to_be_in_viewport(ratio=1)


def test_escape_shows_the_question_wherever_one_has_scrolled_to(running: Server, filled: Filled, visit: Visit) -> None:
    me = visit(running, width=390)
    me.page.set_viewport_size({"width": 390, "height": 400})
    me.open(f"{filled.rounds[0]}/live")
    at_work(me)
    me.page.get_by_role("link", name="Signals").click()
    me.page.evaluate("scrollTo({ top: 300, behavior: 'instant' })")
    me.page.keyboard.press("Escape")
    expect(me.page.locator(".asked-one:not([hidden]) h2")).to_be_in_viewport(ratio=1)
    me.page.keyboard.press("Escape")
    assert me.page.evaluate("scrollY") == 300


def test_what_is_said_of_a_refused_question_is_kept(server: Server, visit: Visit) -> None:
    me = visit(server)
    held = open_live(me, server)
    server.run("remove", held.split("/")[2])
    ask(me, "Who reviews?")
    me.page.keyboard.type("nobody")
    expect(form_of(me.box("Who reviews?"))).to_have_attribute("data-state", "kept")
    me.page.locator("waiting-list summary").click()
    expect(me.page.locator("waiting-list")).to_contain_text("Who reviews?")


def test_it_is_whole_without_scripts(server: Server, visit: Visit) -> None:
    me = visit(server, width=390, scripts=False)
    me.open("/workbooks/" + json.loads(server.run("list", "--json"))["workbooks"][0]["id"])
    me.open(f"{me.add_round('HR')}/live")
    me.press("Start")
    assert me.page.locator("live-clock").evaluate("it => it.scrollWidth <= it.clientWidth")
    assert asked(me) == QUESTIONS[0]
    me.write(me.box(QUESTIONS[0]), "by hand")
    me.press("Answered")
    assert asked(me) == QUESTIONS[1]
    me.page.get_by_role("link", name="Next question").click()
    assert asked(me) == QUESTIONS[2]
    ask(me, "Who reviews?")
    me.box("Who reviews?").fill("nobody")
    me.press("Evaded")
    assert asked(me) == QUESTIONS[2]  # it came in between
    assert answers(me, server) == {QUESTIONS[0]: ("by hand", "answered"), "Who reviews?": ("nobody", "evaded")}
    me.page.get_by_role("link", name="The call is over").click()
    me.page.get_by_role("link", name="Round 1 · HR").first.click()  # from the debrief back to the round
    expect(me.box("Who reviews?")).to_have_value("nobody")
