"""One thing of a sheet as another kind of thing: its words, its box."""

from typing import Any

from msgspec.structs import replace

from app.clock import new_uid
from app.exchange import document as doc
from app.exchange.markdown import LIST_OF
from app.markdown import ItemKind, NotOneItem, phrase

_KIND_OF: dict[str, ItemKind] = {name: kind for kind, name in LIST_OF.items()}


def words_of(item: doc.Item) -> tuple[str, str]:
    """Head and tail of what a thing says."""
    if isinstance(item, doc.Info):
        return item.label, item.value
    return str(getattr(item, "text", "")), str(getattr(item, "evidence", getattr(item, "note", "")))


def words_as(name: str, head: str, tail: str) -> tuple[str, str] | None:
    """The words of a thing as one of that list has them; None where they do not make one."""
    try:
        if name == "info":
            said = phrase("info", "", tail, head) if tail else phrase("info", head)
            return said.label, said.note
        said = phrase(_KIND_OF[name], f"{head} - {tail}" if tail else head)
    except NotOneItem:
        return None
    return said.text, said.note


def worded(name: str, like: doc.Item, item: doc.Item) -> doc.Item | None:
    """A thing of that list like the one given, in the words of another; None where they do not make one."""
    if not (words := words_as(name, *words_of(item))):
        return None
    head, tail = words
    match like:
        case doc.Info():
            return replace(like, label=head, value=tail)
        case doc.Requirement():
            return replace(like, text=head, evidence=tail)
        case doc.Noted():
            return replace(like, text=head, note=tail)
    return replace(like, text=head)


def blank(name: str, live: doc.Section, fresh: doc.Section, item: doc.Item, boxed: bool) -> doc.Item:
    """A thing of that list with nothing said yet, where another one stands; `boxed` where that has a box in the file.
    What has steps leaves its lines to none but what can have some."""
    kept = name in ("goals", "tasks") or not getattr(item, "steps", ())
    lines = item.lines if kept else None
    place: dict[str, Any] = {"id": new_uid(), "section": live.id, "path": live.path, "lines": lines}
    match name:
        case "info":
            return doc.Info(**place, label="", value="")
        case "requirements":
            return doc.Requirement(**place, text="")
        case "questions":
            asked = False if boxed and kept else None
            return doc.Question(**place, text="", direction=fresh.direction or "ask", asked=asked)
        case "signals":
            return doc.Signal(**place, text="", polarity=fresh.polarity or "positive")
        case "goals":
            return doc.Goal(**place, text="", horizon=fresh.horizon)
        case "tasks":
            return doc.Task(**place, text="")
    return doc.Noted(**place, text="")


def as_ticked(made: doc.Item, former: doc.Item) -> doc.Item:
    """The thing with its box as the former one's was left."""
    match former:
        case doc.Question():
            state = former.asked
        case doc.Goal() | doc.Task():
            state = former.done
        case doc.Signal():
            state = next((mark.checked for mark in former.marks if mark.round is None), None)
        case _:
            state = None
    if state is None:
        return made
    match made:
        case doc.Question():
            return replace(made, asked=state if made.asked is not None else None)
        case doc.Goal() | doc.Task():
            return replace(made, done=state)
        case doc.Signal():
            return replace(made, marks=[doc.Mark(checked=True)] if state else [])
    return made
