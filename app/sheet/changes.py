"""Changes of the sheet itself: its things added, reworded, moved, deleted, and what is told of them."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import abort, request, url_for
from sqlalchemy import Connection, select
from werkzeug.exceptions import Gone, UnprocessableEntity
from werkzeug.wrappers import Response

from app.clock import new_uid
from app.db import writing
from app.language import gettext as _
from app.markdown import Meaning
from app.models import Element, Item, Place, Removal, Section
from app.models.conflict import Words
from app.models.order import NotHere, last_of
from app.models.outline import Outline, TooDeep, WithinItself
from app.models.revision import Kept
from app.sheet.adding import add_items, add_section, move_item, regroup, retitle
from app.sheet.placing import Spot, spot_beneath, spot_in
from app.sheet.traits import traits_of
from app.sheet.views import bp
from app.sheet.wording import LIMIT, lines_of, words_of
from app.web.access import Opened, my_workbook, place
from app.web.labels import holdings
from app.web.meeting import met
from app.web.reply import added, saved, text_saved
from app.web.request import choice_field, clean_text, text_field, uid_field, version_field

__all__ = ["bp"]  # the blueprint of the whole feature, with these routes on it

Kind = type[Element]


@bp.post("/workbooks/<uid:workbook>/<kind:kind>")
def add(workbook: str, kind: Kind) -> Response:
    """Add one thing, or one for each line, behind `after` or as the last; a section where `kind` says so."""
    uid, each = uid_field(new_uid), "each" in request.form
    text = text_field("text", 100 * LIMIT if each else LIMIT)
    if not issubclass(kind, Item):
        return _add_section(workbook, uid, text)
    note = clean_text(request.form.get("note", ""), LIMIT)
    lines = lines_of(text) if each else [text]
    words = [words_of(kind, line, note) for line in lines or [""]]
    with writing() as connection, sentences():
        spot = _spot(connection, kind, workbook)
        after = request.form.get("after")
        if after is None:
            after = last_of(connection, spot.siblings)
        last = add_items(connection, kind, spot, after or None, uid, words)
    page, held = request.form.get("from"), request.form.get("round", "")
    if page == "live":
        back = request.form.get("after")
        return added(uid, url_for("rounds.live", workbook=workbook, round_=held, at=uid, back=back))
    if page == "debrief":
        return added(uid, url_for("debriefing.debrief", workbook=workbook, round_=held, _anchor=f"b-{uid}"))
    into = request.form.get("under", "").partition("/")[2] or spot.section.uid
    return added(uid, url_for(".sheet", workbook=workbook, add=into, after=last, _anchor="add"))


@bp.post("/workbooks/<uid:workbook>/<kind:kind>/<uid:thing>/wording")
def reword(workbook: str, kind: Kind, thing: str) -> Response:
    """Let a thing read otherwise."""
    text, version = text_field("text", LIMIT), version_field()
    fields = {"text": text}
    if kind.WORDING[1]:
        fields["note"] = text_field("note", LIMIT)
    words = words_of(kind, text, fields.get("note", ""))
    with writing() as connection:
        at = _place(connection, kind, workbook, thing)
        outcome = kind.reword(connection, at, words.head, words.tail, version)
        late = Words(words.head, words.tail)
        outcome = met(connection, at, outcome, kind.__tablename__, "wording", version, late)
        if kind is Section and isinstance(outcome, Kept):
            retitle(connection, at, words.head)
        if words.status and isinstance(outcome, Kept):
            kind.put(connection, at, status=words.status)
    return text_saved(outcome, fields, (kind, thing), lambda: _panel(workbook, thing))


@bp.post("/workbooks/<uid:workbook>/<kind:kind>/<uid:thing>/move")
def move(workbook: str, kind: Kind, thing: str) -> Response:
    """Move a thing with all beneath it: into a section or beneath something, behind `after` or first."""
    after = request.form.get("after")
    with writing() as connection, sentences():
        at = place(connection, kind, workbook, thing)
        if issubclass(kind, Item):
            move_item(connection, kind, at, _spot(connection, kind, workbook, at.id), after)
        else:
            outline, under = Outline(connection, at.owner_id, at.workbook_id), _under_section()
            place(connection, Section, workbook, under)
            outline.move(at, under, outline.last_beneath(under, at.id) if after is None else after or None)
    return saved(lambda: _panel(workbook, thing))


@bp.post("/workbooks/<uid:workbook>/<kind:kind>/<uid:thing>/traits")
def tell(workbook: str, kind: Kind, thing: str) -> Response:
    """Set what is told of a thing by one tap."""
    traits = traits_of(kind)
    with writing() as connection:
        at = place(connection, kind, workbook, thing)
        if issubclass(kind, Item):
            regroup(connection, kind, at, traits)
        kind.put(connection, at, **traits)
    if request.form.get("from") == "matrix":
        return saved(lambda: url_for("signals.show", workbook=workbook, _anchor=f"b-{thing}"))
    return saved(lambda: _panel(workbook, thing))


@bp.post("/workbooks/<uid:workbook>/<kind:kind>/<uid:thing>/remove")
def remove(workbook: str, kind: Kind, thing: str) -> Response:
    """Put a thing into the bin with all beneath it; the sheet then shows how to take it back.

    Again, it changes nothing: what lies there already shows the same.
    """
    with writing() as connection:
        try:
            removal = Removal.of(connection, kind, _place(connection, kind, workbook, thing))
        except Gone:
            removal = _lies_in(connection, kind, my_workbook(workbook), thing)
    return saved(lambda: url_for(".sheet", workbook=workbook, removed=removal, _anchor="undo"))


@contextmanager
def sentences() -> Iterator[None]:
    """What cannot stand where it was to go, in the person's words; nothing is then changed."""
    try:
        yield
    except NotHere:
        raise UnprocessableEntity(_("The place it was to go to is not there any more. Reload the page.")) from None
    except WithinItself:
        raise UnprocessableEntity(_("It cannot stand beneath itself.")) from None
    except TooDeep:
        raise UnprocessableEntity(_("Markdown has headings for six levels; this would be a seventh.")) from None


def _add_section(workbook: str, uid: str, text: str) -> Response:
    title, mine = words_of(Section, text, "").head, my_workbook(workbook)
    holds = Meaning.of(choice_field("holds", holdings())) if request.form.get("holds") else None
    with writing() as connection, sentences():
        under = _under_section()
        place(connection, Section, workbook, under)
        add_section(connection, mine, under, request.form.get("after"), uid, title, holds)
    return added(uid, url_for(".sheet", workbook=workbook, add=uid, _anchor="add"))


def _place(connection: Connection, kind: Kind, workbook: str, thing: str) -> Place:
    """Where a thing is that has words of its own: 404 of the document itself, which is no heading."""
    at = place(connection, kind, workbook, thing)
    if kind is Section and not connection.scalar(select(Section.level).where(Section.id == at.id)):
        abort(404)
    return at


def _lies_in(connection: Connection, kind: Kind, workbook: Opened, thing: str) -> str:
    """The public id of the removal that took a thing of this workbook."""
    of = select(Removal.uid).join(kind, kind.removal_id == Removal.id)
    return connection.execute(of.where(kind.workbook_id == workbook.id, kind.uid == thing)).scalar_one()


def _spot(connection: Connection, kind: type[Item], workbook: str, moving: int = 0) -> Spot:
    if under := request.form.get("under"):
        return spot_beneath(connection, kind, workbook, under, moving)
    return spot_in(connection, kind, workbook, request.form.get("section", ""))


def _under_section() -> str:
    return request.form.get("under", "").removeprefix("sections/")


def _panel(workbook: str, thing: str) -> str:
    return url_for(".sheet", workbook=workbook, edit=thing, _anchor="edit")
