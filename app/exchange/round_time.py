"""The time of a round as a person reads it, with all that says which instant it is."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

YEARS = range(1900, 9000)  # far enough from both ends that every time zone can tell the time
_TIME = re.compile(
    r"(?:([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?) ?(Z|[+-][0-9:]{5,8})?)?(?:(?:^| )(\S+))?$"
)


def clock(at: str | None, zone: str | None) -> str:
    """An instant on the clock of a zone, with what that clock was off by, so that it is this one for good."""
    if not at:
        return zone or ""
    when = datetime.fromisoformat(at).astimezone(ZoneInfo(zone or "UTC"))
    hour = f"{when:%H:%M:%S}" if when.second else f"{when:%H:%M}"
    return f"{when.date()} {hour} {when.isoformat()[19:]} {zone or ''}".rstrip(" ")


def instant(value: str) -> tuple[str | None, str | None] | None:
    """The instant and the zone that `clock` writes so; without what the clock was off by, the zone says it."""
    found = _TIME.match(value)
    if not value or not found:
        return None
    day, hour, off, zone = found.groups()
    try:
        there = ZoneInfo(zone) if zone else None
        if not day:
            return None, zone
        when = datetime.fromisoformat(f"{day} {hour}{off or ''}")
        when = when if when.tzinfo else when.replace(tzinfo=there)
        at = when.astimezone(UTC) if when.tzinfo else None
    except (ValueError, OverflowError, OSError, KeyError):
        return None
    return (f"{at:%Y-%m-%dT%H:%M:%SZ}", zone) if at and at.year in YEARS else None
