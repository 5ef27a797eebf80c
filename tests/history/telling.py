"""A history as a person reads it: each text of the page, now and before; {-…-} is what went, {+…+} what came."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from app.db import db
from app.models import Element, Workbook
from tests.conftest import Person


@dataclass(frozen=True)
class Entry:
    """One text at one time; the present one has no revision to restore."""

    when: str
    text: str
    revision: str
    version: int


def histories(page: TestResponse) -> dict[str, list[Entry]]:
    """What stands under each heading."""
    assert page.status_code == 200, page.text
    sections = re.findall(r'<section class="told".*?</section>', page.text, re.DOTALL)
    return {_words(_found(r"<h2.*?</h2>", section)): _entries(section) for section in sections}


def texts(page: TestResponse, heading: str) -> list[str]:
    """The texts under one heading, the newest first."""
    return [entry.text for entry in histories(page)[heading]]


def _entries(section: str) -> list[Entry]:
    return [
        Entry(
            _words(_found(r'<p class="when">.*?</p>', item)),
            _marked(_found(r'<p class="notes" dir="auto">(.*?)</p>', item)),
            _found(r'name="revision" value="([^"]*)"', item),
            int(_found(r'name="version" value="([^"]*)"', item) or 0),
        )
        for item in re.findall(r"<li.*?</li>", section, re.DOTALL)
    ]


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text, re.DOTALL)
    return match[match.lastindex or 0] if match else ""


def _words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def _marked(html: str) -> str:
    html = re.sub(r'<span class="visually-hidden"[^>]*>.*?</span>', "", html)
    html = re.sub(r"<(del|ins)[^>]*>", lambda tag: "{-" if tag[1] == "del" else "{+", html)
    html = html.replace("</del>", "-}").replace("</ins>", "+}")
    return unescape(re.sub(r"<[^>]*>", "", html))


def ids_of(app: Flask, workbook: str, model: type[Element]) -> list[str]:
    """The public ids of one kind of thing, in their order."""
    with app.app_context():
        found = select(model.uid).join(Workbook, Workbook.id == model.workbook_id).where(Workbook.uid == workbook)
        return list(db.session.scalars(found.order_by(model.position)))


def say(person: Person, path: str, *bodies: str, field: str = "body", version: int = 0) -> None:
    """Save one text after the other, as our script does."""
    for number, body in enumerate(bodies, start=version):
        saved = person.save(path, **{field: body, "version": number})
        assert saved.status_code == 200, saved.text
