"""A window that is gone is never taken apart by a worker: that hangs the program now and then."""

from __future__ import annotations

import gc
import threading
from typing import ClassVar

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui import garbage
from desktop.ui.jobs import DatabaseLane, Job, Progress


@pytest.fixture(autouse=True)
def nobody_else_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lanes of tests before this one may still be counted as working."""
    monkeypatch.setattr(garbage._Held, "workers", 0)
    gc.enable()


class Gone:
    """Half of a ring of references, as closed windows leave behind; tells which thread took it apart."""

    threads: ClassVar[list[str]] = []

    def __init__(self) -> None:
        self.ring = self

    def __del__(self) -> None:
        self.threads.append(threading.current_thread().name)


def allocate(progress: Progress) -> int:
    kept = []
    for step in range(200_000):
        kept.append([step])
        if not step % 50_000:
            progress(step)
    return len(kept)


def test_rings_are_collected_in_the_windows_thread(qtbot: QtBot) -> None:
    Gone.threads.clear()
    lane = DatabaseLane()
    for _ in range(50):
        Gone()
    done: list[int] = []
    lane.run(Job(allocate, on_done=done.append, quiet=True))
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    assert gc.isenabled()
    gc.collect()
    lane.shut_down()
    assert len(Gone.threads) == 50
    assert set(Gone.threads) == {threading.main_thread().name}


def test_collecting_comes_back_when_a_lane_ends_with_a_job_under_way(qtbot: QtBot) -> None:
    started = threading.Event()

    def wait(progress: Progress) -> None:
        started.set()
        while True:
            progress(0)

    lane = DatabaseLane()
    lane.run(Job(wait, quiet=True))
    assert started.wait(10)
    lane.shut_down()
    assert gc.isenabled()
