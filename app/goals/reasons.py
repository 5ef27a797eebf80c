"""What a goal is for: finding what is named as its reason, and a requirement that a goal done has met."""

import re
from contextlib import suppress

from flask import abort
from sqlalchemy import Connection, select
from werkzeug.exceptions import NotFound

from app.goals.queries import WHY
from app.models import Place, Reason, Requirement
from app.models.revision import Kept, Outdated
from app.web.access import place

LINE = 2_000  # code points of one line of evidence
_CHINESE = re.compile("[\u3400-\u9fff]")


def reason_named(connection: Connection, workbook: str, uid: str) -> tuple[str, Place]:
    """The requirement, strength or question of that id: what it is and where; 404 where none is, 410 in the bin."""
    for noun, model in WHY.items():
        with suppress(NotFound):
            return noun, place(connection, model, workbook, uid)
    raise NotFound


def reason_of(connection: Connection, goal: Place, requirement: Place) -> Place:
    """The requirement, where it is a reason of the goal; else 404."""
    known = select(Reason.id).where(Reason.goal_id == goal.id, Reason.requirement_id == requirement.id)
    return requirement if connection.scalar(known) is not None else abort(404)


def match(connection: Connection, requirement: Place, line: str, version: int) -> Kept | Outdated:
    """Say that a requirement is matched, with one more line of evidence behind what stands there.

    The same again changes nothing; `version` must still be that of the wording where a line is added.
    """
    held = select(Requirement.text, Requirement.evidence).where(Requirement.id == requirement.id)
    text, evidence = connection.execute(held).one()
    outcome = Requirement.reword(connection, requirement, text, joined(evidence, line), version)
    if isinstance(outcome, Outdated):
        return Outdated(outcome.version, outcome.note)
    Requirement.put(connection, requirement, status="matched")
    return outcome


def joined(evidence: str, line: str) -> str:
    """`evidence` with `line` behind it, once: evidence is one line of the sheet."""
    if not line or evidence == line or evidence.endswith(("；" + line, "; " + line)):
        return evidence
    mark = "；" if _CHINESE.search(evidence + line) else "; "
    return f"{evidence}{mark}{line}" if evidence else line


def one_line(text: str) -> str:
    """Line breaks as spaces."""
    return " ".join(part for line in text.splitlines() if (part := line.strip()))
