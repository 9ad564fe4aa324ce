"""Long work shows how far it is and can be stopped; short work shows nothing."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.frame.main_window import MainWindow
from desktop.ui.jobs import Job, Progress


def endless(progress: Progress) -> None:
    pause, done = threading.Event(), 0
    while True:
        done += 1
        progress(min(done, 50), 100)
        pause.wait(0.002)


def test_long_work_is_shown_and_escape_stops_it(window: MainWindow, qtbot: QtBot) -> None:
    stopped: list[str] = []
    window.lane.run(Job(endless, on_cancelled=lambda: stopped.append("yes"), label="Receiving bundles"))
    qtbot.waitUntil(window.furniture.jobs.isVisible, timeout=2000)
    qtbot.waitUntil(lambda: window.furniture.jobs.bar.value() == 500, timeout=2000)
    QTest.keyClick(window.furniture.jobs, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.furniture.jobs.isVisible(), timeout=2000)
    assert stopped == ["yes"]


def test_quiet_work_is_never_shown(window: MainWindow, qtbot: QtBot) -> None:
    jobs = window.furniture.jobs
    with qtbot.waitSignal(window.lane.progressed):
        job = window.lane.run(Job(endless, quiet=True))
    assert not jobs.isVisible()
    assert not jobs._wait.isActive(), "its window will not come later either"
    with qtbot.waitSignal(window.lane.idle):
        window.lane.cancel(job)


def test_closing_the_window_stops_the_work(window: MainWindow, qtbot: QtBot) -> None:
    window.lane.run(Job(endless, label="Receiving bundles"))
    qtbot.waitUntil(window.furniture.jobs.isVisible, timeout=2000)
    window.close()
    assert not window.furniture.jobs.isVisible()
