"""What every template can say: a person's text rendered, and what things are called."""

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Any

from flask import Flask

from app.web import days
from app.web.labels import LABELS
from app.web.text import block, inline, linked, plain


def prepare_templates(app: Flask) -> None:
    """Give templates their filters and globals."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        inline=inline, block=block, round_name=LABELS["round_name"], linked=linked, plain=plain, groupby_run=groupby_run
    )
    app.jinja_env.globals.update(days=days, **LABELS)


def groupby_run(rows: Iterable[Any], name: str) -> list[tuple[Any, list[Any]]]:
    """Runs of neighbours with the same `name`, in their order (Jinja's own groupby sorts)."""
    return [(value, list(run)) for value, run in groupby(rows, key=attrgetter(name))]
