"""The founding workbook as it looks in the middle of things: some answers, some ticks, three rounds, one in the bin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from app.db import LOCAL_OWNER
from app.exchange.starter import create_starter
from tests.browser.sheet import GOALS, QUESTIONS, SIGNALS
from tests.conftest import Person, close, make_app

PREPARED = {
    0: "自研网关，Go，前面是统一接入层；模型路由按租户配置。限流在网关做，排队在调度层。",
    1: "一面说全部容器化；二面说部分团队已迁到 serverless GPU。再问一次。",
    2: "两级队列：租户级和模型级，超过阈值降级到小模型。",
    5: "TensorRT-LLM，加上 KV cache 复用；集群规模没有说。",
    12: "智能成片日活约两百万，数字人主要是商家在用。",
    24: "算法出模型，后端出服务；接口由两边一起评审。",
}
ROUNDS: tuple[tuple[str, str, str, dict[int, str], str], ...] = (
    (
        "technical",
        "技术一面",
        "2026-11-20T15:00",
        {0: "统一接入层后面是自研网关。", 1: "全部容器化。", 12: "两百万。"},
        "110200000",
    ),
    (
        "manager",
        "",
        "2026-11-24T10:30",
        {1: "部分团队已迁到 serverless GPU。", 24: "先写接口文档，再分头做。"},
        "210000102",
    ),
    ("hr", "", "", {}, "000000000"),
)
STATES = {"0": "unasked", "1": "seen", "2": "not_seen"}


@dataclass(frozen=True)
class Filled:
    """A data folder, and the addresses in it."""

    data: Path
    sheet: str
    rounds: tuple[str, ...]


def fill(data: Path) -> Filled:
    """Make that workbook, as one person with one browser would."""
    app = make_app(f"sqlite:///{data / 'askback.db'}", data)
    with app.app_context():
        workbook = create_starter(LOCAL_OWNER).workbook.id
        other = create_starter(LOCAL_OWNER).workbook.id
    person = Person(app)
    _post(person, f"/workbooks/{other}/remove")
    sheet = f"/workbooks/{workbook}"
    page = unescape(person.get(sheet).text)
    for number, body in PREPARED.items():
        _post(person, _action(page, QUESTIONS[number], "answer"), body=body, version=0)
    for name in (SIGNALS[0], SIGNALS[2], SIGNALS[6]):
        _post(person, _action(page, name, "mark"), checked=1)
    for name in GOALS[:2]:
        _post(person, _action(page, name, "done"), checked=1)
    rounds = tuple(_round(person, sheet, page, *told) for told in ROUNDS)
    close(app)
    return Filled(data, sheet, rounds)


def _round(
    person: Person, sheet: str, page: str, kind: str, name: str, at: str, said: dict[int, str], seen: str
) -> str:
    made = person.save(f"{sheet}/rounds", kind=kind, name=name, scheduled_at=at, time_zone="Asia/Shanghai").json
    assert made is not None
    here = str(made["url"])
    for number, body in said.items():
        _post(person, here + _action(page, QUESTIONS[number], "answer").removeprefix(sheet), body=body, version=0)
    for signal, state in zip(SIGNALS, seen, strict=True):
        mark = here + _action(page, signal, "mark").removeprefix(sheet)
        if state != "0":
            _post(person, mark, state=STATES[state])
        if state == "1":
            _post(person, mark.replace("/mark", "/evidence"), evidence="主动讲了上一位转岗同学的例子。", version=0)
    return here


def _action(page: str, text: str, verb: str) -> str:
    """Where the form sends what belongs to this text."""
    item = next(uid for uid, found in _texts(page) if found == text)
    found = re.search(rf'action="([^"]+/{item}/{verb})"', page)
    assert found, text
    return found[1]


def _texts(page: str) -> list[tuple[str, str]]:
    questions = re.findall(r'id="q-([^"]+)".*?<p [^>]*>([^<]+)<', page, re.DOTALL)
    boxes = re.findall(r'id="b-([^"]+)".*?<span dir="auto">([^<]+)<', page, re.DOTALL)
    return questions + boxes


def _post(person: Person, path: str, **fields: object) -> None:
    done = person.save(path, **fields)
    assert done.status_code in (200, 201), (path, done.text)
