"""Filter chips: a word with a count on a tinted ground, pressed to show only those rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import FOCUS_RING, RADIUS_PILL, SM, Tone
from desktop.ui.widgets.chip_menu import ChipMenu
from desktop.ui.widgets.pills import Pill, paint_pill, pill_size
from desktop.ui.widgets.pressing import pressed_by

_HEIGHT = 34
"""Of the row, in pixels at 100 %."""
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
        self.count = 0
        self.tone = Tone.GREY
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def show_chip(self, chip: Chip) -> None:
        self.tone = chip.tone
        self.count = chip.count
        self.setText(f"{chip.text} {chip.count}")
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    @property
    def is_wanted(self) -> bool:
        """One that would show nothing is not offered, unless it is pressed."""
        return self.count > 0 or self.isChecked()

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
    """A row of chips of which at most one is pressed. ``chosen`` carries its key, "" for none.

    Without room for all of them side by side they stand in one menu.
    """

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SM)
        row.addStretch(1)
        self._chips = {key: _ChipButton(key, self) for key in keys}
        for chip in self._chips.values():
            row.addWidget(chip)
            chip.hide()
            chip.clicked.connect(lambda _checked=False, key=chip.key: self._clicked(key))
        self.menu = ChipMenu(self)
        self.menu.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.menu.chosen.connect(self._picked)
        row.addWidget(self.menu)
        self.menu.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fit)
        look().changed.connect(self._changed)

    @property
    def key(self) -> str:
        """The pressed chip, or ""."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show words and counts."""
        for chip in chips:
            self._chips[chip.key].show_chip(chip)
        self._changed()

    def press(self, key: str) -> None:
        """Press one chip, or none for ""; nothing is emitted."""
        for name, chip in self._chips.items():
            chip.setChecked(name == key)
            chip.update()
        self._changed()

    def button(self, key: str) -> QAbstractButton:
        """The button of one chip."""
        return self._chips[key]

    def _clicked(self, key: str) -> None:
        self.press(key if self._chips[key].isChecked() else "")
        self.chosen.emit(self.key)

    def _picked(self, key: str) -> None:
        self.press(key)
        self.chosen.emit(key)

    # --- room -----------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        wanted = self._wanted()
        width = sum(chip.sizeHint().width() for chip in wanted) + SM * max(len(wanted) - 1, 0)
        return QSize(width, look().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As the menu, where the chips side by side are wider."""
        return QSize(min(self.menu.sizeHint().width(), self.sizeHint().width()), look().px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Showing and hiding wait until all around has been laid out: Qt would begin anew in the midst."""
        super().resizeEvent(event)
        self._soon.start()

    def _wanted(self) -> list[_ChipButton]:
        return [chip for chip in self._chips.values() if chip.is_wanted]

    def _is_crowded(self) -> bool:
        return self.width() < self.sizeHint().width()

    def _changed(self) -> None:
        self._word_menu()
        self._take_room()
        self._fit()

    def _take_room(self) -> None:
        """Lay out all around, as showing a widget does: in the midst of that it is too late to decide."""
        self.updateGeometry()
        around = self.parentWidget()
        while around is not None and around.isVisible():
            layout = around.layout()
            if layout is not None:
                layout.activate()
            around = around.parentWidget()

    def _fit(self) -> None:
        crowded = self._is_crowded()
        self.menu.setVisible(crowded and bool(self._wanted()))
        for chip in self._chips.values():
            chip.setVisible(chip.is_wanted and not crowded)

    def _word_menu(self) -> None:
        everything = QCoreApplication.translate("Kit", "All rows")
        name = QCoreApplication.translate("Kit", "Quick filter")
        pressed = self.key
        self.menu.show_words(self._chips[pressed].text() if pressed else name, name)
        choices = [(chip.key, chip.text()) for chip in self._wanted()]
        self.menu.show_choices([("", everything), *choices], pressed)
