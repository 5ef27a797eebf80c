"""Workbooks to give and take: a small sheet with everything nested, and the founding one with a life behind it."""

import json
from datetime import UTC, date, datetime
from typing import Any

from flask import Flask
from sqlalchemy import Connection, func, select

from app.clock import new_uid
from app.db import LOCAL_OWNER, Model, db, writing
from app.exchange.give import given
from app.exchange.take import Sent, Taken, take
from app.models import (
    Answer,
    FollowUp,
    Goal,
    Interviewer,
    Item,
    Place,
    Question,
    Round,
    Signal,
    Step,
    Task,
    Workbook,
)

NESTED = """# 某公司 - 后端岗位

## 基本信息
**公司**: 某公司

## 面试问题清单
1. 团队怎么做代码评审？
2. 上线一次要多久？

   大约一周。
- [ ] 谁来决定优先级？

## 积极信号
- [ ] 说得清楚目标
  - [ ] 还说得清楚数字
- [x] 允许失败

## 需要谨慎的信号
- [ ] 答非所问

## 短期目标
- [ ] 学会 Go
  - [ ] 读完一本书
    - [x] 第一章
  - [ ] 写一个服务

## 面试前准备清单
- [ ] 带上简历
  - [ ] 打印两份
"""


def imported(app: Flask, *files: tuple[str, bytes]) -> list[Taken]:
    with app.app_context():
        return take([Sent(*file) for file in files], LOCAL_OWNER)


def nested(app: Flask) -> str:
    return imported(app, ("sheet.md", NESTED.encode()))[0].workbook.id


def as_markdown(app: Flask, uid: str) -> bytes:
    return _given(app, uid, "markdown")


def with_rounds(app: Flask, uid: str) -> bytes:
    """The Markdown with the rounds in it."""
    return _given(app, uid, "markdown", rounds=True)


def as_json(app: Flask, uid: str) -> bytes:
    return _given(app, uid, "json")


def as_csv(app: Flask, uid: str) -> bytes:
    return _given(app, uid, "csv")


def as_html(app: Flask, uid: str) -> str:
    return _given(app, uid, "html").decode("utf-8")


def export_of(app: Flask, uid: str) -> dict[str, Any]:
    """The JSON export without the time it was made at."""
    export: dict[str, Any] = json.loads(as_json(app, uid))
    del export["exported_at"]
    return export


def book_of(app: Flask, uid: str) -> dict[str, Any]:
    book: dict[str, Any] = export_of(app, uid)["workbooks"][0]
    return book


def rows(app: Flask) -> dict[str, int]:
    """How many rows each table has."""
    with app.app_context():
        return {
            table.name: db.session.execute(select(func.count()).select_from(table)).scalar_one()
            for table in Model.metadata.sorted_tables
        }


def places(model: type[Item] | type[Round], uid: str) -> list[Place]:
    """Where the rows of a workbook are, in their order."""
    found = select(model.owner_id, model.workbook_id, model.id).join(Workbook, Workbook.id == model.workbook_id)
    return [Place(*row) for row in db.session.execute(found.where(Workbook.uid == uid).order_by(model.position))]


def live(app: Flask, uid: str) -> None:
    """Two rounds with people, and answers, ticks and evidence in all states, outside the rounds and inside."""
    with app.app_context():
        rounds = _rounds(uid)
    with app.app_context(), writing() as connection:
        questions, signals = places(Question, uid), places(Signal, uid)
        for question, round_id, body in (
            (questions[0], None, "第一段\n\n- 一条\n- 两条"),
            (questions[0], rounds[0], "说是两周"),
            (questions[0], rounds[1], "说是两天"),
            (questions[1], None, "😀 会被清空"),
            (questions[2], rounds[1], "    code\n| a | b |"),
        ):
            Answer.revise(
                connection,
                question,
                round_id,
                body,
                0 if question != questions[1] else _version(connection, questions[1]),
            )
        Answer.revise(connection, questions[1], None, "", _version(connection, questions[1]))
        for signal, round_id, checked in (
            (signals[0], None, True),
            (signals[1], None, True),
            (signals[1], None, False),
            (signals[1], rounds[0], True),
            (signals[2], rounds[0], False),
        ):
            Signal.mark(connection, signal, round_id, checked)
        Signal.witness(connection, signals[2], rounds[0], "原话：“没有”", 0)
        Signal.witness(connection, signals[3], rounds[1], "只有证据", 0)
        first, second = places(Round, uid)
        Round.judge(connection, second, "strong_no")
        Round.notice(connection, second, "silent", True)
        Round.remark(connection, second, "两周没有回音", 0)
        Answer.regret(connection, questions[2], rounds[0], True)
        for text, day in (("写一封感谢信", date(2026, 3, 5)), ("问薪资范围", None)):
            FollowUp.leave(connection, first, new_uid(), text, day)
        left = connection.execute(select(FollowUp.id).where(FollowUp.round_id == first.id)).scalars()
        FollowUp.tick(connection, first._replace(id=min(left)), True)
        Goal.tick(connection, places(Goal, uid)[0], True)
        for step in places(Step, uid)[:1]:
            Step.tick(connection, step, True)
        for task in places(Task, uid)[:1]:
            Task.tick(connection, task, True)


def _rounds(uid: str) -> tuple[int, int]:
    workbook = db.session.scalars(select(Workbook).where(Workbook.uid == uid)).one()
    at = datetime(2026, 3, 4, 7, 30, tzinfo=UTC)
    first = Round(
        workbook_id=workbook.id,
        position=1024,
        name="一面",
        kind="technical",
        scheduled_at=at,
        time_zone="Asia/Shanghai",
        minutes=60,
        place="线上",
        notes="带纸",
    )
    second = Round(workbook_id=workbook.id, position=2048, kind="manager", state="debriefed")
    db.session.add_all((first, second))
    db.session.flush()
    people = (Interviewer(round_id=first.id, position=n, name=name, role="工程师") for n, name in enumerate("王李张"))
    db.session.add_all(people)
    db.session.commit()
    return first.id, second.id


def _version(connection: Connection, question: Place) -> int:
    here = select(Answer.version).where(Answer.question_id == question.id, Answer.round_id.is_(None))
    return connection.scalar(here) or 0


def _given(app: Flask, uid: str, form: str, *, rounds: bool = False) -> bytes:
    with app.app_context():
        key = db.session.scalars(select(Workbook.id).where(Workbook.uid == uid)).one()
        return given(key, form, rounds=rounds).data
