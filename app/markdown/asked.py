"""Headings that are questions themselves (`### Why us?`, `## Q3: …`), with everything beneath them as the answer: they
become items of the section above, so that nobody else has to know of them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from .blocks import Blocks, Heading, ListItem
from .loose import asks, is_asked, of_heading
from .sections import Draft, Opening, are_questions
from .source import is_blank
from .words import looks_like_question


def asked(drafts: Sequence[Draft], lists: Sequence[list[Opening]]) -> set[int]:
    """The sections that are questions, by their places: below one that holds questions, or where most of their like
    are such and nobody says that they are something else. `lists` has the top-level items of each section."""
    if not any(draft.heading and _asks(draft.heading) for draft in drafts):
        return set()
    below: dict[int, list[int]] = {}
    for index, draft in enumerate(drafts):
        if draft.parent is not None:
            below.setdefault(draft.parent, []).append(index)
    found: set[int] = set()
    for parent, children in below.items():
        if drafts[parent].said and drafts[parent].reads != "questions":
            continue
        below_questions = drafts[parent].reads == "questions"
        asking = [index for index in children if _is_asking(drafts[index], lists[index])]
        most = len(asking) > 1 and len(asking) * 10 >= len(children) * 6
        if most or (asking and below_questions):
            like = {index for index in children if _could_be(drafts[index], lists[index])}
            found |= {*asking, *(index for index in like if (most and below_questions) or _is_numbered(drafts[index]))}
    return found


def heading_asks(title: str) -> bool:
    """Whether a title is a question by itself."""
    return is_asked(title) or looks_like_question(title)


def _is_asking(draft: Draft, items: list[Opening]) -> bool:
    """A heading with a question mark is a question even where others stand below it."""
    sure = draft.heading is not None and asks(draft.title)
    return draft.heading is not None and _asks(draft.heading) and _could_be(draft, [] if sure else items)


def _asks(heading: Heading) -> bool:
    return not heading.bold and heading_asks(heading.title)


def _could_be(draft: Draft, items: list[Opening]) -> bool:
    """A topic has questions of its own below it."""
    heading = draft.heading
    plain = heading is not None and not heading.bold and heading.first == heading.last
    return plain and not draft.said and not (len(items) > 1 and are_questions(items))


def _is_numbered(draft: Draft) -> bool:
    found = of_heading(draft.title, draft.title)
    return found is not None and found.number is not None


def folded(lines: Sequence[str], blocks: Blocks, drafts: Sequence[Draft], questions: set[int]) -> Blocks:
    """The blocks with these headings among the items."""
    gone: set[int] = set()
    items = list(blocks.items)
    ends = _ends(drafts, len(lines))
    for index, draft in enumerate(drafts):
        if draft.parent in gone:
            gone.add(index)
        elif index in questions and draft.heading and (item := _item(lines, draft.heading, blocks.rules, ends[index])):
            gone.add(index)
            items.append(item)
    headings = [draft.heading for index, draft in enumerate(drafts) if draft.heading and index not in gone]
    return replace(blocks, headings=headings, items=_in_order(items, len(blocks.items)))


def _ends(drafts: Sequence[Draft], count: int) -> list[int]:
    """For each section the line at which the next of its level or above begins."""
    ends = [count] * len(drafts)
    open_still: list[int] = []
    for index, draft in enumerate(drafts):
        while open_still and draft.heading and drafts[open_still[-1]].level >= draft.level:
            ends[open_still.pop()] = draft.heading.first
        open_still.append(index)
    return ends


def _item(lines: Sequence[str], heading: Heading, rules: Sequence[int], end: int) -> ListItem | None:
    found = of_heading(lines[heading.first], heading.title)
    if not found or not lines[heading.first][found.offset :].removesuffix(found.tail).strip(" \t"):
        return None
    at = bisect_right(rules, heading.first)
    last = min(end, rules[at] if at < len(rules) else end) - 1
    while last > heading.first and is_blank(lines[last]):
        last -= 1
    own = (heading.first, heading.first)
    return ListItem(heading.first, last, found.marker, None, own, shape="heading", tail=found.tail)


def _in_order(items: list[ListItem], known: int) -> list[ListItem]:
    """By line; those that were there keep what they stand below."""
    order = sorted(range(len(items)), key=lambda index: (items[index].first, index < known, index))
    places = {index: place for place, index in enumerate(order)}
    return [
        item if item.parent is None else replace(item, parent=places[item.parent])
        for item in (items[index] for index in order)
    ]
