"""The way of a person through one opening, from the first page to the file they take home, in a real browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.filled import Filled, fill
from tests.browser.server import Server
from tests.browser.sheet import FILE, GOALS, QUESTIONS, SIGNALS, TITLE
from tests.browser.visitor import PAIRS, Visit, Visitor
from tests.conftest import Person, close, make_app

ASKED, ALSO_ASKED = QUESTIONS[12], QUESTIONS[30]
SIGNAL, OTHER_SIGNAL, GOAL = SIGNALS[4], SIGNALS[7], GOALS[2]
ON_SHEET, IN_FIRST, IN_SECOND = "还没问到，先查资料。", "一面：每天有两百万人用。", "二面：“大约”一百万，\n含海外。"
EVIDENCE = "两人互相补充，没有抢话 <b>&amp;</b>"


def begin(me: Visitor) -> str:
    """The starter workbook, from the empty first page; returns its address."""
    me.open("/")
    me.press(me.word("Start with the starter sheet"))
    expect(me.page.get_by_role("heading", level=1)).to_have_text(TITLE)
    return me.page.url.removeprefix(me.server.url)


def answers_of(workbook: dict[str, Any], question: str) -> dict[str | None, str]:
    """What is kept of a question, by round."""
    found = next(item for item in workbook["questions"] if item["text"] == question)
    return {answer["round"]: answer["body"] for answer in found["answers"]}


def marks_of(workbook: dict[str, Any], signal: str) -> dict[str | None, bool]:
    found = next(item for item in workbook["signals"] if item["text"] == signal)
    return {mark["round"]: mark["checked"] for mark in found["marks"]}


@pytest.mark.parametrize(("width", "language", "theme", "scripts"), PAIRS)
def test_a_person_goes_the_whole_way(
    empty_server: Server, visit: Visit, width: int, language: str, theme: str, scripts: bool
) -> None:
    me = visit(empty_server, language, width, theme, scripts)
    sheet = begin(me)
    the_sheet_holds_exactly_its_boxes(me)
    me.write(me.box(ASKED), ON_SHEET)
    me.tick(me.page.get_by_role("checkbox", name=SIGNAL, exact=True))
    me.tick(me.page.get_by_role("checkbox", name=GOAL, exact=True))

    first = me.add_round("Technical")
    expect(me.box(ASKED)).to_have_value("")
    me.write(me.box(ASKED), IN_FIRST)
    me.tick(me.radio(me.signal(SIGNAL), "seen"))
    me.write(me.box(me.word("Evidence for “%(signal)s”", signal=SIGNAL)), EVIDENCE)
    name_of_first = me.page.get_by_role("heading", level=1).inner_text()

    me.open(sheet)
    second = me.add_round("Manager")
    me.write(me.box(ASKED), IN_SECOND)
    me.tick(me.radio(me.signal(SIGNAL), "not_seen"))
    name_of_second = me.page.get_by_role("heading", level=1).inner_text()

    me.open(f"{sheet}/signals")
    in_first = me.page.get_by_role("group", name=name_of_first, exact=True)
    in_second = me.page.get_by_role("group", name=name_of_second, exact=True)
    expect(in_first).to_have_count(len(SIGNALS))
    expect(me.radio(me.signal(SIGNAL, in_first), "seen")).to_be_checked()
    expect(me.radio(me.signal(SIGNAL, in_second), "not_seen")).to_be_checked()
    expect(me.radio(me.signal(OTHER_SIGNAL, in_second), "unasked")).to_be_checked()
    me.tick(me.radio(me.signal(OTHER_SIGNAL, in_second), "seen"))

    # Right after the page said so, the power goes.
    empty_server.kill()
    empty_server.start()
    me.open(sheet)
    expect(me.box(ASKED)).to_have_value(ON_SHEET)
    expect(me.box(ALSO_ASKED)).to_have_value("")
    expect(me.page.get_by_role("checkbox", checked=True)).to_have_count(2)
    expect(me.page.get_by_role("checkbox", name=SIGNAL, exact=True)).to_be_checked()
    expect(me.page.get_by_role("checkbox", name=GOAL, exact=True)).to_be_checked()
    me.open(first)
    expect(me.box(ASKED)).to_have_value(IN_FIRST)
    expect(me.radio(me.signal(SIGNAL), "seen")).to_be_checked()
    expect(me.box(me.word("Evidence for “%(signal)s”", signal=SIGNAL))).to_have_value(EVIDENCE)
    expect(me.radio(me.signal(OTHER_SIGNAL), "unasked")).to_be_checked()
    me.open(second)
    expect(me.box(ASKED)).to_have_value(IN_SECOND)
    expect(me.radio(me.signal(SIGNAL), "not_seen")).to_be_checked()
    expect(me.radio(me.signal(OTHER_SIGNAL), "seen")).to_be_checked()

    me.open(sheet)
    the_files_say_what_the_page_shows(me, first.rpartition("/")[2], second.rpartition("/")[2])


def the_sheet_holds_exactly_its_boxes(me: Visitor) -> None:
    assert (len(QUESTIONS), len(SIGNALS), len(GOALS)) == (39, 9, 8)
    assert me.named("textbox") == QUESTIONS
    assert me.named("checkbox") == SIGNALS + GOALS


def the_files_say_what_the_page_shows(me: Visitor, first: str, second: str) -> None:
    workbook = json.loads(me.download("JSON"))["workbooks"][0]
    assert answers_of(workbook, ASKED) == {None: ON_SHEET, first: IN_FIRST, second: IN_SECOND}
    assert answers_of(workbook, ALSO_ASKED) == {}
    assert marks_of(workbook, SIGNAL) == {None: True, first: True, second: False}
    assert marks_of(workbook, OTHER_SIGNAL) == {second: True}
    assert [goal["text"] for goal in workbook["goals"] if goal["done"]] == [GOAL]
    told = me.download("Markdown").decode()
    assert f"- [x] {SIGNAL}\n" in told
    assert f"- [x] {GOAL}\n" in told
    assert told.count("[x]") == 2
    assert ON_SHEET in told
    assert IN_FIRST not in told


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_a_pasted_sheet_comes_back_as_it_was(running: Server, visit: Visit, scripts: bool) -> None:
    me = visit(running, "zh-Hans", 390, scripts=scripts)
    me.open("/import")
    me.box(me.word("Or paste a sheet")).fill(FILE.read_text("utf-8"))
    me.press(me.word("Import"))
    expect(me.page.get_by_role("heading", level=1)).to_have_text(TITLE)
    the_sheet_holds_exactly_its_boxes(me)
    assert me.download("Markdown") == FILE.read_bytes()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_a_file_comes_back_as_it_was(running: Server, visit: Visit, tmp_path: Path, scripts: bool) -> None:
    file = tmp_path / "sheet.md"
    file.write_bytes(b"# One\r\n\r\n## Questions\r\n- Why?  \r\n- [x] Asked?\r\n")
    me = visit(running, "en", scripts=scripts)
    me.open("/import")
    me.page.get_by_label(
        me.word("Files: Markdown sheets, CSV tables of questions, or JSON exported from Askback")
    ).set_input_files(file)
    me.press(me.word("Import"))
    expect(me.page.get_by_role("heading", level=1)).to_have_text("One")
    assert me.download("Markdown") == file.read_bytes()


def test_a_file_dropped_on_the_page_is_imported(running: Server, visit: Visit) -> None:
    me = visit(running)
    me.open("/import")
    dropped = me.page.evaluate_handle(
        """async () => {
          await customElements.whenDefined("drop-zone");
          const data = new DataTransfer();
          data.items.add(new File(["# Dropped\\n\\n## Questions\\n- Why?\\n"], "sheet.md"));
          return data;
        }"""
    )
    me.page.dispatch_event("drop-zone form", "drop", {"dataTransfer": dropped})
    expect(me.page.get_by_role("heading", level=1)).to_have_text("Dropped")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_what_was_put_into_the_bin_can_be_put_back(server: Server, visit: Visit, scripts: bool) -> None:
    me = visit(server, scripts=scripts)
    me.open("/")
    me.page.get_by_role("link", name=TITLE).click()
    me.press(me.word("Move this workbook to the bin"))
    me.press(me.word("Put back “%(title)s”", title=TITLE))
    the_sheet_holds_exactly_its_boxes(me)


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_the_sheet_is_light_to_load(tmp_path: Path, language: str) -> None:
    filled = fill(tmp_path)  # of this test alone: others write into theirs
    app = make_app(f"sqlite:///{filled.data / 'askback.db'}", filled.data)
    assert len(Person(app, language).get(filled.sheet).data) <= 60_000
    close(app)


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_no_page_scrolls_sideways(running: Server, filled: Filled, visit: Visit, language: str) -> None:
    me = visit(running, language)
    me.open(filled.rounds[2])
    me.write(me.box(QUESTIONS[-1 if language == "en" else -2]), "https://example.org/" + "x" * 200)
    parts = [f"{filled.sheet}/rounds", f"{filled.sheet}/signals"]
    for address in ("/", "/import", "/settings", "/bin", "/nowhere", filled.sheet, *filled.rounds, *parts):
        me.open(address)
        assert me.scrolls_sideways() == [], address
