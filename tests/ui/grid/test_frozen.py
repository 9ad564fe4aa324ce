"""In a table wider than the window, one still reads which row a number belongs to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.grid.column import Column
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from tests.ui.grid.kit import LINES

COLUMNS = [
    Column(key="code", header="Mã", width=60, frozen=True),
    Column(key="title", header="Nội dung", width=140, frozen=True),
    *(Column(key="percent", header=f"T{month}", width=90) for month in range(1, 13)),
]


@pytest.fixture
def panel(qtbot: QtBot) -> GridPanel:
    made = GridPanel(GridModel(COLUMNS, ListSource(LINES, COLUMNS)), "Chỉ tiêu")
    qtbot.addWidget(made)
    made.resize(600, 320)
    with qtbot.waitExposed(made):
        made.show()
    made.view.go_to(0, 2)
    return made


def test_the_names_stay_when_the_months_are_scrolled(panel: GridPanel) -> None:
    view = panel.view
    assert not view.frozen.isVisible()
    name = view.grab().toImage().copy(62, 40, 100, 30)
    view.go_to(0, 13)
    assert view.horizontalScrollBar().value() > 0
    assert view.frozen.isVisible()
    assert view.frozen.width() == view.columnWidth(0) + view.columnWidth(1)
    assert view.grab().toImage().copy(62, 40, 100, 30) == name


def test_going_back_brings_the_cell_out_from_under_the_names(panel: GridPanel) -> None:
    view = panel.view
    view.go_to(0, 13)
    for column in range(12, 1, -1):
        view.go_to(0, column)
        assert view.columnViewportPosition(column) >= view.frozen.kept_width()


def test_going_to_a_name_does_not_scroll_the_months_back(panel: GridPanel) -> None:
    view = panel.view
    view.go_to(0, 13)
    before = view.horizontalScrollBar().value()
    view.go_to(3, 1)
    assert view.horizontalScrollBar().value() == before


def test_a_click_on_a_name_goes_to_its_row_and_on_its_head_sorts(panel: GridPanel) -> None:
    view = panel.view
    view.go_to(0, 13)
    head = view.grid_header.height()
    below = QPoint(80, head + view.rowViewportPosition(2) + 8)
    QTest.mouseClick(view.frozen, Qt.MouseButton.LeftButton, pos=below)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (2, 1)
    QTest.mouseClick(view.frozen, Qt.MouseButton.LeftButton, pos=QPoint(80, head // 2))
    assert panel.model.arrangement.sort == "title"


def test_names_that_would_fill_a_narrow_window_scroll_like_the_others(panel: GridPanel) -> None:
    panel.resize(300, 320)
    panel.view.go_to(0, 13)
    assert not panel.view.frozen.isVisible()
