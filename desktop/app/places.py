"""Where an office's data and this computer's keys are: as typed, or in the user's own folder."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

from desktop.store.file_names import DATABASE_NAME


class Places(NamedTuple):
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
    data: Path | None = options.data
    profile: Path | None = options.profile
    if data is None and profile is None:
        from desktop.app.usual_place import usual_place  # asked for where nothing was typed

        data = usual_place() / "data"
    if data is None:
        assert profile is not None
        data = profile.parent / "data"
    if profile is None:
        profile = data.parent / "profile"
    return Places(data.absolute(), profile.absolute())
