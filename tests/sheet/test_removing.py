"""Deleting: gone from everywhere at once, and back at its place with all that was said about it."""

from __future__ import annotations

from typing import Any

from flask import Flask

from tests.conftest import Person
from tests.exchange.books import export_of
from tests.sheet.desk import Desk, a_day_later
from tests.web.pages import add_round, everything, forms_of

ASKED, SEEN = "上线一次要多久？", "说得清楚目标"


def test_what_was_deleted_is_shown_and_counted_nowhere(person: Person, desk: Desk) -> None:
    held = add_round(person, desk.uid)
    inside = f"{desk.base}/rounds/{held}"
    for at in (desk.base, inside):
        assert person.save(f"{at}/questions/{desk.id(ASKED)}/answer", body="两天", version="0").status_code == 200
        fields = {"state": "seen"} if at == inside else {"checked": "1"}
        assert person.save(f"{at}/signals/{desk.id(SEEN)}/mark", **fields).status_code == 200
    pages = (desk.base, inside, f"{desk.base}/rounds", f"{desk.base}/signals", f"{desk.base}/goals")
    shown = "".join(person.get(page).text for page in pages)
    gone = (ASKED, "两天", SEEN, "还说得清楚数字", "学会 Go 语言", "读完一本书", "第一章", "写一个服务")
    assert all(words in shown for words in gone)
    assert "1 answer<" in desk.page().text
    assert "1 / 3" in desk.page().text
    assert "1 of 2 answered" in desk.page().text
    for words in (ASKED, SEEN, "学会 Go 语言"):
        desk.remove(words)
    shown = "".join(person.get(page).text for page in pages) + desk.markdown + str(desk.book)
    assert [words for words in gone if words in shown] == []
    assert "0 answers<" in desk.page().text
    assert "0 of 1 answered" in desk.page().text
    openings = person.get("/").text
    assert "0 of 3" in openings or "0 / 3" in openings
    desk.comes_back()


def test_the_page_shows_how_to_take_it_back_and_still_does_after_a_reload(app: Flask, desk: Desk) -> None:
    whole, sheet = export_of(app, desk.uid), desk.markdown
    for words in ("业务", ASKED, "公司", "读完一本书", "允许失败", "带上简历", "熟悉 Go", "面试问题清单"):
        back = desk.remove(words)
        assert back.startswith(f"{desk.base}?removed=") and back.endswith("#undo")
        assert export_of(app, desk.uid) != whole
        for _reload in range(2):
            assert f"Deleted: “{words}”" in desk.page(back.removeprefix(desk.base).partition("#")[0]).text
        desk.undo(back)
        assert (export_of(app, desk.uid), desk.markdown) == (whole, sheet), words
        assert "Deleted:" not in desk.page(back.removeprefix(desk.base).partition("#")[0]).text


def test_it_comes_back_with_its_answers_marks_and_steps_between_what_came_meanwhile(person: Person, desk: Desk) -> None:
    inside = f"{desk.base}/rounds/{add_round(person, desk.uid)}"
    person.save(f"{inside}/questions/{desk.id(ASKED)}/answer", body="两天", version="0")
    person.save(f"{inside}/signals/{desk.id(SEEN)}/evidence", evidence="原话", version="0")
    person.save(f"{desk.at('第一章')}/done", checked="1")
    before = {kind: _without(desk.book[kind], "position") for kind in ("questions", "signals", "goals")}
    addresses = [desk.remove(words) for words in (ASKED, SEEN, "学会 Go 语言")]
    desk.add("questions", "后来的？", "团队")
    desk.add("goals", "后来的", "短期目标", after="")
    for address in addresses:
        desk.undo(address)
    after = {kind: _without(desk.book[kind], "position") for kind in before}
    assert [one for one in after["questions"] if one["text"] != "后来的？"] == before["questions"]
    assert [one for one in after["goals"] if one["text"] != "后来的"] == before["goals"]
    assert after["signals"] == before["signals"]
    assert desk.reads("goals", "短期目标") == ["后来的", "学会 Go 语言", "学会 Rust"]
    desk.comes_back()


def _without(things: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [
        {key: _without(value, name) if key == "steps" else value for key, value in one.items() if key != name}
        for one in things
    ]


def test_what_another_tab_deleted_is_refused_with_the_text_still_there(app: Flask, person: Person, desk: Desk) -> None:
    inside = f"{desk.base}/rounds/{add_round(person, desk.uid)}"
    question, goal, step, signal = (desk.at(words) for words in (ASKED, "学会 Go 语言", "第一章", SEEN))
    answers = f"/questions/{desk.id(ASKED)}/answer"
    into = {"section": desk.id("业务")}
    section, beneath = desk.at("团队"), {"under": f"goals/{desk.id('学会 Go 语言')}"}
    inside_section = {"section": desk.id("团队")}
    for words in (ASKED, "学会 Go 语言", SEEN, "团队"):
        desk.remove(words)
    before = everything(app)
    for path, fields in (
        (f"{question}/wording", {"text": "改成这样？", "version": "1"}),
        (f"{desk.base}{answers}", {"body": "三天", "version": "0"}),
        (f"{inside}{answers}", {"body": "三天", "version": "0"}),
        (f"{question}/traits", {"priority": "1"}),
        (f"{question}/move", into),
        (f"{goal}/done", {"checked": "1"}),
        (f"{goal}/notes", {"notes": "想法", "version": "0"}),
        (f"{step}/done", {"checked": "1"}),
        (f"{step}/wording", {"text": "第二章", "version": "1"}),
        (f"{signal}/mark", {"checked": "1"}),
        (f"{section}/wording", {"text": "组织", "version": "1"}),
        (f"{desk.base}/steps", beneath | {"text": "又一步"}),
        (f"{desk.base}/questions", inside_section | {"text": "又一问？"}),
        (f"{desk.base}/sections", {"under": section.removeprefix(desk.base + "/"), "text": "又一节"}),
    ):
        page = person.send(path, **fields)
        assert page.status_code == 410, path
        (form,) = (form for form in forms_of(page) if form.action == path)
        assert {name: form.fields[name] for name in fields} == fields
        assert person.save(path, **fields).get_json() == {"error": "This is in the bin. Put it back to change it."}
    assert everything(app) == before


def test_deleting_again_leads_to_the_same_undo(app: Flask, person: Person, desk: Desk) -> None:
    question, section = desk.at(ASKED), desk.at("团队")
    review = desk.at("团队怎么做代码评审？")
    first = desk.remove(ASKED)
    whole = desk.remove("团队")
    before = a_day_later(app)
    for path, address in ((question, first), (section, whole), (review, whole)):
        assert person.send(f"{path}/remove").headers["Location"] == address
        assert person.save(f"{path}/remove").status_code == 200
    assert everything(app) == before
    desk.undo(first)
    assert desk.reads("questions", "团队") == [ASKED], "what it stands in came with it"
    person.send(f"{desk.base}/remove")
    assert person.send(f"{review}/remove").status_code == 410
    assert person.send(f"{desk.base}/questions/nothing/remove").status_code == 404


def test_a_sheet_without_anything_is_still_a_sheet(person: Person, desk: Desk) -> None:
    address = desk.remove("某公司 - 后端岗位")
    assert desk.book["questions"] == []
    for page in ("", "/rounds", "/signals", "/goals"):
        assert person.get(desk.base + page).status_code == 200
    assert desk.markdown.strip() == ""
    desk.undo(address)
    assert len(desk.book["questions"]) == 4


def test_a_removal_that_is_not_of_this_sheet_shows_nothing(app: Flask, person: Person, desk: Desk) -> None:
    other = Desk(app, person)
    removal = other.remove(ASKED).partition("removed=")[2].partition("#")[0]
    for uid in (removal, "nothing", "", "'"):
        assert "Deleted:" not in desk.page(f"?removed={uid}").text
