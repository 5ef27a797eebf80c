"""Which answers contradict each other, on the way out of the tables and into them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import aliased

from app.exchange import document as doc
from app.models import Answer, Contradiction
from app.models.round import is_here


def load_contradictions(
    connection: Connection, workbook_id: int, answers: dict[int, list[doc.Answer]]
) -> dict[int, list[doc.Contradiction]]:
    """What was said of the answers that are there, by the key of their question; one statement."""
    first, second = aliased(Answer), aliased(Answer)
    pairs = (
        select(
            Contradiction.uid, Contradiction.note, first.question_id, first.uid.label("one"), second.uid.label("two")
        )
        .join(first, first.id == Contradiction.answer_id)
        .join(second, second.id == Contradiction.other_id)
        .where(Contradiction.workbook_id == workbook_id, is_here(first.round_id), is_here(second.round_id))
        .order_by(Contradiction.id)
    )
    found: dict[int, list[doc.Contradiction]] = defaultdict(list)
    for row in connection.execute(pairs):
        first_told, then_told = (one.id for one in answers[row.question_id] if one.id in (row.one, row.two))
        told = doc.Contradiction(id=row.uid, answers=(first_told, then_told), note=row.note)
        found[row.question_id].append(told)
    return found


def rows_of(workbook: doc.Workbook, ids: dict[str, int]) -> Iterator[dict[str, Any]]:
    """The rows of what is said; `ids` has the keys of the answers."""
    for said in (each for question in workbook.questions for each in question.contradictions):
        first, second = sorted(ids[uid] for uid in said.answers)
        pair = {"answer_id": first, "other_id": second}
        yield {"uid": said.id, "note": said.note, "version": int(bool(said.note)), **pair}


def are_of_it(question: doc.Question) -> bool:
    """Whether each contradiction of a question is between two of its answers, and no two are between the same."""
    known = {answer.id for answer in question.answers}
    pairs = [frozenset(said.answers) for said in question.contradictions]
    return all(len(pair) == 2 and pair <= known for pair in pairs) and len(set(pairs)) == len(pairs)
