"""Where an office's data lies when nobody says otherwise: in the user's own folder for programs' data."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

from desktop.usecases.version import APP_NAME


def usual_place() -> Path:
    """The folder that holds ``data`` and ``profile``."""
    return user_data_path(APP_NAME, appauthor=False, roaming=False)
