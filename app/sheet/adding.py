"""Adding things to a sheet, and moving them: what follows from the place for the thing itself."""

from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection, Row, insert, or_, select, update
from werkzeug.exceptions import UnprocessableEntity

from app.clock import now
from app.language import gettext as _
from app.markdown import Meaning, meaning_of
from app.models import Goal, Item, Place, Question, Requirement, Revision, Section, Signal, Step, Task, Workbook
from app.models.numbering import numbers_at
from app.models.order import among_items, last_of, others, position_of_move, positions_after
from app.models.outline import Outline
from app.models.tree import subtree
from app.sheet.placing import Spot, section_of, top_of
from app.sheet.wording import Words
from app.web.access import Opened

SAYS = {Question: "direction", Signal: "polarity", Goal: "horizon"}


def add_items(
    connection: Connection, model: type[Item], spot: Spot, after: str | None, uid: str, words: list[Words]
) -> str:
    """Add one thing for each of `words`, in their order; gives the id of the last.

    The first has the sender's id and the others ids made from it, so that a repeated request adds nothing.
    """
    ids = [uid, *(str(uuid5(UUID(uid), str(place))) for place in range(1, len(words)))]
    if _is_known(connection, model, spot.section.owner_id, spot.section.workbook_id, uid):
        return ids[-1]
    positions = positions_after(connection, spot.siblings, after, len(words))
    common: dict[str, Any] = {
        "owner_id": spot.section.owner_id,
        "workbook_id": spot.section.workbook_id,
        "section_id": spot.section.id,
        **spot.above,
    }
    if model in SAYS:
        common |= {SAYS[model]: spot.says().get(SAYS[model], _DEFAULT[model])}
    rows = [
        common | {"uid": each, "position": position} | _columns(model, said)
        for each, position, said in zip(ids, positions, words, strict=True)
    ]
    if model is Question:
        where = common["workbook_id"], common["section_id"], positions[0]
        for row, number in zip(rows, numbers_at(connection, *where, len(rows)), strict=True):
            row["number"] = number
    connection.execute(insert(model), rows)
    return ids[-1]


def add_section(
    connection: Connection, workbook: Opened, under: str, after: str | None, uid: str, title: str, holds: Meaning | None
) -> None:
    """Add a section behind `after` (empty: as the first, None: as the last); it holds what the person said, else what
    its title says.
    """
    here = _MEANING.where(Section.workbook_id == workbook.id, Section.uid == under)
    above: Row[*tuple[Any, ...]] | None = connection.execute(here).first()
    if _is_known(connection, Section, workbook.owner_id, workbook.id, uid):
        return
    meaning = holds or meaning_of(title, _meaning(above))
    columns = {
        "title": title,
        "kind": meaning.kind,
        "direction": meaning.direction,
        "polarity": meaning.polarity,
        "horizon": meaning.horizon,
    }
    outline = Outline(connection, workbook.owner_id, workbook.id)
    outline.add(uid, under, outline.last_beneath(under) if after is None else after or None, **columns)


def move_item(connection: Connection, model: type[Item], item: Place, spot: Spot, after: str | None) -> None:
    """Move one thing with all beneath it, behind `after` (empty: as the first, None: as the last).

    What its new section says of such things then holds for it too.
    """
    if after is None:
        after = last_of(connection, others(spot.siblings, model, item.id))
    position = position_of_move(connection, spot.siblings, model, item.id, after or None)
    told: dict[str, Any] = {"section_id": spot.section.id, "position": position, **spot.above}
    if model in SAYS and (model is not Signal or "polarity" in spot.says()):
        # A signal keeps its own polarity where the heading tells none: its line can tell it.
        told[SAYS[model]] = spot.says().get(SAYS[model], _DEFAULT[model])
    model.put(connection, item, **told)
    if model in (Goal, Task):
        column = Step.goal_id if model is Goal else Step.task_id
        _follow(connection, Step, column == item.id, section_id=spot.section.id)
    elif model in (Step, Signal):
        shared = {name: value for name, value in told.items() if name not in ("position", "parent_id")}
        _follow(connection, model, model.id.in_(subtree(model, item.id)), **shared)


def regroup(connection: Connection, model: type[Item], item: Place, traits: dict[str, Any]) -> None:
    """Where the headings say what a thing is to become, it moves to the first section that says so, as the last.

    What a signal says, those beneath it say too.
    """
    name = SAYS.get(model)
    if name is None or name not in traits:
        return
    if model is Signal:
        _follow(connection, model, model.id.in_(subtree(model, item.id)), polarity=traits[name])
    wanted, column = traits[name], getattr(Section, name)
    home = connection.execute(
        select(column, Section.kind).join(model, model.section_id == Section.id).where(model.id == item.id)
    ).one()
    if home[0] == wanted:
        return
    fitting = (
        select(Section.uid, Section.id)
        .where(
            Section.workbook_id == item.workbook_id,
            Section.removal_id.is_(None),
            Section.kind == home.kind,
            column == wanted,
        )
        .order_by(Section.position)
    )
    if section := connection.execute(fitting.limit(1)).first():
        spot = Spot(section_of(connection, section.id), among_items(section.id), top_of(model))
        move_item(connection, model, item, spot, None)


def retitle(connection: Connection, section: Place, title: str) -> None:
    """A heading of the first level is the workbook's title too, where it was until now."""
    former = (
        select(Revision.body)
        .where(Revision.noun == "section", Revision.row_id == section.id, Revision.field == "wording")
        .order_by(Revision.version.desc())
        .limit(1)
    )
    level = connection.scalar(select(Section.level).where(Section.id == section.id))
    if level == 1:
        here = update(Workbook).where(Workbook.id == section.workbook_id, Workbook.title == former.scalar_subquery())
        connection.execute(here.values(title=title, updated_at=now()))


def _follow(connection: Connection, model: type[Item], which: Any, **values: Any) -> None:
    differs = or_(*(getattr(model, name).is_distinct_from(value) for name, value in values.items()))
    connection.execute(update(model).where(which, differs).values(**values, updated_at=now()))


def _columns(model: type[Item], said: Words) -> dict[str, Any]:
    head, tail = model.WORDING
    columns: dict[str, Any] = {head: said.head}
    if tail:
        columns[tail] = said.tail
    if model is Requirement:
        columns["status"] = said.status
    return columns


def _is_known(
    connection: Connection, model: type[Item] | type[Section], owner_id: int, workbook_id: int, uid: str
) -> bool:
    """Whether it was added before; 422 where another workbook has that id."""
    here = select(model.workbook_id).where(model.owner_id == owner_id, model.uid == uid)
    known = connection.scalar(here)
    if known not in (None, workbook_id):
        raise UnprocessableEntity(_("“%(value)s” is not an id.", value=uid))
    return known is not None


def _meaning(row: Row[*tuple[Any, ...]] | None) -> Meaning | None:
    return Meaning(row.kind, row.direction, row.polarity, row.horizon) if row and row.kind != "document" else None


_DEFAULT = {Question: "ask", Signal: "positive", Goal: None}
_MEANING = select(Section.kind, Section.direction, Section.polarity, Section.horizon)
