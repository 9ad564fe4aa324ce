"""The head of a screen: title, one line below it, and the screen's actions at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, SM, Type
from desktop.ui.widgets.head_buttons import HeadButtons
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.tips import set_tip

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
        self.buttons = HeadButtons(self, row)
        self.buttons.changed.connect(self._arrange)
        look().changed.connect(self._arrange)

    # --- what stands in it ----------------------------------------------------------------------------

    def add(self, widget: QWidget) -> None:
        """Add a button, or something else, at the right end; the menu "More" stands before the last one."""
        self.buttons.add(widget)

    @property
    def more_button(self) -> QToolButton:
        """The button that opens the menu "More"."""
        return self.buttons.more_button

    def open_menu(self) -> QMenu:
        """Open the menu "More"."""
        return self.buttons.open_menu()

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
        width = look().metrics(Type.TITLE).horizontalAdvance(longest) + MD + self.buttons.least_width()
        return QSize(width, super().minimumSizeHint().height())

    @property
    def is_one_line(self) -> bool:
        """Whether the subtitle stands beside the title."""
        return self._words.direction() is QBoxLayout.Direction.LeftToRight

    def _arrange(self) -> None:
        title = self._title_width() + MD
        left = self.buttons.fit(self.width(), title, max(title, self._subtitle_width() + MD))
        # What can shrink beside the title does so before the title breaks.
        self._title.setMinimumWidth(max(min(self._title_width(), left), 0))
        height = self.window().height()
        short, low = height < look().px(SHORT_WINDOW), height < look().px(LOW_WINDOW)
        one_line = short and self._fits_in_one_line()
        hidden = low and not one_line
        self._subtitle.setVisible(bool(self._subtitle.text()) and not hidden)
        set_tip(self._title, self._subtitle.text() if hidden else "")
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

    def _subtitle_width(self) -> int:
        return look().metrics(Type.CAPTION).horizontalAdvance(self._subtitle.text()) + 1

    def _title_width(self) -> int:
        return look().metrics(Type.TITLE).horizontalAdvance(self._title.text()) + 1

    def _fits_in_one_line(self) -> bool:
        words = look().metrics(Type.TITLE).horizontalAdvance(self._title.text())
        words += MD + look().metrics(Type.CAPTION).horizontalAdvance(self._subtitle.text())
        return words + MD + self.buttons.width() <= self.width()
