"""Which copies stay, as laws over any folder, and as the cases people know."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.upkeep.copies import AUTOMATIC, DAY, IMPORT, PASSING, PERSON, Copy, copies, due_in, free_name, superfluous

NOW = datetime(2026, 1, 31, 12, 0, 0)
PURPOSES = ("askback", "automatic", "replaced", "before-upgrade", "before-import")


def copy(made: datetime, purpose: str = AUTOMATIC) -> Copy:
    return Copy(made, 1, free_name(Path("nowhere"), purpose, ".db", made), purpose)


def made_daily(days: int) -> list[Copy]:
    return [copy(NOW - n * DAY) for n in range(days)]


some = st.lists(
    st.builds(
        lambda minutes, purpose: copy(NOW - timedelta(minutes=minutes), purpose),
        st.integers(-3 * 1440, 900 * 1440),
        st.sampled_from(PURPOSES),
    ),
    max_size=80,
)


@given(some)
def test_only_passing_copies_go_and_never_one_of_the_last_day_or_the_newest(found: list[Copy]) -> None:
    gone = superfluous(found, NOW)
    assert all(copy.purpose in PASSING and NOW - copy.made >= DAY for copy in gone)
    passing = [copy for copy in found if copy.purpose in PASSING]
    assert not passing or max(passing) not in gone


@given(some)
def test_what_stayed_once_stays_when_asked_again_and_is_bounded(found: list[Copy]) -> None:
    stays = [copy for copy in found if copy not in superfluous(found, NOW)]
    assert superfluous(stays, NOW) == []
    older = {copy for copy in stays if copy.purpose in PASSING and NOW - copy.made >= DAY}
    assert len(older) <= 7 + 4 + 12


def test_three_years_of_days_leave_seven_days_four_weeks_and_twelve_months() -> None:
    found = made_daily(1100)
    stays = [copy.made.date().isoformat() for copy in found if copy not in superfluous(found, NOW)]
    assert stays == [
        *("2026-01-31", "2026-01-30", "2026-01-29", "2026-01-28", "2026-01-27", "2026-01-26", "2026-01-25"),
        *("2026-01-18", "2026-01-11", "2025-12-31", "2025-11-30", "2025-10-31", "2025-09-30", "2025-08-31"),
        *("2025-07-31", "2025-06-30", "2025-05-31", "2025-04-30", "2025-03-31", "2025-02-28"),
    ]


def test_a_copy_is_due_when_none_was_made_within_a_day_and_one_from_the_future_counts_for_nothing() -> None:
    assert due_in([], NOW) == timedelta()
    assert due_in([copy(NOW - DAY)], NOW) == timedelta()
    assert due_in([copy(NOW - timedelta(hours=5)), copy(NOW - 3 * DAY)], NOW) == timedelta(hours=19)
    assert due_in([copy(NOW + DAY)], NOW) == timedelta()
    assert due_in([copy(NOW - timedelta(hours=5), PERSON), copy(NOW, IMPORT)], NOW) == timedelta()


def test_a_folder_is_read_by_its_names_and_whatever_else_lies_there_is_left_alone(tmp_path: Path) -> None:
    assert copies(tmp_path / "nowhere") == []
    names = ("automatic-20260131-120000.db", "askback-20260131-120001-2.dump", "replaced-20260130-235959.db")
    for name in (*names, "automatic-20261341-120000.db", "automatic-20260131-120000.db.txt", ".x.unfinished", "a.db"):
        (tmp_path / name).touch()
    assert [copy.path.name for copy in copies(tmp_path)] == [names[1], names[0], names[2]]


def test_a_name_is_never_given_twice(tmp_path: Path) -> None:
    given = []
    for _ in range(3):
        given.append(free_name(tmp_path, PERSON, ".db", NOW))
        given[-1].touch()
    assert [path.name for path in given] == [f"askback-20260131-120000{end}.db" for end in ("", "-2", "-3")]
    assert [copy.path for copy in copies(tmp_path)] == given[::-1]
