"""Where an answer goes in the file, and what it looks like there."""

import pytest

from app.markdown import Change, Tick, Write, patch, read
from tests.markdown.samples import answered, body_of, items_of


def written(lines: str, body: str, which: int = 0) -> str:
    """The lines below a heading once the question that is `which`th has this answer."""
    source = f"## Questions\n{lines}".encode()
    item = read(source).items[which]
    after = patch(source, [answered(item, body)])
    assert body_of(read(after).items[which]) == body
    assert patch(after, [answered(read(after).items[which], body)]) == after
    return after.decode().removeprefix("## Questions\n")


@pytest.mark.parametrize(
    ("before", "body", "after"),
    [
        ("1. Why?\n2. How?\n", "Because.", "1. Why?\n   Because.\n2. How?\n"),
        ("1. Why?\n\n2. How?\n", "Because.", "1. Why?\n\n   Because.\n\n2. How?\n"),
        ("1. Team size\n2. How?\n", "Ten", "1. Team size\n\n   Ten\n2. How?\n"),
        ("10. Why?\n", "a\n\nb", "10. Why?\n    a\n\n    b\n"),
        ("- Why?", "a", "- Why?\n  a"),
        ("- Why?\n", "---", "- Why?\n\n  ---\n"),
        ("- a | b?\n", "-|-\nc", "- a | b?\n\n  -|-\n  c\n"),
        ("- Why?\n", "A: b", "- Why?\n  A: A: b\n"),
        ("- 为何？\n", "答：b", "- 为何？\n  答：答：b\n"),
        ("- Why?\n", " a", "- Why?\n  A:\n   a\n"),
        ("- Why?\n", "a\n  \nb", "- Why?\n  a\n    \n  b\n"),
        ("-\tWhy?\n", "a", "-\tWhy?\n    a\n"),
        ("* 1. Why?\n", "a", "* 1. Why?\n     a\n"),
    ],
)
def test_a_new_answer_stands_below_its_question(before: str, body: str, after: str) -> None:
    assert written(before, body) == after


@pytest.mark.parametrize(
    ("before", "body", "after"),
    [
        ("1. Why?\n   A: a\n", "b\nc", "1. Why?\n   A: b\n   c\n"),
        ("1. Why?\n     a\n", "b", "1. Why?\n     b\n"),
        ("1. Why?\n\t答：a\n", "b\n\nc", "1. Why?\n\t答：b\n\n\tc\n"),
        ("1. Why?\n   A:\n\n   a\n", "b", "1. Why?\n   A:\n\n   b\n"),
        ("1. Why?\n\n\n   a\n", "b", "1. Why?\n\n\n   b\n"),
        ("1. Why?\nA: a\n", "b", "1. Why?\nA: b\n"),
        ("1. Why?\nA: a\n", "b\n# c", "1. Why?\n   b\n   # c\n"),
        ("1. Team size\n   A: a\n", " b", "1. Team size\n   A:\n    b\n"),
        ("1. Why?\n   ```\n   a\n   ```\nafter\n", "b", "1. Why?\n   b\n\nafter\n"),
    ],
)
def test_a_changed_answer_keeps_the_indentation_and_lead_it_had(before: str, body: str, after: str) -> None:
    assert written(before, body) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1. Why?\n   a\n2. How?\n", "1. Why?\n2. How?\n"),
        ("1. Why?\n\n   a\n\n   b\n\n2. How?\n", "1. Why?\n\n2. How?\n"),
        ("1. Why?\n   A: a", "1. Why?"),
    ],
)
def test_an_emptied_answer_leaves_no_trace(before: str, after: str) -> None:
    assert written(before, "") == after


def test_several_changes_are_made_at_once_in_any_order() -> None:
    source = b"## Questions\n- [ ] Why?\n- [X] How?\n  a\n## Goals\n- [x] b\n"
    changes: list[Change] = [
        Tick(6, False),
        Write((3, 3), (4, 4), "c"),
        Tick(3, True),
        Tick(2, True),
        Write((2, 2), None, "d"),
    ]
    after = b"## Questions\n- [x] Why?\n  d\n- [X] How?\n  c\n## Goals\n- [ ] b\n"
    assert patch(source, changes) == patch(source, reversed(changes)) == after


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("- [ ] a", "- [x] a"),
        ("- [] a", "- [x] a"),
        ("- 【 】a", "- 【x】a"),
        ("- ☐ a", "- ☑ a"),
        ("1. - [ ] [x] a", "1. - [x] [x] a"),
        ("- ⬜ a", "- ☑ a"),
        ("- [X] a", "- [X] a"),
        ("- ☒ a", "- ☒ a"),
        ("- ✅ a", "- ✅ a"),
    ],
)
def test_a_tick_sets_the_box_of_its_line(line: str, after: str) -> None:
    assert patch(line.encode(), [Tick(1, True)]).decode() == after


def test_a_tick_taken_back_opens_the_box() -> None:
    lines = "- [x] a\n- [X] b\n- ☑ c\n- ☒ d\n- ✅ e\n- [] f\n"
    open_again = "- [ ] a\n- [ ] b\n- ☐ c\n- ☐ d\n- ☐ e\n- [] f\n"
    assert patch(lines.encode(), [Tick(number, False) for number in range(1, 7)]).decode() == open_again


@pytest.mark.parametrize("change", [Tick(1, True), Tick(9, True), Tick(0, True), Write((9, 9), None, "a")])
def test_a_change_of_what_is_not_there_is_refused(change: Change) -> None:
    with pytest.raises(ValueError, match="line"):
        patch(b"a\n", [change])


def test_two_changes_of_the_same_lines_are_refused() -> None:
    with pytest.raises(ValueError, match="meet"):
        patch(b"## Questions\n- Why?\n  a\n", [Write((2, 2), (3, 3), "b"), Write((2, 2), (3, 3), "c")])


def test_what_hangs_below_a_flush_lead_stands_below_its_first_word() -> None:
    (item,) = items_of("## Questions\n\nQ: How?\nA: first\n   second\n     third\n")
    assert item.answer and item.answer.body == "first\nsecond\n  third"
