"""Where the chart library keeps its list of fonts from one start to the next."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path

from desktop.usecases.version import APP_NAME

_VARIABLE = "MPLCONFIGDIR"


def keep_chart_cache() -> Path:
    """Name the folder to the library; to be called before it is loaded.

    A packaged program has already been pointed to a fresh folder that is deleted at the end, where the list
    is built anew at every start: a second lost at the first chart, more on a computer with many fonts.
    """
    folder = user_cache_path(APP_NAME, appauthor=False) / "charts"
    os.environ[_VARIABLE] = str(folder)
    return folder
