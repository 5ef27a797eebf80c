"""A sheet that people work on: what the database would hold of it, and what they do to it. The law is that whatever
they did comes back when the file it is arranged into is read again."""

from dataclasses import dataclass, field, replace

from app.markdown import (
    Entry,
    Item,
    ItemKind,
    Kind,
    Meaning,
    Part,
    Section,
    Sheet,
    Span,
    Told,
    arrange,
    read,
)

NOTED = ("responsibility", "requirement", "strength", "transfer", "pitch_point")
OF: dict[Kind, ItemKind] = {
    "info": "info",
    "responsibilities": "responsibility",
    "requirements": "requirement",
    "strengths": "strength",
    "transfers": "transfer",
    "questions": "question",
    "signals": "signal",
    "pitch_points": "pitch_point",
    "goals": "goal",
    "tasks": "task",
    "notes": "task",
}


@dataclass(eq=False)
class Thing:
    """An item being worked on."""

    entry: Entry
    below: "list[Thing]" = field(default_factory=list)

    def shown(self) -> Entry:
        return replace(self.entry, children=tuple(thing.shown() for thing in self.below))


@dataclass(eq=False)
class Heading:
    """A section being worked on."""

    part: Part
    things: list[Thing] = field(default_factory=list)

    def shown(self) -> Part:
        return replace(self.part, entries=tuple(thing.shown() for thing in self.things))


class Draft:
    """A file, and what shall become of it."""

    def __init__(self, source: bytes, told: Told | None = None) -> None:
        self.source = source
        sheet = read(source, told=told or {})
        self.headings = [
            Heading(Part(s.title, s.level, meaning(s), s.lines, told=(told or {}).get(s.lines[0] if s.lines else 0)))
            for s in sheet.sections
        ]
        self.gone: list[Span] = []
        self.moved: list[Thing] = []
        things = [Thing(entry_of(item)) for item in sheet.items]
        for item, thing in zip(sheet.items, things, strict=True):
            home = things[item.parent].below if item.parent is not None else self.headings[item.section].things
            home.append(thing)

    def parts(self) -> list[Part]:
        return [heading.shown() for heading in self.headings]

    def arranged(self) -> bytes:
        return arrange(self.source, self.parts(), self.gone)

    def every(self) -> list[tuple[Heading, list[Thing], Thing]]:
        """All things with the list they are in, in document order."""
        found = []
        for top in self.headings:
            left = [(top.things, thing) for thing in reversed(top.things)]
            while left:
                home, thing = left.pop()
                found.append((top, home, thing))
                left += [(thing.below, below) for below in reversed(thing.below)]
        return found

    def wanted(self, top: Heading) -> Meaning:
        """What a section means: a section of the file means what the file says."""
        return top.part.meaning

    def depth(self, thing: Thing) -> int:
        """How many things it stands below."""
        above = {id(below): one for _, _, one in self.every() for below in one.below}
        count = 0
        while up := above.get(id(thing)):
            thing = up
            count += 1
        return count

    def delete(self, home: list[Thing], thing: Thing) -> None:
        home.remove(thing)
        left = [thing]
        while left:
            one = left.pop()
            left += one.below
            if one.entry.lines:
                self.gone.append(one.entry.lines)

    def delete_section(self, top: Heading) -> None:
        for thing in list(top.things):
            self.delete(top.things, thing)
        self.headings.remove(top)
        if top.part.lines:
            self.gone.append(top.part.lines)


def meaning(section: Section) -> Meaning:
    return Meaning(section.reads, section.direction, section.polarity, section.horizon)


def entry_of(item: Item) -> Entry:
    return Entry(
        kind=item.kind,
        text=item.text,
        note=item.note,
        label=item.label,
        lines=item.lines,
        number=item.number if item.kind == "question" else None,
        checked=item.checked,
        status=item.status,
        answer=(item.answer.body if item.answer else "") if item.kind == "question" else None,
        answer_lines=item.answer.lines if item.answer else None,
    )


def said(sheet: Sheet) -> list[object]:
    """What a sheet says, section by section, without places."""
    out: list[object] = []
    things = Draft.__new__(Draft)
    things.headings = [Heading(Part(s.title, s.level, meaning(s))) for s in sheet.sections]
    shown = [Thing(entry_of(item)) for item in sheet.items]
    for item, thing in zip(sheet.items, shown, strict=True):
        home = shown[item.parent].below if item.parent is not None else things.headings[item.section].things
        home.append(thing)
    out += [told(heading.shown()) for heading in things.headings]
    return out


def told(part: Part) -> object:
    """A part as it can be compared with one read back."""
    return (part.title, part.level, part.meaning.plain(), tuple(_told(entry) for entry in part.entries))


def _told(entry: Entry) -> object:
    text = (entry.label, entry.note) if entry.kind == "info" else (entry.text, entry.note)
    number = entry.number if entry.kind == "question" else None
    below = tuple(_told(child) for child in entry.children)
    return (entry.kind, text, number, bool(entry.checked), entry.status, entry.answer or "", below)
