"""A sheet with a thing of every kind on it, and a person who edits it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

from flask import Flask
from werkzeug.test import TestResponse

from app.clock import now
from app.db import Model, writing
from tests.conftest import Person
from tests.exchange.books import as_markdown, book_of, imported
from tests.web.pages import Form, everything, forms_of

SHEET = """# 某公司 - 后端岗位

## 基本信息
**公司**: 某公司
**地点**: 上海

## 岗位职责
1. 核心链路 - 产品后端
2. 会员营收 - 权益供给

## 技术要求
- ✅ 熟悉 Go - 三年
- 🔄 大模型应用 - 在学

## 个人优势
1. 大规模系统 → 推理服务
2. 跨部门协作 → 与算法团队协作

## 需要转换的技能
- 反作弊算法 → 算法工程
- 风控系统 → 网关系统

## 面试问题清单

### 团队
1. 团队怎么做代码评审？
2. 上线一次要多久？

### 业务
3. 收入从哪里来？

## 他们会问我的问题
- 为什么离开上一家？

## 积极信号
- [ ] 说得清楚目标
  - [ ] 还说得清楚数字
- [ ] 允许失败

## 需要谨慎的信号
- [ ] 答非所问

## 自我展示要点
1. 大规模经验 - 十亿级
2. 主动学习

## 短期目标
- [ ] 学会 Go 语言
  - [ ] 读完一本书
    - [ ] 第一章
  - [ ] 写一个服务
- [ ] 学会 Rust

## 中期目标
- [ ] 带一个项目

## 面试前准备清单
- [ ] 带上简历
  - [ ] 打印两份
- [ ] 提前到
"""
LISTS = (
    "info",
    "responsibilities",
    "requirements",
    "strengths",
    "transfers",
    "questions",
    "signals",
    "pitch_points",
    "goals",
    "tasks",
)


class Desk:
    """One workbook as the person at this machine edits it, and what its exports tell of it."""

    def __init__(self, app: Flask, person: Person, sheet: str = SHEET) -> None:
        self.app, self.person = app, person
        self.uid = imported(app, ("sheet.md", sheet.encode()))[0].workbook.id
        self.base = f"/workbooks/{self.uid}"
        self._known: dict[str, tuple[str, str]] = {}

    @property
    def book(self) -> dict[str, Any]:
        """The workbook in the JSON export."""
        return book_of(self.app, self.uid)

    @property
    def markdown(self) -> str:
        return as_markdown(self.app, self.uid).decode()

    def page(self, query: str = "") -> TestResponse:
        page = self.person.get(self.base + query)
        assert page.status_code == 200
        return page

    def id(self, words: str) -> str:
        """The id of the one section or thing that reads so (of a fact: its label), or did."""
        return self._find(words)[1]

    def at(self, words: str) -> str:
        """The address of the one section or thing that reads so, or did."""
        return "/".join((self.base, *self._find(words)))

    def version(self, words: str) -> str:
        """The version of a wording that its panel sends."""
        return self.form(f"?edit={self.id(words)}", self.at(words) + "/wording").fields["version"]

    def form(self, query: str, action: str) -> Form:
        """The form of the sheet that goes to an address."""
        return next(form for form in forms_of(self.page(query)) if form.action == action)

    def reads(self, kind: str, section: str | None = None) -> list[str]:
        """What the things of a kind read, in their order; those of one section alone where it is named."""
        if kind == "sections":
            return [one["path"][-1] for one in self.book["sections"][1:]]
        home = self.id(section) if section else None
        return [said for said, one in self.things(kind) if home in (None, one["section"])]

    def add(self, kind: str, text: str, into: str, **fields: str) -> str:
        """Add a thing to the section or beneath the thing that reads `into`, as our script does; gives its id."""
        sent = {"id": str(uuid4()), "text": text, **self.place(kind, into), **fields}
        answer = self.person.save(f"{self.base}/{kind}", **sent)
        assert answer.status_code == 201, answer.get_json()
        return str(answer.get_json()["id"])

    def place(self, kind: str, into: str) -> dict[str, str]:
        """The field that says where a thing of a kind is to go."""
        at = self.at(into).removeprefix(self.base + "/")
        return {"section": at.split("/")[1]} if at.startswith("sections/") and kind != "sections" else {"under": at}

    def move(self, words: str, into: str, after: str | None = None) -> TestResponse:
        """Move a thing into a section or beneath another: behind one (`after`), before all (""), or behind all."""
        kind = self.at(words).split("/")[3]
        fields = self.place(kind, into)
        if after is not None:
            fields["after"] = self.id(after) if after else ""
        return self.person.save(self.at(words) + "/move", **fields)

    def remove(self, words: str) -> str:
        """Delete a thing; gives the address that the browser is led to."""
        answer = self.person.send(self.at(words) + "/remove")
        assert answer.status_code == 303
        return answer.headers["Location"]

    def undo(self, address: str) -> None:
        """Press the Undo that the page at an address shows."""
        query = address.removeprefix(self.base).partition("#")[0]
        (form,) = (form for form in forms_of(self.page(query)) if form.action.startswith("/bin/removals/"))
        assert self.person.client.post(form.action, data=form.fields).status_code == 303

    def stands(self) -> dict[str, Any]:
        """All there is, with its place, as a file tells it too."""
        return told(self.book)

    def comes_back(self) -> None:
        """The exported file, imported anew, holds just what stands here."""
        (taken,) = imported(self.app, ("again.md", self.markdown.encode()))
        assert told(book_of(self.app, taken.workbook.id)) == self.stands()

    def things(self, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """The things of a kind in their order, each with what it reads."""
        if kind == "steps":
            for one in (*self.book["goals"], *self.book["tasks"]):
                yield from ((step["text"], step) for step in _every_step(one))
            return
        name = "label" if kind == "info" else "text"
        yield from ((one[name], one) for one in self.book[kind])

    def _find(self, words: str) -> tuple[str, str]:
        if words not in self._known:
            for kind, uid, said in self.every():
                assert self._known.setdefault(said, (kind, uid))[1] == uid or said != words, "two read so"
        return self._known[words]

    def every(self) -> Iterator[tuple[str, str, str]]:
        """Kind, id and words of every section and thing."""
        book = self.book
        yield from (("sections", one["id"], one["path"][-1]) for one in book["sections"] if one["path"])
        for kind in LISTS:
            for one in book[kind]:
                yield kind, one["id"], one["label" if kind == "info" else "text"]
                yield from (("steps", step["id"], step["text"]) for step in _every_step(one))


def _every_step(above: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for step in above.get("steps", ()):
        yield step
        yield from _every_step(step)


def a_day_later(app: Flask) -> dict[str, list[tuple[Any, ...]]]:
    """Everything, as it is when all of it was changed a day ago: what changes again then tells."""
    with app.app_context(), writing() as connection:
        for table in Model.metadata.sorted_tables:
            connection.execute(table.update().values(updated_at=now() - timedelta(days=1)))
    return everything(app)


def told(book: dict[str, Any]) -> dict[str, Any]:
    """What a file tells of a workbook: everything but ids, versions, times and what stands in rounds."""
    names = {one["id"]: one["text"] for one in book["signals"]}
    found: dict[str, Any] = {"sections": [(one["path"], one["level"], one["kind"]) for one in book["sections"]]}
    for kind in LISTS:
        found[kind] = [_told(one, names) for one in book[kind]]
    return found


def _told(one: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    kept = ("path", "number", "text", "label", "value", "note", "evidence", "status", "done", "asked")
    found = {name: one[name] for name in (*kept, "direction", "polarity", "horizon") if name in one}
    found["parent"] = names.get(one.get("parent") or "")
    found["steps"] = [_told(step, {}) for step in one.get("steps", ())]
    found["said"] = [answer["body"] for answer in one.get("answers", ()) if answer["round"] is None]
    found["seen"] = any(mark["checked"] for mark in one.get("marks", ()) if mark["round"] is None)
    return found
