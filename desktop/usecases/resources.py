"""Where the files are that ship beside the code: beside the checkout, or inside the built program."""

from __future__ import annotations

import sys
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """The path of a shipped file, as ``resource_path("sample", "thap_muoi_2022")``."""
    built = getattr(sys, "_MEIPASS", None)
    root = Path(built) if built else Path(__file__).resolve().parents[2]
    return root.joinpath("resources", *parts)
