"""What every template can say: a person's text rendered, the scripts' words, what things are called."""

import json
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from flask import Flask
from markupsafe import Markup

from app.language import gettext as _
from app.language import spoken
from app.web.labels import LABELS
from app.web.text import block, inline, plain


def prepare_templates(app: Flask) -> None:
    """Give templates their filters and globals."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(inline=inline, block=block, plain=plain, groupby_run=groupby_run)
    app.jinja_env.globals.update(script_words=script_words, **LABELS)


def groupby_run(rows: Iterable[Any], name: str) -> list[tuple[Any, list[Any]]]:
    """Runs of neighbours with the same `name`, in their order (Jinja's own groupby sorts)."""
    return [(value, list(run)) for value, run in groupby(rows, key=attrgetter(name))]


def script_words() -> Markup:
    """The sentences that scripts say, as inert JSON for the page."""
    return _script_words(spoken())


@cache
def _script_words(_language: str) -> Markup:
    words = {
        "editing": _("Writing…"),
        "saving": _("Saving…"),
        "saved": _("Saved {time}"),
        "kept": _("Kept on this device only; it is sent as soon as Askback answers."),
        "not_kept": _(
            "Not saved: no connection, and this device keeps nothing. "
            "The text is only in this box; leave the page open."
        ),
        "conflict": _("Another text was saved here in the meantime. Both are shown; choose one."),
        "conflict_reload": _(
            "Another text was saved here in the meantime. Reload the page to see both; yours is kept on this device."
        ),
        "refused": _("Not saved: it was refused. Your text is still in the box."),
        "signed_out": _("Not saved: please sign in again. Your text is kept on this device."),
        "two_texts": _("Two texts"),
        "theirs": _("Saved elsewhere:"),
        "mine": _("Your text, set aside:"),
        "keep_mine": _("Keep mine"),
        "take_theirs": _("Take the other"),
        "taken": _("The other text is in the box."),
        "undo": _("Undo"),
        "empty_text": _("(empty)"),
        "not_reached": _("Askback did not answer. Nothing was changed; try again."),
        "sending": _("Sending the files…"),
        "reading": _("Reading them…"),
        "too_large": _("This is over 10 MB, the limit for an import. Nothing was changed."),
        "left": _("Changes from other pages, kept on this device only: {count}"),
    }
    # `<` may not end the script element early; the JSON itself stays the same.
    return Markup(json.dumps(words, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704 -- our own words, escaped above
