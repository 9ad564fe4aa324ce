"""For measuring the start.

With SOSEN_MARK_FIRST_PAINT set, the program prints ``painted <kB>`` once its window is painted, and ends; kB
is the memory used at most until then, 0 where the system does not tell.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

SWITCH = "SOSEN_MARK_FIRST_PAINT"


def mark_first_paint(window: QWidget) -> None:
    """With the switch set, say when the window has been painted, and end."""
    if os.environ.get(SWITCH):
        window.installEventFilter(_Mark(window))


class _Mark(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, _say_and_end)  # the window's parts are painted in the same go
        return False


def _say_and_end() -> None:
    try:
        os.write(1, f"painted {peak_memory()}\n".encode())
    finally:  # a program with a window has no stream to write to on Windows
        os._exit(0)


def peak_memory() -> int:
    """The most memory this process has held, in kB (Linux; 0 elsewhere)."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)
