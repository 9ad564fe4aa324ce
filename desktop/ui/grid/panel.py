"""A grid with what every list has: filter field, column choice, export, and words for an empty table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from desktop.ui.grid.clipboard import PasteReport
from desktop.ui.grid.column import Column, Row
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.source import Arrangement
from desktop.ui.grid.view import GridView
from desktop.ui.messages.reasons import reason_sentence
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import SM, Tone, Type
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.cards import EmptyState
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.search_box import SearchBox

Export = Callable[[Sequence[Column], Sequence[Row]], object]
"""(columns as shown, rows as shown): the screen asks for a file name and writes the .xlsx."""

_SEARCH = (140, 280)
"""The filter field at its narrowest and widest, in pixels at 100 %."""


class GridPanel(QWidget):
    """Filter field, buttons and grid. ``tools`` is a layout to which a screen may add widgets of its own.

    ``empty`` is shown while the table has no row at all; a filter that hides every row says so itself.
    """

    def __init__(
        self,
        model: GridModel,
        name: str,
        *,
        settings: QSettings | None = None,
        memory: str = "",
        digits: bool = False,
        empty: EmptyState | None = None,
        export: Export | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = model
        self.view = GridView(model, name, settings=settings, memory=memory, digits=digits)
        self._export = export
        self._empty = empty
        self.tools = QHBoxLayout()
        self.banner = Banner("", Tone.BLUE)
        self.banner.hide()
        self._make_tools()
        self._lay_out()
        self.view.blocks.pasted.connect(self._tell_paste)
        model.modelReset.connect(self._show_state)
        model.rowsInserted.connect(self._show_state)
        look().changed.connect(self._scale)
        self._scale()
        self._show_state()

    def sizeHint(self) -> QSize:
        """Where a page says how low it may be, it wishes for no more: it takes what room there is."""
        return self._as_low(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._as_low(super().minimumSizeHint())

    def _as_low(self, hint: QSize) -> QSize:
        return QSize(hint.width(), self.minimumHeight() or hint.height())

    def hasHeightForWidth(self) -> bool:
        """It scrolls, so its height follows from no width, though its banner's does."""
        return False

    def _scale(self) -> None:
        self.search.setMinimumWidth(look().px(_SEARCH[0]))
        self.search.setMaximumWidth(look().px(_SEARCH[1]))

    def _make_tools(self) -> None:
        self.tools.setSpacing(SM)
        self.search = SearchBox(QCoreApplication.translate("Kit", "Filter this list"))
        self.search.searched.connect(self._filter)
        self.search.installEventFilter(self)
        self.counted = label("", Type.CAPTION)
        self.tools.addWidget(self.search, 1)
        self.tools.addWidget(self.counted)
        self.tools.addStretch(1)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.search.setFocus)
        self._clear = icon_button(
            "filter-off", QCoreApplication.translate("Kit", "Show all rows"), self.show_all
        )
        columns = icon_button(
            "columns", QCoreApplication.translate("Kit", "Choose columns"), self.open_columns
        )
        self._columns_button = columns
        self._ends = [self._clear, columns]
        if self._export is not None:
            words = QCoreApplication.translate("Kit", "Export to Excel")
            self._ends.append(icon_button("table-export", words, self.export))

    def _lay_out(self) -> None:
        self._line = QHBoxLayout()
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addLayout(self.tools, 1)
        for button in self._ends:
            self._line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SM)
        column.addLayout(self._line)
        column.addWidget(self.banner)
        # Laid out first: a widget added to a stack without a parent would flash up as a window.
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.view)
        nothing = QCoreApplication.translate("Kit", "No row fits the filter.")
        everything = QCoreApplication.translate("Kit", "Show all rows")
        self._stack.addWidget(EmptyState(nothing, everything, self.show_all, icon="filter"))
        if self._empty is not None:
            self._stack.addWidget(self._empty)

    def focus_work(self) -> None:
        """Put the keyboard where one works: into the list, or on the one button that an empty one offers."""
        front = self._stack.currentWidget()
        if not isinstance(front, EmptyState) or not front.focus_button():
            self.view.setFocus()

    def refresh(self) -> None:
        """Read the rows anew; place, filter and order stay."""
        self.model.refresh()

    def show_all(self) -> None:
        """Take all filters away."""
        self.search.clear()
        self.search.search_now()
        self.model.arrange(
            Arrangement(sort=self.model.arrangement.sort, descending=self.model.arrangement.descending)
        )
        self.view.setFocus()

    def export(self) -> None:
        """Hand the rows and columns as shown to the screen."""
        if self._export is not None:
            rows = [self.model.row(position) for position in range(self.model.rowCount())]
            columns = [self.model.columns[index] for index in self.view.shown_columns()]
            self._export(columns, [row for row in rows if row is not None])

    def open_columns(self) -> QMenu:
        """Open the menu that shows and hides columns."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for index, column in enumerate(self.model.columns):
            action = menu.addAction(column.header)
            action.setCheckable(True)
            action.setChecked(not self.view.isColumnHidden(index))
            action.toggled.connect(lambda shown, index=index: self.view.widths.set_shown(index, shown=shown))
        menu.popup(self._columns_button.mapToGlobal(self._columns_button.rect().bottomLeft()))
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the filter field back to the list: Down at once, Esc after it has emptied the field."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                self.search.search_now()
                return True
            if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Down}:
                self.search.search_now()
                self.focus_work()
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        wish = self.model.arrangement
        self.model.arrange(Arrangement(text, wish.filters, wish.sort, wish.descending))

    def _show_state(self) -> None:
        rows, filtered = self.model.rowCount(), self.model.arrangement.is_filtered
        self._clear.setVisible(filtered)
        words = QCoreApplication.translate("Kit", "%n row(s)", "", rows) if filtered else ""
        self.counted.setText(words)
        if rows:
            self._stack.setCurrentIndex(0)
        elif filtered:
            self._stack.setCurrentIndex(1)
        elif self._empty is not None:
            self._stack.setCurrentIndex(2)
        nothing = self._empty is not None and not rows and not filtered
        for widget in (self.search, *(one for one in self._ends if one is not self._clear)):
            widget.setVisible(not nothing)

    def _tell_paste(self, report: PasteReport) -> None:
        """Say what was not taken; a paste that went well says nothing."""
        if report.refused:
            position, header, reason = report.refused[0]
            sentence = QCoreApplication.translate(
                "Kit",
                "%n cell(s) were not taken. First: row {row}, {column}: {reason}",
                "",
                len(report.refused),
            )
            sentence = sentence.replace("{row}", str(position + 1)).replace("{column}", header)
            self.banner.show_text(sentence.replace("{reason}", reason_sentence(reason)), Tone.AMBER)
        elif report.beyond:
            sentence = QCoreApplication.translate(
                "Kit", "%n line(s) were left out because the table ends here.", "", report.beyond
            )
            self.banner.show_text(sentence, Tone.AMBER)
        else:
            self.banner.show_text("")
