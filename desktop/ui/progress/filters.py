"""The filters above the list: what is chosen here and in the menu of a column is one and the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from desktop.ui.grid.model import GridModel
from desktop.ui.grid.source import ColumnFilter
from desktop.ui.progress.columns import DUE, FIELD, LEAD, STATE, UNIT
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import SM
from desktop.ui.widgets.tips import set_tip

MOST_WORDS = 5_000
_AROUND = 48
"""Pixels at 100 % that a choice needs beside its words: padding and arrow."""


class FilterChoice(QComboBox):
    """One column's words to choose from, read when the list is first opened; the first line asks for all."""

    wished = Signal(object)

    def __init__(self, name: str, all_words: str, words: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxVisibleItems(20)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._all, self._words = all_words, words
        self._is_filled = False
        self.addItem(all_words, None)
        self.activated.connect(self._picked)

    def wanted_width(self) -> int:
        """How wide it is with its own words, in pixels."""
        return self.fontMetrics().horizontalAdvance(self._all) + look().px(_AROUND)

    def forget(self) -> None:
        """Read the words anew when they are next needed."""
        self._is_filled = False

    def show_filter(self, one: ColumnFilter) -> None:
        """Show what the column is filtered by now."""
        words = one.words
        self.blockSignals(True)
        if words is None:
            self.setCurrentIndex(0)
        elif len(words) == 1:
            self._show_word(next(iter(words)))
        else:
            several = QCoreApplication.translate("Progress", "%n chosen", "", len(words))
            self._show_item(several, None)
        self.blockSignals(False)
        set_tip(self, self.currentText() if self.currentIndex() else "")

    def _show_word(self, word: str) -> None:
        self._show_item(word or QCoreApplication.translate("Kit", "(empty)"), word)

    def _show_item(self, text: str, word: str | None) -> None:
        place = self.findText(text, Qt.MatchFlag.MatchExactly)
        if place < 0:
            self.addItem(text, word)
            place = self.count() - 1
            self._is_filled = False
        self.setCurrentIndex(place)

    def _fill(self) -> None:
        if self._is_filled:
            return
        self._is_filled = True
        chosen = self.currentText()
        self.blockSignals(True)
        self.clear()
        self.addItem(self._all, None)
        for word in self._words():
            self.addItem(word or QCoreApplication.translate("Kit", "(empty)"), word)
        if self.findText(chosen) < 0:
            self.addItem(chosen, None)
        self.setCurrentIndex(self.findText(chosen))
        self.blockSignals(False)

    def _picked(self, place: int) -> None:
        word = self.itemData(place)
        self.wished.emit(None if place == 0 or word is None else frozenset({word}))

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        self._fill()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._fill()
        super().focusInEvent(event)


class ProgressFilters(QWidget):
    """Unit (an upper office's only), status, deadline, lead, field; in as many rows as their words need."""

    def __init__(self, model: GridModel, *, of_many_units: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SM)
        self._columns = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.choices: dict[str, FilterChoice] = {}
        for key, name, everything in _filters():
            if key != UNIT or of_many_units:
                self._add(key, name, everything)
        self._arrange(len(self.choices))
        model.arranged.connect(self._follow)
        look().changed.connect(self._fit)
        self._follow()

    def _add(self, key: str, name: str, everything: str) -> None:
        choice = FilterChoice(name, everything, lambda: self._model.source.words(key, MOST_WORDS))
        choice.wished.connect(lambda words: self._wish(key, words))
        self.choices[key] = choice

    def wanted_width(self) -> int:
        """How wide one row of all of them is, in pixels."""
        widths = [choice.wanted_width() for choice in self.choices.values()]
        return sum(widths) + SM * (len(widths) - 1)

    def sizeHint(self) -> QSize:
        """One row with all words whole, where the layout can give it."""
        return QSize(self.wanted_width(), super().sizeHint().height())

    def _widest(self) -> int:
        return max(choice.wanted_width() for choice in self.choices.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.width() >= self.wanted_width():
            self._arrange(len(self.choices))
            return
        side_by_side = (self.width() + SM) // (self._widest() + SM)
        rows = -(-len(self.choices) // max(side_by_side, 1))
        self._arrange(-(-len(self.choices) // rows))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, choice in enumerate(self.choices.values()):
            self._grid.addWidget(choice, place // columns, place % columns)
        in_one_row = columns == len(self.choices)
        for column, choice in enumerate(self.choices.values()):
            wanted = choice.wanted_width() if in_one_row else 1
            self._grid.setColumnStretch(column, wanted if column < columns else 0)

    def forget(self) -> None:
        """The data changed: other words may be in use."""
        for choice in self.choices.values():
            choice.forget()

    def choose(self, key: str, words: frozenset[str] | None) -> None:
        """Keep only rows with these words in a column; None for all."""
        self._wish(key, words)

    def _wish(self, key: str, words: frozenset[str] | None) -> None:
        wish = self._model.arrangement
        one = replace(wish.filters.get(key, ColumnFilter()), words=words)
        self._model.arrange(wish.with_filter(key, one))

    def _follow(self) -> None:
        filters = self._model.arrangement.filters
        for key, choice in self.choices.items():
            choice.show_filter(filters.get(key, ColumnFilter()))


def _filters() -> tuple[tuple[str, str, str], ...]:
    """Column, its name, and the words for no filter."""
    return (
        (
            UNIT,
            QCoreApplication.translate("Progress", "Unit"),
            QCoreApplication.translate("Progress", "All units"),
        ),
        (
            STATE,
            QCoreApplication.translate("Progress", "Status"),
            QCoreApplication.translate("Progress", "All statuses"),
        ),
        (
            DUE,
            QCoreApplication.translate("Progress", "Deadline"),
            QCoreApplication.translate("Progress", "All deadlines"),
        ),
        (
            LEAD,
            QCoreApplication.translate("Progress", "Lead"),
            QCoreApplication.translate("Progress", "All leads"),
        ),
        (
            FIELD,
            QCoreApplication.translate("Progress", "Field"),
            QCoreApplication.translate("Progress", "All fields"),
        ),
    )
