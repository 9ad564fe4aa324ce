"""One of a few values, and yes or no."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from desktop.domain.vietnamese import fold
from desktop.ui.widgets.values import Choice

_LEAST_LETTERS = 6


class ChoiceEdit(QComboBox):
    """A closed list of choices. A value that is not among them (from a newer program) is shown raw."""

    finished = Signal()

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # As narrow as the place it is given: a long choice must not push a panel wider than it is.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        for choice in choices:
            self.addItem(choice.text, choice.value)
        self.activated.connect(lambda _index: self.finished.emit())

    def value(self) -> object:
        return self.currentData()

    def set_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        index = next((i for i in range(self.count()) if self.itemData(i) == text), -1)
        if index < 0 and text:
            self.addItem(text, text)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def start_with(self, text: str) -> None:
        wanted = fold(text)
        index = next((i for i in range(self.count()) if fold(self.itemText(i)).startswith(wanted)), -1)
        if index >= 0:
            self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a wheel that scrolls the form must not change a value on its way


class YesNoEdit(QCheckBox):
    """Yes or no."""

    finished = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(lambda _checked: self.finished.emit())

    def value(self) -> object:
        return self.isChecked()

    def set_value(self, value: object) -> None:
        self.setChecked(bool(value))

    def start_with(self, text: str) -> None:
        self.setChecked(not self.isChecked())
