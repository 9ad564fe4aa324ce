"""Editing in cells: the right editor for a column's kind, Enter goes down, nothing typed is ever lost."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.domain.entity import Kind
from desktop.ui.grid.base import GridBase
from desktop.ui.grid.column import Column
from desktop.ui.widgets.editors.any_editor import EDITORS, AnyEditor
from desktop.ui.widgets.editors.choice_edit import ChoiceEdit
from desktop.ui.widgets.editors.date_edit import DateEdit
from desktop.ui.widgets.editors.growing_edit import GrowingEdit
from desktop.ui.widgets.editors.line_edit import NumberEdit, TextEdit
from desktop.ui.widgets.editors.reference_edit import ReferenceEdit
from desktop.ui.widgets.values import InputError, Today

Index = QModelIndex | QPersistentModelIndex
_FILLED = "filled"
_Hint = QStyledItemDelegate.EndEditHint


def make_editor(column: Column, parent: QWidget, today: Today = date.today) -> AnyEditor:
    """The editor of a column's kind."""
    match column.kind:
        case Kind.INTEGER | Kind.DECIMAL:
            return NumberEdit(column.kind, parent)
        case Kind.DATE:
            return DateEdit(parent, today=today)
        case Kind.CHOICE:
            return ChoiceEdit(column.choices, parent)
        case Kind.REFERENCE if column.lookup is not None:
            return ReferenceEdit(column.lookup, column.name_of, parent)
        case Kind.LONG_TEXT:
            return GrowingEdit(parent, lines=1, single=True)
        case _ if column.wraps:
            return GrowingEdit(parent, lines=1, single=True)
        case _:
            return TextEdit(parent, max_length=column.max_length)


class EditingDelegate(QStyledItemDelegate):
    """Creates editors and brings what they hold into the model.

    ``unreadable`` carries (InputError, persistent index, what was typed): the view opens the editor again.
    """

    unreadable = Signal(object, object, object)

    def __init__(self, view: GridBase) -> None:
        super().__init__(view)
        self._view = view
        self._typed: Any = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = self._view.grid_model
        column = model.columns[index.column()]
        editor = make_editor(column, parent, model.today or date.today)
        editor.setProperty("role", "cell")
        editor.setAccessibleName(column.header)
        if isinstance(editor, ChoiceEdit | DateEdit | ReferenceEdit):
            editor.finished.connect(lambda: self._finish(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, EDITORS)
        if editor.property(_FILLED):
            return  # new values have come from elsewhere; what is being typed stays
        editor.setProperty(_FILLED, True)
        editor.set_value(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, TextEdit | GrowingEdit):
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, EDITORS)
        self._typed = _text(editor)
        try:
            value = editor.value()
        except InputError as problem:
            self.unreadable.emit(problem, QPersistentModelIndex(index), self.take_typed())
            return
        model.setData(index, value, Qt.ItemDataRole.EditRole)
        self._typed = None

    def take_typed(self) -> Any:
        """What an editor held that is being handed over now, once; None when no editor is."""
        typed, self._typed = self._typed, None
        return typed

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area = option.rect
        if isinstance(editor, GrowingEdit):
            editor.setGeometry(area)
            area.setHeight(max(area.height(), editor.wanted_height()))
        elif isinstance(editor, DateEdit):
            area.setWidth(max(area.width(), editor.wanted_width()))
            area.moveRight(min(area.right(), self._view.viewport().width() - 1))
        editor.setGeometry(area)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            wants = getattr(watched, "wants_key", None)
            if wants is not None and wants(event):
                return False
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QWidget):
                self._finish(watched, down=True)
                return True
        return super().eventFilter(watched, event)

    def _finish(self, editor: QWidget, *, down: bool = False) -> None:
        self._view.refused = False
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, _Hint.NoHint)
        if down and not self._view.refused:
            self._view.step_down()


def _text(editor: QWidget) -> str | None:
    if isinstance(editor, GrowingEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, TextEdit) else None
