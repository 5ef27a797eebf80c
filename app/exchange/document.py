"""The JSON export, key by key (surface.md): one shape for what is read from Markdown, stored, and given out.

Lists are in document order. `position` counts through the whole workbook; `lines` are those of an item's own
text in `source`, from 1. Keys are added, never removed.
"""

from typing import Annotated, Literal, TypedDict

from msgspec import Meta, Struct

from app.markdown import Encoding, Kind

Uid = Annotated[str, Meta(pattern=r"^[0-9A-Za-z_-]{1,64}$")]
Count = Annotated[int, Meta(ge=0, le=2_147_483_647)]
Span = tuple[Annotated[int, Meta(ge=1, le=2_147_483_647)], Annotated[int, Meta(ge=1, le=2_147_483_647)]]
Lines = Span | None
Instant = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
Body = Annotated[str, Meta(max_length=100_000)]
Minutes = Annotated[int, Meta(ge=1, le=1440)]
RoundKind = Literal["hr", "technical", "manager", "cross", "executive", "other"]


class Source(Struct):
    """The file as imported, byte for byte; `encoding` where it is neither UTF-8 nor UTF-16 with its mark."""

    base64: str
    encoding: Encoding | None = None


class Section(Struct, kw_only=True):
    """A heading; `section` is the one above it.

    `direction`, `polarity` and `horizon` are what it says of the questions, signals and goals below it; `told` is what
    a person said it holds (`goals short`), where the file is read as something else.
    """

    id: Uid
    path: list[str] = []
    level: Annotated[int, Meta(ge=0, le=6)]
    kind: Kind
    text: str = ""
    section: Uid | None = None
    position: Count = 0
    lines: Lines = None
    direction: Literal["ask", "answer"] | None = None
    polarity: Literal["positive", "caution"] | None = None
    horizon: Literal["short", "mid", "long"] | None = None
    told: Annotated[str, Meta(max_length=32)] | None = None


class Item(Struct, kw_only=True):
    """What every item has."""

    id: Uid
    path: list[str] = []
    section: Uid | None = None
    position: Count = 0
    lines: Lines = None


class Place(TypedDict):
    """What every item has, for making one of it."""

    id: str
    path: list[str]
    section: str | None
    position: int
    lines: Lines


class Info(Item, kw_only=True):
    label: str
    value: str


class Noted(Item, kw_only=True):
    """A head and its tail: responsibilities, strengths, transfers, pitch points."""

    text: str
    note: str = ""


class Requirement(Item, kw_only=True):
    text: str
    status: Literal["matched", "learning", "missing"] | None = None
    evidence: str = ""


class Person(Struct):
    name: str = ""
    role: str = ""


class Pick(Struct, kw_only=True):
    """A question that one means to ask in the round; `minutes` where it takes others than `each_minutes`."""

    question: Uid
    minutes: Minutes | None = None


class FollowUp(Struct, kw_only=True):
    """What a round left one to do."""

    id: Uid
    text: Annotated[str, Meta(max_length=10_000)]
    due_on: Day | None = None
    done: bool = False


class Round(Struct, kw_only=True):
    """`picks` is its ask plan in its order, `ask_minutes` the time there is for it; `told` what one said of oneself.

    `verdict` is what one made of it, `process` which signs there were of how they run it.
    """

    id: Uid
    name: str = ""
    kind: RoundKind = "other"
    people: list[Person] = []
    scheduled_at: Instant | None = None
    time_zone: Annotated[str, Meta(max_length=64)] | None = None
    minutes: Minutes | None = None
    place: str = ""
    state: Literal["planned", "live", "debriefed"] = "planned"
    started_at: Instant | None = None
    notes: str = ""
    ask_minutes: Minutes | None = None
    each_minutes: Minutes | None = None
    told: Annotated[str, Meta(max_length=10_000)] = ""
    picks: list[Pick] = []
    verdict: Literal["strong_yes", "yes", "no", "strong_no"] | None = None
    process: list[Literal["late", "rescheduled", "silent"]] = []
    process_note: Annotated[str, Meta(max_length=10_000)] = ""
    follow_ups: list[FollowUp] = []


class Answer(Struct, kw_only=True):
    """`lines`: where it stands in `source`. `outcome` and `went_badly` are said of a question in a round; without a
    word yet, `version` is 0."""

    id: Uid
    round: Uid | None = None
    body: Body = ""
    version: Count = 1
    outcome: Literal["answered", "evaded", "later"] | None = None
    went_badly: bool = False
    updated_at: Instant | None = None
    lines: Lines = None


class Contradiction(Struct, kw_only=True):
    """Two answers to one question that cannot both be true, by their ids."""

    id: Uid
    answers: tuple[Uid, Uid]
    note: Annotated[str, Meta(max_length=10_000)] = ""


class Question(Item, kw_only=True):
    number: Annotated[str, Meta(max_length=64)] | None = None
    text: str
    direction: Literal["ask", "answer"] = "ask"
    priority: Literal[1, 2, 3] | None = None
    audience: list[RoundKind] = []
    asked: bool | None = None
    answers: list[Answer] = []
    contradictions: list[Contradiction] = []


class Mark(Struct, kw_only=True):
    """`checked` is null where there is only evidence so far."""

    round: Uid | None = None
    checked: bool | None = None
    evidence: Annotated[str, Meta(max_length=10_000)] = ""
    version: Count = 0
    updated_at: Instant | None = None


class Signal(Item, kw_only=True):
    parent: Uid | None = None
    text: str
    polarity: Literal["positive", "caution"] = "positive"
    weight: Annotated[int, Meta(ge=0, le=9)] = 1
    marks: list[Mark] = []


class Step(Struct, kw_only=True):
    id: Uid
    text: str
    done: bool = False
    steps: list["Step"] = []
    section: Uid | None = None
    position: Count = 0
    lines: Lines = None


class Goal(Item, kw_only=True):
    """`why` names the requirements, strengths and questions it is for."""

    text: str
    horizon: Literal["short", "mid", "long"] | None = None
    done: bool = False
    done_at: Instant | None = None
    due_on: Day | None = None
    notes: Body = ""
    why: list[Uid] = []
    steps: list[Step] = []


class Task(Item, kw_only=True):
    text: str
    done: bool = False
    steps: list[Step] = []


class Beside(Struct, kw_only=True):
    """A text beside the one that stands. `of` is the id of its answer, thing or signal (of evidence, by round)."""

    of: Uid
    field: Literal["body", "evidence", "notes", "wording"]
    round: Uid | None = None
    version: Annotated[int, Meta(ge=1, le=2_147_483_647)]
    body: Body
    note: Body = ""
    written_at: Instant


class Revision(Beside, kw_only=True):
    """What a text said before."""

    origin: Literal["page", "import", "restore"] = "page"


class Conflict(Beside, kw_only=True):
    """A text that came too late and waits for a decision; `version` is the one it was written upon."""

    id: Uid
    version: Count


class Workbook(Struct, kw_only=True):
    """One opening with everything in it. `gone` are the lines of the source whose things were deleted."""

    id: Uid
    title: str
    language: Annotated[str, Meta(max_length=16)] | None = None
    state: Literal["preparing", "interviewing", "offer", "accepted", "declined", "ghosted", "archived"] = "preparing"
    source: Source | None = None
    gone: list[Span] = []
    info: list[Info] = []
    sections: list[Section] = []
    responsibilities: list[Noted] = []
    requirements: list[Requirement] = []
    strengths: list[Noted] = []
    transfers: list[Noted] = []
    rounds: list[Round] = []
    questions: list[Question] = []
    signals: list[Signal] = []
    pitch_points: list[Noted] = []
    goals: list[Goal] = []
    tasks: list[Task] = []
    revisions: list[Revision] = []
    conflicts: list[Conflict] = []


class Export(Struct, kw_only=True):
    """What `export --format json` writes."""

    format: Literal["askback"]
    version: Literal[1]
    exported_at: Instant | None = None
    workbooks: list[Workbook]


ITEM_LISTS = (
    "info",
    "responsibilities",
    "requirements",
    "strengths",
    "transfers",
    "questions",
    "signals",
    "pitch_points",
    "goals",
    "tasks",
)
LISTS = ("info", "sections", *ITEM_LISTS[1:5], "rounds", *ITEM_LISTS[5:])


def with_steps(workbook: Workbook) -> list[Goal | Task]:
    """What steps may stand under."""
    return [*workbook.goals, *workbook.tasks]


def every_step(workbook: Workbook) -> list[tuple[Step, Step | Goal | Task]]:
    """All steps of a workbook with what each stands under, parents before children."""
    todo: list[tuple[Step, Step | Goal | Task]] = [(step, item) for item in with_steps(workbook) for step in item.steps]
    for step, _above in todo:  # grows while it is walked, so that no depth is too deep
        todo.extend((below, step) for below in step.steps)
    return todo


def counts(workbook: Workbook) -> dict[str, int]:
    """How many of each list a workbook holds, zeros too, and its steps."""
    return {name: len(getattr(workbook, name)) for name in LISTS} | {"steps": len(every_step(workbook))}


def item_count(workbook: Workbook) -> int:
    """Items and steps, not sections or rounds."""
    return sum(len(getattr(workbook, name)) for name in ITEM_LISTS) + len(every_step(workbook))
