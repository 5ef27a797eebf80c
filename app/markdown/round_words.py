"""The words in which rounds stand in a sheet (`rounds.toml`): written in one language, read in any of them."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal

from .vocabulary import comparable

Group = Literal["facts", "kinds", "states", "verdicts", "signs", "outcomes", "marks"]
Spoken = Literal["zh", "en"]
SPOKEN: tuple[Spoken, ...] = ("zh", "en")


def say(group: Group, key: str, spoken: Spoken) -> str:
    """What something is called."""
    return str(_tables()[spoken][group][key][0])


def meant(group: Group, words: str) -> str | None:
    """What such words call, in any language; None where nothing is called so."""
    return _known(group).get(words.strip(" \t").casefold())


def title(spoken: Spoken) -> str:
    """What the heading above the rounds says."""
    return str(_tables()[spoken]["title"][0])


def is_title(words: str) -> bool:
    """Whether a heading says that rounds stand below it."""
    return comparable(words) in {comparable(one) for spoken in SPOKEN for one in _tables()[spoken]["title"]}


def nameless(number: int, spoken: Spoken) -> str:
    """What a round without a name is called."""
    return _filled("nameless", number, spoken)


def is_nameless(words: str) -> bool:
    """Whether a round is called by its number."""
    return _number("nameless", words) is not None


def minutes(number: int, spoken: Spoken) -> str:
    """A time in words."""
    return _filled("minutes", number, spoken)


def minutes_in(words: str) -> int | None:
    """How long that is, None where it is no time of a round."""
    found = _number("minutes", words) or (int(words) if re.fullmatch("[0-9]{1,4}", words) else None)
    return found if found and found <= 1440 else None


def fact(label: str, value: str, spoken: Spoken) -> str:
    """A label with what it says."""
    return f"{label}{_tables()[spoken]['colon']}{value}".rstrip(" ")


def with_role(name: str, role: str, spoken: Spoken) -> str:
    """A person with what they are there."""
    return name + str(_tables()[spoken]["role"]).format(role) if role else name


def several(names: Sequence[str], spoken: Spoken) -> str:
    """People, or whatever else has names, one after the other."""
    return str(_tables()[spoken]["comma"]).join(name for name in names if name)


def apart(names: str) -> list[str]:
    """Names that stand one after the other, in any language; none of them has a comma."""
    return [name.strip(" \t") for name in re.split("[,，、]", names)]


def _filled(key: str, number: int, spoken: Spoken) -> str:
    return str(_tables()[spoken][key][0]).replace("{}", str(number))


def _number(key: str, words: str) -> int | None:
    forms = (form for spoken in SPOKEN for form in _tables()[spoken][key])
    patterns = (re.escape(form).replace(r"\{\}", "([0-9]{1,6})").replace(r"\ ", " ?") for form in forms)
    found = (re.fullmatch(pattern, words, re.IGNORECASE) for pattern in patterns)
    return next((int(one[1]) for one in found if one), None)


@cache
def _known(group: Group) -> dict[str, str]:
    every = (item for spoken in SPOKEN for item in _tables()[spoken][group].items())
    return {words.casefold(): key for key, several in every for words in several}


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("rounds.toml").read_text("utf-8"))
