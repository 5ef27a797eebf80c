"""What cannot be done is refused in a sentence: on a page with the text still in its box, to script as {"error"}."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text

from app.db import writing
from tests.conftest import Person
from tests.web.pages import add_round, everything, forms_of, ids, places

UNKNOWN = "0190a000-0000-7000-8000-000000000000"
NO_IDS = ("%00", "a%00b", "..", "%2e%2e%2f", "'--", "x" * 65, "x" * 10_000, "%ED%A0%80", "%FF", "面", "1 or 1=1")

MALFORMED: list[tuple[str, dict[str, Any], int]] = [
    ("answer", {"version": "0"}, 400),
    ("answer", {"body": "text"}, 400),
    ("answer", {"body": "text", "version": ""}, 400),
    ("answer", {"body": "text", "version": "-1"}, 400),
    ("answer", {"body": "text", "version": "1.0"}, 400),
    ("answer", {"body": "text", "version": "١"}, 400),
    ("answer", {"body": "text", "version": "99999999999999999999"}, 400),
    ("answer", {"body": ["text", "text"], "version": "0"}, 400),
    ("answer", {"body": "text", "version": ["0", "1"]}, 400),
    ("answer in a round", {"body": "text"}, 400),
    ("evidence", {"evidence": "text"}, 400),
    ("evidence", {"version": "0"}, 400),
    ("evidence", {"evidence": "字" * 10_001, "version": "0"}, 413),
    ("mark in a round", {"state": "toggle"}, 422),
    ("mark in a round", {}, 422),
    ("mark in a round", {"state": ["seen", "unasked"]}, 400),
    ("mark", {"checked": ["1", "1"]}, 400),
    ("round", {}, 422),
    ("round", {"kind": "HR"}, 422),
    ("round", {"kind": "hr", "name": "x" * 201}, 413),
    ("round", {"kind": "hr", "id": "12"}, 422),
    ("round", {"kind": "hr", "id": "x" * 10_000}, 422),
    ("export", {"format": "exe"}, 422),
    ("export", {}, 422),
]


def test_a_malformed_form_is_refused_and_keeps_what_was_written(app: Flask, person: Person, workbook: str) -> None:
    addresses = places(person, workbook)
    before = everything(app)
    for name, fields, code in MALFORMED:
        page, script = person.send(addresses[name], **fields), person.save(addresses[name], **fields)
        assert (page.status_code, script.status_code) == (code, code), (name, fields)
        assert list(script.get_json()) == ["error"]
        back = [form.fields for form in forms_of(page) if form.action == addresses[name]]
        for field, value in fields.items():
            assert back[0][field] == (value if isinstance(value, str) else value[0])
    assert everything(app) == before


def test_a_broken_body_is_refused(app: Flask, person: Person, workbook: str) -> None:
    path = places(person, workbook)["answer"]
    head = f'--cut\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n{person.token}\r\n'.encode()
    bodies = {
        "multipart/form-data; boundary=cut": (b"", head, head + b"--cut\r\nContent-Dispo", b"\xff" * 99, head * 1001),
        "multipart/form-data": (head,),
        "multipart/form-data; boundary=": (head,),
        "multipart/form-data; boundary=é": (head,),
        "application/x-www-form-urlencoded": (b"&" * 9, b"%", b"=&=%zz", b"a=1&" * 101, b"\xff=\xfe"),
    }
    before = everything(app)
    for kind, several in bodies.items():
        for body in several:
            answer = person.client.post(path, data=body, content_type=kind)
            assert answer.status_code in (400, 413, 422), (kind, body[:40])
            assert "<h1>" in answer.text
    assert everything(app) == before


def test_an_id_that_is_not_there_is_404_and_the_text_stays_in_its_box(
    app: Flask, person: Person, workbook: str
) -> None:
    addresses = places(person, workbook)
    other = person.save("/starter").get_json()["id"]
    theirs = places(person, other)
    parts = addresses["evidence"].split("/"), theirs["evidence"].split("/")
    before = everything(app)
    wrong = [addresses["answer"].replace(workbook, UNKNOWN), addresses["answer"].replace(workbook, other)]
    wrong += ["/".join([*parts[0][:4], parts[1][4], *parts[0][5:]]), "/".join([*parts[0][:6], parts[1][6], "evidence"])]
    wrong += [path.replace("/signals/", "/questions/") for path in (addresses["evidence"], addresses["mark"])]
    for path in wrong:
        fields = {"body": "mine", "evidence": "mine", "version": "0", "checked": "1"}
        page = person.send(path, **fields)
        assert page.status_code == 404, path
        assert person.save(path, **fields).status_code == 404
    assert "mine</textarea>" in person.send(wrong[0], body="mine", version=0).text
    assert everything(app) == before


def test_what_no_id_looks_like_is_404(app: Flask, person: Person, workbook: str) -> None:
    addresses, token = places(person, workbook), person.token
    before = everything(app)
    for name, path in addresses.items():
        parts = path.split("/")
        for place in [index for index, part in enumerate(parts) if len(part) == 36]:
            for uid in NO_IDS:
                wrong = "/".join([*parts[:place], uid, *parts[place + 1 :]])
                fields = {"csrf_token": token, "body": "x", "version": "0", "kind": "hr", "format": "json"}
                answer = person.client.post(wrong, data=fields | {"state": "seen", "evidence": "x"})
                assert answer.status_code in (404, 405), (name, uid[:20])
                assert person.get(wrong).status_code in (404, 405)
    assert everything(app) == before


def test_nothing_in_the_bin_is_shown_or_changed(app: Flask, person: Person, workbook: str) -> None:
    addresses, base = places(person, workbook), f"/workbooks/{workbook}"
    pages = [base, f"{base}/rounds", f"{base}/signals", addresses["evidence"].split("/signals")[0]]
    assert person.send(addresses["remove"]).status_code == 303
    before = everything(app)
    fields = {"body": "mine", "evidence": "mine", "version": "0", "state": "seen", "kind": "hr", "format": "json"}
    for name, path in addresses.items():
        if name != "remove":
            assert person.send(path, **fields).status_code == 410, name
            assert person.save(path, **fields).status_code == 410
    assert [person.get(page).status_code for page in pages] == [410] * 4
    assert "mine</textarea>" in person.send(addresses["answer"], **fields).text
    assert everything(app) == before


def test_a_method_that_an_address_does_not_know_is_405_and_it_says_which_it_knows(
    person: Person, workbook: str
) -> None:
    for path in (*places(person, workbook).values(), "/", "/import", "/healthz", f"/workbooks/{workbook}"):
        for method in ("PUT", "DELETE", "PATCH", "TRACE", "BREW"):
            answer = person.client.open(path, method=method)
            assert answer.status_code == 405
            assert answer.allow
            assert "<h1>" in answer.text


def test_a_fault_of_ours_has_a_number_and_the_log_no_word_of_the_persons(
    app: Flask, person: Person, workbook: str, caplog: pytest.LogCaptureFixture
) -> None:
    path = places(person, workbook)["answer"]
    with app.app_context(), writing() as connection:
        connection.execute(text("ALTER TABLE revision RENAME TO elsewhere"))
    assert person.save(path, body="my first secret", version=0).status_code == 200
    caplog.set_level(logging.DEBUG)
    page = person.send(path, body="my second secret", version=1)
    script = person.save(path, body="my second secret", version=1)
    assert (page.status_code, script.status_code) == (500, 500)
    numbers = [record.args[-1] for record in caplog.records if isinstance(record.args, tuple) and "fault" in record.msg]
    assert str(numbers[0]) in page.text
    assert str(numbers[1]) in script.get_json()["error"]
    assert "my second secret</textarea>" in page.text
    assert "secret" not in caplog.text
    assert "Traceback" not in page.text + caplog.text
    assert "my first secret</textarea>" in person.get(f"/workbooks/{workbook}").text


def test_a_script_that_asks_in_vain_gets_a_sentence_too(person: Person, workbook: str) -> None:
    question = ids(person, workbook, "questions")[0]
    add_round(person, workbook)
    for path in ("/nothing", f"/workbooks/{UNKNOWN}", f"/workbooks/{workbook}/questions/{question}/answer"):
        answer = person.get(path, Accept="application/json")
        assert answer.status_code in (404, 405)
        assert list(answer.get_json()) == ["error"]
