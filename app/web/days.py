"""Days as people say them: by when, how late; and which day an instant falls on."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from flask import current_app

from app.clock import now
from app.language import gettext as _
from app.language import ngettext, spoken


def today() -> date:
    """The day it is on the person's clock."""
    return day_of(now())


def day_of(instant: datetime, zone: str | None = None) -> date:
    """The day of an instant on the clock of `zone`, else on the person's."""
    return instant.astimezone(ZoneInfo(zone or current_app.config["ASKBACK"].time_zone)).date()


def day(when: date, skeleton: str = "yMMMd") -> str:
    """A day in the language spoken: “Oct 31, 2025”, “2025年10月31日”."""
    return _day(when, skeleton, spoken())


def due(when: date, today: date) -> str:
    """By when something not done is due; what is late says how late."""
    late = (today - when).days
    if late > 0:
        return ngettext("%(num)s day late", "%(num)s days late", late)
    if late == 0:
        return _("due today")
    if late == -1:
        return _("due tomorrow")
    return by(when, today)


def by(when: date, today: date) -> str:
    """By which day; the year only where it is another one."""
    return _("by %(day)s", day=day(when, "MMMd" if when.year == today.year else "yMMMd"))


@lru_cache(maxsize=1024)
def _day(when: date, skeleton: str, language: str) -> str:
    # Babel is loaded where it is needed: most pages tell no day.
    from babel.dates import format_skeleton

    return format_skeleton(skeleton, when, locale=language.replace("-", "_"))
