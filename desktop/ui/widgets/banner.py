"""The banner: one sentence on a tinted ground."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui.theme.early import TOP_LEFT, paint_ground
from desktop.ui.theme.icons import icon_pixmap
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, RADIUS_CONTROL, SM, Tone, Type
from desktop.ui.widgets.buttons import link_button
from desktop.ui.widgets.labels import label, set_tone

_TONE_ICONS = {
    Tone.RED: "alert-circle",
    Tone.AMBER: "alert-triangle",
    Tone.GREEN: "circle-check",
}


class Banner(QFrame):
    """One sentence on a tinted ground, with an icon and perhaps one thing to do."""

    def __init__(
        self,
        text: str,
        tone: Tone = Tone.BLUE,
        *,
        action: str = "",
        clicked: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        row = QHBoxLayout(self)
        row.setContentsMargins(MD, SM, MD, SM)
        row.setSpacing(SM)
        self._icon = label()
        self._icon.setProperty("alignment", TOP_LEFT)
        row.addWidget(self._icon)
        self._label = label(text, Type.STRONG, wrap=True, tone=tone)
        row.addWidget(self._label, 1)
        self.button = link_button(action, clicked) if action else None
        if self.button is not None:
            row.addWidget(self.button)
        look().changed.connect(self._restyle)
        self._restyle()

    def show_text(self, text: str, tone: Tone | None = None) -> None:
        """Show another sentence, and the banner itself; an empty one hides it."""
        self._label.setText(text)
        self._tone = tone or self._tone
        self._restyle()
        self.setVisible(bool(text))

    @property
    def text(self) -> str:
        return self._label.text()

    def _restyle(self) -> None:
        word, _ground = look().tone(self._tone)
        set_tone(self._label, self._tone)
        self._icon.setPixmap(icon_pixmap(_TONE_ICONS.get(self._tone, "info-circle"), word.name()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        radius = look().px(RADIUS_CONTROL)
        paint_ground(painter, QRectF(self.rect()), look().ground(self._tone), radius)
        painter.end()
