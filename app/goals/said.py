"""Days as people say them: by when, how late, and what a proposal was read from."""

from datetime import date
from functools import lru_cache

from app.goals.due import Proposal
from app.goals.heading import Span
from app.goals.sheetday import Since
from app.language import gettext as _
from app.language import ngettext, spoken


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


def proposed(proposal: Proposal, today: date) -> str:
    """The proposed day, and what it was read from."""
    words = {"day": day(proposal.day), "why": why(proposal)}
    if proposal.day < today:
        return _("Proposed: %(day)s (%(why)s). That day has passed.", **words)
    return _("Proposed: %(day)s (%(why)s).", **words)


def why(proposal: Proposal) -> str:
    """What a proposed day was read from."""
    told, since = proposal.words, _since(proposal.since)
    if isinstance(told, Span):
        if proposal.since.told:
            return _("%(span)s from %(day)s, as the heading says", span=_span(told), day=since)
        return _(
            "%(span)s, as the heading says, from %(day)s, when this workbook was made", span=_span(told), day=since
        )
    if proposal.since.told:
        return _("“%(words)s” in the heading, seen from %(day)s", words=told.words, day=since)
    return _("“%(words)s” in the heading, seen from %(day)s, when this workbook was made", words=told.words, day=since)


def _since(since: Since) -> str:
    return day(since.day, "yMMMM" if since.whole_month else "yMMMd")


def _span(span: Span) -> str:
    number = span.number
    return {
        "day": ngettext("%(num)s day", "%(num)s days", number),
        "week": ngettext("%(num)s week", "%(num)s weeks", number),
        "month": ngettext("%(num)s month", "%(num)s months", number),
        "year": ngettext("%(num)s year", "%(num)s years", number),
    }[span.unit]


@lru_cache(maxsize=1024)
def _day(when: date, skeleton: str, language: str) -> str:
    # Babel is loaded where it is needed: most pages tell no day.
    from babel.dates import format_skeleton

    return format_skeleton(skeleton, when, locale=language.replace("-", "_"))
