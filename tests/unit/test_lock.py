"""The same versions everywhere: what is installed to run is what is tested, each file checked by its hash."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
RUN, DEV = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"


def pins(lock: Path) -> dict[str, set[str]]:
    """Read the lock file: name → the pinned versions, one for each range of Python versions."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(
        r"^([a-z0-9-]+)==([^\s;]+)", lock.read_text(encoding="utf-8"), re.MULTILINE
    ):
        found.setdefault(name, set()).add(version)
    return found


def wanted(group: str | None) -> list[Requirement]:
    """Read what pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = project["dependency-groups"][group] if group else project["project"]["dependencies"]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize(("group", "lock"), [(None, RUN), (None, DEV), ("dev", DEV)], ids=str)
def test_every_dependency_is_pinned_to_a_version_it_allows(group: str | None, lock: Path) -> None:
    pinned = pins(lock)
    for requirement in wanted(group):
        versions = pinned.get(requirement.name.lower(), set())
        assert versions, f"{requirement} is not in {lock.name}"
        assert all(version in requirement.specifier for version in versions)


def test_what_is_tested_is_what_runs() -> None:
    assert pins(RUN).items() <= pins(DEV).items()


@pytest.mark.parametrize("lock", [RUN, DEV], ids=lambda path: path.name)
def test_every_pin_carries_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    for entry in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in entry, entry.splitlines()[0]
    assert not re.search(r"://|--index|--find-links|--extra", text)


def test_qt_stays_at_the_version_that_counts_references_right() -> None:
    assert pins(RUN)["pyside6-essentials"] == {"6.11.3"}
    assert pins(RUN)["shiboken6"] == {"6.11.3"}
