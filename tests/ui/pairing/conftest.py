"""Two computers with a stick between them, and somebody in front of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.bundles.bundles_screen import PAIRING, BundlesScreen
from desktop.ui.bundles.sticks import Stick
from desktop.ui.jobs import DatabaseLane
from desktop.ui.pairing.ask_view import AskView
from desktop.ui.pairing.enrolled_view import EnrolledView
from desktop.ui.pairing.office_view import OfficeView
from desktop.ui.pairing.page import PairingPage
from desktop.usecases.office import Office
from tests.helpers.screens import make_context, show_screen


class Hands:
    """Presses buttons as a mouse does, and counts the presses; typing a line of digits counts as one."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.clicks = 0

    def click(self, button: QAbstractButton) -> None:
        assert button.isVisible()
        assert button.isEnabled(), button.text()
        self.clicks += 1
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, line: QWidget, text: str) -> None:
        self.clicks += 1
        QTest.keyClicks(line, text)


class Seat:
    """The screen of one computer, told of its own changes as in the window."""

    def __init__(self, office: Office, folder: Path, stick: Path, qtbot: QtBot, stack: ExitStack) -> None:
        self._qtbot = qtbot
        self.lane = DatabaseLane()
        stack.callback(self.lane.shut_down)
        context, self.asked = make_context(office, folder, self.lane)
        self.stick = Stick(stick, "KINGSTON", 8_000_000_000, 1)
        self.screen = BundlesScreen(context, search=lambda: [self.stick])
        with qtbot.waitSignals([self.screen.watch.changed, self.lane.idle]):
            show_screen(self.screen, qtbot)
        self.screen.show_tab(PAIRING)
        self.settle()

    def settle(self) -> None:
        """Wait until all that was asked of the lane is done, and what changed is read anew."""
        with self._qtbot.waitSignal(self.lane.idle):
            self.screen.refresh()

    @property
    def view(self) -> AskView | EnrolledView | OfficeView:
        page = self.screen.pages.page(PAIRING)
        assert isinstance(page, PairingPage)
        assert page.view is not None
        return page.view


def pairing_count(seat: Seat) -> int | None:
    """What the tab "Ghép nối", the last one, counts."""
    return seat.screen.tabs._counts[-1]


@pytest.fixture
def sit(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[[Office, Path], Seat]]:
    with ExitStack() as stack:
        yield lambda office, stick: Seat(office, tmp_path, stick, qtbot, stack)
