"""A round in a calendar: the very instant, on the clock of its zone, whatever a person wrote around it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from app.rounds.arranged import ZONES
from app.rounds.calendar import event
from tests.conftest import Person
from tests.web.pages import add_round

URL = "http://127.0.0.1:8765/workbooks/w/rounds/r"
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
AUTUMN = datetime(
    2026, 10, 24, tzinfo=UTC
)  # clocks are set back in Europe within these days, and a week later in America
words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=200)


def entry_of(data: bytes) -> Any:
    """The one event of a file."""
    (entry,) = Calendar.from_ical(data).walk("VEVENT")
    return entry


def held(**told: Any) -> Any:
    nothing = {"uid": "r", "number": 1, "name": "", "kind": "hr", "minutes": None, "place": ""}
    return SimpleNamespace(**nothing | {"scheduled_at": NOW, "time_zone": None} | told)


@settings(max_examples=60, deadline=None)
@given(
    at=st.datetimes(datetime(2000, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC))
    | st.integers(0, 10_000).map(lambda minute: AUTUMN + timedelta(minutes=minute)),
    zone=st.sampled_from(ZONES),
    minutes=st.integers(1, 1440),
)
def test_the_instant_and_its_zone_are_kept(at: datetime, zone: str, minutes: int) -> None:
    at = at.replace(microsecond=0)
    data = event(held(scheduled_at=at, time_zone=zone, minutes=minutes), [], "t", URL, NOW)
    entry = entry_of(data)
    assert entry["dtstart"].dt.astimezone(UTC) == at  # an hour shown twice equals none of another zone
    assert entry["duration"].dt == timedelta(minutes=minutes)
    assert zone == "UTC" or at.astimezone(ZoneInfo(zone)).fold or f"TZID={zone}" in data.decode()


@settings(max_examples=60, deadline=None)
@given(name=words.filter(str.strip), title=words, place=words, person=words, role=words)
def test_whatever_is_written_stays_text(name: str, title: str, place: str, person: str, role: str) -> None:
    people: Any = [(person, role)]
    data = event(held(name=name, place=place), people, title, URL, NOW)
    entry = entry_of(data)
    assert str(entry["summary"]) == f"{name} · {title}"
    assert str(entry.get("location", "")) == place
    assert URL in str(entry["description"])
    assert str(entry["url"]) == URL
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"BEGIN:VEVENT") == 1 or b"BEGIN:VEVENT" in (name + title + place + person + role).encode()


def test_a_line_of_its_own_cannot_be_smuggled_in() -> None:
    evil = "x\r\nATTENDEE:mailto:a@example.org\nBEGIN:VALARM;,\\n\u2028y\x07"
    people: Any = [(evil, evil)]
    entry = entry_of(event(held(name=evil, place=evil), people, evil, URL, NOW))
    assert set(entry) == {"UID", "DTSTAMP", "DTSTART", "DURATION", "SUMMARY", "LOCATION", "DESCRIPTION", "URL"}
    assert not entry.subcomponents
    assert entry["duration"].dt == timedelta(hours=1)


def test_the_file_is_there_once_the_round_has_a_time(person: Person, workbook: str) -> None:
    here = f"/workbooks/{workbook}/rounds/{add_round(person, workbook, kind='hr')}"
    assert f"{here}.ics" not in person.get(here).text
    nothing = person.get(f"{here}.ics")
    assert (nothing.status_code, "no time yet" in nothing.text) == (404, True)
    person.send(f"{here}/arrange", scheduled_at="2026-12-01T15:00", time_zone="Asia/Tokyo", minutes="30")
    assert f'href="{here}.ics"' in person.get(here).text
    given_out = person.get(f"{here}.ics")
    assert given_out.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert given_out.headers["Content-Disposition"] == 'attachment; filename="askback-1.ics"'
    entry = entry_of(given_out.data)
    assert entry["dtstart"].dt == datetime(2026, 12, 1, 15, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert entry["url"] == f"http://localhost{here}/live"
    assert str(entry["uid"]).startswith(here.split("/")[-1])
    person.send(f"{here}/remove")
    assert person.get(f"{here}.ics").status_code == 410
