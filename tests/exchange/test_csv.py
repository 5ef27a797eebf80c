"""Tables: what goes out as CSV comes in again with the same questions and answers, no spreadsheet takes a cell for a
formula, and tables of other people become proper sheets."""

import csv
import io
import itertools

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange import document as doc
from app.exchange.columns import COLUMNS, bare, guarded
from app.exchange.from_csv import from_csv
from app.exchange.markdown import from_markdown, to_markdown
from app.exchange.to_csv import to_csv
from app.language import LANGUAGES, speak
from app.markdown import NotOneItem, phrase
from tests.exchange.books import as_csv, as_markdown, book_of, imported, live, nested
from tests.exchange.test_bad_files import refused
from tests.markdown.samples import FOUNDING

Told = list[tuple[str, str, list[tuple[str | None, str]]]]


def table(data: bytes) -> list[dict[str, str]]:
    """The rows as a spreadsheet reads them."""
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def told(workbook: doc.Workbook) -> Told:
    """The questions with who asks them and their answers, by the names of rounds."""
    names = {held.id: held.name for held in workbook.rounds}
    return [
        (q.text, q.direction, [(a.round and names[a.round], a.body) for a in q.answers if a.body])
        for q in workbook.questions
    ]


def again(workbook: doc.Workbook) -> doc.Workbook:
    """What comes in of what went out."""
    return from_csv(to_csv(workbook).decode("utf-8-sig"), "again.csv", "again")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_founding_sheet_goes_out_as_a_table_and_comes_in(language: str) -> None:
    speak(language)
    before = from_markdown(FOUNDING, "sheet")
    after = again(before)
    assert told(after) == told(before)
    assert [q.number for q in after.questions] == [str(number) for number in range(1, 40)]
    assert [(s.text, s.polarity) for s in after.signals] == [(s.text, s.polarity) for s in before.signals]
    assert [(g.text, g.horizon) for g in after.goals] == [(g.text, g.horizon) for g in before.goals]
    assert [q.path[1:] for q in after.questions] == [q.path[1:] for q in before.questions]


def test_the_table_has_a_row_for_each_question_and_round() -> None:
    rows = table(to_csv(from_markdown(FOUNDING, "sheet")))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["number"] for row in rows if row["question"]] == [str(number) for number in range(1, 40)]
    assert sum(bool(row["signal"]) for row in rows) == 9
    assert sum(bool(row["goal"]) for row in rows) == 8
    assert rows[0]["section"] == "📝 面试问题清单 › 🏗️ 技术架构类问题 › AI基建架构"


def test_answers_marks_and_rounds(app: Flask) -> None:
    uid = nested(app)
    live(app, uid)
    data = as_csv(app, uid)
    rows = table(data)
    assert [(row["round"], row["answer"]) for row in rows if row["question"] == "团队怎么做代码评审？"] == [
        ("", "第一段\n\n- 一条\n- 两条"),
        ("一面", "说是两周"),
        ("Round 2 · Manager", "说是两天"),
    ]
    assert [(row["round"], row["seen"], row["evidence"]) for row in rows if row["signal"] == "允许失败"] == [
        ("", "yes", ""),
        ("一面", "no", "原话：“没有”"),
    ]
    there = imported(app, ("again.csv", data))[0].workbook
    before, after = book_of(app, uid), book_of(app, there.id)
    assert [held["kind"] for held in after["rounds"]] == ["other", "manager"]
    for question, copy in zip(before["questions"], after["questions"], strict=True):
        assert (question["text"], question["asked"]) == (copy["text"], copy["asked"])
        assert [a["body"] for a in question["answers"] if a["body"]] == [a["body"] for a in copy["answers"]]
    assert [[m["checked"] for m in s["marks"]] for s in after["signals"]][1:] == [
        [m["checked"] for m in s["marks"]] for s in before["signals"]
    ][1:]
    assert as_markdown(app, there.id).startswith(b"# again\n\n## ")


@given(st.text())
def test_a_guarded_cell_begins_no_formula_and_is_bare_again(cell: str) -> None:
    assert bare(guarded(cell)) == cell
    assert not guarded(cell).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "'=1", "＝1", "''@x"])
def test_what_a_spreadsheet_would_run(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "'", "'a", "It's -1", "1=1", "“=”"])
def test_what_it_would_not(cell: str) -> None:
    assert guarded(cell) == cell


SIGNS = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=30)
LINES = st.lists(
    st.tuples(
        SIGNS | st.sampled_from(["=1+1", "- [ ] x", "1. a", "a;b", 'say "x"', "**b**: c", "A: d", "[a](b)"]),
        st.none() | SIGNS | st.sampled_from(["- a\n- b", "A: yes", "# no", "---", "```\ncode", "1. x\n\n2. y", "=1"]),
        st.sampled_from(["ask", "answer"]),
        st.sampled_from([None, 1, 2, 3]),
    ),
    min_size=1,
    max_size=6,
)


@given(LINES)
@settings(max_examples=60, deadline=None)
def test_any_questions_come_in_as_they_went_out(lines: list[tuple[str, str | None, str, int | None]]) -> None:
    book = doc.Workbook(id="w", title="t", sections=[doc.Section(id="s", level=0, kind="document")])
    for number, (text, body, direction, priority) in enumerate(lines):
        try:
            said = phrase("question", text).text
        except NotOneItem:
            continue
        clean = "\n".join(line for line in (body or "").replace("\r", "\n").split("\n") if line.strip(" \t"))
        book.questions.append(
            doc.Question(
                id=f"q{number}",
                text=said,
                direction="answer" if direction == "answer" else "ask",
                priority=priority,  # type: ignore[arg-type]
                answers=[doc.Answer(id=f"a{number}", body=clean)] if clean else [],
            )
        )
    if not book.questions:
        return
    after = again(book)
    assert told(after) == told(book)
    assert [q.priority for q in after.questions] == [q.priority for q in book.questions]
    assert told(again(after)) == told(book)
    sheet = from_markdown(to_markdown(after), "t")
    assert [q.text for q in sheet.questions] == [q.text for q in book.questions]


def sheet_of(text: str) -> str:
    """The sheet a table becomes, without the comments where its titles alone do not say that these are questions."""
    return to_markdown(from_csv(text, "list.csv", "list")).decode().replace(" <!-- askback: questions -->", "")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_of_somebody_else(delimiter: str, end: str) -> None:
    rows = [["Category", "Question", "My answer"], ["Team", "How big?", '"Nine, or ten; who\tknows"'], ["", "Who?", ""]]
    assert sheet_of(end.join(map(delimiter.join, rows))) == (
        "# list\n\n## Team\n\n1. How big?\n   Nine, or ten; who\tknows\n2. Who?\n"
    )


def test_a_chinese_table() -> None:
    assert sheet_of("序号,分类,题目,答案\n3,团队,多大？,九个人\n4,团队,怎么评审？,\n1,业务,收入从哪里来？,\n") == (
        "# list\n\n## 团队\n\n3. 多大？\n   九个人\n4. 怎么评审？\n\n## 业务\n\n1. 收入从哪里来？\n"
    )


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("How big?\nWho decides?\n", [(None, "How big?", []), (None, "Who decides?", [])]),
        ("1,How big?,Nine\n2,Who decides?,\n", [("1", "How big?", ["Nine"]), ("2", "Who decides?", [])]),
        ("1.;多大？\n2.;谁？\n", [("1", "多大？", []), ("2", "谁？", [])]),
    ],
)
def test_a_table_without_a_header(text: str, questions: list[tuple[str | None, str, list[str]]]) -> None:
    found = from_csv(text, "list.csv", "list").questions
    numbers = itertools.count(1)
    assert [(q.number, q.text, [a.body for a in q.answers]) for q in found] == [
        (number or str(next(numbers)), said, bodies) for number, said, bodies in questions
    ]


def test_no_word_is_lost() -> None:
    text = 'question,priority,why,for whom,due\nHow big?,high,They grow,HR; CTO,soon\nWho?,must,,"HR, technical",\n'
    first, second = from_csv(text, "list.csv", "list").questions
    assert first.answers[0].body == "why: They grow\npriority: high\naudience: HR; CTO"
    assert (second.priority, second.audience, second.answers) == (1, ["hr", "technical"], [])


def test_a_line_between_names_the_section() -> None:
    text = "section,question\n,First?\nBusiness,\n,Second?\nTeam,Third?\n,Fourth?\n"
    paths = [q.path[1:] for q in from_csv(text, "list.csv", "list").questions]
    assert paths == [["Questions to ask"], ["Business"], ["Team"], ["Team"]]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'question,answer\nWhy?,"never closed\n', "line 2"),
        (b'question\n"a"b\n', "line 2"),
        (b"question,answer,number\nWhy?,x,1\n,left alone,2\n", "Line 3"),
        (b"1,2\n3,4\n", "No column"),
        (b"\xef\xbb\xbf", "empty"),
        (b"question\n" + b"x" * 1_000_001, "line 2"),
        (b"question,answer\nWhy?," + b"x" * 100_001, "100,000"),
        (b"signal,evidence\nNice," + b"x" * 10_001, "10,000"),
        (b"question\na\0b\n", "NUL"),
        ("问题\n为什么？\n".encode("gb18030"), "not UTF-8"),
    ],
)
def test_no_table(app: Flask, data: bytes, says: str) -> None:
    assert says in refused(app, ("list.csv", data))


def test_a_table_in_utf16_as_spreadsheets_save_it(app: Flask) -> None:
    data = "\ufeffQuestion\tAnswer\r\n多大？\t九个人\r\n".encode("utf-16-le")
    uid = imported(app, ("list.txt.csv", data))[0].workbook.id
    assert "1. 多大？\n   九个人\n" in as_markdown(app, uid).decode("utf-8")
    assert book_of(app, uid)["title"] == "list.txt"
