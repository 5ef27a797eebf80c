"""Between a Markdown sheet and a workbook: reading one in, and writing the workbook's state back into it."""

import base64
from collections.abc import Iterator

from app import markdown
from app.clock import new_uid, now, rfc3339
from app.exchange import document as doc
from app.exchange.places import STEP
from app.markdown import Sheet, Tick, Write

_LIST_OF = {
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


def from_markdown(source: bytes, name: str) -> doc.Workbook:
    """The workbook that a sheet's bytes describe; `name` is the title where the sheet has none.

    Raises app.markdown.NotText where the bytes are no text.
    """
    sheet = markdown.read(source, name)
    workbook = doc.Workbook(
        id=new_uid(),
        title=sheet.title,
        language=sheet.language,
        source=doc.Source(base64.b64encode(source).decode("ascii")),
        sections=_sections(sheet),
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
        getattr(workbook, _LIST_OF[item.kind]).append(record)
        if isinstance(record, doc.Signal | doc.Goal | doc.Task):
            made[index] = record
    return workbook


def to_markdown(workbook: doc.Workbook) -> bytes:
    """The sheet as it was imported, with what the person changed since written into it."""
    if workbook.source is None:
        return _composed(workbook).encode("utf-8")
    return markdown.patch(base64.b64decode(workbook.source.base64), list(_changes(workbook)))


def _changes(workbook: doc.Workbook) -> Iterator[Tick | Write]:
    for question in workbook.questions:
        if question.lines:
            if question.asked is not None:
                yield Tick(question.lines[0], question.asked)
            yield from (Write(question.lines, a.lines, a.body) for a in question.answers if a.round is None)
    for signal in workbook.signals:
        seen = [mark.checked for mark in signal.marks if mark.round is None and mark.checked is not None]
        if signal.lines and seen:
            yield Tick(signal.lines[0], seen[0])
    steps = (step for step, _above in doc.every_step(workbook))
    boxes = [*doc.with_steps(workbook), *steps]
    yield from (Tick(box.lines[0], box.done) for box in boxes if box.lines)


def _sections(sheet: Sheet) -> list[doc.Section]:
    made: list[doc.Section] = []
    for index, section in enumerate(sheet.sections):
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


def _composed(workbook: doc.Workbook) -> str:
    """A sheet for a workbook that came without one: its sections and items in their order, in plain Markdown."""
    records: list[tuple[int, str]] = []
    for section in workbook.sections:
        heading = f"\n{'#' * section.level} {section.path[-1]}\n" if section.level and section.path else ""
        records.append((section.position, f"{heading}\n{section.text}\n" if section.text else heading))
    for name in doc.ITEM_LISTS:
        records += [(item.position, _line(item)) for item in getattr(workbook, name)]
    lines = "\n".join(line for _position, line in sorted(records, key=lambda record: record[0]) if line)
    return lines.strip("\n") + "\n"


def _line(item: doc.Item) -> str:
    match item:
        case doc.Info():
            return f"**{item.label}**: {item.value}  "
        case doc.Question():
            mark = f"{item.number}. " if item.number else "- "
            own = (answer.body for answer in item.answers if answer.round is None and answer.body)
            box = "" if item.asked is None else f"[{'x' if item.asked else ' '}] "
            return mark + box + item.text + "".join(f"\n\n{_indented(body, len(mark))}\n" for body in own)
        case doc.Signal():
            return _box(item.text, any(mark.checked for mark in item.marks if mark.round is None))
        case doc.Goal() | doc.Task():
            return "\n".join([_box(item.text, item.done), *_step_lines(item.steps)])
        case doc.Requirement():
            state = {"matched": "✅ ", "learning": "🔄 ", "missing": "❌ "}.get(item.status or "", "")
            return f"- {state}{item.text}" + (f" - {item.evidence}" if item.evidence else "")
        case doc.Noted():
            return f"- {item.text}" + (f" - {item.note}" if item.note else "")
    return ""


def _step_lines(steps: list[doc.Step]) -> list[str]:
    lines: list[str] = []
    todo = [(step, 1) for step in reversed(steps)]
    while todo:
        step, depth = todo.pop()
        lines.append("  " * depth + _box(step.text, step.done))
        todo += [(below, depth + 1) for below in reversed(step.steps)]
    return lines


def _box(text: str, checked: bool) -> str:
    return f"- [{'x' if checked else ' '}] {text}"


def _indented(body: str, columns: int) -> str:
    return "\n".join(" " * columns + line if line else line for line in body.split("\n"))
