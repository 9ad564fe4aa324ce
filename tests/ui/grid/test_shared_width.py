"""Columns of words share the room a window has; none is narrower than it was declared or than its name."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.grid.column import Column
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import Type
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


LONG_NAME = "Người chịu trách nhiệm"
NAMED = [
    Column(key="code", header=LONG_NAME, width=60),
    Column(key="title", header="Nội dung", width=200, stretch=True),
]


def show_named(qtbot: QtBot, width: int) -> GridPanel:
    panel = GridPanel(GridModel(NAMED, ListSource(LINES, NAMED)), "Việc")
    qtbot.addWidget(panel)
    panel.resize(width, 300)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def test_a_long_name_takes_two_lines_only_where_the_list_has_too_little_room(qtbot: QtBot) -> None:
    panel = show_named(qtbot, 340)
    whole = look().metrics(Type.CAPTION_STRONG).horizontalAdvance(LONG_NAME)
    assert whole / 2 < panel.view.columnWidth(0) < whole
    assert panel.view.columnWidth(0) + panel.view.columnWidth(1) <= panel.view.viewport().width()
    panel.resize(900, 300)
    assert panel.view.columnWidth(0) > whole


def test_a_width_chosen_by_hand_stays_in_a_narrow_list(qtbot: QtBot) -> None:
    panel = show_named(qtbot, 900)
    panel.view.horizontalHeader().resizeSection(0, 190)
    panel.resize(340, 300)
    assert panel.view.columnWidth(0) == 190
