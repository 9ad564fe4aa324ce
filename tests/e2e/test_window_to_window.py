"""The main job by hand, on a real screen: what a clerk types in one window stands in the district's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.display import virtual_screen
from tests.helpers.offices import SampleYear
from tests.helpers.source_tree import ROOT


@pytest.mark.xvfb
def test_what_a_clerk_reports_is_what_the_district_sees(own_sample_year: SampleYear, tmp_path: Path) -> None:
    stick, pictures = tmp_path / "stick", tmp_path / "pictures"
    stick.mkdir()
    pictures.mkdir()
    with virtual_screen(tmp_path) as environment:
        done = subprocess.run(
            [sys.executable, "-m", "tests.e2e.by_hand", own_sample_year.folder, stick, pictures],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=110,
            check=False,
        )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("xcb: ")
    assert [path.name for path in sorted(pictures.glob("*.png"))] == [
        "1-clerk-week.png",
        "2-clerk-sent.png",
        "3-officer-preview.png",
        "4-officer-table.png",
    ]
