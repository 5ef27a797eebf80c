"""Whether anything of a workbook has changed: one statement, and a short word that differs once it has."""

import hashlib
from typing import Any

from sqlalchemy import BindParameter, Integer, bindparam, case, func, literal, select, union_all

from app.db import read
from app.models import ELEMENTS, Answer, Conflict, Contradiction, FollowUp, Mark, Pick, Round
from app.models.round import SIGNS, VERDICTS

_TICKS = ("checked", "done", "asked")
_OUTCOMES = {"answered": 1, "evaded": 2, "later": 3}
_VERDICTS = {verdict: 8 * number for number, verdict in enumerate(VERDICTS, 1)}  # beside the three signs


def pulse_of(workbook_id: int) -> str:
    """The same as long as nothing is added, changed or removed; opaque."""
    rows = read().execute(_PULSE, {"w": workbook_id}).all()
    return hashlib.sha256(repr(sorted(map(tuple, rows))).encode()).hexdigest()[:16]


def _counted(model: Any) -> Any:
    # Instants are cut to seconds: versions and ticks tell what comes within one.
    versions = func.sum(model.version) if hasattr(model, "version") else literal(0)
    tick = next((getattr(model, name) for name in _TICKS if hasattr(model, name)), None)
    ticked: Any = literal(0) if tick is None else func.sum(case((tick, model.id), else_=0))
    if model is Answer:
        said = case(_OUTCOMES, value=model.outcome, else_=0) + case((model.went_badly, 4), else_=0)
        ticked = func.sum(said * model.id)
    if model is Round:
        signs = sum(case((getattr(model, sign), 1 << bit), else_=0) for bit, sign in enumerate(SIGNS))
        ticked = func.sum((case(_VERDICTS, value=model.verdict, else_=0) + signs) * model.id)
    told = func.count(), func.max(model.updated_at), versions.cast(Integer), ticked.cast(Integer)
    return select(literal(model.__tablename__), *told).where(model.workbook_id == _W)


_W: BindParameter[int] = bindparam("w")
_PULSE = union_all(
    *(_counted(model) for model in (*ELEMENTS, Answer, Conflict, Contradiction, FollowUp, Mark, Pick, Round))
)
