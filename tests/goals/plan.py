"""A sheet with goals of every horizon, and what a person sees of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from html import unescape
from zoneinfo import ZoneInfo

from flask import Flask
from werkzeug.test import TestResponse

from app.db import db, read
from app.models import Requirement
from tests.conftest import Person
from tests.web.pages import Form, forms_of

SHEET = """# 面试准备

## 岗位信息

**日期**: 2025年8月

## 技术要求匹配度

- ✅ **Go** - 五年
- 🔄 **大模型应用** - 需要学习转换
- 🔄 **Rust**

## 个人优势

1. **系统设计** → 推理服务

## 面试问题

1. 网关怎么做限流？

## 长期目标

- [ ] 成为专家

## 短期目标（1-2个月）

- [ ] 读完论文
  - [ ] 第一篇
    - [x] 摘要
  - [ ] 第二篇
- [x] 装好环境

## 学习计划

- [ ] 练英语
"""


@dataclass(frozen=True)
class Plan:
    """The person before the page of goals of one workbook."""

    app: Flask
    person: Person
    base: str

    @property
    def page(self) -> str:
        """The page as a person reads it."""
        return unescape(self.person.get(f"{self.base}/goals").text)

    def goal(self, text: str) -> str:
        """The address of the goal of that text."""
        found = re.search(rf'id="g-([^"]+)" aria-label="{re.escape(text)}"', self.page)
        assert found, text
        return f"{self.base}/goals/{found[1]}"

    def card(self, text: str) -> str:
        """What the page shows of one goal."""
        uid = self.goal(text).split("/")[-1]
        return self.page.split(f'id="g-{uid}"')[1].split("</article>")[0]

    def words(self, text: str) -> str:
        """The words of one goal, without markup."""
        return " ".join(re.sub(r"<[^>]+>", " ", self.card(text).split(">", 1)[1]).split())

    def forms(self, action: str) -> list[Form]:
        """The forms of the page that go to an address."""
        return [form for form in forms_of(self.person.get(f"{self.base}/goals")) if form.action == action]

    def uid(self, text: str, model: type[Requirement] = Requirement) -> str:
        """The id of a requirement (or another thing) by its text."""
        with self.app.app_context():
            return str(read().execute(db.select(model.uid).where(model.text == text)).scalar_one())

    def requirement(self, text: str) -> tuple[str | None, str, int]:
        """Status, evidence and version of a requirement."""
        with self.app.app_context():
            columns = (Requirement.status, Requirement.evidence, Requirement.version)
            row = read().execute(db.select(*columns).where(Requirement.text == text)).one()
            return row.status, row.evidence, row.version


def begin(app: Flask, person: Person, sheet: str = SHEET) -> Plan:
    """The page of a sheet just imported."""
    imported: TestResponse = person.send("/import", text=sheet)
    return Plan(app, person, imported.headers["Location"])


def today() -> date:
    """Today where the tests' person lives."""
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


def in_days(count: int) -> str:
    """A day from today on, as a form sends it."""
    return (today() + timedelta(days=count)).isoformat()
