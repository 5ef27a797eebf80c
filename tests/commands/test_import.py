"""`import` of more than Markdown: folders, tables, other encodings, and the bar that a terminal sees."""

import contextlib
import json
import os
import pty
import sqlite3
import subprocess
from pathlib import Path

from tests.commands.running import COMMAND, DEADLINE, Askback, refused
from tests.markdown.samples import FOUNDING

TABLE = "question,answer\nHow big?,Nine\nWho decides?,\n"


def folder_of(tmp_path: Path) -> Path:
    """A folder as people keep it: sheets, a table, and what is none of our business."""
    folder = tmp_path / "面试"
    (folder / "b" / "deep").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "a.md").write_bytes(FOUNDING)
    (folder / "b" / "deep" / "c.TXT").write_text("# C\n")
    (folder / "b" / "d.csv").write_text(TABLE)
    (folder / ".git" / "x.md").write_bytes(b"\xff")
    (folder / ".hidden.md").write_bytes(b"\xff")
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


def titles(askback: Askback) -> list[str]:
    return [title for _uid, title in askback.books()]


def test_a_folder_stands_for_the_sheets_in_it(askback: Askback, tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    told = json.loads(askback.well("import", folder, "--dry-run", "--json").text)
    assert [book["id"] for book in told["workbooks"]] == [None] * 3
    assert askback.books() == []
    done = askback.well("import", folder)
    assert titles(askback) == ["面试准备 - 字节跳动剪映AI后端岗位", "d", "C"]
    assert "    41  questions" in done.text


def test_a_folder_comes_in_whole_or_not_at_all(filled: Askback, tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "b" / "bad.md").write_bytes(b"a\0b")
    (tmp_path / "none").mkdir()
    assert "b/bad.md" in refused(filled("import", folder))
    assert "none" in refused(filled("import", "none"))
    assert len(filled.books()) == 1


def test_a_table_is_a_sheet_afterwards(askback: Askback, tmp_path: Path) -> None:
    (tmp_path / "Team questions.csv").write_text(TABLE)
    uid, title = askback.well("import", "Team questions.csv").text.splitlines()[0].split("\t")
    assert title == "Team questions"
    sheet = "# Team questions\n\n## Questions to ask\n\n1. How big?\n   Nine\n2. Who decides?\n"
    assert askback.well("export", uid).text == sheet
    table = askback.well("export", uid, "--format", "csv").out
    (tmp_path / "again.csv").write_bytes(table)
    again = askback.well("import", "again.csv").text.split("\t")[0]
    assert askback.well("export", again).text == sheet.replace("Team questions", "again")
    page = askback.well("export", uid, "--format", "html").text
    assert page.startswith("<!doctype html>")
    assert "How big?" in page


def test_another_encoding_is_named_and_chosen(askback: Askback, tmp_path: Path) -> None:
    data = "# 某公司\n\n## 想問的問題\n1. 團隊多大？\n".encode("cp950")
    (tmp_path / "old.md").write_bytes(data)
    said = refused(askback("import", "old.md"))
    assert "“old.md” is not UTF-8: byte 2, in line 1." in said
    assert "--encoding big5, --encoding gb18030" in said
    assert "--encoding" in refused(askback("import", "old.md", "--encoding", "utf-7"))
    assert askback.books() == []
    uid = askback.well("import", "old.md", "--encoding", "big5").text.split("\t")[0]
    assert askback.well("export", uid).out == data
    with contextlib.closing(sqlite3.connect(askback.data / "askback.db")) as database, database:
        database.execute("UPDATE question SET text = '😀？'")
    done = askback("export", uid)
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert "Big5 lacks a character" in done.err
    assert "😀？" in done.text


def test_a_terminal_sees_how_far_it_is(askback: Askback, tmp_path: Path) -> None:
    (tmp_path / "large.md").write_text("# L\n" + "some words\n" * 60_000)
    (tmp_path / "small.md").write_text("# S\n")
    assert "Importing" in on_a_terminal(askback, "large.md")
    assert on_a_terminal(askback, "small.md") == ""
    assert titles(askback) == ["L", "S"]


def on_a_terminal(askback: Askback, *files: str) -> str:
    """What the command says to a terminal beside its output."""
    ours, theirs = pty.openpty()
    told = {"ASKBACK_DATA": str(askback.data), "ASKBACK_LANGUAGE": "en"}
    process = subprocess.Popen(
        [COMMAND, "import", *files],
        cwd=askback.data.parent,
        env=os.environ | told,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    said = b""
    with contextlib.suppress(OSError):  # so Linux says that the other end is closed
        while part := os.read(ours, 4096):
            said += part
    os.close(ours)
    assert process.wait(DEADLINE) == 0, said
    return said.decode()
