"""The last wall: a fault in a slot is logged and told in words, and the window stays open."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication

from desktop.usecases.refusals import as_refusal

LOGGER = logging.getLogger(__name__)


def install_exception_hook() -> None:
    """From now on no exception vanishes: Qt would print it and go on as if nothing had happened."""
    sys.excepthook = _caught


def _caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    LOGGER.error("fault", exc_info=(kind, error, trace))
    if QApplication.instance() is not None:
        from desktop.ui.messages.dialog import show_error  # not needed by a start that goes well

        show_error(QApplication.activeWindow(), as_refusal(error))
