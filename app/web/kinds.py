"""The kinds of things a sheet is made of, as addresses and the JSON export name them: `<kind:kind>` in a rule."""

from werkzeug.routing import BaseConverter

from app.models import (
    Element,
    Goal,
    Info,
    PitchPoint,
    Question,
    Requirement,
    Responsibility,
    Section,
    Signal,
    Step,
    Strength,
    Task,
    Transfer,
)

KINDS: dict[str, type[Element]] = {
    "sections": Section,
    "info": Info,
    "responsibilities": Responsibility,
    "requirements": Requirement,
    "strengths": Strength,
    "transfers": Transfer,
    "questions": Question,
    "signals": Signal,
    "pitch_points": PitchPoint,
    "goals": Goal,
    "tasks": Task,
    "steps": Step,
}
_NAMES = {model: name for name, model in KINDS.items()}


def kind_of(model: type[Element]) -> str:
    """What an address calls this kind."""
    return _NAMES[model]


class KindConverter(BaseConverter):
    """A kind in an address, given to the view as its model."""

    regex = "|".join(KINDS)

    def to_python(self, value: str) -> type[Element]:
        return KINDS[value]

    def to_url(self, value: type[Element] | str) -> str:
        return value if isinstance(value, str) else _NAMES[value]
