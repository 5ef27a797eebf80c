"""What people do to a sheet, chosen by numbers so that hypothesis can think of it and make it smaller."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from app.markdown import Entry, ItemKind, Kind, Meaning, NotOneItem, Part, Status, heading, phrase
from tests.markdown.drafting import NOTED, OF, Draft, Heading, Thing
from tests.markdown.samples import bodies

WORDINGS = (
    *("plain words", "a - b", "Why? now", "1. one", "- dash", "# hash", "> quote", "[x] box", "```", "---", "a | b"),
    *(
        "✅ good",
        "⚠️ hm - so",
        "two\nlines",
        "end.\nmore",
        "**a: b** - c",
        "问题？",
        "名：值",
        "a (b",
        "* * *",
        "<div>",
        "<!-- x",
    ),
    *("【 】 a", "☐ b", "\\", "1", "-", "=", "10) x", "tail  ", "a#", "`a - b", "A: yes", "[a](b)", "https://x - y: z"),
)
TITLES = (
    *("Stuff for Tuesday", "Questions", "Signals", "Red flags", "需要谨慎", "Goals", "Short-term", "Info", "技术要求"),
    *(
        "Notes",
        "Strengths",
        "清单",
        "1. Basics",
        "a #",
        "- x",
        "Questions they ask",
        "x <!-- askback: goals -->",
        "面试问题",
    ),
)
MEANINGS = (
    *(Meaning(kind) for kind in OF if kind not in ("questions", "document")),
    *(Meaning("questions", "ask"), Meaning("questions", "answer")),
    *(Meaning("signals", polarity=polarity) for polarity in ("positive", "caution")),
    *(Meaning("goals", horizon=horizon) for horizon in ("short", "mid", "long")),
)
STATES: tuple[Status | None, ...] = (None, "matched", "learning", "missing")
CHECKS = (None, False, True)


@dataclass(frozen=True)
class Edit:
    """One thing somebody does: `what`, where (`a`, `b`), with which words."""

    what: str
    a: int
    b: int
    words: str
    body: str = ""

    def made(self, draft: Draft) -> None:
        DOES[self.what](self, draft)


def _phrased(kind: ItemKind, words: str) -> Entry | None:
    try:
        said = phrase(kind, words, "noted" if kind in NOTED and len(words) % 2 else "", "")
    except NotOneItem:
        if kind != "info":
            return None
        said = phrase("info", "", words.replace("\n", " ").strip("-=\\ ") or "v", "k")
    return Entry(kind, said.text, said.note, said.label, status=said.status)


def _pick(edit: Edit, draft: Draft) -> tuple[Heading, list[Thing], Thing] | None:
    every = draft.every()
    return every[edit.a % len(every)] if every else None


def _add(edit: Edit, draft: Draft) -> None:
    top = draft.headings[edit.a % len(draft.headings)]
    kind = OF[draft.wanted(top).kind]
    if entry := _phrased(kind, edit.words):
        number = str(edit.b % 12) if kind == "question" and edit.b % 2 else None
        status = STATES[edit.b % 4] if kind == "requirement" else None
        answer = edit.body if kind == "question" and edit.b % 3 else None
        checked = CHECKS[edit.b % 3] if kind in ("question", "goal", "task", "signal") else None
        entry = replace(entry, number=number, status=status, answer=answer, checked=checked)
        top.things.insert(edit.b % (len(top.things) + 1), Thing(entry))


def _add_below(edit: Edit, draft: Draft) -> None:
    if (found := _pick(edit, draft)) and (kind := _child(found[2].entry.kind)) and draft.depth(found[2]) < 4:
        below = found[2].below
        if entry := _phrased(kind, edit.words):
            below.insert(edit.b % (len(below) + 1), Thing(replace(entry, checked=CHECKS[edit.b % 3])))


def _child(kind: ItemKind) -> ItemKind | None:
    if kind == "signal":
        return "signal"
    return "step" if kind in ("goal", "task", "step") else None


def _reword(edit: Edit, draft: Draft) -> None:
    if (found := _pick(edit, draft)) and (said := _phrased(found[2].entry.kind, edit.words)):
        status = found[2].entry.status
        found[2].entry = replace(found[2].entry, text=said.text, note=said.note, label=said.label, status=status)


def _mark(edit: Edit, draft: Draft) -> None:
    if not (found := _pick(edit, draft)):
        return
    entry = found[2].entry
    if entry.kind == "requirement":
        found[2].entry = replace(entry, status=STATES[edit.b % 4])
    elif entry.kind in ("signal", "goal", "task", "step"):
        found[2].entry = replace(entry, checked=bool(edit.b % 2))
    elif entry.kind == "question":
        found[2].entry = replace(entry, answer=edit.body if edit.b % 3 else "")


def _number(edit: Edit, draft: Draft) -> None:
    if (found := _pick(edit, draft)) and found[2].entry.kind == "question":
        found[2].entry = replace(found[2].entry, number=str(edit.b) if edit.b % 3 else None)


def _delete(edit: Edit, draft: Draft) -> None:
    if found := _pick(edit, draft):
        draft.delete(found[1], found[2])


def _move(edit: Edit, draft: Draft) -> None:
    """Among its own, or to the end of another list that has such."""
    if not (found := _pick(edit, draft)):
        return
    _, home, thing = found
    homes = [home, *(top.things for top in draft.headings if _fits(thing.entry.kind, draft.wanted(top).kind))]
    home.remove(thing)
    goal = homes[edit.b % len(homes)]
    goal.insert((edit.b // len(homes)) % (len(goal) + 1), thing)
    draft.moved.append(thing)


def _nest(edit: Edit, draft: Draft) -> None:
    """Below another item, or out of the one it is below."""
    if not (found := _pick(edit, draft)) or found[2].entry.kind not in ("signal", "goal", "task", "step"):
        return
    top, home, thing = found
    inside = [
        other for above, _, other in draft.every() if above is top and _child(other.entry.kind) and other is not thing
    ]
    home.remove(thing)
    left = {id(other) for _, _, other in draft.every()}
    above = [other for other in inside if id(other) in left]
    if above and edit.b % 4 and draft.depth(above[edit.b % len(above)]) < 4:
        goal, kind = above[edit.b % len(above)].below, _child(above[edit.b % len(above)].entry.kind)
    else:
        goal, kind = top.things, OF[draft.wanted(top).kind]
    if kind not in ("signal", "goal", "task", "step"):
        goal, kind = top.things, "task"
    thing.entry = replace(thing.entry, kind=kind)
    goal.insert(edit.b % (len(goal) + 1), thing)
    draft.moved.append(thing)


def _fits(kind: ItemKind, reads: Kind) -> bool:
    return kind == OF[reads] or (kind == "task" and reads not in ("questions", "signals", "goals"))


def _add_section(edit: Edit, draft: Draft) -> None:
    part = Part(heading(edit.words), edit.a % 4 + 1, MEANINGS[edit.b % len(MEANINGS)])
    draft.headings.insert(edit.a % len(draft.headings) + 1, Heading(part))


def _rename(edit: Edit, draft: Draft) -> None:
    if len(draft.headings) > 1:
        top = draft.headings[edit.a % (len(draft.headings) - 1) + 1]
        level = edit.b % 5 or top.part.level
        top.part = replace(top.part, title=heading(edit.words) if edit.b % 3 else top.part.title, level=level)


def _move_section(edit: Edit, draft: Draft) -> None:
    if len(draft.headings) > 1:
        top = draft.headings.pop(edit.a % (len(draft.headings) - 1) + 1)
        draft.headings.insert(edit.b % len(draft.headings) + 1, top)


def _delete_section(edit: Edit, draft: Draft) -> None:
    if len(draft.headings) > 1:
        draft.delete_section(draft.headings[edit.a % (len(draft.headings) - 1) + 1])


DOES: dict[str, Callable[[Edit, Draft], None]] = {
    "add": _add,
    "add below": _add_below,
    "reword": _reword,
    "mark": _mark,
    "number": _number,
    "delete": _delete,
    "move": _move,
    "nest": _nest,
    "add section": _add_section,
    "rename": _rename,
    "move section": _move_section,
    "delete section": _delete_section,
}
_SECTIONS = ("add section", "rename")

numbers = st.integers(0, 200)
edits = st.builds(
    Edit,
    st.sampled_from([name for name in DOES if name not in _SECTIONS]),
    numbers,
    numbers,
    st.sampled_from(WORDINGS),
    bodies,
) | st.builds(Edit, st.sampled_from(_SECTIONS), numbers, numbers, st.sampled_from(TITLES))
some_edits = st.lists(edits, min_size=1, max_size=10)
