"""Everybody can use every page: axe finds nothing, and the keyboard reaches everything."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.filled import Filled
from tests.browser.server import Server
from tests.browser.sheet import GOALS, QUESTIONS, SIGNALS, TITLE
from tests.browser.visitor import Visit, Visitor, form_of

LOOKS = (
    (390, "zh-Hans", "light"),
    (1280, "zh-Hans", "dark"),
    (390, "en", "dark"),
    (1280, "en", "light"),
)

STILL = """Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect.target.checkVisibility({ contentVisibilityAuto: true }))
  .filter((one) => one.playState === "running" && Number.isFinite(one.effect.getComputedTiming().endTime))
  .map((one) => one.finished))"""


def faults(page: Page) -> str:
    """What axe finds, in words; "" where it finds nothing. A page that still fades in has no colours of its own yet."""
    page.evaluate(STILL)
    found = Axe().run(page)
    return "" if found.violations_count == 0 else found.generate_report()


@pytest.mark.parametrize(("width", "language", "theme"), LOOKS)
def test_axe_finds_nothing_on_any_page(
    running: Server, filled: Filled, visit: Visit, width: int, language: str, theme: str
) -> None:
    me = visit(running, language, width, theme)
    for path in (
        "/",
        filled.sheet,
        f"{filled.sheet}/rounds",
        filled.rounds[0],
        f"{filled.rounds[0]}/debrief",
        f"{filled.sheet}/signals",
        "/import",
        "/settings",
        "/bin",
        "/nowhere",
    ):
        me.open(path)
        assert faults(me.page) == "", path
    me.open("/import")
    me.press(me.word("Import"))
    expect(me.page.get_by_role("alert")).to_be_visible()
    assert faults(me.page) == "", "the import that was refused"
    assert me.page.locator("h1").count() == 1


@pytest.mark.parametrize(("width", "language", "theme"), LOOKS[1:3])
def test_axe_finds_nothing_where_there_is_nothing_yet(
    empty_server: Server, visit: Visit, width: int, language: str, theme: str
) -> None:
    me = visit(empty_server, language, width, theme)
    for path in ("/", "/bin"):
        me.open(path)
        assert faults(me.page) == "", path
    me.open("/")
    me.press(me.word("Start with the starter sheet"))
    sheet = me.page.url.removeprefix(empty_server.url)
    for path in (f"{sheet}/rounds", f"{sheet}/signals"):
        me.open(path)
        me.page.locator("summary", has_text=me.word("Add a round")).first.click()
        assert faults(me.page) == "", path


@pytest.mark.parametrize(("width", "language", "theme"), LOOKS)
def test_axe_finds_nothing_where_two_texts_meet(
    running: Server, filled: Filled, visit: Visit, width: int, language: str, theme: str
) -> None:
    asked = QUESTIONS[30 + LOOKS.index((width, language, theme))]
    me, plain = visit(running, language, width, theme), visit(running, language, width, theme, scripts=False)
    me.open(filled.sheet)
    plain.open(filled.sheet)
    first, second = me.box(asked), plain.box(asked)
    me.write(first, "one")
    second.fill("two")
    plain.press(plain.word("Save"), form_of(second))
    expect(plain.page.get_by_role("alert")).to_be_visible()
    # axe is a script: the same page, as the browser holds it, is looked at where scripts run.
    html = plain.page.content()
    plain.press(plain.word("Save what is in the box"))
    first.press_sequentially(" more")
    expect(form_of(first)).to_have_attribute("data-state", "conflict")
    assert faults(me.page) == "", "both texts on the sheet"
    me.page.route("**/answer", lambda route: route.fulfill(status=409, content_type="text/html", body=html))
    me.open(f"{filled.sheet}/answer")
    assert faults(me.page) == "", "both texts on a page of their own"


@pytest.mark.parametrize(("width", "language", "theme"), LOOKS)
def test_axe_finds_nothing_where_words_wait(
    server: Server, visit: Visit, width: int, language: str, theme: str
) -> None:
    me, other = visit(server, language, width, theme), visit(server, language)
    for one in (me, other):
        one.open("/")
        one.page.get_by_role("link", name=TITLE).click()
        expect(one.page.locator("html.js")).to_be_attached()
    other.write(other.box(QUESTIONS[0]), "one")
    me.box(QUESTIONS[0]).press_sequentially("two")
    expect(form_of(me.box(QUESTIONS[0]))).to_have_attribute("data-state", "conflict")
    sheet = me.page.url.removeprefix(server.url)
    me.page.route("**/answer", lambda route: route.abort())
    me.box(QUESTIONS[1]).fill("waits")
    expect(form_of(me.box(QUESTIONS[1]))).to_have_attribute("data-state", "kept")
    count = me.page.locator("waiting-list summary")
    high = me.page.evaluate("document.querySelector('.bar').offsetHeight")
    expect(count).to_be_visible()
    assert me.page.evaluate("document.querySelector('.bar').offsetHeight") == high, "the page moved"
    count.focus()
    me.page.keyboard.press("Enter")
    expect(me.page.locator("waiting-list").get_by_role("button")).to_be_visible()
    assert faults(me.page) == "", "the waiting list"
    assert me.scrolls_sideways() == []
    me.page.keyboard.press("Tab")
    assert focused(me) == QUESTIONS[1]
    me.page.keyboard.press("Tab")
    assert focused(me) == me.word("Discard")
    for path in ("/", sheet, "/settings"):
        me.open(path)
        assert faults(me.page) == "", path
        assert me.scrolls_sideways() == [], path
    me.press(me.word("Back up now"))
    me.page.locator("#main details summary").last.click()
    assert faults(me.page) == "", "the backups"
    assert me.scrolls_sideways() == [], "the backups"
    me.open(sheet)
    me.page.locator("#two a").click()
    assert faults(me.page) == "", "the conflict on its page"
    assert me.scrolls_sideways() == [], "the conflict on its page"


def test_a_conflict_is_decided_without_scripts(server: Server, visit: Visit) -> None:
    me, other = visit(server, scripts=False), visit(server, scripts=False, width=320)
    for one in (me, other):
        one.open("/")
        one.page.get_by_role("link", name=TITLE).click()
    other.write(other.box(QUESTIONS[0]), "one")
    me.box(QUESTIONS[0]).fill("two")
    me.press(me.word("Save"), form_of(me.box(QUESTIONS[0])))
    other.open("/")
    other.page.get_by_role("link", name=TITLE).click()
    other.page.locator("#two a").click()
    other.press(other.word("Keep the other"))
    expect(other.box(QUESTIONS[0])).to_have_value("one")
    expect(other.page.locator("#two")).to_have_count(0)


def focused(me: Visitor) -> str:
    """What has the focus, by role and name; fails where nobody could see that it has."""
    seen: dict[str, str | bool] = me.page.evaluate(
        """() => {
          const it = document.activeElement;
          const place = it.matches("[type=radio]") ? it.closest("label") : it;
          const style = getComputedStyle(place), after = getComputedStyle(place, "::after");
          const box = place.getBoundingClientRect();
          const told = [style, after].some((one) => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2);
          const name = it.labels?.[0]?.textContent ?? it.getAttribute("aria-label")
            ?? document.getElementById(it.getAttribute("aria-labelledby") ?? "")?.textContent ?? it.textContent;
          return {
            name: name.trim(),
            body: it === document.body,
            visible: told && box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0,
          };
        }"""
    )
    assert seen["body"] or seen["visible"], f"nobody sees that {seen['name']!r} has the focus"
    return "" if seen["body"] else str(seen["name"])


def walk(me: Visitor) -> list[str]:
    """Every stop of the Tab key, from the top of the page to its end."""
    stops: list[str] = []
    while len(stops) < 400:
        me.page.keyboard.press("Tab")
        name = focused(me)
        if not name:
            break
        stops.append(name)
    return stops


def test_the_first_stop_leads_past_the_bar(running: Server, filled: Filled, visit: Visit) -> None:
    me = visit(running)
    me.open(filled.sheet)
    me.page.keyboard.press("Tab")
    assert focused(me) == me.word("Skip to the content")
    me.page.keyboard.press("Enter")
    me.page.keyboard.press("Tab")
    assert focused(me) == me.word("Edit")  # of the title


@pytest.mark.parametrize("width", [390, 1280])
def test_the_keyboard_reaches_each_box_of_the_sheet_in_its_order(server: Server, visit: Visit, width: int) -> None:
    me = visit(server, width=width)
    me.open("/workbooks/" + json.loads(server.run("list", "--json"))["workbooks"][0]["id"])
    stops = walk(me)
    boxes = QUESTIONS + SIGNALS + GOALS
    assert [name for name in stops if name in boxes] == boxes
    assert {me.word("Add a round"), "Markdown", "JSON", me.word("Settings")} <= set(stops)


def test_the_keyboard_reaches_each_mark_of_a_round(running: Server, filled: Filled, visit: Visit) -> None:
    me = visit(running)
    me.open(filled.rounds[0])
    stops = walk(me)
    assert [name for name in stops if name in QUESTIONS] == QUESTIONS
    evidence = [me.word("Evidence for “%(signal)s”", signal=signal) for signal in SIGNALS]
    assert [name for name in stops if name in evidence] == evidence
    assert sum(name in (me.word("Seen"), me.word("Not seen"), me.word("Unknown")) for name in stops) == len(SIGNALS)


def test_a_whole_answer_needs_no_mouse(running: Server, filled: Filled, visit: Visit) -> None:
    me = visit(running)
    me.open("/")
    me.page.get_by_role("link", name=TITLE).first.focus()
    me.page.keyboard.press("Enter")
    boxes = [me.box(name) for name in QUESTIONS[35:37]]
    boxes[0].focus()
    me.page.keyboard.type("one")
    me.page.keyboard.press("Control+Enter")
    expect(boxes[1]).to_be_focused()
    me.page.keyboard.type("two")
    me.page.keyboard.press("Control+s")
    for box in boxes:
        expect(form_of(box)).to_have_attribute("data-state", "saved")
    tick = me.page.get_by_role("checkbox", name=GOALS[7], exact=True)
    tick.focus()
    me.page.keyboard.press("Space")
    expect(form_of(tick)).to_have_attribute("data-state", "saved")
    expect(tick).to_be_checked()
