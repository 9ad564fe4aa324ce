"""Work off the GUI thread: one lane with one worker, for everything that touches the database.

A job is one sentence: what to do, what on success, what on failure, with or without a window.  Its
results come back on the GUI thread.  Progress is polled ten times a second, never pushed; cancelling
is an exception that the job's own progress step raises, so that its transaction rolls back by itself.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.domain.errors import CancelledError, SoSenError
from desktop.ui import garbage
from desktop.usecases.refusals import as_refusal

log = logging.getLogger(__name__)
POLL_MS = 100
WINDOW_AFTER_MS = 500


class Progress:
    """What a job is given: call it with (done, total or None) often; it raises when asked to stop."""

    def __init__(self) -> None:
        self.done = 0
        self.total: int | None = None
        self._stop = threading.Event()

    def __call__(self, done: int, total: int | None = None) -> None:
        """Tell how far the work is. Raises CancelledError after ``cancel``."""
        self.done, self.total = done, total
        if self._stop.is_set():
            raise CancelledError

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()


Work = Callable[[Progress], Any]


class Job:
    """One piece of work. ``label`` is what the progress window says; ``quiet`` jobs show none.

    ``on_error`` gets every failure but cancelling; without one the lane's own handler shows it.
    """

    def __init__(
        self,
        work: Work,
        on_done: Callable[[Any], object] | None = None,
        on_error: Callable[[SoSenError], object] | None = None,
        on_cancelled: Callable[[], object] | None = None,
        label: str = "",
        *,
        quiet: bool = False,
    ) -> None:
        self.work = work
        self.on_done, self.on_error, self.on_cancelled = on_done, on_error, on_cancelled
        self.label, self.quiet = label, quiet
        self.progress = Progress()


class _Worker(threading.Thread):
    """Works off jobs until it is handed None, then calls ``leave`` and ends.

    A thread of Python's own, not one of Qt's pool: in those Python's thread state lives for one job alone,
    which costs a new database connection a job, and closing it crashes when that state goes.
    """

    def __init__(
        self, finished: Callable[[object, object, object], None], leave: Callable[[], object] | None
    ) -> None:
        super().__init__(name="database lane", daemon=True)
        # Not ``queue``, which every start would have to load before its window is painted.
        self._jobs: deque[Job | None] = deque()
        self._handed = threading.Semaphore(0)
        self._finished, self._leave = finished, leave

    def hand(self, job: Job | None) -> None:
        """Give it the next job, or None to end."""
        self._jobs.append(job)
        self._handed.release()

    def _take(self) -> Job | None:
        self._handed.acquire()
        return self._jobs.popleft()

    def run(self) -> None:
        while (job := self._take()) is not None:
            result, error = _outcome(job)
            try:
                self._finished(job, result, error)
            except RuntimeError:  # the lane went with its window, so nobody waits for the result any more
                log.info("a job ended after its window: %s", job.label)
                break
            del job, result, error
        if self._leave is not None:
            self._leave()


def _outcome(job: Job) -> tuple[object, SoSenError | None]:
    try:
        job.progress(0, None)
        return job.work(job.progress), None
    except SoSenError as refusal:
        return None, refusal
    except Exception as fault:  # outer wall: logged here, shown by the lane
        log.exception("job failed: %s", job.label)
        error = as_refusal(fault)
        error.__cause__ = fault
        return None, error


class DatabaseLane(QObject):
    """Runs jobs one after the other on one worker thread.

    ``started`` and ``ended`` carry the job; ``progressed`` carries (job, done, total or None) about ten
    times a second while a job runs; ``failed`` carries (job, SoSenError) when no ``on_error`` was given.
    """

    started = Signal(object)
    progressed = Signal(object, object, object)
    ended = Signal(object)
    failed = Signal(object, object)
    idle = Signal()
    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None, *, leave: Callable[[], object] | None = None) -> None:
        """``leave`` is the worker's last act: it closes the database connection of its thread."""
        super().__init__(parent)
        self._leave = leave
        self._worker: _Worker | None = None
        self._waiting: list[Job] = []
        self._running: Job | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._tell)

    def run(self, job: Job) -> Job:
        """Put a job at the end of the queue."""
        self._waiting.append(job)
        self._next()
        return job

    @property
    def running(self) -> Job | None:
        return self._running

    @property
    def busy(self) -> bool:
        return self._running is not None or bool(self._waiting)

    def cancel(self, job: Job | None = None) -> None:
        """Ask ``job``, or the running one, to stop; one that still waits never starts working."""
        target = job or self._running
        if target is not None:
            target.progress.cancel()

    def shut_down(self) -> None:
        """Ask everything to stop and wait for the worker; nothing is called back afterwards."""
        for job in (*self._waiting, *((self._running,) if self._running else ())):
            job.progress.cancel()
        self._waiting.clear()
        self._poll.stop()
        if self._worker is not None:
            self._finished.disconnect(self._end)
            self._worker.hand(None)
            self._worker.join()
            self._worker = None
            if self._running is not None:
                self._running = None
                garbage.release()

    def _next(self) -> None:
        if self._running is None and self._waiting:
            job = self._running = self._waiting.pop(0)
            self.started.emit(job)
            self._poll.start()
            if self._worker is None:
                self._finished.connect(self._end, QtCore.Qt.ConnectionType.QueuedConnection)
                self._worker = _Worker(self._finished.emit, self._leave)
                self._worker.start()
            garbage.hold()
            self._worker.hand(job)

    @Slot()
    def _tell(self) -> None:
        garbage.collect_due()
        if self._running is not None:
            progress = self._running.progress
            self.progressed.emit(self._running, progress.done, progress.total)

    @Slot(object, object, object)
    def _end(self, job: Job, result: object, error: SoSenError | None) -> None:
        self._running = None
        self._poll.stop()
        garbage.release()
        self.ended.emit(job)
        try:
            self._report(job, result, error)
        finally:
            self._next()
            if not self.busy:
                self.idle.emit()

    def _report(self, job: Job, result: object, error: SoSenError | None) -> None:
        if isinstance(error, CancelledError):
            if job.on_cancelled is not None:
                job.on_cancelled()
        elif error is None:
            if job.on_done is not None:
                job.on_done(result)
        elif job.on_error is not None:
            job.on_error(error)
        else:
            self.failed.emit(job, error)
