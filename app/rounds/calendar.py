"""A round as an event for calendars (RFC 5545): at its instant, on the clock of its time zone, with the way back."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row

from app.language import gettext as _
from app.web.labels import round_name

LONG = 60  # minutes, where nobody said how long it takes: a calendar shows no event that takes no time
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]"
)  # what no text of a calendar may hold, or breaks its lines


def event(held: Row[*tuple[Any, ...]], people: Sequence[Row[str, str]], title: str, url: str, at: datetime) -> bytes:
    """The file: `title` is the workbook's, `url` the round's live page, `at` now. The round must have a time."""
    from icalendar import Calendar, Event  # it is loaded where it is needed

    there = held.scheduled_at.astimezone(ZoneInfo(held.time_zone or "UTC"))
    entry = Event()
    entry.add("uid", f"{held.uid}@askback")
    entry.add("dtstamp", at)
    # Of an hour that the clock shows twice, calendars take the first; the second can only be told in UTC.
    entry.add("dtstart", held.scheduled_at if there.fold else there)
    entry.add("duration", timedelta(minutes=held.minutes or LONG))
    entry.add("summary", _clean(f"{round_name(held)} · {title}"))
    if held.place:
        entry.add("location", _clean(held.place))
    sitting = [f"{name} ({role})" if role else name for name, role in people]
    entry.add("description", _clean("\n".join([*sitting, _("In Askback: %(url)s", url=url)])))
    entry.add("url", url)
    calendar = Calendar()
    calendar.add("prodid", "-//Askback//Askback//EN")
    calendar.add("version", "2.0")
    calendar.add_component(entry)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _clean(text: str) -> str:
    return _CONTROL.sub(" ", text)
