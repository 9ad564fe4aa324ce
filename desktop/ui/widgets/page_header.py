"""The head of a screen: title, one line below it, and the screen's actions at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, SM, Type
from desktop.ui.widgets.buttons import WordButton, icon_button
from desktop.ui.widgets.header_slot import Slot
from desktop.ui.widgets.labels import label

SHORT_WINDOW = 700
"""Pixels at 100 %: in a window less high, the list needs the line below the title."""
LOW_WINDOW = 480
"""Likewise: in one as low as this the line below goes into the tool tip of the title if it needs its own."""


class PageHeader(QWidget):
    """Title and subtitle at the left, buttons at the right; the last one added is the primary one.

    In a short window the subtitle stands beside the title, if there is room for it in one line. Short of
    width the buttons first leave their keys away, then all but the last go into the menu "More".
    """

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SM)
        words = self._words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        words.setSpacing(0)
        self._title = label(title, Type.TITLE, wrap=True)
        self._subtitle = label(subtitle, Type.CAPTION, wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        row.addLayout(words, 1)
        # After it has a parent: shown before, it would flash up as a window.
        self._subtitle.setVisible(bool(subtitle))
        self._row = row
        self._slots: list[Slot] = []
        self._fill_more: Callable[[QMenu], object] | None = None
        self._wants_more = False
        look().changed.connect(self._arrange)

    # --- what stands in it ----------------------------------------------------------------------------

    @cached_property
    def more_button(self) -> QToolButton:
        """The button that opens the menu "More", made when it is first needed."""
        words = QCoreApplication.translate("Kit", "More")
        made = icon_button("dots", words, self.open_menu, parent=self)
        made.hide()
        self._row.insertWidget(self._row.count() - 1, made, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
        return made

    def add(self, widget: QWidget) -> None:
        """Add a button, or something else, at the right end; the menu "More" stands before the last one."""
        slot = Slot(widget, self)
        slot.changed.connect(self._arrange)
        middle = QtCore.Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(slot, 0, middle)
        self._slots.append(slot)
        if self._has_more:
            self._row.removeWidget(self.more_button)
            self._row.insertWidget(self._row.count() - 1, self.more_button, 0, middle)
        self._arrange()

    def offer_more(self, fill: Callable[[QMenu], object]) -> None:
        """``fill`` adds the less frequent actions to the menu "More"; see ``show_more``."""
        self._fill_more, self._wants_more = fill, True
        self._arrange()

    def show_more(self, shown: bool) -> None:
        """Whether there are less frequent actions just now."""
        self._wants_more = shown
        self._arrange()

    def open_menu(self) -> QMenu:
        """Open the menu "More": first the buttons that have no room, then the less frequent actions."""
        menu = QMenu(self)
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

    def show_words(self, title: str, subtitle: str = "") -> None:
        """Change title and subtitle."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._arrange()

    @property
    def title(self) -> str:
        return self._title.text()

    # --- where it stands ------------------------------------------------------------------------------

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._arrange()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """With every button in the menu and the title in lines of a word each: no head widens its window."""
        longest = max(self._title.text().split(), key=len, default="")
        width = look().metrics(Type.TITLE).horizontalAdvance(longest) + MD
        kept = [slot for slot in self._slots if slot.is_wanted and not self._can_fold(slot)]
        may_need_more = self._wants_more or any(self._can_fold(slot) for slot in self._slots)
        width += sum(slot.width_for(short=True) + SM for slot in kept)
        width += self._more_width() if may_need_more else 0
        return QSize(width, super().minimumSizeHint().height())

    @property
    def is_one_line(self) -> bool:
        """Whether the subtitle stands beside the title."""
        return self._words.direction() is QBoxLayout.Direction.LeftToRight

    @property
    def _has_more(self) -> bool:
        return "more_button" in self.__dict__

    def _can_fold(self, slot: Slot) -> bool:
        return isinstance(slot.widget, WordButton) and slot is not self._slots[-1]

    def _more_width(self) -> int:
        return self.more_button.sizeHint().width() + SM

    def _arrange(self) -> None:
        self._fit_buttons()
        height = self.window().height()
        short, low = height < look().px(SHORT_WINDOW), height < look().px(LOW_WINDOW)
        one_line = short and self._fits_in_one_line()
        hidden = low and not one_line
        self._subtitle.setVisible(bool(self._subtitle.text()) and not hidden)
        self._title.setToolTip(self._subtitle.text() if hidden else "")
        if self._title.wordWrap() is one_line:  # said twice, Qt would lay out anew for ever
            self._title.setWordWrap(not one_line)
        if one_line == self.is_one_line:
            return
        way = QBoxLayout.Direction
        self._words.setDirection(way.LeftToRight if one_line else way.TopToBottom)
        self._words.setSpacing(MD if one_line else 0)
        self._words.setStretchFactor(self._subtitle, int(one_line))
        # Beside the title it takes what is left, and must not make the window wider.
        across = QSizePolicy.Policy.Ignored if one_line else QSizePolicy.Policy.Preferred
        policy = self._subtitle.sizePolicy()  # a new one would forget that the height follows the width
        policy.setHorizontalPolicy(across)
        self._subtitle.setSizePolicy(policy)

    def _fit_buttons(self) -> None:
        """Without their keys before without themselves; from the left, the last one stays."""
        wanted = [slot for slot in self._slots if slot.is_wanted]
        room = self.width() - self._title_width() - MD
        full = sum(slot.width_for(short=False) + SM for slot in wanted) + self._used_by_more()
        least = sum(slot.width_for(short=True) + SM for slot in wanted) + self._used_by_more()
        # The keys also go where that leaves the line below the title in one line.
        spare = self.width() - max(self._title_width(), self._subtitle_width()) - MD
        short = full > room or full > spare >= least
        folded: set[Slot] = set()
        for slot in (one for one in wanted if self._can_fold(one)):
            more = self._more_width() if folded else self._used_by_more()
            if sum(one.width_for(short=short) + SM for one in wanted if one not in folded) + more <= room:
                break
            folded.add(slot)
        for slot in self._slots:
            slot.shorten(short=short)
            slot.fold(slot in folded)
        if self._has_more or folded or self._wants_more:
            self.more_button.setVisible(bool(folded) or self._wants_more)
        # What can shrink beside the title does so before the title breaks.
        beside = [slot for slot in wanted if slot not in folded]
        more = self._more_width() if folded else self._used_by_more()
        left = self.width() - sum(slot.width_for(short=True) + SM for slot in beside) - more
        self._title.setMinimumWidth(max(min(self._title_width(), left), 0))

    def _subtitle_width(self) -> int:
        return look().metrics(Type.CAPTION).horizontalAdvance(self._subtitle.text()) + 1

    def _title_width(self) -> int:
        return look().metrics(Type.TITLE).horizontalAdvance(self._title.text()) + 1

    def _used_by_more(self) -> int:
        return self._more_width() if self._wants_more else 0

    def _fits_in_one_line(self) -> bool:
        words = look().metrics(Type.TITLE).horizontalAdvance(self._title.text())
        words += MD + look().metrics(Type.CAPTION).horizontalAdvance(self._subtitle.text())
        shown = [slot for slot in self._slots if slot.is_wanted and not slot.is_folded]
        beside = sum(slot.width_for(short=False) + SM for slot in shown)
        more = self._more_width() if self._has_more and not self.more_button.isHidden() else 0
        return words + MD + beside + more <= self.width()
