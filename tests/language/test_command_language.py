"""The command line speaks the language of ASKBACK_LANGUAGE (also from `.env`), else of the system."""

import os
from pathlib import Path

import pytest

from tests.loaded import Done, run

ENGLISH, CHINESE = "List the workbooks.", "列出所有工作簿。"
NONE = {"en": "There is no workbook “none”", "zh-Hans": "没有编号为“none”的工作簿"}


def askback(folder: Path, *words: str, **environment: str) -> Done:
    """Run a command in an empty folder, with nothing of our own environment but the path."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("ASKBACK_", "LC_", "LANG"))}
    return run(words, clean | {"ASKBACK_DATA": str(folder / "data")} | environment, folder)


def help_of(folder: Path, **environment: str) -> str:
    done = askback(folder, "--help", **environment)
    assert done.code == 0
    return " ".join(done.text.split())


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({}, ENGLISH),
        ({"LANG": "C.UTF-8"}, ENGLISH),
        ({"LANG": "en_GB.UTF-8"}, ENGLISH),
        ({"LANG": "fr_FR.UTF-8"}, ENGLISH),
        ({"LANG": "zh_CN.UTF-8"}, CHINESE),
        ({"LANG": "zh_TW.UTF-8"}, CHINESE),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, CHINESE),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, CHINESE),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, ENGLISH),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, CHINESE),
        ({"LANG": "zh_CN.UTF-8", "ASKBACK_LANGUAGE": "en"}, ENGLISH),
        ({"LANG": "en_US.UTF-8", "ASKBACK_LANGUAGE": "zh-Hans"}, CHINESE),
        ({"LANG": "zh_CN.UTF-8", "ASKBACK_LANGUAGE": ""}, CHINESE),
    ],
    ids=str,
)
def test_help_is_in_the_language_set_else_in_the_systems(
    tmp_path: Path, environment: dict[str, str], sentence: str
) -> None:
    said = help_of(tmp_path, **environment)
    assert sentence in said
    assert ({ENGLISH, CHINESE} - {sentence}).pop() not in said


def test_a_language_set_in_the_env_file_is_the_commands_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("ASKBACK_LANGUAGE=zh-Hans\n")
    assert CHINESE in help_of(tmp_path, LANG="en_US.UTF-8")
    assert NONE["zh-Hans"] in askback(tmp_path, "export", "none", LANG="en_US.UTF-8").err


def test_the_environment_wins_over_the_env_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("ASKBACK_LANGUAGE=zh-Hans\n")
    assert ENGLISH in help_of(tmp_path, ASKBACK_LANGUAGE="en")


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_a_command_that_fails_says_why_in_the_language(tmp_path: Path, language: str) -> None:
    failed = askback(tmp_path, "export", "none", ASKBACK_LANGUAGE=language)
    assert failed.code == 2
    assert failed.err.startswith(f"askback: {NONE[language]}")
    assert failed.err.count("\n") == 1


def test_a_language_we_do_not_speak_is_refused_in_the_systems(tmp_path: Path) -> None:
    failed = askback(tmp_path, "list", ASKBACK_LANGUAGE="fr", LANG="zh_CN.UTF-8")
    assert failed.code == 2
    assert "ASKBACK_LANGUAGE=fr 不可用" in failed.err


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("serve", "启动服务，不新建工作簿。"),
        ("import", "不做任何改动。"),
        ("export", "把一本工作簿导出为 Markdown、JSON、CSV 或单个 HTML 网页。"),
        ("backup", "备份数据库"),
        ("restore", "用备份恢复数据库"),
        ("starter", "创建自带的起始工作簿。"),
        ("remove", "把一本工作簿移到回收站"),
    ],
)
def test_the_help_of_each_command_is_in_the_language(tmp_path: Path, command: str, sentence: str) -> None:
    told = askback(tmp_path, command, "--help", ASKBACK_LANGUAGE="zh-Hans")
    assert sentence in told.text.replace("\n", "").replace("  ", "")
