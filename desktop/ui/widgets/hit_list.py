"""The list of hits below a line that is typed into: names with a lighter note beside them.

It never takes the focus, so that typing goes on in the line (UniKey).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import MD, Type
from desktop.ui.widgets.values import Choice

_VALUE = Qt.ItemDataRole.UserRole
_ROW = 40
_MOST_SHOWN = 9


class HitList(QListWidget):
    """Hits of a search. ``taken`` carries the Choice."""

    taken = Signal(object)

    def __init__(self, line: QWidget) -> None:
        super().__init__(line)
        self._line = line
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_HitDelegate(self))
        self.setMouseTracking(True)
        self.itemClicked.connect(self._take)
        line.installEventFilter(self)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show these below the line; none closes the list."""
        self.clear()
        for choice in choices:
            item = QListWidgetItem(choice.text)
            item.setData(_VALUE, choice)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.text}. {choice.note}")
            self.addItem(item)
        if not choices:
            self.hide()
            return
        height = min(len(choices), _MOST_SHOWN) * look().px(_ROW) + 2 * self.frameWidth()
        self.resize(max(self._line.width(), look().px(300)), height)
        self._place()
        self.show()

    def _place(self) -> None:
        corner = self._line.mapToGlobal(QPoint(0, self._line.height() + 2))
        screen = self._line.screen().availableGeometry()
        left = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        below = corner.y() + self.height() <= screen.bottom()
        above = self._line.mapToGlobal(QPoint(0, -self.height() - 2)).y()
        self.move(left, corner.y() if below else max(screen.top(), above))

    def step(self, by: int) -> None:
        """Mark the next or the previous hit, round the ends."""
        if self.count():
            first = 0 if by > 0 else self.count() - 1
            self.setCurrentRow((self.currentRow() + by) % self.count() if self.currentRow() >= 0 else first)

    def take_current(self) -> bool:
        """Take the marked hit; False when the list is closed or none is marked."""
        item = self.currentItem()
        if not self.isVisible() or item is None:
            return False
        self._take(item)
        return True

    def _take(self, item: QListWidgetItem) -> None:
        choice = item.data(_VALUE)
        self.hide()
        self.taken.emit(Choice(*choice))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Hide, QEvent.Type.Move) and self.isVisible():
            self.hide()
        return False


class _HitDelegate(QStyledItemDelegate):
    """Name on the first line, note on the second, lighter."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, look().px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice = Choice(*index.data(_VALUE))
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        ground = "selection" if marked else "sunk" if hovered else "surface"
        painter.fillRect(option.rect, look().colour(ground))
        area = option.rect.adjusted(look().px(MD), 3, -look().px(MD), -3)
        half = area.height() // 2
        first = QRect(area.x(), area.y(), area.width(), half) if choice.note else area
        _words(painter, first, choice.text, Type.BODY, "text")
        if choice.note:
            _words(painter, area.adjusted(0, half, 0, 0), choice.note, Type.CAPTION, "text2")
        painter.restore()


def _words(painter: QPainter, area: QRect, text: str, role: Type, colour: str) -> None:
    painter.setFont(look().font(role))
    painter.setPen(look().colour(colour))
    shown = look().metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
