"""What two people do with two windows, done with real key and mouse events on a real screen.

``python -m tests.e2e.by_hand YEAR STICK PICTURES``: the clerk of Phú Điền reports on tasks and writes a
bundle; the officer at the district takes it and finds it in the table.  Exit status 0 when all went well.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEventLoop,
    QMimeData,
    QPoint,
    QPointF,
    QSettings,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app.screens import screen_entries
from desktop.ui.bundles.bundles_screen import BundlesScreen
from desktop.ui.consolidation.consolidation_screen import ConsolidationScreen
from desktop.ui.frame.appearance import install_appearance
from desktop.ui.frame.main_window import MainWindow, open_main_window
from desktop.ui.frame.screen import Screen
from desktop.ui.weekly.screen import WeeklyScreen
from desktop.usecases.office import Office
from desktop.usecases.summarise import SummaryRow, summarise
from tests.helpers.offices import DISTRICT, PHU_DIEN, SampleYear

_PATIENCE_MS = 45_000
_STATUSES = (Qt.Key.Key_3, Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_3)


def until(condition: Callable[[], bool], what: str) -> None:
    """Let the window live until a condition holds.

    That it was seen to hold is enough: before the loop ends, what is waiting in it may begin the next work.
    """
    loop, deadline = QEventLoop(), QDeadlineTimer(_PATIENCE_MS)
    met: list[bool] = []

    def look() -> None:
        try:
            if condition():
                met.append(True)
            if met or deadline.hasExpired():
                loop.quit()
        except BaseException:
            loop.quit()  # asked once more below, where the error is not swallowed by the event loop
            raise

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    loop.exec()
    timer.stop()
    assert met or condition(), f"waited in vain: {what}"


class Desk:
    """One office's window with somebody in front of it."""

    def __init__(self, year: SampleYear, code: str, pictures: Path) -> None:
        self.office: Office = year.open(code)
        settings = QSettings(str(year.folder / code / "settings.ini"), QSettings.Format.IniFormat)
        self.window: MainWindow = open_main_window(self.office, settings, screen_entries(self.office))
        self._pictures = pictures
        self.window.activateWindow()
        until(self.window.isActiveWindow, "the window comes to the front")

    def go(self, key: str) -> Screen:
        """Open a screen by its line in the left bar, and wait until it is filled."""
        self.window.navigate(key)
        self.settle()
        screen = self.window.content.stage.current
        assert screen is not None
        return screen

    def settle(self) -> None:
        """Wait until nothing is under way."""
        until(lambda: not self.window.lane.busy, "the work on the database ends")

    def picture(self, name: str) -> None:
        """Keep what is on the screen."""
        self.window.grab().save(str(self._pictures / f"{name}.png"))

    def leave(self) -> None:
        """Close the window as a person would."""
        self.window.close()
        until(lambda: not self.window.isVisible(), "the window closes")
        self.office.close()


def clerk(year: SampleYear, stick: Path, pictures: Path) -> SummaryRow:
    """Report on four tasks by keyboard, then write the bundle; the commune's own sums."""
    desk = Desk(year, PHU_DIEN, pictures)
    weekly = desk.go("weekly")
    assert isinstance(weekly, WeeklyScreen)
    weekly.view.setFocus()
    for key in _STATUSES:
        for press in (key, Qt.Key.Key_Return):
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, press)
    desk.settle()
    desk.picture("1-clerk-week")
    QTest.keyClick(desk.window, Qt.Key.Key_F9)
    desk.settle()
    bundles = desk.window.content.stage.current
    assert isinstance(bundles, BundlesScreen)
    bundles.show_tab("send")
    bundles.send_page.places.choose(stick)
    QTest.mouseClick(bundles.send_page.button, Qt.MouseButton.LeftButton)
    until(lambda: bundles.send_page.outcome.card is not None, "the bundle is written and read back")
    desk.picture("2-clerk-sent")
    own = summarise(desk.office)[0]
    desk.leave()
    return own


def officer(year: SampleYear, stick: Path, pictures: Path) -> SummaryRow:
    """Drop the stick's folder onto the window, take what is ready, and read the line in the table."""
    desk = Desk(year, DISTRICT, pictures)
    bundles = desk.go("bundles")
    assert isinstance(bundles, BundlesScreen)
    drop(bundles, stick)
    until(lambda: bool(bundles.receive_page.bundles), "the bundles were looked at")
    desk.picture("3-officer-preview")
    before = sum(row.tasks.total for row in summarise(desk.office))
    assert before == 0, "looking at bundles must change nothing"
    QTest.mouseClick(bundles.receive_page.received.take_button, Qt.MouseButton.LeftButton)
    page = bundles.receive_page
    until(lambda: not any(bundle.is_clean for bundle in page.bundles), "the bundle is taken")
    desk.settle()
    table = desk.go("consolidation")
    assert isinstance(table, ConsolidationScreen)
    desk.picture("4-officer-table")
    shown = next(row for row in summarise(desk.office) if row.key.startswith(PHU_DIEN))
    model = table.panel.model
    cells = [
        [str(model.index(r, c).data() or "") for c in range(model.columnCount())]
        for r in range(model.rowCount())
    ]
    line = next(cells_of for cells_of in cells if any("Phú Điền" in cell for cell in cells_of))
    assert str(shown.tasks.total) in line, line
    desk.leave()
    return shown


def drop(screen: BundlesScreen, folder: Path) -> None:
    """Drag a folder onto the screen and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    centre = screen.rect().center()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(centre), Qt.DropAction.CopyAction, data, buttons, keys)
    QCoreApplication.sendEvent(screen, enter)
    assert enter.isAccepted(), "the screen takes files"
    QCoreApplication.sendEvent(
        screen, QDropEvent(QPointF(centre), Qt.DropAction.CopyAction, data, buttons, keys)
    )


def main() -> int:
    """Both people, one after the other."""
    folder, stick, pictures = (Path(word) for word in sys.argv[1:4])
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    install_appearance(app, QSettings(str(pictures / "settings.ini"), QSettings.Format.IniFormat))
    year = SampleYear(folder)
    own = clerk(year, stick, pictures)
    shown = officer(year, stick, pictures)
    assert shown.as_json() == own.as_json(), f"{shown.as_json()}\n{own.as_json()}"
    print(f"{app.platformName()}: {own.tasks.completed} of {own.tasks.total} tasks done, here and there")
    return 0


if __name__ == "__main__":
    sys.exit(main())
