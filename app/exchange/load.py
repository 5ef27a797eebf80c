"""Reading a whole workbook out of the tables, into the shape of the JSON export; one statement a table."""

import base64
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, select, union_all

from app.exchange import document as doc
from app.exchange.contradictions import load_contradictions
from app.exchange.goals import goals_and_tasks
from app.exchange.history import load_beside
from app.exchange.places import number
from app.exchange.rows import instant, lines
from app.models import (
    ELEMENTS,
    Answer,
    FollowUp,
    Info,
    Interviewer,
    Item,
    Mark,
    Pick,
    PitchPoint,
    Question,
    Removal,
    Requirement,
    Responsibility,
    Round,
    Section,
    Signal,
    Strength,
    Transfer,
    Workbook,
)
from app.models.order import in_order
from app.models.round import SIGNS, is_here

Noted = Responsibility | Strength | Transfer | PitchPoint
_SAYS = ("direction", "polarity", "horizon", "told")


def load(connection: Connection, workbook_id: int) -> doc.Workbook:
    """The workbook of that internal key with everything in it."""
    return Loading(connection, workbook_id).workbook()


class Loading:
    """One workbook on its way out."""

    def __init__(self, connection: Connection, workbook_id: int) -> None:
        self.connection = connection
        self._rows_of = connection.execute
        self.id = workbook_id
        self.sections: dict[int, doc.Section] = {}

    def workbook(self) -> doc.Workbook:
        """Sections first, for the paths; then each kind."""
        names = ("uid", "title", "language", "state", "source", "encoding", "gone")
        columns = [getattr(Workbook, name) for name in names]
        row = self._rows_of(select(*columns).where(Workbook.id == self.id)).one()
        source = None
        if row.source is not None:
            source = doc.Source(base64.b64encode(row.source).decode("ascii"), row.encoding)
        sections = self._all_sections()
        rounds = {r.id: r.uid for r in self._rows(Round, Round.id, Round.uid)}
        goals, tasks = goals_and_tasks(self)
        revisions, conflicts = load_beside(self.connection, self.id)
        workbook = doc.Workbook(
            id=row.uid,
            title=row.title,
            language=row.language,
            state=row.state,
            source=source,
            gone=sorted({*map(tuple, row.gone), *self._lines_in_the_bin()}),
            sections=sections,
            info=[doc.Info(**self.place(r), label=r.label, value=r.value) for r in self.items(Info, "label", "value")],
            responsibilities=self._noted(Responsibility),
            requirements=[
                doc.Requirement(**self.place(r), text=r.text, status=r.status, evidence=r.evidence)
                for r in self.items(Requirement, "text", "status", "evidence")
            ],
            strengths=self._noted(Strength),
            transfers=self._noted(Transfer),
            rounds=self._rounds(),
            questions=self._questions(rounds),
            signals=self._signals(rounds),
            pitch_points=self._noted(PitchPoint),
            goals=goals,
            tasks=tasks,
            revisions=revisions,
            conflicts=conflicts,
        )
        number(workbook)
        return workbook

    def _lines_in_the_bin(self) -> Iterator[doc.Span]:
        spans = union_all(
            *(
                select(model.first_line, model.last_line)
                .join(Removal, Removal.id == model.removal_id)
                .where(model.workbook_id == self.id, model.first_line.is_not(None), Removal.section_id.is_(None))
                for model in ELEMENTS
            )
        )
        return ((row.first_line, row.last_line) for row in self._rows_of(spans))

    def _all_sections(self) -> list[doc.Section]:
        names = ("id", "uid", "parent_id", "title", "level", "kind", "text", "first_line", "last_line", *_SAYS)
        for row in self._rows(Section, *(getattr(Section, name) for name in names)):
            above = self.sections.get(row.parent_id)
            self.sections[row.id] = doc.Section(
                id=row.uid,
                path=[*above.path, row.title] if above else [row.title] if row.level else [],
                level=row.level,
                kind=row.kind,
                text=row.text,
                section=above.id if above else None,
                lines=lines(row),
                **{name: getattr(row, name) for name in _SAYS},
            )
        return list(self.sections.values())

    def _noted(self, model: type[Noted]) -> list[doc.Noted]:
        return [doc.Noted(**self.place(r), text=r.text, note=r.note) for r in self.items(model, "text", "note")]

    def _rounds(self) -> list[doc.Round]:
        people: dict[int, list[doc.Person]] = defaultdict(list)
        sitting = select(Interviewer.round_id, Interviewer.name, Interviewer.role).join(
            Round, Round.id == Interviewer.round_id
        )
        for row in self._rows_of(sitting.where(Round.workbook_id == self.id).order_by(Interviewer.position)):
            people[row.round_id].append(doc.Person(row.name, row.role))
        picks, left = self._picks(), self._follow_ups()
        arranged = ("name", "kind", "scheduled_at", "time_zone", "minutes", "place", "state", "started_at", "notes")
        said = ("ask_minutes", "each_minutes", "told", "verdict", "process_note")
        return [
            doc.Round(
                id=r.uid,
                name=r.name,
                kind=r.kind,
                people=people[r.id],
                scheduled_at=instant(r.scheduled_at),
                time_zone=r.time_zone,
                minutes=r.minutes,
                place=r.place,
                state=r.state,
                started_at=instant(r.started_at),
                notes=r.notes,
                picks=picks[r.id],
                process=[sign for sign in SIGNS if getattr(r, sign)],
                follow_ups=left[r.id],
                **{name: getattr(r, name) for name in said},
            )
            for r in self._rows(Round, *(getattr(Round, name) for name in ("id", "uid", *arranged, *said, *SIGNS)))
        ]

    def _picks(self) -> dict[int, list[doc.Pick]]:
        picks: dict[int, list[doc.Pick]] = defaultdict(list)
        statement = select(Pick.round_id, Question.uid, Pick.minutes).join(Question, Question.id == Pick.question_id)
        here = statement.where(Pick.workbook_id == self.id, Question.removal_id.is_(None))
        for row in self._rows_of(here.order_by(Pick.position, Pick.id)):
            picks[row.round_id].append(doc.Pick(question=row.uid, minutes=row.minutes))
        return picks

    def _follow_ups(self) -> dict[int, list[doc.FollowUp]]:
        left: dict[int, list[doc.FollowUp]] = defaultdict(list)
        columns = (FollowUp.round_id, FollowUp.uid, FollowUp.text, FollowUp.due_on, FollowUp.done)
        here = select(*columns).where(FollowUp.workbook_id == self.id, FollowUp.removal_id.is_(None))
        for row in self._rows_of(here.order_by(FollowUp.id)):
            day = row.due_on.isoformat() if row.due_on else None
            left[row.round_id].append(doc.FollowUp(id=row.uid, text=row.text, due_on=day, done=row.done))
        return left

    def _questions(self, rounds: dict[int, str]) -> list[doc.Question]:
        answers: dict[int, list[doc.Answer]] = defaultdict(list)
        for row in self._said(Answer, "uid", "body", "outcome", "went_badly", "first_line", "last_line"):
            answers[row.question_id].append(
                doc.Answer(
                    id=row.uid,
                    round=rounds.get(row.round_id),
                    body=row.body,
                    version=row.version,
                    outcome=row.outcome,
                    went_badly=row.went_badly,
                    updated_at=instant(row.updated_at),
                    lines=lines(row),
                )
            )
        contradicting = load_contradictions(self.connection, self.id, answers)
        names = ("number", "text", "direction", "priority", "audience", "asked")
        return [
            doc.Question(
                **self.place(r),
                answers=answers[r.id],
                contradictions=contradicting.get(r.id, []),
                **{name: getattr(r, name) for name in names},
            )
            for r in self.items(Question, *names)
        ]

    def _signals(self, rounds: dict[int, str]) -> list[doc.Signal]:
        marks: dict[int, list[doc.Mark]] = defaultdict(list)
        for row in self._said(Mark, "checked", "evidence"):
            marks[row.signal_id].append(
                doc.Mark(
                    round=rounds.get(row.round_id),
                    checked=row.checked,
                    evidence=row.evidence,
                    version=row.version,
                    updated_at=instant(row.updated_at),
                )
            )
        rows = in_order(self.items(Signal, "parent_id", "text", "polarity", "weight"))
        uid = {row.id: row.uid for row in rows}
        return [
            doc.Signal(
                **self.place(r),
                parent=uid.get(r.parent_id),
                text=r.text,
                polarity=r.polarity,
                weight=r.weight,
                marks=marks[r.id],
            )
            for r in rows
        ]

    def place(self, row: Row[Any]) -> doc.Place:
        section = self.sections[row.section_id]
        return {
            "id": row.uid,
            "path": section.path,
            "section": section.id,
            "position": row.position,
            "lines": lines(row),
        }

    def items(self, model: type[Item], *names: str) -> Iterator[Row[Any]]:
        every = ("id", "uid", "section_id", "position", "first_line", "last_line")
        return self._rows(model, *(getattr(model, name) for name in (*every, *names)))

    def _said(self, model: type[Answer | Mark], *names: str) -> Iterator[Row[Any]]:
        noun = "question_id" if model is Answer else "signal_id"
        columns = [getattr(model, name) for name in (noun, "round_id", "version", "updated_at", *names)]
        statement: Select[Any] = select(*columns).where(model.workbook_id == self.id, is_here(model.round_id))
        statement = statement.outerjoin(Round, Round.id == model.round_id)
        # What stands outside any round comes first, then the rounds in their order.
        return iter(self._rows_of(statement.order_by(model.round_id.is_not(None), Round.position, Round.id)))

    def _rows(self, model: type[Item | Section | Round], *columns: Any) -> Iterator[Row[Any]]:
        statement: Select[Any] = select(*columns).where(model.workbook_id == self.id, model.removal_id.is_(None))
        if issubclass(model, Item):
            statement = statement.join(Section, Section.id == model.section_id).order_by(Section.position)
        # Files of other programs may tell no positions: then the order of their lists holds.
        return iter(self._rows_of(statement.order_by(model.position, model.id)))
