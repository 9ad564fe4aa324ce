"""What Qt has to say goes where our own log goes; a window started without a console would lose it."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LOGGER = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_OF_THE_PLATFORM = "This plugin does not support "
"""What the platform without a screen says of itself at every window it is shown: no fault of anybody."""


def log_qt_messages() -> None:
    """Send Qt's messages to the logger ``qt``; to the error stream where no log was started."""
    qInstallMessageHandler(_log)


def _log(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if not message.startswith(_OF_THE_PLATFORM):
        LOGGER.log(_LEVELS[kind], "%s", message)
