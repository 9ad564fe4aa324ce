"""The detail panel stands beside the list where there is room, and is a drawer over it where there is not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme.look import Look
from desktop.ui.widgets.detail_split import DetailSplit


class Page(QWidget):
    """A window with a list and its detail."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.list, self.detail = QLineEdit(), QLineEdit()
        self.split = DetailSplit(self.list, self.detail)
        QVBoxLayout(self).addWidget(self.split)
        self.resize(width, 700)


def show(qtbot: QtBot, width: int) -> Page:
    page = Page(width)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_in_a_wide_window_it_stands_beside_the_list(qtbot: QtBot) -> None:
    page = show(qtbot, 1366)
    assert not page.split.is_drawer
    assert page.detail.isVisible()
    assert page.detail.mapTo(page, page.detail.rect().topLeft()).x() > page.list.geometry().right()


@pytest.mark.parametrize(("width", "zoom"), [(1280, 1.0), (1366, 1.25), (1920, 2.0)])
def test_where_room_is_short_it_is_a_drawer_that_is_closed_at_first(
    qtbot: QtBot, the_look: Look, width: int, zoom: float
) -> None:
    the_look.apply(zoom=zoom)
    page = show(qtbot, width)
    assert page.split.is_drawer
    assert not page.detail.isVisible()
    assert page.list.width() > 0.9 * page.split.width()


def test_the_drawer_opens_over_the_list_and_esc_closes_it(qtbot: QtBot) -> None:
    page = show(qtbot, 1024)
    page.split.open_detail()
    assert page.detail.isVisible()
    page.detail.setFocus()
    qtbot.waitUntil(page.detail.hasFocus)
    qtbot.keyClick(page.detail, Qt.Key.Key_Escape)
    assert not page.detail.isVisible()
    qtbot.waitUntil(page.list.hasFocus)


def test_a_change_of_zoom_turns_the_panel_into_a_drawer_and_back(qtbot: QtBot, the_look: Look) -> None:
    page = show(qtbot, 1400)
    with qtbot.waitSignal(page.split.drawer_changed):
        the_look.apply(zoom=1.5)
    beside_the_list = page.split.detail_shown
    assert not beside_the_list
    the_look.apply(zoom=1.0)
    assert page.split.detail_shown
    assert page.detail.isVisible()


def test_the_drawer_never_is_wider_than_the_page(qtbot: QtBot, the_look: Look) -> None:
    the_look.apply(zoom=2.0)
    page = show(qtbot, 640)
    page.split.open_detail()
    assert page.detail.width() <= page.split.width()
