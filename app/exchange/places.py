"""Places: where each thing stands in the whole workbook, from 0, with room between for programs that insert."""

from collections import defaultdict
from operator import attrgetter

from app.exchange import document as doc

STEP = 1024  # between the places of two neighbours
_POSITION = attrgetter("position")


def number(workbook: doc.Workbook) -> None:
    """Give each thing its place in the whole workbook, sections with what is in them, and put the lists in that order.

    The tables know an item's place in its section alone, and other programs may tell any numbers or none.
    """
    inside: dict[str | None, list[doc.Item]] = defaultdict(list)
    refined: dict[str, list[doc.Signal]] = defaultdict(list)
    home = workbook.sections[0].id
    for name in doc.ITEM_LISTS:
        for item in getattr(workbook, name):
            if isinstance(item, doc.Signal) and item.parent:
                refined[item.parent].append(item)
            else:
                inside[item.section or home].append(item)
    place = 0
    for section in workbook.sections:
        section.position, place = place, place + STEP
        # From behind, because what comes next is taken from the end.
        todo: list[doc.Item | doc.Step] = [*sorted(inside[section.id], key=_POSITION)[::-1]]
        while todo:
            thing = todo.pop()
            thing.position, place = place, place + STEP
            if isinstance(thing, doc.Goal | doc.Task | doc.Step):
                todo += thing.steps[::-1]
            elif isinstance(thing, doc.Signal):
                todo += refined[thing.id][::-1]
    for name in doc.ITEM_LISTS:
        getattr(workbook, name).sort(key=_POSITION)
