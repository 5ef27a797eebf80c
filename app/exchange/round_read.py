"""A round from the lines that tell it in a sheet (round_facts.py)."""

import re
from typing import Any

from app.clock import new_uid
from app.exchange import document as doc
from app.exchange import left_to_do
from app.exchange.round_time import instant
from app.markdown import Listed, all_listed, round_words
from app.models.round import SIGNS

LISTS = ("picks", "answers", "signals")  # what refers to questions and signals
_TOLD_MOST = 10_000  # characters
_FACT = re.compile(r"([^:：]*)[:：][ \t]*(.*)$", re.DOTALL)
_PERSON = re.compile(r"(.*?)(?: ?[(（](.*)[)）])?$")


def read_round(item: Listed) -> tuple[doc.Round, list[tuple[str, Listed]]]:
    """The round that such an item tells, and what stands in its lists. What is not understood goes to its notes."""
    held, lists, unread = doc.Round(id=new_uid(), name=named(item.head)), list[tuple[str, Listed]](), list[str]()
    for one in all_listed(item.text):
        if isinstance(one, str):
            unread.append(one)
            continue
        label, value = _split(one)
        below = list(all_listed(one.text))
        if label in LISTS and not value:
            unread += [line for line in below if isinstance(line, str)]
            lists += [(label, listed) for listed in below if isinstance(listed, Listed)]
        elif label == "follow_ups" and not value:
            unread += _take_left(held, below)
        elif not _take(held, label, value, one.text):
            unread += one.lines()
    note(held, unread)
    return held, lists


def note(held: doc.Round, lines: list[str]) -> None:
    """Keep lines that nothing else can be made of."""
    held.notes = "\n".join([*([held.notes] if held.notes else []), *lines])


def named(head: str) -> str:
    """The name of a round that is called so; "" for one without."""
    return "" if round_words.is_nameless(head) else head


def _split(item: Listed) -> tuple[str, str]:
    """Which fact an item tells ("" for none we know), and what stands behind its colon."""
    found = _FACT.match(item.head)
    label = round_words.meant("facts", found[1]) if found and not item.about else None
    return (label, found[2]) if found and label else ("", "")


def _take_left(held: doc.Round, below: list[Listed | str]) -> list[str]:
    """Let the round have what it left to do; gives the lines of what is none."""
    unread = list[str]()
    for one in below:
        if left := left_to_do.read(one):
            held.follow_ups.append(left)
        else:
            unread += [one] if isinstance(one, str) else one.lines()
    return unread


def _take(held: doc.Round, label: str, value: str, below: str) -> bool:
    """Let the round have a fact; False where it is none, or is told already."""
    if label == "person":
        held.people.append(person_of("\n".join(part for part in (value, below) if part)))
        return True
    if label in ("told", "notes", "place", "name", "process_note"):
        return _take_text(held, label, "\n".join(part for part in (value, below) if part))
    if below:
        return False
    if label == "time":
        return _take_time(held, value)
    if label == "process":
        return _take_signs(held, value)
    known: Any = _known(label, value)
    name = "started_at" if label == "started" else label
    if known is None or (label not in ("kind", "state") and getattr(held, name) is not None):
        return False
    setattr(held, name, known)
    return True


def _take_text(held: doc.Round, label: str, text: str) -> bool:
    before = getattr(held, label) if label != "name" else ""
    whole = f"{before}\n{text}" if before else text
    if label in ("told", "process_note") and len(whole) > _TOLD_MOST:
        return False
    setattr(held, label, whole)
    return True


def _take_time(held: doc.Round, value: str) -> bool:
    found = instant(value)
    if not found or held.scheduled_at or held.time_zone:
        return False
    held.scheduled_at, held.time_zone = found
    return True


def _take_signs(held: doc.Round, value: str) -> bool:
    seen = [round_words.meant("signs", name) for name in round_words.apart(value)]
    if held.process or not all(seen):
        return False
    held.process = [sign for sign in SIGNS if sign in seen]
    return True


def _known(label: str, value: str) -> Any:
    match label:
        case "kind":
            return round_words.meant("kinds", value)
        case "state":
            return round_words.meant("states", value)
        case "verdict":
            return round_words.meant("verdicts", value)
        case "started":
            found = instant(value)
            return found[0] if found else None
        case "minutes" | "ask_minutes" | "each_minutes":
            return round_words.minutes_in(value)
    return None


def person_of(text: str) -> doc.Person:
    """A person with what they are there, in one line or two."""
    if "\n" in text:
        name, _newline, role = text.partition("\n")
        return doc.Person(name, role)
    found = _PERSON.match(text)
    return doc.Person(found[1], found[2] or "") if found else doc.Person(text)
