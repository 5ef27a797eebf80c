"""Which day a sheet is of: a table of what people write after “日期” and “Date”, then laws."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.goals.heading import month_end
from app.goals.sheetday import Since, day_in, sheet_day

DAYS = {
    "2025年8月19日": date(2025, 8, 19),
    "2025 年 8 月 19 日（周二）": date(2025, 8, 19),
    "２０２５年８月１９日": date(2025, 8, 19),
    "2025-08-19": date(2025, 8, 19),
    "2025-08-19 15:00": date(2025, 8, 19),
    "2025/8/9": date(2025, 8, 9),
    "2025.08.19": date(2025, 8, 19),
    "19 August 2025": date(2025, 8, 19),
    "Tue, 19th of Aug 2025": date(2025, 8, 19),
    "August 19, 2025": date(2025, 8, 19),
    "Sept. 3rd 2025": date(2025, 9, 3),
    "first 2025-08-19, then 2025-09-01": date(2025, 8, 19),
}
MONTHS = {
    "2025年8月": date(2025, 8, 31),
    "2025年2月初": date(2025, 2, 28),
    "2024-02": date(2024, 2, 29),
    "2025.8": date(2025, 8, 31),
    "Aug 2025": date(2025, 8, 31),
    "August, 2025": date(2025, 8, 31),
}
NONE = [
    *(
        "",
        "8月19日",
        "下周二",
        "08/09/2025",
        "2025",
        "2025-2026",
        "2025-13-01",
        "2025年2月30日",
        "20250819",
        "31 June 2025",
    )
]


@pytest.mark.parametrize(("value", "day"), DAYS.items(), ids=DAYS)
def test_a_day_is_read(value: str, day: date) -> None:
    assert day_in(value) == Since(day)


@pytest.mark.parametrize(("value", "day"), MONTHS.items(), ids=MONTHS)
def test_a_month_alone_stands_for_its_last_day(value: str, day: date) -> None:
    assert day_in(value) == Since(day, whole_month=True)


@pytest.mark.parametrize("value", NONE)
def test_what_could_be_another_day_is_none(value: str) -> None:
    assert day_in(value) is None


@pytest.mark.parametrize(
    "label", ["日期", "面试日期", "时间", "更新时间", "Date", "Interview date", "When", "Last updated"]
)
def test_a_date_has_a_label_that_says_so(label: str) -> None:
    assert sheet_day([("公司", "2024年1月1日"), (label, "2025-08-19")]) == Since(date(2025, 8, 19))


@pytest.mark.parametrize(
    "label", ["公司", "部门", "截止日期", "入职时间", "工作时间", "Start date", "Due date", "Deadline", "Update"]
)
def test_other_days_are_not_that_of_the_sheet(label: str) -> None:
    assert sheet_day([(label, "2025-08-19")]) is None


def test_a_date_that_tells_nothing_leaves_it_to_the_next() -> None:
    assert sheet_day([("日期", "待定"), ("时间", "2025年9月")]) == Since(date(2025, 9, 30), whole_month=True)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_is_read_in_every_spelling(day: date) -> None:
    spellings = (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}/{day.month}/{day.day}",
        f"{day:%d %B %Y}",
        f"{day:%b} {day.day}, {day.year}",
    )
    assert {day_in(spelling) for spelling in spellings} == {Since(day)}
    months = (f"{day.year}年{day.month}月", f"{day:%Y-%m}", f"{day:%B %Y}")
    assert {day_in(spelling) for spelling in months} == {Since(month_end(day.year, day.month), whole_month=True)}


@given(st.text())
def test_no_value_is_too_strange(value: str) -> None:
    found = day_in(value)
    assert found is None or found.told
