"""A second application beside the first, for what goes from one to the other."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import close, make_app
from tests.postgres import fresh_database


@pytest.fixture
def other(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """An application with an empty database of the same kind as the first one's."""
    folder = tmp_path / "other"
    folder.mkdir()
    if database_url.startswith("sqlite"):
        shutil.copy(request.getfixturevalue("empty_sqlite"), folder / "askback.db")
        made = make_app(f"sqlite:///{folder / 'askback.db'}", folder)
        yield made
        close(made)
        return
    server = request.getfixturevalue("postgres_server")
    with fresh_database(server, template=request.getfixturevalue("empty_postgres")) as url:
        made = make_app(url, folder)
        yield made
        close(made)
