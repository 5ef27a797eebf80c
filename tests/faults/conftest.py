"""A data folder to break, and a real server on it."""

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
