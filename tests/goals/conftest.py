"""The page of goals, for the stories told of it."""

import pytest
from flask import Flask

from tests.conftest import Person
from tests.goals.plan import Plan, begin


@pytest.fixture
def plan(app: Flask, person: Person) -> Plan:
    """The goals of a sheet just imported."""
    return begin(app, person)
