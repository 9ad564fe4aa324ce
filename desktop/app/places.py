"""Where an office's data and this computer's keys are: as typed, or in the user's own folder."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from desktop.store.store import DATABASE_NAME
from desktop.usecases.version import APP_NAME


@dataclass(frozen=True, slots=True)
class Places:
    """The data folder (database, backups, bundles) and the profile folder (keys, lease, settings)."""

    data: Path
    profile: Path

    @property
    def settings(self) -> Path:
        """What the window remembers: an INI file beside the keys."""
        return self.profile / "settings.ini"

    @property
    def has_data(self) -> bool:
        """Whether an office's database is there."""
        return (self.data / DATABASE_NAME).exists()

    @property
    def logs(self) -> Path:
        return self.data / "logs"


def find_places(options: argparse.Namespace) -> Places:
    """The places of this start. One given without the other lies beside it."""
    base = user_data_path(APP_NAME, appauthor=False, roaming=False)
    data: Path | None = options.data
    profile: Path | None = options.profile
    if data is None:
        data = profile.parent / "data" if profile is not None else base / "data"
    if profile is None:
        profile = data.parent / "profile" if options.data is not None else base / "profile"
    return Places(data.absolute(), profile.absolute())
