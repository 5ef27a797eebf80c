"""What stands in the head of every answer, also of a refusal, a fault, a file and a redirect."""

import re

from flask import Flask
from werkzeug.test import TestResponse

from tests.conftest import Person
from tests.web.pages import HEADERS, places


def all_kinds(app: Flask, person: Person, workbook: str) -> list[TestResponse]:
    app.add_url_rule("/broken", "broken", lambda: str(1 // 0))
    addresses, base = places(person, workbook), f"/workbooks/{workbook}"
    static = re.findall(r'"(/static/[^"]+)"', person.get("/").text)
    answers = [person.get(path) for path in (*static, "/", "/healthz", "/import", "/settings", "/bin", base)]
    answers += [person.get(f"{base}/rounds"), person.get(f"{base}/signals")]
    answers += [
        person.get(path) for path in ("/nothing", f"/workbooks//{workbook}", "/static/x/y.js", "/healthz?\0", "/broken")
    ]
    answers += [person.client.post(path) for path in addresses.values()]
    answers += [person.client.delete("/"), person.client.options("/"), person.client.head("/healthz")]
    answers += [
        person.send(addresses["answer"], body=body, version=version)
        for body, version in (("x", 0), ("y", 0), ("y", ""))
    ]
    answers += [person.save(addresses["answer"], body="y" * 100_001, version=1)]
    answers += [person.send(addresses["answer"], body="y" * 1_100_000, version=1)]
    answers += [person.send(addresses["export"], format="markdown"), person.send(addresses["remove"])]
    answers += [person.get(base), Person(app).get("/"), person.send("/settings/language", language="en")]
    return answers


def test_every_answer_has_every_header(app: Flask, person: Person, workbook: str) -> None:
    answers = all_kinds(app, person, workbook)
    assert {200, 303, 308, 400, 404, 405, 409, 410, 413, 500} <= {answer.status_code for answer in answers}
    for answer in answers:
        policy = dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
        assert policy["default-src"] == policy["object-src"] == policy["base-uri"] == policy["frame-ancestors"]
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["form-action"] == "'self'"
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        assert answer.headers["Cache-Control"]
        assert not [name for name, _value in answer.headers if name.lower().startswith("access-control")]


def test_cookies_are_ours_alone_and_no_script_reads_them(app: Flask, person: Person, workbook: str) -> None:
    cookies = [c for answer in all_kinds(app, person, workbook) for c in answer.headers.getlist("Set-Cookie")]
    assert cookies
    for cookie in cookies:
        name, *said = cookie.split("; ")
        assert name.startswith("askback_session=")
        assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= {*said}
        assert not [word for word in said if word.startswith("Domain") or word == "Secure"]
        assert "Expires=" in cookie


def test_a_cookie_is_set_only_where_something_is_to_be_remembered(person: Person) -> None:
    static = re.findall(r'"(/static/[^"]+)"', person.get("/").text)
    for path in (*static, "/healthz", "/"):
        answer = person.get(path)
        assert answer.status_code == 200
        assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in person.get(static[0]).headers["Vary"]


def test_files_are_kept_for_good_and_packed_only_for_who_can_read_them(person: Person) -> None:
    static = re.findall(r'"(/static/[^"]+\.css)"', person.get("/").text)[0]
    plain, packed = person.get(static), person.get(static, **{"Accept-Encoding": "gzip, br"})
    assert "immutable" in plain.headers["Cache-Control"]
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.data) < len(plain.data)
    assert "Content-Encoding" not in person.get(static, **{"Accept-Encoding": "gzip;q=0"}).headers
