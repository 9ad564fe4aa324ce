"""Work in steps leaves the window its turn, and one fault does not stop the rest."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QObject, QTimer, Signal
from pytestqt.qtbot import QtBot

from desktop.ui.steps import in_steps


class Noted(QObject):
    """Notes what happens in which order, and tells of the last."""

    over = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def step(self, name: str) -> None:
        self.seen.append(name)

    def end(self) -> None:
        self.step("end")
        self.over.emit()


def test_between_two_steps_the_window_has_its_turn(qtbot: QtBot) -> None:
    noted, timer = Noted(), QTimer()
    timer.timeout.connect(lambda: noted.step("window"))
    timer.start(0)
    with qtbot.waitSignal(noted.over):
        in_steps(noted, [lambda: noted.step("first"), lambda: noted.step("second"), noted.end])
    places = [noted.seen.index(name) for name in ("first", "second", "end")]
    for before, after in pairwise(places):
        assert "window" in noted.seen[before:after]


def test_a_fault_in_one_step_is_told_and_the_next_comes_all_the_same(qtbot: QtBot) -> None:
    noted = Noted()

    def fail() -> None:
        raise ValueError("a fault")

    with qtbot.captureExceptions() as caught, qtbot.waitSignal(noted.over):
        in_steps(noted, [fail, noted.end])
    assert [str(error) for _kind, error, _trace in caught] == ["a fault"]


def test_steps_end_with_their_owner(qtbot: QtBot) -> None:
    owner, other = Noted(), Noted()
    in_steps(owner, [owner.deleteLater, lambda: other.step("too late")])
    with qtbot.waitSignal(owner.destroyed):
        pass
    with qtbot.waitSignal(other.over):
        in_steps(other, [other.end])
    assert other.seen == ["end"]
