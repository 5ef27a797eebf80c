"""What cannot be done is said in one line; what is not built yet says so, and is not in the help."""

import shutil
from pathlib import Path

from tests.commands.running import Askback, refused

BUILT = {"serve", "import", "export", "list", "starter", "remove", "backup", "restore", "doctor"}


def test_the_help_names_what_is_built_and_nothing_else(askback: Askback) -> None:
    names = ("", *sorted(BUILT))
    helps = {name: askback(*name.split(), "--help") for name in names}
    assert {done.code for done in helps.values()} == {0}
    listed = helps[""].text.partition("Commands:")[2].split("\n")[1:]
    assert {line.split()[0] for line in listed if line.startswith("  ") and line[2] != " "} == BUILT
    for option in ("--into", "anki", "ics"):
        assert not [name for name, done in helps.items() if option in done.text], option
    for name, options in {
        "serve": ("--host", "--port", "--no-browser"),
        "import": ("--dry-run", "--encoding", "--json", "FILE..."),
        "export": ("--format", "--rounds", "-o", "markdown", "json", "csv", "html"),
        "list": ("--json",),
        "doctor": ("--json", "--repair"),
    }.items():
        assert all(option in helps[name].text for option in options), name
    assert not askback.data.exists()


def test_what_is_not_built_says_so(askback: Askback) -> None:
    for words in (
        ("watch", "a.md", "ID"),
        ("user", "list"),
        ("import", "a.md", "--into", "ID"),
        *(("export", "ID", "--format", name) for name in ("anki", "ics")),
    ):
        assert "not built yet" in refused(askback(*words))
    assert not askback.data.exists()


def test_words_that_are_no_command(askback: Askback) -> None:
    wrong = (("nonsense",), ("import",), ("serve", "--port", "65536"), ("export", "a", "--format", "x"))
    for words in wrong:
        refused(askback(*words))
    assert not askback.data.exists()


def test_settings_that_cannot_be_used(askback: Askback) -> None:
    wrong = [
        ("ASKBACK_PORT", "65536"),
        ("ASKBACK_PORT", "http"),
        ("ASKBACK_LANGUAGE", "tlh"),
        ("ASKBACK_TIME_ZONE", "Mars/Base"),
        ("ASKBACK_DATABASE_URL", "mysql://localhost/x"),
        ("ASKBACK_DATABASE_URL", "postgresql+psycopg://user:secret@host:port/x"),
        ("ASKBACK_DATABASE_URL", "sqlite:///:memory:"),
        ("ASKBACK_HOST", "0.0.0.0"),
        ("ASKBACK_TRUSTED_HOSTS", "askback.example.org"),
    ]
    for name, value in wrong:
        done = Askback(askback.data, {name: value})("serve", "--port", "0")
        assert name in refused(done)
        assert "secret" not in done.err
    assert not askback.data.exists()


def test_folders_that_cannot_be_used(askback: Askback, started: Path, tmp_path: Path) -> None:
    shutil.copy(started / "askback.db", tmp_path / "copy.db")
    (tmp_path / "file").touch()
    every = (tmp_path / "file", tmp_path / "file/data", Path("/proc/askback"))
    folders = [folder for folder in every if folder.parent.exists()]
    for words in (("list",), ("serve", "--port", "0"), ("restore", "copy.db")):
        for folder in folders:
            assert str(folder.parent) in refused(askback(*words, ASKBACK_DATA=str(folder)), code=1)


def test_a_server_that_does_not_answer(askback: Askback) -> None:
    nobody = "postgresql+psycopg://somebody:secret@127.0.0.1:1/x"
    said = refused(askback("list", ASKBACK_DATABASE_URL=nobody), code=1)
    assert "database server" in said
    assert "secret" not in said


def test_a_relative_database_is_that_of_the_folder_one_stands_in(filled: Askback, tmp_path: Path) -> None:
    told = filled.well("backup", ASKBACK_DATABASE_URL="sqlite:///data/askback.db").text
    assert Path(told.rstrip("\n")).stat().st_size >= (tmp_path / "data/askback.db").stat().st_size
