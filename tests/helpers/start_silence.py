"""How long the window keeps silent while a start goes on.

``python -m tests.helpers.start_silence DATA PROFILE`` prints how often the event loop had its turn between
the first painting and the moment all is loaded, and the longest time in between in milliseconds.  It is the
thread's own working time and not the clock's: what else runs on the computer must not decide a test.  It is
a process of its own, because a test has loaded everything.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop.app.places import Places
from desktop.app.window import _Desk, _settings
from desktop.ui.frame.appearance import install_appearance
from desktop.ui.theme.look import make_application


class Silence(QObject):
    """Counts turns of the event loop and remembers the longest time between two."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.turns, self.longest = 0, 0.0
        self._last = time.thread_time()
        ticks = QTimer(self)
        ticks.timeout.connect(self.tick)
        ticks.start(0)

    def tick(self) -> None:
        """The event loop has its turn."""
        now = time.thread_time()
        self.turns += 1
        self.longest = max(self.longest, 1000 * (now - self._last))
        self._last = now


def main() -> int:
    """Start as the program does, and end when nothing is left to do."""
    places = Places(Path(sys.argv[1]), Path(sys.argv[2]))
    app = make_application(sys.argv[0])
    install_appearance(app, _settings(places))
    desk = _Desk(places)
    desk.sit_down(places)
    window = desk._window
    assert window is not None
    window.grab()  # what the first painting takes is another figure
    silence = Silence(window)
    window.furnished.connect(lambda: window.lane.idle.connect(app.quit))
    app.exec()
    silence.tick()
    window.close()
    desk.leave()
    print(silence.turns, f"{silence.longest:.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
