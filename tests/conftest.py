"""What every test stands on: an application on both real databases, and a person who uses it over HTTP."""

import os
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from app import create_app
from app.config import Settings
from app.db import LOCAL_OWNER, db
from app.exchange.starter import create_starter
from app.language import speak
from app.upkeep import schema
from tests.postgres import client_programs, fresh_database, postgres
from tests.trying import LONG


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long forms take as long as they take."""
    for item in items if LONG else ():
        item.add_marker(pytest.mark.timeout(3600))


def settings_for(url: str, data: Path) -> Settings:
    """Settings as a person's machine would have them, on a given database."""
    return Settings(data=data, database_url=url, secret_key="a key for tests", time_zone="Asia/Shanghai")


def make_app(url: str, data: Path) -> Flask:
    """An application with its database brought up to date."""
    app = create_app(settings_for(url, data))
    with app.app_context():
        if not schema.is_current():
            schema.upgrade()
    return app


def close(app: Flask) -> None:
    """Let go of the database, so that it can be copied or dropped."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server that this session has to itself; the programs that fit it are on PATH."""
    os.environ["PATH"] = f"{client_programs()}{os.pathsep}{os.environ['PATH']}"
    with postgres() as url:
        yield url


@pytest.fixture(scope="session")
def empty_postgres(postgres_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL database with the schema and nothing in it, to make others from."""
    with fresh_database(postgres_server) as url:
        close(make_app(url, tmp_path_factory.mktemp("data")))
        yield url


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database with the schema and nothing in it, to make others from."""
    file = tmp_path_factory.mktemp("data") / "askback.db"
    close(make_app(f"sqlite:///{file}", file.parent))
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A fresh database with the schema: each test runs on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("empty_sqlite"), tmp_path / "askback.db")
        yield f"sqlite:///{tmp_path / 'askback.db'}"
    else:
        server = request.getfixturevalue("postgres_server")
        with fresh_database(server, template=request.getfixturevalue("empty_postgres")) as url:
            yield url


@pytest.fixture
def app(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The application on a fresh database."""
    made = make_app(database_url, tmp_path)
    yield made
    close(made)


@pytest.fixture(autouse=True)
def _in_english() -> None:
    """Each test begins in the language that a program begins in, whatever the one before it spoke."""
    speak("en")


@pytest.fixture
def workbook(app: Flask) -> str:
    """The id of the founding workbook."""
    with app.app_context():
        return create_starter(LOCAL_OWNER).workbook.id


class Person:
    """Somebody with a browser: keeps cookies, and sends the token that a page gave."""

    def __init__(self, app: Flask, language: str = "en") -> None:
        self.client = app.test_client()
        self.headers = {"Accept-Language": language}

    def get(self, path: str, **headers: str) -> TestResponse:
        return self.client.get(path, headers=self.headers | headers)

    @property
    def token(self) -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.get("/import").text)
        assert found
        return unescape(found[1])

    def send(self, path: str, **fields: Any) -> TestResponse:
        """Send a form as a browser without scripts does."""
        return self.client.post(path, data={"csrf_token": self.token, **fields}, headers=self.headers)

    def save(self, path: str, **fields: Any) -> TestResponse:
        """Send a form as our script does."""
        headers = self.headers | {"Accept": "application/json"}
        return self.client.post(path, data={"csrf_token": self.token, **fields}, headers=headers)


@pytest.fixture
def person(app: Flask) -> Person:
    """The person at this machine."""
    return Person(app)
