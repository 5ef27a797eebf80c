"""The number of a question that is added: as the list it goes to would count."""

from __future__ import annotations

from flask import Flask

from tests.conftest import Person
from tests.sheet.desk import Desk

# the questions of a sheet; to which section one is added, behind which (first: "", last: None); its number
COUNTED = [
    ("### 甲\n1. 一？\n2. 二？\n\n### 乙\n3. 三？\n", "甲", None, "3"),
    ("### 甲\n1. 一？\n2. 二？\n\n### 乙\n3. 三？\n", "乙", None, "4"),
    ("### 甲\n1. 一？\n2. 二？\n\n### 乙\n3. 三？\n", "乙", "", "3"),
    ("### 甲\n1. 一？\n2. 二？\n\n### 乙\n", "乙", None, "3"),
    ("### 甲\n1. 一？\n\n### 乙\n1. 二？\n\n### 丙\n", "丙", None, "1"),
    ("### 甲\n1. 一？\n2. 二？\n\n### 乙\n1. 三？\n", "乙", None, "2"),
    ("### 甲\n1. 一？\n2. 二？\n3. 三？\n", "甲", "一？", "2"),
    ("### 甲\n1. 一？\n1. 二？\n1. 三？\n", "甲", None, "1"),
    ("### 甲\n1. 一？\n1. 二？\n1. 三？\n", "甲", "一？", "1"),
    ("### 甲\n1. 一？\n1. 二？\n1. 三？\n", "甲", "", "1"),
    ("### 甲\n1. 一？\n2. 新？\n2. 二？\n3. 三？\n", "甲", "二？", "3"),
    ("### 甲\n- 一？\n- 二？\n", "甲", None, None),
    ("### 甲\n- 一？\n- 二？\n\n### 乙\n", "乙", None, None),
    ("### 甲\n\n### 乙\n1. 三？\n", "甲", None, "1"),
    ("### 甲\n\n### 乙\n", "甲", None, None),
    ("### 甲\n9. 一？\n", "甲", None, "10"),
]


def test_a_question_has_the_number_its_list_would_give_it(app: Flask, person: Person) -> None:
    for questions, section, after, number in COUNTED:
        desk = Desk(app, person, f"# 书\n\n## 面试问题清单\n\n{questions}")
        before = desk.markdown.split("\n")
        behind = {} if after is None else {"after": desk.id(after) if after else ""}
        uid = desk.add("questions", "加的？", section, **behind)
        case = (questions, section, after)
        assert [one["number"] for one in desk.book["questions"] if one["id"] == uid] == [number], case
        assert set(before) <= set(desk.markdown.split("\n")), "the others keep their numbers"
        desk.comes_back()


def test_of_several_each_counts_on_as_its_list_does(app: Flask, person: Person) -> None:
    for questions, numbers in (("1. 一？\n", "234"), ("1. 一？\n1. 二？\n", "111"), ("- 一？\n", [None] * 3)):
        desk = Desk(app, person, f"# 书\n\n## 面试问题清单\n\n{questions}")
        desk.add("questions", "甲？\n乙？\n丙？", "面试问题清单", each="1")
        assert [one["number"] for one in desk.book["questions"]][-3:] == list(numbers)
        desk.comes_back()
