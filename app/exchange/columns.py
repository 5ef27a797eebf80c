"""The columns of the CSV file: what they are called and how their cells are written and read.

One row says one thing of a question, a signal or a goal: outside any round first, then a row for each round that has an
answer or a mark. So a spreadsheet can sort and filter them; what a column does not fit stays empty. Column names and
words are in the language spoken, and are known again in each of ours.
"""

import re
from collections.abc import Callable
from contextvars import copy_context
from functools import cache
from typing import cast

from app.exchange.document import RoundKind
from app.language import LANGUAGES, speak
from app.language import gettext as _
from app.web.labels import round_kinds

COLUMNS = (
    "section",
    "number",
    "question",
    "direction",
    "priority",
    "audience",
    "asked",
    "round",
    "answer",
    "signal",
    "polarity",
    "seen",
    "evidence",
    "goal",
    "horizon",
    "done",
    "due",
    "notes",
)
BETWEEN = " › "  # titles of a section's path
# What other people's tables call them.
_ALSO = {
    "section": "category,topic,group,chapter,heading,分类,类别,主题,章節,分類,類別,主題",
    "number": "no,nr,num,id,#,序号,题号,編號,序號,題號",
    "question": "questions,题目,提问,問題,題目",
    "answer": "answers,my answer,my answers,答案,答,我的回答,我的答案",
    "audience": "for whom,提问对象,對象",
    "direction": "who asks",
    "round": "轮,面试轮次,輪次",
    "signal": "signals,訊號",
    "goal": "goals,学习目标,目標",
}
# A spreadsheet takes what begins like this for a formula; an apostrophe before it says that it is text.
_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r])")


def guarded(cell: str) -> str:
    """The cell as no spreadsheet can take it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def bare(cell: str) -> str:
    """The cell without that guard; `bare(guarded(x))` is `x` for every text."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell


def headers() -> dict[str, str]:
    """What each column is called, in the language spoken."""
    return {
        "section": _("section"),
        "number": _("number"),
        "question": _("question"),
        "direction": _("direction"),
        "priority": _("priority"),
        "audience": _("audience"),
        "asked": _("asked"),
        "round": _("round"),
        "answer": _("answer"),
        "signal": _("signal"),
        "polarity": _("polarity"),
        "seen": _("seen"),
        "evidence": _("evidence"),
        "goal": _("goal"),
        "horizon": _("horizon"),
        "done": _("done"),
        "due": _("due"),
        "notes": _("notes"),
    }


def words(column: str) -> dict[str, str]:
    """How the values of a column are written, in the language spoken."""
    return {
        "direction": {"ask": _("I ask them"), "answer": _("They ask me")},
        "polarity": {"positive": _("positive"), "caution": _("caution")},
        "horizon": {"short": _("Short term"), "mid": _("Mid term"), "long": _("Long term")},
        "audience": round_kinds(),
        "priority": {"1": _("Must"), "2": _("Want"), "3": _("Maybe")},
    }.get(column, {"yes": _("yes"), "no": _("no")})


def column_of(header: str) -> str | None:
    """The column that a header names, in any of our languages or in other people's words."""
    return _known_headers().get(_plain(header))


def value_of(column: str, cell: str) -> str | None:
    """The value that a cell says, None where it is none of the column's."""
    return _known_words(column).get(_plain(cell))


def kind_of_round(name: str) -> RoundKind:
    """The kind of round its name speaks of."""
    known = _known_words("audience").items()
    found = (kind for word, kind in known if re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", _plain(name)))
    return cast(RoundKind, next(found, "other"))


def said(flag: bool | None) -> str:
    """A box as a cell says it; nothing where nobody looked."""
    return "" if flag is None else words("done")["yes" if flag else "no"]


@cache
def _known_headers() -> dict[str, str]:
    known = {word: column for column, others in _ALSO.items() for word in others.split(",")}
    return known | _in_every_language(headers)


@cache
def _known_words(column: str) -> dict[str, str]:
    known = _in_every_language(lambda: words(column))
    return known | {value: value for value in words(column)}


def _in_every_language(say: Callable[[], dict[str, str]]) -> dict[str, str]:
    """What each value is called, the other way round."""
    known: dict[str, str] = {}
    for language in LANGUAGES:
        context = copy_context()
        context.run(speak, language)
        known |= {_plain(said): value for value, said in context.run(say).items()}
    return known


def _plain(text: str) -> str:
    return text.strip(" \t.:：*").casefold()
