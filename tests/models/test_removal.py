"""The bin: a thing goes with all beneath it, comes back with what it stands in, and after its time leaves no trace."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, union_all, update

from app.clock import now
from app.db import Model, db, writing
from app.models import ELEMENTS, Answer, Goal, Place, Question, Removal, Revision, Section, Signal, Step, Task, Workbook
from app.models.element import Element
from app.models.removal import STAYS
from tests.exchange.books import as_markdown, export_of, imported, live, nested, rows

DEEP = """# 书

## 学习目标

### 短期目标
- [ ] 学会 Go
  - [ ] 读书
    - [ ] 第一章
      - [ ] 第一节
  - [ ] 写服务

### 中期目标
- [ ] 学会英语

## 信号

### 积极信号
- [ ] 甲
  - [ ] 甲一
    - [ ] 甲二
- [ ] 乙

### 需要谨慎的信号
- [ ] 丙

## 面试问题清单
1. 为什么？
"""


@pytest.fixture
def book(app: Flask) -> str:
    return imported(app, ("deep.md", DEEP.encode()))[0].workbook.id


def name_of(model: type[Element]) -> Any:
    return getattr(model, model.WORDING[0])


def place_of(model: type[Element], name: str) -> Place:
    found = select(model.owner_id, model.workbook_id, model.id).where(name_of(model) == name)
    return Place(*db.session.execute(found).one())


def remove(app: Flask, model: type[Element], name: str) -> int:
    """Put the thing of that name into the bin; gives the key of its removal."""
    with app.app_context(), writing() as connection:
        uid = Removal.of(connection, model, place_of(model, name))
        return connection.execute(select(Removal.id).where(Removal.uid == uid)).scalar_one()


def put_back(app: Flask, removal: int) -> None:
    with app.app_context(), writing() as connection:
        Removal.put_back(connection, removal)


def binned(app: Flask) -> dict[str, int]:
    """What lies in the bin, by name, with the removal it belongs to."""
    with app.app_context():
        every = [
            select(name_of(model).label("name"), model.removal_id).where(model.removal_id.is_not(None))
            for model in ELEMENTS
        ]
        return {row.name: row.removal_id for row in db.session.execute(union_all(*every))}


def names(app: Flask) -> set[str]:
    return set(binned(app))


def waiting(app: Flask) -> list[tuple[str, str]]:
    """The removals that are not restored: what kind of thing, and what it says."""
    with app.app_context():
        found = select(Removal.noun, Removal.label).where(Removal.restored_at.is_(None)).order_by(Removal.id)
        return [(row.noun, row.label) for row in db.session.execute(found)]


WITH_ALL_BENEATH: list[tuple[type[Element], str, set[str]]] = [
    (Question, "为什么？", {"为什么？"}),
    (Step, "读书", {"读书", "第一章", "第一节"}),
    (Goal, "学会 Go", {"学会 Go", "读书", "第一章", "第一节", "写服务"}),
    (Signal, "甲", {"甲", "甲一", "甲二"}),
    (Section, "积极信号", {"积极信号", "甲", "甲一", "甲二", "乙"}),
    (Section, "信号", {"信号", "积极信号", "甲", "甲一", "甲二", "乙", "需要谨慎的信号", "丙"}),
]


@pytest.mark.parametrize(
    ("model", "name", "gone"), WITH_ALL_BENEATH, ids=[name for _model, name, _gone in WITH_ALL_BENEATH]
)
def test_a_thing_goes_with_all_beneath_it_and_comes_back_so(
    app: Flask, book: str, model: type[Element], name: str, gone: set[str]
) -> None:
    before, sheet = export_of(app, book), as_markdown(app, book)
    removal = remove(app, model, name)
    assert binned(app) == dict.fromkeys(gone, removal)
    assert waiting(app) == [(model.__tablename__, name)]
    assert export_of(app, book) != before
    for _again in range(2):
        put_back(app, removal)
        assert (binned(app), waiting(app)) == ({}, [])
        assert (export_of(app, book), as_markdown(app, book)) == (before, sheet)


def test_a_task_goes_with_its_steps(app: Flask) -> None:
    before = export_of(app, nested(app))
    removal = remove(app, Task, "带上简历")
    assert names(app) == {"带上简历", "打印两份"}
    put_back(app, removal)
    assert export_of(app, before["workbooks"][0]["id"]) == before


def test_restored_is_when_it_was_put_back_first(app: Flask, book: str) -> None:
    removal = remove(app, Goal, "学会 Go")
    then = now() - timedelta(days=2)
    put_back(app, removal)
    with app.app_context(), writing() as connection:
        connection.execute(update(Removal).values(restored_at=then))
    put_back(app, removal)
    with app.app_context():
        assert db.session.execute(select(Removal.restored_at)).scalar_one() == then


def test_what_was_removed_before_stays_in_the_bin_when_its_section_comes_back(app: Flask, book: str) -> None:
    child, signal, section = (
        remove(app, Signal, "甲一"),
        remove(app, Signal, "甲"),
        remove(app, Section, "信号"),
    )
    assert {binned(app)[name] for name in ("甲一", "甲二")} == {child}
    assert binned(app)["甲"] == signal
    put_back(app, section)
    assert names(app) == {"甲", "甲一", "甲二"}
    put_back(app, signal)
    assert names(app) == {"甲一", "甲二"}
    put_back(app, child)
    assert (binned(app), waiting(app)) == ({}, [])


def test_what_a_thing_stands_in_comes_back_with_it_and_the_rest_stays(app: Flask, book: str) -> None:
    whole = export_of(app, book)
    child, section = remove(app, Signal, "甲一"), remove(app, Section, "信号")
    put_back(app, child)
    assert names(app) == {"乙", "需要谨慎的信号", "丙"}
    assert waiting(app) == [("section", "信号")]
    put_back(app, section)
    assert binned(app) == {}
    assert export_of(app, book) == whole


def test_a_step_brings_back_the_steps_the_goal_and_the_sections_above_it(app: Flask, book: str) -> None:
    whole = export_of(app, book)
    step, goal, section = (
        remove(app, Step, "第一节"),
        remove(app, Goal, "学会 Go"),
        remove(app, Section, "学习目标"),
    )
    put_back(app, step)
    assert names(app) == {"写服务", "中期目标", "学会英语"}
    assert waiting(app) == [("goal", "学会 Go"), ("section", "学习目标")]
    put_back(app, goal)
    assert names(app) == {"中期目标", "学会英语"}
    put_back(app, section)
    assert export_of(app, book) == whole


def test_a_section_comes_back_with_those_above_it_alone(app: Flask, book: str) -> None:
    inner, outer, title = (
        remove(app, Section, "积极信号"),
        remove(app, Section, "信号"),
        remove(app, Section, "书"),
    )
    put_back(app, inner)
    assert names(app) == {
        *("学习目标", "短期目标", "学会 Go", "读书", "第一章", "第一节", "写服务", "中期目标", "学会英语"),
        *("需要谨慎的信号", "丙", "面试问题清单", "为什么？"),
    }
    assert binned(app)["丙"] == outer
    assert binned(app)["为什么？"] == title


def test_a_removal_of_which_nothing_is_left_is_restored(app: Flask, book: str) -> None:
    question, section = remove(app, Question, "为什么？"), remove(app, Section, "面试问题清单")
    put_back(app, question)
    assert (binned(app), waiting(app)) == ({}, [])
    put_back(app, section)
    assert remove(app, Section, "面试问题清单") not in (question, section)
    put_back(app, section)
    assert names(app) == {"面试问题清单", "为什么？"}, "an old undo does not take back a new deletion"


def test_another_workbook_never_notices(app: Flask, book: str) -> None:
    other = imported(app, ("other.md", DEEP.replace("书", "另一本").encode()))[0].workbook.id
    before = export_of(app, other)
    with app.app_context(), writing() as connection:
        here = select(Section.owner_id, Section.workbook_id, Section.id).join(Workbook).where(Workbook.uid == book)
        place = Place(*connection.execute(here.where(Section.title == "信号")).one())
        Removal.of(connection, Section, place)
        key = connection.execute(select(Removal.id)).scalar_one()
    assert export_of(app, other) == before
    put_back(app, key)
    purge(app, STAYS)
    assert export_of(app, other) == before


def grow_old(app: Flask, days: int, removals: Iterable[int] = ()) -> None:
    """These removals, or all, were made so many days ago."""
    keys = list(removals)
    with app.app_context(), writing() as connection:
        of = update(Removal).where(Removal.id.in_(keys)) if keys else update(Removal)
        connection.execute(of.values(created_at=now() - timedelta(days=days)))


def purge(app: Flask, age: timedelta = STAYS) -> None:
    before: datetime = now() - age
    with app.app_context(), writing() as connection:
        Removal.purge(connection, before)
        Workbook.purge(connection, before)


def count(app: Flask, model: type[Model], *where: Any) -> int:
    with app.app_context():
        return db.session.execute(select(func.count()).select_from(model).where(*where)).scalar_one()


def test_after_thirty_days_it_is_gone_and_every_export_is_as_it_was(app: Flask, workbook: str) -> None:
    live(app, workbook)
    old = [
        remove(app, Question, "目前AI网关的技术架构是怎样的？使用了哪些技术栈？"),
        remove(app, Section, "💪 个人优势匹配"),
    ]
    young = remove(app, Question, "AI推理服务的部署方式？是容器化还是serverless？")
    grow_old(app, 31, old)
    grow_old(app, 29, [young])
    markdown, exported = as_markdown(app, workbook), export_of(app, workbook)
    for _again in range(2):
        purge(app)
        assert (as_markdown(app, workbook), export_of(app, workbook)) == (markdown, exported)
        assert binned(app) == {"AI推理服务的部署方式？是容器化还是serverless？": young}
        assert [label for _noun, label in waiting(app)] == ["AI推理服务的部署方式？是容器化还是serverless？"]
    grow_old(app, 31)
    purge(app)
    assert (as_markdown(app, workbook), export_of(app, workbook)) == (markdown, exported)
    assert (binned(app), count(app, Removal)) == ({}, 0)


def test_what_was_said_about_it_goes_too(app: Flask) -> None:
    uid = nested(app)
    live(app, uid)
    with app.app_context(), writing() as connection:
        Answer.revise(connection, place_of(Question, "团队怎么做代码评审？"), None, "全部改写", 1, "import")
        Signal.reword(connection, place_of(Signal, "说得清楚目标"), "说得清目标", "", 1)
        Goal.annotate(connection, place_of(Goal, "学会 Go"), "第一版", 0)
        Goal.annotate(connection, place_of(Goal, "学会 Go"), "第二版", 1, "import")
    kept = count(app, Revision)
    assert kept > 3
    for model, name in ((Section, "面试问题清单"), (Signal, "说得清目标"), (Goal, "学会 Go")):
        remove(app, model, name)
    grow_old(app, 31)
    purge(app)
    left = rows(app)
    assert (left["question"], left["answer"], left["goal"], left["revision"]) == (0, 0, 0, 0)
    assert (left["signal"], left["step"], left["workbook"]) == (2, 1, 1)


def test_of_what_was_put_back_only_the_removal_goes(app: Flask, book: str) -> None:
    before = export_of(app, book)
    put_back(app, remove(app, Section, "信号"))
    grow_old(app, 31)
    purge(app)
    assert count(app, Removal) == 0
    assert export_of(app, book) == before


def test_what_is_older_takes_nothing_younger_with_it(app: Flask, book: str) -> None:
    child, section = remove(app, Signal, "甲一"), remove(app, Section, "信号")
    grow_old(app, 31, [child])
    purge(app)
    assert names(app) == {"信号", "积极信号", "甲", "乙", "需要谨慎的信号", "丙"}
    put_back(app, section)
    assert binned(app) == {}


def test_a_workbook_goes_thirty_days_after_it_was_removed(app: Flask, book: str) -> None:
    kept = nested(app)
    live(app, kept)
    before, held = export_of(app, kept), rows(app)
    going = nested(app)
    live(app, going)
    for uid, days in ((going, 31), (book, 29)):
        with app.app_context(), writing() as connection:
            Workbook.remove(connection, connection.scalar(select(Workbook.id).where(Workbook.uid == uid)) or 0)
            there = update(Workbook).where(Workbook.uid == uid)
            connection.execute(there.values(deleted_at=now() - timedelta(days=days)))
    purge(app)
    assert rows(app) == held
    assert export_of(app, kept) == before


def test_lines_lost_twice_are_told_once(app: Flask, book: str) -> None:
    with app.app_context(), writing() as connection:
        key = connection.execute(select(Workbook.id).where(Workbook.uid == book)).scalar_one()
        for _again in range(2):
            Workbook.lose(connection, key, [(9, 9), (3, 4)])
        Workbook.lose(connection, key, [(5, 5)])
        assert connection.execute(select(Workbook.gone)).scalar_one() == [[3, 4], [5, 5], [9, 9]]


def test_a_state_said_again_changes_nothing(app: Flask, book: str) -> None:
    with app.app_context(), writing() as connection:
        key = connection.execute(select(Workbook.id).where(Workbook.uid == book)).scalar_one()
        connection.execute(update(Workbook).values(updated_at=now() - timedelta(days=1)))
        Workbook.become(connection, key, "offer")
        then = connection.execute(select(Workbook.updated_at, Workbook.state)).one()
        assert (then.state, then.updated_at > now() - timedelta(hours=1)) == ("offer", True)
        connection.execute(update(Workbook).values(updated_at=now() - timedelta(days=1)))
        Workbook.become(connection, key, "offer")
        assert connection.execute(select(Workbook.updated_at)).scalar_one() < now() - timedelta(hours=1)
