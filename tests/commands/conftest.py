"""A data folder for each test, and one with the founding workbook in it to copy."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.running import Askback
from tests.postgres import fresh_database


@pytest.fixture
def askback(tmp_path: Path) -> Askback:
    """The command with a data folder that is not there yet."""
    return Askback(tmp_path / "data")


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the founding workbook."""
    made = Askback(tmp_path_factory.mktemp("started") / "data")
    made.well("starter")
    return made.data


@pytest.fixture
def filled(askback: Askback, started: Path) -> Askback:
    """The command with the founding workbook in its data folder."""
    shutil.copytree(started, askback.data)
    return askback


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """An empty PostgreSQL database, without a schema."""
    with fresh_database(postgres_server) as url:
        yield url
