"""The strip that asks about an odd value: keep and explain it, or correct it. It never stands in the way."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desktop.ui.theme.icons import icon_pixmap
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, RADIUS_CONTROL, SM, Tone, Type
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label


class OddStrip(QFrame):
    """``explained`` carries the reason typed; ``correcting`` asks to edit the cell again."""

    explained = Signal(str)
    correcting = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = label()
        self._words = label("", Type.STRONG, wrap=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(QCoreApplication.translate("Targets", "Why is it right?"))
        self.reason.setAccessibleName(self.reason.placeholderText())
        self.reason.setMaxLength(1000)
        self.keep = button(QCoreApplication.translate("Targets", "Keep and explain"), "check", self._explain)
        self.correct = button(
            QCoreApplication.translate("Targets", "Correct"), "pencil", self.correcting.emit
        )
        self.reason.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.keep.setEnabled(False)
        self._lay_out()
        look().changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(MD, SM, MD, SM)
        grid.setHorizontalSpacing(SM)
        grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._words, 0, 1)
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addWidget(self.reason, 1)
        row.addWidget(self.keep)
        row.addWidget(self.correct)
        grid.addLayout(row, 1, 1)
        grid.setColumnStretch(1, 1)

    def ask(self, sentence: str) -> None:
        """Ask about a value; a reason half typed for the same sentence stays."""
        if sentence != self._words.text():
            self._words.setText(sentence)
            self.reason.clear()
            self.setAccessibleName(sentence)
        self.show()

    @property
    def sentence(self) -> str:
        return self._words.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.reason.hasFocus():
            self._explain()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _explain(self) -> None:
        if self.reason.text().strip():
            self.explained.emit(self.reason.text().strip())

    def _restyle(self) -> None:
        word = look().tone(Tone.AMBER)[0]
        palette = self._words.palette()
        palette.setColor(self._words.foregroundRole(), word)
        self._words.setPalette(palette)
        self._icon.setPixmap(icon_pixmap("alert-triangle", word.name()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().tone(Tone.AMBER)[1])
        radius = look().px(RADIUS_CONTROL)
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.end()
