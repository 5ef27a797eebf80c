"""What is known of a round, as the lines that tell it in a sheet, and back."""

import re
from collections.abc import Iterator
from typing import Any

from app.clock import new_uid
from app.exchange import document as doc
from app.exchange.round_time import clock, instant
from app.markdown import Listed, Spoken, all_listed, round_words

LISTS = ("picks", "answers", "signals")  # what refers to questions and signals
_TOLD_MOST = 10_000  # characters
_FACT = re.compile(r"([^:：]*)[:：][ \t]*(.*)$", re.DOTALL)
_PERSON = re.compile(r"(.*?)(?: ?[(（](.*)[)）])?$")


def told(held: doc.Round, number: int, lists: dict[str, list[Listed]], spoken: Spoken) -> Listed:
    """The round as an item with a fact in each line below it; `lists` are those of LISTS."""
    head = one_line(held.name) or round_words.nameless(number, spoken)
    facts = [_fact(key, value, spoken) for key, value in _facts(held, spoken) if value]
    if _name(head) != held.name:
        facts.insert(0, _fact("name", held.name, spoken))
    facts[1:1] = [_seat(person, spoken) for person in held.people]
    for key, items in lists.items():
        if items:
            below = "\n".join(line for item in items for line in item.lines())
            facts.append(Listed(round_words.fact(_label(key, spoken), "", spoken), below))
    return Listed(head, "\n".join(line for one in facts for line in one.lines()), ("round", number))


def read_round(item: Listed) -> tuple[doc.Round, list[tuple[str, Listed]]]:
    """The round that such an item tells, and what stands in its lists. What is not understood goes to its notes."""
    held, lists, unread = doc.Round(id=new_uid(), name=_name(item.head)), list[tuple[str, Listed]](), list[str]()
    for one in all_listed(item.text):
        if isinstance(one, str):
            unread.append(one)
            continue
        label, value = _split(one)
        if label in LISTS and not value:
            unread += [below for below in all_listed(one.text) if isinstance(below, str)]
            lists += [(label, below) for below in all_listed(one.text) if isinstance(below, Listed)]
        elif not _take(held, label, value, one.text):
            unread += one.lines()
    note(held, unread)
    return held, lists


def note(held: doc.Round, lines: list[str]) -> None:
    """Keep lines that nothing else can be made of."""
    held.notes = "\n".join([*([held.notes] if held.notes else []), *lines])


def one_line(text: str) -> str:
    """A text as it can stand in front of a comment."""
    return " ".join(text.replace("<!--", "<! --").split())


def _facts(held: doc.Round, spoken: Spoken) -> Iterator[tuple[str, str]]:
    yield "kind", round_words.say("kinds", held.kind, spoken) if held.kind != "other" else ""
    yield "time", clock(held.scheduled_at, held.time_zone)
    yield "minutes", _minutes(held.minutes, spoken)
    yield "place", held.place
    yield "state", round_words.say("states", held.state, spoken)
    yield "started", clock(held.started_at, held.time_zone) if held.started_at else ""
    yield "ask_minutes", _minutes(held.ask_minutes, spoken)
    yield "each_minutes", _minutes(held.each_minutes, spoken)
    yield "told", held.told
    yield "notes", held.notes


def _label(key: str, spoken: Spoken) -> str:
    return round_words.say("facts", key, spoken)


def _minutes(number: int | None, spoken: Spoken) -> str:
    return round_words.minutes(number, spoken) if number else ""


def _fact(key: str, value: str, spoken: Spoken) -> Listed:
    """In one line, where that says the very same."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    alone = Listed(round_words.fact(_label(key, spoken), value, spoken))
    if "\n" not in value and value == value.strip(" \t") and value and "askback:" not in value:
        return alone
    return Listed(round_words.fact(_label(key, spoken), "", spoken), value)


def _seat(person: doc.Person, spoken: Spoken) -> Listed:
    shown = round_words.with_role(person.name, person.role, spoken)
    return _fact("person", shown if _person(shown) == person else f"{person.name}\n{person.role}", spoken)


def _name(head: str) -> str:
    return "" if round_words.is_nameless(head) else head


def _split(item: Listed) -> tuple[str, str]:
    """Which fact an item tells ("" for none we know), and what stands behind its colon."""
    found = _FACT.match(item.head)
    label = round_words.meant("facts", found[1]) if found and not item.about else None
    return (label, found[2]) if found and label else ("", "")


def _take(held: doc.Round, label: str, value: str, below: str) -> bool:
    """Let the round have a fact; False where it is none, or is told already."""
    if label == "person":
        held.people.append(_person("\n".join(part for part in (value, below) if part)))
        return True
    if label in ("told", "notes", "place", "name"):
        return _take_text(held, label, "\n".join(part for part in (value, below) if part))
    if below:
        return False
    if label == "time":
        return _take_time(held, value)
    known: Any = _known(label, value)
    name = "started_at" if label == "started" else label
    if known is None or (label not in ("kind", "state") and getattr(held, name) is not None):
        return False
    setattr(held, name, known)
    return True


def _take_text(held: doc.Round, label: str, text: str) -> bool:
    before = getattr(held, label) if label != "name" else ""
    whole = f"{before}\n{text}" if before else text
    if label == "told" and len(whole) > _TOLD_MOST:
        return False
    setattr(held, label, whole)
    return True


def _take_time(held: doc.Round, value: str) -> bool:
    found = instant(value)
    if not found or held.scheduled_at or held.time_zone:
        return False
    held.scheduled_at, held.time_zone = found
    return True


def _known(label: str, value: str) -> Any:
    match label:
        case "kind":
            return round_words.meant("kinds", value)
        case "state":
            return round_words.meant("states", value)
        case "started":
            found = instant(value)
            return found[0] if found else None
        case "minutes" | "ask_minutes" | "each_minutes":
            return round_words.minutes_in(value)
    return None


def _person(text: str) -> doc.Person:
    if "\n" in text:
        name, _newline, role = text.partition("\n")
        return doc.Person(name, role)
    found = _PERSON.match(text)
    return doc.Person(found[1], found[2] or "") if found else doc.Person(text)
