"""An office's part of the programme screen: programmes and items added, pasted, deleted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from desktop.domain.entities import Programme
from desktop.domain.errors import SoSenError
from desktop.ui.plan.pasting import drafts_of
from desktop.ui.programme.data import ProgrammeData
from desktop.ui.programme.item_panel import ItemPanel
from desktop.ui.record_list import RecordList
from desktop.usecases.numbered_lines import numbered_lines
from desktop.usecases.programme_actions import add_items, add_numbered_items, add_programme, delete_items
from desktop.usecases.units import own_unit


class ItemActions(QObject):
    """Each action can be undone; the window is told what was written. ``reveal`` opens the panel."""

    def __init__(
        self, data: ProgrammeData, items: RecordList, panel: ItemPanel, *, reveal: Callable[[], object]
    ) -> None:
        super().__init__(items)
        self._data, self._list, self._panel, self._reveal = data, items, panel, reveal
        self._pasted = 0
        items.view.blocks.take_beyond = self.take_beyond
        items.view.blocks.tell_beyond = lambda: self._tell_added(self._pasted)

    def _show_anew(self) -> None:
        """Show what was just written before the window is told, so that it can be edited at once."""
        self._data.read()
        self._list.refresh()

    def add_programme(self) -> None:
        """A new programme; its fields are filled in at the right."""
        title = QCoreApplication.translate("Programme", "Action programme {year}")
        unit = own_unit(self._data.context.office)
        try:
            made = add_programme(
                self._data.context.office,
                self._data.context.year(),
                title.replace("{year}", str(self._data.context.year())),
                unit.name if unit else "",
            )
        except SoSenError as refusal:
            self._data.context.show_error(refusal)
            return
        self._show_anew()
        self._list.go_to(made.id, "content")
        self._reveal()
        self._panel.programme_form.focus_first()
        self._data.tell("programme")

    def add_item(self) -> None:
        """A new item at the end of the current programme, opened for typing."""
        programme = self._programme()
        if programme is None:
            return
        self._list.finish_typing()
        try:
            made = add_items(self._data.context.office, programme, [{}])
        except SoSenError as refusal:
            self._data.context.show_error(refusal)
            return
        self._show_anew()
        self._list.edit(made[0].id, "content")
        self._data.tell("programme_item")

    def paste_document(self) -> None:
        """Items from the numbered lines on the clipboard, as copied from the Word document."""
        programme = self._programme()
        lines = numbered_lines(QGuiApplication.clipboard().text())
        if programme is None or not lines:
            words = QCoreApplication.translate(
                "Programme", "The clipboard holds no text. Copy the document in Word first."
            )
            self._data.context.notify(words)
            return
        try:
            made = add_numbered_items(self._data.context.office, programme, lines)
        except SoSenError as refusal:
            self._data.context.show_error(refusal)
            return
        self._tell_added(len(made))

    def take_beyond(self, block: list[list[str]]) -> int:
        """New items from the lines of a paste that go past the last row. Raises SoSenError."""
        programme = self._programme()
        if programme is None:
            return 0
        drafts, _unread = drafts_of(self._list.view, block)
        self._pasted = len(add_items(self._data.context.office, programme, drafts))
        return self._pasted

    def _tell_added(self, count: int) -> None:
        words = QCoreApplication.translate("Programme", "%n item(s) added", "", count)
        self._data.context.notify(words, True)
        self._data.tell("programme_item")

    def delete(self) -> None:
        """Delete the selected items with all below them; undo brings them back."""
        ids = [line.id for line in self._list.selected() if line.item is not None]
        if not ids or not self._data.is_upper:
            return
        self._list.finish_typing()
        try:
            gone = delete_items(self._data.context.office, ids)
        except SoSenError as refusal:
            self._data.context.show_error(refusal)
            return
        words = QCoreApplication.translate("Programme", "%n item(s) deleted", "", gone)
        self._data.context.notify(words, True)
        self._data.tell("programme_item")

    def _programme(self) -> Programme | None:
        """The programme of the current line, or the last one; None for a commune."""
        if not self._data.is_upper or not self._data.view.lines:
            return None
        return (self._list.view.current_row() or self._data.view.lines[-1]).programme
