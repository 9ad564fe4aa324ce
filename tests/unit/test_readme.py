"""What the README tells a reader to type exists, and what it points to is there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def shell_lines() -> list[str]:
    """Return the commands of the blocks marked ``sh``."""
    blocks = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    return [line.split(" #")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


def verbs() -> set[str]:
    """Return the verbs that build/dev.py understands, as it says itself."""
    words = [sys.executable, str(ROOT / "build" / "dev.py"), "--help"]
    text = subprocess.run(words, check=True, capture_output=True, encoding="utf-8").stdout
    return set(re.findall(r"^    ([a-z]+) ", text, re.MULTILINE))


def test_the_two_commands_come_first() -> None:
    assert [line.split()[2] for line in shell_lines()[:2]] == ["run", "test"]
    assert README.index("```sh") < README.index("\n## ")


def test_every_shell_line_is_a_verb_of_the_one_command() -> None:
    assert {tuple(line.split()[:2]) for line in shell_lines()} == {("python3", "build/dev.py")}
    assert {line.split()[2] for line in shell_lines()} <= verbs()


def test_every_verb_has_its_line_in_the_table() -> None:
    table = README[README.index("| Verb of `build/dev.py` |") :].split("\n\n")[0]
    assert set(re.findall(r"^\| `([a-z]+)", table, re.MULTILINE)) == verbs()


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:desktop|build|resources|tests)/[\w./]+)", README)))
)
def test_every_file_it_names_is_there(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#]+)\)", README))))
def test_every_picture_and_link_is_there(target: str) -> None:
    assert (ROOT / target).exists()


def test_the_change_log_speaks_of_this_version_or_the_next() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    version = re.search(r'^version = "(.+)"', project, re.MULTILINE)
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert version is not None
    assert "## Unreleased" in log or f"## {version[1]}" in log
