"""Faults come in a short form with every test, and in a long one with `make test-faults`."""

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.db import LOCAL_OWNER
from app.exchange.starter import create_starter
from tests.conftest import close, make_app
from tests.faults.forge import Forge, forge
from tests.faults.writer import Place

LONG = bool(os.environ.get("ASKBACK_TEST_FAULTS"))


def times(short: int, long: int) -> int:
    """How often something is tried."""
    return long if LONG else short


@pytest.fixture(scope="session")
def forged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forge]:
    """The program, loaded once."""
    with forge(tmp_path_factory.mktemp("forge")) as made:
        yield made


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the founding workbook."""
    folder = tmp_path_factory.mktemp("filled")
    app = make_app(f"sqlite:///{folder / 'askback.db'}", folder)
    with app.app_context():
        create_starter(LOCAL_OWNER)
    close(app)
    return folder


@pytest.fixture
def data(filled: Path, tmp_path: Path) -> Path:
    """A data folder of the test's own with the founding workbook in it."""
    return Path(shutil.copytree(filled, tmp_path / "data"))


@pytest.fixture
def places(data: Path) -> list[Place]:
    """The answers of its questions."""
    with closing(sqlite3.connect(data / "askback.db")) as database:
        ((book,),) = database.execute("SELECT uid FROM workbook")
        questions = database.execute("SELECT uid FROM question ORDER BY position").fetchall()
    return [Place(book, uid) for (uid,) in questions]


def integrity(file: Path) -> str:
    """What SQLite says of its pages and references."""
    with closing(sqlite3.connect(file)) as database:
        dangling = database.execute("PRAGMA foreign_key_check").fetchall()
        return f"{database.execute('PRAGMA integrity_check').fetchone()[0]}{dangling or ''}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long forms take as long as they take."""
    for item in items:
        if LONG and re.search(r"/faults/", str(item.path)):
            item.add_marker(pytest.mark.timeout(3600))
