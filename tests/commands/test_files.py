"""`import`, `export`, `list`, `starter` and `remove`: files in and out, as scripts hold on to them."""

import json
import shutil
from pathlib import Path

from app.exchange import document as doc
from tests.commands.running import Askback, ended, refused
from tests.markdown.samples import FOUNDING

TITLE = "面试准备 - 字节跳动剪映AI后端岗位"
RESULT = {"id", "title", "counts", "added", "changed", "moved", "removed", "unchanged", "conflicts"}


def test_a_founding_sheet_goes_in_and_comes_out_the_same(askback: Askback, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.md"
    sheet.write_bytes(FOUNDING)
    first, *found = askback.well("import", sheet).text.splitlines()
    uid, title = first.split("\t")
    assert title == TITLE
    assert "    39  questions" in found
    assert askback.well("export", uid).out == FOUNDING
    out = tmp_path / "out.md"
    out.write_text("what stood there before")
    assert askback.well("export", uid, "-o", out).out == b""
    assert out.read_bytes() == FOUNDING
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "out.md", "sheet.md"]


def test_rounds_go_into_the_markdown_where_they_are_asked_for(filled: Askback, tmp_path: Path) -> None:
    uid = filled.books()[0][0]
    assert filled.well("export", uid, "--rounds").out == FOUNDING
    woven = (
        FOUNDING
        + "\n## 面试轮次 <!-- askback: rounds -->\n\n- 一面 <!-- askback: round 1 -->\n  - 状态：已安排\n".encode()
    )
    (tmp_path / "woven.md").write_bytes(woven)
    again, *_found = filled.well("import", "woven.md").text.split("\t")
    assert "     1  rounds" in filled.well("import", "--dry-run", "woven.md").text
    assert filled.well("export", again).out == FOUNDING
    assert filled.well("export", again, "--rounds").out == woven


def test_what_import_tells_a_script(filled: Askback, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# 甲\n\n## 待办\n- [ ] 一\n  - [ ] 二\n", encoding="utf-8")
    export = filled.well("export", filled.books()[0][0], "--format", "json").out
    done = filled("import", "a.md", "-", "--json", send=export)
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert "a new one" in done.err
    small, founding = json.loads(done.text)["workbooks"]
    assert set(small) == set(founding) == RESULT
    zeros = dict.fromkeys((*doc.LISTS, "steps"), 0)
    assert small["counts"] == zeros | {"sections": 3, "tasks": 1, "steps": 1}
    assert (small["title"], small["added"], small["conflicts"]) == ("甲", 2, [])
    assert [small[key] for key in ("changed", "moved", "removed", "unchanged")] == [0, 0, 0, 0]
    assert founding["title"] == TITLE
    assert founding["counts"]["questions"] == 39
    assert founding["added"] == sum(n for name, n in founding["counts"].items() if name not in ("sections", "rounds"))
    assert [uid for uid, _title in filled.books()][1:] == [small["id"], founding["id"]]


def test_a_dry_run_changes_nothing(filled: Askback) -> None:
    told = json.loads(filled.well("import", "-", "--dry-run", "--json", send=FOUNDING).text)
    assert [(book["id"], book["title"]) for book in told["workbooks"]] == [(None, TITLE)]
    assert len(filled.books()) == 1


def test_files_come_in_together_or_not_at_all(filled: Askback, tmp_path: Path) -> None:
    (tmp_path / "good.md").write_bytes(FOUNDING)
    (tmp_path / "bad.md").write_bytes(b"# a\n\xff")
    names = ("bad.md", "none.md", "data")
    for name in names:
        assert name in refused(filled("import", "good.md", name))
    assert len(filled.books()) == 1


def test_list_and_remove(filled: Askback) -> None:
    (book,) = json.loads(filled.well("list", "--json").text)["workbooks"]
    assert set(book) == {"id", "title", "company", "state", "counts"}
    assert (book["title"], book["company"], book["state"]) == (TITLE, "字节跳动", "preparing")
    assert set(book["counts"]) == {*doc.LISTS, "steps"}
    assert book["counts"]["sections"] == 33
    (line,) = filled.well("list").text.splitlines()
    assert line.split("\t")[:4] == [book["id"], TITLE, "字节跳动", "preparing"]
    filled.well("remove", book["id"])
    assert filled.well("list", "--json").text == '{\n  "workbooks": []\n}\n'
    for words in (("remove", book["id"]), ("export", book["id"]), ("export", "没有")):
        assert "There is no workbook" in refused(filled(*words))


def test_starter_prints_as_import_does(filled: Askback) -> None:
    (told,) = json.loads(filled.well("starter", "--json").text)["workbooks"]
    assert set(told) == RESULT
    assert told["counts"]["questions"] == 39


def test_a_title_stays_on_its_line(filled: Askback) -> None:
    export = json.loads(filled.well("export", filled.books()[0][0], "--format", "json").text)
    export["workbooks"][0]["title"] = "a\tb\nc\x1b[2Jd"
    done = filled("import", "-", send=json.dumps(export).encode())
    assert done.text.splitlines()[0].split("\t")[1] == "a b c [2Jd"


def test_an_export_that_cannot_be_written(filled: Askback, tmp_path: Path) -> None:
    uid = filled.books()[0][0]
    (tmp_path / "file").touch()
    files = ("file/out.md", "nowhere/out.md")
    for file in files:
        assert file in refused(filled("export", uid, "-o", file), code=1)


def test_titles_can_be_listed_where_the_terminal_has_no_chinese(filled: Askback) -> None:
    assert ended(filled.start("list", PYTHONIOENCODING="latin-1")).text.count("\\u") > 5


def test_everything_works_on_postgresql_too(askback: Askback, postgres_url: str, tmp_path: Path) -> None:
    hosted = Askback(tmp_path / "data", {"ASKBACK_DATABASE_URL": postgres_url})
    uid = hosted.well("import", "-", send=FOUNDING).text.split("\t")[0]
    assert hosted.well("export", uid).out == FOUNDING
    assert json.loads(hosted.well("list", "--json").text)["workbooks"][0]["id"] == uid
    assert hosted.well("backup", "copy.dump").text == f"{tmp_path / 'copy.dump'}\n"
    hosted.well("remove", uid)
    hosted.well("restore", "copy.dump")
    assert uid in hosted.well("list").text
    assert "no file" in refused(hosted("restore", "x.dump"))
    shutil.rmtree(tmp_path / "data")
    with hosted.serving("serve", "--port", "0") as server:
        assert TITLE in server.get()
        assert server.stop().code == 0
