"""The head of a screen: title, one line below it, and the screen's actions at the right."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, SM, Type
from desktop.ui.widgets.labels import label

SHORT_WINDOW = 700
"""Pixels at 100 %: in a window less high, the list needs the line below the title."""


class PageHeader(QWidget):
    """Title and subtitle at the left, buttons at the right; the last one added is the primary one.

    In a short window the subtitle stands beside the title, if there is room for it in one line.
    """

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SM)
        words = self._words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        words.setSpacing(0)
        self._title = label(title, Type.TITLE)
        self._subtitle = label(subtitle, Type.CAPTION, wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        row.addLayout(words, 1)
        # After it has a parent: shown before, it would flash up as a window.
        self._subtitle.setVisible(bool(subtitle))
        self._row = row
        self._beside: list[QWidget] = []
        look().changed.connect(self._arrange)

    def add(self, widget: QWidget) -> None:
        """Add a button at the right end."""
        self._row.addWidget(widget, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
        self._beside.append(widget)

    def show_words(self, title: str, subtitle: str = "") -> None:
        """Change title and subtitle."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """What stands beside the words may have grown: then there is no room for one line any more."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """As with two lines: a subtitle beside the title never makes the window wider."""
        hint = super().minimumSizeHint()
        beside = MD + self._subtitle.minimumSizeHint().width() if self.is_one_line else 0
        return QSize(hint.width() - beside, hint.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._arrange()
        return super().eventFilter(watched, event)

    @property
    def is_one_line(self) -> bool:
        """Whether the subtitle stands beside the title."""
        return self._words.direction() is QBoxLayout.Direction.LeftToRight

    def _arrange(self) -> None:
        one_line = self.window().height() < look().px(SHORT_WINDOW) and self._fits_in_one_line()
        if one_line == self.is_one_line:
            return
        way = QBoxLayout.Direction
        self._words.setDirection(way.LeftToRight if one_line else way.TopToBottom)
        self._words.setSpacing(MD if one_line else 0)
        self._words.setStretchFactor(self._subtitle, int(one_line))
        # Beside the title it takes what is left, and must not make the window wider.
        across = QSizePolicy.Policy.Ignored if one_line else QSizePolicy.Policy.Preferred
        self._subtitle.setSizePolicy(across, QSizePolicy.Policy.Preferred)

    def _fits_in_one_line(self) -> bool:
        words = look().metrics(Type.TITLE).horizontalAdvance(self._title.text())
        words += MD + look().metrics(Type.CAPTION).horizontalAdvance(self._subtitle.text())
        shown = [one.sizeHint().width() + SM for one in self._beside if not one.isHidden()]
        return words + MD + sum(shown) <= self.width()

    @property
    def title(self) -> str:
        return self._title.text()
