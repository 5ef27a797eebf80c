"""What was arranged for a round: what a form tells of it, as the columns it sets. A field it does not carry stays."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import request
from sqlalchemy import Row
from werkzeug.exceptions import UnprocessableEntity

from app.clock import now
from app.language import gettext as _
from app.models.round import KINDS, Person
from app.rounds.add import YEARS, instant_of
from app.web.request import choice_field, clean_text

NAME_LIMIT = 200
PLACE_LIMIT = 1000
SEATS = 20  # people that one round can hold
LONGEST = 1440  # minutes
LOCAL = "%Y-%m-%dT%H:%M"  # how a browser writes a local time

# What is offered where a time zone is asked for; any other IANA name can be typed.
ZONES = (
    "Asia/Shanghai",
    "Asia/Hong_Kong",
    "Asia/Taipei",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Asia/Dubai",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Moscow",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Australia/Sydney",
    "UTC",
)


def arranged(held: Row[*tuple[Any, ...]], own_zone: str) -> dict[str, Any]:
    """The columns that the request's form sets; `own_zone` is the person's. 422 where a field is none of its values."""
    sent = request.form
    told: dict[str, Any] = {}
    if "name" in sent:
        told["name"] = clean_text(sent["name"], NAME_LIMIT)
    if "kind" in sent:
        told["kind"] = choice_field("kind", KINDS)
    if "place" in sent:
        told["place"] = clean_text(sent["place"], PLACE_LIMIT)
    if "minutes" in sent:
        told["minutes"] = minutes_field("minutes")
    if "scheduled_at" in sent:
        told |= _time(held, sent["scheduled_at"], sent.get("time_zone", "").strip() or held.time_zone or own_zone)
    return told


def seated() -> list[Person] | None:
    """The people that the request's form names, in its order; None where it names no seats at all."""
    if "name-1" not in request.form:
        return None
    seats = [
        tuple(clean_text(request.form.get(f"{part}-{seat}", ""), NAME_LIMIT) for part in ("name", "role"))
        for seat in range(1, SEATS + 1)
    ]
    return [(name, role) for name, role in seats if name or role]


def minutes_field(name: str) -> int | None:
    """How many minutes a field of the request says; None where it is empty, 422 where it is no length."""
    value = request.form.get(name, "").strip()
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) < 5 and 1 <= int(value) <= LONGEST):
        raise UnprocessableEntity(
            _("“%(value)s” is no length: it takes 1 to %(most)s minutes.", value=value[:40], most=LONGEST)
        )
    return int(value)


def began() -> datetime:
    """When the round began, as a page says that started it without a network (`started_at`, RFC 3339); else now.

    422 where it is no instant. A clock that is ahead of ours began now.
    """
    value = request.form.get("started_at", "")
    if not value:
        return now()
    try:
        told = datetime.fromisoformat(value)
        if told.tzinfo is None or len(value) > len("2026-01-31T12:00:00.000000+00:00") or told.year < YEARS.start:
            raise ValueError(value)
        return min(told.astimezone(UTC).replace(microsecond=0), now())
    except (ValueError, OverflowError):
        raise UnprocessableEntity(_("“%(value)s” is no instant.", value=value[:40])) from None


def local_time(held: Row[*tuple[Any, ...]]) -> str:
    """When it begins, on the clock of its time zone; "" where nothing is arranged."""
    if held.scheduled_at is None:
        return ""
    return str(held.scheduled_at.astimezone(ZoneInfo(held.time_zone or "UTC")).strftime(LOCAL))


def _time(held: Row[*tuple[Any, ...]], local: str, zone: str) -> dict[str, Any]:
    """The hour that a clock shows twice in autumn stays the one it was, where the form tells it unchanged."""
    if held.scheduled_at and zone == held.time_zone and local[:16] == local_time(held):
        return {}
    at = instant_of(local, zone)
    return {"scheduled_at": at, "time_zone": zone if at else None}
