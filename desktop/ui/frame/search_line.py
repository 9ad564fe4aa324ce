"""The search in the top bar: type, and the hits stand below; arrows and Enter go there (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.early import MIDDLE_RIGHT
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, Type
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from desktop.ui.frame.search_hits import Hit, SearchHits
    from desktop.ui.widgets.values import Choice

KEY = "Ctrl+K"
_WIDTH, _WIDE, _NARROWEST = 300, 520, 120
_CALM = 0.72
"""How strong the key is painted: in both themes ``text`` on the ground of the line becomes ``text2``."""


class SearchLine(SearchBox):
    """``searched`` asks for hits, ``show_hits`` answers; ``chosen`` carries screen, table and record id.

    The list below the line is given to it with ``hold``: the line is painted before that is loaded.
    """

    chosen = Signal(str, str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        hint = QCoreApplication.translate("Frame", "Find tasks, targets, documents…")
        super().__init__(hint, parent=parent)
        set_tip(self, f"{hint} ({KEY})")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hits: SearchHits | None = None
        look().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setMinimumWidth(look().px(_NARROWEST))
        self.setMaximumWidth(look().px(_WIDE if self.hasFocus() else _WIDTH))

    def hold(self, hits: SearchHits) -> None:
        """Show hits in this list from now on; what was typed meanwhile is searched then."""
        self._hits = hits
        hits.went.connect(self._go)
        self.search_anew()

    def start(self) -> None:
        """Begin a search: the focus comes here and typing replaces what was there."""
        self.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def show_hits(self, text: str, hits: Sequence[Hit]) -> None:
        """Show what was found for ``text``; passed over when something else was typed since."""
        if text != self.text() or not self.hasFocus():
            return
        if self._hits is not None:
            self._hits.show_hits(text, hits)

    @property
    def shown(self) -> list[Choice]:
        """The hits in the list below, from top to bottom; empty when it is closed."""
        return [] if self._hits is None else self._hits.shown

    def _go(self, screen: str, table: str, record_id: str) -> None:
        self.clear()
        self.chosen.emit(screen, table, record_id)

    def _close(self) -> None:
        if self._hits is not None:
            self._hits.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = QtCore.Qt.Key
        match event.key():
            case key.Key_Down | key.Key_Up if self._hits is not None:
                self._hits.step(1 if event.key() == key.Key_Down else -1)
            case key.Key_Escape:
                self._close()
                self.clear()
                self.left.emit()
            case key.Key_Return | key.Key_Enter if self._hits is not None and self._hits.take_current():
                pass
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Wider while in use: the hits below have its width."""
        super().focusInEvent(event)
        self._restyle()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._close()
        super().focusOutEvent(event)
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As any line, with the key at the right while nothing is typed."""
        super().paintEvent(event)
        metrics = look().metrics(Type.CAPTION)
        margin = look().px(MD)
        used = look().metrics(Type.BODY).horizontalAdvance(self.placeholderText()) + look().px(4 * MD)
        if self.text() or self.width() < used + metrics.horizontalAdvance(KEY) + margin:
            return
        painter = QPainter(self)
        painter.setOpacity(_CALM)
        painter.setFont(look().font(Type.CAPTION))
        painter.drawText(self.rect().adjusted(0, 0, -margin, 0), MIDDLE_RIGHT, KEY)
        painter.end()
