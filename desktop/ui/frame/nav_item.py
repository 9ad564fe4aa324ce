"""A line of the left bar: icon, words, and how many things want attention there; and the lotus above them."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.theme.early import MIDDLE_LEFT, MIDDLE_RIGHT, STRONG_FOCUS, paint_ground, paint_ring, point
from desktop.ui.theme.icons import brand_pixmap, icon_pixmap
from desktop.ui.theme.look import look
from desktop.ui.theme.palette import PRIMARY, QUIET
from desktop.ui.theme.tokens import FOCUS_RING, RADIUS_CONTROL, SM, XS, Tone, Type
from desktop.ui.widgets.pills import Pill, paint_pill, pill_size
from desktop.ui.widgets.tips import set_tip

BRAND = 24
PAD = SM + 2
"""Pixels at 100 %: the lotus, and the room beside an icon."""
_ITEM_HEIGHT = 36
_FOOT_HEIGHT = 32
_LEAST_HEIGHT = 24
"""What a line takes where the window is too low for all of them, in pixels at 100 %."""
_ICON = 18


class BrandMark(QWidget):
    """The lotus, in the colours of the theme."""

    def __init__(self, size: int = BRAND, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(look().px(self._size), look().px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(self.rect(), brand_pixmap(self._size))
        painter.end()


class NavItem(QAbstractButton):
    """One line of the bar: icon, words, a count or a key at the right. Checked means "you are here".

    Folded it is its icon with the count on it; the words stay in the tool tip and for screen readers.
    """

    def __init__(
        self, text: str, icon: str, *, hint: str = "", foot: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        set_tip(self, f"{text} ({hint})" if hint else text)
        self.setProperty("focusPolicy", STRONG_FOCUS)
        point(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._icon, self._hint, self._foot = icon, hint, foot
        self._count = 0
        self._is_folded = False
        self._colour_words(False)
        self.toggled.connect(self._colour_words)
        look().changed.connect(self.updateGeometry)

    def show_count(self, count: int) -> None:
        """How many things want attention there; 0 shows none."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    @property
    def count(self) -> int:
        return self._count

    def _colour_words(self, is_here: bool) -> None:
        usual = QUIET if self._foot else QPalette.ColorRole.WindowText
        self.setForegroundRole(PRIMARY if is_here else usual)

    def fold(self, folded: bool) -> None:
        """Show the icon alone, or the words again."""
        self._is_folded = folded
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """A click asks to go there; the bar says when we are there."""

    def sizeHint(self) -> QSize:
        width = look().px(_ICON + 2 * PAD)
        if not self._is_folded:
            width += look().metrics(Type.STRONG).horizontalAdvance(self.text()) + look().px(SM)
        return QSize(width, look().px(_FOOT_HEIGHT if self._foot else _ITEM_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A low window takes height from every line before it takes a line."""
        return QSize(self.sizeHint().width(), look().px(_LEAST_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        icon = icon_pixmap(self._icon, "primary" if self.isChecked() else "text2", _ICON)
        side = look().px(_ICON)
        left = look().px(PAD)
        painter.drawPixmap(QRect(left, (self.height() - side) // 2, side, side), icon)
        if self._is_folded:
            self._paint_count_on_icon(painter)
        else:
            role = Type.CAPTION if self._foot else Type.STRONG if self.isChecked() else Type.BODY
            painter.setFont(look().font(role))
            words = self.rect().adjusted(left + side + look().px(PAD), 0, 0, 0)
            painter.drawText(words, MIDDLE_LEFT, self.text())
            self._paint_right(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        radius = look().px(RADIUS_CONTROL)
        if self.isChecked() or self.underMouse():
            ground = "primary_soft" if self.isChecked() else "sunk"
            paint_ground(painter, QRectF(self.rect()), look().ground(ground), radius)
        if self.hasFocus():
            ring = QRectF(self.rect().adjusted(1, 1, -1, -1))
            paint_ring(painter, ring, look().line("primary"), FOCUS_RING, radius)

    def _paint_right(self, painter: QPainter) -> None:
        edge = self.width() - look().px(SM)
        if self._count:
            pill = Pill(str(self._count) if self._count < 1000 else "999+", Tone.LOTUS)
            width = pill_size(pill.text).width()
            paint_pill(painter, QRect(edge - width, 0, width, self.height()), pill)
        elif self._foot and self._hint:
            if self.isChecked():
                painter.setPen(look().colour("text2"))
            painter.setFont(look().font(Type.CAPTION))
            area = self.rect().adjusted(0, 0, -look().px(SM), 0)
            painter.drawText(area, MIDDLE_RIGHT, self._hint)

    def _paint_count_on_icon(self, painter: QPainter) -> None:
        """In the upper corner, small: up to 99."""
        if not self._count:
            return
        words = str(self._count) if self._count < 100 else "99+"
        metrics = look().metrics(Type.CAPTION_STRONG)
        high = min(metrics.height(), self.height() // 2)
        width = max(metrics.horizontalAdvance(words) + look().px(XS), high)
        spot = QRect(self.width() - width - 1, 1, width, high)
        word, ground = look().tone(Tone.LOTUS)
        paint_ground(painter, QRectF(spot), QBrush(ground), high / 2)
        painter.setPen(word)
        painter.setFont(look().font(Type.CAPTION_STRONG))
        painter.drawText(spot, QtCore.Qt.AlignmentFlag.AlignCenter, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk along the bar, Enter and Space open."""
        key = QtCore.Qt.Key
        if event.key() in (key.Key_Down, key.Key_Up):
            self.focusNextPrevChild(event.key() == key.Key_Down)
        elif event.key() in (key.Key_Return, key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
