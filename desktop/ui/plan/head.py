"""The head of the plan screen: title, unit chooser or read-only mark, and the screen's actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QMenu, QVBoxLayout, QWidget

from desktop.ui.theme.icons import keep_icon
from desktop.ui.theme.tokens import SM, Tone
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.pills import Pill, StatusPill
from desktop.usecases.plan_view import Named

_TASKS_ONLY = ("key_task", "breakthrough", "paste", "extend")
_CHANGING = ("add", "key_task", "breakthrough", "paste", "extend", "delete")


class PlanHead(QWidget):
    """``actions_by_name`` holds add, key_task, breakthrough, paste, extend, history and delete."""

    unit_chosen = Signal(str)
    export_asked = Signal()
    send_asked = Signal()

    def __init__(
        self, units: Sequence[Named], unit_id: str, *, is_upper: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.header = PageHeader("")
        self.actions_by_name = self._make_actions()
        self._is_upper = is_upper
        self._can_edit = False
        self._tab = "tasks"
        self.unit_box = self._make_unit_box(units, unit_id)
        self._read_only = StatusPill()
        self._add_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SM)
        column.addWidget(self.header)

    def _make_actions(self) -> dict[str, QAction]:
        """Actions with their keys; every letter key is held with Ctrl (UniKey)."""
        rows = (
            ("add", QCoreApplication.translate("Plan", "Add a task"), "plus", "Ctrl+N"),
            ("key_task", QCoreApplication.translate("Plan", "Add a key task"), "star", ""),
            ("breakthrough", QCoreApplication.translate("Plan", "Add a breakthrough"), "bolt", ""),
            ("paste", QCoreApplication.translate("Plan", "Paste tasks from Word"), "clipboard", ""),
            (
                "extend",
                QCoreApplication.translate("Plan", "Extend the deadline…"),
                "calendar-due",
                "Ctrl+E",
            ),
            ("history", QCoreApplication.translate("Plan", "History…"), "history", "Ctrl+H"),
            ("delete", QCoreApplication.translate("Plan", "Delete the row"), "trash", "Ctrl+Del"),
        )
        made = {}
        for name, text, icon, key in rows:
            action = made[name] = QAction(text, self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keep_icon(action, icon)
        return made

    def _make_unit_box(self, units: Sequence[Named], unit_id: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(QCoreApplication.translate("Plan", "Unit"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for unit in units:
            box.addItem(unit.name, unit.id)
        box.setCurrentIndex(max(box.findData(unit_id), 0))
        box.activated.connect(lambda _index: self.unit_chosen.emit(str(box.currentData())))
        return box

    def _add_buttons(self) -> None:
        self.header.add(self._read_only)
        self.header.add(self.unit_box)
        self.unit_box.setVisible(self._is_upper)
        self.export_button = button(
            QCoreApplication.translate("Plan", "Export"), "table-export", self.export_asked.emit
        )
        self.send_button = button(
            QCoreApplication.translate("Plan", "Send up"), "usb", self.send_asked.emit, key="F9"
        )
        self.add_button = primary_button("", "plus", self.actions_by_name["add"].trigger, key="Ctrl+N")
        for made in (self.export_button, self.send_button, self.add_button):
            self.header.add(made)
        self.header.buttons.offer_more(self._fill_more)
        self.send_button.setVisible(not self._is_upper)

    def open_menu(self) -> QMenu:
        """Open the menu of the less frequent actions."""
        return self.header.open_menu()

    def _fill_more(self, menu: QMenu) -> None:
        for name, action in self.actions_by_name.items():
            if name == "add" or not action.isEnabled():
                continue
            if name == "extend":
                menu.addSeparator()
            menu.addAction(action)

    @property
    def title(self) -> str:
        return self.header.title

    def show_plan(
        self, title: str, summary: str, *, can_edit: bool, can_report: bool, has_plan: bool
    ) -> None:
        """Show title and line below, and the actions that are possible."""
        self.header.show_words(title, summary)
        self._can_edit = can_edit
        words = QCoreApplication.translate("Plan", "Read only")
        if can_report:
            words = QCoreApplication.translate("Plan", "Progress only")
        self._read_only.show_pill(Pill(words, Tone.GREY))
        self._read_only.setVisible(has_plan and not can_edit)
        self.export_button.setVisible(has_plan)
        self.header.buttons.show_more(has_plan)
        self.show_tab(self._tab)

    def show_unit(self, unit_id: str) -> None:
        """Show another unit in the chooser; nothing is emitted."""
        self.unit_box.setCurrentIndex(max(self.unit_box.findData(unit_id), 0))

    def show_tab(self, tab: str) -> None:
        """Word and enable the actions for the tab in front."""
        self._tab = tab
        words = {
            "targets": QCoreApplication.translate("Plan", "Add a target"),
            "solutions": QCoreApplication.translate("Plan", "Add a solution"),
        }.get(tab, QCoreApplication.translate("Plan", "Add a task"))
        self.actions_by_name["add"].setText(words)
        self.add_button.show_words(words)
        for name, action in self.actions_by_name.items():
            fits = tab == "tasks" or name not in _TASKS_ONLY
            general = tab == "general" and name in ("delete", "add")
            action.setEnabled(fits and not general and (self._can_edit or name not in _CHANGING))
        self.add_button.setVisible(self._can_edit and tab != "general")
        self.export_button.setEnabled(tab != "general")
