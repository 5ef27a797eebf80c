"""Somebody who writes an answer again and again, and remembers what was acknowledged."""

from __future__ import annotations

import json
import re
import threading
from html import unescape
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlencode, urlsplit

WAIT = 60  # seconds: a hang is a failure


class Reply(Exception):
    """An answer that is no 200: its status, and what it says."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(status, text)
        self.status, self.text = status, text


class Visitor:
    """A browser's part in it: one connection, a cookie, a token. To be closed, or used in a `with`."""

    def __init__(self, url: str) -> None:
        self._connection = HTTPConnection(urlsplit(url).netloc, timeout=WAIT)
        self._headers = {"Accept-Language": "en", "Sec-Fetch-Site": "same-origin"}

    def __enter__(self) -> Visitor:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def get(self, path: str) -> str:
        return self._well(*self._ask("GET", path, None, "text/html"))

    def enter(self) -> None:
        """Take a token, as any page gives one."""
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.get("/import"))
        assert found
        self._token = unescape(found[1])

    def send(self, path: str, **fields: str) -> Any:
        """Send a form as a script does; gives what the answer holds. Raises Reply where it is refused."""
        return json.loads(self._well(*self.sent(path, "application/json", **fields)))

    def sent(self, path: str, accept: str = "text/html", **fields: str) -> tuple[int, str]:
        """Send a form; gives the status and the text of the answer, whatever they are."""
        return self._ask("POST", path, urlencode({"csrf_token": self._token, **fields}), accept)

    def _ask(self, method: str, path: str, body: str | None, accept: str) -> tuple[int, str]:
        form = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        self._connection.request(method, path, body, {**self._headers, **form, "Accept": accept})
        with self._connection.getresponse() as response:
            text = response.read().decode()
        if cookie := response.headers.get("Set-Cookie"):
            self._headers["Cookie"] = cookie.split(";")[0]
        return response.status, text

    def _well(self, status: int, text: str) -> str:
        if status != 200:
            raise Reply(status, text)
        return text


class Place:
    """The answer of one question: what stands there, and at which version, as a page shows them."""

    def __init__(self, workbook: str, question: str) -> None:
        self.question, self.page = question, f"/workbooks/{workbook}"
        self.path = f"{self.page}/questions/{question}/answer"

    def read(self, html: str) -> tuple[int, str]:
        form = html[html.index(f'action="{self.path}"') :].partition("</form>")[0]
        version = re.search(r'name="version" value="(\d+)"', form)
        body = re.search(r"<textarea[^>]*>(.*?)</textarea>", form, re.S)
        assert version and body
        return int(version[1]), unescape(body[1]).strip()


class Writer(threading.Thread):
    """Writes one place until told to stop or the server is gone; `kept` is the last number that was acknowledged."""

    def __init__(self, url: str, place: Place, name: str, start: int) -> None:
        super().__init__(daemon=True)
        self.place, self.label = place, name
        self.sent, self.kept, self.count = start, start, 0
        self.over, self.begun = threading.Event(), threading.Event()
        self.fault: object = None
        self._url = url

    def text(self, number: int) -> str:
        return f"{self.label} 第{number}次\n" + f"{self.label}{number} " * (number % 40)

    def run(self) -> None:
        try:
            with Visitor(self._url) as visitor:
                self._write(visitor)
        except (OSError, HTTPException, ValueError):
            return  # the server is gone: what was under way is not known
        except (Reply, AssertionError) as fault:
            self.fault = fault
        finally:
            self.begun.set()

    def _write(self, visitor: Visitor) -> None:
        visitor.enter()
        version, _body = self.place.read(visitor.get(self.place.page))
        while not self.over.is_set():
            self.sent += 1
            told = visitor.send(self.place.path, body=self.text(self.sent), version=str(version))
            assert told["version"] == version + 1, told
            version, self.kept, self.count = version + 1, self.sent, self.count + 1
            self.begun.set()

    def stands(self, body: str) -> int:
        """The number of the text that stands there, which must be this writer's and whole."""
        found = re.match(rf"{self.label} 第(\d+)次", body)
        number = int(found[1]) if found else 0
        assert body == (self.text(number).strip() if number else ""), (self.label, body)
        return number


def two_writers(url: str, places: list[Place], numbers: list[int]) -> list[Writer]:
    """Two who write, each an answer of their own and on from a number; both have saved when this returns."""
    writers = [Writer(url, *told) for told in zip(places[:2], "甲乙", numbers, strict=True)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.begun.wait(WAIT)
    return writers


def read_page(url: str, path: str) -> str:
    """What a page says to somebody who comes anew."""
    with Visitor(url) as visitor:
        return visitor.get(path)
