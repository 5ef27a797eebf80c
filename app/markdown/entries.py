"""The items of one region, written in the order they shall have. What stays keeps its bytes and the lines around it;
what is new, or comes from elsewhere, stands right behind the item before it and takes its neighbour's form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .answer import read_body
from .form import EMOJI, PRAISE, Form, begins_at, can_change_shape, form_of, new_lines, usual, with_box
from .loose import is_bare_box, leading, mark_of, next_number
from .marker import SQUARES, columns
from .meaning import Meaning
from .outlined import Node, Region, Run, depth
from .page import Page
from .plan import Step, has_items, has_text, is_all_one, is_loose, plan
from .rewrite import Place, below_question, own_lines, shifted, shifted_first
from .rows import Columns, cells, fits, made, read_row
from .sheet import ItemKind, Status
from .source import Source
from .wanted import Entry

Own = list[str]
_NOTHING = Region(None, 0, 0)
_PLAIN = 4


@dataclass(frozen=True, slots=True)
class Models:
    """What the file has: its items by their first lines, and for a new one an item of each kind, the indents of
    nested ones, the emoji of each state."""

    nodes: Mapping[int, Node]
    kinds: Mapping[ItemKind, Node]
    indents: Sequence[str]
    emoji: dict[Status, str]


@dataclass(slots=True)
class _Frame:
    """What is known while the things in a region or an item are written: `shift` moves its lines, `base` is the column
    its items begin at, `following` its first item that stays, `seen` the last own lines of each kind, `row` the
    columns of the table that the next item stands in; `all_one` says that numbers do not count."""

    steps: Iterator[Step]
    shift: int = 0
    base: int = 0
    nested: bool = False
    loose: bool = False
    all_one: bool = False
    following: Step | None = None
    row: Columns | None = None
    last: Own | None = None
    seen: dict[ItemKind, Own] = field(default_factory=dict)


class Writer:
    """Writes the items of regions on a page. `care` says how much is done against being misread: 1 moves items that
    would fall into or out of another, 2 has all items of one list begin at the same column, and an item's first step
    right below it, 4 makes list items of all in a region that anything is done in. A region that comes out as it was
    is left so, unless care is taken `everywhere`."""

    def __init__(self, source: Source, models: Models, page: Page, care: int, everywhere: bool) -> None:
        self._lines = source.lines
        self._endings = source.endings
        self._models = models
        self._page = page
        self._most_care = care
        self._everywhere = everywhere
        self._care = 0
        self._meaning = Meaning("notes")
        self._plain = self._squared = False
        self.edited = False

    def region(self, region: Region, entries: Sequence[Entry], meaning: Meaning, gap: bool) -> None:
        """All of a region below its heading. `gap` says whether its first items stand apart from that."""
        self._meaning = meaning
        blocks = [part.block for part in region.parts if isinstance(part, Node) and part.block]
        self._squared = any(block.squared for block in blocks)
        mark, edited = self._page.mark(), self.edited
        self._care, self._plain = self._most_care if self._everywhere else 0, False
        self._region(region, entries, gap)
        plain = self._most_care >= _PLAIN
        written = [line for line, _ in self._page.out[mark[0] :]]
        changed = written != self._lines[region.start : region.end]
        headed = plain and any(block.shape == "heading" for block in blocks)
        if (changed or headed) and (self._most_care, plain) != (self._care, self._plain):
            self._page.back(mark)
            self.edited = edited
            self._care, self._plain = self._most_care, plain
            self._region(region, entries, gap)

    def _region(self, region: Region, entries: Sequence[Entry], gap: bool) -> None:
        runs = (part for part in region.parts if not isinstance(part, Node))
        bare = not has_items(region) and not any(has_text(self._lines, run) for run in runs)
        if gap and bare and entries:
            self._page.gap()
        stack = [self._frame(region, entries)]
        while stack:
            frame = stack[-1]
            step = next(frame.steps, None)
            if step is None:
                stack.pop()
            elif step.run:
                self._run(step.run, frame)
            elif step.entry:
                stack.append(self._item(step, step.entry, frame))
            else:
                self._page.seam = self.edited = True

    def _run(self, run: Run, frame: _Frame) -> None:
        shown = [shifted(line, frame.shift) for line in self._lines[run[0] : run[1]]] if frame.shift else None
        self._page.run(*run, shown)

    def _frame(self, top: Node | Region, entries: Sequence[Entry]) -> _Frame:
        steps = plan(self._lines, top, entries, self._models.nodes, first=self._care > 1 and isinstance(top, Node))
        following = next((step for step in steps if step.stays), None)
        return _Frame(
            iter(steps),
            loose=is_loose(self._lines, top),
            all_one=is_all_one(top),
            following=following,
            row=_columns(following.node if following else None),
        )

    def _item(self, step: Step, entry: Entry, frame: _Frame) -> _Frame:
        node, shift = step.node, 0
        if node and not step.stays and entry.kind == "info" and self._is_other_shape(node, entry, frame):
            node = None
        if node and self._leaves_its_shape(node, entry, step, frame):
            entry, node = self._whole(node, entry), None
        if node:
            own, shift = self._known(node, entry, step.stays, frame)
        else:
            own = self._made(entry, frame)
        frame.row = (_columns(node) or frame.row) if cells(own[0]) else None
        old = self._lines[node.first : node.text_end] if node else None
        changed = own != old
        self.edited = self.edited or not step.stays or changed
        endings = self._endings[node.first : node.text_end] if node else []
        found = leading(own[0])
        fact = entry.kind == "info" and not found
        self._page.item(own, endings, fresh=not step.stays, changed=changed, fact=fact, loose=frame.loose)
        if frame.row:
            return _Frame(iter(()))
        frame.seen[entry.kind] = own
        frame.last = own
        if entry.kind == "question" and not (node and has_items(node)):
            self._answer(node, entry, own, frame.loose)
            return _Frame(iter(()))
        below = self._frame(node or _NOTHING, step.inner)
        base = found.column if found else 0
        return replace(below, shift=shift, base=max(base, depth(own[0]) + 2) if mark_of(own[0]) else base, nested=True)

    def _known(self, node: Node, entry: Entry, stays: bool, frame: _Frame) -> tuple[Own, int]:
        """The own lines of an item of the source, and how far it moves to the right."""
        place = Place(self._meaning, frame.nested, self._models.emoji, self._point(frame), self._care > 1)
        own = own_lines(self._lines, node, entry, place)
        if _columns(node):
            return own, 0
        odd = node.block is not None and node.block.shape != "list"
        if (self._plain and odd) or (not stays and self._is_other_style(own, entry, frame)):
            own = self._made(entry, frame)
        column = depth(own[0])
        shift = frame.shift
        if not stays or (self._care and self._falls(column + shift, frame)):
            shift = self._column(frame) - column
        return [shifted_first(own[0], shift), *(shifted(line, shift) for line in own[1:])], shift

    def _leaves_its_shape(self, node: Node, entry: Entry, step: Step, frame: _Frame) -> bool:
        """Whether an item comes out of a table, or into one, so that its line has to be another."""
        if columns := _columns(node):
            home = step.stays or frame.row == columns
            return self._plain or not home or bool(step.inner) or not fits(columns, entry)
        bare = not has_items(node) and (node.end == node.text_end or node.reads == "questions")
        return frame.row is not None and not step.stays and not self._plain and bare

    def _whole(self, node: Node, entry: Entry) -> Entry:
        """The entry with what it leaves to the lines it has now."""
        box, columns = node.words.box, _columns(node)
        checked = box.checked if box and entry.checked is None else entry.checked
        if entry.answer is not None or not (entry.kind == "question" or columns):
            return replace(entry, checked=checked)
        below, column = self._lines[node.text_end : node.end], node.block.marker.column if node.block else 0
        body = read_row(self._lines[node.first], columns).body if columns else read_body(below, column)
        return replace(entry, checked=checked, answer=body)

    def _is_other_shape(self, node: Node, entry: Entry, frame: _Frame) -> bool:
        """Whether a fact comes from a list into a paragraph, or the other way round."""
        return can_change_shape(entry) and self._form(entry, frame).in_paragraph is (node.block is not None)

    def _is_other_style(self, own: Own, entry: Entry, frame: _Frame) -> bool:
        """Whether an item comes from a list among lines with marks of their own, or the other way round."""
        behind = frame.following.node if frame.following else None
        beside = frame.last[0] if frame.last else self._lines[behind.first] if behind else ""
        if entry.kind == "info" or (not beside and not mark_of(own[0])):
            return False
        return (mark_of(own[0]) is None) is not (mark_of(beside) is None)

    def _falls(self, column: int, frame: _Frame) -> bool:
        """Whether an item would fall into the one before it, or out of the one above."""
        before = leading(frame.last[0]) if frame.last else None
        if self._care > 1:
            return column != self._column(frame)
        return column < frame.base or (before is not None and column >= before.column)

    def _column(self, frame: _Frame) -> int:
        """Where the next item begins: as the one before it, else the one behind it, else as its place demands."""
        if frame.last and self._care < 3:
            return begins_at(frame.last[0])
        if frame.following and frame.following.node and self._care < 2:
            return depth(self._lines[frame.following.node.first]) + frame.shift
        return frame.base

    def _made(self, entry: Entry, frame: _Frame) -> Own:
        if frame.row and not self._plain and fits(frame.row, entry):
            return [made(frame.row, entry.text, entry.number, entry.checked, entry.answer or "")]
        form = self._form(entry, frame)
        if form.mark and (self._plain or (frame.nested and not (frame.last and is_bare_box(frame.last[0])))):
            form = replace(usual(entry.kind), box=form.box or usual(entry.kind).box)
        column = self._column(frame)
        if not form.in_paragraph:
            form = replace(form, indent=self._indent(column, frame))
        form = with_box(form, entry.kind, frame.nested, self._meaning.kind)
        if self._squared and not form.box and entry.text[:1] in SQUARES:
            form, entry = replace(form, box="[ ] "), replace(entry, checked=bool(entry.checked))  # else it is the box
        number = entry.number if entry.kind == "question" else self._count(entry, form, frame)
        return new_lines(entry, form, number, self._state(entry) or self._praise(entry, form))

    def _praise(self, entry: Entry, form: Form) -> str:
        """The emoji that a signal needs where nothing else makes an item of its line."""
        stated = entry.kind == "signal" and form.mark is not None and form.mark.shape == "state" and not form.box
        return f"{PRAISE[entry.polarity or self._meaning.polarity or 'positive']} " if stated else ""

    def _state(self, entry: Entry) -> str:
        if entry.kind == "signal" and self._meaning.polarity is None and entry.polarity == "caution":
            return f"{PRAISE[entry.polarity]} "
        return f"{self._models.emoji.get(entry.status, EMOJI[entry.status])} " if entry.status else ""

    def _form(self, entry: Entry, frame: _Frame) -> Form:
        """That of the last sibling of its kind, else of the next, else of one elsewhere, else the usual one."""
        if entry.kind in frame.seen:
            return form_of(frame.seen[entry.kind], entry.kind, "tasks" if self._squared else self._meaning.kind)
        behind = frame.following
        if behind and behind.node and behind.entry and behind.entry.kind == entry.kind and not _columns(behind.node):
            return self._form_in_source(behind.node, entry.kind)
        if not (node := self._models.kinds.get(entry.kind)):
            return self._as_listed(usual(entry.kind), frame)
        form = self._form_in_source(node, entry.kind)
        return replace(self._as_listed(form, frame), number="1" if form.number else "")

    def _form_in_source(self, node: Node, kind: ItemKind) -> Form:
        reads = "tasks" if node.block and node.block.squared else node.reads
        return form_of(self._lines[node.first : node.text_end], kind, reads)

    def _as_listed(self, form: Form, frame: _Frame) -> Form:
        """The form with the bullet of the item before it, of whatever kind."""
        mark = leading(frame.last[0]) if frame.last and form.bullet else None
        if not mark or mark.number or not frame.last:
            return form
        return replace(form, bullet=frame.last[0][: mark.offset].rstrip(" \t")[-1:])

    def _count(self, entry: Entry, form: Form, frame: _Frame) -> str | None:
        """The next number where siblings count up; none is ever changed for it."""
        if not form.number:
            return None
        if entry.kind not in frame.seen or frame.all_one:
            return form.number
        return next_number(form.number) or form.number

    def _indent(self, column: int, frame: _Frame) -> str:
        """That many columns, or a few more, as the file writes them."""
        last = frame.last[0] if frame.last else ""
        own = last[: len(last) - len(last.lstrip(" \t"))]
        if frame.last and columns(own, 0, len(own)) == column:
            return own
        behind = frame.following.node if frame.following else None
        if self._care < 2 and frame.nested and not frame.last and not behind:
            tabs = "\t" * -(-column // 4) if "\t" in self._models.indents else ""
            known = (*self._models.indents, tabs)
            return next((i for i in known if 0 <= columns(i, 0, len(i)) - column < 4), " " * column)
        return " " * column

    def _point(self, frame: _Frame) -> str:
        mark = leading(line := frame.seen["question"][0] if "question" in frame.seen else "")
        return line[: mark.offset].rstrip(" \t")[-1:] if mark and mark.number else "."

    def _answer(self, node: Node | None, entry: Entry, own: Own, loose: bool) -> None:
        start, end = (node.text_end, node.end) if node else (0, 0)
        lines = self._lines[start:end]
        old = (self._lines[start - 1], node.block.marker.column if node.block else 0) if node else ("", 0)
        shown = below_question(lines, own, old, entry.answer, loose)
        same = len(shown) == len(lines)
        self._page.below(shown, self._endings[start:end] if same else [])
        self._page.seam = self._page.seam or shown != lines
        # In a list an answer is what is indented; elsewhere its own lines may say something else.
        odd = node is not None and node.block is not None and node.block.shape != "list"
        self.edited = self.edited or (odd and shown != lines)


def _columns(node: Node | None) -> Columns | None:
    """The columns of the table whose row an item is."""
    return node.block.columns if node and node.block else None
