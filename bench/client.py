"""A browser reduced to what costs: one kept connection, a cookie, a token, and the forms found on the page."""

import json
import re
import threading
import time
from collections.abc import Callable
from http.client import HTTPConnection
from urllib.parse import urlencode

WORDS = "推理服务按模型分队列，网关限流后进入优先级队列；超时的请求先降级到小模型，再不行才拒绝。第 {} 次修改。"
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}


class Client:
    """One person at the sheet of one workbook, who writes the answer and ticks the signal of that `number`."""

    def __init__(self, port: int, page: str, number: int = 0) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=30)
        self._headers = {"Accept-Language": "en", "Sec-Fetch-Site": "same-origin"}
        self._page = page
        html = self.read().decode()
        self._token = _all(r'name="csrf_token" value="([^"]+)"', html)[0]
        answers = _all(r'action="([^"]+/questions/[^"]+/answer)"', html)
        marks = _all(r'action="([^"]+/signals/[^"]+/mark)"', html)
        self._answer, self._mark = answers[number % len(answers)], marks[number % len(marks)]
        box = html[html.index(f'action="{self._answer}"') :]
        self._version = int(_all(r'name="version" value="(\d+)"', box)[0])
        self._checked = False

    def read(self) -> bytes:
        """The page, whole."""
        return self._ask("GET", self._page)

    def save(self) -> None:
        """Write another answer than the one that stands there."""
        # The time keeps the text of a later client on the same answer from being the one that is there.
        body = WORDS.format(f"{self._version}.{time.time_ns()}")
        reply = json.loads(self._send(self._answer, {"version": str(self._version), "body": body}))
        if reply["version"] != self._version + 1:
            raise ValueError(f"version {self._version} became {reply['version']}")
        self._version += 1

    def tick(self) -> None:
        """Turn the box over."""
        self._checked = not self._checked
        self._send(self._mark, {"checked": "1"} if self._checked else {})

    def _send(self, address: str, fields: dict[str, str]) -> bytes:
        return self._ask("POST", address, urlencode({"csrf_token": self._token} | fields))

    def _ask(self, method: str, address: str, body: str | None = None) -> bytes:
        self._connection.request(method, address, body, self._headers | (FORM if body is not None else {}))
        response = self._connection.getresponse()
        content = response.read()
        if response.status != 200:
            raise ValueError(f"{method} {address}: {response.status} {content[:200]!r}")
        if cookie := response.headers.get("Set-Cookie"):
            self._headers["Cookie"] = cookie.split(";")[0]
        return content


def timed(acts: list[Callable[[], object]], times: int) -> list[float]:
    """Milliseconds of each call, sorted: every act in a thread of its own (a single one in ours), `times` times."""
    found: list[float] = []
    failed: list[BaseException] = []
    start = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        mine = []
        try:
            start.wait()
            for _ in range(times):
                before = time.perf_counter()
                act()
                mine.append((time.perf_counter() - before) * 1000)
        except BaseException as problem:
            failed.append(problem)
        found.extend(mine)

    if len(acts) == 1:
        run(acts[0])
    else:
        threads = [threading.Thread(target=run, args=(act,)) for act in acts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    if failed:
        raise failed[0]
    return sorted(found)


def _all(pattern: str, html: str) -> list[str]:
    return [str(found) for found in re.findall(pattern, html)]
