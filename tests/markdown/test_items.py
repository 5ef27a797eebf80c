"""What of a sheet becomes a thing of the workbook, and with which parts."""

import pytest

from app.markdown import Item, Tick, patch
from tests.markdown.samples import items_of


def only(text: str) -> Item:
    (item,) = items_of(text)
    return item


@pytest.mark.parametrize(
    ("line", "text", "note"),
    [
        ("- a - b - c", "a", "b - c"),
        ("- a – b", "a", "b"),
        ("- a — b", "a", "b"),
        ("- a → b: c", "a", "b: c"),
        ("- a：b", "a", "b"),
        ("- **a: b** - c", "**a: b**", "c"),
        ("- `a - b`: c", "`a - b`", "c"),
        ("- [a: b](http://x - y) - c", "[a: b](http://x - y)", "c"),
        ("- a (b - c) – d", "a (b - c)", "d"),
        ("- a（b：c）：d", "a（b：c）", "d"),
        ("- a (b - c", "a (b", "c"),
        ("- **a - b", "**a", "b"),
        ("- C++/Go-lang https://x", "C++/Go-lang https://x", ""),
        ("- a:", "a:", ""),
        ("- a：", "a：", ""),
        ("- a\n  and b - c", "a\nand b", "c"),
    ],
)
def test_a_note_follows_the_first_separator_outside_of_bold_code_links_and_brackets(
    line: str, text: str, note: str
) -> None:
    item = only(f"## Strengths\n{line}\n")
    assert (item.text, item.note) == (text, note)


@pytest.mark.parametrize(
    ("line", "label", "value"),
    [
        ("**公司**: 字节跳动  ", "公司", "字节跳动"),
        ("- **公司：** 字节跳动", "公司", "字节跳动"),
        ("* 公司:字节跳动", "公司", "字节跳动"),
        ("__Company__ - Acme: Ltd", "Company", "Acme: Ltd"),
        ("Link: https://example.org/a:b", "Link", "https://example.org/a:b"),
        ("1. 公司：甲", "公司", "甲"),
    ],
)
def test_a_fact_has_a_label_and_a_value(line: str, label: str, value: str) -> None:
    item = only(f"## 岗位信息\n\n{line}\n")
    assert (item.kind, item.label, item.note) == ("info", label, value)


@pytest.mark.parametrize("line", ["**公司**:", "https://example.org", "just a sentence", "| a: b | c |", "> a: b"])
def test_what_has_no_label_and_value_stays_text(line: str) -> None:
    assert items_of(f"## Job info\n{line}\n") == ()


@pytest.mark.parametrize(
    ("mark", "status"),
    [
        *((mark, "matched") for mark in ("✅", "✔️", "🟢")),
        *((mark, "learning") for mark in ("🔄", "🟡", "⚠️", "📖")),
        *((mark, "missing") for mark in ("❌", "✖", "🔴")),
        ("", None),
    ],
)
def test_an_emoji_says_how_a_requirement_is_met(mark: str, status: str | None) -> None:
    item = only(f"## 技术要求\n- {mark} Go - 三年\n")
    assert (item.status, item.text, item.note) == (status, "Go", "三年")


@pytest.mark.parametrize(
    ("line", "checked", "text"),
    [
        ("- [ ] a", False, "a"),
        ("- [x] a", True, "a"),
        ("* [X]  a", True, "a"),
        ("+ [x]a", True, "a"),
        ("- [] a", False, "a"),
        ("- 【 】a", False, "a"),
        ("- 【x】 a", True, "a"),
        ("- ☐ a", False, "a"),
        ("- ☑ a", True, "a"),
        ("1. [ ] a", False, "a"),
        ("1) [ ] a", False, "a"),
        ("-\t[ ] a", False, "a"),
        ("- 1. [ ] a", False, "a"),
    ],
)
def test_a_box_elsewhere_is_a_task(line: str, checked: bool, text: str) -> None:
    item = only(f"# Diary\n{line}\n")
    assert (item.kind, item.checked, item.text) == ("task", checked, text)


@pytest.mark.parametrize(
    "line", ["- [/] a", "- [-] a", "- [x](a)", "- [ ]: a", "- \\[ ] a", "- `[ ]` a", "- [ ]", "- ✅ a"]
)
def test_what_is_no_box_makes_no_task(line: str) -> None:
    assert items_of(f"# Diary\n{line}\n") == ()


@pytest.mark.parametrize(
    "text",
    [
        "```\n- [ ] a\n```",
        "    - [ ] a",
        "> - [ ] a",
        "<!--\n- [ ] a\n-->",
        "<div>\n- [ ] a\n</div>",
        "| a |\n|---|\n| - [ ] a |",
        "```\n- [ ] an unclosed fence swallows the rest",
    ],
)
def test_boxes_in_code_quotes_comments_html_and_tables_are_none(text: str) -> None:
    assert items_of(text) == ()


def test_boxes_in_front_matter_are_none() -> None:
    assert items_of("---\ntitle: a\n- [ ] b\n---\n") == ()
    assert len(items_of("---\ntitle: a\n\n- [ ] b\n")) == 1


@pytest.mark.parametrize("heading", ["## Goals", "## 待办"])
def test_squares_are_boxes_of_goals_and_tasks(heading: str) -> None:
    assert [(item.text, item.checked) for item in items_of(f"{heading}\n- ⬜ a\n- ✅ b\n")] == [
        ("a", False),
        ("b", True),
    ]


@pytest.mark.parametrize("heading", ["## Red flags", "## Questions", "Monday"])
def test_beside_open_squares_a_tick_is_a_box_anywhere(heading: str) -> None:
    for text in ("- ⬜ a\n- ✅ b\n", "⬜ a\n✅ b\n", "- ☐ a\n- ✅ b\n"):
        assert [(item.text, item.checked) for item in items_of(f"{heading}\n\n{text}")] == [("a", False), ("b", True)]


def test_alone_or_beside_a_cross_a_tick_praises() -> None:
    for text in ("- ✅ a\n- ✅ b\n", "✅ a\n❌ b\n⬜ c\n"):
        assert all(item.checked is None for item in items_of(f"## Signals\n\n{text}"))
    assert [item.status for item in items_of("## Requirements\n- ✅ a\n- ⬜ b\n")] == ["matched", None]


def test_a_ticked_square_that_could_be_taken_for_praise_is_drawn_as_a_box() -> None:
    source = "## Signals\n- ⬜ a\n- ✅ b\n".encode()
    ticked = patch(source, [Tick(2, True), Tick(3, False)])
    assert ticked.decode() == "## Signals\n- ☑ a\n- ☐ b\n"
    assert patch("## Goals\n- ⬜ a\n".encode(), [Tick(2, True)]).decode() == "## Goals\n- ✅ a\n"


def test_empty_items_of_a_template_make_nothing() -> None:
    assert items_of("## Questions\n1.\n2. \n- [ ]\n- [ ] \n\n## Goals\n- [ ]\n-\n") == ()


def test_boxes_below_goals_and_tasks_are_steps_of_the_nearest_one() -> None:
    text = "## Goals\n- a\n  - [ ] b\n    - why\n      - [x] c\n  - plain\n## 待办\n- [ ] d\n\t- [ ] e\n"
    found = [(item.kind, item.text, item.parent) for item in items_of(text)]
    assert found == [
        ("goal", "a", None),
        ("step", "b", 0),
        ("step", "c", 1),
        ("task", "d", None),
        ("step", "e", 3),
    ]


def test_a_box_indented_too_far_is_still_a_step() -> None:
    found = [
        (item.kind, item.text, item.parent, item.lines) for item in items_of("## Goals\n- [ ] a\n       - [ ] b\n")
    ]
    assert found == [("goal", "a", None, (2, 2)), ("step", "b", 0, (3, 3))]


def test_boxes_below_a_signal_are_signals_of_it() -> None:
    found = items_of("## Signals\n### Red flags\n- [ ] a\n  - [ ] b\n  - a remark\n")
    assert [(item.kind, item.text, item.parent, item.polarity) for item in found] == [
        ("signal", "a", None, "caution"),
        ("signal", "b", 0, "caution"),
    ]


def test_boxes_below_a_plain_note_are_tasks() -> None:
    found = items_of("# Diary\n- Bag\n  - [ ] passport\n    - [ ] copy\n")
    assert [(item.kind, item.parent) for item in found] == [("task", None), ("step", 0)]


def test_sub_bullets_of_a_strength_stay_in_the_file_only() -> None:
    item = only("## Strengths\n- Go - six years\n  - at two places\n\n  and more\n")
    assert (item.text, item.note, item.lines) == ("Go", "six years", (2, 2))


@pytest.mark.parametrize(
    ("lines", "text", "answer"),
    [
        ("1. Why?", "Why?", None),
        ("1. Why\n   now?\n   Because.", "Why\nnow?", "Because."),
        ("1. Tell me more.\n   More.", "Tell me more.", "More."),
        ("1. **Why?**\n   Because.", "**Why?**", "Because."),
        ("1. 介绍团队\n   答：十人", "介绍团队", "十人"),
        ("1. Why?\nA: lazy", "Why?", "lazy"),
        ("1. Why?\n\n   **A:** a\n\n   b", "Why?", "a\n\nb"),
        ("1. Why?\n    indented by four", "Why?", "indented by four"),
        ("1. Why?\n\n       code", "Why?", "    code"),
        ("1. Why?\n   - a\n     - b", "Why?", "- a\n  - b"),
        ("1. Why?\n   - [ ] a", "Why?", "- [ ] a"),
        ("1. Why?\n   A:", "Why?", ""),
        ("10. Why?\n\n    a", "Why?", "a"),
        ("-\tWhy?\n\ta", "Why?", "a"),
        ("- ### Why?\n  a", "### Why?", "a"),
        ("1. [ ] Why?\n   a", "Why?", "a"),
    ],
)
def test_an_answer_is_what_follows_the_question_in_its_item(lines: str, text: str, answer: str | None) -> None:
    item = only(f"## Questions\n{lines}\n")
    assert item.text == text
    assert (item.answer.body if item.answer else None) == answer


def test_nothing_in_a_comment_of_percent_signs_is_an_item() -> None:
    text = "## Tasks\n- [ ] a\n\n%%\n- [ ] b\n## Questions\n%%\n- [ ] c\n- [ ] %% d %%\n"
    left = "\n```\n%%\n```\n- [ ] e\n\n%%\n- [ ] f\n"
    assert [item.text for item in items_of(text + left)] == ["a", "c", "e", "f"]
    found = items_of("## Questions\n- Why? %%- [ ] ask Bo%%\n  Because.\n")
    assert [(item.text, item.answer and item.answer.body) for item in found] == [("Why? %%- [ ] ask Bo%%", "Because.")]
