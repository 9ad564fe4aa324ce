"""The rotating file of the log."""

from __future__ import annotations

from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

_SIZE = 500_000
_KEPT = 4


class _LogFile(RotatingFileHandler):
    """Goes on in the same file while another program holds it: Windows renames no file that is open."""

    def doRollover(self) -> None:  # noqa: N802 - the name of the standard library
        # Nowhere to tell it; the next line tries again.
        with suppress(OSError):
            super().doRollover()


def open_log_file(path: Path) -> RotatingFileHandler:
    """A handler that writes to ``path`` and starts anew at half a megabyte, keeping four older files."""
    return _LogFile(path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True)
