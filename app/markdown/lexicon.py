"""The words of `words.toml`, made ready for comparing once."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain

from .asking import Asking
from .vocabulary import Table, beginning, tables, ways


@dataclass(frozen=True, slots=True)
class Lexicon:
    roles: Table
    polarity: Table
    horizon: Table
    direction: Table
    question: dict[str, re.Pattern[str]]
    ends: tuple[str, ...]
    within: re.Pattern[str]
    labels: dict[str, list[str]]
    known: frozenset[str]
    boxed: Table
    learned: Table
    learning: re.Pattern[str]
    study: re.Pattern[str]
    asking: Asking
    unasked: Table
    theirs: Table
    about: Table
    columns: Table
    judging: Table
    negations: re.Pattern[str]
    judging_negations: tuple[str, ...]
    forbids: tuple[str, ...]


@cache
def lexicon() -> Lexicon:
    data = tables()
    kinds = {kind: data[kind] for kind in ("signals", "goals", "questions")}
    roles = {role: [*phrases, *chain(*kinds.get(role, {}).values())] for role, phrases in data["roles"].items()}
    return Lexicon(
        roles=Table(roles),
        polarity=Table(_joined(data["polarity"], kinds["signals"])),
        horizon=Table(_joined(data["horizon"], kinds["goals"])),
        direction=Table(_joined(data["direction"], kinds["questions"])),
        question={name: beginning(data["question"][name]) for name in ("starts", "told", "never")},
        ends=tuple(data["question"]["ends"]),
        within=re.compile("|".join(data["question"]["within"])),
        labels=data["labels"],
        known=frozenset(
            way for label in chain(data["facts"]["known"], *data["labels"].values()) for way in ways(label)
        ),
        boxed=Table(data["boxed"]),
        learned=Table(data["learned"]),
        learning=re.compile("|".join(data["learning"]["verbs"])),
        study=_study(data["learning"]),
        asking=Asking(data["asking"]),
        unasked=Table(data["unasked"]),
        theirs=Table(data["theirs"]),
        about=Table(data["about"]),
        columns=Table(data["columns"]),
        judging=Table(data["judging"]),
        negations=re.compile(rf"(?:{'|'.join(data['negation']['before'])})$"),
        judging_negations=tuple(data["negation"]["put_in"]),
        forbids=tuple(data["negation"]["forbids"]),
    )


def _study(parts: dict[str, list[str]]) -> re.Pattern[str]:
    """A title that tells to learn (`面试前要研读`, `Brush up before the 3rd`): verbs, with nothing around but when, how
    badly, and what a list is called."""
    when, verbs, called = ("|".join(parts[name]) for name in ("when", "study", "called"))
    chinese = rf"(?:[一二三四五六七八九十]+、)?(?:{when}|[ ,])*(?:{verbs})(?:{verbs}|{called}|[ ,])*"
    first, words, last = ("|".join(parts[name]) for name in ("before", "english", "behind"))
    return re.compile(rf"(?:{chinese}|(?:(?:{first}) )*(?:{words})(?: (?:{words}|{last}))*)")


def _joined(names: dict[str, list[str]], more: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: [*phrases, *more.get(name, ())] for name, phrases in names.items()}
