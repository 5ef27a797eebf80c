"""What is known of a round, as the lines that tell it in a sheet; round_read.py is the way back."""

from collections.abc import Iterator

from app.exchange import document as doc
from app.exchange import left_to_do
from app.exchange.round_read import named, person_of
from app.exchange.round_time import clock
from app.markdown import Listed, Spoken, round_words


def told(held: doc.Round, number: int, lists: dict[str, list[Listed]], spoken: Spoken) -> Listed:
    """The round as an item with a fact in each line below it; `lists` are those of round_read.LISTS."""
    head = one_line(held.name) or round_words.nameless(number, spoken)
    facts = [_fact(key, value, spoken) for key, value in _facts(held, spoken) if value]
    if named(head) != held.name:
        facts.insert(0, _fact("name", held.name, spoken))
    facts[1:1] = [_seat(person, spoken) for person in held.people]
    for key, items in ({"follow_ups": [left_to_do.told(left) for left in held.follow_ups]} | lists).items():
        if items:
            below = "\n".join(line for item in items for line in item.lines())
            facts.append(Listed(round_words.fact(_label(key, spoken), "", spoken), below))
    return Listed(head, "\n".join(line for one in facts for line in one.lines()), ("round", number))


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
    yield "verdict", round_words.say("verdicts", held.verdict, spoken) if held.verdict else ""
    yield "process", round_words.several([round_words.say("signs", sign, spoken) for sign in held.process], spoken)
    yield "process_note", held.process_note


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
    return _fact("person", shown if person_of(shown) == person else f"{person.name}\n{person.role}", spoken)
