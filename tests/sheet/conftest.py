"""A sheet to edit."""

import pytest
from flask import Flask

from tests.conftest import Person
from tests.sheet.desk import Desk


@pytest.fixture
def desk(app: Flask, person: Person) -> Desk:
    """A workbook with a thing of every kind."""
    return Desk(app, person)
