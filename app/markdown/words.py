"""What the words of a heading, a label or a question say. The words themselves are data (`words.toml`), so that
adding one needs no code; this file only compares."""

import re
from functools import lru_cache
from typing import Literal, cast

from .lexicon import lexicon
from .sheet import Horizon, Kind, Polarity
from .vocabulary import comparable
from .wording import without_aside

Fact = Literal["company", "position", "date"]

_MARKS: dict[Polarity, str] = {"positive": "✅🟢👍💚🌟🥰😍🌸", "caution": "⚠🔴🚩❌👎🟡🚨🛑😬"}
_OPPOSITES = {"positive": "caution", "caution": "positive"}
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
# Months and years as a time to learn in; `第三周` and `2025年` are dates.
_SPAN = re.compile(
    r"(?<![0-9第])(?:(?P<first>[0-9]{1,2})(?: ?(?:to|至|到|~) ?| ))?"
    r"(?P<last>[0-9]{1,3}|[半一二两三四五六七八九]?十|[半一二两三四五六七八九]) ?"
    r"(?P<unit>days?|weeks?|months?|years?|天|日|周|星期|个月|年)(?P<within>内|以内|之内)?"
)
_PLANNED = re.compile(
    rf"(?P<before>前 ?|头|首|最初|第 ?[0-9]+ |by |within |(?:the |my |in the )?(?:first|next) |(?:days|weeks|months) )?"
    rf"{_SPAN.pattern}(?P<behind> ?(?:的?计划|的?目标|的?打算|规划|plan|goals))?"
)
_COUNTS = {"半": 0.5, "两": 2, **{count: at for at, count in enumerate("一二三四五六七八九十", 1)}}
# What is posed in an examination: a 题, but no 问题, 话题 and so on.
_POSED = re.compile("(?<![问话主标专课议难命选破解])题$")
_TERSE = 20  # characters
_WORD = 8
_LINK = re.compile(r"!?\[[^\]]*\]\([^)]*\)$")


@lru_cache(maxsize=512)
def role(title: str) -> tuple[Kind, str] | None:
    """The kind a title names and the phrase that says so.

    The longest phrase wins, the later one of two as long. But words for *notes* beat all, and words of asking
    beat the rest: `具体工作内容类问题` are questions about the work, not the work.
    """
    if unasked := lexicon().unasked.hits(title):
        return "notes", unasked[0][0]
    rank = {"notes": 2, "questions": 1}
    # What stands in brackets only adds to what a title says without it.
    hits = lexicon().roles.hits(_BRACKETS.sub(" ", title)) or lexicon().roles.hits(title)
    found = [(rank.get(kind, 0), len(phrase), at, kind, phrase) for phrase, kind, at in hits]
    bare = comparable(_BRACKETS.sub(" ", title))
    if not found and (lexicon().asking.who(bare) or _POSED.search(bare)):
        return "questions", bare
    if {kind for *_, kind, _ in found} <= {"tasks", "goals"} and lexicon().study.fullmatch(bare):
        return "goals", bare
    if not found:
        span = _PLANNED.fullmatch(comparable(title))
        sure = span and (span["first"] or span["within"] or span["before"] or span["behind"])
        return ("goals", span[0]) if span and sure else None
    *_, kind, phrase = max(found)
    if kind == "goals" and lexicon().theirs.said(title) == {"whose"}:
        return "notes", phrase
    return cast(Kind, kind), phrase


@lru_cache(maxsize=512)
def polarity(title: str) -> Polarity | None:
    """What a title of signals says about them: by its words, else by its emoji; None where it says both."""
    shown = comparable(title)
    said = {
        _OPPOSITES.get(name, name) if lexicon().negations.search(shown, 0, at) else name
        for _, name, at in lexicon().polarity.hits(title)
    }
    if not said:
        said = {name for name, marks in _MARKS.items() if any(mark in title for mark in marks)}
    if not said and shown.startswith(lexicon().forbids):
        said = {"caution"}
    return cast(Polarity, said.pop()) if len(said) == 1 and said != {"both"} else None


@lru_cache(maxsize=512)
def is_goals_of_boxes(title: str) -> bool:
    """Whether a title names goals where each thing below it has a box: by a word of learning in it, of which 学 is one
    only as a verb (`要去学`, not `学校`)."""
    said = lexicon().boxed.said(title)
    by_words = "goals" in said or bool(lexicon().learning.search(comparable(title)))
    return "never" not in said and (by_words or speaks_of_learning(title))


@lru_cache(maxsize=512)
def speaks_of_learning(title: str) -> bool:
    """Whether a title without a word for goals says all the same that something is to be learned (`Dust off`)."""
    return lexicon().learned.said(title) == {"goals"}


def is_unasked(title: str) -> bool:
    """Whether a title says that what stands below it is asked of nobody: one must not, or asks oneself."""
    return bool(lexicon().unasked.hits(title))


@lru_cache(maxsize=512)
def is_judging(title: str) -> bool:
    """Whether a title is built as one that judges (`Things that …`, `…的地方`), and not of a thing for its own sake."""
    said = lexicon().judging.said(title)
    return bool(said) and "object" not in said


@lru_cache(maxsize=512)
def kind_by_tone(title: str) -> Kind | None:
    """The kind of a title without a word for any: it says that something is good or bad (`Gold stars`), not of oneself
    or of a thing for its own sake, or speaks of learning. What is forbidden (`Don't`) is forbidden oneself, and a mark
    beside other words (`✅ Done`) is none of judging."""
    bare = comparable(title)
    if speaks_of_learning(title):
        return "goals"
    judges = polarity(title if lexicon().polarity.hits(title) or not bare else bare) is not None
    aims = lexicon().judging.said(title) & {"object", "oneself"} or bare.startswith(lexicon().forbids)
    return "signals" if judges and not aims else None


def negates(one: str, other: str) -> bool:
    """Whether the other title is the first one with a negation put in."""
    plain, denied = comparable(one), comparable(other)
    start = 0
    while start < len(plain) and plain[start] == denied[start : start + 1]:
        start += 1
    return any(
        denied[at + len(no) :] == plain[at:] and denied[at : at + len(no)] == no
        for at in {start, max(start - 1, 0)}
        for no in lexicon().judging_negations
        if len(denied) - len(plain) == len(no)
    )


def only_adds(title: str, kind: Kind, above: Kind) -> bool:
    """Whether a title that names a kind only tells which of the things above it holds: `加分项` are requirements of a
    job, but the good ones among signals; `Before I go` is when goals are to be reached."""
    if above == "goals" and kind == "tasks":
        return True
    return above == "signals" and kind == "requirements" and polarity(title) is not None


@lru_cache(maxsize=512)
def horizon(title: str) -> Horizon | None:
    """The horizon of goals a title names, None where it names none or several."""
    said = lexicon().horizon.said(title)
    if not said and (span := _SPAN.search(comparable(title))):
        return _span_of(span)
    return cast(Horizon, said.pop()) if len(said) == 1 else None


def _span_of(found: re.Match[str]) -> Horizon:
    """By its longer end: a quarter is no short time any more, a year a long one."""
    last = found["last"]
    count = int(last) if last.isdigit() else _COUNTS.get(last) or _COUNTS[last[0]] * 10
    if found["unit"][0] in "d天日":
        return "short" if count < 60 else "mid" if count < 90 else "long"  # people plan 30, 60 and 90 days
    months = count * {"w": 0.25, "周": 0.25, "星": 0.25, "y": 12, "年": 12}.get(found["unit"][0], 1)
    return "short" if months < 3 else "mid" if months < 12 else "long"


@lru_cache(maxsize=512)
def direction(title: str) -> Literal["ask", "answer", "usually_answer"] | None:
    """Who asks, as far as a title says: what stands in brackets, else the longest phrase."""
    if composed := lexicon().asking.who(comparable(_BRACKETS.sub(" ", title))):
        return composed
    asides = [part[1:-1] for part in _BRACKETS.findall(title)]
    spoken = (
        lexicon().asking.who(said) for part in asides if (said := comparable(part)) not in lexicon().asking.matters
    )
    if composed := next((who for who in spoken if who), None):
        return composed
    held = [hit for part in asides for hit in lexicon().direction.hits(part)]
    hits = held or lexicon().direction.hits(title)
    found = [(who != "usually_answer", len(phrase), who) for phrase, who, _ in hits]
    if not found and _POSED.search(comparable(title)):
        return "usually_answer"
    return cast(Literal["ask", "answer", "usually_answer"], max(found)[2]) if found else None


def says_one_thing(title: str) -> bool:
    """Whether a title says who asks, or whether signals are good, and nothing more (`我問`, `They ask me`, `Bad`)."""
    if len(title) > _TERSE:
        return False
    asks = lexicon().asking.ends_asking(comparable(title)) and direction(title) in ("ask", "answer")
    return asks or (len(title) <= _WORD and polarity(title) is not None)


def looks_like_question(text: str) -> bool:
    """Whether a text is a question by itself: by its mark, or how it begins. `《猜猜我有多爱你？》` is a title."""
    if text.startswith("《") and text.endswith("》"):
        return False
    bare = without_aside(text).rstrip(' \t*_)）"”」')
    if bare.endswith(("?", "？", "؟")):
        return True
    shown, ways_to_ask = comparable(text), lexicon().question
    if shown.endswith(lexicon().ends):
        return True
    return bool(ways_to_ask["starts"].match(shown)) and not ways_to_ask["never"].match(shown)


@lru_cache(maxsize=4096)
def may_be_question(text: str) -> bool:
    """Whether a text could be a question among others: also by a word of asking within it (`Redis 大 key 怎么处理`)."""
    return looks_like_question(text) or is_told(text) or bool(lexicon().within.search(comparable(text)))


@lru_cache(maxsize=512)
def leans_to_them(text: str) -> int:
    """1 for a question about the place (`你们…`, `the team`), -1 for one about me (`你…`, `a time you`), else 0."""
    said = lexicon().about.said(text)
    return 0 if len(said) != 1 else 1 if said == {"place"} else -1


def is_told(text: str) -> bool:
    """Whether a text asks by telling somebody to speak (`Describe …`, `谈谈…`): without a mark, but surely."""
    return bool(lexicon().question["told"].match(comparable(text)))


def column_of(title: str) -> str:
    """What a table's column holds by its title: "question", "signal", "goal", "answer", or "" for anything else."""
    said = lexicon().columns.said(title)
    return "answer" if "answer" in said else said.pop() if len(said) == 1 else ""


def is_only_link(text: str) -> bool:
    """Whether a text is nothing but a link: a line of a table of contents."""
    return bool(_LINK.match(text))


@lru_cache(maxsize=512)
def fact_of(label: str) -> Fact | None:
    """Which fact of an opening an info's label names, in any of the languages of `words.toml`."""
    shown = comparable(label)
    return next((cast(Fact, fact) for fact, labels in lexicon().labels.items() if shown in labels), None)


@lru_cache(maxsize=512)
def is_known_label(label: str) -> bool:
    """Whether a label is one that people write before the facts of an opening."""
    return comparable(label) in lexicon().known if label else False


def is_company_label(label: str) -> bool:
    """Whether an info's label names the company."""
    return fact_of(label) == "company"
