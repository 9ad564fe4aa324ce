"""The log: a small rotating file beside the data, without names of people or keys."""

from __future__ import annotations

import faulthandler
import logging
import sys
from pathlib import Path
from typing import BinaryIO

from desktop.app.places import Places

_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_log(places: Places) -> None:
    """Log to ``logs/sosen.log``; where the folder cannot be written, to the error stream."""
    handler: logging.Handler
    try:
        places.logs.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(places.logs / "sosen.log")
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(_FORM))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    if not faulthandler.is_enabled():
        _tell_crashes(places.logs / "crash.log")


def _tell_crashes(path: Path) -> None:
    """Let a crash of a library be written down: to the error stream, or to a file where there is none.

    A program with a window has none on Windows. The file stays open as long as the program runs.
    """
    if sys.stderr is not None:
        faulthandler.enable()
        return
    try:
        _Crashes.file = path.open("ab")
    except OSError as error:
        logging.getLogger(__name__).info("crashes are not written down: %s", error)
    else:
        faulthandler.enable(_Crashes.file)


class _Crashes:
    file: BinaryIO | None = None


class _LogFile(logging.Handler):
    """Opens the file at the first line: most starts have nothing to log before the window is painted."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            from desktop.app.log_file import open_log_file  # loaded with the first line

            self._file = open_log_file(self._path)
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()
