"""A proposed day as people say it, and what it was read from."""

from datetime import date

from app.goals.due import Proposal
from app.goals.heading import Span
from app.goals.sheetday import Since
from app.language import gettext as _
from app.language import ngettext
from app.web.days import day


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
