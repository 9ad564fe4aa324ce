"""Where the files that ship beside the code lie, from source and in a packaged program alike."""

from __future__ import annotations

import sys
from pathlib import Path

_SOURCE = Path(__file__).resolve().parents[3]


def resource_path(*parts: str) -> Path:
    """The path of a file or folder in ``resources/``; whether it exists is the caller's matter."""
    packaged = getattr(sys, "_MEIPASS", None)
    root = Path(packaged) if packaged else _SOURCE
    return root.joinpath("resources", *parts)
