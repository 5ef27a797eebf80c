"""Which part of a sheet is about what: headings as a tree, each with its kind. A kind comes from the title's
own words, else from the nearest heading above that has one, else from what its list looks like. Where a comment
says it (meaning.py), nothing else is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from . import words
from .blocks import Blocks, Heading, last_heading
from .meaning import Meaning, split_comment
from .sheet import Direction, Horizon, Kind, Polarity
from .source import is_blank
from .twins import see_twins
from .wording import split_label

Opening = tuple[str, bool]
"""The text of a top-level item, and whether it has a box."""


@dataclass(slots=True)
class Draft:
    """A section while it is being read. `reads` is the kind its items are read by; only the document's differs
    from `kind`. `regions` are the lines below it (from 0, end excluded) without those of its subsections. `said`
    is what a comment says of it, or the person (`told`); the document's comment stands on line `said_at`. `facts`: it
    holds info because its lines (`opens`) or its list are facts of an opening, not by its words; what stands below it
    does not inherit that. `leans` is what a title says of signals beside its twin (twins.py)."""

    title: str
    level: int
    parent: int | None
    heading: Heading | None
    kind: Kind = "notes"
    reason: str = "none"
    reads: Kind = "notes"
    regions: list[tuple[int, int]] = field(default_factory=list)
    direction: Direction = "ask"
    polarity: Polarity | None = None
    horizon: Horizon | None = None
    leans: Polarity | None = None
    said: Meaning | None = None
    said_at: int | None = None
    told: bool = False
    opens: bool = False
    facts: Literal["", "lines", "list"] = ""

    @property
    def meaning(self) -> Meaning:
        return Meaning(self.reads, self.direction, self.polarity, self.horizon).plain()


def outline(blocks: Blocks, lines: Sequence[str]) -> list[Draft]:
    """The sections in document order, the document itself first, each with its regions."""
    line_count = len(lines)
    drafts = [_document(blocks, lines)]
    above = [0]
    for heading in blocks.headings:
        while drafts[above[-1]].level >= heading.level:
            above.pop()
        title, said = split_comment(heading.title)
        drafts.append(Draft(title, heading.level, above[-1], heading, said=said))
        above.append(len(drafts) - 1)
    end = closing(blocks, line_count)
    starts = [0, *(heading.last + 1 for heading in blocks.headings)]
    ends = [*(heading.first for heading in blocks.headings), end]
    for draft, region in zip(drafts, zip(starts, ends, strict=True), strict=True):
        draft.regions.append(region)
    if end < line_count:
        drafts[0].regions.append((end + 1, line_count))
    return drafts


def decide_kinds(drafts: list[Draft], lists: Sequence[list[Opening]]) -> None:
    """Give each section its kind and what follows from it.

    `lists` has for each section its top-level items: their text, and whether they have a box.
    """
    own = [(draft.said.kind, "") if draft.said else words.role(draft.title) for draft in drafts]
    see_twins(drafts, own, [are_questions(items) for items in lists])
    _forget_title_of_the_whole(drafts, own)
    _forget_other_signals(drafts, own)
    title_level = int([draft.level for draft in drafts].count(1) == 1)
    for draft, said, items in zip(drafts, own, lists, strict=True):
        above = drafts[draft.parent] if draft.parent is not None else None
        draft.reads, draft.reason = _decided(draft, said, above, items, title_level)
        if draft.level:
            draft.kind = draft.reads
        else:
            draft.reason = "document"
        _inherit(draft, above)
    _decide_directions(drafts, lists)


def _decided(
    draft: Draft, said: tuple[Kind, str] | None, above: Draft | None, items: list[Opening], title_level: int
) -> tuple[Kind, str]:
    """The kind of a section, and the reason for it. The title of the whole stands on `title_level`, 0 for none."""
    draft.facts = ""
    if draft.said:
        return draft.said.kind, "told" if draft.told else "comment"
    inherited: Kind = above.reads if above and above.level and not above.facts else "notes"
    asks = are_questions(items)
    # A topic among questions (`Goals`, `Requirements`) is what they ask about, unless its list says else.
    kept = words.is_unasked(draft.title)
    topic = inherited == "questions" and not kept and (asks or (said and said[0] == "info" and not are_facts(items)))
    if said and not topic and not words.only_adds(draft.title, said[0], inherited):
        return said[0], f"title:{said[1].lstrip('=')}"
    # A list below the title, or a title like `Opening`, says nothing of the whole sheet.
    of_title = above and above.level == 1 and (above.reason == "items" or inherited == "info")
    if inherited != "notes" and not of_title:
        return inherited, "inherited"
    boxed = any(has_box for _, has_box in items)
    if boxed and all(has_box for _, has_box in items) and words.is_goals_of_boxes(draft.title):
        return "goals", "items"
    if asks and len(items) > 1 and not boxed:
        return "questions", "items"
    if draft.level and not boxed and are_facts(items):
        draft.facts = "list"
    elif draft.opens and (words.role(draft.title) or ("notes",))[0] != "info":
        draft.facts = "lines"
    if draft.facts:
        return "info", "items"
    if items and draft.level > title_level and (kind := words.kind_by_tone(draft.title)):
        return kind, "tone"
    return "notes", "none"


def _document(blocks: Blocks, lines: Sequence[str]) -> Draft:
    """The document itself, with what a comment above everything says of it."""
    draft = Draft("", 0, None, None, kind="document", reason="document")
    at = blocks.front_matter[1] + 1 if blocks.front_matter else 0
    while at < len(lines) and is_blank(lines[at]):
        at += 1
    if at < len(lines):
        left, said = split_comment(lines[at])
        if said and not left:
            draft.said, draft.said_at = said, at
    return draft


def closing(blocks: Blocks, line_count: int) -> int:
    """The line of a last rule that no heading follows: what stands below it closes the document."""
    if blocks.rules and blocks.rules[-1] > last_heading(blocks) >= 0:
        return blocks.rules[-1]
    return line_count


def _forget_title_of_the_whole(drafts: list[Draft], own: list[tuple[Kind, str] | None]) -> None:
    """A title above all others, over sections of several kinds, names the sheet, not what stands in it; one of several
    that each say what they hold is a section."""
    levels = [draft.level for draft in drafts if draft.level]
    title = 1 if not levels or levels.count(levels[0]) > 1 else max(1, min(levels))
    tops = [said for draft, said in zip(drafts, own, strict=True) if draft.level == title]
    if len([said for said in tops if said and said[0] != "notes"]) > 1:
        return
    below: dict[int, set[Kind]] = {}
    top = 0
    for index, draft in enumerate(drafts):
        top = index if draft.level == title else top
        said = own[index]
        if draft.level > title and said and said[0] != "notes":
            below.setdefault(top, set()).add(said[0])
    for index, kinds in below.items():
        if len(kinds) > 1 and not drafts[index].said:
            own[index] = None


def _forget_other_signals(drafts: list[Draft], own: list[tuple[Kind, str] | None]) -> None:
    """Where good and bad signs have titles of their own, a title that only says *signals* and has none of them below it
    is about signals of a trade: lights beside a track, the way through an amplifier."""
    judged = {
        index
        for index, (draft, said) in enumerate(zip(drafts, own, strict=True))
        if said and said[0] == "signals" and (draft.leans or words.polarity(draft.title))
    }
    above = {up for index in judged for up in _path(drafts, index)}
    for index, (draft, said) in enumerate(zip(drafts, own, strict=True)):
        plain = said is not None and said[0] == "signals" and not draft.said and index not in judged
        if judged and plain and index not in above and not above.intersection(_path(drafts, index)):
            own[index] = "notes", said[1] if said else ""


def _path(drafts: list[Draft], index: int) -> list[int]:
    """The sections above one, without the document and a title of the whole."""
    found: list[int] = []
    up = drafts[index].parent
    while up is not None and drafts[up].level > 1:
        found.append(up)
        up = drafts[up].parent
    return found


def _inherit(draft: Draft, above: Draft | None) -> None:
    draft.polarity = draft.horizon = None
    if draft.said:
        draft.polarity, draft.horizon = draft.said.polarity, draft.said.horizon
        return
    same = above if above and above.reads == draft.reads else None
    if draft.reads == "signals":
        draft.polarity = draft.leans or words.polarity(draft.title) or (same.polarity if same else None)
    elif draft.reads == "goals":
        draft.horizon = words.horizon(draft.title) or (same.horizon if same else None)


def _decide_directions(drafts: list[Draft], lists: Sequence[list[Opening]]) -> None:
    """The nearest title that says who asks; a title that merely suggests it counts where none says it. Where no
    title says *they ask*, what the questions speak of tells them apart."""
    said: list[Direction | None] = []
    suggested: list[bool] = []
    for draft in drafts:
        who = (draft.said and draft.said.direction) or words.direction(draft.title)
        sure: Direction | None = None if who == "usually_answer" else who
        up = draft.parent
        said.append(sure or (said[up] if up is not None else None))
        suggested.append(who == "usually_answer" or (up is not None and suggested[up]))
        draft.direction = said[-1] or ("answer" if suggested[-1] else "ask")
    known = {who for draft, who in zip(drafts, said, strict=True) if draft.reads == "questions"}
    if known <= {"ask", None}:
        told = [who or ("answer" if usual else None) for who, usual in zip(said, suggested, strict=True)]
        _tell_apart(drafts, told, lists, mine="ask" in known)


def _tell_apart(drafts: list[Draft], said: Sequence[str | None], lists: Sequence[list[Opening]], mine: bool) -> None:
    """Of questions whose titles do not say who asks: whole branches together, by what they speak of. Beside such as are
    called mine all others are theirs that do not speak of the place; where none is called so, those that speak of me
    are, if others do speak of the place."""
    branches: dict[int, list[int]] = {}
    tops: list[int] = []
    for index, draft in enumerate(drafts):
        up = draft.parent
        inside = up is not None and drafts[up].reads == "questions" and drafts[up].level > 0 and not said[up]
        tops.append(tops[up] if up is not None and inside else index)
        if draft.reads == "questions" and not said[index]:
            branches.setdefault(tops[-1], []).append(index)
    texts = {top: [text for index in branch for text, _ in lists[index]] for top, branch in branches.items()}
    leaning = {top: sum(map(words.leans_to_them, asked)) for top, asked in texts.items() if asked}
    least = 0 if mine else -1
    for top, leans in leaning.items():
        if leans <= least and (mine or max(leaning.values()) > 0):
            for index in branches[top]:
                drafts[index].direction = "answer"


def are_questions(items: list[tuple[str, bool]]) -> bool:
    """Whether a list reads as questions: six of ten do, in the lists people publish (markdown.md, section 3)."""
    asking = sum(words.may_be_question(text) and not words.is_only_link(text) for text, _ in items)
    return bool(items) and asking * 10 >= len(items) * 6


def are_facts(items: list[Opening]) -> bool:
    """Whether a list reads as facts of an opening: each has a label, and half of these are ones we know."""
    labels = [split_label(text)[0] for text, _ in items]
    known = sum(words.is_known_label(label) for label in labels)
    return len(labels) > 1 and all(labels) and known > 1 and known * 2 >= len(labels)
