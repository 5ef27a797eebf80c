"""The README and its neighbours are true: what they name exists, and what exists is named."""

import re
import subprocess
from pathlib import Path

import click
import pytest

from app.commands import askback

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")


def visible_options(command: click.Command) -> set[str]:
    return {
        option
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.hidden
        for option in parameter.opts
    }


@pytest.mark.parametrize("name", sorted(askback.commands))
def test_the_readme_shows_each_command_with_each_of_its_options(name: str) -> None:
    line = next(line for line in README.splitlines() if line.startswith(f"| `askback {name}"))
    assert visible_options(askback.commands[name]) == set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", line.split("` |")[0]))


def test_the_readme_names_no_command_that_is_not_there() -> None:
    assert set(re.findall(r"^\| `askback ([a-z]+)", README, re.M)) == set(askback.commands)


def test_the_readme_names_each_setting_and_no_other() -> None:
    read = (ROOT / "app" / "config.py").read_text("utf-8")
    assert set(re.findall(r"ASKBACK_[A-Z_]+", README)) == set(re.findall(r'"(ASKBACK_[A-Z_]+)"', read))


def test_the_words_of_make_are_those_the_documents_use() -> None:
    words = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    used = set(re.findall(r"`?make ([a-z-]+)(?=[\s`])", README)) | set(re.findall(r"`make ([a-z-]+)`", ARCHITECTURE))
    assert used <= words


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md", "CHANGELOG.md"])
def test_links_lead_somewhere(document: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / document).read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_files_and_folders_that_the_architecture_names_exist() -> None:
    named = re.findall(
        r"`((?:app|templates|static|migrations|bench|docs|tests)/[\w/.]+?\.(?:py|html|js))", ARCHITECTURE
    )
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_no_address_of_a_package_registry_stands_in_a_tracked_file() -> None:
    hosts = "|".join(("py" + "pi\\.", "python" + "hosted", "npm" + "js", "deb\\.deb" + "ian"))
    found = subprocess.run(["git", "grep", "-nIE", hosts], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.stdout == ""
