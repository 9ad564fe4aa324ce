"""The left bar: the program's name, its screens with counts of what wants attention, help and settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.frame.screen import ScreenEntry
from desktop.ui.theme.early import MIDDLE_LEFT, MIDDLE_RIGHT, STRONG_FOCUS, paint_ground, paint_ring, point
from desktop.ui.theme.icons import brand_pixmap, icon_pixmap
from desktop.ui.theme.look import look
from desktop.ui.theme.palette import PRIMARY, QUIET
from desktop.ui.theme.tokens import FOCUS_RING, MD, RADIUS_CONTROL, SM, XS, Tone, Type
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.pills import Pill, paint_pill, pill_size

WIDTH = 204
_ITEM_HEIGHT = 36
_FOOT_HEIGHT = 32
_ICON = 18
_PAD = SM + 2


class BrandMark(QWidget):
    """The lotus, in the colours of the theme."""

    def __init__(self, size: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(look().px(self._size), look().px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(self.rect(), brand_pixmap(self._size))
        painter.end()


class NavItem(QAbstractButton):
    """One line of the bar: icon, words, a count or a key at the right. Checked means "you are here"."""

    def __init__(
        self, text: str, icon: str, *, hint: str = "", foot: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({hint})" if hint else text)
        self.setProperty("focusPolicy", STRONG_FOCUS)
        point(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon, self._hint, self._foot = icon, hint, foot
        self._count = 0
        self._colour_words(False)
        self.toggled.connect(self._colour_words)
        look().changed.connect(self.updateGeometry)

    def show_count(self, count: int) -> None:
        """How many things want attention there; 0 shows none."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    @property
    def count(self) -> int:
        return self._count

    def _colour_words(self, is_here: bool) -> None:
        usual = QUIET if self._foot else QPalette.ColorRole.WindowText
        self.setForegroundRole(PRIMARY if is_here else usual)

    def nextCheckState(self) -> None:
        """A click asks to go there; the bar says when we are there."""

    def sizeHint(self) -> QSize:
        width = look().metrics(Type.STRONG).horizontalAdvance(self.text()) + look().px(_ICON + 2 * _PAD + SM)
        return QSize(width, look().px(_FOOT_HEIGHT if self._foot else _ITEM_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        icon = icon_pixmap(self._icon, "primary" if self.isChecked() else "text2", _ICON)
        side = look().px(_ICON)
        left = look().px(_PAD)
        painter.drawPixmap(QRect(left, (self.height() - side) // 2, side, side), icon)
        role = Type.CAPTION if self._foot else Type.STRONG if self.isChecked() else Type.BODY
        painter.setFont(look().font(role))
        words = self.rect().adjusted(left + side + look().px(_PAD), 0, 0, 0)
        painter.drawText(words, MIDDLE_LEFT, self.text())
        self._paint_right(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        radius = look().px(RADIUS_CONTROL)
        if self.isChecked() or self.underMouse():
            ground = "primary_soft" if self.isChecked() else "sunk"
            paint_ground(painter, QRectF(self.rect()), look().ground(ground), radius)
        if self.hasFocus():
            ring = QRectF(self.rect().adjusted(1, 1, -1, -1))
            paint_ring(painter, ring, look().line("primary"), FOCUS_RING, radius)

    def _paint_right(self, painter: QPainter) -> None:
        edge = self.width() - look().px(SM)
        if self._count:
            pill = Pill(str(self._count) if self._count < 1000 else "999+", Tone.LOTUS)
            width = pill_size(pill.text).width()
            paint_pill(painter, QRect(edge - width, 0, width, self.height()), pill)
        elif self._foot and self._hint:
            if self.isChecked():
                painter.setPen(look().colour("text2"))
            painter.setFont(look().font(Type.CAPTION))
            area = self.rect().adjusted(0, 0, -look().px(SM), 0)
            painter.drawText(area, MIDDLE_RIGHT, self._hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk along the bar, Enter and Space open."""
        key = QtCore.Qt.Key
        if event.key() in (key.Key_Down, key.Key_Up):
            self.focusNextPrevChild(event.key() == key.Key_Down)
        elif event.key() in (key.Key_Return, key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class SideBar(QFrame):
    """All screens of an office. ``chosen`` carries a screen's key, ``help_asked`` nothing."""

    chosen = Signal(str)
    help_asked = Signal()

    def __init__(self, entries: Sequence[ScreenEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self.setAccessibleName(QCoreApplication.translate("Frame", "Screens"))
        self._items: dict[str, NavItem] = {}
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._brand())
        for entry in entries:
            if entry.section != "foot":
                self._add(entry, f"Alt+{len(self._items) + 1}" if len(self._items) < 9 else "")
        self._column.addStretch(1)
        self._help = NavItem(QCoreApplication.translate("Frame", "Help"), "help-circle", hint="F1", foot=True)
        self._help.clicked.connect(self.help_asked)
        self._column.addWidget(self._help)
        for entry in entries:
            if entry.section == "foot":
                self._add(entry, entry.shortcut, foot=True)
        look().changed.connect(self._restyle)
        self._restyle()

    def _brand(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(XS // 2, 0, 0, XS)
        line.setSpacing(XS)
        line.addWidget(BrandMark())
        line.addWidget(label(QCoreApplication.translate("Frame", "Sổ Sen"), Type.TITLE))
        line.addStretch(1)
        return row

    def _add(self, entry: ScreenEntry, hint: str, *, foot: bool = False) -> None:
        item = NavItem(entry.title(), entry.icon, hint=hint, foot=foot)
        item.setObjectName(f"nav-{entry.key}")
        item.clicked.connect(lambda _on=False, key=entry.key: self.chosen.emit(key))
        self._items[entry.key] = item
        self._column.addWidget(item)

    def _restyle(self) -> None:
        widest = max((item.sizeHint().width() for item in self._items.values()), default=0)
        margin = look().px(_PAD)
        self.setFixedWidth(max(look().px(WIDTH), widest + 2 * margin + 1))
        self._column.setContentsMargins(margin, look().px(MD), margin, look().px(SM))
        self._column.setSpacing(2)

    def show_current(self, key: str) -> None:
        """Mark the screen that is shown."""
        for name, item in self._items.items():
            item.setChecked(name == key)

    def show_help(self, shown: bool) -> None:
        """Mark whether the help panel is open."""
        self._help.setChecked(shown)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Screen key → how many things want attention there."""
        for key, item in self._items.items():
            item.show_count(counts.get(key, 0))

    def item(self, key: str) -> NavItem:
        """The line of a screen; KeyError for one that is not in the bar."""
        return self._items[key]
