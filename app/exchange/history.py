"""What texts said before, on the way out of the tables and into them."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, literal, null, select, union_all

from app.clock import new_uid, now, rfc3339
from app.exchange import document as doc
from app.models import Answer, Mark, Question, Revision, Round, Signal
from app.models.removal import THINGS
from app.models.round import is_here

Text = tuple[str, str, str | None]  # field, the id of what it is of, and the id of its round


def load_revisions(connection: Connection, workbook_id: int) -> list[doc.Revision]:
    """The former texts of what is not in the bin, oldest first; two statements."""
    names = {(row.noun, row.id): (row.uid, row.round) for row in connection.execute(union_all(*_names(workbook_id)))}
    rows = connection.execute(
        select(Revision).with_only_columns(*Revision.__table__.columns).where(Revision.workbook_id == workbook_id)
    )
    found = [
        doc.Revision(
            of=names[row.noun, row.row_id][0],
            field=row.field,
            round=names[row.noun, row.row_id][1],
            version=row.version,
            body=row.body,
            note=row.note,
            origin=row.origin,
            written_at=rfc3339(row.written_at),
        )
        for row in rows
        if (row.noun, row.row_id) in names
    ]
    return sorted(found, key=lambda each: (each.written_at, each.of, each.field, each.round or "", each.version))


def versions(workbook: doc.Workbook) -> dict[Text, int]:
    """The version that the present text has of each text that has former ones and tells no version of its own."""
    newest: dict[Text, int] = defaultdict(int)
    for former in workbook.revisions:
        text = (former.field, former.of, former.round)
        newest[text] = max(newest[text], former.version)
    return {text: version + 1 for text, version in newest.items()}


def rows_of(
    workbook: doc.Workbook, ids: dict[str, int], marks: dict[tuple[int, int | None], int]
) -> Iterator[dict[str, Any]]:
    """The rows of its former texts. `ids` has the keys of what was stored, `marks` those of its marks by both keys."""
    nouns = {uid: noun for noun, uids in _nouns(workbook).items() for uid in uids}
    at = now()
    for former in workbook.revisions:
        row_id = ids[former.of]
        if former.field == "evidence":
            row_id = marks[row_id, ids[former.round] if former.round else None]
        yield {
            "uid": new_uid(),
            "noun": "mark" if former.field == "evidence" else nouns[former.of],
            "row_id": row_id,
            "field": former.field,
            "version": former.version,
            "body": former.body,
            "note": former.note,
            "origin": former.origin,
            "written_at": datetime.strptime(former.written_at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC),
            "created_at": at,
            "updated_at": at,
        }


def fits(workbook: doc.Workbook) -> bool:
    """Whether each former text is of something here that has such a text, and older than the present one."""
    told: dict[Text, int] = {}
    for question in workbook.questions:
        told |= {("body", answer.id, None): answer.version for answer in question.answers}
    for signal in workbook.signals:
        told |= {("evidence", signal.id, mark.round): mark.version for mark in signal.marks}
    worded = {uid for noun, uids in _nouns(workbook).items() if noun not in ("answer", "round") for uid in uids}
    noted = {goal.id for goal in workbook.goals} | {held.id for held in workbook.rounds}
    seen: set[tuple[Text, int]] = set()
    for former in workbook.revisions:
        text = (former.field, former.of, former.round)
        known = {"wording": former.of in worded, "notes": former.of in noted}.get(former.field, text in told)
        if not known or former.version >= told.get(text, former.version + 1) or (text, former.version) in seen:
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
