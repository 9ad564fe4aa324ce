"""S4 Chương trình cấp trên: what the upper level demands; a commune makes tasks of it, an office edits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.entities import Programme, ProgrammeItem
from desktop.domain.entity import Entity
from desktop.domain.errors import SoSenError
from desktop.ui.exporting import export_list
from desktop.ui.forms.references import References
from desktop.ui.frame.screen import Screen, ScreenContext
from desktop.ui.grid.model import CellEdit
from desktop.ui.plan.references import choices_from
from desktop.ui.programme.columns import TICK, item_columns
from desktop.ui.programme.data import ProgrammeData
from desktop.ui.programme.head import ProgrammeHead
from desktop.ui.programme.item_actions import ItemActions
from desktop.ui.programme.item_panel import ItemPanel
from desktop.ui.programme.task_maker import TaskMaker
from desktop.ui.programme.words import programme_summary
from desktop.ui.record_list import ListWords, RecordList
from desktop.ui.theme.tokens import LG, MD, SM, XL
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.cards import EmptyState
from desktop.ui.widgets.detail_split import DetailSplit
from desktop.usecases.programme_actions import ItemEdit, edit_items
from desktop.usecases.read_programmes import ItemLine

READING_PANEL, FORM_PANEL = 340, 440
"""Pixels at 100 % of the panel: a commune reads in it, an office fills in a form."""


class ProgrammeScreen(Screen):
    """Items at the left, the chosen one at the right; short of room in a drawer."""

    key = "programme"
    tables = frozenset({"programme", "programme_item", "task", "plan", "field", "unit"})

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.data = ProgrammeData(context, self)
        self.is_upper = self.data.is_upper
        self.head = ProgrammeHead(is_upper=self.is_upper)
        self.empty = self._make_empty()
        fields = choices_from(lambda: self.data.view.fields)
        self.list = RecordList(
            context,
            item_columns(self.data.ticked, fields, is_upper=self.is_upper),
            ListWords(QCoreApplication.translate("Programme", "Upper-level items"), "programme"),
            write=self._write,
            read=self.data.lines,
            group=lambda line: line.is_heading,
            empty=self.empty,
            parent=self,
        )
        self.view = self.list.view
        find, name_of = fields
        names = References(
            lambda _table, words: find(words),
            lambda _table, record_id: next((one.text for one in name_of(record_id)), ""),
        )
        self.panel = ItemPanel(context, names, self._save_field, is_upper=self.is_upper)
        width = FORM_PANEL if self.is_upper else READING_PANEL
        self.split = DetailSplit(self.list.panel, self.panel, width=width)
        self.items = ItemActions(self.data, self.list, self.panel, reveal=self.split.open_detail)
        self.maker = TaskMaker(self.data, self.list)
        self._lay_out()
        self._connect()

    def _make_empty(self) -> EmptyState:
        if self.is_upper:
            return EmptyState(
                QCoreApplication.translate("Programme", "There is no programme for this year yet."),
                QCoreApplication.translate("Programme", "Add a programme"),
                icon="books",
            )
        return EmptyState(
            QCoreApplication.translate("Programme", "No programme has been received yet."),
            QCoreApplication.translate("Programme", "Open the upper level's bundle"),
            lambda: self.context.navigate("bundles", "", ""),
            icon="books",
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, LG, XL, MD)
        column.setSpacing(SM)
        column.addWidget(self.head)
        words = QCoreApplication.translate("Programme", "Open the panel of the item")
        self._open = icon_button("layout-sidebar-right", words, self.open_detail)
        self.list.panel.tools.addWidget(self._open)
        self._show_open()
        self.split.drawer_changed.connect(lambda _drawer: self._show_open())
        column.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.view.row_changed.connect(self.panel.show_line)
        self.view.opened.connect(lambda _line: self.open_detail())
        self.list.model.modelReset.connect(self._show_current)
        self.list.model.edited.connect(lambda _line: self._show_current())
        self.data.ticks_changed.connect(self._ticks_changed)
        self.panel.task_opened.connect(lambda task_id: self.context.navigate("plan", "task", task_id))
        calls: dict[str, Callable[[], object]] = {
            "tasks": self.maker.make_tasks,
            "add": self.items.add_item,
            "programme": self.items.add_programme,
            "paste": self.items.paste_document,
            "delete": self.items.delete,
            "tick": self.maker.tick,
        }
        for name, call in calls.items():
            self.head.actions_by_name[name].triggered.connect(lambda _checked=False, call=call: call())
        self.head.export_asked.connect(self.export)
        if self.is_upper:
            self.empty.button.clicked.connect(lambda _checked=False: self.items.add_programme())
        self.list.panel.addActions(list(self.head.actions_by_name.values()))
        self.view.addAction(self.head.actions_by_name["tick"])

    # --- the contract -----------------------------------------------------------------------------------

    def activate(self) -> None:
        super().activate()
        if self.list.model.rowCount() and not self.view.currentIndex().isValid():
            first = next((n for n, line in enumerate(self.data.lines()) if not line.is_heading), 0)
            self.view.go_to(first, self.list.model.column_index("content"))
        target = self.view if self.data.lines() else self.empty.button
        target.setFocus()

    def refresh(self) -> None:
        """Read the programmes anew and show them."""
        try:
            self.data.read()
        except SoSenError as refusal:
            self.context.show_error(refusal)
            return
        title = QCoreApplication.translate("Programme", "Upper-level programmes {year}")
        title = title.replace("{year}", str(self.context.year()))
        self.head.show_words(title, programme_summary(self.data.view))
        self.head.show_state(has_lines=bool(self.data.lines()), ticked=len(self.data.ticked))
        self.list.refresh()
        self.split.show_detail(bool(self.data.lines()))
        self._show_open()
        self._show_current()

    def show_record(self, table: str, record_id: str) -> None:
        if table in ("programme", "programme_item"):
            self.list.go_to(record_id, "content")
            self.view.setFocus()

    def shortcut_help(self) -> list[tuple[str, str]]:
        return [
            (action.shortcut().toString(), action.text())
            for action in self.head.actions_by_name.values()
            if action.isEnabled() and not action.shortcut().isEmpty()
        ]

    def current(self) -> ItemLine | None:
        """The line of the current cell."""
        line: ItemLine | None = self.view.current_row()
        return line

    def open_detail(self) -> None:
        """Show the panel of the item and go into it."""
        self.split.open_detail()
        if not self.panel.focus_first():
            self.split.focus_close()

    def _show_open(self) -> None:
        self._open.setVisible(self.split.is_drawer and bool(self.data.lines()))

    def _ticks_changed(self) -> None:
        self.view.viewport().update()
        self.head.show_state(has_lines=bool(self.data.lines()), ticked=len(self.data.ticked))

    def _show_current(self) -> None:
        self.panel.show_line(self.current())

    # --- writing ----------------------------------------------------------------------------------------

    def _write(self, edits: Sequence[CellEdit]) -> None:
        changes = []
        for edit in edits:
            if edit.column == TICK:
                self.data.tick(edit.row.id, ticked=bool(edit.value))
            else:
                changes.append(ItemEdit(ProgrammeItem, edit.row.id, edit.column, edit.value))
        if changes:
            edit_items(self.context.office, changes)
            self.data.read()
            self.data.tell("programme_item")

    def _save_field(self, record: Entity, field: str, value: object) -> Entity:
        cls = Programme if isinstance(record, Programme) else ProgrammeItem
        edit_items(self.context.office, [ItemEdit(cls, record.id, field, value)])
        self.data.tell("programme", "programme_item")
        return self.context.office.store.get(cls, record.id)

    def export(self) -> None:
        """Write the list to Excel, as it is shown."""
        columns, rows = self.list.shown()
        export_list(
            self.context, self, self.head.title, columns, rows, is_strong=lambda line: line.is_heading
        )
