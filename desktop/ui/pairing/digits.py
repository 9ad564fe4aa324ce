"""Twenty-four digits to be read out, and a line for the last eight of them, or all, as they were heard."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from desktop.ui.theme.tokens import LG, XS
from desktop.ui.widgets.labels import figure

_GROUPS, _ACROSS = 6, 3
_LAST, _WHOLE = 8, 24
_HIDDEN = "••••"
_TYPED = QRegularExpression(r"[0-9 ]{0,30}")


class DigitGroups(QWidget):
    """Six groups of four digits, large, three in a row. ``show_digits`` may hide the last groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(LG)
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(_ACROSS, 1)
        self.labels: list[QLabel] = []
        for place in range(_GROUPS):
            made = figure("")
            self.labels.append(made)
            grid.addWidget(made, place // _ACROSS, place % _ACROSS)

    def show_digits(self, digits: str, *, hidden: int = 0) -> None:
        """``digits`` are groups parted by spaces, "" for none; the last ``hidden`` groups stay covered."""
        groups = digits.split()
        for place, made in enumerate(self.labels):
            covered = place >= _GROUPS - hidden
            made.setText("" if place >= len(groups) else _HIDDEN if covered else groups[place])
        words = QCoreApplication.translate("Pairing", "24 digits: {digits}")
        self.setAccessibleName(words.replace("{digits}", " ".join(made.text() for made in self.labels)))


class DigitEdit(QLineEdit):
    """A line for the last two groups, or all six, as they were heard; spaces do not matter.

    ``whole``: nothing less than all six will do.
    """

    def __init__(self, parent: QWidget | None = None, *, whole: bool = False) -> None:
        super().__init__(parent)
        self._sizes = (_WHOLE,) if whole else (_LAST, _WHOLE)
        self.setValidator(QRegularExpressionValidator(_TYPED, self))
        self.setPlaceholderText(" ".join(["0000"] * (self._sizes[0] // 4)))
        name = QCoreApplication.translate("Pairing", "The last eight digits")
        if whole:
            name = QCoreApplication.translate("Pairing", "The 24 digits of the letter")
        self.setAccessibleName(name)

    @property
    def is_complete(self) -> bool:
        """Whether enough was typed to be compared."""
        return len(self.text().replace(" ", "")) in self._sizes
