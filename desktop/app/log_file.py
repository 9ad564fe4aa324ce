"""The rotating file of the log."""

from __future__ import annotations

from logging.handlers import RotatingFileHandler
from pathlib import Path

_SIZE = 500_000
_KEPT = 4


def open_log_file(path: Path) -> RotatingFileHandler:
    """A handler that writes to ``path`` and starts anew at half a megabyte, keeping four older files."""
    return RotatingFileHandler(path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True)
