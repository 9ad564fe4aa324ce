"""A day as 30/06/2022: typed freely, today by Ctrl+;, or picked from a calendar that opens below."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop.domain.entity import Kind
from desktop.ui.theme.icons import keep_icon
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.editors.line_edit import TextEdit
from desktop.ui.widgets.line_icons import grow_icons
from desktop.ui.widgets.values import InputError, Today, shown_text, typed_date

TODAY_KEY = QKeySequence("Ctrl+;")
_WIDEST_DAY = "00/00/0000"
_AIR = 28
"""What padding, frame and caret take, in pixels at 100 %."""


class DateEdit(TextEdit):
    """A day or nothing. ``today`` is the program's day, which a sample year sets."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None, *, today: Today = date.today) -> None:
        super().__init__(parent)
        grow_icons(self)
        self._today = today
        self.setPlaceholderText(QCoreApplication.translate("Kit", "dd/mm/yyyy"))
        self._open = QAction(QCoreApplication.translate("Kit", "Open the calendar"), self)
        keep_icon(self._open, "calendar", "text2")
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)

    def value(self) -> object:
        words = self.text().strip()
        return typed_date(words, self._today) if words else None

    def set_value(self, value: object) -> None:
        super().set_value(shown_text(Kind.DATE, value))

    def wanted_width(self) -> int:
        """The width in pixels in which a whole day can be seen beside the calendar's button."""
        self.ensurePolished()
        day = self.fontMetrics().horizontalAdvance(_WIDEST_DAY)
        return day + 2 * self.fontMetrics().height() + look().px(_AIR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Semicolon and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._take(self._today())
        elif event.key() == Qt.Key.Key_Down and alt:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> CalendarPopup:
        """Show the calendar below the field, at the day typed or today."""
        try:
            day = self.value() or self._today()
        except InputError:
            day = self._today()
        popup = CalendarPopup(self, day if isinstance(day, date) else self._today())
        popup.chosen.connect(self._take)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        return popup

    def _take(self, day: date) -> None:
        self.set_value(day)
        self.setFocus()
        self.finished.emit()


class CalendarPopup(QFrame):
    """A month to pick a day from; Enter or a click takes it, Esc leaves everything as it was."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, day: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget(self)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._dress()
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.activated.connect(self._choose)
        self.calendar.clicked.connect(self._choose)
        QVBoxLayout(self).addWidget(self.calendar)
        self.calendar.setFocus()

    def _dress(self) -> None:
        """Colours and size of the program: Qt's own weekend is a red that dark themes swallow."""
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            look_of_day = QTextCharFormat()
            look_of_day.setForeground(look().tone(Tone.RED)[0])
            self.calendar.setWeekdayTextFormat(day, look_of_day)
        head = QTextCharFormat()
        head.setForeground(look().colour("text2"))
        head.setBackground(look().colour("surface"))
        self.calendar.setHeaderTextFormat(head)
        for name, icon in (
            ("qt_calendar_prevmonth", "chevron-left"),
            ("qt_calendar_nextmonth", "chevron-right"),
        ):
            arrow = self.calendar.findChild(QToolButton, name)
            if arrow is not None:
                keep_icon(arrow, icon, "text2")
        self.calendar.setMinimumSize(look().px(300), look().px(260))

    def _choose(self, picked: QDate) -> None:
        self.chosen.emit(date(picked.year(), picked.month(), picked.day()))
        self.close()
