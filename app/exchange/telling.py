"""A section told to hold something else, after the import: what is read as other things now goes into the bin with all
that was said of it, and comes back from there when the section is told to hold it again."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from flask import abort
from sqlalchemy import Connection, bindparam, insert, select, union_all, update
from werkzeug.exceptions import UnprocessableEntity

from app.clock import new_uid, now
from app.exchange import document as doc
from app.exchange.check import cannot_hold
from app.exchange.converted import words_of
from app.exchange.load import load
from app.exchange.markdown import comes_back
from app.exchange.retold import Retold, Stand, list_for, retold
from app.exchange.retold_bin import STEPPED, Binned, Row, bring_back, by_telling, close, put_away, still_says
from app.exchange.store import Ids, store_more
from app.models import ELEMENTS, Element, Item, Place, Removal, Section, Step, Workbook
from app.models.order import ROOM, between
from app.models.outline import Outline
from app.models.removal import alone_in
from app.web.kinds import KINDS

_SAYS = ("direction", "polarity", "horizon")


def tell(connection: Connection, place: Place, words: str | None) -> str | None:
    """Let a section hold `words` (`signals caution`), or what the file says (None). Gives the public id of the removal
    that took what is read as other things now, None where nothing was.

    422 where no file says that; nothing is then to be committed.
    """
    alone_in(connection, place.workbook_id)
    book = load(connection, place.workbook_id)
    row = connection.execute(select(Section.uid, Section.told, Section.title).where(Section.id == place.id)).one()
    binned = Binned(connection, place.workbook_id)
    telling = _Tell(connection, place, retold(book, row.uid, words, binned.made_of), binned, words or "")
    removal = telling.written(row.title or book.title, row.told or "")
    if not comes_back(load(connection, place.workbook_id)):
        raise UnprocessableEntity(cannot_hold(row.title or book.title))
    return removal


def tell_again(connection: Connection, owner_id: int, removal: str) -> tuple[str, str]:
    """Let a section hold what it held before that removal; gives the public ids of its workbook and its own.

    404 where it is no removal of that kind, 410 where the section or its workbook lies in the bin itself.
    """
    of = (
        select(Removal.former, Section.id, Section.uid, Section.removal_id, Workbook.deleted_at)
        .add_columns(Workbook.id.label("workbook_id"), Workbook.uid.label("workbook"))
        .join(Section, Section.id == Removal.section_id)
        .join(Workbook, Workbook.id == Removal.workbook_id)
    )
    found = connection.execute(of.where(Removal.owner_id == owner_id, Removal.uid == removal)).first()
    if found is None or found.removal_id is not None or found.deleted_at is not None:
        abort(404 if found is None else 410)
    tell(connection, Place(owner_id, found.workbook_id, found.id), found.former or None)
    return found.workbook, found.uid


class _Tell:
    """One telling on its way into the tables."""

    def __init__(self, connection: Connection, place: Place, done: Retold, binned: Binned, words: str) -> None:
        self._connection, self._place, self._done, self._words = connection, place, done, words
        self._binned = binned
        self._at: dict[str, int] = {}  # where things stand now, and where those from the bin stood
        self._ids = self._keys()

    def written(self, label: str, former: str) -> str | None:
        """Write all of it. New things before the old ones go, for steps go over from one to the other."""
        self._unfold()
        self._ids |= {fresh: self._ids[live] for fresh, live in self._done.ids.items()}
        self._revive()
        self._add()
        self._hand_over()
        removal = self._leave(label, former)
        self._say()
        close(self._connection, self._place.workbook_id)
        return removal

    def _keys(self) -> Ids:
        each = (select(model.uid, model.id, model.position).where(self._here(model)) for model in ELEMENTS)
        rows = self._connection.execute(union_all(*each)).all()
        self._at |= {row.uid: row.position for row in rows}
        return {row.uid: row.id for row in rows}

    def _here(self, model: type[Element]) -> Any:
        return model.workbook_id == self._place.workbook_id

    def _unfold(self) -> None:
        """Questions that are headings again: where they were such before, that one comes back."""
        binned = select(Section.first_line, Section.id).where(self._here(Section), by_telling(Section))
        known = {row.first_line: row.id for row in self._connection.execute(binned)}
        for behind, sections in self._done.unfolded.items():
            new = []
            for section in sections:
                if key := known.get(section.lines[0] if section.lines else 0):
                    bring_back(self._connection, Section, [key])
                    self._ids[section.id] = key
                else:
                    new.append(section)
            if new:
                outline = Outline(self._connection, self._place.owner_id, self._place.workbook_id)
                rows = [_columns(one) | {"uid": one.id, "level": one.level, "parent": one.section} for one in new]
                outline.add_behind(behind, rows)
                self._ids |= self._keys()

    def _stands(self) -> Iterator[Stand]:
        return (stand for stands in self._done.order.values() for stand in stands)

    def _revive(self) -> None:
        """What lies in the bin because a section was told to hold something else, and stands here again."""
        back: dict[str, list[int]] = defaultdict(list)
        for stand in self._stands():
            if not stand.stays and (row := self._binned.take(stand)):
                self._stand_again(stand, row)
                back[row.name].append(row.id)
        for section in self._done.sections.values():
            name = list_for((section.told or section.kind).partition(" ")[0])
            says = {trait: said for trait in _SAYS if (said := getattr(section, trait))}
            for row in self._binned.take_added(self._ids[section.id], name):
                stands = self._done.order[section.id]
                before = [place for place, other in enumerate(stands) if self._at.get(other.item.id, 0) < row.position]
                added = Stand(name, doc.Item(id=row.uid), stays=True, says=says)
                stands.insert(before[-1] + 1 if before else 0, added)
                back[name].append(row.id)
        for name, keys in back.items():
            bring_back(self._connection, _model(name), keys)

    def _stand_again(self, stand: Stand, row: Row) -> None:
        """A thing from the bin in the place of the one that was to be made."""
        self._ids[row.uid] = row.id
        if any(words_of(stand.item)) and not still_says(row, stand):
            at = self._place._replace(id=row.id)
            _model(stand.name).reword(self._connection, at, *words_of(stand.item), row.version)
        if row.told != self._words:
            stand.says = {trait: said for trait in _SAYS if (said := getattr(stand.item, trait, None))}
        stand.stays, stand.item.id = True, row.uid

    def _add(self) -> None:
        more = doc.Workbook(id=new_uid(), title="")
        for stand in self._stands():
            if not stand.stays:
                if stand.former_name in STEPPED and isinstance(stand.item, doc.Goal | doc.Task):
                    stand.item.steps = []  # those of the former thing go over to it
                getattr(more, stand.name).append(stand.item)
        made = {signal.id for signal in more.signals}
        for signal in self._done.beneath:
            if signal.parent in made:
                made.add(signal.id)
                more.signals.append(signal)
        self._ids = store_more(self._connection, self._place, more, self._ids)

    def _hand_over(self) -> None:
        """The steps of a goal that is a task now, and the other way round."""
        for stand in self._stands():
            if stand.former and stand.former_name in STEPPED and stand.name in STEPPED:
                new: dict[str, int | None] = dict.fromkeys(STEPPED.values())
                new[STEPPED[stand.name]] = self._ids[stand.item.id]
                held = getattr(Step, STEPPED[stand.former_name]) == self._ids[stand.former.id]
                self._connection.execute(update(Step).where(held).values(**new, updated_at=now()))

    def _leave(self, label: str, former: str) -> str | None:
        """Put what stands here no more into the bin, as one removal."""
        if not (self._done.left or self._done.folded):
            return None
        uid = new_uid()
        row = insert(Removal).values(
            uid=uid,
            owner_id=self._place.owner_id,
            workbook_id=self._place.workbook_id,
            noun="holding",
            label=label,
            section_id=self._place.id,
            former=former,
            became={stand.former.id: stand.item.id for stand in self._stands() if stand.former},
        )
        removal = self._connection.execute(row.returning(Removal.id)).scalar_one()
        gone: dict[type[Element], list[int]] = defaultdict(list)
        for name, item in self._done.left:
            gone[_model(name)].append(self._ids[item.id])
        gone[Section] += [self._ids[section] for section in self._done.folded]
        for model, keys in gone.items():
            put_away(self._connection, model, keys, removal)
        return uid

    def _say(self) -> None:
        """What the sections say and hold now, and where each thing stands in them."""
        for section in self._done.sections.values():
            here = update(Section).where(Section.id == self._ids[section.id])
            self._connection.execute(here.values(**_columns(section), told=section.told, updated_at=now()))
        rows: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        for section_id, stands in self._done.order.items():
            for stand, position in zip(stands, self._positions(stands), strict=True):
                at = {"key": self._ids[stand.item.id], "to": position, "home": self._ids[section_id]}
                rows[stand.name, *stand.says].append(at | stand.says)
        for (name, *traits), several in rows.items():
            model = _model(name)
            told: dict[str, Any] = {trait: bindparam(trait) for trait in traits if hasattr(model, trait)}
            moved = update(model).where(model.id == bindparam("key"))
            moved = moved.values(position=bindparam("to"), section_id=bindparam("home"), **told, updated_at=now())
            known = {"key", "to", "home", *told}
            self._connection.execute(moved, [{k: v for k, v in row.items() if k in known} for row in several])

    def _positions(self, stands: Sequence[Stand]) -> list[int]:
        """A place for each in this order. What stood there keeps its own, or that of what it is read in place of, so
        that what was deleted from among them is put back where it was.
        """
        sure = [self._at.get(stand.former.id if stand.former else stand.item.id) for stand in stands]
        following = list(accumulate(reversed(sure), _nearest))[::-1]
        laid: list[int] = []
        for place, after in zip(sure, following, strict=True):
            before = laid[-1] if laid else None
            if place is not None and (before is None or before < place):
                laid.append(place)
                continue
            found = between(before, after if after is not None and (before is None or before < after) else None)
            if not found:
                return [(number + 1) * ROOM for number in range(len(stands))]
            laid += found
        return laid


def _nearest(after: int | None, place: int | None) -> int | None:
    return after if place is None else place


def _model(name: str) -> type[Item]:
    model = KINDS[name]
    assert issubclass(model, Item)
    return model


def _columns(section: doc.Section) -> dict[str, Any]:
    first, last = section.lines or (None, None)
    says = {name: getattr(section, name) for name in ("kind", "text", *_SAYS)}
    return says | {"title": section.path[-1] if section.path else "", "first_line": first, "last_line": last}
