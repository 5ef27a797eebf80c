"""A file that is not UTF-8, on the page: how it reads in each encoding is shown, and nothing has to be chosen again."""

from __future__ import annotations

import json

from flask import Flask
from werkzeug.test import TestResponse

from app.exchange.take import LIMIT
from tests.conftest import Person
from tests.web.pages import everything, forms_of
from tests.web.test_imports import files

SHEET = "# 某公司\n\n## 面试问题\n1. 团队多大？\n2. 为什么招人？\n"


def sent_whole(person: Person, data: bytes) -> TestResponse:
    """The form with one file; of a large one the test client itself would leave a temporary file open."""
    head = b'--cut\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n%s\r\n' % person.token.encode()
    part = b'--cut\r\nContent-Disposition: form-data; name="file"; filename="a.md"\r\n\r\n%s\r\n--cut--\r\n' % data
    return person.client.post("/import", data=head + part, content_type="multipart/form-data; boundary=cut")


def test_one_click_on_what_reads_right_brings_all_in(app: Flask, person: Person) -> None:
    before = everything(app)
    several = files(("a.md", b"# A\n"), ("旧.md", SHEET.encode("gb18030")), ("旧2.md", "# 好的\n".encode("gb18030")))
    page = person.send("/import", file=several, text="# 贴上的\n")
    assert page.status_code == 422
    assert "“旧.md” is not UTF-8: byte 4, in line 1." in page.text
    assert everything(app) == before
    assert page.text.index("团队多大？") < page.text.index("Read as GB18030") < page.text.index("Windows-1252")
    assert "# 贴上的\n</textarea>" in page.text
    form = next(form for form in forms_of(page) if "kept" in form.fields)
    assert form.fields["encoding"] == "gb18030"
    done = person.client.post(form.action, data=form.fields, content_type="multipart/form-data")
    assert (done.status_code, done.headers["Location"]) == (303, "/")
    titles = person.get("/").text
    for title in ("A", "某公司", "好的", "贴上的"):
        assert f">{title}</a>" in titles


def test_the_file_comes_back_in_its_encoding_and_the_card_says_so(person: Person) -> None:
    data = SHEET.encode("cp950", "ignore")
    page = person.send("/import", file=files(("a.md", data)))
    form = next(form for form in forms_of(page) if "kept" in form.fields)
    done = person.send("/import", kept=form.fields["kept"], encoding="big5")
    sheet = person.get(done.headers["Location"])
    assert "It came in Big5" in sheet.text
    uid = done.headers["Location"].split("/")[-1]
    file = person.send(f"/workbooks/{uid}/export", format="markdown")
    assert file.data == data
    assert file.content_type == "text/markdown; charset=big5"
    question = next(form.action for form in forms_of(sheet) if form.action.endswith("/answer"))
    person.send(question, body="😀", version="0")
    file = person.send(f"/workbooks/{uid}/export", format="markdown")
    assert "😀" in file.data.decode("utf-8")
    assert ".utf-8.md" in file.headers["Content-Disposition"]


def test_to_a_script_it_is_a_sentence(person: Person) -> None:
    answer = person.save("/import", file=files(("a.md", b"\xb9\xab\n")))
    assert (answer.status_code, list(answer.get_json())) == (422, ["error"])


def test_files_of_which_each_would_read_otherwise_have_no_choice(person: Person) -> None:
    page = person.send("/import", file=files(("a.md", "公司\n".encode("gb18030")), ("b.md", b"\x81\xff\xff\n")))
    assert page.status_code == 422
    assert "Read as" not in page.text


def test_what_is_too_large_to_be_kept_is_refused_without_a_choice(app: Flask, person: Person) -> None:
    before = everything(app)
    page = sent_whole(person, "公司\n".encode("gb18030") * (LIMIT // 6))
    assert page.status_code == 422
    assert 'name="kept"' not in page.text
    assert everything(app) == before


def test_nobody_is_fooled_by_a_form_of_somebody_else(app: Flask, person: Person) -> None:
    before = everything(app)
    for kept in ("", "{", "[[1,2]]", '[["a.md", "no base64!"]]', '[["a.md"]]', "[" * 9_999):
        assert person.send("/import", kept=kept, encoding="big5").status_code == 400, kept
    for encoding in ("", "utf-7", "big5hkscs"):
        assert person.send("/import", kept='[["a.md", "YQ=="]]', encoding=encoding).status_code == 422
    assert person.send("/import", kept="[]", encoding="big5").status_code == 422
    assert everything(app) == before
    kept = json.dumps([["../a\u0000b.md", "eA=="]])
    done = person.send("/import", kept=kept, encoding="big5")
    assert '<h1 dir="auto">ab</h1>' in person.get(done.headers["Location"]).text


def test_over_ten_megabytes_the_limit_is_named(person: Person) -> None:
    answer = sent_whole(person, b"x" * (LIMIT + 1))
    assert answer.status_code == 413
    assert "10 MB" in answer.text
