"""Filter chips: a word with a count on a tinted ground, pressed to show only those rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import FOCUS_RING, RADIUS_PILL, SM, Tone
from desktop.ui.widgets.pills import Pill, paint_pill, pill_size

_RING = 3
"""Room around the pill for the ring of a pressed or focused chip."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip as it is to be shown; a count of 0 hides it."""

    key: str
    text: str
    count: int
    tone: Tone


class _ChipButton(QAbstractButton):
    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.tone = Tone.GREY
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    def show_chip(self, chip: Chip) -> None:
        self.tone = chip.tone
        self.setText(f"{chip.text} {chip.count}")
        self.setAccessibleName(self.text())
        self.setVisible(chip.count > 0 or self.isChecked())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return pill_size(self.text()) + QSize(2 * _RING, 2 * _RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = self.rect().adjusted(_RING, _RING, -_RING, -_RING)
        paint_pill(painter, inner, Pill(self.text(), self.tone))
        colour = look().tone(self.tone)[0] if self.isChecked() else look().colour("primary")
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(colour, FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            radius = look().px(RADIUS_PILL) + _RING
            painter.drawRoundedRect(ring, radius, radius)
        painter.end()


class FilterChips(QWidget):
    """A row of chips of which at most one is pressed. ``chosen`` carries its key, "" for none."""

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SM)
        self._chips = {key: _ChipButton(key, self) for key in keys}
        for chip in self._chips.values():
            row.addWidget(chip)
            chip.clicked.connect(lambda _checked=False, key=chip.key: self._clicked(key))

    @property
    def key(self) -> str:
        """The pressed chip, or ""."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show words and counts."""
        for chip in chips:
            self._chips[chip.key].show_chip(chip)

    def press(self, key: str) -> None:
        """Press one chip, or none for ""; nothing is emitted."""
        for name, chip in self._chips.items():
            chip.setChecked(name == key)
            chip.update()

    def button(self, key: str) -> QAbstractButton:
        """The button of one chip."""
        return self._chips[key]

    def _clicked(self, key: str) -> None:
        self.press(key if self._chips[key].isChecked() else "")
        self.chosen.emit(self.key)
