"""Between a Markdown sheet and a workbook: reading one in, and writing the workbook's state back into it."""

import base64
from collections import defaultdict
from dataclasses import replace
from operator import itemgetter

from app import markdown
from app.clock import new_uid, now, rfc3339
from app.exchange import document as doc
from app.exchange.places import STEP
from app.exchange.unwoven import read_woven
from app.markdown import Encoding, Entry, ItemKind, Meaning, Part, Sheet, Told

NOTHING_TOLD: Told = {}
LIST_OF: dict[ItemKind, str] = {
    "info": "info",
    "responsibility": "responsibilities",
    "requirement": "requirements",
    "strength": "strengths",
    "transfer": "transfers",
    "question": "questions",
    "signal": "signals",
    "pitch_point": "pitch_points",
    "goal": "goals",
    "task": "tasks",
}


def from_markdown(
    source: bytes, name: str, encoding: Encoding | None = None, told: Told = NOTHING_TOLD
) -> doc.Workbook:
    """The workbook that a sheet's bytes describe; `name` is the title where the sheet has none.

    Raises app.markdown.NotText where the bytes are no text, UnicodeDecodeError where they are not in `encoding`.
    """
    text = markdown.to_utf8(source, encoding)
    if workbook := read_woven(text, lambda sheet: read_sheet(sheet, name, told, encoding)):
        return workbook
    return read_sheet(text, name, told, encoding)


def read_sheet(text: bytes, name: str, told: Told = NOTHING_TOLD, encoding: Encoding | None = None) -> doc.Workbook:
    """The workbook of a sheet without rounds in it, in UTF-8; `encoding` is that of the file."""
    sheet = markdown.read(text, name, told)
    source, encoding = markdown.from_utf8(text, encoding)
    workbook = doc.Workbook(
        id=new_uid(),
        title=sheet.title,
        language=sheet.language,
        source=doc.Source(base64.b64encode(source).decode("ascii"), encoding),
        sections=_sections(sheet, told),
    )
    made: dict[int, doc.Signal | doc.Goal | doc.Task | doc.Step] = {}
    for index, item in enumerate(sheet.items):
        section = workbook.sections[item.section]
        above = made.get(item.parent) if item.parent is not None else None
        if item.kind == "step" and isinstance(above, doc.Goal | doc.Task | doc.Step):
            made[index] = step = _step(item, section)
            above.steps.append(step)
            continue
        record = _item(item, section, above)
        getattr(workbook, LIST_OF[item.kind]).append(record)
        if isinstance(record, doc.Signal | doc.Goal | doc.Task):
            made[index] = record
    return workbook


def to_markdown(workbook: doc.Workbook) -> bytes:
    """The sheet as it was imported, with what the person changed since written into it; a new one where none was."""
    return written(workbook)[0]


def written(workbook: doc.Workbook) -> tuple[bytes, Encoding | None]:
    """The same, and the encoding it is in where it came in one. A character that this one lacks is never refused:
    then the whole file is in UTF-8, and there is none to tell."""
    return markdown.from_utf8(*arranged(workbook))


def arranged(workbook: doc.Workbook) -> tuple[bytes, Encoding | None]:
    """The same in UTF-8, and the encoding it shall be in."""
    source, encoding = source_of(workbook)
    return markdown.arrange(source, _parts(workbook), workbook.gone), encoding


def file_of(workbook: doc.Workbook) -> bytes:
    """The file as imported; of one with rounds in it, the sheet without them."""
    return base64.b64decode(workbook.source.base64) if workbook.source else b""


def comes_back(workbook: doc.Workbook) -> bool:
    """Whether the file that is written for a workbook is read as the very things it holds."""
    again = from_markdown(to_markdown(workbook), workbook.title, workbook.source.encoding if workbook.source else None)
    return _things(again) == _things(workbook)


def _things(workbook: doc.Workbook) -> list[tuple[str, list[str]]]:
    lists = [(name, [_words(item) for item in getattr(workbook, name)]) for name in doc.ITEM_LISTS]
    steps = [step.text for step, _above in doc.every_step(workbook)]
    return [*lists, ("steps", steps), ("sections", ["\n".join(section.path) for section in workbook.sections])]


def _words(item: doc.Item) -> str:
    return f"{item.label}\n{item.value}" if isinstance(item, doc.Info) else str(getattr(item, "text", ""))


def source_of(workbook: doc.Workbook) -> tuple[bytes, Encoding | None]:
    """The file as imported, as the Markdown core reads it, and the encoding it came in.

    Raises ValueError where it is no base64 text, or not in that encoding.
    """
    if not workbook.source:
        return b"", None
    encoding = workbook.source.encoding
    return markdown.to_utf8(base64.b64decode(workbook.source.base64, validate=True), encoding), encoding


def _parts(workbook: doc.Workbook) -> list[Part]:
    """The sections with their items, as they shall stand in the file."""
    home = workbook.sections[0].id
    inside: dict[str, list[tuple[int, Entry]]] = defaultdict(list)
    below = _step_entries(workbook) | _signal_entries(workbook)
    for kind, name in LIST_OF.items():
        for item in getattr(workbook, name):
            if not (isinstance(item, doc.Signal) and item.parent):
                entry = replace(_entry(kind, item), lines=item.lines, children=below.get(item.id, ()))
                inside[item.section or home].append((item.position, entry))
    return [
        Part(
            title=section.path[-1] if section.path else "",
            level=section.level,
            meaning=Meaning(section.kind, section.direction, section.polarity, section.horizon),
            lines=section.lines,
            told=Meaning.of(section.told) if section.told else None,
            entries=tuple(entry for _position, entry in sorted(inside[section.id], key=itemgetter(0))),
        )
        for section in workbook.sections
    ]


def _step_entries(workbook: doc.Workbook) -> dict[str, tuple[Entry, ...]]:
    """What stands beneath each goal, task and step; from the innermost out, so that no depth is too deep."""
    entries: dict[str, tuple[Entry, ...]] = {}

    def made(steps: list[doc.Step]) -> tuple[Entry, ...]:
        return tuple(
            Entry("step", step.text, lines=step.lines, checked=step.done, children=entries[step.id]) for step in steps
        )

    for step, _above in reversed(doc.every_step(workbook)):
        entries[step.id] = made(step.steps)
    return entries | {item.id: made(item.steps) for item in doc.with_steps(workbook)}


def _signal_entries(workbook: doc.Workbook) -> dict[str, tuple[Entry, ...]]:
    """What stands beneath each signal. A signal comes after the one it refines, so from behind all are known."""
    entries: dict[str, tuple[Entry, ...]] = {}
    for signal in reversed(workbook.signals):
        if signal.parent:
            entry = replace(_entry("signal", signal), lines=signal.lines, children=entries.get(signal.id, ()))
            entries[signal.parent] = (entry, *entries.get(signal.parent, ()))
    return entries


def _entry(kind: ItemKind, item: doc.Item) -> Entry:
    """An item as the file tells it: rounds, days, weights and notes are not told there."""
    match item:
        case doc.Info():
            return Entry(kind, "", item.value, item.label)
        case doc.Question():
            own = next((answer for answer in item.answers if answer.round is None), None)
            entry = Entry(kind, item.text, number=item.number, checked=item.asked)
            return replace(entry, answer=own.body, answer_lines=own.lines) if own else entry
        case doc.Signal():
            seen = [mark.checked for mark in item.marks if mark.round is None]
            return Entry(kind, item.text, checked=seen[0] if seen else None, polarity=item.polarity)
        case doc.Goal() | doc.Task():
            return Entry(kind, item.text, checked=item.done)
        case doc.Requirement():
            return Entry(kind, item.text, item.evidence, status=item.status)
        case doc.Noted():
            return Entry(kind, item.text, item.note)
    raise TypeError(kind)


def _sections(sheet: Sheet, told: Told) -> list[doc.Section]:
    made: list[doc.Section] = []
    for index, section in enumerate(sheet.sections):
        said = told.get(section.lines[0] if section.lines else 0)
        made.append(
            doc.Section(
                id=new_uid(),
                path=list(markdown.path(sheet, index)),
                level=section.level,
                kind=section.kind,
                text=section.text,
                section=made[section.parent].id if section.parent is not None else None,
                position=section.order * STEP,
                lines=section.lines,
                direction=section.direction,
                polarity=section.polarity,
                horizon=section.horizon,
                told=said.words if said else None,
            )
        )
    return made


def _step(item: markdown.Item, section: doc.Section) -> doc.Step:
    return doc.Step(
        id=new_uid(),
        text=item.text,
        done=bool(item.checked),
        section=section.id,
        position=item.order * STEP,
        lines=item.lines,
    )


def _item(item: markdown.Item, section: doc.Section, above: object) -> doc.Item:
    place: doc.Place = {
        "id": new_uid(),
        "path": section.path,
        "section": section.id,
        "position": item.order * STEP,
        "lines": item.lines,
    }
    match item.kind:
        case "info":
            return doc.Info(**place, label=item.label, value=item.note)
        case "requirement":
            return doc.Requirement(**place, text=item.text, status=item.status, evidence=item.note)
        case "question":
            return doc.Question(
                **place,
                number=item.number,
                text=item.text,
                direction=item.direction or "ask",
                asked=item.checked,
                answers=_answers(item),
            )
        case "signal":
            parent = above.id if isinstance(above, doc.Signal) else None
            return doc.Signal(
                **place, parent=parent, text=item.text, polarity=item.polarity or "positive", marks=_marks(item)
            )
        case "goal":
            return doc.Goal(**place, text=item.text, horizon=item.horizon, done=bool(item.checked))
        case "task":
            return doc.Task(**place, text=item.text, done=bool(item.checked))
        case _:
            return doc.Noted(**place, text=item.text, note=item.note)


def _answers(item: markdown.Item) -> list[doc.Answer]:
    if item.answer is None:
        return []
    at = rfc3339(now())
    return [doc.Answer(id=new_uid(), body=item.answer.body, version=1, updated_at=at, lines=item.answer.lines)]


def _marks(item: markdown.Item) -> list[doc.Mark]:
    return [doc.Mark(checked=True, updated_at=rfc3339(now()))] if item.checked else []
