"""What holds for every file and every answer, whatever is in them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.markdown import NotText, Tick, patch, read
from tests.markdown.samples import (
    FOUNDING,
    SHEETS,
    all_as_it_is,
    answered,
    bodies,
    body_of,
    meaning,
    numbered,
    texts,
)

OFTEN = settings(max_examples=150, deadline=None)
MANY = settings(max_examples=60, deadline=None)
SMALL = """# 表

## 反问清单

12. 团队多大？
13. 代码评审怎么做

    旧答案
14. 有导师吗？
    - a

## 信号

- [ ] 好
""".encode()
ENDINGS = st.sampled_from([b"\n", b"\r\n", b"\r"])


@OFTEN
@given(texts)
def test_an_unedited_export_is_the_same_bytes(text: str) -> None:
    source = text.encode()
    assert patch(source, all_as_it_is(read(source))) == source


def test_an_unedited_export_of_real_sheets_is_the_same_bytes() -> None:
    for source in (FOUNDING, *(file.read_bytes() for file in SHEETS)):
        assert patch(source, all_as_it_is(read(source))) == source


@OFTEN
@given(st.binary(max_size=200) | texts.map(str.encode))
def test_any_bytes_are_read_or_refused_as_no_text(source: bytes) -> None:
    try:
        read(source)
    except NotText as refusal:
        told = refusal
    else:
        return
    assert told.reason in ("encoding", "nul")
    assert 0 <= told.offset < len(source)


@OFTEN
@given(texts)
def test_every_line_belongs_to_one_item_at_most(text: str) -> None:
    sheet = read(text.encode())
    count = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    taken: set[int] = set()
    for item in sheet.items:
        spans = [item.lines, *([item.answer.lines] if item.answer and item.answer.lines else [])]
        own = {line for first, last in spans for line in range(first, last + 1)}
        assert own <= set(range(1, count + 1))
        assert not own & taken
        taken |= own


@OFTEN
@given(texts)
def test_sections_and_items_are_counted_in_one_order(text: str) -> None:
    sheet = read(text.encode())
    places = [section.order for section in sheet.sections] + [item.order for item in sheet.items]
    assert sorted(places) == list(range(len(places)))
    assert [item.order for item in sheet.items] == sorted(item.order for item in sheet.items)


@MANY
@given(bodies)
def test_an_answer_to_question_13_comes_back_as_it_was_typed(body: str) -> None:
    sheet = read(FOUNDING)
    question = numbered(sheet, "13")
    index = sheet.items.index(question)
    written = patch(FOUNDING, [answered(question, body)])
    again = read(written)
    assert body_of(again.items[index]) == body
    assert meaning(again, without_answer=index) == meaning(sheet)
    before, after = FOUNDING.split(b"\n"), written.split(b"\n")
    assert after[:69] == before[:69]
    assert after[len(after) - len(before) + 69 :] == before[69:]
    assert patch(written, [answered(again.items[index], "")]) == FOUNDING


@OFTEN
@given(bodies, st.sampled_from(["12", "13", "14"]), ENDINGS, st.booleans())
def test_an_answer_replaces_another_and_nothing_else(body: str, number: str, ending: bytes, cut: bool) -> None:
    source = (SMALL[:-1] if cut else SMALL).replace(b"\n", ending)
    sheet = read(source)
    index = sheet.items.index(numbered(sheet, number))
    again = read(patch(source, [answered(sheet.items[index], body)]))
    assert body_of(again.items[index]) == body
    assert meaning(again, without_answer=index) == meaning(sheet, without_answer=index)


@OFTEN
@given(bodies, bodies, ENDINGS)
def test_an_answer_written_rewritten_and_emptied_leaves_the_file_as_it_was(
    first: str, second: str, ending: bytes
) -> None:
    source = SMALL.replace(b"\n", ending)
    now = source
    for body in (first, second, ""):
        now = patch(now, [answered(numbered(read(now), "12"), body)])
    assert now == source


@OFTEN
@given(texts)
def test_a_tick_changes_one_box_and_no_text(text: str) -> None:
    source = text.encode()
    sheet = read(source)
    for index, item in enumerate(sheet.items):
        if item.checked is None:
            continue
        ticked = patch(source, [Tick(item.lines[0], not item.checked)])
        again = read(ticked)
        assert [other.text for other in again.items] == [other.text for other in sheet.items]
        assert [i for i, other in enumerate(again.items) if other.checked != sheet.items[i].checked] == [index]


def test_a_tick_of_the_founding_sheet_changes_one_byte() -> None:
    for item in read(FOUNDING).items:
        if item.checked is not None:
            ticked = patch(FOUNDING, [Tick(item.lines[0], True)])
            assert len(ticked) == len(FOUNDING)
            assert sum(a != b for a, b in zip(ticked, FOUNDING, strict=True)) == 1
            assert patch(ticked, [Tick(item.lines[0], False)]) == FOUNDING
