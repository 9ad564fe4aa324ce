"""Whoever receives the program receives the licences of all that is in it."""

from __future__ import annotations

from pathlib import Path

from tests.unit.test_lock import RUN, pins

ROOT = Path(__file__).resolve().parents[2]
LICENCES = ROOT / "resources" / "licences"


def test_the_notices_name_every_library_at_its_locked_version() -> None:
    titles = (LICENCES / "THIRD-PARTY-NOTICES.txt").read_text(encoding="utf-8").splitlines()
    named = {title.lower().replace("_", "-") for title in titles}
    for name, versions in pins(RUN).items():
        assert f"{name} {' or '.join(sorted(versions))}" in named, "run build/notices.py"


def test_the_licences_that_qt_asks_for_are_there_in_full() -> None:
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (LICENCES / "LGPL-3.0.txt").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in (LICENCES / "GPL-3.0.txt").read_text(encoding="utf-8")


def test_the_project_says_under_which_licence_it_is() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
