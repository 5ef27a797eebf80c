"""A workbook as one page that needs nothing else: to read, to print, to send to somebody without Askback."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from flask import render_template

from app.clock import now
from app.exchange import document as doc
from app.exchange.called import below_the_title, round_names

_DEEPEST = 6
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"  # whoever opens it, and wherever it comes to lie
Told = tuple[str, Any, int]  # a list's name, one of its items, and how deep that stands beneath others


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section: `level` is that of its heading, 0 for what stands under the title of the page; `runs` are its items,
    those of a kind that follow one another together."""

    title: str
    level: int
    text: str
    runs: list[tuple[str, list[Told]]]


def to_html(workbook: doc.Workbook) -> bytes:
    """The page, in UTF-8; nothing in it is fetched and nothing runs."""
    html = render_template(
        "exchange/file.html",
        policy=_POLICY,
        book=workbook,
        chapters=list(_chapters(workbook)),
        closing=workbook.sections[0].text,
        rounds=round_names(workbook),
        when={held.id: datetime.fromisoformat(held.scheduled_at) for held in workbook.rounds if held.scheduled_at},
        made_at=now(),
    )
    return html.encode("utf-8")


def _chapters(workbook: doc.Workbook) -> Iterator[Chapter]:
    """The sections in their order."""
    shown, told = below_the_title(workbook), _told(workbook)
    for section in workbook.sections:
        path = shown(section.path)
        runs = [(kind, list(run)) for kind, run in groupby(told[section.id], key=itemgetter(0))]
        text = section.text if section.level else ""  # that of the document closes the page
        yield Chapter(path[-1] if path else "", min(len(path) + 1, _DEEPEST) if path else 0, text, runs)


def _told(workbook: doc.Workbook) -> dict[str, list[Told]]:
    """The items of each section in their order, with those beneath them behind them."""
    home = workbook.sections[0].id
    found: dict[str, list[Told]] = defaultdict(list)
    depth: dict[str | None, int] = {None: -1}
    every = [(name, item) for name in doc.ITEM_LISTS for item in getattr(workbook, name)]
    for name, item in sorted(every, key=lambda one: one[1].position):
        parent = getattr(item, "parent", None)
        depth[item.id] = depth[parent] + 1
        found[item.section or home].append((name, item, depth[item.id]))
        if isinstance(item, doc.Goal | doc.Task):
            found[item.section or home] += [(name, step, level) for step, level in _steps(item)]
    return found


def _steps(item: doc.Goal | doc.Task) -> Iterator[tuple[doc.Step, int]]:
    """The steps beneath it with their depth, in reading order."""
    todo = [(step, 1) for step in reversed(item.steps)]
    while todo:
        step, level = todo.pop()
        yield step, level
        todo += [(below, level + 1) for below in reversed(step.steps)]
