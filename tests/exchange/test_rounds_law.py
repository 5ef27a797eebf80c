"""Whatever was said in rounds comes back from the sheet it is written into, and leaves no trace in the sheet itself."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.clock import new_uid
from app.exchange import document as doc
from app.exchange.give import to_json
from app.exchange.markdown import from_markdown, to_markdown
from app.exchange.woven import woven
from app.models.round import SIGNS, VERDICTS
from tests.exchange.books import NESTED, as_markdown, book_of, imported, with_rounds
from tests.markdown.samples import FOUNDING, PIECES, SHEETS, bodies, texts

NASTY = (
    *PIECES,
    *("<!-- askback: round 1 -->", "- Round 1 <!-- askback: round 1 -->", "## x <!-- askback: rounds -->\n"),
    *(
        "\\",
        "\n\\\n",
        "Notes: x",
        "[ ] ",
        "· 2026-11-20",
        " · 没答好",
        "- 笔记：",
        "\t- x\n",
        " · 回避",
        "مرحبا",
        "\n  ",
    ),
)
SHEETS_OF_ALL_SORTS = (
    FOUNDING,
    NESTED.encode(),
    b"",
    b"## Questions to ask\n\n### How big is the team?\n\n### Who decides?\nThe lead.\n\n---\nLast updated",
    "## 反问\n\n1、多大？\n2、谁定？\n答：老板\n\n## 积极信号\n- 说得清楚\n    - [ ] 有数字\n- [ ] 允许失败".encode(),
    "## 反问\r\n\r\n| # | 问题 | 回答 |\r\n|---|---|---|\r\n| 1 | 谁拍板？ | 老板 |\r\n| 2 | 谁？ | |\r\n".encode(),
    "# A\n## Rounds\n\nas they come\n\n\n## Red flags\n\t- [ ] late\n\t\t- [ ] very\n".encode("utf-16"),
    b"## Questions to ask\n- a?\n- a?\n- a?\n\n  ```\n  open\n## Rounds <!-- askback: rounds -->\n",
    *(sheet.read_bytes() for sheet in SHEETS),
)
words = st.lists(st.sampled_from(NASTY), max_size=8).map("".join) | st.text(st.characters(codec="utf-8"), max_size=20)
free = words.map(lambda text: text.replace("\0", "").replace("\r", ""))
lines = free.map(lambda text: " ".join(text.split()))
minutes = st.none() | st.integers(1, 1440)
instants = st.none() | st.datetimes().filter(lambda at: 1900 <= at.year < 9000).map(
    lambda at: f"{at:%Y-%m-%dT%H:%M:%S}Z"
)
zones = st.sampled_from((None, "UTC", "Asia/Shanghai", "Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu"))
follow_ups = st.builds(
    doc.FollowUp,
    id=st.builds(new_uid),
    text=free | lines,
    due_on=st.none() | st.dates().map(str),
    done=st.booleans(),
)
rounds = st.builds(
    doc.Round,
    id=st.builds(new_uid),
    name=lines | st.sampled_from(("Round 1", "第 2 轮", "一面 · 回避", "HR: first", "Evaded", "看到了", "Went badly")),
    kind=st.sampled_from(("hr", "technical", "manager", "cross", "executive", "other")),
    people=st.lists(st.builds(doc.Person, name=lines, role=lines), max_size=3),
    scheduled_at=instants,
    time_zone=zones,
    minutes=minutes,
    place=free,
    state=st.sampled_from(("planned", "live", "debriefed")),
    started_at=instants,
    notes=free,
    ask_minutes=minutes,
    each_minutes=minutes,
    told=free,
    picks=st.just([]),
    verdict=st.sampled_from((None, *VERDICTS)),
    process=st.sets(st.sampled_from(SIGNS)).map(lambda seen: [sign for sign in SIGNS if sign in seen]),
    process_note=free,
    follow_ups=st.lists(follow_ups, max_size=3),
)
outcomes: st.SearchStrategy[Any] = st.sampled_from((None, "answered", "evaded", "later"))


@st.composite
def lived_in(draw: st.DrawFn, sheets: st.SearchStrategy[bytes]) -> doc.Workbook:
    """A sheet with rounds in which anything was said."""
    book = from_markdown(draw(sheets), "sheet")
    book.rounds = deepcopy(draw(st.lists(rounds, min_size=1, max_size=3, unique_by=lambda held: held.id)))
    for question in draw(st.lists(st.sampled_from(book.questions), max_size=6, unique_by=id)) if book.questions else ():
        for held in book.rounds:
            outcome, body = draw(outcomes), draw(st.just("") | bodies | free.map(lambda text: text.strip(" \t\n")))
            answer = doc.Answer(id=new_uid(), round=held.id, body=body, outcome=outcome, went_badly=draw(st.booleans()))
            question.answers.append(answer)
        if draw(st.booleans()):
            book.rounds[0].picks.append(doc.Pick(question=question.id, minutes=draw(minutes)))
    for signal in draw(st.lists(st.sampled_from(book.signals), max_size=4, unique_by=id)) if book.signals else ():
        for held in book.rounds:
            signal.marks.append(
                doc.Mark(round=held.id, checked=draw(st.sampled_from((None, True, False))), evidence=draw(free))
            )
    return book


def said(book: doc.Workbook) -> list[object]:
    """All that was said in rounds, without ids, times and versions."""
    numbers: dict[str | None, int] = {held.id: number for number, held in enumerate(book.rounds)}
    places = {question.id: place for place, question in enumerate(book.questions)}
    return [
        [[(a.body, a.outcome, a.went_badly, numbers[a.round]) for a in q.answers if a.round] for q in book.questions],
        [[(m.checked, m.evidence, numbers[m.round]) for m in s.marks if m.round] for s in book.signals],
        [[(places[pick.question], pick.minutes) for pick in held.picks] for held in book.rounds],
        [[(left.text, left.due_on, left.done) for left in held.follow_ups] for held in book.rounds],
        [
            {name: getattr(held, name) for name in held.__struct_fields__ if name not in ("id", "picks", "follow_ups")}
            for held in book.rounds
        ],
    ]


@settings(max_examples=60, deadline=None)
@given(book=lived_in(st.sampled_from(SHEETS_OF_ALL_SORTS)))
def test_rounds_come_back_from_the_sheet(book: doc.Workbook) -> None:
    comes_back(book)


@settings(max_examples=60, deadline=None)
@given(book=lived_in(texts.map(lambda text: text.encode())))
def test_rounds_come_back_from_any_sheet(book: doc.Workbook) -> None:
    comes_back(book)


def comes_back(book: doc.Workbook) -> None:
    file = woven(book)[0]
    again = from_markdown(file, "sheet")
    assert said(again) == said(book), file.decode("utf-8", "replace")
    assert to_markdown(again) == to_markdown(book)
    assert woven(again)[0] == file


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(book=lived_in(st.sampled_from((NESTED.encode(), *SHEETS_OF_ALL_SORTS[3:6]))))
def test_rounds_come_back_into_another_database(app: Flask, book: doc.Workbook) -> None:
    uid = imported(app, ("book.json", to_json([book])))[0].workbook.id
    again = imported(app, ("sheet.md", with_rounds(app, uid)))[0].workbook.id
    assert told(book_of(app, again)) == told(book_of(app, uid))
    assert as_markdown(app, again) == as_markdown(app, uid) == to_markdown(book)
    assert with_rounds(app, again) == with_rounds(app, uid)


def told(book: dict[str, Any]) -> object:
    """The export of a workbook without what is another one with each import."""
    names: dict[object, object] = {}
    for name in ("sections", "rounds", "questions", "signals"):
        names |= {record["id"]: (name, place) for place, record in enumerate(book[name])}

    def plain(value: object) -> object:
        match value:
            case dict():
                return {key: plain(held) for key, held in value.items() if key not in ("id", "version", "updated_at")}
            case list():
                return [plain(held) for held in value]
        return names.get(value, value) if isinstance(value, str) else value

    return plain({name: held for name, held in book.items() if name != "title"})
