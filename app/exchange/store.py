"""Writing whole workbooks: rows in bulk, a few statements a table, all in the caller's one transaction."""

import base64
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, insert, select, update

from app import models
from app.clock import new_uid, now
from app.db import Model
from app.exchange import contradictions
from app.exchange import document as doc
from app.exchange.history import rows_of, versions
from app.models.round import SIGNS

ROOM = 1 << 20  # between two places of a file, so that a thing added or moved finds one
Ids = dict[str, int]
Columns = dict[str, Any]
Placed = TypeVar("Placed", bound=doc.Item | doc.Step)


def store(connection: Connection, owner_id: int, workbook: doc.Workbook) -> int:
    """Write a checked workbook (app.exchange.check) with everything in it; gives its internal key."""
    whose: Columns = {"owner_id": owner_id, "created_at": now(), "updated_at": now()}
    row = {
        **whose,
        "uid": workbook.id,
        "title": workbook.title,
        "state": workbook.state,
        "language": workbook.language,
        "source": base64.b64decode(workbook.source.base64) if workbook.source else None,
        "encoding": workbook.source.encoding if workbook.source else None,
        "gone": [list(span) for span in workbook.gone],
    }
    workbook_id = connection.execute(insert(models.Workbook).returning(models.Workbook.id), row).scalar_one()
    Storing(connection, whose | {"workbook_id": workbook_id}, workbook).everything()
    return workbook_id


def store_more(connection: Connection, place: models.Place, more: doc.Workbook, ids: Ids) -> Ids:
    """Write sections and items into a workbook that is there; `ids` has the keys of what they stand in. Gives those of
    all that is there now."""
    whose: Columns = {"owner_id": place.owner_id, "workbook_id": place.workbook_id}
    storing = Storing(connection, whose | {"created_at": now(), "updated_at": now()}, more, ids)
    storing.everything()
    return storing.ids


class Storing:
    """One workbook on its way into the tables; `ids` gives the key of each row written so far."""

    def __init__(self, connection: Connection, whose: Columns, workbook: doc.Workbook, ids: Ids | None = None) -> None:
        self._connection, self._whose, self._workbook = connection, whose, workbook
        self.ids: Ids = ids or {}
        self._versions = versions(workbook)

    def everything(self) -> None:
        """Parents before what refers to them."""
        workbook = self._workbook
        self._sections()
        self._items(models.Info, workbook.info, lambda i: {"label": i.label, "value": i.value})
        for model, noted in (
            (models.Responsibility, workbook.responsibilities),
            (models.Strength, workbook.strengths),
            (models.Transfer, workbook.transfers),
            (models.PitchPoint, workbook.pitch_points),
        ):
            self._items(model, noted, lambda i: {"text": i.text, "note": i.note})
        self._items(
            models.Requirement,
            workbook.requirements,
            lambda i: {"text": i.text, "status": i.status, "evidence": i.evidence},
        )
        self._rounds()
        self._questions()
        self._signals()
        self._goals_and_tasks()
        self._beside()

    def _beside(self) -> None:
        """What texts said before, and what was set aside; only now is it known which texts are there."""
        if not (self._workbook.revisions or self._workbook.conflicts):
            return
        here = models.Mark.workbook_id == self._whose["workbook_id"]
        keys = select(models.Mark.id, models.Mark.signal_id, models.Mark.round_id).where(here)
        marks = {(row.signal_id, row.round_id): row.id for row in self._connection.execute(keys)}
        former, aside = rows_of(self._workbook, self.ids, marks)
        self._insert(models.Revision, former)
        self._insert(models.Conflict, aside)

    def _sections(self) -> None:
        sections = self._workbook.sections
        rows = [
            {
                "uid": s.id,
                "parent_id": None,
                "position": s.position * ROOM,
                "title": s.path[-1] if s.path else "",
                "level": s.level,
                "kind": s.kind,
                "text": s.text,
                "direction": s.direction,
                "polarity": s.polarity,
                "horizon": s.horizon,
                "told": s.told,
                "origin": "import",
                "version": self._versions.get(("wording", s.id, None), 1),
                **_lines(s.lines),
            }
            for s in sections
        ]
        self._insert(models.Section, rows)
        self._set_parents(models.Section, ((s.id, s.section) for s in sections))

    def _items(self, model: type[models.Item], items: Iterable[Placed], columns: Callable[[Placed], Columns]) -> None:
        # An item without a section stands in the document itself.
        home = self._workbook.sections[0].id if self._workbook.sections else ""
        self._insert(
            model,
            [
                {
                    "uid": i.id,
                    "section_id": self.ids[i.section or home],
                    "position": i.position * ROOM,
                    "origin": "import",
                    "version": self._versions.get(("wording", i.id, None), 1),
                    **_lines(i.lines),
                    **columns(i),
                }
                for i in items
            ],
        )

    def _rounds(self) -> None:
        rounds = self._workbook.rounds
        rows = [
            {
                "uid": r.id,
                "position": (index + 1) * 1024,
                "name": r.name,
                "kind": r.kind,
                "scheduled_at": _instant(r.scheduled_at),
                "time_zone": r.time_zone,
                "minutes": r.minutes,
                "place": r.place,
                "state": r.state,
                "started_at": _instant(r.started_at),
                "notes": r.notes,
                "notes_version": self._versions.get(("notes", r.id, None), int(bool(r.notes))),
                "notes_origin": "import",
                "ask_minutes": r.ask_minutes,
                "each_minutes": r.each_minutes,
                "told": r.told,
                "told_version": int(bool(r.told)),
                "verdict": r.verdict,
                **{sign: sign in r.process for sign in SIGNS},
                "process_note": r.process_note,
                "process_note_version": int(bool(r.process_note)),
            }
            for index, r in enumerate(rounds)
        ]
        self._insert(models.Round, rows)
        people = [
            {"uid": new_uid(), "round_id": self.ids[r.id], "position": index, "name": p.name, "role": p.role}
            for r in rounds
            for index, p in enumerate(r.people)
        ]
        self._insert(models.Interviewer, people, in_workbook=False)
        left = [
            {"uid": f.id, "round_id": self.ids[r.id], "text": f.text, "due_on": _day(f.due_on), "done": f.done}
            for r in rounds
            for f in r.follow_ups
        ]
        self._insert(models.FollowUp, left)

    def _questions(self) -> None:
        questions = self._workbook.questions
        names = ("number", "text", "direction", "priority", "audience", "asked")
        self._items(models.Question, questions, lambda i: {name: getattr(i, name) for name in names})
        answers = [
            {
                "uid": a.id,
                "question_id": self.ids[q.id],
                "round_id": self.ids[a.round] if a.round else None,
                "body": a.body,
                "version": a.version,
                "outcome": a.outcome,
                "went_badly": a.went_badly,
                "origin": "import",
                "updated_at": _instant(a.updated_at) or now(),
                "settled_at": _instant(a.updated_at) or now(),
                **_lines(a.lines),
            }
            for q in questions
            for a in q.answers
        ]
        self._insert(models.Answer, answers)
        self._insert(models.Contradiction, list(contradictions.rows_of(self._workbook, self.ids)))
        self._picks()

    def _picks(self) -> None:
        rows = [
            {
                "uid": new_uid(),
                "question_id": self.ids[pick.question],
                "round_id": self.ids[r.id],
                "position": position,
                "minutes": pick.minutes,
            }
            for r in self._workbook.rounds
            for position, pick in enumerate(r.picks)
        ]
        self._insert(models.Pick, rows)

    def _signals(self) -> None:
        signals = self._workbook.signals
        names = ("text", "polarity", "weight")
        self._items(models.Signal, signals, lambda i: {name: getattr(i, name) for name in names})
        self._set_parents(models.Signal, ((s.id, s.parent) for s in signals))
        marks = [
            {
                "uid": new_uid(),
                "signal_id": self.ids[s.id],
                "round_id": self.ids[m.round] if m.round else None,
                "checked": m.checked,
                "evidence": m.evidence,
                "version": m.version,
                "origin": "import",
                "updated_at": _instant(m.updated_at) or now(),
            }
            for s in signals
            for m in s.marks
        ]
        self._insert(models.Mark, marks)

    def _goals_and_tasks(self) -> None:
        workbook = self._workbook
        self._items(
            models.Goal,
            workbook.goals,
            lambda i: {
                "text": i.text,
                "horizon": i.horizon,
                "done": i.done,
                "done_at": _instant(i.done_at),
                "due_on": _day(i.due_on),
                "notes": i.notes,
                "notes_version": self._versions.get(("notes", i.id, None), int(bool(i.notes))),
                "notes_origin": "import",
            },
        )
        self._items(models.Task, workbook.tasks, lambda i: {"text": i.text, "done": i.done})
        root: dict[str, dict[str, int | None]] = {
            g.id: {"goal_id": self.ids[g.id], "task_id": None} for g in workbook.goals
        } | {t.id: {"goal_id": None, "task_id": self.ids[t.id]} for t in workbook.tasks}
        section = {i.id: i.section for i in (*workbook.goals, *workbook.tasks)}
        steps = doc.every_step(workbook)
        for step, above in steps:
            root[step.id] = root[above.id]
            section[step.id] = step.section = step.section or section[above.id]
        self._items(models.Step, (s for s, _above in steps), lambda i: {"text": i.text, "done": i.done, **root[i.id]})
        below = ((s.id, above.id) for s, above in steps if isinstance(above, doc.Step))
        self._set_parents(models.Step, below)
        self._reasons()

    def _reasons(self) -> None:
        workbook = self._workbook
        column = {r.id: "requirement_id" for r in workbook.requirements}
        column |= {s.id: "strength_id" for s in workbook.strengths} | {q.id: "question_id" for q in workbook.questions}
        nothing: Columns = dict.fromkeys(("requirement_id", "strength_id", "question_id"))
        rows = [
            nothing | {"uid": new_uid(), "goal_id": self.ids[g.id], column[uid]: self.ids[uid]}
            for g in workbook.goals
            for uid in g.why
        ]
        self._insert(models.Reason, rows)

    def _insert(self, model: type[Model], rows: list[Columns], *, in_workbook: bool = True) -> None:
        if not rows:
            return
        whose = self._whose if in_workbook else {k: v for k, v in self._whose.items() if k != "workbook_id"}
        self._connection.execute(insert(model), [whose | row for row in rows])
        if "workbook_id" in model.__table__.columns:
            here = model.__table__.c.workbook_id == self._whose["workbook_id"]
            self.ids |= {uid: key for key, uid in self._connection.execute(select(model.id, model.uid).where(here))}

    def _set_parents(
        self, model: type[models.Section | models.Signal | models.Step], pairs: Iterable[tuple[str, str | None]]
    ) -> None:
        rows = [{"child": self.ids[uid], "above": self.ids[parent]} for uid, parent in pairs if parent]
        if rows:
            statement = update(model).where(model.id == bindparam("child")).values(parent_id=bindparam("above"))
            self._connection.execute(statement, rows)


def _lines(lines: doc.Lines) -> dict[str, int | None]:
    first, last = lines or (None, None)
    return {"first_line": first, "last_line": last}


def _instant(value: str | None) -> datetime | None:
    return datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC) if value else None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
