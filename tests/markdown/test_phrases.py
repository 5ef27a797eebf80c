"""What a person types is one item, whatever it looks like."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.markdown import Entry, ItemKind, Meaning, NotOneItem, Part, arrange, heading, meaning_of, phrase, read
from tests.markdown.drafting import NOTED, OF
from tests.markdown.samples import PIECES

KINDS: tuple[ItemKind, ...] = (*dict.fromkeys(OF.values()), "step")
typed = st.lists(
    st.sampled_from((*PIECES, "# a", "✅ ", "⬜", "☐ ", "【x】", "[ ](b)", "[a](b)", " - ", "→ ", "10)")), max_size=6
).map("".join) | st.text(max_size=30)


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("question", "  Why?  ", "Why?"),
        ("question", "Why?\n\nNow", "Why? Now"),
        ("question", "Why\nnow?", "Why\nnow?"),
        ("question", "1. Why?", "1\\. Why?"),
        ("question", "# Why?", "\\# Why?"),
        ("signal", "- a", "\\- a"),
        ("signal", "> a", "\\> a"),
        ("signal", "[x] a", "\\[x] a"),
        ("signal", "☐ ✅ a", "a"),
        ("goal", "---", "\\---"),
        ("goal", "```sh", "\\```sh"),
        ("goal", "| a |", "| a |"),
        ("goal", "**a** b", "**a** b"),
        ("task", "<!-- a", "<!-- a"),
        ("task", "【x】a", "a"),
        ("strength", "<!-- a", "\\<!-- a"),
        ("responsibility", "- ⬜", "⬜"),
        ("responsibility", "⬜", "⬜"),
    ],
)
def test_what_would_be_more_than_a_text_is_escaped(kind: ItemKind, text: str, shown: str) -> None:
    assert phrase(kind, text).text == shown


def test_the_first_separator_parts_a_text_from_its_note() -> None:
    said = phrase("strength", "a - b", "c")
    assert (said.text, said.note) == ("a", "b → c")
    said = phrase("pitch_point", "a - b", "c")
    assert (said.text, said.note) == ("a", "b - c")
    said = phrase("requirement", "⚠️ Go", "some")
    assert (said.status, said.text, said.note) == ("learning", "Go", "some")


def test_a_fact_is_typed_as_label_and_value_or_as_one() -> None:
    assert phrase("info", "", "Acme", "Company:") == phrase("info", "Company: Acme")
    assert phrase("info", "", "Acme", "Company").text == "**Company**: Acme"


@pytest.mark.parametrize(
    ("kind", "text"),
    [("goal", " \n"), ("question", "[a](b)"), ("info", "no value"), ("requirement", "✅"), ("task", "\ud800")],
)
def test_what_no_line_says_is_refused(kind: ItemKind, text: str) -> None:
    with pytest.raises(NotOneItem):
        phrase(kind, text)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(KINDS), typed, typed, st.booleans())
def test_a_phrase_stays_what_it_is_and_makes_one_item(kind: ItemKind, text: str, note: str, numbered: bool) -> None:
    note = note if kind in (*NOTED, "info") else ""
    try:
        said = phrase(kind, text, note, "label" if kind == "info" else "")
    except NotOneItem:
        return
    assert (again := phrase(kind, said.text, said.note, said.label)) == again
    assert (again.text, again.note, again.label) == (said.text, said.note, said.label)
    number = "3" if kind == "question" and numbered else None
    entry = Entry(kind, said.text, said.note, said.label, number=number)
    if kind == "step":
        entry = Entry("task", "above", children=(entry,))
    meaning = Meaning(next((reads for reads, item in OF.items() if item == kind), "tasks"))
    sheet = read(arrange(b"", [Part("T", 1, meaning, entries=(entry, entry))], []))
    shown = [(item.text if kind != "info" else "", item.note, item.label) for item in sheet.items if item.kind == kind]
    assert shown == [(said.text if kind != "info" else "", said.note, said.label)] * 2


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        (" A\nb ", "A b"),
        ("a #", "a \\#"),
        ("C#", "C#"),
        ("## a", "## a"),
        ("a <!-- askback: goals -->", "a"),
        ("- a", "- a"),
    ],
)
def test_a_title_is_what_a_heading_says(title: str, shown: str) -> None:
    assert heading(title) == shown == heading(shown)


@settings(max_examples=100, deadline=None)
@given(typed)
def test_any_title_is_read_as_it_was_given(title: str) -> None:
    try:
        said = heading(title)
    except NotOneItem:
        return
    assert heading(said) == said
    assert [section.title for section in read(f"## {said}\n".encode()).sections[1:]] == [said]


@pytest.mark.parametrize("title", ["", " \n", "<!-- askback: goals -->", "\ud800"])
def test_an_empty_title_is_refused(title: str) -> None:
    with pytest.raises(NotOneItem):
        heading(title)


@pytest.mark.parametrize(
    ("titles", "meaning"),
    [
        (["Stuff"], Meaning("notes")),
        (["Questions"], Meaning("questions", "ask")),
        (["Questions they ask", "Team"], Meaning("questions", "answer")),
        (["Signals"], Meaning("signals")),
        (["Signals", "🚩"], Meaning("signals", polarity="caution")),
        (["Goals", "Short-term"], Meaning("goals", horizon="short")),
        (["Goals", "Short-term", "Kafka"], Meaning("goals", horizon="short")),
        (["Goals", "Strengths"], Meaning("strengths")),
    ],
)
def test_a_title_means_what_its_words_say_or_what_stands_above(titles: list[str], meaning: Meaning) -> None:
    above = None
    for title in titles:
        above = meaning_of(title, above)
    assert above == meaning
    section = read("".join(f"{'#' * (at + 2)} {title}\n" for at, title in enumerate(titles)).encode()).sections[-1]
    assert Meaning(section.reads, section.direction, section.polarity, section.horizon) == meaning


@pytest.mark.parametrize(
    ("comment", "kind"),
    [
        ("<!-- askback: goals mid -->", "goals"),
        ("<!--askback:questions answer-->", "questions"),
        ("<!-- askback: notes -->", "notes"),
        ("<!-- askback: goals ask -->", "signals"),
        ("<!-- askback: document -->", "signals"),
        ("<!-- goals -->", "signals"),
    ],
)
def test_a_comment_behind_a_title_says_what_it_means(comment: str, kind: str) -> None:
    section = read(f"## Signals {comment} ##\n".encode()).sections[1]
    assert section.kind == kind
    assert (section.reason == "comment") is (section.title == "Signals") is (kind != "signals")


def test_a_comment_on_top_speaks_of_what_stands_before_the_first_heading() -> None:
    sheet = read(b"---\na: b\n---\n\n<!-- askback: questions answer -->\n- a\n# B\n- c\n")
    assert (sheet.sections[0].kind, sheet.sections[0].reads, sheet.sections[0].text[-3:]) == (
        "document",
        "questions",
        "---",
    )
    assert [(item.text, item.direction) for item in sheet.items] == [("a", "answer")]
