"""The Markdown with rounds: what it looks like, what of an edited one is read, and what is not taken for rounds."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from app.db import writing
from app.exchange import document as doc
from app.exchange.markdown import file_of, from_markdown, to_markdown
from app.exchange.woven import woven
from app.models import Removal, Round
from tests.exchange.books import NESTED, as_markdown, book_of, imported, live, nested, places, with_rounds
from tests.markdown.samples import SHEETS

WOVEN = """# Sheet

## Questions to ask

1. Who decides?
   - First · HR · Wang Fang · 2026-11-20 · Evaded: <!-- askback: round 1 -->
     Not now, she said.

     - later
   - Round 2: <!-- askback: round 2 -->
     The lead.
2. How big is the team?

## Positive signals
- [ ] They say who left
  - First · HR · Wang Fang · 2026-11-20 · Not seen: <!-- askback: round 1 -->
    “Nobody leaves.”

## Rounds <!-- askback: rounds -->

- First <!-- askback: round 1 -->
  - Kind: HR
  - With: Wang Fang (recruiter)
  - Time: 2026-11-20 14:00 +08:00 Asia/Shanghai
  - Length: 45 min
  - State: Debriefed
  - Notes:
    bring a pen

    and paper
  - Verdict: Rather no
  - Process: Late, Silent
  - Process notes: 20 min
  - To do:
    - [x] Write to them · 2026-11-21
    - [ ] Send the sketch
      and ask for the day
  - To ask:
    - How big is the team? · 5 min <!-- askback: question 2 -->
- Round 2 <!-- askback: round 2 -->
  - State: Planned
"""
SHEET = """# Sheet

## Questions to ask

1. Who decides?
2. How big is the team?

## Positive signals
- [ ] They say who left
"""


def read(app: Flask, text: str) -> dict[str, Any]:
    return book_of(app, imported(app, ("sheet.md", text.encode()))[0].workbook.id)


def test_what_a_person_reads_is_what_is_read(app: Flask) -> None:
    uid = imported(app, ("sheet.md", WOVEN.encode()))[0].workbook.id
    assert with_rounds(app, uid).decode() == WOVEN
    assert as_markdown(app, uid).decode() == SHEET
    book = book_of(app, uid)
    first, second = book["rounds"]
    assert (first["name"], first["kind"], first["people"]) == (
        "First",
        "hr",
        [{"name": "Wang Fang", "role": "recruiter"}],
    )
    assert (first["scheduled_at"], first["time_zone"], first["minutes"]) == (
        "2026-11-20T06:00:00Z",
        "Asia/Shanghai",
        45,
    )
    assert (first["state"], first["notes"]) == ("debriefed", "bring a pen\n\nand paper")
    assert first["picks"] == [{"question": book["questions"][1]["id"], "minutes": 5}]
    assert (second["name"], second["state"]) == ("", "planned")
    told = [(a["round"], a["body"], a["outcome"]) for a in book["questions"][0]["answers"]]
    assert told == [(first["id"], "Not now, she said.\n\n- later", "evaded"), (second["id"], "The lead.", None)]
    assert (first["verdict"], first["process"], first["process_note"]) == ("no", ["late", "silent"], "20 min")
    assert [(one["text"], one["due_on"], one["done"]) for one in first["follow_ups"]] == [
        ("Write to them", "2026-11-21", True),
        ("Send the sketch\nand ask for the day", None, False),
    ]
    (mark,) = book["signals"][0]["marks"]
    assert (mark["round"], mark["checked"], mark["evidence"]) == (first["id"], False, "“Nobody leaves.”")


def test_the_example_of_the_docs_is_true(app: Flask) -> None:
    text = Path("docs/rounds.md").read_text("utf-8").split("```\n")[1].replace("question 13", "question 1")
    uid = imported(app, ("sheet.md", text.encode()))[0].workbook.id
    assert with_rounds(app, uid).decode() == text
    assert [held["name"] for held in book_of(app, uid)["rounds"]] == ["First", ""]


def test_a_chinese_sheet_says_it_in_chinese(app: Flask) -> None:
    uid = nested(app)
    live(app, uid)
    text = with_rounds(app, uid).decode()
    for lines in (
        "   - 一面 · 技术面 · 王、李、张 · 2026-03-04： <!-- askback: round 1 -->\n     说是两周\n",
        "  - 一面 · 技术面 · 王、李、张 · 2026-03-04 · 没答好 <!-- askback: round 1 -->\n",
        "    - 一面 · 技术面 · 王、李、张 · 2026-03-04 · 看到了 <!-- askback: round 1 -->\n",
        "  - 一面 · 技术面 · 王、李、张 · 2026-03-04 · 没看到： <!-- askback: round 1 -->\n    原话：“没有”\n",
        "\n## 面试轮次 <!-- askback: rounds -->\n\n- 一面 <!-- askback: round 1 -->\n  - 类型：技术面\n",
        "\n  - 面试官：王（工程师）\n  - 面试官：李（工程师）\n",
        "  - 时间：2026-03-04 15:30 +08:00 Asia/Shanghai\n  - 时长：60 分钟\n  - 地点：线上\n",
        "\n  - 要做的：\n    - [x] 写一封感谢信 · 2026-03-05\n    - [ ] 问薪资范围\n",
        "\n  - 结论：不想去\n  - 流程：没有回音\n  - 流程笔记：两周没有回音\n",
    ):
        assert lines in text
    again = imported(app, ("sheet.md", text.encode()))[0].workbook.id
    assert as_markdown(app, again) == as_markdown(app, uid)


def test_the_words_of_either_language_are_read(app: Flask) -> None:
    chinese = (
        WOVEN.replace("Evaded:", "回避：").replace("  - Length: 45 min", "  - 时长：45 分钟").replace("HR\n", "HR 面\n")
    )
    assert without_ids(read(app, chinese)) == without_ids(read(app, WOVEN))


def test_edited_texts_are_read(app: Flask) -> None:
    edited = WOVEN.replace("Not now, she said.", "Not *now*.\n     ```\n     # code\n     ```").replace("45 min", "50")
    edited = edited.replace("14:00 +08:00 Asia", "15:00 Asia").replace("Evaded:", "Answered: well,")
    book = read(app, edited + "- Third\n  - Kind: Manager\n")
    answer = book["questions"][0]["answers"][0]
    assert (answer["body"], answer["outcome"]) == ("well,\nNot *now*.\n```\n# code\n```\n\n- later", "answered")
    assert [(held["name"], held["kind"]) for held in book["rounds"]] == [
        ("First", "hr"),
        ("", "other"),
        ("Third", "manager"),
    ]
    assert (book["rounds"][0]["minutes"], book["rounds"][0]["scheduled_at"]) == (50, "2026-11-20T07:00:00Z")


def test_that_an_answer_went_badly_stands_beside_its_outcome(app: Flask) -> None:
    text = WOVEN.replace("· Evaded:", "· Evaded · Went badly:").replace("- Round 2:", "- Round 2 · 没答好:")
    book = read(app, text.replace("     The lead.\n", ""))
    said = [(a["body"], a["outcome"], a["went_badly"], a["version"]) for a in book["questions"][0]["answers"]]
    assert said == [("Not now, she said.\n\n- later", "evaded", True, 1), ("", None, True, 0)]


def test_what_is_left_to_do_is_read_as_people_write_it(app: Flask) -> None:
    todo = "    - [X] call  · 2026-11-21\n    - write · 2026-02-31\n    - [ ] ask\n      them\n    a line of mine\n"
    (first, _second) = read(app, WOVEN.replace("    - [x] Write to them · 2026-11-21\n", todo))["rounds"]
    assert [(one["text"], one["due_on"], one["done"]) for one in first["follow_ups"][:3]] == [
        ("call", "2026-11-21", True),
        ("write · 2026-02-31", None, False),
        ("ask\nthem", None, False),
    ]
    assert first["notes"].endswith("\na line of mine")


def test_another_name_for_a_round_is_no_text_of_its_answers(app: Flask) -> None:
    book = read(app, WOVEN.replace("- First <", "- Once more <"))
    assert book["rounds"][0]["name"] == "Once more"
    assert book["questions"][0]["answers"][0]["body"] == "Not now, she said.\n\n- later"


@pytest.mark.parametrize(
    ("line", "other", "where"),
    [
        ("  - Time: 2026-11-20 14:00 +08:00 Asia/Shanghai", "  - Time: tomorrow", "notes"),
        ("  - Length: 45 min", "  - Length: 99999 min", "notes"),
        ("  - Kind: HR", "  - Kind: a chat", "notes"),
        ("  - Verdict: Rather no", "  - Verdict: it depends", "notes"),
        ("  - Process: Late, Silent", "  - Process: Late, loud", "notes"),
        (
            "    - How big is the team? · 5 min <!-- askback: question 2 -->",
            "    - Nothing? <!-- askback: question 2 -->",
            "notes",
        ),
        ("  - State: Debriefed", "  a line of mine", "notes"),
        ("   - Round 2: <!-- askback: round 2 -->", "   - Round 9: <!-- askback: round 9 -->", "sheet"),
        ("   - Round 2: <!-- askback: round 2 -->", "   - Again: <!-- askback: round 1 -->", "sheet"),
        ("   - Round 2: <!-- askback: round 2 -->", "   - Round 2 · quite so: <!-- askback: round 2 -->", "answer"),
        ("## Rounds <!-- askback: rounds -->", "## Rounds", "sheet"),
        ("## Rounds <!-- askback: rounds -->", "```\n## Rounds <!-- askback: rounds -->", "sheet"),
        ("1. Who decides?", "Who decides, then", "sheet"),
    ],
)
def test_what_cannot_be_read_is_kept(app: Flask, line: str, other: str, where: str) -> None:
    assert line in WOVEN
    text = WOVEN.replace(line, other) + ("```\n" if other.startswith("```") else "")
    book = read(app, text)
    kept = {
        "notes": "".join(held["notes"] for held in book["rounds"]),
        "sheet": as_markdown(app, book["id"]).decode(),
        "answer": "".join(answer["body"] for question in book["questions"] for answer in question["answers"]),
    }
    for said in (other.strip("- `").split("\n")[0], "The lead.", "and paper", "Not now, she said."):
        words = said.removeprefix("Round 2 · ").partition(": <")[0]
        assert words in str(book) + kept["sheet"]
    assert other.strip("- ").removeprefix("Round 2 · ").partition(": <")[0] in kept[where]


def test_only_what_is_ours_is_taken_for_rounds() -> None:
    for text in (
        SHEET + "\n## Rounds\n\n- First\n  - Kind: HR\n",
        SHEET + "   - Round 1 · Evaded: <!-- askback: round 1 -->\n",
        f"# How it looks\n\n```\n{WOVEN}```\n",
        f"{WOVEN}\n{WOVEN}",  # whose rounds, nobody can tell
        "# How it looks\n\n" + "".join(f"    {line}\n" for line in WOVEN.splitlines()),
    ):
        book = from_markdown(text.encode(), "sheet")
        assert (book.rounds, file_of(book).decode()) == ([], text)


def test_a_text_of_the_sheet_that_looks_alike_stays_one() -> None:
    text = SHEET.replace("2. How", "   - I pasted <!-- askback: round 1 -->\n2. How")
    book = from_markdown(text.encode(), "sheet")
    book.rounds = [doc.Round(id="a", name="First"), doc.Round(id="b", name="Second")]
    book.questions[0].answers.append(doc.Answer(id="c", round="b", body="The lead."))
    woven_in = woven(book)[0]
    assert b"- Second: <!-- askback: round 3 -->\n     The lead." in woven_in
    again = from_markdown(woven_in, "sheet")
    assert file_of(again) == text.encode()
    own, told = again.questions[0].answers
    assert (own.round, own.body) == (None, "- I pasted <!-- askback: round 1 -->")
    assert (told.round, told.body) == (again.rounds[1].id, "The lead.")


def test_what_stands_behind_the_rounds_stays(app: Flask) -> None:
    for behind, sheet in (
        ("\n## More\n\nwords\n", f"{SHEET}\n## More\n\nwords\n"),
        ("\nwords\n", f"{SHEET}\n## Rounds\nwords\n"),
    ):
        uid = imported(app, ("sheet.md", (WOVEN + behind).encode()))[0].workbook.id
        assert as_markdown(app, uid).decode() == sheet
        again = imported(app, ("sheet.md", with_rounds(app, uid)))[0].workbook.id
        assert without_ids(book_of(app, again)) == without_ids(book_of(app, uid))
        assert with_rounds(app, again) == with_rounds(app, uid)


def test_rounds_stand_below_the_heading_there_is_for_them(app: Flask) -> None:
    sheet = NESTED.replace("## 积极信号", "## 面试轮次\n\n先 HR，再技术。\n\n## 积极信号")
    uid = imported(app, ("sheet.md", sheet.encode()))[0].workbook.id
    live(app, uid)
    text = with_rounds(app, uid).decode()
    assert "\n\n先 HR，再技术。\n\n<!-- askback: rounds -->\n- 一面 <!-- askback: round 1 -->\n" in text
    assert text.count("## 面试轮次") == 1
    again = imported(app, ("sheet.md", text.encode()))[0].workbook.id
    assert with_rounds(app, again).decode() == text
    assert as_markdown(app, again) == as_markdown(app, uid)


def test_rows_of_a_table_have_their_answers_with_the_round(app: Flask) -> None:
    table = "\n\n| # | 问题 | 回答 |\n|---|---|---|\n| 1 | 谁拍板？ | |\n| 2 | 夜班几个？ | 四个 |\n"
    sheet = re.sub(r"\n1\. 团队(.|\n)*优先级？\n", table + "| 3 | 谁？ | |\n", NESTED)
    uid = imported(app, ("sheet.md", sheet.encode()))[0].workbook.id
    live(app, uid)
    text = with_rounds(app, uid).decode()
    assert "  - 回答：\n    - 谁拍板？ <!-- askback: question 1 -->\n      说是两周\n" in text
    moved = text.replace("| 1 | 谁拍板？", "| 0 | 还有谁？ | |\n| 1 | 谁拍板？")
    book = read(app, moved)
    told = [[answer["body"] for answer in question["answers"] if answer["round"]] for question in book["questions"]]
    assert told == [[], ["说是两周", "说是两天"], [], ["", "    code\n| a | b |"]]
    assert [answer["went_badly"] for answer in book["questions"][3]["answers"]] == [True, False]


def test_a_round_in_the_bin_is_not_in_it(app: Flask) -> None:
    uid = nested(app)
    live(app, uid)
    with app.app_context():
        first = places(Round, uid)[0]
    with app.app_context(), writing() as connection:
        removal = Removal.of(connection, Round, first)
        assert removal
    text = with_rounds(app, uid).decode()
    assert "一面" not in text and "说是两周" not in text
    assert "说是两天" in text and "- 第 1 轮 <!-- askback: round 1 -->\n  - 类型：主管面\n" in text


def test_without_rounds_it_is_the_sheet(app: Flask) -> None:
    for taken in imported(app, *((path.name, path.read_bytes()) for path in SHEETS[:20])):
        assert with_rounds(app, taken.workbook.id) == as_markdown(app, taken.workbook.id)


def test_the_encoding_of_the_file_stays() -> None:
    text = WOVEN.replace("Not now", "以后")
    book = from_markdown(text.encode("gb18030"), "sheet", "gb18030")
    assert book.source and book.source.encoding == "gb18030"
    assert to_markdown(book) == file_of(book) == SHEET.encode("gb18030")
    utf_16 = from_markdown(text.encode("utf-16"), "sheet")
    assert file_of(utf_16) == SHEET.encode("utf-16") and len(utf_16.rounds) == 2


def without_ids(book: dict[str, Any]) -> str:
    return re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|'updated_at': '[^']*'|'source': \{[^}]*\}", "", str(book))
