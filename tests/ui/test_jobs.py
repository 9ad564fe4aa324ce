"""Work on the database lane: the window stays alive, stopping is quick, nothing is swallowed."""

from __future__ import annotations

import threading
import time
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Code, SoSenError
from desktop.ui import garbage
from desktop.ui.frame.job_window import JobWindow
from desktop.ui.jobs import DatabaseLane, Job, Progress


def until_stopped(progress: Progress) -> None:
    """Work without end, in steps such as an import takes."""
    done, pause = 0, threading.Event()
    while True:
        done += 1
        progress(done, 1_000_000)
        pause.wait(0.001)


def test_the_result_comes_back_on_the_window_s_own_thread(lane: DatabaseLane, qtbot: QtBot) -> None:
    here, seen = QThread.currentThread(), []
    job = Job(
        lambda _progress: QThread.currentThread() is here,
        on_done=lambda was_here: seen.append((was_here, QThread.currentThread() is here)),
    )
    with qtbot.waitSignal(lane.idle):
        lane.run(job)
    assert seen == [(False, True)]


def test_jobs_run_one_after_the_other_on_one_thread(lane: DatabaseLane, qtbot: QtBot) -> None:
    threads: list[int] = []
    order: list[int] = []

    def done(number: int, _result: object) -> None:
        order.append(number)

    for number in range(5):
        lane.run(
            Job(
                lambda _progress: threads.append(threading.get_ident()),
                on_done=partial(done, number),
            )
        )
    qtbot.waitUntil(lambda: not lane.busy)
    assert order == [0, 1, 2, 3, 4]
    assert len(set(threads)) == 1


@pytest.mark.alone
def test_stopping_takes_at_most_half_a_second_and_is_no_error(lane: DatabaseLane, qtbot: QtBot) -> None:
    said: list[str] = []
    job = Job(
        until_stopped,
        on_done=lambda _result: said.append("done"),
        on_error=lambda _error: said.append("error"),
        on_cancelled=lambda: said.append("stopped"),
    )
    with qtbot.waitSignal(lane.started):
        lane.run(job)
    begun = time.monotonic()
    with qtbot.waitSignal(lane.idle, timeout=2000):
        lane.cancel()
    assert time.monotonic() - begun <= 0.5
    assert said == ["stopped"]


def test_a_waiting_job_that_is_stopped_never_works(lane: DatabaseLane, qtbot: QtBot) -> None:
    worked: list[str] = []
    first = lane.run(Job(until_stopped))
    second = lane.run(Job(lambda _progress: worked.append("second")))
    lane.cancel(second)
    lane.cancel(first)
    qtbot.waitUntil(lambda: not lane.busy)
    assert worked == []


def test_a_refusal_reaches_the_job_s_own_handler(lane: DatabaseLane, qtbot: QtBot) -> None:
    def refuse(_progress: Progress) -> None:
        raise SoSenError(Code.E_SPACE)

    seen: list[SoSenError] = []
    with qtbot.waitSignal(lane.idle):
        lane.run(Job(refuse, on_error=seen.append))
    assert [error.code for error in seen] == [Code.E_SPACE]


def test_a_fault_of_the_program_is_told_not_swallowed(
    lane: DatabaseLane, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def fault(_progress: Progress) -> None:
        raise ZeroDivisionError("planted")

    with qtbot.waitSignal(lane.failed) as told:
        lane.run(Job(fault, label="planted fault"))
    assert told.args is not None
    assert told.args[1].code is Code.E_INTERNAL
    assert "planted" in told.args[1].detail
    assert "planted fault" in caplog.text


def test_a_failing_callback_is_raised_and_the_lane_goes_on(lane: DatabaseLane, qtbot: QtBot) -> None:
    def fail(_result: object) -> None:
        raise LookupError("in the callback")

    seen: list[object] = []
    with qtbot.captureExceptions() as raised:
        lane.run(Job(lambda _progress: 1, on_done=fail))
        lane.run(Job(lambda _progress: 2, on_done=seen.append))
        qtbot.waitUntil(lambda: not lane.busy)
    assert [kind for kind, _value, _trace in raised] == [LookupError]
    assert seen == [2]


@pytest.mark.alone
def test_the_window_goes_on_while_a_job_runs_and_progress_is_told(lane: DatabaseLane, qtbot: QtBot) -> None:
    gaps, last = [], [time.monotonic()]

    def tick() -> None:
        now = time.monotonic()
        gaps.append(now - last[0])
        last[0] = now

    timer = QTimer()
    timer.setInterval(10)
    timer.timeout.connect(tick)
    told: list[tuple[int, object]] = []
    lane.progressed.connect(lambda _job, done, total: told.append((done, total)))
    lane.run(Job(until_stopped))
    timer.start()
    qtbot.waitUntil(lambda: len(told) >= 5, timeout=5000)
    timer.stop()
    lane.cancel()
    qtbot.waitUntil(lambda: not lane.busy)
    assert max(gaps) < 0.3  # the bar of 0.1 s is measured on real imports; a busy machine needs room here
    assert told[-1][0] > told[0][0]


def test_bytes_beyond_two_gigabytes_are_told(lane: DatabaseLane, qtbot: QtBot) -> None:
    """Going back to a backup of several GB shows how far it is."""
    told: list[tuple[int, int | None]] = []
    lane.progressed.connect(lambda _job, done, total: told.append((done, total)))
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        progress(5_000_000_000, 6_000_000_000)
        go_on.wait(10)

    parent = QWidget()
    qtbot.addWidget(parent)
    window = JobWindow(lane, parent)
    lane.run(Job(work, label="Việc"))
    qtbot.waitUntil(lambda: (5_000_000_000, 6_000_000_000) in told)
    assert (window.bar.value(), window.bar.maximum()) == (833, 1000)
    with qtbot.waitSignal(lane.idle):
        go_on.set()


def test_shutting_down_waits_for_the_worker_and_calls_nothing_back(qtbot: QtBot) -> None:
    lane, said = DatabaseLane(), []
    with qtbot.waitSignal(lane.started):
        lane.run(Job(until_stopped, on_cancelled=lambda: said.append("stopped")))
    lane.shut_down()
    assert said == []


def test_a_job_that_ends_after_its_window_ends_quietly_and_closes_its_data(qtbot: QtBot) -> None:
    left, began, go_on = threading.Event(), threading.Event(), threading.Event()
    lane = DatabaseLane(leave=left.set)

    def work(_progress: Progress) -> str:
        began.set()
        assert go_on.wait(10)
        return "too late"

    lane.run(Job(work, on_done=lambda _result: pytest.fail("nobody waits any more")))
    assert began.wait(10)
    worker = lane._worker
    assert worker is not None
    shiboken6.delete(lane)
    garbage.release()
    go_on.set()
    worker.join(10)
    assert left.is_set()
    assert not worker.is_alive()
