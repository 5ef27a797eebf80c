"""What is told of a thing by one tap: how much a question matters, whom it is for, how one meets a requirement."""

from collections.abc import Callable
from typing import Any

from flask import request
from werkzeug.exceptions import UnprocessableEntity

from app.language import gettext as _
from app.models import Element, Goal, Question, Requirement, Signal
from app.models.goal import HORIZONS
from app.models.question import DIRECTIONS
from app.models.requirement import STATUSES
from app.models.round import KINDS
from app.models.signal import HEAVIEST, POLARITIES

Reader = Callable[[str], Any]


def traits_of(model: type[Element]) -> dict[str, Any]:
    """The columns that the request's fields set; 422 where one is no value, or tells nothing of such a thing."""
    known = _TRAITS.get(model, {})
    told = {name: value for name, value in request.form.items() if name in known}
    if not told:
        raise UnprocessableEntity(_("This tells nothing that is kept of such a thing."))
    return {name: _read(name, known[name], value) for name, value in told.items()}


def _read(name: str, reader: Reader, value: str) -> Any:
    try:
        return reader(value)
    except (KeyError, ValueError):
        raise UnprocessableEntity(
            _("“%(value)s” is not a choice for “%(name)s”.", value=value[:40], name=name)
        ) from None


def _one_of(*values: str, empty: bool = False) -> Reader:
    choices: dict[str, str | None] = {value: value for value in values}
    if empty:
        choices[""] = None
    return choices.__getitem__


def _audience(value: str) -> list[str]:
    chosen = set(value.split())
    if not chosen <= set(KINDS):
        raise ValueError(value)
    return [kind for kind in KINDS if kind in chosen]


_TRAITS: dict[type[Element], dict[str, Reader]] = {
    Question: {
        "priority": {"": None, "1": 1, "2": 2, "3": 3}.__getitem__,
        "audience": _audience,
        "direction": _one_of(*DIRECTIONS),
    },
    Requirement: {"status": _one_of(*STATUSES, empty=True)},
    Signal: {
        "polarity": _one_of(*POLARITIES),
        "weight": {str(weight): weight for weight in range(HEAVIEST + 1)}.__getitem__,
    },
    Goal: {"horizon": _one_of(*HORIZONS, empty=True)},
}
