"""The right side of the programme screen: an item to read or to edit, and the tasks that take it over."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.entities import Programme, ProgrammeItem
from desktop.domain.entity import Entity, entity_type
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.forms.references import References
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.source import ListSource
from desktop.ui.grid.view import GridView
from desktop.ui.programme.columns import cover_columns
from desktop.ui.programme.words import item_facts
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, MD, SM, Type
from desktop.ui.widgets.labels import label, selectable
from desktop.ui.widgets.tabs import SegmentedTabs
from desktop.usecases.read_programmes import Cover, ItemLine

ITEM_FIELDS = ("code", "content", "field_id", "indicator", "indicator_value", "measure_unit", "due_on")
PROGRAMME_FIELDS = ("title", "kind", "issuer", "number", "issued_on", "motto")
TASKS, FORM = "tasks", "form"
"""The two parts of an item in an office: the tasks of its units, and its own fields."""
Save = Callable[[Entity, str, object], Entity]


class ItemPanel(QWidget):
    """``task_opened`` carries the id of a task that was double-clicked, or opened by Ctrl+Enter."""

    task_opened = Signal(str)

    def __init__(
        self,
        context: ScreenContext,
        references: References,
        save: Save,
        *,
        is_upper: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self._is_upper = is_upper
        today = context.office.today
        self.item_form = RecordForm(
            entity_type(ProgrammeItem), save=save, fields=ITEM_FIELDS, references=references, today=today
        )
        self.programme_form = RecordForm(
            entity_type(Programme), save=save, fields=PROGRAMME_FIELDS, references=references, today=today
        )
        self._kind = label("", Type.CAPTION_STRONG)
        self._title = selectable(label("", Type.HEADING, wrap=True))
        self._facts = _Facts()
        self._caption = label("", Type.CAPTION_STRONG)
        self.tabs = SegmentedTabs(QCoreApplication.translate("Programme", "Parts of the item"))
        self.tabs.add(TASKS, QCoreApplication.translate("Programme", "Tasks that take it over"))
        self.tabs.add(FORM, QCoreApplication.translate("Programme", "Edit the item"))
        self.tabs.currentChanged.connect(lambda _index: self.show_line(self._line))
        self._line: ItemLine | None = None
        self._columns = cover_columns(is_upper=is_upper)
        self.covers = GridModel(self._columns, ListSource([], self._columns), parent=self)
        self.view = GridView(self.covers, QCoreApplication.translate("Programme", "Tasks for this item"))
        self.view.opened.connect(self._open)
        self._none = label(
            QCoreApplication.translate("Programme", "No task takes this item over yet."), wrap=True
        )
        self._lay_out()
        self.show_line(None)

    def _lay_out(self) -> None:
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(MD)
        self.body.addWidget(self._kind)
        self.body.addWidget(self._title)
        self.body.addWidget(self._facts)
        self.body.addWidget(self.tabs)
        holder = QWidget()
        holder.setProperty("role", "clear")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, SM, 0)
        column.addWidget(self.item_form)
        column.addWidget(self.programme_form)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(holder)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area, 3)
        self.body.addWidget(self._caption)
        self.body.addWidget(self._none)
        self.body.addWidget(self.view, 4)
        self._rest = QWidget()
        self.body.addWidget(self._rest, 1)

    def show_line(self, line: ItemLine | None) -> None:
        """Show an item, or a programme; None empties the panel."""
        self._line = line
        item, programme = (line.item, line.programme) if line else (None, None)
        has_form = item is None or (self._is_upper and self.tabs.key() == FORM)
        self._kind.setText(self._kind_words(line))
        self._title.setText(self._title_words(line))
        self._title.setVisible(line is None or (item is not None and not has_form))
        self._facts.show_facts(item_facts(line) if line and not has_form else [])
        self.tabs.setVisible(item is not None and self._is_upper)
        shown = programme if item is None else None
        self.item_form.show_record(item, read_only=not self._is_upper)
        self.programme_form.show_record(shown, read_only=not self._is_upper)
        self.item_form.setVisible(item is not None and has_form)
        self.programme_form.setVisible(shown is not None)
        self._area.setVisible(line is not None and has_form)
        self._show_covers(line.covers if line and item is not None else (), is_shown=not has_form)

    def focus_first(self) -> bool:
        """Put the keyboard where one works in it; False where there is only reading."""
        forms = [form for form in (self.item_form, self.programme_form) if form.isVisible()]
        if forms and self._is_upper:
            forms[0].focus_first()
        elif self.view.isVisible():
            self.view.setFocus()
        else:
            return False
        return True

    def _show_covers(self, covers: Sequence[Cover], *, is_shown: bool) -> None:
        rows = list(covers) if self._is_upper else [cover for cover in covers if cover.task_id]
        self.covers.refresh(ListSource(rows, self._columns))
        self._caption.setText(QCoreApplication.translate("Programme", "Tasks that take it over"))
        self._caption.setVisible(is_shown and not self._is_upper)
        self._none.setVisible(is_shown and not rows)
        self.view.setVisible(is_shown and bool(rows))
        self._rest.setVisible(is_shown and not rows)

    def _kind_words(self, line: ItemLine | None) -> str:
        if line is None:
            return ""
        if line.item is None:
            return QCoreApplication.translate("Programme", "Document")
        return QCoreApplication.translate("Programme", "Item {code}").replace("{code}", line.item.code)

    @staticmethod
    def _title_words(line: ItemLine | None) -> str:
        if line is None:
            return QCoreApplication.translate("Programme", "Choose an item to see it here.")
        return line.item.content if line.item is not None else line.programme.title

    def _open(self, cover: Cover | None) -> None:
        if cover is not None and cover.task_id:
            self.task_opened.emit(cover.task_id)


class _Facts(QWidget):
    """Captions and values below each other, for reading."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(LG)
        self._grid.setVerticalSpacing(SM)
        self._grid.setColumnStretch(1, 1)
        self._rows = [(label("", Type.CAPTION), selectable(label("", wrap=True))) for _ in range(4)]
        for place, (caption, value) in enumerate(self._rows):
            self._grid.addWidget(caption, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, place, 1)
        look().changed.connect(self.updateGeometry)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        filled = [*facts, *[("", "")] * (len(self._rows) - len(facts))]
        for (caption, value), (words, text) in zip(self._rows, filled, strict=True):
            caption.setText(words)
            value.setText(text)
            caption.setVisible(bool(text))
            value.setVisible(bool(text))
        self.setVisible(bool(facts))
