"""A chart is drawn beside the window's work: the window goes on, and the picture follows theme and size."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Code, SoSenError
from desktop.ui.charts.chart_view import ChartView, coloured
from desktop.ui.charts.lane import chart_lane
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import Theme
from desktop.usecases.draw_chart import Chart, ChartLook, Mark, Picture, Series, draw_chart

CHART = Chart(
    ("T1", "T2"),
    (Series("Đạt", Mark.LINE, (1.0, 2.0), "primary"), Series("Kế hoạch", Mark.GUIDE, (3.0,), "lotus")),
)


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    made = ChartView("Biểu đồ")
    qtbot.addWidget(made)
    made.resize(400, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_it_is_drawn_by_the_worker_and_the_window_ticks_on(
    view: ChartView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []

    def noting(chart: Chart, dress: ChartLook, width: int, height: int, ratio: float) -> Picture:
        threads.append(threading.current_thread().name)
        return draw_chart(chart, dress, width, height, ratio)

    monkeypatch.setattr("desktop.ui.charts.chart_view.draw_chart", noting)
    ticks: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(5)
    view.show_chart(CHART, "T1 1; T2 2")
    qtbot.waitUntil(lambda: view.ready, timeout=30_000)
    timer.stop()
    assert threads
    assert threading.main_thread().name not in threads
    assert ticks
    assert view.accessibleDescription() == "T1 1; T2 2"


def test_it_follows_theme_and_size(view: ChartView, qtbot: QtBot) -> None:
    view.show_chart(CHART)
    qtbot.waitUntil(lambda: view.ready, timeout=30_000)
    light = view.grab().toImage().pixelColor(2, 2).name()
    look().apply(Theme.DARK)
    assert not view.ready
    qtbot.waitUntil(lambda: view.ready, timeout=30_000)
    assert view.grab().toImage().pixelColor(2, 2).name() != light
    view.resize(500, 240)
    qtbot.waitUntil(lambda: view.ready, timeout=30_000)


def test_the_colours_are_those_of_the_theme() -> None:
    light = [one.colour for one in coloured(CHART).series]
    look().apply(Theme.DARK)
    assert light == ["#0e6655", "#b0265f"]
    assert [one.colour for one in coloured(CHART).series] == ["#58c4a9", "#f291b6"]


def test_without_a_chart_it_says_why(view: ChartView) -> None:
    view.show_chart(None, "Chưa có số liệu.")
    assert view.ready
    assert view.accessibleDescription() == "Chưa có số liệu."
    assert view.chart is None


def test_a_chart_that_cannot_be_drawn_says_so(
    view: ChartView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> Picture:
        raise SoSenError(Code.E_IO, "no font")

    monkeypatch.setattr("desktop.ui.charts.chart_view.draw_chart", refuse)
    view.show_chart(CHART)
    qtbot.waitUntil(lambda: bool(view._words))
    assert not view.ready


def test_a_view_that_is_gone_is_left_alone(qtbot: QtBot) -> None:
    made = ChartView("Biểu đồ")
    made.resize(300, 150)
    with qtbot.waitExposed(made):
        made.show()
    made.show_chart(CHART)
    made._draw()
    made.deleteLater()
    qtbot.waitUntil(lambda: not chart_lane().busy, timeout=30_000)
