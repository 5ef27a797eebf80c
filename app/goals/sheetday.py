"""The day a sheet is of: the first of its facts that is labelled as a date and tells a day or a month. Pure."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple
from unicodedata import normalize

from app.goals.heading import month_end


class Since(NamedTuple):
    """A day to count from. A month without a day is its last day, so that nobody is given less time than was meant."""

    day: date
    whole_month: bool = False
    told: bool = True  # by the sheet itself


def sheet_day(facts: Iterable[tuple[str, str]]) -> Since | None:
    """The first that (label, value) pairs tell; None where none does."""
    told = (day_in(value) for label, value in facts if _LABEL.search(label) and not _OTHER.search(label))
    return next((since for since in told if since), None)


def day_in(text: str) -> Since | None:
    """The first day or month that is written out with its year. `08/09/2025` is two days, so it is none."""
    found = sorted(_found(normalize("NFKC", text)), key=lambda pair: pair[0])
    return found[0][1] if found else None


def _found(text: str) -> Iterator[tuple[int, Since]]:
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            told = found.groupdict()
            month = _MONTHS[told["name"][:3].lower()] if told.get("name") else int(told["month"])
            try:
                first, day = date(int(told["year"]), month, 1), told.get("day")
                since = first.replace(day=int(day)) if day else month_end(first.year, month)
                yield found.start(), Since(since, whole_month=not day)
            except ValueError:
                continue  # a thirteenth month, a thirty-first of June


_LABEL = re.compile(r"日期|时间|時間|\b(?:date|day|time|when|updated)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"截止|入职|到岗|工作|出生|生日|毕业|\b(?:start|end|due|deadline|closing|birth|working|notice)", re.IGNORECASE
)
_MONTHS = dict(zip("jan feb mar apr may jun jul aug sep oct nov dec".split(), range(1, 13), strict=True))  # noqa: SIM905
_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_NAME = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_PATTERNS = [
    re.compile(pattern, re.ASCII | re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_YEAR} ?年 ?(?P<month>\d{{1,2}}) ?月(?: ?(?P<day>\d{{1,2}}) ?[日号])?",
        rf"(?<!\d){_YEAR}(?P<sep>[-/.])(?P<month>\d{{1,2}})(?!\d)(?:(?P=sep)(?P<day>\d{{1,2}})(?!\d))?",
        rf"(?<!\d){_DAY}(?: of)?[ -]{_NAME},?[ -]{_YEAR}(?!\d)",
        rf"\b{_NAME} {_DAY},? {_YEAR}(?!\d)",
        rf"(?<!\d )(?<!\d-)\b{_NAME},? {_YEAR}(?!\d)",
    )
]
