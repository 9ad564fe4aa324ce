"""What waits until the first window has been painted.

For measuring the start: with SOSEN_MARK_FIRST_PAINT set, the program prints ``painted <kB>`` at that moment
and ends; kB is the memory used at most until then, 0 where the system does not tell.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

SWITCH = "SOSEN_MARK_FIRST_PAINT"


def after_first_paint(window: QWidget, call: Callable[[], object]) -> None:
    """Call once the window has been painted; with the switch set, say so and end instead."""
    window.installEventFilter(_Mark(window, _say_and_end if os.environ.get(SWITCH) else call))


class _Mark(QObject):
    def __init__(self, window: QWidget, call: Callable[[], object]) -> None:
        super().__init__(window)
        self._call = call

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._call)  # the window's parts are painted in the same go
        return False


def _say_and_end() -> None:
    os.write(1, f"painted {peak_memory()}\n".encode())
    os._exit(0)


def peak_memory() -> int:
    """The most memory this process has held, in kB (Linux; 0 elsewhere)."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)
