"""A person who edits a workbook over HTTP and can take back each thing they did."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from sqlalchemy import select, union_all

from app.db import read
from app.models import Section
from app.models.order import among_items
from tests.conftest import Person

Record = dict[str, Any]
HELD = {
    "info": "info",
    "responsibilities": "responsibilities",
    "requirements": "requirements",
    "strengths": "strengths",
    "transfers": "transfers",
    "questions": "questions",
    "signals": "signals",
    "pitch_points": "pitch_points",
    "goals": "goals",
    "tasks": "tasks",
    "notes": "tasks",
}
HOLDINGS = ("questions", "signals caution", "goals short", "tasks", "notes", "strengths", "requirements", "info", "")
TAILED = ("info", "responsibilities", "requirements", "strengths", "transfers", "pitch_points")


@dataclass
class Editor:
    """Does things by pointing at the n-th of what there is, and remembers how each is undone."""

    person: Person
    base: str
    undo: list[Callable[[], None]] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)

    def book(self) -> Record:
        found: Record = json.loads(self.person.send(f"{self.base}/export", format="json").data)["workbooks"][0]
        return found

    def markdown(self) -> bytes:
        data: bytes = self.person.send(f"{self.base}/export", format="markdown").data
        return data

    def send(self, path: str, **fields: Any) -> Record:
        reply = self.person.save(f"{self.base}/{path}", **fields)
        assert reply.status_code in (200, 201), (path, fields, reply.text)
        found: Record = reply.get_json()
        return found

    def put_back(self, removal: str) -> None:
        assert self.person.save(f"/bin/removals/{removal}").status_code == 200

    def tell(self, pick: int, text: str) -> None:
        """A section told to hold something else."""
        sections = self.book()["sections"]
        section, words = sections[pick % len(sections)], HOLDINGS[pick % len(HOLDINGS)]
        former = section["told"] or ""
        reply = self.person.save(f"{self.base}/sections/{section['id']}/holds", holds=words)
        if reply.status_code == 422:  # no file says it
            return
        assert reply.status_code == 200, reply.text
        self.touched |= {thing["id"] for kind in HELD for thing in self.book().get(kind, [])}
        self.undo.append(lambda: self._hold(section["id"], former))

    def _hold(self, section: str, words: str) -> None:
        self.send(f"sections/{section}/holds", holds=words)

    def add(self, pick: int, text: str) -> None:
        """Something in a section, of the kind that stands there."""
        book = self.book()
        sections = [section for section in book["sections"] if section["kind"] in HELD]
        if not sections:
            return
        section = sections[pick % len(sections)]
        kind = HELD[section["kind"]]
        siblings = self.siblings(book, section["id"])
        after = siblings[pick % len(siblings)][1]["id"] if siblings and pick % 3 else ""
        note = {"note": "dazu"} if kind in ("info", "strengths") else {}
        uid = str(uuid4())
        self.send(kind, id=uid, text=text, section=section["id"], after=after, **note)
        self.touched.add(uid)
        self.undo.append(lambda: self._drop(kind, uid))

    def add_step(self, pick: int, text: str) -> None:
        book = self.book()
        tops = [("goals", goal) for goal in book["goals"]] + [("tasks", task) for task in book["tasks"]]
        held = tops + [("steps", step) for step in steps_of(book)]
        if not held:
            return
        kind, above = held[pick % len(held)]
        uid = str(uuid4())
        self.send("steps", id=uid, text=text, under=f"{kind}/{above['id']}")
        self.undo.append(lambda: self._drop("steps", uid))

    def add_section(self, pick: int, text: str) -> None:
        sections = [section for section in self.book()["sections"] if section["level"] < 6]
        holds = ("", "questions", "signals caution", "goals short", "tasks", "notes", "pitch_points")[pick % 7]
        uid = str(uuid4())
        self.send("sections", id=uid, text=text, under=f"sections/{sections[pick % len(sections)]['id']}", holds=holds)
        self.undo.append(lambda: self._drop("sections", uid))

    def _drop(self, kind: str, uid: str) -> None:
        self.person.send(f"{self.base}/{kind}/{uid}/remove")

    def reword(self, pick: int, text: str) -> None:
        if not (found := self._any(pick)):
            return
        kind, thing = found
        self.touched.add(thing["id"])
        former = words(kind, thing)
        tail = {"note": former[1]} if kind in TAILED else {}
        self._word(kind, thing["id"], text, tail)
        self.undo.append(lambda: self._word(kind, thing["id"], former[0], tail))

    def _word(self, kind: str, uid: str, text: str, tail: dict[str, str]) -> None:
        path = f"{self.base}/{kind}/{uid}/wording"
        version = self.person.save(path, text=text, version=0, **tail)
        if version.status_code == 409:
            version = self.person.save(path, text=text, version=version.get_json()["version"], **tail)
        assert version.status_code == 200, version.text

    def move(self, pick: int, _text: str) -> None:
        """A thing behind another of a section that takes it, or as the first there."""
        book = self.book()
        if not (found := self._any(pick)):
            return
        kind, thing = found
        if kind in ("steps", "sections") or thing.get("parent"):
            return
        homes = [section for section in book["sections"] if HELD.get(section["kind"]) == kind]
        if not homes:
            return
        home = homes[(pick // 7) % len(homes)]
        former = self._before(thing)
        self._put(kind, thing["id"], home["id"], self._target(book, home["id"], thing["id"], pick))
        self.touched.add(thing["id"])
        self.undo.append(lambda: self._put(kind, thing["id"], thing["section"], former))

    def _put(self, kind: str, uid: str, section: str, after: str) -> None:
        self.send(f"{kind}/{uid}/move", section=section, after=after)

    def _target(self, book: Record, section: str, moving: str, pick: int) -> str:
        others = [thing["id"] for _kind, thing in self.siblings(book, section) if thing["id"] != moving]
        return str(others[pick % len(others)]) if others and pick % 4 else ""

    def _before(self, thing: Record) -> str:
        """What it stands behind, in the bin or not: only so it goes back to the very place it came from."""
        with self.person.client.application.app_context():
            key = read().scalar(select(Section.id).where(Section.uid == thing["section"]))
            held = union_all(*among_items(key or 0)).subquery()
            ids = list(read().scalars(select(held.c.uid).order_by(held.c.position)))
        return before(ids, thing["id"])

    def move_section(self, pick: int, _text: str) -> None:
        sections = self.book()["sections"]
        movable = [section for section in sections if section["level"] > 1]
        if not movable:
            return
        section = movable[pick % len(movable)]
        among = [each["id"] for each in sections if each["section"] == section["section"]]
        former = self._section_before(section)
        others = ["", *(uid for uid in among if uid != section["id"])]
        under = f"sections/{section['section']}"
        self.send(f"sections/{section['id']}/move", under=under, after=others[pick % len(others)])
        self.undo.append(lambda: self._put_section(section["id"], under, former))

    def _section_before(self, section: Record) -> str:
        with self.person.client.application.app_context():
            above = select(Section.id).where(Section.uid == section["section"]).scalar_subquery()
            among = select(Section.uid).where(Section.parent_id == above).order_by(Section.position)
            return before(list(read().scalars(among)), section["id"])

    def _put_section(self, uid: str, under: str, after: str) -> None:
        self.send(f"sections/{uid}/move", under=under, after=after)

    def remove(self, pick: int, _text: str) -> None:
        if not (found := self._any(pick)):
            return
        kind, thing = found
        self.touched |= {thing["id"]}
        reply = self.person.send(f"{self.base}/{kind}/{thing['id']}/remove")
        removal = reply.headers["Location"].split("removed=")[1].split("#")[0]
        self.undo.append(lambda: self.put_back(removal))

    def restore(self, _pick: int, _text: str) -> None:
        """What was done last is taken back."""
        if self.undo:
            self.undo.pop()()

    def tick(self, pick: int, _text: str) -> None:
        book = self.book()
        boxes = [("signals", "mark", each, bool(outside(each["marks"]))) for each in book["signals"]]
        boxes += [(kind, "done", each, each["done"]) for kind in ("goals", "tasks") for each in book[kind]]
        boxes += [("steps", "done", each, each["done"]) for each in steps_of(book)]
        if not boxes:
            return
        kind, verb, thing, now = boxes[pick % len(boxes)]
        path = f"{kind}/{thing['id']}/{verb}"
        self.touched.add(thing["id"])
        self.send(path, **({} if now else {"checked": "1"}))
        self.undo.append(lambda: self._set(path, now))

    def _set(self, path: str, state: bool) -> None:
        self.send(path, **({"checked": "1"} if state else {}))

    def answer(self, pick: int, text: str) -> None:
        questions = self.book()["questions"]
        if not questions:
            return
        question = questions[pick % len(questions)]
        former = outside_answer(question)
        self.touched.add(question["id"])
        self._say(question["id"], text)
        self.undo.append(lambda: self._say(question["id"], former))

    def _say(self, uid: str, body: str) -> None:
        path = f"{self.base}/questions/{uid}/answer"
        reply = self.person.save(path, body=body, version=0)
        if reply.status_code == 409:
            reply = self.person.save(path, body=body, version=reply.get_json()["version"])
        assert reply.status_code == 200, reply.text

    def _any(self, pick: int) -> tuple[str, Record] | None:
        book = self.book()
        things = [(kind, thing) for kind in HELD if kind != "notes" for thing in book[kind]]
        things += [("steps", step) for step in steps_of(book)]
        things += [("sections", section) for section in book["sections"] if section["level"] > 1]
        return things[pick % len(things)] if things else None

    @staticmethod
    def siblings(book: Record, section: str) -> list[tuple[str, Record]]:
        """What stands directly in a section, in its order."""
        inside = [
            (kind, thing)
            for kind in HELD
            if kind != "notes"
            for thing in book[kind]
            if thing["section"] == section and not thing.get("parent")
        ]
        return sorted(inside, key=lambda each: int(each[1]["position"]))


def before(ids: list[str], uid: str) -> str:
    at = ids.index(uid)
    return ids[at - 1] if at else ""


def steps_of(book: Record) -> list[Record]:
    found: list[Record] = [step for kind in ("goals", "tasks") for thing in book[kind] for step in thing["steps"]]
    for step in found:
        found.extend(step["steps"])
    return found


def words(kind: str, thing: Record) -> tuple[str, str]:
    if kind == "info":
        return thing["label"], thing["value"]
    if kind == "sections":
        return thing["path"][-1], ""
    return thing["text"], thing.get("note") or thing.get("evidence") or ""


def outside(marks: list[Record]) -> bool | None:
    """What the sheet's own box of a signal says."""
    return next((mark["checked"] for mark in marks if mark["round"] is None), None)


def outside_answer(question: Record) -> str:
    return next((str(answer["body"]) for answer in question["answers"] if answer["round"] is None), "")
