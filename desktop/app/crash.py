"""The last walls: a fault in a slot or at the start is logged and told in words; a window stays open."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtWidgets import QApplication

from desktop.domain.errors import SoSenError
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


def start_refusal(step: Callable[[], object]) -> SoSenError | None:
    """Do a step of the start, of which no window can tell yet; its refusal, None when it went well."""
    try:
        step()
    except SoSenError as error:
        return error
    except Exception as error:  # outer wall: the start ends in words, whatever happened
        LOGGER.exception("the start failed")
        return as_refusal(error)
    return None
