"""The evening before: a person edits their sheet in a real browser, takes things back, and the file shows just that."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.server import Server
from tests.browser.sheet import FILE, QUESTIONS
from tests.browser.test_axe import faults
from tests.browser.visitor import PAIRS, Visit, Visitor

FIRST, SECOND = "加班怎么算？", "谁来定优先级？"
THEN, SINCE = "每天两万次，峰值五万。", "他们没有说清楚，只讲了大概的量级。"
COSTS, STABILITY, PITCH = "性能与成本", "稳定性保障", "💡 自我展示要点"


def section(me: Visitor, title: str) -> Locator:
    heading = me.page.get_by_role("heading", name=title, exact=True)
    return me.page.locator("section.group").filter(has=heading)


def panel_of(me: Visitor, thing: Locator) -> Locator:
    """Opens the panel of a thing with the keyboard."""
    edit = thing.get_by_role("link", name=me.word("Edit"), exact=True).first
    edit.focus()
    edit.press("Enter")
    panel = me.page.locator(".panel")
    expect(panel).to_be_visible()
    return panel


def add(me: Visitor, *texts: str) -> None:
    """Adds things one after the other: Enter adds, and the box is there for the next."""
    for text in texts:
        box = me.page.locator("#new")
        if me.scripts:
            expect(box).to_be_focused()
            me.page.keyboard.type(text)
            me.page.keyboard.press("Enter")
        else:
            box.fill(text)
            me.press(me.word("Add"), me.page.locator(".panel"))
        expect(me.page.locator("article").filter(has_text=text)).to_be_visible()


def question(me: Visitor, text: str) -> Locator:
    return me.page.get_by_role("article").filter(has=me.page.get_by_text(text, exact=True))


def a_week_passes(server: Server) -> None:
    """What was saved until now was saved a week ago."""
    with closing(sqlite3.connect(server.data / "askback.db")) as database:
        database.execute(
            "UPDATE answer SET updated_at = datetime(updated_at, '-7 days'),"
            " settled_at = datetime(settled_at, '-7 days')"
        )
        database.commit()


@pytest.mark.parametrize(("width", "language", "theme", "scripts"), PAIRS)
def test_a_sheet_is_edited_and_taken_back(
    server: Server, visit: Visit, width: int, language: str, theme: str, scripts: bool
) -> None:
    me = visit(server, language, width, theme, scripts)
    sheet = "/workbooks/" + json.loads(server.run("list", "--json"))["workbooks"][0]["id"]
    me.open(sheet)
    me.write(me.box(QUESTIONS[4]), THEN)
    a_week_passes(server)
    me.reload()
    me.write(me.box(QUESTIONS[4]), SINCE)

    section(me, COSTS).get_by_role("link", name=me.word("Add")).click()
    add(me, FIRST, SECOND)
    moves_down_by_keyboard(me)
    takes_back_a_deleted_section(me)
    brings_back_last_weeks_words(me)
    me.open(sheet)
    assert me.download("Markdown").decode() == expected()


def moves_down_by_keyboard(me: Visitor) -> None:
    """The last question of a section goes under the next heading."""
    panel = panel_of(me, question(me, SECOND))
    if me.scripts:
        expect(panel.get_by_role("textbox")).to_be_focused()
        assert faults(me.page) == ""
        assert me.scrolls_sideways() == []
        me.page.keyboard.press("Alt+ArrowDown")
    else:
        panel.get_by_role("button", name=me.word("Down")).press("Enter")
    expect(section(me, STABILITY).get_by_role("article").first).to_contain_text(SECOND)


def takes_back_a_deleted_section(me: Visitor) -> None:
    panel = panel_of(me, section(me, PITCH))
    panel.get_by_role("button", name=me.word("Delete the section and all in it")).press("Enter")
    expect(section(me, PITCH)).to_have_count(0)
    undo = me.page.locator("form.undo")
    expect(undo).to_contain_text(PITCH)
    me.page.reload()
    if me.scripts:
        assert faults(me.page) == ""
    me.press(me.word("Undo"), undo)
    expect(section(me, PITCH)).to_be_visible()
    expect(undo).to_have_count(0)


def brings_back_last_weeks_words(me: Visitor) -> None:
    panel = panel_of(me, question(me, QUESTIONS[4]))
    panel.get_by_role("link", name=me.word("History")).click()
    answer = me.page.get_by_role("region", name=me.word("Answer outside of any round"))
    expect(answer.locator("ins").first).to_be_visible()
    answer.get_by_role("button", name=re.compile(re.escape(me.word("Restore")))).press("Enter")
    expect(answer.locator(".present .notes")).to_have_text(THEN)


def expected() -> str:
    """The founding sheet with just that in it."""
    text = FILE.read_text("utf-8")
    last, heading = "8. 如何平衡推理质量与响应速度？\n", f"#### {STABILITY}\n"
    assert text.count(last) == text.count(heading) == 1
    text = text.replace(last, f"{last}9. {FIRST}\n").replace(heading, f"{heading}10. {SECOND}\n")
    return text.replace(f"5. {QUESTIONS[4]}\n", f"5. {QUESTIONS[4]}\n   {THEN}\n")


def test_enter_is_the_input_methods_own_while_it_composes(server: Server, visit: Visit) -> None:
    me = visit(server, "zh-Hans")
    me.open("/")
    me.page.get_by_role("heading", level=2).get_by_role("link").click()
    section(me, COSTS).get_by_role("link", name=me.word("Add")).click()
    box = me.page.locator("#new")
    box.fill("jiaban")
    box.evaluate(
        "box => box.dispatchEvent(new KeyboardEvent('keydown',"
        " { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))"
    )
    expect(box).to_have_value("jiaban")
    me.page.keyboard.press("Enter")
    expect(question(me, "jiaban")).to_be_visible()
    expect(box).to_have_value("")


def test_a_paste_of_several_lines_offers_one_of_each(server: Server, visit: Visit) -> None:
    me = visit(server)
    me.open("/")
    me.page.get_by_role("heading", level=2).get_by_role("link").click()
    section(me, COSTS).get_by_role("link", name=me.word("Add")).click()
    each = me.page.get_by_role("checkbox", name=me.sentence("{count} lines: make one of each"))
    expect(each).to_have_count(0)
    me.page.locator("#new").fill("- Who decides?\n- Who pays?\n\n- Who answers?")
    expect(each).to_be_checked()
    me.page.keyboard.press("Enter")
    for text in ("Who decides?", "Who pays?", "Who answers?"):
        expect(question(me, text)).to_be_visible()


def test_what_is_being_typed_elsewhere_stays_while_the_sheet_is_edited(server: Server, visit: Visit) -> None:
    me = visit(server)
    me.open("/")
    me.page.get_by_role("heading", level=2).get_by_role("link").click()
    me.page.route("**/answer", lambda route: route.abort())
    box = me.box(QUESTIONS[0])
    box.fill("not saved yet")
    panel = panel_of(me, question(me, QUESTIONS[1]))
    panel.get_by_role("button", name="Up").click()
    expect(me.page.get_by_role("article").first).to_contain_text(QUESTIONS[1])
    expect(box).to_have_value("not saved yet")
    panel.get_by_role("button", name="Delete").click()
    expect(question(me, QUESTIONS[1])).to_have_count(0)
    expect(box).to_have_value("not saved yet")


def test_a_refused_wording_stays_in_its_box(server: Server, visit: Visit) -> None:
    me, other = visit(server), visit(server)
    for one in (me, other):
        one.open("/")
        one.page.get_by_role("heading", level=2).get_by_role("link").click()
        panel_of(one, question(one, QUESTIONS[2]))
    other.page.locator("#wording").fill("Reworded elsewhere?")
    other.page.keyboard.press("Enter")
    expect(question(other, "Reworded elsewhere?")).to_be_visible()
    me.page.locator("#wording").fill("Reworded here?")
    me.page.keyboard.press("Enter")
    expect(me.page.locator(".problem")).to_contain_text("Reworded elsewhere?")
    expect(me.page.locator("#wording")).to_have_value("Reworded here?")
    me.page.keyboard.press("Enter")
    expect(question(me, "Reworded here?")).to_be_visible()


def test_a_question_is_dragged_by_its_handle(server: Server, visit: Visit) -> None:
    me = visit(server)
    me.open("/")
    me.page.get_by_role("heading", level=2).get_by_role("link").click()
    drag(me, question(me, QUESTIONS[3]), question(me, QUESTIONS[1]))
    expect(me.page.get_by_role("article").nth(1)).to_contain_text(QUESTIONS[3])
    expect(me.page.get_by_role("article").nth(2)).to_contain_text(QUESTIONS[1])


def test_what_stands_beneath_something_is_dragged_there(empty_server: Server, visit: Visit) -> None:
    file = empty_server.data / "sheet.md"
    before, after = "- [ ] Go\n  - [ ] Read\n  - [ ] Write\n- [ ] Rust\n  - [ ] Build\n", "- [ ] Go\n  - [ ] Read\n"
    file.write_text(f"# Me\n\n## Short-term goals\n{before}", "utf-8")
    empty_server.run("import", str(file))
    me = visit(empty_server)
    me.open("/")
    me.page.get_by_role("heading", level=2).get_by_role("link").click()
    items = {name: me.page.locator("li").filter(has_text=name).last for name in ("Write", "Build")}
    drag(me, items["Write"], items["Build"])
    expect(me.page.locator(".steps").nth(1)).to_contain_text("Write")
    moved = f"{after}- [ ] Rust\n  - [ ] Write\n  - [ ] Build\n"
    assert me.download("Markdown").decode() == f"# Me\n\n## Short-term goals\n{moved}"


def drag(me: Visitor, item: Locator, onto: Locator) -> None:
    """Drags something by its handle to the place before something else."""
    item.hover()
    handle = item.locator(".handle")
    expect(handle).to_be_visible()
    place = onto.bounding_box()
    assert place
    handle.hover()
    me.page.mouse.down()
    me.page.mouse.move(place["x"] + 100, place["y"] + 8, steps=4)
    me.page.mouse.up()
