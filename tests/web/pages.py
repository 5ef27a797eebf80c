"""What the tests of pages share: forms as a browser finds them, and a picture of the whole database."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from flask import Flask
from sqlalchemy import event, select
from werkzeug.test import TestResponse

from app.db import Model, db
from tests.conftest import Person

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


@dataclass
class Form:
    """One form of a page: where it goes and the fields a browser would send."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._area: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Form(given.get("action", ""), given.get("method", "get").lower()))
        elif tag == "textarea" and "name" in given:
            self._area = given["name"]
            self.found[-1].fields[self._area] = ""
        elif tag in ("input", "button") and "name" in given and self._is_sent(given):
            self.found[-1].fields.setdefault(given["name"], given.get("value", ""))

    @staticmethod
    def _is_sent(given: dict[str, str]) -> bool:
        kind = given.get("type")
        return "checked" in given if kind in ("radio", "checkbox") else kind != "file"

    def handle_data(self, data: str) -> None:
        if self._area:
            self.found[-1].fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area:
            form = self.found[-1]
            form.fields[self._area] = form.fields[self._area].removeprefix("\n")
            self._area = None


def forms_of(page: TestResponse) -> list[Form]:
    """Every form of a page."""
    parser = _Forms()
    parser.feed(page.text)
    return parser.found


def everything(app: Flask) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, to see that nothing changed."""
    with app.app_context():
        tables = Model.metadata.sorted_tables
        return {t.name: [tuple(row) for row in db.session.execute(select(t).order_by(t.c.id))] for t in tables}


def ids(person: Person, workbook: str, kind: str) -> list[str]:
    """The ids of a kind (questions, signals, goals, tasks, steps) as the forms of the sheet name them."""
    return list(dict.fromkeys(re.findall(rf"/{kind}/([^/\"]+)/", person.get(f"/workbooks/{workbook}").text)))


def add_round(person: Person, workbook: str, **fields: str) -> str:
    """Add a round and give its id."""
    added = person.save(f"/workbooks/{workbook}/rounds", **{"kind": "technical", **fields})
    assert added.status_code == 201
    return str(added.get_json()["id"])


def places(person: Person, workbook: str) -> dict[str, str]:
    """An address of each kind that takes a change in a workbook with a round, by what it is."""
    base, held = f"/workbooks/{workbook}", add_round(person, workbook)
    first = {kind: ids(person, workbook, kind)[0] for kind in ("questions", "signals", "goals")}
    inside = f"{base}/rounds/{held}"
    return {
        "answer": f"{base}/questions/{first['questions']}/answer",
        "answer in a round": f"{inside}/questions/{first['questions']}/answer",
        "asked": f"{base}/questions/{first['questions']}/asked",
        "mark": f"{base}/signals/{first['signals']}/mark",
        "mark in a round": f"{inside}/signals/{first['signals']}/mark",
        "evidence": f"{inside}/signals/{first['signals']}/evidence",
        "goal": f"{base}/goals/{first['goals']}/done",
        "round": f"{base}/rounds",
        "export": f"{base}/export",
        "remove": f"{base}/remove",
    }


@contextmanager
def statements(app: Flask) -> Iterator[list[str]]:
    """The statements that the database is asked meanwhile, without BEGIN, COMMIT and ROLLBACK."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith("BEGIN"):
            asked.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


def statements_of(app: Flask, act: Callable[[], TestResponse]) -> int:
    """How many statements a request takes that succeeds."""
    with statements(app) as asked:
        assert act().status_code < 400
    return len(asked)
