"""Tables whose rows are questions, signals or goals: what is read from them, and what an edit writes into them."""

from dataclasses import replace

from app.markdown import Entry, Tick, Write, patch, read
from tests.markdown.drafting import Draft, Thing

QUESTIONS = """## Questions to ask

| # | Question | Why I ask | Answer |
|---|----------|-----------|:------:|
| 1 | Who decides? | politics | the board<br>or nobody |
| 2 | Team size    |  |  |
|   |  |  | |

Next week again.
"""
SIGNALS = "## Red flags\n\n| Signal | Seen |\n| --- | --- |\n| late \\| twice | ☐ |\n| no desk | ☑ |\n"


def things_of(draft: Draft) -> list[Thing]:
    return [thing for _, _, thing in draft.every()]


def changed(before: str, after: bytes) -> list[tuple[str, str]]:
    """The lines that are not as they were, where none was added or taken away."""
    pairs = zip(before.split("\n"), after.decode().split("\n"), strict=True)
    return [(old, new) for old, new in pairs if old != new]


def edited(source: str, place: int, **fields: object) -> bytes:
    draft = Draft(source.encode())
    thing = things_of(draft)[place]
    thing.entry = replace(thing.entry, **fields)  # type: ignore[arg-type]
    return draft.arranged()


def test_each_row_is_a_question_with_its_number_and_all_its_words() -> None:
    sheet = read(QUESTIONS.encode())
    assert [(item.kind, item.number, item.text) for item in sheet.items] == [
        ("question", "1", "Who decides?"),
        ("question", "2", "Team size"),
    ]
    assert sheet.items[0].answer and sheet.items[0].answer.body == "Why I ask: politics\nthe board\nor nobody"
    assert sheet.items[1].answer is None
    assert sheet.sections[1].text == "|   |  |  | |\n\nNext week again."


def test_a_box_in_a_cell_is_the_state_of_its_row() -> None:
    found = [(item.text, item.checked, item.polarity) for item in read(SIGNALS.encode()).items]
    assert found == [("late | twice", False, "caution"), ("no desk", True, "caution")]


def test_a_table_is_text_where_no_title_says_what_its_rows_are() -> None:
    assert not read(b"## Questions\n\n| Who | When |\n|---|---|\n| Ann? | 9 |\n").items
    assert not read(b"## Facts\n\n| Question | Answer |\n|---|---|\n| Why? | so |\n").items
    assert not read(b"## To learn\n\n| Person | Goal |\n|---|---|\n| Ann | 5 |\n").items
    assert not read(b"## Red flags\n\n| Signal | Flag |\n|---|---|\n| late | rude |\n").items
    assert not read(b"```\n## Questions\n| Question |\n|---|\n| Why? |\n```\n").items


def test_an_answer_is_written_into_its_cell() -> None:
    out = edited(QUESTIONS, 1, answer="five | six\nand two to come")
    assert changed(QUESTIONS, out) == [
        ("| 2 | Team size    |  |  |", "| 2 | Team size    |  | five \\| six<br>and two to come |")
    ]
    assert read(out).items[1].answer.body == "five | six\nand two to come"  # type: ignore[union-attr]


def test_another_wording_and_a_tick_change_but_their_cell() -> None:
    assert changed(QUESTIONS, edited(QUESTIONS, 1, text="How many are you?")) == [
        ("| 2 | Team size    |  |  |", "| 2 | How many are you?    |  |  |")
    ]
    assert changed(SIGNALS, edited(SIGNALS, 0, checked=True)) == [
        ("| late \\| twice | ☐ |", "| late \\| twice | ☑ |"),
    ]


def test_small_edits_go_into_the_cells_too() -> None:
    items = read(SIGNALS.encode()).items
    ticked = patch(SIGNALS.encode(), [Tick(items[0].lines[0], True), Tick(items[1].lines[0], True)])
    assert changed(SIGNALS, ticked) == [("| late \\| twice | ☐ |", "| late \\| twice | ☑ |")]
    asked = read(QUESTIONS.encode()).items[1]
    out = patch(QUESTIONS.encode(), [Write(asked.lines, None, "five")])
    assert changed(QUESTIONS, out) == [("| 2 | Team size    |  |  |", "| 2 | Team size    |  | five |")]
    bare = b"## Questions\n\n| Why?\n"  # no table at all
    assert patch(bare, [Write(read(bare).items[0].lines, None, "so")]) == bare + b"\nso\n"


def test_a_new_question_is_a_row_like_its_neighbours() -> None:
    draft = Draft(QUESTIONS.encode())
    draft.headings[1].things.append(Thing(Entry("question", "Who left?", number="3", answer="the last lead")))
    assert "| 2 | Team size    |  |  |\n| 3 | Who left? |  | the last lead |\n" in draft.arranged().decode()


def test_what_no_row_can_say_makes_a_list_and_loses_no_word() -> None:
    out = edited(SIGNALS, 0, text="late\ntwice")
    assert [item.text for item in read(out).items] == ["late\ntwice", "no desk"]
    draft = Draft((QUESTIONS + "\n## Questions they ask\n\n- Why us?\n").encode())
    first, last = draft.headings[1], draft.headings[2]
    moved = first.things.pop(0)
    last.things.append(moved)
    draft.moved.append(moved)
    asked = read(draft.arranged()).items[-1]
    assert (asked.text, asked.answer and asked.answer.body) == (
        "Who decides?",
        "Why I ask: politics\nthe board\nor nobody",
    )


GOALS = (
    "## To learn\n\n| Topic | From | By |\n| --- | --- | --- |\n| gears | a \\| b<br>[ ] c | Friday |\n| belts | | |\n"
)


def test_a_goal_keeps_its_other_words_in_their_cells() -> None:
    assert [(item.kind, item.text) for item in read(GOALS.encode()).items] == [("goal", "gears"), ("goal", "belts")]
    assert changed(GOALS, edited(GOALS, 0, text="gear boxes")) == [
        ("| gears | a \\| b<br>[ ] c | Friday |", "| gear boxes | a \\| b<br>[ ] c | Friday |")
    ]


def test_a_goal_takes_its_other_words_out_of_the_table() -> None:
    draft = Draft((GOALS + "\n## Goals for later\n\n- chains\n").encode())
    moved = draft.headings[1].things.pop(0)
    draft.headings[2].things.append(moved)
    draft.moved.append(moved)
    out = draft.arranged()
    assert out.decode().endswith("- chains\n- gears\n  - From: a | b<br>[ ] c\n  - By: Friday\n")
    assert [item.text for item in read(out).items] == ["belts", "chains", "gears"]


def test_a_column_says_of_each_signal_whether_it_is_a_good_one() -> None:
    rows = "| 簽到表貼在牆上 | 好 |\n| 走了四個 | 壞 |\n"
    found = read(f"## 徵兆\n\n| 徵兆 | 好或壞 |\n| --- | --- |\n{rows}".encode()).items
    assert [(item.text, item.polarity) for item in found] == [("簽到表貼在牆上", "positive"), ("走了四個", "caution")]
    two = (
        "## 信号清单\n\n| 正面信号 | 看到了吗 |\n|--|--|\n| 准时 | |\n\n| 负面信号 | 看到了吗 |\n|--|--|\n| 押金 | |\n"
    )
    found = read(two.encode()).items
    assert [(item.text, item.polarity) for item in found] == [("准时", "positive"), ("押金", "caution")]
