"""What headings say of time, in both languages: a table of what people write, then laws."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.goals.due import proposed
from app.goals.heading import LONGEST, End, Span, end_in, month_end, span_in
from app.goals.sheetday import Since

AUGUST = date(2025, 8, 31)

SPANS = {
    "短期目标（1-2个月）": Span(2, "month"),
    "中期目标（3-6个月）": Span(6, "month"),
    "📚 短期 １－２ 个月": Span(2, "month"),
    "一到两个月": Span(2, "month"),
    "三至六个月内": Span(6, "month"),
    "6 ~ 12 个月": Span(12, "month"),
    "十二个月": Span(12, "month"),
    "半年": Span(6, "month"),
    "半年到一年": Span(1, "year"),
    "一年半": Span(18, "month"),
    "一年内": Span(1, "year"),
    "3-5年": Span(5, "year"),
    "半个月": Span(15, "day"),
    "一个半月": Span(45, "day"),
    "两周": Span(2, "week"),
    "2-3个星期": Span(3, "week"),
    "两个季度": Span(6, "month"),
    "30天计划": Span(30, "day"),
    "二十天": Span(20, "day"),
    "90日内": Span(90, "day"),
    "30 days": Span(30, "day"),
    "30-day plan": Span(30, "day"),
    "Short-term goals (1–2 months)": Span(2, "month"),
    "The next 2 weeks": Span(2, "week"),
    "Within a year": Span(1, "year"),
    "in the next month": Span(1, "month"),
    "Half a year": Span(6, "month"),
    "A couple of weeks": Span(2, "week"),
    "one to two months": Span(2, "month"),
    "1.5 years": Span(18, "month"),
    "two quarters": Span(6, "month"),
}
ENDS = {
    "本月": date(2025, 8, 31),
    "月底前": date(2025, 8, 31),
    "下个月": date(2025, 9, 30),
    "本季度": date(2025, 9, 30),
    "下季度": date(2025, 12, 31),
    "年底前": date(2025, 12, 31),
    "今年": date(2025, 12, 31),
    "明年": date(2026, 12, 31),
    "2026年底": date(2026, 12, 31),
    "上半年": date(2026, 6, 30),
    "下半年目标": date(2025, 12, 31),
    "明年上半年": date(2026, 6, 30),
    "2026年第一季度": date(2026, 3, 31),
    "三季度": date(2025, 9, 30),
    "Q3": date(2025, 9, 30),
    "Q1": date(2026, 3, 31),
    "2026Q2": date(2026, 6, 30),
    "Goals for Q1 2027": date(2027, 3, 31),
    "This quarter": date(2025, 9, 30),
    "By the end of next month": date(2025, 9, 30),
    "End of year": date(2025, 12, 31),
    "end of 2026": date(2026, 12, 31),
    "Next year": date(2026, 12, 31),
}
NEITHER = [
    *("", "短期目标", "中期目标", "Long-term goals", "3月", "三月内", "10月底", "8月30日", "第2周", "第 2 周", "每2周"),
    *("每周3小时", "一周年", "一年级", "2025年目标", "2025年8月", "3 days per week", "every 2 weeks", "2 years ago"),
    *("Learn Python 3", "an hour a day", "Monthly", "5W1H", "0天", "100年", "Day 2", "Q5", "1½ years"),
]


@pytest.mark.parametrize(("title", "span"), SPANS.items(), ids=SPANS)
def test_a_length_of_time_is_read_as_it_is_written(title: str, span: Span) -> None:
    assert span_in(title) == span


@pytest.mark.parametrize(("title", "day"), ENDS.items(), ids=ENDS)
def test_a_period_ends_on_its_last_day(title: str, day: date) -> None:
    assert span_in(title) is None
    end = end_in(title, AUGUST)
    assert end is not None
    assert end.day == day
    assert end.words in title


@pytest.mark.parametrize("title", NEITHER)
def test_what_tells_no_time_proposes_nothing(title: str) -> None:
    assert proposed([title], Since(AUGUST)) is None


@pytest.mark.parametrize(
    ("since", "span", "whole_month", "day"),
    [
        (date(2025, 8, 31), Span(2, "month"), True, date(2025, 10, 31)),
        (date(2025, 8, 31), Span(1, "month"), False, date(2025, 9, 30)),
        (date(2026, 2, 28), Span(2, "month"), True, date(2026, 4, 30)),
        (date(2026, 2, 28), Span(2, "month"), False, date(2026, 4, 28)),
        (date(2024, 2, 29), Span(1, "year"), False, date(2025, 2, 28)),
        (date(2025, 12, 5), Span(30, "day"), False, date(2026, 1, 4)),
        (date(2025, 12, 31), Span(2, "week"), True, date(2026, 1, 14)),
    ],
)
def test_months_are_those_of_the_calendar(since: date, span: Span, whole_month: bool, day: date) -> None:
    assert span.after(since, whole_month) == day


def test_the_nearest_heading_that_tells_a_time_counts() -> None:
    titles = ["先学这些", "短期目标（1-2个月）", "一年计划"]
    found = proposed(titles, Since(AUGUST, whole_month=True))
    assert found is not None
    assert (found.day, found.words) == (date(2025, 10, 31), Span(2, "month"))


days = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))
UNITS = {
    "天": "day",
    "周": "week",
    "个星期": "week",
    "个月": "month",
    "年": "year",
    " days": "day",
    "-week": "week",
    " months": "month",
    " years": "year",
}
dashes = st.sampled_from(["-", "–", "—", "~", "～", "至", "到", " - "])


@given(st.integers(1, 4), st.integers(1, 6), dashes, st.sampled_from(sorted(UNITS)))
def test_the_upper_end_of_a_span_counts(low: int, more: int, dash: str, unit: str) -> None:
    if unit.startswith((" ", "-")) and dash in ("至", "到"):
        dash = " to "
    span = span_in(
        f"目标（{low}{dash}{low + more}{unit}）" if "个" in unit else f"Goals ({low}{dash}{low + more}{unit})"
    )
    assert span == Span(low + more, UNITS[unit])  # type: ignore[arg-type]


@given(st.text(), days, st.booleans())
def test_no_heading_is_too_strange(title: str, since: date, whole_month: bool) -> None:
    found = proposed([title], Since(since, whole_month))
    assert found is None or found.day > since or isinstance(found.words, End)


@given(st.lists(st.sampled_from([*SPANS, *ENDS, *NEITHER, "和", " · "])).map("".join), days)
def test_a_length_of_time_always_leads_ahead(title: str, since: date) -> None:
    if span := span_in(title):
        assert since < span.after(since) <= since + timedelta(days=LONGEST + 31)


@given(days, st.integers(1, 60))
def test_more_months_never_end_earlier(since: date, months: int) -> None:
    shorter, longer = Span(months, "month").after(since), Span(months + 1, "month").after(since)
    assert since < shorter < longer
    assert Span(12, "month").after(since) == Span(1, "year").after(since)
    assert shorter <= month_end(since.year, since.month + months)
