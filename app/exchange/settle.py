"""A workbook that was put together here, as it is read from its own sheet: what no sheet tells is carried over."""

from app.exchange import document as doc
from app.exchange.markdown import from_markdown, to_markdown
from app.exchange.places import number

_TOLD = {
    "questions": ("text", "direction", "priority", "audience", "asked"),
    "signals": ("text", "polarity", "weight", "marks"),
    "goals": ("text", "horizon", "done", "due_on", "notes"),
}


def settled(book: doc.Workbook) -> doc.Workbook:
    """The same workbook with a source: its sheet, with the answers and ticks that are outside any round in it.

    Raises ValueError where that sheet would be read as other things.
    """
    number(book)
    made = from_markdown(to_markdown(book), book.title)
    made.id, made.title, made.rounds = book.id, book.title, book.rounds
    for name, traits in _TOLD.items():
        for new, old in zip(getattr(made, name), getattr(book, name), strict=True):
            for trait in traits:
                setattr(new, trait, getattr(old, trait))
    for question, as_told in zip(made.questions, book.questions, strict=True):
        question.answers = _answers(question, as_told)
    return made


def _answers(made: doc.Question, told: doc.Question) -> list[doc.Answer]:
    """All answers there are; the one outside the rounds knows its lines of the sheet."""
    for answer in told.answers:
        if answer.round is None and made.answers:
            answer.lines = made.answers[0].lines
    return told.answers
