"""The place of one button in the head of a screen.

The screen shows and hides its button; the head folds the place when there is no room for it.  Two widgets,
so that neither undoes what the other wanted.
"""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.widgets.buttons import WordButton


class Slot(QWidget):
    """``changed`` is emitted when its button was shown or hidden by its owner."""

    changed = Signal()

    def __init__(self, widget: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.widget = widget
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(widget, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(widget.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Fixed)
        self.is_folded = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._show()
            self.changed.emit()
        return super().eventFilter(watched, event)

    @property
    def is_wanted(self) -> bool:
        """Whether its owner wants the button to be seen."""
        is_said = self.widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        return not (is_said and self.widget.isHidden())

    def fold(self, folded: bool) -> None:
        """Take the place away, or give it back."""
        self.is_folded = folded
        self._show()

    def shorten(self, *, short: bool) -> None:
        """Leave the key of the button away, or show it again."""
        if isinstance(self.widget, WordButton):
            self.widget.show_key(not short)

    def width_for(self, *, short: bool) -> int:
        """How wide it is with or without its key, in pixels; what can shrink by itself counts as small."""
        if isinstance(self.widget, WordButton):
            return self.widget.width_for(short=short)
        hint = self.widget.minimumSizeHint().width()
        return hint if short and hint > 0 else self.widget.sizeHint().width()

    def _show(self) -> None:
        self.setVisible(self.is_wanted and not self.is_folded)
