"""The bars at the edge of the window: true after the last change, without reading more often than needed."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.ui.frame.facts import FactReader, Facts
from desktop.ui.frame.screen import ScreenEntry
from desktop.ui.jobs import DatabaseLane, Job, Progress
from desktop.usecases.office import Office
from tests.helpers.small_office import SmallOffice


class Counted:
    """A screen whose count is a number that the test changes; it remembers how often it was read."""

    def __init__(self) -> None:
        self.number = 0
        self.readings = 0
        self.may_end = threading.Event()
        self.began = threading.Event()

    def __call__(self, _office: Office) -> int:
        self.readings += 1
        seen = self.number
        self.began.set()
        assert self.may_end.wait(10)
        return seen

    def entry(self) -> ScreenEntry:
        return ScreenEntry("today", str, "sun", "main", lambda _context: None, count=self)  # type: ignore[arg-type, return-value]


def reader_of(tmp_path: Path, lane: DatabaseLane, counted: Counted) -> tuple[FactReader, list[int]]:
    parent = QObject(lane)
    reader = FactReader(SmallOffice(tmp_path).office, [counted.entry()], lane, parent)
    shown: list[int] = []

    def show(facts: Facts) -> None:
        shown.append(facts.counts["today"])

    reader.read.connect(show)
    return reader, shown


def test_many_changes_behind_long_work_cost_one_reading(
    tmp_path: Path, lane: DatabaseLane, qtbot: QtBot
) -> None:
    counted = Counted()
    counted.may_end.set()
    reader, shown = reader_of(tmp_path, lane, counted)
    go_on = threading.Event()

    def long_work(_progress: Progress) -> None:
        assert go_on.wait(10)

    lane.run(Job(long_work))
    for number in range(1, 21):
        counted.number = number
        with qtbot.waitSignal(reader._soon.timeout):
            reader.ask()
    with qtbot.waitSignal(lane.idle):
        go_on.set()
    qtbot.waitUntil(lambda: shown[-1:] == [20] and not lane.busy)
    assert counted.readings == 1


def test_a_change_while_the_facts_are_read_is_not_missed(
    tmp_path: Path, lane: DatabaseLane, qtbot: QtBot
) -> None:
    counted = Counted()
    reader, shown = reader_of(tmp_path, lane, counted)
    reader.ask()
    qtbot.waitUntil(counted.began.is_set)
    counted.number = 7
    with qtbot.waitSignal(reader._soon.timeout):
        reader.ask()
    counted.may_end.set()
    qtbot.waitUntil(lambda: shown == [0, 7])
