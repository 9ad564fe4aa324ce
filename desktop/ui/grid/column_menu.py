"""The menu of a column: sort, search in it, tick the words to keep."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.ui.grid.model import GridModel
from desktop.ui.grid.source import ColumnFilter
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import ROW, SM, XS
from desktop.ui.widgets.buttons import quiet_button
from desktop.ui.widgets.search_box import SearchBox

MOST_WORDS = 300


class ColumnMenu(QFrame):
    """A panel below a column's head. What is ticked or typed works at once; Esc or a click outside closes."""

    def __init__(self, model: GridModel, section: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model = model
        self._column = model.columns[section]
        self.setAccessibleName(self._column.header)
        column = QVBoxLayout(self)
        column.setContentsMargins(SM, SM, SM, SM)
        column.setSpacing(XS)
        self._add_sorting(column)
        self.search = SearchBox(QCoreApplication.translate("Kit", "Filter this column"))
        self.search.setText(self._filter().text)
        self.search.searched.connect(self._search)
        column.addWidget(self.search)
        self.words = QListWidget()
        self.words.setAccessibleName(QCoreApplication.translate("Kit", "Show only these"))
        self._fill()
        self.words.itemChanged.connect(self._tick)
        column.addWidget(self.words, 1)
        self._add_ends(column)
        self.resize(look().px(260), look().px(380))
        self.search.setFocus()

    def open_at(self, place: QPoint) -> None:
        """Show the menu with its corner at a place on the screen, moved so that it is whole."""
        screen = self.screen().availableGeometry()
        left = max(screen.left(), min(place.x(), screen.right() - self.width()))
        self.move(left, min(place.y(), screen.bottom() - self.height()))
        self.show()

    def _add_sorting(self, column: QVBoxLayout) -> None:
        for text, icon, key, down in (
            (QCoreApplication.translate("Kit", "Smallest first"), "arrow-up", self._column.key, False),
            (QCoreApplication.translate("Kit", "Largest first"), "arrow-down", self._column.key, True),
            (QCoreApplication.translate("Kit", "The table's own order"), "arrows-sort", "", False),
        ):
            made = quiet_button(text, icon, partial(self._sort, key, down))
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_ends(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.addWidget(
            quiet_button(QCoreApplication.translate("Kit", "Show all"), "filter-off", self.show_all)
        )
        row.addStretch(1)
        row.addWidget(quiet_button(QCoreApplication.translate("Kit", "Close"), "check", self.close))
        column.addLayout(row)

    def _filter(self) -> ColumnFilter:
        return self._model.arrangement.filters.get(self._column.key, ColumnFilter())

    def _fill(self) -> None:
        kept = self._filter().words
        for word in self._model.source.words(self._column.key, MOST_WORDS):
            item = QListWidgetItem(word or QCoreApplication.translate("Kit", "(empty)"))
            item.setData(Qt.ItemDataRole.UserRole, word)
            item.setSizeHint(QSize(0, look().px(ROW - XS)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = kept is None or word in kept
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.words.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.words.item(row) for row in range(self.words.count())]

    def _tick(self) -> None:
        ticked = [item for item in self._items() if item.checkState() == Qt.CheckState.Checked]
        every = len(ticked) == self.words.count()
        words = None if every else frozenset(item.data(Qt.ItemDataRole.UserRole) for item in ticked)
        self._set(replace(self._filter(), words=words))

    def _search(self, text: str) -> None:
        self._set(replace(self._filter(), text=text.strip()))

    def show_all(self) -> None:
        """Take the filter of this column away."""
        self.words.blockSignals(True)
        for item in self._items():
            item.setCheckState(Qt.CheckState.Checked)
        self.words.blockSignals(False)
        self.search.clear()
        self._set(ColumnFilter())

    def _set(self, wish: ColumnFilter) -> None:
        self._model.arrange(self._model.arrangement.with_filter(self._column.key, wish))

    def _sort(self, key: str, down: bool) -> None:
        self._model.arrange(replace(self._model.arrangement, sort=key, descending=down))
        self.close()
