"""The keys of a grid outside an editor. No letter is a shortcut; a digit is one only where a screen asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.domain.entity import Kind
from desktop.ui.grid.base import GridBase
from desktop.ui.grid.clipboard import BlockActions

_Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class GridKeys:
    """Handles one key event; says whether it was one of the grid's own."""

    def __init__(self, view: GridBase, blocks: BlockActions) -> None:
        self._view = view
        self._standard: tuple[tuple[QKeySequence.StandardKey, Callable[[], object]], ...] = (
            (QKeySequence.StandardKey.Copy, blocks.copy),
            (QKeySequence.StandardKey.Paste, blocks.paste),
        )
        self._plain: dict[tuple[int, Qt.KeyboardModifier], Callable[[], object]] = {
            (_Key.Key_Delete, _NONE): blocks.clear,
            (_Key.Key_D, _CTRL): blocks.fill_down,
            (_Key.Key_Semicolon, _CTRL): self._today,
            (_Key.Key_Down, _ALT): view.open_current_menu,
            (_Key.Key_Return, _NONE): view.step_down,
            (_Key.Key_Enter, _NONE): view.step_down,
            (_Key.Key_Return, _CTRL): view.open_current,
            (_Key.Key_Enter, _CTRL): view.open_current,
        }

    def handle(self, event: QKeyEvent) -> bool:
        """True when the key was handled here."""
        for standard, action in self._standard:
            if event.matches(standard):
                action()
                return True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        known = self._plain.get((event.key(), modifiers))
        if known is not None:
            known()
            return True
        if modifiers == _NONE and self._view.digits and event.text() in tuple("123456789"):
            self._view.digit.emit(int(event.text()))
            return True
        return modifiers == _NONE and event.key() == _Key.Key_Space and self._toggle()

    def _today(self) -> None:
        model = self._view.grid_model
        day = (model.today or date.today)()
        index = self._view.currentIndex()
        if index.isValid() and model.columns[index.column()].kind is Kind.DATE:
            model.setData(index, day)

    def _toggle(self) -> bool:
        """Space turns yes into no and back; in other cells it begins to edit like any character."""
        model, index = self._view.grid_model, self._view.currentIndex()
        if not index.isValid() or model.columns[index.column()].kind is not Kind.BOOLEAN:
            return False
        row = model.row(index.row())
        if row is not None and model.can_edit(row, model.columns[index.column()]):
            model.setData(index, not model.columns[index.column()].value_of(row))
        return True
