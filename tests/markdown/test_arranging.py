"""What adding, rewording, moving and deleting does to the lines of a file: as little as it can, in the file's style."""

from dataclasses import replace

import pytest

from app.markdown import Entry, Meaning, Part, arrange, read
from tests.markdown.drafting import Draft, Heading, Thing, said, told
from tests.markdown.samples import FOUNDING


def draft_of(text: str) -> Draft:
    return Draft(text.encode())


def written(draft: Draft) -> str:
    """The file the draft becomes, which says what the draft does."""
    out = draft.arranged()
    assert said(read(out)) == [told(part) for part in draft.parts()]
    return out.decode()


def place(draft: Draft, text: str) -> tuple[list[Thing], Thing]:
    """The item of that text (of a fact: that label), and the list it is in."""
    return next((home, it) for _, home, it in draft.every() if text in (it.entry.text, it.entry.label))


def add_after(draft: Draft, text: str, entry: Entry) -> None:
    home, thing = place(draft, text)
    home.insert(home.index(thing) + 1, Thing(entry))


def delete(draft: Draft, text: str) -> None:
    draft.delete(*place(draft, text))


def change(draft: Draft, which: str, /, **fields: object) -> None:
    _, thing = place(draft, which)
    thing.entry = replace(thing.entry, **fields)  # type: ignore[arg-type]


def section(draft: Draft, title: str) -> Heading:
    return next(heading for heading in draft.headings if heading.part.title == title)


@pytest.mark.parametrize(
    ("before", "entry", "after"),
    [
        ("## Questions\n1. a?\n2. b?\n", Entry("question", "c?", number="3"), "## Questions\n1. a?\n3. c?\n2. b?\n"),
        ("## Questions\n\n* a?\n\n* b?\n", Entry("question", "c?"), "## Questions\n\n* a?\n\n* c?\n\n* b?\n"),
        ("## 反问\r\n1.\ta\r\n", Entry("question", "c?", number="2"), "## 反问\r\n1.\ta\r\n2.\tc?\r\n"),
        ("## Signals\n- ☐ a", Entry("signal", "c"), "## Signals\n- ☐ a\n- ☐ c"),
        ("## Signals\n- a\n", Entry("signal", "c"), "## Signals\n- a\n- c\n"),
        ("## Signals\n- 【x】a\n", Entry("signal", "c", checked=True), "## Signals\n- 【x】a\n- 【x】c\n"),
        ("## Goals\n- a\n", Entry("goal", "c", checked=True), "## Goals\n- a\n- [x] c\n"),
        ("## 待办\n+ ✅ a\n", Entry("task", "c"), "## 待办\n+ ✅ a\n+ ⬜ c\n"),
        ("## 反问\n① a\n② b\n", Entry("question", "c", number="1"), "## 反问\n① a\n1、c\n② b\n"),
        ("## 问题\n- ⬜ a\n- ✅ b\n", Entry("question", "✅ c"), "## 问题\n- ⬜ a\n- [ ] ✅ c\n- ✅ b\n"),
        ("## Strengths\n1) a – b\n", Entry("strength", "c", "d"), "## Strengths\n1) a – b\n2) c – d\n"),
        ("## Strengths\n1. a\n1. b\n", Entry("strength", "c"), "## Strengths\n1. a\n1. c\n1. b\n"),
        (
            "## Requirements\n- 🟢 a：b\n",
            Entry("requirement", "c", "d", status="matched"),
            "## Requirements\n- 🟢 a：b\n- 🟢 c：d\n",
        ),
        ("## Requirements\n- 🟢 a\n", Entry("requirement", "c", status="missing"), "## Requirements\n- 🟢 a\n- ❌ c\n"),
        ("## Job info\n**a**: b  \ntext\n", Entry("info", "", "d", "c"), "## Job info\n**a**: b  \n**c**: d  \ntext\n"),
        ("## Job info\n- a：b\n", Entry("info", "", "d", "c"), "## Job info\n- a：b\n- c：d\n"),
        (
            "## Questions\n- a?\n\nText.\n",
            Entry("question", "c", answer="d\ne"),
            "## Questions\n- a?\n- c\n\n  d\n  e\n\nText.\n",
        ),
    ],
)
def test_a_new_item_stands_after_its_neighbour_and_looks_like_it(before: str, entry: Entry, after: str) -> None:
    draft = draft_of(before)
    draft.headings[1].things.insert(1, Thing(entry))
    assert written(draft) == after


def test_numbers_count_up_and_no_other_is_changed() -> None:
    draft = draft_of("## Strengths\n\n1. a\n2. b\n3. c\n\n## Notes\n")
    add_after(draft, "c", Entry("strength", "d"))
    add_after(draft, "b", Entry("strength", "e"))
    delete(draft, "a")
    assert written(draft) == "## Strengths\n\n2. b\n3. e\n3. c\n4. d\n\n## Notes\n"


def test_a_step_is_indented_as_others_are() -> None:
    draft = draft_of("## Goals\n- [ ] a\n\t- [x] b\n- [ ] c\n")
    _, thing = place(draft, "c")
    thing.below.append(Thing(Entry("step", "d")))
    thing.below[0].below.append(Thing(Entry("step", "e", checked=True)))
    assert written(draft) == "## Goals\n- [ ] a\n\t- [x] b\n- [ ] c\n\t- [ ] d\n\t\t- [x] e\n"


def test_a_reworded_item_keeps_all_that_is_not_its_text() -> None:
    draft = draft_of(
        "## Job info\n**Company**: Acme  \nDate:  May\n\n## Requirements\n- ⚠️ **Go** –  some\n"
        "## Goals\n1. [X]  Kafka  \n   [x] more\n   - [ ] step\n"
    )
    change(draft, "Company", note="Northwind")
    change(draft, "Date", label="Day")
    change(draft, "**Go**", note="a lot")
    change(draft, "Kafka  \n[x] more", text="Redis")
    assert written(draft) == (
        "## Job info\n**Company**: Northwind  \nDay:  May\n\n## Requirements\n- ⚠️ **Go** –  a lot\n"
        "## Goals\n1. [X]  Redis\n   - [ ] step\n"
    )


def test_a_state_changes_its_emoji_only() -> None:
    draft = draft_of("## Requirements\n- 🔄 Go - some\n- 🟢 SQL\n- Kafka\n")
    change(draft, "Go", status="matched")
    change(draft, "SQL", status=None)
    change(draft, "Kafka", status="missing")
    assert written(draft) == "## Requirements\n- 🟢 Go - some\n- SQL\n- ❌ Kafka\n"


def test_a_signal_says_by_an_emoji_what_no_heading_says_of_it() -> None:
    draft = draft_of("## Signals\n- [ ] a\n- ❌ b\n### Red flags\n- [ ] c\n")
    home, thing = place(draft, "c")
    home.remove(thing)
    draft.headings[1].things.append(thing)
    draft.headings[1].things.append(Thing(Entry("signal", "d", polarity="caution")))
    thing.entry = replace(thing.entry, polarity="caution")
    change(draft, "b", polarity="positive")
    shown = written(draft)
    assert shown == "## Signals\n- [ ] a\n- ✅ b\n- [ ] ❌ c\n- [ ] ❌ d\n### Red flags\n"
    assert [item.polarity for item in read(shown.encode()).items] == ["positive", "positive", "caution", "caution"]


def test_a_moved_item_takes_its_answer_or_its_steps_along() -> None:
    draft = draft_of(
        "# Plan\n\n## Questions\n\n1. a?\n   A: x\n2. b?\n\n## Team\n\n"
        "## Goals\n\n- [ ] c\n  - [ ] d\n\n    why\n- [ ] e\n"
    )
    section(draft, "Team").part = replace(section(draft, "Team").part, level=3)
    home, thing = place(draft, "a?")
    home.remove(thing)
    home.append(thing)
    home, thing = place(draft, "d")
    home.remove(thing)
    place(draft, "e")[0].append(thing)
    thing.entry = replace(thing.entry, kind="goal")
    assert written(draft) == (
        "# Plan\n\n## Questions\n\n2. b?\n1. a?\n   A: x\n\n### Team <!-- askback: notes -->\n\n"
        "## Goals\n\n- [ ] c\n- [ ] e\n- [ ] d\n\n  why\n"
    )


def test_an_item_moves_under_another_heading() -> None:
    draft = draft_of("## Questions\n### Team\n1. a?\n2. b?\n### Work\n\nAsk these.\n\n### Pay\n")
    home, thing = place(draft, "b?")
    home.remove(thing)
    section(draft, "Work").things.append(thing)
    assert written(draft) == "## Questions\n### Team\n1. a?\n### Work\n\nAsk these.\n\n2. b?\n\n### Pay\n"


def test_a_deleted_item_goes_with_what_belongs_to_it_and_leaves_one_blank_line() -> None:
    draft = draft_of(
        "## Questions\n\nFirst.\n\n- a?\n\n  An answer.\n\nLast.\n\n## Goals\n- [ ] b\n  - [ ] c\n- [ ] d\n"
    )
    delete(draft, "a?")
    delete(draft, "b")
    assert written(draft) == "## Questions\n\nFirst.\n\nLast.\n\n## Goals\n- [ ] d\n"


def test_what_lives_on_of_a_deleted_item_stays() -> None:
    draft = draft_of("## Goals\n- [ ] a\n  - [ ] b\n  - text\n- [ ] c\n")
    home, thing = place(draft, "b")
    home.remove(thing)
    thing.entry = replace(thing.entry, kind="goal")
    delete(draft, "a")
    draft.headings[1].things.insert(0, thing)
    assert written(draft) == "## Goals\n- [ ] b\n- [ ] c\n"


def test_a_section_is_deleted_and_comes_back() -> None:
    draft = Draft(FOUNDING)
    before = draft.parts()
    draft.delete_section(section(draft, "正面信号"))
    shown = written(draft)
    assert "正面" not in shown
    assert shown.count("\n") == FOUNDING.count(b"\n") - 7
    assert "## 🎯 重点关注信号\n\n### 需要谨慎的信号\n- [ ]" in shown
    assert arrange(FOUNDING, before, []) == FOUNDING


def test_a_section_moves_as_a_whole() -> None:
    draft = draft_of("# T\n\n## A\n\ntext\n\n- [ ] a\n\n## B\nb\n\n---\n\nend\n")
    draft.headings[2:4] = [draft.headings[3], draft.headings[2]]
    assert written(draft) == "# T\n\n## B\nb\n\n## A\n\ntext\n\n- [ ] a\n\n---\n\nend\n"


@pytest.mark.parametrize(
    ("before", "title", "level", "after"),
    [
        ("## Questions ##  \n- a?\n- b?\n", "Ask them", 3, "### Ask them ##  \n- a?\n- b?\n"),
        ("Questions\n----\n- a?\n- b?\n", "To ask", 1, "To ask\n====\n- a?\n- b?\n"),
        ("Questions\n----\n- a?\n- b?\n", "To ask", 3, "### To ask\n- a?\n- b?\n"),
        ("Questions\n===\n- a?\n- b?\n", "1. To ask", 1, "# 1. To ask\n- a?\n- b?\n"),
        ("## Signals\n- a\n", "Stuff", 2, "## Stuff <!-- askback: signals -->\n- a\n"),
        ("## Red flags ##\n- a\n", "Stuff", 2, "## Stuff <!-- askback: signals caution --> ##\n- a\n"),
        ("## X <!-- askback: goals short -->\n- a\n", "Y", 2, "## Y <!-- askback: goals short -->\n- a\n"),
    ],
)
def test_a_renamed_section_keeps_its_form_and_its_meaning(before: str, title: str, level: int, after: str) -> None:
    draft = draft_of(before)
    draft.headings[1].part = replace(draft.headings[1].part, title=title, level=level)
    assert written(draft) == after


def test_only_the_topmost_heading_that_lost_its_meaning_says_it() -> None:
    draft = draft_of("## Questions they ask\n### Team\n- a?\n#### Size\n- b?\n## Goals\n### Short-term\n- [ ] c\n")
    section(draft, "Questions they ask").part = replace(draft.headings[1].part, title="Tuesday")
    assert written(draft).startswith("## Tuesday <!-- askback: questions answer -->\n### Team\n- a?\n#### Size\n")


def test_questions_stay_questions_where_too_few_are_left_to_tell() -> None:
    draft = draft_of("---\ntitle: T\n---\n\n* a?\n* b?\n* c?\n")
    for text in ("a?", "b?"):
        delete(draft, text)
    assert written(draft) == "---\ntitle: T\n---\n\n<!-- askback: questions -->\n\n* c?\n"


def test_a_heading_that_asks_stays_one_where_a_comment_makes_questions_of_what_is_above_it() -> None:
    draft = draft_of("* How do you deploy?\n* Who decides?\n* Team size\n")
    draft.headings.append(Heading(Part("Why leave?", 1, Meaning("notes")), []))
    delete(draft, "How do you deploy?")
    assert written(draft) == (
        "<!-- askback: questions -->\n\n* Who decides?\n* Team size\n\n# Why leave? <!-- askback: notes -->\n"
    )


def test_a_new_section_is_composed() -> None:
    draft = draft_of("# T\n\n## Goals\n\n- [ ] a\n\n---\n\nend\n")
    questions = [Thing(Entry("question", "a?", number="1", answer="b")), Thing(Entry("question", "c?", number="2"))]
    facts = [Thing(Entry("info", "", "Acme", "Company")), Thing(Entry("info", "", "May", "Date"))]
    draft.headings.insert(2, Heading(Part("Questions", 2, Meaning("questions", "ask")), questions))
    draft.headings.append(Heading(Part("Stuff", 2, Meaning("info")), facts))
    assert written(draft) == (
        "# T\n\n## Questions\n\n1. a?\n   b\n2. c?\n\n## Goals\n\n- [ ] a\n\n"
        "## Stuff <!-- askback: info -->\n\n**Company**: Acme  \n**Date**: May  \n\n---\n\nend\n"
    )


def test_a_workbook_made_in_the_app_is_composed_from_nothing() -> None:
    draft = draft_of("")
    draft.headings += [
        Heading(Part("T", 1, Meaning("notes"))),
        Heading(Part("Strengths", 2, Meaning("strengths")), [Thing(Entry("strength", "a", "b"))]),
        Heading(Part("Goals", 2, Meaning("goals")), [Thing(Entry("goal", "c"), [Thing(Entry("step", "d"))])]),
    ]
    assert written(draft) == "# T\n\n## Strengths\n\n- a → b\n\n## Goals\n\n- [ ] c\n  - [ ] d\n"
    assert arrange(b"", [], []) == b""


def test_what_nobody_spoke_of_stays_as_text() -> None:
    source = b"## Questions\n- a?\n- b?\n  c\n## Goals\n- d\n"
    parts = Draft(source).parts()
    only = [parts[0], replace(parts[1], entries=parts[1].entries[:1])]
    assert arrange(source, only, []) == source


def test_what_was_once_read_otherwise_stays_the_same_bytes() -> None:
    """An emoji behind the box of a signal used to be text, and a reader may come to take a section for another."""
    source = "## Signals\n- [ ] ❌ a\n## Stuff\n- b?\n".encode()
    signal = Entry("signal", "❌ a", lines=(2, 2), checked=False, polarity="positive")
    parts = [
        Part("", 0, Meaning("notes")),
        Part("Signals", 2, Meaning("signals"), (1, 1), (signal,)),
        Part("Stuff", 2, Meaning("questions", "ask"), (3, 3), (Entry("question", "b?", lines=(4, 4)),)),
    ]
    assert arrange(source, parts, []) == source


def test_a_fence_left_open_is_closed_before_what_follows() -> None:
    draft = draft_of("## A\n```\ncode\n")
    draft.headings.append(Heading(Part("Goals", 2, Meaning("goals")), [Thing(Entry("goal", "a"))]))
    assert written(draft) == "## A\n```\ncode\n```\n\n## Goals\n- [ ] a\n"


def test_a_rule_in_what_is_now_the_last_section_does_not_come_to_close_the_document() -> None:
    draft = draft_of("## Goals\n- [ ] a\n\n---\n\n- [ ] b\n\n## B\n")
    draft.delete_section(draft.headings[2])
    assert written(draft) == "## Goals\n- [ ] a\n\n---\n\n- [ ] b\n\n---\n"
