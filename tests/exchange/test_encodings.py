"""A sheet that is not UTF-8: a person says what it is, its bytes come back, and an edit is written in it too."""

import base64
import json

import pytest
from flask import Flask
from sqlalchemy import select

from app.db import LOCAL_OWNER, db, writing
from app.exchange.check import BadFile
from app.exchange.give import Given, given
from app.exchange.take import Sent, take
from app.exchange.unreadable import OtherEncoding
from app.markdown import ENCODINGS, Encoding
from app.models import Answer, Question, Workbook
from tests.exchange.books import as_json, as_markdown, book_of, imported, places, rows

CODEC = {"gb18030": "gb18030", "big5": "cp950", "windows-1252": "cp1252"}
SHEETS: dict[Encoding, str] = {
    "gb18030": "# 某公司\r\n\r\n## 面试问题\r\n1. 团队多大？  \r\n2. 为什么招人？\r\n",
    "big5": "# 某公司\n\n## 想問的問題\n1. 團隊多大？\n2. 為什麼招人？",
    "windows-1252": "# Société\n\n## Questions to ask\n1. Où est l’équipe ?\n2. Quelle est la stratégie ?\n",
}
ANSWERS = {"gb18030": "九个人 😀", "big5": "九個人", "windows-1252": "À Paris – déjà"}


def taken(app: Flask, encoding: Encoding, text: str | None = None) -> str:
    data = (text or SHEETS[encoding]).encode(CODEC[encoding])
    with app.app_context():
        return take([Sent("sheet.md", data)], LOCAL_OWNER, encoding=encoding)[0].workbook.id


def answer(app: Flask, uid: str, body: str) -> None:
    with app.app_context():
        question = places(Question, uid)[0]
        with writing() as connection:
            Answer.revise(connection, question, None, body, 0)


def file_of(app: Flask, uid: str) -> Given:
    with app.app_context():
        return given(db.session.scalars(select(Workbook.id).where(Workbook.uid == uid)).one(), "markdown")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_bytes_come_back(app: Flask, encoding: Encoding) -> None:
    uid = taken(app, encoding)
    assert as_markdown(app, uid) == SHEETS[encoding].encode(CODEC[encoding])
    book = book_of(app, uid)
    assert book["source"]["encoding"] == encoding
    assert base64.b64decode(book["source"]["base64"]) == SHEETS[encoding].encode(CODEC[encoding])
    assert len(book["questions"]) == 2
    assert book["title"] == SHEETS[encoding].splitlines()[0].removeprefix("# ")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_edit_is_written_in_it_and_touches_its_own_line_alone(app: Flask, encoding: Encoding) -> None:
    uid = taken(app, encoding)
    answer(app, uid, ANSWERS[encoding])
    before = SHEETS[encoding].encode(CODEC[encoding]).splitlines(keepends=True)
    after = as_markdown(app, uid).splitlines(keepends=True)
    added = [line for line in after if line not in before]
    assert [line.strip().decode(CODEC[encoding]) for line in added] == [ANSWERS[encoding]]
    assert [line for line in after if line in before] == before
    assert file_of(app, uid).encoding == encoding


def test_a_character_that_it_lacks_turns_the_file_into_utf8(app: Flask) -> None:
    uid = taken(app, "big5")
    answer(app, uid, "九個人 😀")
    file = file_of(app, uid)
    assert (file.encoding, file.lacked) == ("utf-8", "big5")
    assert "九個人 😀" in file.data.decode("utf-8")
    with app.app_context(), writing() as connection:
        Answer.revise(connection, places(Question, uid)[0], None, "九個人", 1)
    assert file_of(app, uid).lacked is None
    assert "九個人" in as_markdown(app, uid).decode("cp950")


def test_it_goes_from_one_askback_to_another(app: Flask, other: Flask) -> None:
    uid = taken(app, "big5")
    answer(app, uid, "九個人")
    there = imported(other, ("export.json", as_json(app, uid)))[0].workbook.id
    assert as_markdown(other, there) == as_markdown(app, uid)
    assert book_of(other, there) == book_of(app, uid)


@pytest.mark.parametrize("wrong", ["big5", "latin-1", ""])
def test_an_export_that_tells_the_wrong_encoding(app: Flask, wrong: str) -> None:
    uid = taken(app, "gb18030", "# 标题\n\n龘\n")
    export = json.loads(as_json(app, uid))
    export["workbooks"][0]["source"]["encoding"] = wrong
    before = rows(app)
    with pytest.raises(BadFile):
        imported(app, ("export.json", json.dumps(export).encode()))
    assert rows(app) == before


def test_without_a_choice_it_is_refused_with_what_it_can_be(app: Flask) -> None:
    before = rows(app)
    with pytest.raises(OtherEncoding) as refused:
        imported(app, ("a.md", "# 好\n".encode()), ("b.md", SHEETS["gb18030"].encode("gb18030")))
    assert "“b.md” is not UTF-8: byte 4, in line 1" in str(refused.value)
    assert refused.value.encodings[0] == "gb18030"
    assert rows(app) == before


def test_a_choice_that_does_not_fit_is_refused(app: Flask) -> None:
    before = rows(app)
    with app.app_context(), pytest.raises(OtherEncoding) as refused:
        take([Sent("a.md", b"ok\n\x81\x20\n")], LOCAL_OWNER, encoding="windows-1252")
    assert str(refused.value) == "“a.md” is not Windows-1252: byte 3, in line 2."
    with app.app_context(), pytest.raises(BadFile, match="NUL byte in line 2"):
        take([Sent("a.md", b"\xe9\na\0b")], LOCAL_OWNER, encoding="windows-1252")
    assert rows(app) == before


def test_a_choice_leaves_what_is_utf8_or_utf16_as_it_is(app: Flask) -> None:
    sheets = [
        Sent("a.md", "# 标题\n".encode()),
        Sent("b.md", "# 标题\n".encode("utf-16")),
        Sent("c.md", "# 标题\n".encode("gb18030")),
    ]
    with app.app_context():
        books = [one.workbook for one in take(sheets, LOCAL_OWNER, encoding="gb18030")]
    assert [book.title for book in books] == ["标题"] * 3
    assert [book.source and book.source.encoding for book in books] == [None, None, "gb18030"]
    assert [as_markdown(app, book.id) for book in books] == [sheet.data for sheet in sheets]
