"""Long work in sight: a small window after half a second, with how far it is and a button to stop."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.ui.jobs import WINDOW_AFTER_MS, DatabaseLane, Job
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, XL, Type
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label

_SCALE = 1000


class JobWindow(QDialog):
    """Belongs to one lane. Esc and the close button only ask the job to stop; it closes when that ended."""

    def __init__(self, lane: DatabaseLane, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(QCoreApplication.translate("Kit", "Working"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self._lane = lane
        self._job: Job | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(MD)
        self._label = label("", Type.HEADING, wrap=True)
        self._far = label("", Type.CAPTION)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.windowTitle())
        self.stop = button(QCoreApplication.translate("Kit", "Stop"), "x", self.ask_to_stop)
        column.addWidget(self._label)
        column.addWidget(self.bar)
        column.addWidget(self._far)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.stop)
        column.addLayout(row)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WINDOW_AFTER_MS)
        self._wait.timeout.connect(self._appear)
        lane.started.connect(self.begin)
        lane.progressed.connect(self._progress)
        lane.ended.connect(self._end)

    def ask_to_stop(self) -> None:
        """Ask the job to stop; it does at its next step."""
        self._lane.cancel(self._job)
        self.stop.setEnabled(False)
        self._far.setText(QCoreApplication.translate("Kit", "Stopping…"))

    def reject(self) -> None:
        self.ask_to_stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ask_to_stop()
        else:
            super().keyPressEvent(event)

    def begin(self, job: Job) -> None:
        """Watch a job; its window comes after half a second."""
        if job.quiet:
            return
        self._job = job
        self._label.setText(job.label)
        self._far.setText("")
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self._wait.start()

    def _appear(self) -> None:
        if self._job is not None:
            self.setMinimumWidth(look().px(420))
            self.open()

    def _progress(self, job: Job, done: int, total: int | None) -> None:
        if job is not self._job or job.progress.cancelled:
            return
        if not total:
            self.bar.setRange(0, 0)
            return
        self.bar.setRange(0, _SCALE)
        self.bar.setValue(min(done * _SCALE // total, _SCALE))
        self._far.setText(f"{min(done * 100 // total, 100)}%")

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._wait.stop()
            self.hide()
