"""Files in by the page: what cannot be taken is refused in words, the text still in its box, and nothing is kept."""

from __future__ import annotations

import io

from flask import Flask

from tests.conftest import Person
from tests.web.pages import everything


def files(*several: tuple[str, bytes]) -> list[tuple[io.BytesIO, str]]:
    return [(io.BytesIO(data), name) for name, data in several]


BAD = [
    {"text": ""},
    {"text": " \n\t"},
    {"text": '{"askback": '},
    {"text": '{"format": "askback", "version": 1, "workbooks": []}'},
    {"text": '{"format": "askback", "version": 1, "workbooks": [{"id": "a", "title": "\\ud800"}]}'},
    {"text": '{"format": "askback", "version": 1, "workbooks": [{"id": "a", "title": "\\u0000"}]}'},
    {"text": '{"format": "askback", "version": 2, "workbooks": []}'},
    {"text": '{"format": "askback", "version": 1, "workbooks": ' + "[" * 9_999},
]


def test_what_is_no_sheet_and_no_export_is_refused_and_stays_in_its_box(app: Flask, person: Person) -> None:
    before = everything(app)
    for fields in BAD:
        page, script = person.send("/import", **fields), person.save("/import", **fields)
        assert (page.status_code, script.status_code) == (422, 422), fields
        assert list(script.get_json()) == ["error"]
        assert 'role="alert"' in page.text
    assert "&#34;askback&#34;: </textarea>" in person.send("/import", **BAD[2]).text
    assert everything(app) == before


def test_one_bad_file_among_several_lets_nothing_in(app: Flask, person: Person) -> None:
    before = everything(app)
    for bad in (b"", b"\xff\xff", b"a\0b", b"# x\n" * 9 + b"\xe9\x9d"):
        page = person.send("/import", file=files(("good.md", b"# x\n"), ("bad.md", bad)))
        assert page.status_code == 422, bad
        assert "bad.md" in page.text
    assert everything(app) == before


def test_several_files_come_in_at_once(person: Person) -> None:
    page = person.send("/import", file=files(("a.md", b"# A\n"), ("b.md", b"# B\n")), text="# C\n")
    assert (page.status_code, page.headers["Location"]) == (303, "/")
    script = person.save("/import", file=files(("a.md", b"# A\n"), ("b.md", b"# B\n")))
    assert (script.status_code, script.get_json()["url"]) == (201, "/")
    assert person.get(f"/workbooks/{script.get_json()['id']}").status_code == 200


def test_a_file_is_called_by_its_own_name_without_folders(person: Person) -> None:
    names = {
        "../../面试　一.md": "面试　一",
        "a\tb.md": "ab",
        "x" * 300 + ".md": "x" * 300,
    }
    for name, title in names.items():
        imported = person.send("/import", file=files((name, "一行字\n".encode())))
        assert imported.status_code == 303, name
        assert f'<h1 dir="auto">{title}</h1>' in person.get(imported.headers["Location"]).text


def test_a_file_name_no_title_can_hold_is_no_fault(person: Person) -> None:
    token = person.token
    for name in (
        b"filename*=UTF-8''a%00b.md",
        b"filename*=UTF-8''%ED%A0%80.md",
        b'filename="\xff.md"',
        b'filename="a\0.md"',
    ):
        head = b'--cut\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n%s\r\n' % token.encode()
        part = b'--cut\r\nContent-Disposition: form-data; name="file"; %s\r\n\r\nx\n\r\n--cut--\r\n' % name
        sent = person.client.post("/import", data=head + part, content_type="multipart/form-data; boundary=cut")
        assert sent.status_code in (303, 400), name
        if sent.status_code == 303:
            assert person.get(sent.headers["Location"]).status_code == 200
