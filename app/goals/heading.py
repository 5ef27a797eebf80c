"""What a heading says of time: “短期目标（1-2个月）”, “半年内”, “30-day plan”, “this quarter”, “2026年第一季度”. Pure.

Only what can be defended is read: lengths of time, and the ends of months, quarters, halves and years. “3月” is a month
of the calendar and no length, “第2周” and “每周” are none either, and hours are nobody's due day. Where a heading tells
several lengths the longest counts, so that the upper end of a span does.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from operator import attrgetter
from typing import Literal, NamedTuple
from unicodedata import normalize

Unit = Literal["day", "week", "month", "year"]

LONGEST = 3660  # days: what is further away is no length of a goal


class Span(NamedTuple):
    """A length of time, counted as people count it."""

    number: int
    unit: Unit

    @property
    def days(self) -> int:
        """About how many days these are, to tell the longer of two."""
        return self.number * {"day": 1, "week": 7, "month": 30, "year": 365}[self.unit]

    def after(self, day: date, whole_month: bool = False) -> date:
        """The day that is this long after `day`; the last of its month where `day` stands for a month as a whole."""
        if self.unit in ("day", "week"):
            return day + timedelta(days=self.days)
        last = month_end(day.year, day.month + self.number * (12 if self.unit == "year" else 1))
        return last if whole_month else last.replace(day=min(day.day, last.day))


class End(NamedTuple):
    """The end of a month, quarter, half or year, and the words that name it."""

    words: str
    day: date


def month_end(year: int, month: int) -> date:
    """The last day of a month; months beyond December count on into the next years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def span_in(title: str) -> Span | None:
    """The longest length of time that a heading tells."""
    found = [span for span in _spans(normalize("NFKC", title)) if 0 < span.days <= LONGEST]
    return max(found, key=attrgetter("days"), default=None)


def end_in(title: str, since: date) -> End | None:
    """The end of the period that a heading names, seen from `since`; a part of no named year is the coming one."""
    text = normalize("NFKC", title)
    if found := _PART.search(text):
        month = next(last for name, last in _PARTS.items() if found[name])
        coming = since.year + (month_end(since.year, month) < since)
        return End(found[0].strip(), month_end(_year(found["year"] or found["after"], since) or coming, month))
    if found := _YEAR.search(text):
        return End(found[0], date(int(found[1] or found[2]), 12, 31))
    for pattern, months, ahead in _PERIODS:
        if found := pattern.search(text):
            start = since.month - (since.month - 1) % months
            return End(found[0], month_end(since.year, start + months - 1 + ahead * months))
    return None


def _spans(text: str) -> Iterator[Span]:
    for found in _CHINESE.finditer(text):
        # “3月” is March and “三季度” the third quarter: as lengths they are counted with 个.
        if found["unit"] not in ("月", "季度") or found["counted"] or found["number"] == "半":
            yield _span(_halves(found["number"]) + bool(found["half"] or found["more"]), found["unit"])
    for found in _ENGLISH.finditer(text):
        yield _span(_halves(found["number"].lower()), found["unit"].lower())


def _span(halves: int, word: str) -> Span:
    """A length of that many halves of a unit; half a month is counted in days, half a year in months."""
    times, unit = _UNITS[word]
    halves *= times
    if halves % 2 and unit in ("month", "year"):
        return Span(halves * 15, "day") if unit == "month" else Span(halves * 6, "month")
    return Span(halves // 2, unit)


def _halves(number: str) -> int:
    """Twice the number that is written; a word that is none counts nothing."""
    if number.startswith(("半", "half")):
        return 1
    if number[0].isdigit():
        return int(2 * float(number))
    tens, ten, ones = number.rpartition("十")
    return 2 * ((_NUMBERS.get(tens, 1) * 10 if ten else 0) + _NUMBERS.get(ones, 0))


def _year(words: str | None, since: date) -> int | None:
    """The year named beside a part of one: by its number, or as seen from `since`; None where none is named."""
    if words and (number := re.search(r"\d{4}", words)):
        return int(number[0])
    return since.year + words.lower().startswith(("明", "来", "next")) if words else None


_NUMBERS = dict(zip("一二三四五六七八九", range(1, 10), strict=True)) | {"两": 2}
_NUMBERS |= {"a couple of": 2, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBERS |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "thirty": 30, "sixty": 60, "ninety": 90}
_NUMBERS |= {"the next": 1, "the coming": 1}
_UNITS: dict[str, tuple[int, Unit]] = {
    **dict.fromkeys(("天", "日", "day"), (1, "day")),
    **dict.fromkeys(("周", "星期", "礼拜", "week"), (1, "week")),
    **dict.fromkeys(("月", "month"), (1, "month")),
    **dict.fromkeys(("季度", "quarter"), (3, "month")),
    **dict.fromkeys(("年", "year"), (1, "year")),
}
_CHINESE = re.compile(
    r"(?<![\d.⁄每第上下])(?<![每第] )(?P<number>\d{1,3}(?:\.5)?|[一二两三四五六七八九十]{1,3}|半) ?"
    r"(?P<counted>个(?P<half>半)?)?"
    r"(?P<unit>天|日(?=之?以?内)|周(?![年一二三四五六日末])|星期(?![一二三四五六日])|礼拜|月|季度|年(?![级度\d]))(?P<more>半)?",
    re.ASCII,
)
_ENGLISH = re.compile(
    r"(?<![\w.⁄])(?<!every )(?P<number>\d{1,3}(?:\.5)?|half(?: an?)?|a couple of|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|twelve|thirty|sixty|ninety"
    r"|(?:(?<=in )|(?<=within )|(?<=over ))(?:an?|the next|the coming))[ -]?"
    r"(?P<unit>day|week|month|quarter|year)s?(?![\w])(?! ago| old| per | an? | each )",
    re.ASCII | re.IGNORECASE,
)
_PARTS = {"q1": 3, "q2": 6, "q3": 9, "q4": 12, "h1": 6, "h2": 12}  # the last month of each
_PART = re.compile(
    r"(?P<year>20\d\d ?年? ?|今年|本年度?|明年|来年|this year's |next year's )?"
    r"(?:(?P<q1>第?[一1]季度|(?<![A-Z])Q1)|(?P<q2>第?[二2]季度|(?<![A-Z])Q2)|(?P<q3>第?[三3]季度|(?<![A-Z])Q3)"
    r"|(?P<q4>第?[四4]季度|(?<![A-Z])Q4)|(?P<h1>上半年)|(?P<h2>下半年))(?!\d)(?P<after>,? 20\d\d(?!\d))?",
    re.ASCII | re.IGNORECASE,
)
_YEAR = re.compile(r"(20\d\d) ?年(?:年?底|末|内)|end of (20\d\d)(?!\d)", re.ASCII | re.IGNORECASE)
_PERIODS = [
    (re.compile(words, re.IGNORECASE), months, ahead)
    for words, months, ahead in (
        ("下个?季度|next quarter", 3, 1),
        ("下个?月|next month", 1, 1),
        ("明年|来年|next year", 12, 1),
        ("本季度?|这个?季度|当季|季度?末|this quarter|end of (?:the )?quarter", 3, 0),
        ("本月|这个月|当月|(?<![0-9一二三四五六七八九十])月[底末]|this month|end of (?:the )?month", 1, 0),
        ("今年|本年|当年|年[底末内]|this year|end of (?:the )?year|year[- ]end", 12, 0),
    )
]
