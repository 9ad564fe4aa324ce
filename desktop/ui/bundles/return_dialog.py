"""Returning a line to its unit: what should be changed, in a few words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, MD, SM, Type
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.editors.growing_edit import GrowingEdit
from desktop.ui.widgets.labels import label

_WIDTH = 460


class ReturnDialog(QDialog):
    """``send`` is called with the words; the dialog then closes."""

    def __init__(self, title: str, send: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._send = send
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading = QCoreApplication.translate("Comments", "Return with a comment")
        self.setWindowTitle(heading)
        self.setMinimumWidth(look().px(_WIDTH))
        words = QCoreApplication.translate("Comments", "What should be changed in this line?")
        self.edit = GrowingEdit(lines=3, most=8)
        self.edit.setAccessibleName(words)
        self.edit.setPlaceholderText(words)
        self.send_button = primary_button(heading, "message-report", self._finish)
        self.send_button.setEnabled(False)
        self.edit.textChanged.connect(
            lambda: self.send_button.setEnabled(bool(self.edit.toPlainText().strip()))
        )
        told = QCoreApplication.translate(
            "Comments", "The unit's own row stays as it is; the comment goes down with the next bundle."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(LG, LG, LG, LG)
        column.setSpacing(MD)
        column.addWidget(label(title, Type.HEADING, wrap=True))
        column.addWidget(self.edit)
        column.addWidget(label(told, Type.CAPTION, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addStretch(1)
        row.addWidget(button(QCoreApplication.translate("Comments", "Leave it"), "", self.reject))
        row.addWidget(self.send_button)
        column.addLayout(row)
        self.edit.setFocus()

    def _finish(self) -> None:
        self._send(self.edit.toPlainText())
        self.accept()
