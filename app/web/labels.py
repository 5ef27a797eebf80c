"""What things are called on pages: kinds of rounds, what a section can hold, how many of a kind there are."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.language import gettext as _
from app.language import ngettext


def round_kinds() -> dict[str, str]:
    """The kinds of rounds, as people say them."""
    return {
        "hr": _("HR"),
        "technical": _("Technical"),
        "manager": _("Manager"),
        "cross": _("Cross-team"),
        "executive": _("Executive"),
        "other": _("Other"),
    }


def round_name(held: Any) -> str:
    """What a round is called: its name, or its number and kind."""
    return str(held.name) or _("Round %(number)s · %(kind)s", number=held.number, kind=round_kinds()[held.kind])


def round_states() -> dict[str, str]:
    """How far a round has come, as people say it."""
    return {"planned": _("Planned"), "live": _("Live"), "debriefed": _("Debriefed")}


def outcomes() -> dict[str, str]:
    """What became of a question in a round; "open" is nothing yet."""
    return {"answered": _("Answered"), "evaded": _("Evaded"), "later": _("Later"), "open": _("Open")}


def verdicts() -> dict[str, str]:
    """What one made of a round, in four steps without a middle."""
    return {"strong_yes": _("Strong yes"), "yes": _("Rather yes"), "no": _("Rather no"), "strong_no": _("Strong no")}


def signs() -> dict[str, str]:
    """Signs of how they run it, beside the signals of the sheet."""
    return {
        "late": _("They were late"),
        "rescheduled": _("They moved the appointment"),
        "silent": _("They went silent"),
    }


def holdings() -> dict[str, str]:
    """What a section can hold, as people say it; the keys are the words of the Markdown core (Meaning.words)."""
    return {
        "questions": _("Questions I ask"),
        "questions answer": _("Questions they ask me"),
        "signals positive": _("Positive signals"),
        "signals caution": _("Caution signals"),
        "signals": _("Signals of both sorts"),
        "goals short": _("Short-term goals"),
        "goals mid": _("Mid-term goals"),
        "goals long": _("Long-term goals"),
        "goals": _("Goals of any term"),
        "requirements": _("Requirements"),
        "responsibilities": _("Responsibilities"),
        "strengths": _("Strengths"),
        "transfers": _("Skills to transfer"),
        "pitch_points": _("Pitch points"),
        "info": _("Facts of the opening"),
        "tasks": _("Tasks"),
        "notes": _("Notes"),
    }


def item_counts(counts: Mapping[str, int]) -> list[str]:
    """How many things of which kind, as people say it; those that are none are left out."""
    return [sentence for kind, sentence in _counted(counts) if counts.get(kind)]


def _counted(counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    n = defaultdict(int, counts)
    yield "info", ngettext("%(num)s fact", "%(num)s facts", n["info"])
    yield "responsibility", ngettext("%(num)s responsibility", "%(num)s responsibilities", n["responsibility"])
    yield "requirement", ngettext("%(num)s requirement", "%(num)s requirements", n["requirement"])
    yield "strength", ngettext("%(num)s strength", "%(num)s strengths", n["strength"])
    yield "transfer", ngettext("%(num)s skill to transfer", "%(num)s skills to transfer", n["transfer"])
    yield "question", ngettext("%(num)s question", "%(num)s questions", n["question"])
    yield "signal", ngettext("%(num)s signal", "%(num)s signals", n["signal"])
    yield "pitch_point", ngettext("%(num)s pitch point", "%(num)s pitch points", n["pitch_point"])
    yield "goal", ngettext("%(num)s goal", "%(num)s goals", n["goal"])
    yield "task", ngettext("%(num)s task", "%(num)s tasks", n["task"])
    yield "step", ngettext("%(num)s step", "%(num)s steps", n["step"])


LABELS: dict[str, Callable[..., object]] = {
    "round_kinds": round_kinds,
    "round_name": round_name,
    "round_states": round_states,
    "outcomes": outcomes,
    "verdicts": verdicts,
    "signs": signs,
    "holdings": holdings,
    "item_counts": item_counts,
}
