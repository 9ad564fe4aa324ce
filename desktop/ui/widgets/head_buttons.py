"""The buttons in the head of a screen, and what becomes of them where there is no room.

The screen shows and hides its button; the head folds the place in which it stands.  Two widgets, so that
neither undoes what the other wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from desktop.ui.theme.tokens import SM
from desktop.ui.widgets.buttons import WordButton, icon_button


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


class HeadButtons(QObject):
    """What stands at the right of ``row``. ``changed``: another button is shown, or fewer, or others."""

    changed = Signal()

    def __init__(self, head: QWidget, row: QHBoxLayout) -> None:
        super().__init__(head)
        self._head, self._row = head, row
        self._slots: list[Slot] = []
        self._fill_more: Callable[[QMenu], object] | None = None
        self._wants_more = False

    @cached_property
    def more_button(self) -> QToolButton:
        """The button that opens the menu "More", made when it is first needed."""
        words = QCoreApplication.translate("Kit", "More")
        made = icon_button("dots", words, self.open_menu, parent=self._head)
        made.hide()
        self._row.insertWidget(self._row.count() - 1, made, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
        return made

    def add(self, widget: QWidget) -> None:
        """Add a button, or something else, at the right end; the menu "More" stands before the last one."""
        slot = Slot(widget, self._head)
        slot.changed.connect(self.changed)
        middle = QtCore.Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(slot, 0, middle)
        self._slots.append(slot)
        if self._has_more:
            self._row.removeWidget(self.more_button)
            self._row.insertWidget(self._row.count() - 1, self.more_button, 0, middle)
        self.changed.emit()

    def offer_more(self, fill: Callable[[QMenu], object]) -> None:
        """``fill`` adds the less frequent actions to the menu "More"; see ``show_more``."""
        self._fill_more, self._wants_more = fill, True
        self.changed.emit()

    def show_more(self, shown: bool) -> None:
        """Whether there are less frequent actions just now."""
        self._wants_more = shown
        self.changed.emit()

    def open_menu(self) -> QMenu:
        """Open the menu "More": first the buttons that have no room, then the less frequent actions."""
        menu = QMenu(self._head)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        for slot in self._slots:
            if slot.is_folded and isinstance(slot.widget, WordButton):
                slot.widget.add_to(menu)
        if self._wants_more and self._fill_more is not None:
            if not menu.isEmpty():
                menu.addSeparator()
            self._fill_more(menu)
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))
        return menu

    # --- room, in pixels ------------------------------------------------------------------------------

    def least_width(self) -> int:
        """What they need with everything in the menu that may go there."""
        kept = [slot for slot in self._wanted() if not self._can_fold(slot)]
        may_need_more = self._wants_more or any(self._can_fold(slot) for slot in self._slots)
        return _sum(kept, short=True) + (self._more_width() if may_need_more else 0)

    def width(self) -> int:
        """What they take now, their keys included."""
        shown = [slot for slot in self._wanted() if not slot.is_folded]
        more = self._more_width() if self._has_more and not self.more_button.isHidden() else 0
        return _sum(shown, short=False) + more

    def fit(self, width: int, title: int, words: int) -> int:
        """Fit beside a title within ``width``; what is left for the title, if what can shrink is small.

        Without their keys before without themselves; from the left, the last one stays. The keys also go
        where that leaves ``words``, title or the line below it, whole in one line.
        """
        wanted, own = self._wanted(), self._used_by_more()
        full, least = _sum(wanted, short=False) + own, _sum(wanted, short=True) + own
        short = full > width - title or full > width - words >= least
        folded: set[Slot] = set()
        for slot in (one for one in wanted if self._can_fold(one)):
            more = self._more_width() if folded else own
            if _sum([one for one in wanted if one not in folded], short=short) + more <= width - title:
                break
            folded.add(slot)
        for slot in self._slots:
            slot.shorten(short=short)
            slot.fold(slot in folded)
        if self._has_more or folded or self._wants_more:
            self.more_button.setVisible(bool(folded) or self._wants_more)
        more = self._more_width() if folded else own
        return width - _sum([slot for slot in wanted if slot not in folded], short=True) - more

    @property
    def _has_more(self) -> bool:
        return "more_button" in self.__dict__

    def _wanted(self) -> list[Slot]:
        return [slot for slot in self._slots if slot.is_wanted]

    def _can_fold(self, slot: Slot) -> bool:
        return isinstance(slot.widget, WordButton) and slot is not self._slots[-1]

    def _more_width(self) -> int:
        return self.more_button.sizeHint().width() + SM

    def _used_by_more(self) -> int:
        return self._more_width() if self._wants_more else 0


def _sum(slots: Sequence[Slot], *, short: bool) -> int:
    return sum(slot.width_for(short=short) + SM for slot in slots)
