"""A list with its detail panel: side by side where there is room, otherwise a drawer over the list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, MD
from desktop.ui.widgets.buttons import icon_button

PANEL = 300
WIDE_WINDOW = 1366
WIDEST_ZOOM = 1.25


class DetailSplit(QWidget):
    """``content`` at the left, ``detail`` at the right, ``width`` pixels wide at 100 %.

    Below a window width of 1366 or from 125 % on, the detail is a drawer: ``open_detail`` shows it over the
    list, Esc or its button closes it.  ``drawer_changed`` tells when it became a drawer or a panel.
    """

    drawer_changed = Signal(bool)

    def __init__(
        self, content: QWidget, detail: QWidget, *, width: int = PANEL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._content, self._width = content, width
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(MD)
        self._row.addWidget(content, 1)
        self._panel = QFrame()
        self._panel.setProperty("role", "card")
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        closing = QCoreApplication.translate("Kit", "Close the panel")
        self._close = icon_button("x", closing, self.close_detail)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(_scrolled(detail), 1)
        self._row.addWidget(self._panel)
        self._drawer = False
        self._open = False
        self._has_detail = True
        look().changed.connect(self._arrange)
        self._arrange()

    @property
    def is_drawer(self) -> bool:
        return self._drawer

    @property
    def detail_shown(self) -> bool:
        return self._has_detail and (not self._drawer or self._open)

    def open_detail(self) -> None:
        """Show the detail; side by side it is shown anyway."""
        self._open = True
        self._arrange()

    def close_detail(self) -> None:
        """Close the drawer and give the focus back to the list."""
        self._open = False
        self._arrange()
        if self._drawer:
            self._content.setFocus()

    def show_detail(self, shown: bool) -> None:
        """Whether there is anything to show the detail of."""
        self._has_detail = shown
        self._arrange()

    def focus_close(self) -> None:
        """Put the keyboard on the button that closes the drawer."""
        self._close.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._drawer and self._open:
            self.close_detail()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        drawer = self.window().width() < WIDE_WINDOW or look().zoom >= WIDEST_ZOOM
        width = look().px(self._width)
        if drawer != self._drawer:
            self._drawer = drawer
            if drawer:
                self._row.removeWidget(self._panel)
            else:
                self._row.addWidget(self._panel)
            self.drawer_changed.emit(drawer)
        self._close.setVisible(drawer)
        self._panel.setVisible(self.detail_shown)
        if drawer:
            wide = min(round(width * 1.2), self.width())
            self._panel.setMinimumWidth(0)
            self._panel.setMaximumWidth(16_777_215)
            self._panel.setGeometry(QRect(self.width() - wide, 0, wide, self.height()))
            self._panel.raise_()
        else:
            self._panel.setFixedWidth(width)


def _scrolled(detail: QWidget) -> QScrollArea:
    area = QScrollArea()
    holder = QWidget()
    holder.setProperty("role", "clear")
    column = QVBoxLayout(holder)
    column.setContentsMargins(LG, MD, LG, LG)
    column.addWidget(detail, 1)
    area.setWidget(holder)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
