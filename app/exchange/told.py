"""What was said in a round, as the one line that stands before it in a sheet: which round, when, with whom, and what
became of the question (or whether the signal was seen); and back from there."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from app.exchange import document as doc
from app.exchange.round_facts import one_line
from app.markdown import Listed, Spoken, round_words
from app.markdown.round_words import SPOKEN, Group

_APART = " · "
_MOST = 2  # states: what became of a question, and that one's own answer went badly
Places = dict[str, list[int]]


def below(held: doc.Round, number: int, group: Group, states: Sequence[str], text: str, spoken: Spoken) -> Listed:
    """An answer (or evidence) in a round, to stand below its question (or signal)."""
    head = _APART.join([*_called(held, number, spoken), *_states(group, states, spoken)])
    return Listed(round_words.fact(head, "", spoken) if text else head, _clean(text), ("round", number))


def read_below(item: Listed, group: Group, known: Collection[str]) -> tuple[list[str], str]:
    """The states and the text of it. What its line says beyond what is `known` is kept in front of the text."""
    label, typed = _parts(item)
    states = [state for part in label if (state := round_words.meant(group, part))]
    others = [part for part in label if part not in known and not round_words.meant(group, part)]
    texts = (_APART.join(others), typed, item.text)
    return states, "\n".join(text for text in texts if text)


def known_parts(held: doc.Round, number: int, items: Sequence[Listed]) -> set[str]:
    """What can stand in front of what was said in a round: what it is called, in any language, and what all of these
    items say alike, which it was called before."""
    known = {part for spoken in SPOKEN for part in _called(held, number, spoken)}
    if len(items) > 1:
        known |= set[str].intersection(*(set(_parts(item)[0]) for item in items))
    return known


def named(text: str, noun: str, number: int, suffix: str, body: str = "") -> Listed:
    """A question or signal by its text, to stand below a round."""
    head = one_line(text)
    return Listed(f"{head}{_APART}{suffix}" if suffix else head, _clean(body), (noun, number))


def with_states(group: Group, states: Sequence[str], spoken: Spoken) -> str:
    """What it comes to, in words; "" for nothing."""
    return _APART.join(_states(group, states, spoken))


def read_states(group: Group, suffix: str) -> list[str] | None:
    """The states that such words say; None where they say anything else."""
    states = [round_words.meant(group, part) for part in suffix.split(_APART)] if suffix else []
    known = [state for state in states if state]
    return known if len(known) == len(states) else None


def places(texts: Iterable[str]) -> Places:
    """Where each text stands among these, as `named` writes it."""
    found: Places = {}
    for place, text in enumerate(texts):
        found.setdefault(one_line(text), []).append(place)
    return found


def find(item: Listed, noun: str, texts: Places) -> Iterator[tuple[int, str]]:
    """Which of these such an item can name, and what stands behind that; those that are sure, the likeliest first."""
    if not item.about or item.about[0] != noun:
        return
    parts = item.head.rsplit(_APART)
    cuts = range(len(parts), max(0, len(parts) - _MOST - 1), -1)
    ways = [(texts.get(one_line(_APART.join(parts[:at])), []), _APART.join(parts[at:])) for at in cuts]
    number = item.about[1] - 1
    yield from ((number, suffix) for found, suffix in ways if number in found)
    yield from ((found[0], suffix) for found, suffix in ways if len(found) == 1)


def _called(held: doc.Round, number: int, spoken: Spoken) -> list[str]:
    """What tells a round from the others."""
    parts = [held.name or round_words.nameless(number, spoken)]
    if held.kind != "other":
        parts.append(round_words.say("kinds", held.kind, spoken))
    parts.append(round_words.several([person.name for person in held.people], spoken))
    if held.scheduled_at:
        when = datetime.fromisoformat(held.scheduled_at).astimezone(ZoneInfo(held.time_zone or "UTC"))
        parts.append(when.date().isoformat())
    shown = (one_line(part.translate(_NO_COLON)) for part in parts)
    return [f"“{part}”" if _is_state(part) else part for part in shown if part]


def _is_state(part: str) -> bool:
    return bool(round_words.meant("outcomes", part) or round_words.meant("marks", part))


def _parts(item: Listed) -> tuple[list[str], str]:
    """What stands between the dots in front of the colon, and what stands behind that."""
    at = min((item.head.find(colon) for colon in ":：" if colon in item.head), default=len(item.head))
    parts = (part.strip() for part in item.head[:at].split(_APART.strip()))
    return [part for part in parts if part], item.head[at + 1 :].strip()


def _states(group: Group, states: Sequence[str], spoken: Spoken) -> list[str]:
    return [round_words.say(group, state, spoken) for state in states]


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


_NO_COLON = str.maketrans(dict.fromkeys(":：·", " "))
