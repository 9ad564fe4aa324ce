"""Sample offices for tests: made once for a run, copied for each test that changes them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from desktop.usecases.create_sample import create_sample
from desktop.usecases.office import Office, open_office

DISTRICT = "872"
PHU_DIEN = "30067"
HUNG_THANH = "30043"


def no_progress(_done: int, _total: int | None) -> None:
    """For use cases that report progress."""


@dataclass(frozen=True)
class SampleYear:
    """A folder with the sample's offices; ``codes`` are its communes, without the district."""

    folder: Path

    @property
    def codes(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir() if path.name not in (DISTRICT, "stick"))

    def open(self, code: str) -> Office:
        """Open one office by its unit's code; the caller closes it."""
        return open_office(self.folder / code / "data", self.folder / code / "profile")

    @property
    def stick(self) -> Path:
        """A folder that plays the USB stick."""
        path = self.folder / "stick"
        path.mkdir(exist_ok=True)
        return path


def make_sample(folder: Path) -> SampleYear:
    """Make the sample year in a new folder."""
    create_sample(folder, no_progress)
    return SampleYear(folder)


def copy_sample(sample: SampleYear, folder: Path) -> SampleYear:
    """A copy that a test may change. Keys and lease are copied with it, so it is the same computer."""
    shutil.copytree(sample.folder, folder)
    return SampleYear(folder)
