"""Pills: a word on a tinted ground. Grids paint them (``paint_pill``), panels hold them (``StatusPill``)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.early import MIDDLE_LEFT, paint_ground
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, PILL, RADIUS_PILL, SM, Theme, Tone, Type


class Pill(NamedTuple):
    """The word and the tone of a pill."""

    text: str
    tone: Tone = Tone.GREY


def pill_size(text: str) -> QSize:
    """How large a pill with this word is, in pixels at the present zoom."""
    width = look().metrics(Type.CAPTION_STRONG).horizontalAdvance(text) + 2 * look().px(MD)
    return QSize(width, look().px(PILL))


def paint_pill(painter: QPainter, area: QRect, pill: Pill) -> None:
    """Paint a pill at the left of ``area``, centred in height, shortened only when ``area`` is narrower."""
    ratio = painter.device().devicePixelRatioF()
    width = min(_width(pill.text, look().zoom), area.width())
    picture = _picture(pill, width, ratio, look().theme, look().zoom)
    top = area.y() + (area.height() - look().px(PILL) + 1) // 2
    painter.drawPixmap(area.x(), top, picture)


@lru_cache(maxsize=512)
def _width(text: str, _zoom: float) -> int:
    return pill_size(text).width()


@lru_cache(maxsize=512)
def _picture(pill: Pill, width: int, ratio: float, _theme: Theme, _zoom: float) -> QPixmap:
    """A painted pill; kept, because a table shows the same few words in every row."""
    height = look().px(PILL)
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    _paint(painter, QRectF(0, 0, width, height), pill)
    painter.end()
    return picture


def _paint(painter: QPainter, box: QRectF, pill: Pill) -> None:
    paint_ground(painter, box, look().ground(pill.tone), look().px(RADIUS_PILL))
    painter.setPen(look().tone(pill.tone)[0])
    painter.setFont(look().font(Type.CAPTION_STRONG))
    padding = look().px(MD)
    inner = box.toRect().adjusted(padding, 0, -padding + 1, 0)
    text = (
        look()
        .metrics(Type.CAPTION_STRONG)
        .elidedText(pill.text, QtCore.Qt.TextElideMode.ElideRight, inner.width())
    )
    painter.drawText(inner, MIDDLE_LEFT, text)


def column_width(words: Iterable[str]) -> int:
    """How wide a column of pills with these words is, in pixels at 100 %: no word is cut, in any language."""
    widest = max((pill_size(word).width() for word in words), default=0)
    return ceil(widest / look().zoom) + 2 * SM


class StatusPill(QWidget):
    """A pill in a panel. It is read by screen readers as its word."""

    def __init__(self, pill: Pill | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pill = pill or Pill("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)
        self.setAccessibleName(self._pill.text)
        if not self._pill.text:
            # Never shown here: without a parent yet it would flash up as a window.
            self.hide()

    def show_pill(self, pill: Pill) -> None:
        """Show another word; an empty one hides the pill."""
        self._pill = pill
        self.setAccessibleName(pill.text)
        self.setVisible(bool(pill.text))
        self.updateGeometry()
        self.update()

    @property
    def pill(self) -> Pill:
        return self._pill

    def sizeHint(self) -> QSize:
        return pill_size(self._pill.text)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_pill(painter, self.rect(), self._pill)
        painter.end()


class CountBadge(StatusPill):
    """A count that wants attention; zero is not shown."""

    def show_count(self, count: int, tone: Tone = Tone.LOTUS) -> None:
        self.show_pill(Pill(str(count) if count else "", tone))
