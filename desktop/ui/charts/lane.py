"""The one worker that draws charts: the drawing library is not made for several threads at once."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication

from desktop.ui.jobs import DatabaseLane


class _Current:
    lane: DatabaseLane | None = None


def chart_lane() -> DatabaseLane:
    """The lane of this program; it touches no database and ends with the program."""
    lane = _Current.lane
    app = QCoreApplication.instance()
    if lane is None or not shiboken6.isValid(lane) or lane.parent() is not app:
        lane = _Current.lane = DatabaseLane(app)
        if app is not None:
            app.aboutToQuit.connect(lane.shut_down)
    return lane
