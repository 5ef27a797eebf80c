"""`askback` and `askback serve`: the server as a process, from its one line to its polite end."""

import re
import signal
import socket

import pytest

from tests.commands.running import Askback, refused

SERVE = ("serve", "--port", "0")


def test_bare_askback_creates_the_starter_once(askback: Askback) -> None:
    with askback.serving(ASKBACK_PORT="0") as server:
        assert "字节跳动" in server.get()
        assert server.stop().code == 0
    with askback.serving(ASKBACK_PORT="0") as server:
        assert server.stop(signal.SIGINT).code == 0
    assert len(askback.books()) == 1


def test_serve_creates_no_workbook_and_says_one_line(askback: Askback) -> None:
    with askback.serving("serve", "--port", "0", "--no-browser") as server:
        assert server.get("healthz") == "ok"
        assert server.get("static/" + re.findall(r"/static/([^\"]+\.css)", server.get())[0])
        done = server.stop()
    assert (done.code, done.out, done.err) == (0, b"", "")
    assert askback.books() == []
    assert not (askback.data / "server.url").exists()
    assert len(list((askback.data / "backups").glob("automatic-*.db"))) == 1


def test_the_second_server_says_where_the_first_is(filled: Askback) -> None:
    with filled.serving(*SERVE) as server:
        said = refused(filled("serve", "--port", "0"), code=1)
        assert server.url in said
        assert f"process {server.process.pid})" in said
        done = filled.well()
        assert done.text == f"Askback is running at {server.url}\n"
        assert server.get("healthz") == "ok"
        assert len(filled.books()) == 1


def test_a_killed_server_leaves_no_wrong_address_behind(filled: Askback) -> None:
    with filled.serving(*SERVE) as server:
        server.stop(signal.SIGKILL)
    assert (filled.data / "server.url").exists()
    with filled.serving(*SERVE) as again:
        assert (filled.data / "server.url").read_text() == again.url


@pytest.mark.parametrize("host", ["localhost", "::1"])
def test_it_listens_on_every_name_of_this_machine(filled: Askback, host: str) -> None:
    if host == "::1" and not _has_ipv6():
        pytest.skip("this machine has no IPv6")
    with filled.serving("serve", "--port", "0", "--host", host) as server:
        assert ("[::1]" if host == "::1" else host) in server.url
        assert server.get("healthz") == "ok"


def test_a_port_that_is_taken(filled: Askback) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert port in refused(filled("serve", "--port", port), code=1)


def test_an_acknowledged_answer_survives_kill_and_restart(filled: Askback) -> None:
    ((book, _title),) = filled.books()
    with filled.serving(*SERVE) as server:
        asked = re.findall(r'id="q-([^"]+)"', server.get(f"workbooks/{book}"))[12]
        path = f"workbooks/{book}/questions/{asked}/answer"
        for version in range(5):
            assert server.save(path, body=f"第{version}次回答", version=str(version)) == 200
        server.stop(signal.SIGKILL)
    with filled.serving(*SERVE) as server:
        assert "第4次回答</textarea>" in server.get(f"workbooks/{book}")
        assert server.stop().code == 0
    assert "第4次回答" in filled.well("export", book).text


def _has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True
