"""Columns of words share the room a window has; none is narrower than it was declared."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.grid.column import Column
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from tests.ui.grid.kit import LINES

COLUMNS = [
    Column(key="code", header="Mã", width=60),
    Column(key="title", header="Nội dung", width=200, stretch=True),
    Column(key="lead", header="Kết quả", width=100, stretch=True),
]


@pytest.mark.parametrize("width", [300, 700, 1400])
def test_the_room_is_shared_in_proportion(width: int, qtbot: QtBot) -> None:
    panel = GridPanel(GridModel(COLUMNS, ListSource(LINES, COLUMNS)), "Việc")
    qtbot.addWidget(panel)
    panel.resize(width, 300)
    with qtbot.waitExposed(panel):
        panel.show()
    code, title, result = (panel.view.columnWidth(column) for column in range(3))
    assert (title >= 200, result >= 100) == (True, True)
    if width > 400:
        assert abs(code + title + result - panel.view.viewport().width()) <= 2
        assert title == pytest.approx(2 * result, rel=0.05)


def test_dragging_one_changes_its_share(qtbot: QtBot) -> None:
    panel = GridPanel(GridModel(COLUMNS, ListSource(LINES, COLUMNS)), "Việc")
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    with qtbot.waitExposed(panel):
        panel.show()
    before = panel.view.columnWidth(2)
    panel.view.horizontalHeader().resizeSection(2, before + 200)
    assert panel.view.columnWidth(2) > before + 50
    total = sum(panel.view.columnWidth(column) for column in range(3))
    assert abs(total - panel.view.viewport().width()) <= 2
