"""Moving things: each to the place it was sent to, with all beneath it, and never to where it cannot stand."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from flask import Flask

from tests.conftest import Person
from tests.sheet.desk import Desk, a_day_later
from tests.web.pages import everything


def test_a_thing_goes_behind_another_before_all_or_behind_all(desk: Desk) -> None:
    desk.add("questions", "第三？", "团队")
    for after, order in (
        ("第三？", ["上线一次要多久？", "第三？", "团队怎么做代码评审？"]),
        ("", ["团队怎么做代码评审？", "上线一次要多久？", "第三？"]),
        ("上线一次要多久？", ["上线一次要多久？", "团队怎么做代码评审？", "第三？"]),
        (None, ["上线一次要多久？", "第三？", "团队怎么做代码评审？"]),
    ):
        assert desk.move("团队怎么做代码评审？", "团队", after).status_code == 200
        assert desk.reads("questions", "团队") == order
        page = desk.page().text
        assert sorted(order, key=page.index) == order
    desk.comes_back()


def test_a_thing_of_each_kind_goes_before_the_other_of_its_section(app: Flask, person: Person, desk: Desk) -> None:
    pairs = {
        "info": ("公司", "地点"),
        "responsibilities": ("核心链路", "会员营收"),
        "requirements": ("熟悉 Go", "大模型应用"),
        "strengths": ("大规模系统", "跨部门协作"),
        "transfers": ("反作弊算法", "风控系统"),
        "pitch_points": ("大规模经验", "主动学习"),
        "goals": ("学会 Go 语言", "学会 Rust"),
        "tasks": ("带上简历", "提前到"),
    }
    for kind, (first, second) in pairs.items():
        desk.person.save(desk.at(second) + "/move", section=_section(desk, kind), after="")
        assert desk.reads(kind)[:2] == [second, first]
    desk.move("允许失败", "积极信号", "")
    assert desk.reads("signals") == ["允许失败", "说得清楚目标", "还说得清楚数字", "答非所问"]
    assert desk.reads("steps") == ["读完一本书", "第一章", "写一个服务", "打印两份"]
    desk.comes_back()


def _section(desk: Desk, kind: str) -> str:
    return str(desk.book[kind][0]["section"])


def test_the_buttons_lead_on_over_the_edge_of_a_section(person: Person, desk: Desk) -> None:
    def press(way: str) -> list[list[str]]:
        query = f"?edit={desk.id('上线一次要多久？')}"
        action = desk.at("上线一次要多久？") + "/move"
        page = desk.page(query).text
        form = page[: page.index(f'data-way="{way}"')].rpartition("<form")[2]
        fields = {name: form.split(f'name="{name}" value="')[1].split('"')[0] for name in ("section", "under", "after")}
        assert person.send(action, **fields).status_code == 303
        return [desk.reads("questions", section) for section in ("团队", "业务", "他们会问我的问题")]

    mine, review, money, why = "上线一次要多久？", "团队怎么做代码评审？", "收入从哪里来？", "为什么离开上一家？"
    assert press("down") == [[review], [mine, money], [why]]
    assert press("down") == [[review], [money, mine], [why]]
    assert press("down") == [[review], [money], [mine, why]]
    desk.comes_back()
    assert press("up") == [[review], [money, mine], [why]]
    assert press("up") == [[review], [mine, money], [why]]
    assert press("up") == [[review, mine], [money], [why]]
    desk.comes_back()


def test_a_thing_becomes_what_its_new_section_says_of_such_things(desk: Desk) -> None:
    desk.move("说得清楚目标", "需要谨慎的信号")
    assert {one["text"] for one in desk.book["signals"] if one["polarity"] == "caution"} == {
        *("说得清楚目标", "还说得清楚数字", "答非所问"),
    }
    assert desk.reads("signals") == ["允许失败", "答非所问", "说得清楚目标", "还说得清楚数字"]
    desk.move("收入从哪里来？", "他们会问我的问题")
    assert [one["direction"] for one in desk.book["questions"]] == ["ask", "ask", "answer", "answer"]
    desk.comes_back()


def test_a_goal_moves_with_all_its_steps(desk: Desk) -> None:
    desk.move("学会 Go 语言", "中期目标", "")
    assert [(one["text"], one["horizon"]) for one in desk.book["goals"]] == [
        ("学会 Rust", "short"),
        ("学会 Go 语言", "mid"),
        ("带一个项目", "mid"),
    ]
    assert desk.reads("steps")[:3] == ["读完一本书", "第一章", "写一个服务"]
    desk.comes_back()
    desk.remove("短期目标")
    assert desk.reads("steps")[:3] == ["读完一本书", "第一章", "写一个服务"], "its steps stand in its section"


def test_a_step_goes_in_out_and_to_another_goal_or_task_with_all_beneath_it(desk: Desk) -> None:
    desk.move("写一个服务", "读完一本书")
    assert _steps(desk, "学会 Go 语言") == {"读完一本书": {"第一章": {}, "写一个服务": {}}}
    desk.move("写一个服务", "学会 Go 语言", "")
    assert _steps(desk, "学会 Go 语言") == {"写一个服务": {}, "读完一本书": {"第一章": {}}}
    desk.move("读完一本书", "学会 Rust")
    assert _steps(desk, "学会 Rust") == {"读完一本书": {"第一章": {}}}
    desk.move("读完一本书", "带上简历", "打印两份")
    assert _steps(desk, "带上简历") == {"打印两份": {}, "读完一本书": {"第一章": {}}}
    desk.move("第一章", "打印两份")
    assert _steps(desk, "带上简历") == {"打印两份": {"第一章": {}}, "读完一本书": {}}
    assert [one["section"] for one in desk.book["tasks"][0]["steps"]] == [desk.id("面试前准备清单")] * 2
    desk.comes_back()


def _steps(desk: Desk, words: str) -> dict[str, object]:
    def tree(above: dict[str, list[dict[str, object]]]) -> dict[str, object]:
        return {str(step["text"]): tree(step) for step in above["steps"]}  # type: ignore[arg-type]

    return tree(next(one for kind in ("goals", "tasks") for one in desk.book[kind] if one["text"] == words))


def test_a_signal_goes_beneath_another_and_out_again(desk: Desk) -> None:
    desk.move("说得清楚目标", "答非所问")
    assert [(one["text"], one["polarity"]) for one in desk.book["signals"]] == [
        ("允许失败", "positive"),
        ("答非所问", "caution"),
        ("说得清楚目标", "caution"),
        ("还说得清楚数字", "caution"),
    ]
    desk.comes_back()
    desk.move("还说得清楚数字", "积极信号", "")
    found = {one["text"]: one for one in desk.book["signals"]}
    assert (found["还说得清楚数字"]["parent"], found["还说得清楚数字"]["polarity"]) == (None, "positive")
    assert found["说得清楚目标"]["parent"] == found["答非所问"]["id"]
    desk.comes_back()


def test_a_section_goes_beneath_another_and_its_headings_change_their_level(desk: Desk) -> None:
    desk.move("面试问题清单", "岗位职责")
    assert [(one["path"][1:], one["level"]) for one in desk.book["sections"][2:7]] == [
        (["基本信息"], 2),
        (["岗位职责"], 2),
        (["岗位职责", "面试问题清单"], 3),
        (["岗位职责", "面试问题清单", "团队"], 4),
        (["岗位职责", "面试问题清单", "业务"], 4),
    ]
    assert "#### 团队" in desk.markdown
    desk.comes_back()
    desk.move("业务", "岗位职责", "")
    assert desk.reads("sections")[1:6] == ["基本信息", "岗位职责", "业务", "面试问题清单", "团队"]
    desk.move("面试问题清单", "某公司 - 后端岗位", "")
    assert desk.reads("sections")[1:6] == ["面试问题清单", "团队", "基本信息", "岗位职责", "业务"]
    assert [one["level"] for one in desk.book["sections"]][2:7] == [2, 3, 2, 2, 3]
    page = desk.page().text
    titles = [title for title in desk.reads("sections")[1:] if title != "基本信息"]  # facts stand at the top
    assert sorted(titles, key=lambda title: page.index(f'dir="auto">{title}</h')) == titles
    desk.comes_back()


def test_among_headings_of_unlike_levels_a_section_stands_on_its_neighbours_level(app: Flask, person: Person) -> None:
    sheet = "# 书\n\n## 一\n\n#### 深\n\n### 浅\n\n## 二\n\n### 孙\n"
    for after, levels in (("浅", [2, 4, 3, 3, 4]), ("深", [2, 4, 4, 5, 3]), ("", [2, 4, 5, 4, 3])):
        desk = Desk(app, person, sheet)
        assert desk.move("二", "一", after).status_code == 200
        assert [one["level"] for one in desk.book["sections"]][2:] == levels, after
        assert {one["path"][-2] for one in desk.book["sections"] if one["path"][-1:] == ["二"]} == {"一"}
        desk.comes_back()


def test_nothing_moves_when_a_move_is_repeated(app: Flask, desk: Desk) -> None:
    desk.add("questions", "第三？", "团队")
    for words, into, after in (
        ("团队怎么做代码评审？", "团队", "上线一次要多久？"),
        ("团队怎么做代码评审？", "团队", ""),
        ("团队怎么做代码评审？", "团队", None),
        ("团队怎么做代码评审？", "业务", "收入从哪里来？"),
        ("团队怎么做代码评审？", "业务", None),
        ("学会 Go 语言", "中期目标", None),
        ("学会 Go 语言", "短期目标", ""),
        ("读完一本书", "写一个服务", None),
        ("读完一本书", "打印两份", ""),
        ("说得清楚目标", "答非所问", ""),
        ("说得清楚目标", "积极信号", "允许失败"),
        ("面试问题清单", "岗位职责", None),
        ("面试问题清单", "某公司 - 后端岗位", "基本信息"),
        ("业务", "面试问题清单", ""),
    ):
        assert desk.move(words, into, after).status_code == 200
        before = a_day_later(app)
        for _again in range(2):
            assert desk.move(words, into, after).status_code == 200
            assert everything(app) == before, (words, into, after)
    desk.comes_back()


def test_a_thing_that_is_sent_to_where_it_stands_stays(app: Flask, desk: Desk) -> None:
    before = a_day_later(app)
    for words, into, after in (
        ("上线一次要多久？", "团队", "团队怎么做代码评审？"),
        ("团队怎么做代码评审？", "团队", ""),
        ("写一个服务", "学会 Go 语言", None),
        ("允许失败", "积极信号", "说得清楚目标"),
        ("业务", "面试问题清单", "团队"),
        ("面试前准备清单", "某公司 - 后端岗位", None),
    ):
        assert desk.move(words, into, after).status_code == 200
        assert everything(app) == before, (words, into, after)


def test_two_who_move_at_once_never_put_each_thing_beneath_the_other(app: Flask, person: Person) -> None:
    people = [person, Person(app)]
    assert all(one.token for one in people)
    steps = "## 短期目标\n- [ ] 学\n  - [ ] 丙\n    - [ ] 丙一\n  - [ ] 丁\n    - [ ] 丁一\n"
    for _round in range(5):
        desk = Desk(app, person, f"# 书\n\n## 甲\n\n### 甲一\n\n## 乙\n\n### 乙一\n\n{steps}")
        for kind, pair in (("sections", "甲乙"), ("steps", "丙丁")):
            sent = [
                (desk.at(pair[one]) + "/move", desk.place(kind, f"{pair[1 - one]}一"))  # beneath what is in the other
                for one in (0, 1)
            ]
            with ThreadPoolExecutor(2) as pool:
                answers = list(pool.map(lambda one, each: one.save(each[0], **each[1]), people, sent))
            assert sorted(answer.status_code for answer in answers)[0] == 200
            assert {answer.status_code for answer in answers} & {422, 503}, "the other has to look again"
        assert {one["path"][0] for one in desk.book["sections"][1:]} == {"书"}
        assert sorted(desk.reads("steps")) == sorted(["丙", "丙一", "丁", "丁一"])
