"""A QR code, painted from its squares: sharp at every size, on screen and on paper."""

from __future__ import annotations

from functools import lru_cache

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.look import look

_QUIET = 4
"""Empty squares round the code that readers need (ISO/IEC 18004)."""
_DARK, _LIGHT = QColor("#000000"), QColor("#FFFFFF")
"""Never the theme's colours: readers expect dark on light."""


@lru_cache(maxsize=32)
def qr_squares(text: str) -> tuple[tuple[bool, ...], ...]:
    """The squares of a text's QR code, row by row, True for dark; error correction M."""
    return tuple(tuple(bool(square) for square in row) for row in segno.make_qr(text, error="m").matrix)


def paint_qr(painter: QPainter, area: QRectF, text: str) -> None:
    """Paint the code of ``text`` with its quiet zone into the square at the top left of ``area``."""
    squares = qr_squares(text)
    side = min(area.width(), area.height())
    size = side / (len(squares) + 2 * _QUIET)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(QRectF(area.left(), area.top(), side, side), _LIGHT)
    painter.setBrush(_DARK)
    for y, row in enumerate(squares):
        for x, is_dark in enumerate(row):
            if is_dark:
                left, top = area.left() + (x + _QUIET) * size, area.top() + (y + _QUIET) * size
                painter.drawRect(QRectF(left, top, size, size))
    painter.restore()


class QrCode(QWidget):
    """Shows one code, ``side`` pixels wide at 100 %; ``name`` is what a screen reader says."""

    def __init__(self, name: str, side: int = 132, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._side = "", side
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    @property
    def text(self) -> str:
        return self._text

    def show_text(self, text: str) -> None:
        """Show the code of another text; "" shows nothing."""
        self._text = text
        self.update()

    def sizeHint(self) -> QSize:
        side = self._whole(look().px(self._side))
        return QSize(side, side)

    def _whole(self, wanted: int) -> int:
        """The size near the one wanted at which every square is as large as the others."""
        count = len(qr_squares(self._text)) + 2 * _QUIET if self._text else 1
        return max(wanted // count, 1) * count if self._text else wanted

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._text:
            painter = QPainter(self)
            side = self._whole(min(self.width(), self.height()))
            paint_qr(painter, QRectF(0, 0, side, side), self._text)
            painter.end()
