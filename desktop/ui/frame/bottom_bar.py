"""The bar at the bottom: saved when, backed up when, how much is not sent; and no state secrets.

Before them stands a warning where the disk of the data is nearly full.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.domain.days import format_date
from desktop.ui.theme.early import MIDDLE_LEFT, NO_FOCUS, TAB_FOCUS, paint_ring, point
from desktop.ui.theme.icons import icon_pixmap
from desktop.ui.theme.look import look
from desktop.ui.theme.palette import QUIET
from desktop.ui.theme.tokens import FOCUS_RING, RADIUS_CONTROL, SM, XL, XS, Tone, Type
from desktop.ui.widgets.buttons import link_button
from desktop.ui.widgets.pressing import pressed_by
from desktop.ui.widgets.tips import set_tip

if TYPE_CHECKING:
    from desktop.usecases.read_footer import Footer, Moment  # leads to all that is sent
    from desktop.usecases.sending import Waiting  # likewise

HEIGHT = 28
_ICON = 15
NOTICE_MS = 8_000


class Fact(QAbstractButton):
    """An icon and a few words; a click goes where the thing can be done. Short of room, the icon stays."""

    def __init__(
        self, icon: str, tone: Tone | None = None, *, silent: bool = False, parent: QWidget | None = None
    ) -> None:
        """``silent`` is one that leads nowhere."""
        super().__init__(parent)
        self.setForegroundRole(QUIET)
        self._icon, self._tone = icon, tone
        self._short = False
        self.setProperty("focusPolicy", NO_FOCUS if silent else TAB_FOCUS)
        if not silent:
            point(self)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        look().changed.connect(self.updateGeometry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def show_fact(self, text: str, tone: Tone | None, more: str = "") -> None:
        """Other words, and what the tool tip says besides; no words hide it."""
        self._tone = tone
        self.setText(text)
        self.setAccessibleName(f"{text} – {more}" if more else text)
        set_tip(self, f"{text}\n{more}" if more else text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def shorten(self, short: bool) -> None:
        """Show the icon alone; the words stay in the tool tip and for screen readers."""
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    def width_for(self, short: bool) -> int:
        """How wide it is with or without its words, in pixels."""
        words = 0 if short else look().px(XS) + look().metrics(Type.CAPTION).horizontalAdvance(self.text())
        return look().px(_ICON) + words + 2 * look().px(XS)

    def sizeHint(self) -> QSize:
        return QSize(self.width_for(self._short), look().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The bar never makes the window wider; it shortens its facts instead."""
        return QSize(self.width_for(short=True) if self.text() else 0, look().px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = look().tone(self._tone)[0] if self._tone else look().colour("text2")
        side, margin = look().px(_ICON), look().px(XS)
        spot = QRect(margin, (self.height() - side) // 2, side, side)
        painter.drawPixmap(spot, icon_pixmap(self._icon, shade.name(), _ICON))
        if not self._short:
            if self._tone:
                painter.setPen(shade)
            painter.setFont(look().font(Type.CAPTION))
            words = self.rect().adjusted(2 * margin + side, 0, 0, 0)
            painter.drawText(words, MIDDLE_LEFT, self.text())
        if self.hasFocus():
            ring = QRectF(self.rect().adjusted(1, 2, -1, -2))
            paint_ring(painter, ring, look().line("primary"), FOCUS_RING, RADIUS_CONTROL)
        painter.end()


class BottomBar(QFrame):
    """``backup_asked`` and ``send_asked`` lead to where it is done; ``undo_asked`` takes back what a notice
    told of; ``space_asked`` wants to know more of the disk that is nearly full, ``scarce`` is what is left.
    """

    backup_asked = Signal()
    send_asked = Signal()
    undo_asked = Signal()
    space_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "statusbar")
        self._saved, self._backup, self._unsent = (
            Fact("circle-check", silent=True),
            Fact("database"),
            Fact("usb"),
        )
        self._space = Fact("alert-triangle", Tone.RED)
        self.scarce = ""
        self._space.clicked.connect(self.space_asked)
        self._backup.clicked.connect(self.backup_asked)
        self._unsent.clicked.connect(self.send_asked)
        self._notice, self._secrets = Fact("info-circle", Tone.BLUE, silent=True), Fact("lock", silent=True)
        self._undo = link_button(QCoreApplication.translate("Frame", "Undo"), self._undo_pressed)
        self._row = QHBoxLayout(self)
        for fact in (self._space, self._saved, self._backup, self._unsent):
            self._row.addWidget(fact)
        self._row.addStretch(1)
        for widget in (self._notice, self._undo, self._secrets):
            self._row.addWidget(widget)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(NOTICE_MS)
        self._pause.timeout.connect(self.clear_notice)
        self._secrets.show_fact(QCoreApplication.translate("Frame", "No state secrets in here"), None)
        self._space.show_fact("", None)
        self.clear_notice()
        look().changed.connect(self._restyle)
        self._restyle()

    def show_footer(self, footer: Footer, scarce: str = "") -> None:
        """The facts; ``scarce`` is the room left where the disk is nearly full, in words."""
        self.scarce = scarce
        self._space.show_fact(_scarce_words(self.scarce), Tone.RED, _scarce_more())
        self._saved.show_fact(_saved_words(footer.saved), Tone.GREEN if footer.saved else None)
        self._backup.show_fact(_backup_words(footer.backup), None if footer.backup else Tone.AMBER)
        unwritten = footer.waiting is not None and footer.waiting.unwritten > 0
        tone = Tone.AMBER if unwritten else None
        self._unsent.show_fact(_waiting_words(footer.waiting), tone, _waiting_more(footer.waiting))
        self._fit()

    def notify(self, text: str, undoable: bool = False) -> None:
        """A sentence for some seconds, with a way to take back what it tells of."""
        self._notice.show_fact(text, Tone.BLUE)
        self._undo.setVisible(undoable)
        self._pause.start()
        self._fit()

    def clear_notice(self) -> None:
        """Take the sentence away."""
        self._notice.show_fact("", None)
        self._undo.setVisible(False)
        self._fit()

    @property
    def words(self) -> list[str]:
        """What is shown, from left to right."""
        facts = (self._space, self._saved, self._backup, self._unsent, self._notice, self._secrets)
        return [fact.text() for fact in facts if fact.text()]

    def _undo_pressed(self) -> None:
        self.clear_notice()
        self.undo_asked.emit()

    def _restyle(self) -> None:
        self.setFixedHeight(look().px(HEIGHT))
        self._row.setContentsMargins(look().px(XL - XS), 0, look().px(XL - XS), 0)
        self._row.setSpacing(look().px(SM))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What matters least gives up its words first, so that none is ever cut."""
        facts = [self._secrets, self._backup, self._saved, self._unsent, self._space, self._notice]
        shown = [fact for fact in facts if fact.text()]
        room = self.width() - 2 * look().px(XL) - len(shown) * look().px(SM)
        if not self._undo.isHidden():
            room -= self._undo.sizeHint().width() + look().px(SM)
        widths = {fact: fact.width_for(short=False) for fact in shown}
        for fact in shown:
            short = sum(widths.values()) > room
            if short:
                widths[fact] = fact.width_for(short=True)
            fact.shorten(short)


def _when(moment: Moment, today: str) -> str:
    """The time first, as in every list."""
    day = today if moment.day is None else format_date(moment.day)
    return f"{moment.time} {day}".strip()


def _saved_words(saved: Moment | None) -> str:
    if saved is None:
        return QCoreApplication.translate("Frame", "Nothing entered yet")
    words = QCoreApplication.translate("Frame", "Saved {when}")
    return words.replace("{when}", _when(saved, ""))


def _backup_words(backup: Moment | None) -> str:
    if backup is None:
        return QCoreApplication.translate("Frame", "No backup yet")
    words = QCoreApplication.translate("Frame", "Backed up {when}, checked")
    return words.replace("{when}", _when(backup, QCoreApplication.translate("Frame", "today")))


def _scarce_words(free: str) -> str:
    words = QCoreApplication.translate("Frame", "Disk nearly full: {free} left")
    return words.replace("{free}", free) if free else ""


def _scarce_more() -> str:
    return QCoreApplication.translate(
        "Frame", "What is saved is safe. Click to read what this means and what to do."
    )


def _waiting_words(waiting: Waiting | None) -> str:
    if waiting is None:
        return ""
    if waiting.unwritten:
        return QCoreApplication.translate("Frame", "%n change(s) not sent", "", waiting.unwritten)
    if waiting.unconfirmed:
        return QCoreApplication.translate(
            "Frame", "Sent, %n change(s) not confirmed yet", "", waiting.unconfirmed
        )
    return QCoreApplication.translate("Frame", "Everything sent and confirmed")


def _waiting_more(waiting: Waiting | None) -> str:
    """The second count, where the words in the bar are about the first."""
    if waiting is None or not waiting.unwritten:
        return ""
    return QCoreApplication.translate(
        "Frame", "In no bundle yet; %n change(s) altogether wait for a receipt", "", waiting.unconfirmed
    )
