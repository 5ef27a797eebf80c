"""A thank-you note after a round, drafted from what stands there and nothing else: who sat there, when it was, what was
asked and answered, in the person's own words. It is theirs to change; nothing of it is kept. Pure."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from app.language import gettext as _
from app.web.days import day
from app.web.text import plain


def thanks(names: Iterable[str], when: date | None, answered: Iterable[Any]) -> str:
    """The draft; `answered` are questions (`text`) with what was answered (`body`), `when` the day it was."""
    to = _(", ").join(name for name in names if name)
    parts = [_("Dear %(names)s,", names=to) if to else _("Hello,"), _thanks(when)]
    topics = [_("- %(question)s – %(answer)s", question=plain(one.text), answer=_first(one.body)) for one in answered]
    if topics:
        parts.append("\n".join([_("What stayed with me:"), *topics]))
    return "\n\n".join([*parts, _("Kind regards")])


def _thanks(when: date | None) -> str:
    if when is None:
        return _("thank you for taking the time to talk with me.")
    return _("thank you for taking the time to talk with me on %(day)s.", day=day(when, "MMMMd"))


def _first(body: str) -> str:
    """The first line that says something, without its markup: a draft quotes, it does not copy."""
    return plain(next(line for line in body.split("\n") if line.strip())).strip()
