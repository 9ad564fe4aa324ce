"""The head of the programme screen: title, counts, and what a commune or an office can do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.theme.icons import keep_icon
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.page_header import PageHeader

_OF_OFFICE = ("add", "programme", "paste", "delete")
_OF_COMMUNE = ("tasks", "tick")


class ProgrammeHead(PageHeader):
    """``actions_by_name``: tasks and tick of a commune; add, programme, paste and delete of an office."""

    export_asked = Signal()

    def __init__(self, *, is_upper: bool, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._is_upper = is_upper
        self.actions_by_name = self._make_actions()
        self._main = self.actions_by_name["add" if is_upper else "tasks"]
        words = QCoreApplication.translate("Programme", "Export")
        self.export_button = button(words, "table-export", self.export_asked.emit)
        key = "Ctrl+N" if is_upper else "Ctrl+Enter"
        self.main_button = primary_button(self._main.text(), "plus", self._main.trigger, key=key)
        self.add(self.export_button)
        self.add(self.main_button)
        if is_upper:
            self.buttons.offer_more(self._add_rarer)

    def _make_actions(self) -> dict[str, QAction]:
        rows = (
            (
                "tasks",
                QCoreApplication.translate("Programme", "Make tasks of the items"),
                "plus",
                "Ctrl+Return Ctrl+Enter",
            ),
            ("tick", QCoreApplication.translate("Programme", "Tick"), "check", "Space"),
            ("add", QCoreApplication.translate("Programme", "Add an item"), "plus", "Ctrl+N"),
            ("programme", QCoreApplication.translate("Programme", "Add a programme"), "books", ""),
            (
                "paste",
                QCoreApplication.translate("Programme", "Paste items from Word"),
                "clipboard",
                "",
            ),
            (
                "delete",
                QCoreApplication.translate("Programme", "Delete the row"),
                "trash",
                "Ctrl+Del",
            ),
        )
        made = {}
        for name, text, icon, key in rows:
            action = made[name] = QAction(text, self)
            action.setShortcuts([QKeySequence(one) for one in key.split()])
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            if name == "tick":  # a space typed into the filter stays a space
                context = Qt.ShortcutContext.WidgetShortcut
            action.setShortcutContext(context)
            action.setEnabled(name in (_OF_OFFICE if self._is_upper else _OF_COMMUNE))
            keep_icon(action, icon)
        return made

    def _add_rarer(self, menu: QMenu) -> None:
        for name in _OF_OFFICE[1:]:
            menu.addAction(self.actions_by_name[name])

    def show_state(self, *, has_lines: bool, ticked: int) -> None:
        """Show the actions that are possible; the main button counts what is ticked."""
        self.export_button.setVisible(has_lines)
        self.main_button.setVisible(has_lines)
        self.buttons.show_more(has_lines and self._is_upper)
        if self._is_upper:
            return
        words = QCoreApplication.translate("Programme", "Make a task of this item")
        if ticked:
            words = QCoreApplication.translate("Programme", "Make %n task(s)", "", ticked)
        self.main_button.show_words(words)
