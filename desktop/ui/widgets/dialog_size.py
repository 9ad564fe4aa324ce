"""How large a dialog opens: as it would like to be, and never larger than the window it stands above."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG


def open_size(dialog: QDialog, width: int, height: int) -> QSize:
    """The size for ``width`` × ``height`` pixels at 100 %; see ``bounded``."""
    return bounded(dialog, QSize(look().px(width), look().px(height)))


def bounded(dialog: QDialog, wanted: QSize) -> QSize:
    """At most what the window below leaves, or the display where there is no such window, in pixels."""
    parent = dialog.parentWidget()
    room = parent.window().size() if parent is not None else dialog.screen().availableSize()
    return wanted.boundedTo(room - QSize(2 * LG, 2 * LG))
