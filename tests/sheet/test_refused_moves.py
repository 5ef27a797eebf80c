"""Where nothing can go: beneath itself, behind what is not there, into the bin, too deep. Nothing is then changed."""

from __future__ import annotations

from flask import Flask

from tests.conftest import Person
from tests.sheet.desk import Desk
from tests.web.pages import everything


def test_nothing_stands_beneath_itself(app: Flask, desk: Desk) -> None:
    before = everything(app)
    for words, into in (
        ("读完一本书", "读完一本书"),
        ("读完一本书", "第一章"),
        ("说得清楚目标", "还说得清楚数字"),
        ("面试问题清单", "团队"),
        ("团队", "团队"),
    ):
        answer = desk.move(words, into)
        assert (answer.status_code, answer.get_json()) == (422, {"error": "It cannot stand beneath itself."})
    assert everything(app) == before


def test_a_place_that_is_not_there_is_refused(app: Flask, person: Person, desk: Desk) -> None:
    before = everything(app)
    section, team = desk.id("业务"), f"sections/{desk.id('团队')}"
    for words, fields in (
        ("上线一次要多久？", {"section": section, "after": "nothing"}),
        ("上线一次要多久？", {"section": section, "after": desk.id("为什么离开上一家？")}),
        ("上线一次要多久？", {"section": desk.id("积极信号")}),
        ("写一个服务", {"section": section}),
        ("写一个服务", {"under": f"signals/{desk.id('允许失败')}"}),
        ("允许失败", {"under": f"goals/{desk.id('学会 Rust')}"}),
        ("学会 Rust", {"under": f"goals/{desk.id('带一个项目')}"}),
        ("业务", {"under": team, "after": desk.id("积极信号")}),
        ("业务", {"under": f"goals/{desk.id('学会 Rust')}"}),
    ):
        answer = person.send(desk.at(words) + "/move", **fields)
        assert answer.status_code in (404, 422), (words, fields)
    for words, fields in (("上线一次要多久？", {"section": "nothing"}), ("业务", {"under": "sections/nothing"})):
        assert person.send(desk.at(words) + "/move", **fields).status_code == 404
    assert everything(app) == before


def test_what_lies_in_the_bin_takes_nothing_in(app: Flask, person: Person, desk: Desk) -> None:
    targets = {words: desk.place(kind, words) for kind, words in (("questions", "团队"), ("steps", "学会 Rust"))}
    targets["岗位职责"] = desk.place("sections", "岗位职责")
    for words in targets:
        desk.remove(words)
    before = everything(app)
    for words, into in (("收入从哪里来？", "团队"), ("打印两份", "学会 Rust"), ("业务", "岗位职责")):
        assert person.save(desk.at(words) + "/move", **targets[into]).status_code == 410, words
    assert everything(app) == before


def test_too_deep_is_refused(app: Flask, person: Person) -> None:
    headings = "".join(f"{'#' * level} 题{level}\n\n" for level in range(1, 7))
    steps = "".join(f"{'  ' * depth}- [ ] 第{depth}步\n" for depth in range(21))
    signals = "".join(f"{'  ' * depth}- [ ] 第{depth}号\n" for depth in range(20))
    desk = Desk(
        app,
        person,
        f"{headings}## 短期目标\n{steps}- [ ] 另外\n  - [ ] 一对\n    - [ ] 两个\n\n"
        f"## 积极信号\n{signals}- [ ] 一双\n\n## 杂\n\n### 下\n",
    )
    before = everything(app)
    for words, into in (
        ("下", "题6"),
        ("杂", "题5"),
        ("两个", "第20步"),
        ("一对", "第19步"),
        ("一双", "第19号"),
        ("短期目标", "题6"),
    ):
        assert desk.move(words, into).status_code == 422, (words, into)
    for kind, into in (("sections", "题6"), ("steps", "第20步"), ("signals", "第19号")):
        assert person.save(f"{desk.base}/{kind}", **desk.place(kind, into), text="x").status_code == 422
    assert everything(app) == before
    assert desk.move("一对", "第18步").status_code == 200
    assert desk.move("一双", "第18号").status_code == 200
    assert desk.move("下", "题5").status_code == 200
    desk.comes_back()
