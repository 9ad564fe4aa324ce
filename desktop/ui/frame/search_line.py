"""The search in the top bar: type, and the hits stand below; arrows and Enter go there (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, Type
from desktop.ui.widgets.hit_list import HitList
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.values import Choice

KEY = "Ctrl+K"
_WIDTH, _WIDE, _NARROWEST = 300, 520, 120
_PART = "|"


class Hit(NamedTuple):
    """A place to go to: a screen, and a record on it or "" for none; with the words shown for it."""

    screen: str
    table: str
    record_id: str
    title: str
    subtitle: str = ""


class SearchLine(SearchBox):
    """``searched`` asks for hits, ``show_hits`` answers; ``chosen`` carries screen, table and record id."""

    chosen = Signal(str, str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        hint = QCoreApplication.translate("Frame", "Find tasks, targets, documents…")
        super().__init__(hint, parent=parent)
        self.setToolTip(f"{hint} ({KEY})")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hits = HitList(self)
        self._hits.setAccessibleName(QCoreApplication.translate("Frame", "Search results"))
        self._hits.taken.connect(self._take)
        look().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setMinimumWidth(look().px(_NARROWEST))
        self.setMaximumWidth(look().px(_WIDE if self.hasFocus() else _WIDTH))

    def start(self) -> None:
        """Begin a search: the focus comes here and typing replaces what was there."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def show_hits(self, text: str, hits: Sequence[Hit]) -> None:
        """Show what was found for ``text``; passed over when something else was typed since."""
        if text != self.text() or not self.hasFocus():
            return
        choices = [Choice(_PART.join(hit[:3]), hit.title, hit.subtitle) for hit in hits]
        if not choices and text.strip():
            nothing = QCoreApplication.translate("Frame", "Nothing found. Try fewer or other words.")
            choices = [Choice("", nothing, "")]
        self._hits.show_choices(choices)
        self._hits.step(1)

    @property
    def shown(self) -> list[Choice]:
        """The hits in the list below, from top to bottom; empty when it is closed."""
        if not self._hits.isVisible():
            return []
        rows = range(self._hits.count())
        return [Choice(*self._hits.item(row).data(Qt.ItemDataRole.UserRole)) for row in rows]

    def _take(self, choice: Choice) -> None:
        if choice.value:
            self.clear()
            self.chosen.emit(*choice.value.split(_PART))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._hits.step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Escape:
                self._hits.hide()
                self.clear()
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._hits.take_current():
                pass
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Wider while in use: the hits below have its width."""
        super().focusInEvent(event)
        self._restyle()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._hits.hide()
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
        painter.setPen(look().colour("text2"))
        painter.setFont(look().font(Type.CAPTION))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(self.rect().adjusted(0, 0, -margin, 0), middle, KEY)
        painter.end()
