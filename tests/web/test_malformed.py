"""A thousand malformed requests over every route: each gets an answer below 500, and nobody sees a traceback."""

from __future__ import annotations

import logging
import random
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from flask import Flask

from tests.conftest import Person
from tests.web.pages import add_round, everything, ids

METHODS = ("GET", "POST", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PROPFIND", "X" * 99)
FIELDS = (
    *("body", "version", "evidence", "checked", "state", "kind", "name", "id", "scheduled_at", "time_zone"),
    *("format", "language", "back", "text", "file", "from", "into", "csrf_token", "x", "", "面", "\0"),
)
VALUES = (
    *("", "0", "1", "-1", "1e9", "99999999999999999999", "NaN", "null", "true", "[]", "{}", "\0", "a\0b", "\r\n"),
    *("\ud800", "\udfff", "\ufffe", "\u202e", "😀" * 99, "面" * 9_999, "x" * 400_000, " " * 9_999 + "x", "%00", "%ZZ"),
    *("hr", "seen", "markdown", "json", "en", "zh-Hans", "2026-01-31T15:00", "0001-01-01T00:00", "Europe/Berlin"),
    *("../../etc/passwd", "//evil.example", "<script>", "' OR 1=1 --", "{{7*7}}", "%s%n", "00000000-0000-0000-0000-"),
    *("# x\n\n- [ ] y", '{"format": "askback"}', '{"format": "askback", "version": 1, "workbooks": []}', "[" * 9_999),
)
HEADERS: dict[str, tuple[str, ...]] = {
    "Accept": ("application/json", "*/*", "\xff", "a" * 9_999, "application/json;q=x"),
    "Accept-Language": ("zh", "en;q=a", ",,,;", "\xe9" * 99, "zh_TW;q=-1", "*"),
    "Accept-Encoding": ("gzip;q=x", "\xff", "gzip;q=0, *"),
    "Cookie": ("askback_session=x", "askback_session=\xff; =; ;", "a" * 9_999, "askback_session=eyJ4IjoxfQ.x.x"),
    "Origin": ("null", "http://[", "http://localhost", "\xff"),
    "Sec-Fetch-Site": ("same-origin", "none", "cross-site", ""),
    "Range": ("bytes=0-1,9-3", "x"),
    "If-None-Match": ('"', "*"),
    "If-Modified-Since": ("yesterday", "\xff"),
    "Content-Type": (
        *("", "text/plain", "application/json", "multipart/form-data", "multipart/form-data; boundary=cut"),
        *("multipart/form-data; boundary=\xff", "application/x-www-form-urlencoded; charset=utf-16", ";;;", "\xff/x"),
    ),
    "Content-Length": ("-1", "x", "99999999999", "1"),
    "Transfer-Encoding": ("chunked", "x"),
    "X-CSRFToken": ("x", "\xff"),
    "Host": ("localhost", "127.0.0.1:99999", "\xff", ""),
}
UIDS = ("00000000-0000-7000-8000-000000000000", "x", "x" * 64, "x" * 65, "%00", "%FF", "%ED%A0%80", "..", "面", "-")


def requests(app: Flask, person: Person, real: dict[str, list[str]], count: int) -> Iterator[dict[str, Any]]:
    """Requests that are wrong somewhere, the same ones each time."""
    chance, token = random.Random(8), person.token
    rules = sorted({rule.rule for rule in app.url_map.iter_rules()} - {"/static/<which>/<path:name>"})
    rules += [
        "/static/x/../../pyproject.toml",
        "/static/%2e%2e/x",
        "/nothing",
        "//",
        "/%00",
        "/import/",
        "/" + "x" * 9_999,
    ]
    for _ in range(count):
        path = re.sub(
            r"<uid:(\w+?)_?>", lambda found: chance.choice([*real.get(found[1], []), *UIDS]), chance.choice(rules)
        )
        fields = [(chance.choice(FIELDS), chance.choice(VALUES)) for _ in range(chance.randrange(6))]
        if chance.random() < 0.9:
            fields.append(("csrf_token", token))
        headers = {n: chance.choice(HEADERS[n]) for n in chance.sample(sorted(HEADERS), chance.randrange(3))}
        body = b"&".join(_quoted(name) + b"=" + _quoted(value) for name, value in fields)
        if chance.random() < 0.2:
            body = bytes(chance.randrange(256) for _ in range(chance.randrange(200)))
        elif chance.random() < 0.3:
            headers["Content-Type"] = "multipart/form-data; boundary=cut"
            body = b"".join(_part(name, value) for name, value in fields)
            body += b"--cut--\r\n" if chance.random() < 0.8 else b""
        query = "?" + chance.choice(["", "q=%ED%A0%80", "edit=%00", "section=" + "x" * 999, "=&&=", "%"])
        yield {
            "path": path + query,
            "method": chance.choice(METHODS),
            "data": body,
            "headers": {"Content-Type": "application/x-www-form-urlencoded"} | headers,
        }


def test_a_thousand_malformed_requests_find_no_fault(
    app: Flask, person: Person, workbook: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    kinds = ("questions", "signals", "goals", "steps", "tasks")
    real = {kind[:-1]: ids(person, workbook, kind)[:2] for kind in kinds}
    real |= {"workbook": [workbook] * 9, "round": [add_round(person, workbook)] * 9}
    person.save(f"/workbooks/{workbook}/questions/{real['question'][0]}/answer", body="the text", version=0)
    person.save(f"/workbooks/{workbook}/questions/{real['question'][1]}/remove")
    codes = {person.save(f"/workbooks/{workbook}/questions/{real['question'][1]}/asked").status_code}
    for number, request in enumerate(requests(app, person, real, 1_000)):
        answer = person.client.open(**request)
        codes.add(answer.status_code)
        assert answer.status_code < 500, (number, request["method"], request["path"][:99], request["data"][:99])
        assert b"Traceback" not in answer.data
        assert answer.headers["Content-Security-Policy"]
    assert "fault" not in caplog.text
    assert {200, 303, 400, 403, 404, 405, 410, 413, 422} <= codes
    assert any("the text" in row for row in everything(app)["answer"])


@cache
def _quoted(text: str) -> bytes:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass")).encode()


@cache
def _part(name: str, value: str) -> bytes:
    file = '; filename="a\\0.md"' if name == "file" else ""
    head = f'--cut\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'
    return head.encode("utf-8", "surrogatepass") + value.encode("utf-8", "surrogatepass") + b"\r\n"
