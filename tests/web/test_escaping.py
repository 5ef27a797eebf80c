"""Whatever is written or imported is text on every page, never part of the page."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

from werkzeug.test import TestResponse

from tests.conftest import Person
from tests.web.pages import add_round, ids

PAYLOADS = (
    "<script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</title></head></script><img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)>",
    "' onmouseover='alert(1)' x=\"",
    "[a](javascript:alert(1)) <javascript:alert(1)> [b](JaVaScRiPt&colon;alert(1))",
    "[a](data:text/html,<script>alert(1)</script>) [b](vbscript:x) ![c](javascript:alert(1))",
    '[a](http://x" onclick="alert(1)) [b](<http://x> "t\\" onclick=alert(1) x=\\"")',
    "`</code><script>alert(1)</script>` **<b onclick=alert(1)>x</b>** <!-- --><iframe src=//x></iframe>",
    "{{ 7 * 7 }} {% raw %} %(percent)s %s {0} ${1}",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;",
)


class _Page(HTMLParser):
    """Every element and attribute that could act."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[dict[str, str | None]] = []
        self.suspect: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script":
            self.scripts.append(given)
        if tag in ("img", "svg", "iframe", "object", "embed", "base", "b") and (tag != "b" or given):
            self.suspect.append(tag)
        for name, value in attrs:
            bad = (value or "").strip().lower().startswith(("javascript:", "data:", "vbscript:"))
            if name.startswith("on") or (name in ("href", "src", "action") and bad):
                self.suspect.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def check(page: TestResponse) -> str:
    """Assert that nothing but our own acts on a page; give its text."""
    read = _Page()
    read.feed(page.text)
    assert not read.suspect
    assert [script.get("type") for script in read.scripts] == ["module"]
    assert str(read.scripts[0]["src"]).startswith("/static/")
    return "".join(read.texts)


def sheet(payload: str) -> str:
    """A sheet that says it everywhere."""
    return (
        f"# {payload}\n\n{payload}\n\n## 公司信息 {payload}\n\n**公司 {payload}**: {payload}\n\n"
        f"## 岗位职责\n\n- {payload} - {payload}\n\n## 岗位要求\n\n- ✅ **x{payload}** - {payload}\n\n"
        f"## 反问问题\n\n### {payload}\n\n1. x{payload}？\n- [ ] x{payload}？\n\n"
        f"## 积极信号\n\n- [ ] x{payload}\n\n## 警惕信号\n\n- [ ] x{payload}\n\n"
        f"## 短期目标\n\n- [ ] x{payload}\n  - [ ] x{payload}\n\n## 待办\n\n- [ ] x{payload}\n"
    )


def test_what_looks_like_a_page_is_only_text_on_every_page(person: Person) -> None:
    for payload in PAYLOADS:
        everywhere(person, payload)


def everywhere(person: Person, payload: str) -> None:
    """Write it into every field there is, and look at every page."""
    base = person.send("/import", text=sheet(payload)).headers["Location"]
    workbook = base.rsplit("/", 1)[1]
    held = f"{base}/rounds/{add_round(person, workbook, name=payload)}"
    question, signal = ids(person, workbook, "questions")[0], ids(person, workbook, "signals")[0]
    assert person.save(f"{base}/questions/{question}/answer", body=payload, version=0).status_code == 200
    assert person.save(f"{held}/questions/{question}/answer", body=payload, version=0).status_code == 200
    assert person.save(f"{held}/signals/{signal}/evidence", evidence=payload, version=0).status_code == 200
    assert person.save(f"{held}/told", told=payload, version=0).status_code == 200
    assert person.save(f"{held}/process", process_note=payload, version=0).status_code == 200
    assert person.save(f"{held}/follow-ups", text=payload).status_code == 201
    assert person.save(f"{held}/questions/{question}/outcome", outcome="answered").status_code == 200
    assert person.save(f"{held}/arrange", **{"name-1": payload}).status_code == 200
    assert person.save(f"{held}/questions/{question}/pick", picked="yes").status_code == 200
    refused = person.send(f"{base}/rounds", kind=payload, name=payload, **{payload: payload})
    conflict = person.send(f"{held}/questions/{question}/answer", body=f"{payload} other", version=9)
    said = person.save("/settings/language", language=payload)
    assert said.headers["Content-Type"] == "application/json"
    for page in (base, held, f"{held}/live", f"{held}/prepare", f"{held}/debrief", "/"):
        assert payload in check(person.get(page))
    for answer in (refused, conflict):
        assert payload in check(answer)
    for page in ("/", f"{base}/rounds", f"{base}/signals", "/settings", f"/{payload}"):
        check(person.get(page))
    person.send(f"{base}/remove")
    check(person.get("/bin"))
    assert payload in check(person.send("/import", text=f'{{"askback": {payload}'))


def test_what_comes_in_by_json_is_only_text_too(person: Person) -> None:
    for payload in PAYLOADS:
        by_json(person, payload)


def by_json(person: Person, payload: str) -> None:
    """Import it in every text of an export, and look at every page."""
    base = person.send("/import", text=sheet("x")).headers["Location"]
    given = json.loads(person.send(f"{base}/export", format="json").data)
    add_round(person, base.rsplit("/", 1)[1])

    def spoiled(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {k: spoiled(v, k) for k, v in value.items() if k not in ("source", "lines")}
        if isinstance(value, list):
            return [spoiled(v, key) for v in value]
        free = key in ("title", "text", "note", "evidence", "label", "value", "number", "path", "body", "notes", "told")
        return payload[:64] if free and isinstance(value, str) else value

    (book,) = spoiled(given["workbooks"])
    book["id"] += "x"
    people, picks = [{"name": payload, "role": payload}], [{"question": book["questions"][0]["id"]}]
    free: dict[str, Any] = dict.fromkeys(("name", "notes", "place", "told", "process_note"), payload)
    book["rounds"] = [
        {
            "id": uid,
            "kind": "hr",
            "people": people,
            "picks": picks,
            **free,
            "follow_ups": [{"id": f"f{uid}", "text": payload}],
        }
        for uid in ("r", "s")
    ]
    answer = person.send("/import", text=json.dumps(given | {"workbooks": [book]}))
    assert answer.status_code == 303, answer.text
    base = answer.headers["Location"]
    for page in (base, f"{base}/rounds", f"{base}/signals", "/"):
        check(person.get(page))
    inside = re.findall(r'/rounds/([^"]+)">', person.get(f"{base}/rounds").text)[0]
    for page in ("", "/live", "/prepare", "/debrief"):
        assert payload[:64] in check(person.get(f"{base}/rounds/{inside}{page}"))


def test_a_link_of_the_persons_own_works_and_leads_out_safely(person: Person) -> None:
    base = person.send("/import", text="# x\n\n## 反问问题\n\n1. [a](https://example.org/?q=1&b=2) 如何？\n").headers[
        "Location"
    ]
    page = person.get(base).text
    assert '<a href="https://example.org/?q=1&amp;b=2" rel="noopener noreferrer">a</a>' in page
