"""Markdown out: the file as it came, and of what a person did no byte more than that."""

import pytest
from flask import Flask

from app.db import writing
from app.models import Answer, Place, Question, Signal
from tests.exchange.books import as_json, as_markdown, book_of, imported, live, nested, places
from tests.markdown.samples import FOUNDING, SHEETS


def test_the_founding_sheet_comes_out_as_it_went_in(app: Flask, workbook: str) -> None:
    assert as_markdown(app, workbook) == FOUNDING


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_every_sheet_comes_out_as_it_went_in(app: Flask, encoding: str) -> None:
    files = [(path.name, path.read_bytes()) for path in SHEETS]
    files.append(("other.md", "# 标题\r\n\r\n- [ ] 带简历\r\n最后一行".encode(encoding)))
    for (_name, data), taken in zip(files, imported(app, *files), strict=True):
        assert as_markdown(app, taken.workbook.id) == data


def test_one_tick_changes_one_character(app: Flask, workbook: str) -> None:
    change(app, Signal, workbook, 0, checked=True)
    before, after = FOUNDING.decode(), as_markdown(app, workbook).decode()
    assert [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]] == [(" ", "x")]
    assert "- [x] 团队对非算法背景同学的接受度高" in after


def test_a_tick_taken_back_leaves_no_trace(app: Flask, workbook: str) -> None:
    change(app, Signal, workbook, 0, checked=True)
    change(app, Signal, workbook, 0, checked=False)
    assert as_markdown(app, workbook) == FOUNDING


def test_the_answer_to_question_13_stands_below_question_13(app: Flask, workbook: str) -> None:
    change(app, Question, workbook, 12, body="日活很高。\n\n数字人刚开始。")
    after = as_markdown(app, workbook).decode()
    lines = after.split("\n")
    at = lines.index("13. 智能成片、数字人等AI能力的用户使用情况如何？")
    below = lines[at + 1 : lines.index("14. 哪些AI功能是用户最核心的需求？")]
    assert [line.strip() for line in below if line.strip()] == ["日活很高。", "数字人刚开始。"]
    again = imported(app, ("again.md", after.encode()))[0].workbook.id
    question = book_of(app, again)["questions"][12]
    assert question["number"] == "13"
    assert [answer["body"] for answer in question["answers"]] == ["日活很高。\n\n数字人刚开始。"]
    assert len(book_of(app, again)["questions"]) == 39


def test_an_answer_to_a_row_of_a_table_goes_into_its_cell(app: Flask) -> None:
    rows = "| # | 问题 | 为什么问 | 回答 |\n|---|---|---|---|\n| 1 | 谁拍板？ | 看流程 | |\n| 2 | 夜班几个 | | |\n"
    before = f"## 反问\n\n{rows}"
    uid = imported(app, ("表.md", before.encode()))[0].workbook.id
    assert as_markdown(app, uid).decode() == before
    change(app, Question, uid, 1, body="每月四个\n可以换")
    after = as_markdown(app, uid)
    assert after.decode() == before.replace("| 2 | 夜班几个 | | |", "| 2 | 夜班几个 | | 每月四个<br>可以换 |")
    again = imported(app, ("表.json", as_json(app, uid)))[0].workbook.id
    assert as_markdown(app, again) == after


def test_an_answer_emptied_leaves_the_sheet_as_it_was(app: Flask, workbook: str) -> None:
    change(app, Question, workbook, 12, body="一")
    change(app, Question, workbook, 12, body="", version=1)
    assert as_markdown(app, workbook) == FOUNDING


def test_what_belongs_to_a_round_is_not_in_the_sheet(app: Flask) -> None:
    uid = nested(app)
    live(app, uid)
    text = as_markdown(app, uid).decode()
    assert "第一段" in text
    assert "说是两周" not in text
    assert "原话" not in text


def change(app: Flask, model: type[Question | Signal], uid: str, index: int, **to: object) -> None:
    """Answer the question, or tick the signal, of that index, outside any round."""
    with app.app_context(), writing() as connection:
        place: Place = places(model, uid)[index]
        if "body" in to:
            Answer.revise(connection, place, None, str(to["body"]), int(str(to.get("version", 0))))
        else:
            Signal.mark(connection, place, None, bool(to["checked"]))
