"""What is typed and tapped in three rounds of the founding workbook, and what an export holds of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tests.browser.sheet import QUESTIONS, SIGNALS

SCHEDULING, LOAD, OWNER, LATER = QUESTIONS[1], QUESTIONS[2], QUESTIONS[24], QUESTIONS[12]
ON_THE_SPOT = "那夜里谁接电话？"


@dataclass(frozen=True)
class Week:
    """A round, with all that is typed and tapped in it."""

    kind: str
    name: str
    person: str
    role: str
    starts: str
    picks: dict[str, str]  # and why it is suggested
    said: dict[str, tuple[str, str]]  # with what became of it; those that were not picked are asked on the spot
    seen: dict[str, tuple[str, str]]  # with the evidence
    verdict: str
    notes: str
    signs: dict[str, str]  # as they are kept, and as they are said
    process: str
    told: str
    left: tuple[str, str]
    cut_from: str = ""  # from this question on there is no network

    @property
    def texts(self) -> list[str]:
        """All that was typed but for what a round is called by."""
        answers, evidence = (text for text, _word in self.said.values()), (text for _word, text in self.seen.values())
        return [*answers, *evidence, self.notes, self.process, self.told, self.left[0]]

    @property
    def begins(self) -> str:
        """When it starts, as an instant."""
        return f"{datetime.fromisoformat(self.starts + '+08:00').astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"

    @property
    def kept(self) -> dict[str, object]:
        """All of it, as `kept_of` finds it."""
        return {
            "arranged": (self.kind.lower(), self.name, [{"name": self.person, "role": self.role}], self.begins),
            "picks": list(self.picks),
            "said": sorted((question, text, word.lower()) for question, (text, word) in self.said.items()),
            "seen": sorted((signal, word == "seen", text) for signal, (word, text) in self.seen.items()),
            "thought": (VERDICTS[self.verdict], self.notes, list(self.signs), self.process, self.told),
            "left": [(*self.left, True)],
        }


VERDICTS = {"Strong yes": "strong_yes", "Rather no": "no", "Rather yes": "yes"}
WEEKS = (
    Week(
        "Technical",
        "技术一面",
        "王磊",
        "后端组长",
        "2026-12-01T15:00",
        {SCHEDULING: "not asked so far", LOAD: "not asked so far", LATER: "not asked so far"},
        {
            SCHEDULING: ("- 全部容器化\n- “从不”半夜上线 <b>&amp;</b>", "Answered"),
            LOAD: ("他笑了笑，说“以后会知道”。", "Evaded"),
        },
        {SIGNALS[0]: ("seen", "主动画了架构图 🚄"), SIGNALS[5]: ("not_seen", "没有抱怨加班")},
        "Strong yes",
        "开头十分钟在聊剪映。\n\n    四个空格",
        {"late": "They were late"},
        "迟到 20 分钟，道了歉",
        "现在 45k，三个月通知期",
        ("给王磊写感谢信", "2031-01-31"),
    ),
    Week(
        "Manager",
        "主管面",
        "Ana Müller",
        "Head of “Video”",
        "2026-12-08T10:30",
        {LATER: "left over from round 1", LOAD: "evaded last time", OWNER: "not asked so far"},
        {
            LATER: ("约两百万，`DAU`", "Answered"),
            LOAD: ("“这个要问技术。”\n\n# 又没有说", "Evaded"),
            ON_THE_SPOT: ("“看情况”", "Evaded"),
            OWNER: ("算法先写接口文档 | 后端再看", "Answered"),
        },
        {SIGNALS[0]: ("not_seen", "问了两次，没有画"), SIGNALS[7]: ("seen", "两个人互相打断")},
        "Rather no",
        "隧道里断了网，都还在。",
        {"rescheduled": "They moved the appointment", "silent": "They went silent"},
        "改了两次时间；\n一周没有回音",
        "期望 60k，没有别的 offer",
        ("把草图发给 Ana", "2031-02-01"),
        cut_from=LOAD,
    ),
    Week(
        "HR",
        "终面：HR",
        "陈静",
        "HRBP",
        "2026-12-15T17:45",
        {LOAD: "evaded last time", ON_THE_SPOT: "evaded last time", SCHEDULING: ""},
        {
            LOAD: ("两级队列，超过阈值就降级", "Answered"),
            ON_THE_SPOT: ("轮流，每五周一次", "Answered"),
            SCHEDULING: ("部分团队用 serverless；\n“每周”都有半夜上线", "Answered"),
        },
        {SIGNALS[0]: ("seen", "给了链接：https://example.org/?a=1&b=2"), SIGNALS[7]: ("not_seen", "很客气")},
        "Rather yes",
        "薪资范围说得很清楚。",
        {},
        "准时，五分钟后就有邮件",
        "两周内给答复",
        ("问清楚试用期", "2031-02-02"),
    ),
)


def kept_of(book: dict[str, Any], number: int) -> dict[str, object]:
    """What it holds of a round."""
    held = book["rounds"][number]
    texts = {question["id"]: question["text"] for question in book["questions"]}
    said = [(one["text"], answer) for one in book["questions"] for answer in one["answers"]]
    seen = [(one["text"], mark) for one in book["signals"] for mark in one["marks"]]
    return {
        "arranged": (held["kind"], held["name"], held["people"], held["scheduled_at"]),
        "picks": [texts[pick["question"]] for pick in held["picks"]],
        "said": sorted((text, a["body"], a["outcome"]) for text, a in said if a["round"] == held["id"]),
        "seen": sorted((text, mark["checked"], mark["evidence"]) for text, mark in seen if mark["round"] == held["id"]),
        "thought": tuple(held[name] for name in ("verdict", "notes", "process", "process_note", "told")),
        "left": [(left["text"], left["due_on"], left["done"]) for left in held["follow_ups"]],
    }
