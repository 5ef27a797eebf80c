"""The texts beside those that stand, on the way out of the tables and into them: what each said before, and what was
set aside until a person decides."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, literal, null, select, union_all

from app.clock import new_uid, now, rfc3339
from app.exchange import document as doc
from app.models import Answer, Conflict, Mark, Question, Revision, Round, Signal
from app.models.removal import THINGS
from app.models.round import is_here

Text = tuple[str, str, str | None]  # field, the id of what it is of, and the id of its round


def load_beside(connection: Connection, workbook_id: int) -> tuple[list[doc.Revision], list[doc.Conflict]]:
    """The former texts, and those set aside, of what is not in the bin, oldest first; three statements."""
    names = {(row.noun, row.id): (row.uid, row.round) for row in connection.execute(union_all(*_names(workbook_id)))}

    def rows(model: type[Revision | Conflict]) -> Iterator[tuple[Row[Any], dict[str, Any]]]:
        here = select(*model.__table__.columns).where(model.workbook_id == workbook_id).order_by(model.id)
        for row in connection.execute(here):
            if found := names.get((row.noun, row.row_id)):
                told = {name: getattr(row, name) for name in ("field", "version", "body", "note")}
                yield row, {"of": found[0], "round": found[1], **told}

    former = [
        doc.Revision(**told, origin=row.origin, written_at=rfc3339(row.written_at)) for row, told in rows(Revision)
    ]
    former.sort(key=lambda each: (each.written_at, each.of, each.field, each.round or "", each.version))
    return former, [
        doc.Conflict(**told, id=row.uid, written_at=rfc3339(row.updated_at)) for row, told in rows(Conflict)
    ]


def versions(workbook: doc.Workbook) -> dict[Text, int]:
    """The version that the present text has of each text that has former ones and tells no version of its own."""
    newest: dict[Text, int] = defaultdict(int)
    for former in workbook.revisions:
        text = (former.field, former.of, former.round)
        newest[text] = max(newest[text], former.version)
    return {text: version + 1 for text, version in newest.items()}


def rows_of(
    workbook: doc.Workbook, ids: dict[str, int], marks: dict[tuple[int, int | None], int]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of its former texts, and of those set aside. `ids` has the keys of what was stored, `marks` those of its
    marks by both keys."""
    nouns = {uid: noun for noun, uids in _nouns(workbook).items() for uid in uids}
    at = now()

    def row(text: doc.Beside) -> dict[str, Any]:
        told = {name: getattr(text, name) for name in ("field", "version", "body", "note")}
        if text.field != "evidence":
            return told | {"noun": nouns[text.of], "row_id": ids[text.of]}
        return told | {"noun": "mark", "row_id": marks[ids[text.of], ids[text.round] if text.round else None]}

    former = [
        row(text)
        | {"uid": new_uid(), "origin": text.origin, "written_at": _instant(text), "created_at": at, "updated_at": at}
        for text in workbook.revisions
    ]
    aside = [
        row(text) | {"uid": text.id, "created_at": _instant(text), "updated_at": _instant(text)}
        for text in workbook.conflicts
    ]
    return former, aside


def _instant(text: doc.Beside) -> datetime:
    return datetime.strptime(text.written_at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def fits(workbook: doc.Workbook) -> bool:
    """Whether each text beside another is of something here that has such a text, and a former one older than that."""
    told: dict[Text, int] = {}
    for question in workbook.questions:
        told |= {("body", answer.id, None): answer.version for answer in question.answers}
    for signal in workbook.signals:
        told |= {("evidence", signal.id, mark.round): mark.version for mark in signal.marks}
    worded = {uid for noun, uids in _nouns(workbook).items() if noun not in ("answer", "round") for uid in uids}
    noted = {goal.id for goal in workbook.goals} | {held.id for held in workbook.rounds}
    for beside in (*workbook.revisions, *workbook.conflicts):
        text = (beside.field, beside.of, beside.round)
        if not {"wording": beside.of in worded, "notes": beside.of in noted}.get(beside.field, text in told):
            return False
    seen: set[tuple[Text, int]] = set()
    for former in workbook.revisions:
        text = (former.field, former.of, former.round)
        if former.version >= told.get(text, former.version + 1) or (text, former.version) in seen:
            return False
        seen.add((text, former.version))
    return True


def _nouns(workbook: doc.Workbook) -> dict[str, list[str]]:
    """The ids of everything that has a wording, and of the answers and rounds, by the table it is kept in."""
    tables = {
        "info": "info",
        "sections": "section",
        "responsibilities": "responsibility",
        "requirements": "requirement",
        "strengths": "strength",
        "transfers": "transfer",
        "questions": "question",
        "signals": "signal",
        "pitch_points": "pitch_point",
        "goals": "goal",
        "tasks": "task",
        "rounds": "round",
    }
    found = {noun: [record.id for record in getattr(workbook, name)] for name, noun in tables.items()}
    found["step"] = [step.id for step, _above in doc.every_step(workbook)]
    found["answer"] = [answer.id for question in workbook.questions for answer in question.answers]
    return found


def _names(workbook_id: int) -> Iterator[Select[*tuple[Any, ...]]]:
    """Of each text's row: its table, its key, the id it goes by in a file, and the id of its round."""
    for model in THINGS:
        here = model.workbook_id == workbook_id, model.removal_id.is_(None)
        yield select(literal(model.__tablename__).label("noun"), model.id, model.uid, null().label("round")).where(
            *here
        )
    said: Select[*tuple[Any, ...]] = select(literal("answer"), Answer.id, Answer.uid, null())
    said = said.join(Question, Question.id == Answer.question_id)
    yield said.where(Question.workbook_id == workbook_id, Question.removal_id.is_(None), is_here(Answer.round_id))
    seen: Select[*tuple[Any, ...]] = select(literal("mark"), Mark.id, Signal.uid, Round.uid)
    seen = seen.join(Signal, Signal.id == Mark.signal_id).outerjoin(Round, Round.id == Mark.round_id)
    yield seen.where(Signal.workbook_id == workbook_id, Signal.removal_id.is_(None), is_here(Mark.round_id))
