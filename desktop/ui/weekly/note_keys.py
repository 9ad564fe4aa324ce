"""F2 and Ctrl+; of the weekly list: straight into the note, and today's date where the caret stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.days import format_date
from desktop.ui.grid.view import GridView
from desktop.ui.weekly.columns import DIFFICULTY, DONE_ON, PERCENT, RESULT, TEXTS
from desktop.ui.widgets.editors.date_edit import TODAY_KEY, DateEdit
from desktop.ui.widgets.editors.growing_edit import GrowingEdit
from desktop.usecases.weekly_tasks import WeekTask


class NoteKeys(QObject):
    """Belongs to one weekly grid; digits stand for a status except in the column of percentages."""

    def __init__(self, view: GridView, screen: QWidget, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._view, self._today = view, today
        view.installEventFilter(self)
        view.selectionModel().currentChanged.connect(self._follow)
        shortcut = QShortcut(QKeySequence(TODAY_KEY), screen)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.insert_today)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            return self.open_note()
        return super().eventFilter(watched, event)

    def open_note(self) -> bool:
        """Edit the note of the current task; False where the cell itself is to be edited."""
        row, key = self._view.current_row(), self._key()
        if not isinstance(row, WeekTask) or key in (*TEXTS, PERCENT, DONE_ON):
            return False
        model = self._view.grid_model
        if not model.can_edit(row, model.columns[model.column_index(RESULT)]):
            return True
        wanted = DIFFICULTY if row.is_blocked and not row.difficulty else RESULT
        self._view.go_to(self._view.currentIndex().row(), model.column_index(wanted))
        self._view.edit(self._view.currentIndex())
        return True

    def insert_today(self) -> None:
        """Today's date into the open editor, or into the cell."""
        editor = QApplication.focusWidget()
        words = format_date(self._today())
        if isinstance(editor, GrowingEdit):
            editor.insertPlainText(words)
        elif isinstance(editor, DateEdit):
            editor.set_value(self._today())
        elif self._key() == DONE_ON:
            self._view.grid_model.setData(self._view.currentIndex(), self._today())
        elif self._key() in TEXTS:
            self._view.edit(self._view.currentIndex())
            opened = QApplication.focusWidget()
            if isinstance(opened, GrowingEdit):
                held = opened.toPlainText()
                opened.start_with(f"{held} {words}".strip())

    def _follow(self) -> None:
        self._view.digits = self._key() != PERCENT

    def _key(self) -> str:
        index = self._view.currentIndex()
        return self._view.grid_model.columns[index.column()].key if index.isValid() else ""
