"""A text is kept as it was written or refused in words, the text still in its box; nothing is repaired in silence."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.conftest import Person
from tests.web.pages import everything, forms_of, places

# What no text can hold, as a browser would never send it: the bytes in a form.
NO_TEXT = {
    "NUL": b"a\0b",
    "half a character": b"a\xed\xa0\x80b",
    "its other half": b"\xed\xb0\x80",
    "two halves": b"\xed\xa0\xbd\xed\xb8\x80",
    "no UTF-8": b"a\xffb",
    "cut off": "面".encode()[:2],
    "overlong": b"\xc0\x80",
    "beyond Unicode": b"\xf4\x90\x80\x80",
}
EXACT = "汉" * 100_000


def urlencoded(person: Person, path: str, body: bytes, **fields: str) -> TestResponse:
    """Send a body as a browser without script does."""
    quoted = "".join(f"%{byte:02X}" for byte in body)
    others = "".join(f"&{name}={value}" for name, value in {"version": "0", **fields}.items())
    data = f"csrf_token={person.token}&body={quoted}{others}"
    return person.client.post(path, data=data, content_type="application/x-www-form-urlencoded")


def multipart(person: Person, path: str, body: bytes, name: str = "body", charset: str = "") -> TestResponse:
    """Send a body as a form with files does."""
    parts = {"csrf_token": person.token.encode(), "version": b"0", name: body}
    kind = f"\r\nContent-Type: text/plain; charset={charset}".encode() if charset else b""
    lines = b"".join(
        b'--cut\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n' % (part.encode(), kind, value)
        for part, value in parts.items()
    )
    return person.client.post(path, data=lines + b"--cut--\r\n", content_type="multipart/form-data; boundary=cut")


SENDERS: dict[str, Callable[..., TestResponse]] = {"urlencoded": urlencoded, "multipart": multipart}


@pytest.mark.parametrize("way", SENDERS)
def test_what_is_no_text_is_refused_with_the_rest_still_in_its_box(
    app: Flask, person: Person, workbook: str, way: str
) -> None:
    addresses = places(person, workbook)
    before = everything(app)
    for path in (addresses["answer"], addresses["answer in a round"]):
        for name, body in NO_TEXT.items():
            answer = SENDERS[way](person, path, b"good " + body)
            assert answer.status_code == 422, name
            assert [form.fields["body"][:5] for form in forms_of(answer) if "body" in form.fields] == ["good "], name
    assert everything(app) == before


def test_what_is_no_text_is_refused_in_every_field_and_name(app: Flask, person: Person, workbook: str) -> None:
    addresses = places(person, workbook)
    before = everything(app)
    for path in (*addresses.values(), "/import", "/starter", "/settings/language"):
        for field in ("name", "kind", "text", "evidence", "format", "state", "back", "id", "time_zone", "x%ED%A0%80"):
            answer = urlencoded(person, path, b"", **{field: "%ED%A0%80"})
            assert answer.status_code == 422, (path, field)
            assert "csrf_token" in answer.text
    assert everything(app) == before


def test_a_refusal_speaks_the_language_of_the_person(app: Flask, workbook: str) -> None:
    reader = Person(app, language="zh-CN")
    path = places(reader, workbook)["answer"]
    page, script = reader.send(path, body="a\0b", version=0), reader.save(path, body="a\0b", version=0)
    assert 'lang="zh-Hans"' in page.text
    assert "字符" in page.text
    assert "字符" in script.get_json()["error"]


@pytest.mark.parametrize("way", SENDERS)
def test_a_hundred_thousand_characters_are_kept_and_one_more_is_refused(
    person: Person, workbook: str, way: str
) -> None:
    path = places(person, workbook)["answer"]
    more = SENDERS[way](person, path, f"{EXACT}字".encode())
    assert more.status_code == 413
    assert f"{EXACT}字</textarea>" in more.text
    assert SENDERS[way](person, path, EXACT.encode()).status_code == 303
    assert f"{EXACT}</textarea>" in person.get(f"/workbooks/{workbook}").text


def test_more_than_a_megabyte_is_refused_on_a_short_page(app: Flask, person: Person, workbook: str) -> None:
    addresses = places(person, workbook)
    before = everything(app)
    for way in SENDERS.values():
        answer = way(person, addresses["answer"], b"x" * 1_048_576)
        assert answer.status_code == 413
        assert len(answer.data) < 10_000
    script = person.save(addresses["answer"], body="x" * 1_048_576, version=0)
    assert (script.status_code, list(script.get_json())) == (413, ["error"])
    assert person.send("/import", text="x" * 10_485_760).status_code == 413
    assert multipart(person, "/import", b"x" * 10_485_760, "text").status_code == 413
    assert everything(app) == before


def test_a_sheet_of_several_megabytes_can_be_pasted(person: Person) -> None:
    sheet = "# 大\n\n" + "一行字\n" * 120_000
    answer = multipart(person, "/import", sheet.encode(), "text")
    assert answer.status_code == 303
    given = person.send(f"{answer.headers['Location']}/export", format="markdown")
    assert given.data.decode() == sheet


def test_a_replacement_character_of_the_persons_own_is_kept(person: Person, workbook: str) -> None:
    path = places(person, workbook)["answer"]
    assert multipart(person, path, "坏 \ufffd 了".encode()).status_code == 303
    assert "坏 \ufffd 了</textarea>" in person.get(f"/workbooks/{workbook}").text
    assert multipart(person, "/import", "# 坏 \ufffd 了\n".encode(), "text").status_code == 303


def test_a_form_that_claims_another_alphabet_is_still_read_as_utf_8(person: Person, workbook: str) -> None:
    path = places(person, workbook)["answer"]
    assert multipart(person, path, "面".encode(), charset="iso-8859-1").status_code == 303
    assert "面</textarea>" in person.get(f"/workbooks/{workbook}").text


def test_utf_8_that_a_small_program_did_not_quote_is_read(person: Person, workbook: str) -> None:
    path = places(person, workbook)["answer"]
    data = f"csrf_token={person.token}&version=0&body=没有+转义 &amp".encode()
    assert person.client.post(path, data=data, content_type="application/x-www-form-urlencoded").status_code == 303
    assert "没有 转义</textarea>" in person.get(f"/workbooks/{workbook}").text


def test_line_ends_and_blank_lines_at_the_ends_are_put_in_order(person: Person, workbook: str) -> None:
    path = places(person, workbook)["answer"]
    person.save(path, body="\r\n \t\n  一\r\n\r\n二\r三 \n\n\t ", version=0)
    assert "\n  一\n\n二\n三</textarea>" in person.get(f"/workbooks/{workbook}").text


def test_a_text_of_spaces_does_not_keep_the_server_busy(person: Person, workbook: str) -> None:
    path = places(person, workbook)["answer"]
    began = time.monotonic()
    for body in (" " * 99_000 + "x", "x" + " \t" * 49_000 + "x", "\n" * 99_000 + "x", " " * 99_000):
        person.save(path, body=body, version=0)
    assert time.monotonic() - began < 3
