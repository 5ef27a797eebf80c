"""Whoever makes a name of theirs point to this machine (DNS rebinding) gets nothing from it."""

import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from flask import Flask

from app import create_app
from app.config import Settings
from app.web.security import is_trusted, trusted_hosts
from tests.conftest import Person, settings_for
from tests.web.pages import HEADERS, everything, places

SPOOFED = (
    "evil.example",
    "evil.example:8765",
    "localhost.evil.example",
    "localhost.",
    "127.0.0.1.:8765",
    "",
    "localhost@evil.example",
    "evil.example@localhost",
    "[::2]",
    "[::ffff:127.0.0.1]",
    "[127.0.0.1]",
    "::1",
    "localhost:8765:80",
    "localhost:",
    "localhost:x",
    "localhost, evil.example",
    "localhost\tevil.example",
    "0.0.0.0",
    "127.0.0.2",
    "2130706433",
    "loc\xe4lhost",
)
OURS = ("localhost", "127.0.0.1", "[::1]", "LOCALHOST", "localhost:1", "127.0.0.1:65535", "[::1]:8765")


def test_a_spoofed_host_gets_no_content_from_any_address(person: Person, workbook: str) -> None:
    static = re.findall(r'"(/static/[^"]+)"', person.get("/").text)[0]
    base = f"/workbooks/{workbook}"
    paths = ("/", static, "/healthz", "/import", base, f"{base}/rounds", f"{base}/signals", "/nothing", "//bin")
    for host, path, method in product(SPOOFED, paths, ("GET", "HEAD", "POST", "OPTIONS", "DELETE")):
        answer = person.client.open(path, method=method, headers={"Host": host, "X-Forwarded-Host": "localhost"})
        assert (answer.status_code, answer.data) == (403, b""), (host, method, path)
        assert "Set-Cookie" not in answer.headers
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_a_spoofed_host_changes_nothing(app: Flask, person: Person, workbook: str) -> None:
    addresses, token = places(person, workbook), person.token
    before = everything(app)
    for path in addresses.values():
        fields = {"csrf_token": token, "body": "x", "version": "0", "checked": "1", "kind": "hr", "state": "seen"}
        assert person.client.post(path, data=fields, headers={"Host": "evil.example"}).status_code == 403
    assert everything(app) == before


def test_loopback_names_are_answered_with_any_port(person: Person) -> None:
    assert {host: person.get("/healthz", Host=host).status_code for host in OURS} == dict.fromkeys(OURS, 200)


def test_a_forwarded_host_stands_nowhere_in_an_answer(person: Person, workbook: str) -> None:
    forwarded = {
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Server": "evil.example",
        "X-Original-Host": "evil.example",
        "Forwarded": "host=evil.example",
    }
    for path in ("/", "/import", "/settings", "/bin", f"/workbooks/{workbook}", "/nothing", "//bin"):
        answer = person.get(path, **forwarded)
        assert "evil.example" not in answer.text
        assert "evil.example" not in str(answer.headers)


@pytest.mark.parametrize(
    ("change", "accepted", "refused"),
    [
        ({"trusted_hosts": ("Ask.Example",)}, "ask.example:443", "ask.example.org"),
        ({"trusted_hosts": ("ask.example:8443",)}, "ask.example:8443", "ask.example"),
        ({"trusted_hosts": ("fd00::1",)}, "[fd00::1]:8765", "fd00::1"),
        ({"host": "192.0.2.1"}, "192.0.2.1:8765", "192.0.2.1:80"),
        ({"host": "fd00::1"}, "[fd00::1]:8765", "[fd00::1]"),
    ],
)
def test_the_bound_address_and_trusted_names_are_answered(
    tmp_path: Path, change: dict[str, object], accepted: str, refused: str
) -> None:
    made: Settings = replace(settings_for("sqlite:///", tmp_path), **change)  # type: ignore[arg-type]
    trusted = trusted_hosts(made)
    assert is_trusted(accepted, trusted)
    assert not is_trusted(refused, trusted)


def test_the_host_is_looked_at_before_anything_else(tmp_path: Path) -> None:
    app = create_app(settings_for(f"sqlite:///{tmp_path / 'none.db'}", tmp_path))
    client = app.test_client()
    assert client.get("/").status_code == 500  # there is no database yet
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 403
