"""What people paste from a chat or a phone: no headings, but lines that name what stands below them."""

import pytest

from app.markdown import Entry, read
from tests.markdown.drafting import Draft, Thing
from tests.markdown.samples import items_of


def titles(text: str) -> list[tuple[str, str]]:
    return [(section.title, section.kind) for section in read(text.encode()).sections[1:]]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(item.kind, item.text) for item in items_of(text)]


def test_a_line_with_a_colon_that_names_a_kind_is_the_heading_of_what_follows() -> None:
    text = "hi!\nQuestions to ask:\n- 6am?\n- bonus\nRed flags:\n- Greg\n\n反问：\n1、几个人\n危险信号：\n1、押金\n"
    assert titles(text) == [
        ("Questions to ask", "questions"),
        ("Red flags", "signals"),
        ("反问", "questions"),
        ("危险信号", "signals"),
    ]
    assert [kind for kind, _ in kinds(text)] == ["question", "question", "signal", "question", "signal"]


def test_a_line_that_only_says_who_asks_is_a_heading_below_others_too() -> None:
    text = "# A\n\n## HR\n\n他們問：\n\n- 薪水多少\n\n我問：\n\n- 誰排班\n"
    found = [(item.text, item.direction) for item in items_of(text)]
    assert found == [("薪水多少", "answer"), ("誰排班", "ask")]


def test_any_line_above_a_list_ends_what_such_a_line_named() -> None:
    text = "反问：\n1、几个人\n2、加班吗\n\n记得\n1、带身份证\n\nsee you\nlater\n- bring cake\n"
    assert titles(text) == [("反问", "questions"), ("记得", "notes"), ("later", "notes")]
    assert kinds(text) == [("question", "几个人"), ("question", "加班吗")]


@pytest.mark.parametrize(
    "text",
    [
        "## Notes\n\nQuestions:\n- their budget\n",
        "# A\n\n## B\n\n先问前两个：\n1、几个人\n",
        "They said:\n- the budget\n",
        "Questions: many\n- the budget\n",
        "> Questions:\n\n- the budget\n",
        "```\nQuestions:\n```\n\n- the budget\n",
    ],
)
def test_below_a_real_heading_or_without_a_kind_such_a_line_is_text(text: str) -> None:
    assert kinds(text) == []


def test_among_answers_that_stand_flush_a_line_with_a_colon_is_answer() -> None:
    (question,) = items_of("# Questions they ask\n\n**Q: Why us?**\n\nGoals:\n- grow\n")
    assert question.answer
    assert question.answer.body == "Goals:\n- grow"


def test_a_bold_line_that_names_a_kind_ends_the_item_above_it() -> None:
    text = "**好的信号**\n- [ ] 有人带\n**不好的信号**\n- [ ] 押证\n**真的**\n"
    assert [(item.text, item.polarity) for item in items_of(text)] == [
        ("有人带", "positive"),
        ("押证\n**真的**", "caution"),
    ]


def test_boxes_without_bullets_stand_below_one_another_by_their_indentation() -> None:
    found = items_of("## 短期目标\n☐ a\n  ☑ b\n    ☐ c\n  ☐ d\n ☐ e\n☐ f\n")
    assert [(item.text, item.kind, item.parent) for item in found] == [
        ("a", "goal", None),
        ("b", "step", 0),
        ("c", "step", 1),
        ("d", "step", 0),
        ("e", "goal", None),
        ("f", "goal", None),
    ]


def test_a_new_step_among_boxes_without_bullets_is_one_too() -> None:
    draft = Draft("☐ a\n  ☐ b\n☐ c\n".encode())
    draft.headings[0].things[0].below.append(Thing(Entry("step", "new", checked=False)))
    assert draft.arranged().decode() == "☐ a\n  ☐ b\n  ☐ new\n☐ c\n"


def test_a_box_below_a_square_belongs_to_it_whether_that_is_ticked_or_not() -> None:
    for square in "⬜☑":
        (item,) = items_of(f"Questions:\n{square} How many?\n  ☑ b\n")
        assert item.answer and item.answer.body == "☑ b"
