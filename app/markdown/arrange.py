"""A sheet as it shall stand, written into the bytes it came from. The export is a function of both and of nothing
else: what nobody touched keeps its bytes, undoing everything gives the first file again (markdown.md, section 4)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .agreement import agrees, comments, says_already, taken_for_questions
from .grammar import parse
from .layout import Layout, Trial
from .meaning import Meaning
from .reading import Reading, studied, study
from .sheet import Span
from .source import is_blank
from .wanted import Part

# How carefully it is written, and whether so everywhere: what is far from all edits changes only where nothing less
# helps.
_CARES = ((0, False), *((care, everywhere) for everywhere in (False, True) for care in range(1, 5)))
# What ends a block that would take in whatever is written behind it.
_CLOSING = ("", "-->", "```", "~~~", "?>", "]]>", ">", "</pre>", "</script>", "</style>", "</textarea>")


def arrange(source: bytes, parts: Sequence[Part], gone: Iterable[Span]) -> bytes:
    """The bytes that say this, with the lines of `source` for what is in it. `gone` has the lines of the items and
    headings that were deleted; what is in neither stays where it is, as text. Raises NotText as `read` does."""
    whole = parts if parts and not parts[0].level else [Part("", 0, Meaning("notes")), *parts]
    told = {part.lines[0] if part.lines else 0: part.told for part in whole if part.told and _is_there(part)}
    before = studied(source, told)
    if orphaned := _orphaned(before, whole):
        before = studied(source, told | orphaned)
    if not told and says_already(before, whole, [draft.meaning for draft in before.drafts]):
        return source
    layout = Layout(before, whole, list(gone))
    wanted = _wanted(before, whole, layout)
    said = {place: wanted[place] for place, part in enumerate(whole) if part.told and _is_there(part)}
    rule, first = False, source
    for care, everywhere in _CARES:
        trial = Trial(care, everywhere, said, rule, _end_of_open_block(before) if care else "")
        written, edited = layout.written(trial, wanted)
        if not edited:
            return written
        reading = study(written)
        commented = said
        # What a comment says of a section may make questions of headings below it that were none before.
        for lacking in (taken_for_questions, comments, taken_for_questions):
            if more := lacking(reading, whole, wanted):
                commented = commented | more
                written, _ = layout.written(replace(trial, comments=commented), wanted)
                reading = study(written)
        anew = not layout.closes and _closes(reading)
        if not anew and agrees(reading, whole, wanted, layout.complete):
            return written
        first = first if care else written
        rule = rule or anew
    return first


def _wanted(before: Reading, parts: Sequence[Part], layout: Layout) -> list[Meaning]:
    """What each section shall mean: what it means in the source, where it is in there."""
    wanted = [
        layout.drafts[at].meaning if at in layout.drafts else parts[at].meaning.plain() for at in range(len(parts))
    ]
    if not all(map(is_blank, before.source.lines)):
        wanted[0] = before.drafts[0].meaning
    return wanted


def _orphaned(reading: Reading, parts: Sequence[Part]) -> dict[int, Meaning]:
    """What sections mean that took it from one above them that was told it and is gone from there."""
    meant = {draft.heading.first + 1: draft.meaning for draft in reading.drafts if draft.heading}
    lines = ((part.lines[0], part.meaning.plain()) for part in parts if part.lines)
    return {line: meaning for line, meaning in lines if meant.get(line, meaning) != meaning}


def _is_there(part: Part) -> bool:
    """Whether the source has it: the document itself, or a heading with lines."""
    return part.lines is not None or not part.level


def _closes(reading: Reading) -> bool:
    """Whether a last rule closes the document with something below it: it may have been one within a section."""
    below = [reading.source.lines[start:end] for start, end in reading.drafts[0].regions[1:]]
    return not all(map(is_blank, [line for lines in below for line in lines]))


def _end_of_open_block(reading: Reading) -> str:
    """What closes a fence or a comment that goes on to the source's end; "" where none does."""
    tail = reading.source.lines[max((heading.first for heading in reading.blocks.headings), default=0) :]
    fences = {line.strip(" \t") for line in tail if line.strip(" \t")[:3] in ("```", "~~~")}
    runs = {line[: len(line) - len(line.lstrip(line[0]))] for line in fences}
    for close in (*_CLOSING, *sorted(runs)):
        found = parse([*tail, close, "", "# end"]).headings
        if found and found[-1].title == "end":
            return close
    return ""
