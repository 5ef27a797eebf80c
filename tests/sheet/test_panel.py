"""Editing without scripts: every form of every panel does what it says."""

from __future__ import annotations

import re

from flask import Flask
from werkzeug.test import TestResponse

from tests.conftest import Person
from tests.sheet.desk import LISTS, Desk
from tests.web.pages import Form, everything, forms_of

ONE_OF_EACH = {
    "sections": "面试问题清单",
    "info": "公司",
    "responsibilities": "核心链路",
    "requirements": "大模型应用",
    "strengths": "大规模系统",
    "transfers": "风控系统",
    "questions": "上线一次要多久？",
    "signals": "说得清楚目标",
    "pitch_points": "主动学习",
    "goals": "学会 Go 语言",
    "tasks": "提前到",
    "steps": "写一个服务",
}


def main_of(page: TestResponse) -> str:
    """The sheet alone, without the tokens of its forms: they name the second they were made in."""
    return re.sub(r'"csrf_token" value="[^"]*"', "", page.text.partition("<main")[2].partition("</main>")[0])


def panel_of(desk: Desk, words: str) -> str:
    """What stands in the one panel that is open."""
    page = desk.page(f"?edit={desk.id(words)}").text
    assert page.count('class="panel"') == page.count('id="edit"') == 1, words
    begin = page.index('<div class="panel"')
    depth, at = 1, begin + 4
    while depth:
        found = re.compile(r"<(/?)div\b").search(page, at)
        assert found
        depth, at = depth + (-1 if found[1] else 1), found.end()
    return page[begin:at]


def presses(panel: str) -> list[Form]:
    """Each button of a panel as a browser would send it: its form, with its own name and value."""
    sent = []
    for action, inside in re.findall(r'<form[^>]*?action="([^"]+)"[^>]*>(.*?)</form>', panel, re.DOTALL):
        fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', inside))
        for name, text in re.findall(r'<textarea[^>]*?name="([^"]+)"[^>]*>\n?(.*?)</textarea>', inside, re.DOTALL):
            fields[name] = text
        for name in re.findall(r'<input id="new-section" name="([^"]+)"', inside):
            fields[name] = "新的一节"
        for button in re.findall(r"<button[^>]*>", inside):
            pressed = dict(re.findall(r'(name|value)="([^"]*)"', button))
            mine = fields | ({pressed["name"]: pressed["value"]} if pressed else {})
            chosen = re.findall(r'<select id="[^"]+" name="([^"]+)">(.*?)</select>', inside, re.DOTALL)
            options = [(name, value) for name, some in chosen for value in re.findall(r'<option value="([^"]*)"', some)]
            sent += [Form(action, "post", mine | {name: value}) for name, value in options or [("", "")]]
    for form in sent:
        form.fields.pop("", None)
    return sent


def test_every_button_of_every_panel_works(app: Flask, person: Person) -> None:
    for words in ONE_OF_EACH.values():
        desk = Desk(app, person)
        uid = desk.id(words)
        forms = presses(panel_of(desk, words))
        assert {form.action.rpartition("/")[2] for form in forms} >= {"wording", "move", "remove"}
        forms.sort(key=lambda form: form.action.endswith("/remove"))
        for form in forms:
            answer = person.client.post(form.action, data=form.fields, headers=person.headers)
            assert answer.status_code == 303, (form, answer.text)
            path, _, anchor = answer.headers["Location"].partition("#")
            there = person.get(path)
            assert there.status_code == 200 and f'id="{anchor}"' in there.text, form
        assert uid not in [one for _kind, one, _words in desk.every()], "it was deleted last"
        desk.comes_back()


def press(desk: Desk, words: str, way: str) -> None:
    """Presses the button of a panel that moves its thing up, down, in or out."""
    form = next(one for one in re.findall(r"<form.*?</form>", panel_of(desk, words), re.DOTALL) if f'"{way}"' in one)
    action = re.search(r'action="([^"]+)"', form)
    assert action
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    assert desk.person.client.post(action[1], data=fields, headers=desk.person.headers).status_code == 303


def ways(desk: Desk, words: str) -> set[str]:
    return set(re.findall(r'data-way="([a-z]+)"', panel_of(desk, words)))


def test_a_signal_goes_beneath_its_neighbour_and_out_again_by_buttons(desk: Desk) -> None:
    def parents() -> list[tuple[str, str | None]]:
        names = {one["id"]: one["text"] for one in desk.book["signals"]}
        return [(one["text"], names.get(one["parent"])) for one in desk.book["signals"]][:3]

    first, number, allowed = "说得清楚目标", "还说得清楚数字", "允许失败"
    assert (
        ways(desk, first) == {"down"} and ways(desk, number) == {"out"} and ways(desk, allowed) == {"up", "down", "in"}
    )
    press(desk, allowed, "in")
    assert parents() == [(first, None), (number, first), (allowed, first)]
    press(desk, allowed, "up")
    assert parents() == [(first, None), (allowed, first), (number, first)]
    press(desk, number, "in")
    assert parents() == [(first, None), (allowed, first), (number, allowed)]
    press(desk, number, "out")
    press(desk, number, "out")
    assert parents() == [(first, None), (allowed, first), (number, None)]
    desk.comes_back()


def test_a_step_goes_over_the_edge_of_its_goal_by_buttons(desk: Desk) -> None:
    rust, resume = desk.book["goals"][1]["id"], desk.book["tasks"][0]["id"]
    assert ways(desk, "读完一本书") == {"down"} and ways(desk, "写一个服务") == {"up", "in", "down"}
    press(desk, "写一个服务", "down")
    assert f'"under" value="goals/{rust}"' in desk.page(f"?add={rust}").text
    assert [step["text"] for step in desk.book["goals"][1]["steps"]] == ["写一个服务"]
    press(desk, "写一个服务", "up")
    assert [step["text"] for step in desk.book["goals"][0]["steps"]] == ["读完一本书", "写一个服务"]
    for _ in range(3):
        press(desk, "写一个服务", "down")
    assert desk.book["tasks"][0]["id"] == resume
    assert [step["text"] for step in desk.book["tasks"][0]["steps"]] == ["写一个服务", "打印两份"]
    desk.comes_back()


def test_a_signal_stands_beneath_its_own_on_the_page_and_takes_more(desk: Desk) -> None:
    page = desk.page().text
    above, below = desk.id("说得清楚目标"), desk.id("还说得清楚数字")
    assert re.search(
        rf'id="b-{above}".*?</save-form>(?:(?!</li>).)*<ul class="marks">\s*<li>.*?id="b-{below}"', page, re.DOTALL
    )
    (form,) = (one for one in forms_of(desk.page(f"?add={above}")) if one.action == f"{desk.base}/signals")
    assert form.fields["under"] == f"signals/{above}"


def test_each_thing_has_a_way_to_its_panel_and_the_panel_its_own_words(desk: Desk) -> None:
    page = desk.page().text
    things = [(kind, uid, said) for kind, uid, said in desk.every()]
    assert {kind for kind, _uid, _said in things} == {*LISTS, "steps", "sections"}
    facts = desk.id("基本信息")
    for kind, uid, said in things:
        assert (f'href="?edit={uid}"' in page) is (uid != facts), (kind, said)
        if kind == "steps" or said in ONE_OF_EACH.values():
            panel = panel_of(desk, said)
            assert f">\n{said}</textarea>" in panel
            assert f'aria-label="Edit “{said}”"' in panel


def test_a_sheet_whose_panel_is_open_has_no_id_twice(desk: Desk) -> None:
    for words in ONE_OF_EACH.values():
        page = desk.page(f"?edit={desk.id(words)}&add={desk.id('业务')}").text
        found = re.findall(r'\bid="([^"]+)"', page)
        assert sorted(set(found)) == sorted(found), words


def test_the_way_to_add_is_there_for_each_section_and_opens_its_box(desk: Desk) -> None:
    page = desk.page().text
    kinds = {}
    for uid in re.findall(r'href="\?add=([^"#]+)#add"', page):
        opened = desk.page(f"?add={uid}")
        (form,) = (form for form in forms_of(opened) if form.fields.get("section") == uid)
        assert opened.text.count('id="add"') == 1
        kinds[uid] = form.action.rpartition("/")[2]
    assert {*kinds.values()} == {*LISTS}
    for words in ("学会 Rust", "带上简历", "第一章"):
        (form,) = (one for one in forms_of(desk.page(f"?add={desk.id(words)}")) if one.action == f"{desk.base}/steps")
        assert form.fields["under"] == desk.at(words).removeprefix(desk.base + "/")
        assert "section" not in form.fields or form.fields["section"] == ""


def test_what_is_not_on_the_sheet_opens_nothing(app: Flask, person: Person, desk: Desk) -> None:
    plain = main_of(desk.page())
    other = Desk(app, person)
    binned = desk.id("为什么离开上一家？")
    before = everything(app)
    for uid in (other.id("学会 Rust"), other.id("业务"), "nothing", "", "0", "é'\"<", "x" * 2000):
        for name in ("edit", "add", "removed"):
            page = person.client.get(desk.base, query_string={name: uid}, headers=person.headers)
            assert (page.status_code, main_of(page)) == (200, plain), (name, uid)
    assert everything(app) == before
    desk.remove("为什么离开上一家？")
    assert 'id="edit"' not in desk.page(f"?edit={binned}").text


def test_facts_are_shown_beside_whatever_else_their_section_holds(app: Flask, person: Person) -> None:
    sheet = "# 书\n\n## 基本信息\n**公司**: 某公司\n\n一段文字。\n\n### 更多\n**地点**: 上海\n- [ ] 查地图\n"
    desk = Desk(app, person, sheet)
    page = desk.page().text
    assert "某公司</b>" in page and "上海</b>" in page
    for words in ("公司", "地点"):
        assert f'href="?edit={desk.id(words)}"' in page
        assert f">\n{words}</textarea>" in panel_of(desk, words)
    desk.add("info", "薪资", "基本信息", note="面议")
    assert "面议</b>" in desk.page().text
