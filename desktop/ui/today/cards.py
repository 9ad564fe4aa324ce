"""The row of cards on the first screen: each a count with its name, one of them chosen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.grid.text import wrapped_height
from desktop.ui.theme.icons import icon_pixmap
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import FOCUS_RING, MD, RADIUS_CARD, SM, Tone, Type
from desktop.ui.widgets.page_header import LOW_WINDOW
from desktop.usecases.today_lines import CardKey

_ICON = 20


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Of a card, in pixels at 100 %: above and below the title, at the sides, and of the count.

    ``chosen`` is the letter of the title of the chosen card, which every card has room for.
    """

    top: int
    bottom: int
    side: int
    figure: int
    chosen: Type


_USUAL, _LOW = _Sizes(43, 10, MD, 28, Type.STRONG), _Sizes(33, 6, SM, 22, Type.CAPTION_STRONG)
"""As it is, and in a low window, where the list below needs the room."""

ICONS = {
    CardKey.OVERDUE: ("calendar-due", Tone.RED),
    CardKey.DUE_SOON: ("clock", Tone.AMBER),
    CardKey.NOT_REVIEWED: ("list-check", Tone.BLUE),
    CardKey.FROM_UPPER: ("inbox", Tone.BLUE),
    CardKey.UNSENT: ("usb", Tone.AMBER),
    CardKey.CONFLICTS: ("git-branch", Tone.RED),
    CardKey.LATE_UNITS: ("hourglass", Tone.RED),
    CardKey.BUNDLES: ("package-import", Tone.GREEN),
    CardKey.PLANS: ("clipboard-check", Tone.GREEN),
    CardKey.OVERDUE_UNITS: ("calendar-due", Tone.RED),
}


def card_title(card: CardKey) -> str:
    """The name of a card."""
    return {
        CardKey.OVERDUE: QCoreApplication.translate("Today", "Overdue"),
        CardKey.DUE_SOON: QCoreApplication.translate("Today", "Due in 7 days"),
        CardKey.NOT_REVIEWED: QCoreApplication.translate("Today", "Not updated this week"),
        CardKey.FROM_UPPER: QCoreApplication.translate("Today", "New from the upper level"),
        CardKey.UNSENT: QCoreApplication.translate("Today", "Not sent"),
        CardKey.CONFLICTS: QCoreApplication.translate("Today", "Conflicts"),
        CardKey.LATE_UNITS: QCoreApplication.translate("Today", "Units that have not sent"),
        CardKey.BUNDLES: QCoreApplication.translate("Today", "Bundles received"),
        CardKey.PLANS: QCoreApplication.translate("Today", "Plans received"),
        CardKey.OVERDUE_UNITS: QCoreApplication.translate("Today", "Overdue tasks"),
    }[card]


class TodayCard(QWidget):
    """One card. Space, Enter or a click choose it."""

    chosen = Signal(str)

    def __init__(self, card: CardKey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self.count = 0
        self.title = card_title(card)
        self._more = ""
        self._is_current = False
        self._sizes = _USUAL
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int, more: str = "") -> None:
        """Show a count; ``more`` stands lighter behind it, as in "11 / 13"."""
        self.count, self._more = count, more
        self.setAccessibleName(f"{self.title}: {count}{more}")
        self.update()

    def set_current(self, current: bool) -> None:
        """Mark the card whose list is shown."""
        self._is_current = current
        self.setAccessibleDescription(QCoreApplication.translate("Today", "shown below") if current else "")
        self.update()

    def wanted_height(self, width: int) -> int:
        """How high the card must be for its whole title at a width."""
        words = wrapped_height(self.title, width - 2 * look().px(self._sizes.side), self._sizes.chosen)
        return look().px(self._sizes.top) + words + look().px(self._sizes.bottom)

    def make_low(self, low: bool) -> None:
        """Take less height, or the usual."""
        self._sizes = _LOW if low else _USUAL
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(150), self.wanted_height(look().px(150)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(96), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.card)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.card)

    # --- painting -------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        pad, top = look().px(self._sizes.side), look().px(self._sizes.bottom)
        area = self.rect().adjusted(pad, top, -pad, 0)
        self._paint_figure(painter, area)
        painter.setFont(look().font(self._sizes.chosen if self._is_current else Type.CAPTION))
        painter.setPen(look().colour("text" if self._is_current else "text2"))
        words = area.adjusted(0, look().px(self._sizes.top) - top, 0, 0)
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(words, flags, self.title)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        radius = look().px(RADIUS_CARD)
        edge = "primary" if self._is_current or self.hasFocus() else "line"
        width = FOCUS_RING if self.hasFocus() else 1
        painter.setPen(QPen(look().colour(edge), width))
        painter.setBrush(look().colour("primary_soft" if self._is_current else "surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)

    def _paint_figure(self, painter: QPainter, area: QRect) -> None:
        name, tone = ICONS[self.card]
        word = look().tone(tone if self.count else Tone.GREY)[0]
        side = look().px(_ICON)
        mark = icon_pixmap(name, word.name(), _ICON)
        painter.drawPixmap(QPoint(area.right() - side, area.top() + look().px(4)), mark)
        font = QFont(look().font(Type.TITLE))
        font.setPixelSize(look().px(self._sizes.figure))
        painter.setFont(font)
        painter.setPen(word)
        high = look().px(self._sizes.figure + SM)
        line = QRect(area.left(), area.top() - look().px(4), area.width(), high)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(line, middle, str(self.count))
        if self._more:
            line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(str(self.count)))
            painter.setFont(look().font(Type.HEADING))
            painter.setPen(look().colour("text2"))
            painter.drawText(line, middle, self._more)


class CardRow(QWidget):
    """The cards side by side; left and right arrows go from one to the next. ``chosen`` carries a CardKey."""

    chosen = Signal(str)

    def __init__(self, cards: tuple[CardKey, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SM)
        self.cards = {card: TodayCard(card) for card in cards}
        for made in self.cards.values():
            made.chosen.connect(self.chosen)
            row.addWidget(made)
        look().changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All cards as high as the one with the longest title needs; nothing is cut at any zoom."""
        cards = list(self.cards.values())
        low = self.window().height() < look().px(LOW_WINDOW)
        for card in cards:
            card.make_low(low)
        width = (self.width() - SM * (len(cards) - 1)) // len(cards)
        height = max(card.wanted_height(width) for card in cards)
        for card in cards:
            card.setFixedHeight(height)

    def set_current(self, card: CardKey) -> None:
        """Mark one card as the one whose list is shown."""
        for key, made in self.cards.items():
            made.set_current(key is card)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        made = list(self.cards.values())
        here = next((place for place, card in enumerate(made) if card.hasFocus()), -1)
        if step is None or here < 0:
            super().keyPressEvent(event)
            return
        target = made[(here + step) % len(made)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(target.card)
