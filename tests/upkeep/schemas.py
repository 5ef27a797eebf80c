"""A database of every schema there was, as the Askback of its time left it: kept as SQL of either database, with what
that Askback exported of it. The life in it: a sheet imported, answers, a round with a mark and its evidence, a goal
done, and from 0002 on a question reworded and one deleted."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from flask import Flask
from sqlalchemy import make_url

from app import create_app
from tests.conftest import close, settings_for
from tests.postgres import fresh_database

FOLDER = Path(__file__).with_name("schemas")
SCHEMAS = sorted(path.name[:4] for path in FOLDER.glob("*.sqlite.sql"))


@contextmanager
def database_of(schema: str, kind: str, request: pytest.FixtureRequest, folder: Path) -> Iterator[Flask]:
    """An application on the kept database of `schema`, not brought up to date yet."""
    script = (FOLDER / f"{schema}.{kind}.sql").read_text("utf-8")
    if kind == "sqlite":
        with closing(sqlite3.connect(folder / "askback.db")) as database:
            database.executescript(script)
        yield from _application(f"sqlite:///{folder / 'askback.db'}", folder)
        return
    with fresh_database(request.getfixturevalue("postgres_server")) as url:
        plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(plain) as server:
            server.execute(script.encode())
        yield from _application(url, folder)


def exported(schema: str, kind: str) -> bytes:
    """What the Askback of that time gave as JSON."""
    return (FOLDER / f"{schema}.{kind}.json").read_bytes()


def still_said(before: Any, now: Any) -> bool:
    """Whether all that a JSON export said is said by a later one, to which keys may have been added."""
    if isinstance(before, dict):
        return all(name in now and still_said(value, now[name]) for name, value in before.items())
    if isinstance(before, list):
        return len(before) == len(now) and all(map(still_said, before, now))
    return bool(before == now)


def _application(url: str, folder: Path) -> Iterator[Flask]:
    app = create_app(settings_for(url, folder))
    yield app
    close(app)
