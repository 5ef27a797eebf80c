"""Whatever is done to a sheet comes back when the file it is written into is read again, and nothing else moves."""

from dataclasses import replace
from difflib import ndiff

from hypothesis import given, settings
from hypothesis import strategies as st

from app.markdown import Meaning, read
from app.markdown.loose import mark_of
from app.markdown.marker import innermost
from app.markdown.rows import cells
from app.markdown.source import decode
from app.markdown.wording import split_label
from tests.markdown.drafting import Draft, Thing, said, told
from tests.markdown.editing import MEANINGS, Edit, edits, some_edits
from tests.markdown.samples import FOUNDING, SHEETS, texts

SMALL = (
    b"",
    b"## Questions\r\n\r\n1. a?\r\n2. b?\r\n   A: x\r\n\r\n## Signals\r\n\r\n- a\r\n- [ ] b",
    b"## Goals\n\n- [ ] a\n\n\t- [x] b\n\n\t\t- [ ] c\n\n- d\n\n### Short-term\n* [ ] e\n  + f\n    + [ ] g\n",
    b"# Job info\n**Company**: Acme  \n**Team**: B\nplain\n\n- c: d\n\n# Signals\n- \xe2\x9c\x85 a\n- \xe2\x9d\x8c b\n",
    b"Questions\n=====\n1. a\n1. b\n\nGoals\n---\n- a\n - [ ] b\n  - c\n   - [ ] d\n\ntext\n\n---\n\n- [ ] end\n\nz",
    b"## Transfers\n1) a \xe2\x86\x92 b\n2) c\n\ntext\n### More\n- d\n",
    "## 待办\n- ⬜ a\n- ✅ b\n  - ☐ c\n## 技术要求\n1. 🔄 甲：乙\n2. 丙\n## 优势\n1) a → b\n".encode(),
    b"- [ ] a\n       - [ ] b\n1. - [ ] c\n   - [ ] d\n\n## Questions\n9. a\n\n   x\n10. b?\ny\n> q\n## N\n```\ncode\n",
    b"---\ntitle: T\n---\n\n- a?\n- b?\n- c?\n\n## Notes\n\n- [ ] x\n\n***\n\n- [ ] y\n\n## Z\n\n<!-- open\n",
    b"## Bag\n10. - [ ] x\n    - [ ] y\n- Things\n  - [ ] z\n",
    "# 表\n**要问的**\n1、甲？\n   答：乙\n2、丙\n\n**Signals**\n\n✅ a\n❌ b\n## 待办\n☐ c\n[x] d\n".encode(),
    b"## Questions\nQ1: a?\nA: b\n\n**Q2: c?**\nd\n\n- e\n## Questions they ask\n\nHow many?\nTen.\n\nWhy?\n",
    "## 岗位要求\n（1）甲：乙\n（2）丙\n## 目标\n① 丁\n  - [ ] 戊\n② 己\n".encode(),
    "明天\n\n反问：\n1、甲？\n2、乙\n\nRed flags:\n- c\n- [ ] d\n要带：\n☐ e\n  ☑ f\n    ☐ g\n☐ h\n".encode(),
    "⬜ a\n✅ b\n\n## Signals\n- ⬜ c\n- ✅ d\n### Red flags\n⬜ e\n✅ f\n## 问题\n- ✅ 甲\n- ⬜ 乙\n".encode(),
    "## Questions\n\n| # | Question | Why | Answer |\n|---|---|---|---|\n| 1 | a? | b | c |\n|  | d | | |\n\nz\n\n"
    "## Red flags\n| 信号 | 看到没 |\n| --- | --- |\n| e \\| f | ☐ |\n|g|☑|\n".encode(),
    b"## Questions\n- x\n\n| Question | Answer |\n|:--|--:|\n| a? | b<br>c |\n| d? | |\n\n- y\n",
    b"## Strengths\n- a\n  - remark\n    - [ ] t\n      - [ ] s\n- b - c\n",
)
# Questions that are headings take in a deeper heading that comes to stand behind them, unless they become list items.
HEADED = b"# Bank\n\n## 1. What is a?\n\nb\n\n### c\n\n## 2. Why d?\n\n---\n\n## Q3: e? ##\nA: f\n\n***\nend\n"
sources = st.builds(
    lambda source, ending, cut: source.replace(b"\r", b"").rstrip(b"\n" if cut else b"").replace(b"\n", ending),
    st.sampled_from([*SMALL, *SMALL, *(file.read_bytes() for file in SHEETS), FOUNDING]),
    st.sampled_from([b"\n", b"\n", b"\r\n", b"\r"]),
    st.booleans(),
)
OFTEN = settings(max_examples=150, deadline=None)


def bare(line: str) -> str:
    """A line without its mark: where only a list can say what was done, marks that are none to CommonMark go."""
    found = mark_of(line)
    listed = innermost(line)
    text = line[found.offset :].removesuffix(found.tail) if found else line[listed.offset :] if listed else line
    return text.strip(" \t")


def is_drawn_anew(line: str, other: str) -> bool:
    """Whether a square became a box: without an open one beside it, `✅` would say something else."""
    return bare(line).replace("✅", "☑").replace("⬜", "☐") == bare(other)


def is_row_as_item(line: str, other: str) -> bool:
    """Whether a row of a table became an item of a list, where only that can say what was done, or (turned round) an
    item a row, where a row was moved behind it."""
    text = bare(other).removeprefix("[ ] ").removeprefix("[x] ")
    return text in [line[start:end].replace("\\|", "|") for start, end in cells(line)]


def is_fact_in_another_shape(line: str, other: str) -> bool:
    """Whether a fact went from a list into a paragraph, or the other way round."""
    fact = split_label(bare(line))
    return fact != ("", "") and fact == split_label(bare(other)) and bool(innermost(line)) is not bool(innermost(other))


def worked_on(source: bytes, edits: list[Edit]) -> Draft:
    draft = Draft(source)
    for edit in edits:
        edit.made(draft)
    return draft


@OFTEN
@given(texts)
def test_a_sheet_that_stays_as_it_is_stays_the_same_bytes(text: str) -> None:
    assert Draft(text.encode()).arranged() == text.encode()


@settings(max_examples=300, deadline=None)
@given(sources | st.just(HEADED), some_edits)
def test_what_was_done_to_a_sheet_is_read_from_its_file(source: bytes, edits: list[Edit]) -> None:
    draft = worked_on(source, edits)
    out = draft.arranged()
    assert said(read(out)) == [told(part) for part in draft.parts()]
    assert draft.arranged() == Draft(out).arranged() == out


@OFTEN
@given(sources, st.lists(edits, min_size=1, max_size=2))
def test_the_lines_of_what_nobody_touched_are_all_there_in_their_order(source: bytes, made: list[Edit]) -> None:
    draft = worked_on(source, made)
    first = [thing.entry for _, _, thing in Draft(source).every()]
    lines = decode(source).lines
    left = iter(decode(draft.arranged()).lines)
    for top, _, thing in draft.every():
        # The document's own items may stand behind the closing rule; what is moved takes the form of its new place, and
        # facts of a list that of the paragraph, and an item that of the table, which they come to stand in.
        if top.part.level and thing not in draft.moved and thing.entry in first and thing.entry.lines:
            start, end = thing.entry.lines
            for line in lines[start - 1 : end]:
                assert any(
                    bare(line) == bare(other)
                    or is_drawn_anew(line, other)
                    or is_fact_in_another_shape(line, other)
                    or is_row_as_item(line, other)
                    or is_row_as_item(other, line)
                    for other in left
                )


@settings(max_examples=300, deadline=None)
@given(sources | st.just(HEADED), st.integers(0, 200), st.sampled_from(MEANINGS), some_edits | st.just([]))
def test_what_a_section_is_told_to_hold_is_read_from_its_file(
    source: bytes, place: int, meaning: Meaning, edits: list[Edit]
) -> None:
    sections = read(source).sections
    section = sections[place % len(sections)]
    draft = Draft(source, {section.lines[0] if section.lines else 0: meaning})
    if not edits:
        lines = decode(draft.arranged()).lines
        changed = [line for line in ndiff(decode(source).lines, lines) if line.startswith("-")]
        assert len(changed) <= (section.lines[1] - section.lines[0] + 1 if section.lines else 0)
    for edit in edits:
        edit.made(draft)
    out = draft.arranged()
    assert said(read(out)) == [told(part) for part in draft.parts()]
    assert Draft(out).arranged() == out


def test_adding_an_item_adds_a_line_and_undoing_it_takes_it_away() -> None:
    for source in (*SMALL[:-1], *(file.read_bytes() for file in SHEETS), FOUNDING):
        before = decode(source).lines
        for place in range(len(Draft(source).every())):
            draft = Draft(source)
            _, home, thing = draft.every()[place]
            entry = replace(thing.entry, lines=None, text="new", note="", label="new", answer="", status=None)
            entry = replace(entry, note="new" if entry.kind == "info" else "")
            home.insert(home.index(thing) + 1, Thing(entry))
            after = decode(draft.arranged()).lines
            assert not [line for line in ndiff(before, after) if line[0] == "-"]
            draft.delete(home, home[home.index(thing) + 1])
            assert draft.arranged() == source
