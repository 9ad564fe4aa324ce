"""The line below the weekly list: the keys at the left, how far the round is at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, SM, Type
from desktop.ui.weekly.words import status_word
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.page_header import LOW_WINDOW
from desktop.usecases.update_status import QuickStatus

_BAR = 140


class RoundProgress(QWidget):
    """How many of the tasks in the list were reviewed, in words and as a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SM)
        self._keys = label(_keys(), Type.CAPTION, wrap=True)
        row.addWidget(self._keys, 1)
        row.addSpacing(MD)
        row.addStretch()
        self._words = label("", Type.STRONG)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        row.addWidget(self._words)
        row.addWidget(self._bar)
        look().changed.connect(self._scale)
        self._scale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the rows need the lines of the keys; the help (F1) has them too."""
        super().resizeEvent(event)
        self._keys.setVisible(self.window().height() >= look().px(LOW_WINDOW))

    def show_counts(self, reviewed: int, total: int) -> None:
        """Show how many of the tasks were reviewed."""
        self.setVisible(total > 0)
        finished = QCoreApplication.translate("Weekly", "All {total} reviewed")
        going = QCoreApplication.translate("Weekly", "{done}/{total} reviewed")
        words = finished if reviewed >= total else going
        self._words.setText(words.replace("{done}", str(reviewed)).replace("{total}", str(total)))
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(reviewed)
        self._bar.setAccessibleName(self._words.text())

    @property
    def words(self) -> str:
        return self._words.text()

    def _scale(self) -> None:
        self._bar.setFixedWidth(look().px(_BAR))


def _keys() -> str:
    """The keys with what they do: 1 To do · 2 Doing · 3 Done · 4 Blocked · Enter next · F2 note."""
    answers = [f"{key} {status_word(status)}" for key, status in enumerate(QuickStatus, 1)]
    more = [
        QCoreApplication.translate("Weekly", "Enter next task"),
        QCoreApplication.translate("Weekly", "F2 write a note"),
        QCoreApplication.translate("Weekly", "Ctrl+D as above"),
    ]
    return "  ·  ".join([*answers, *more])
