"""The history of one record: when, who, which field, old → new, from where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.entity import FieldSpec, Kind
from desktop.domain.formats import format_moment
from desktop.ui.exporting import exporter
from desktop.ui.forms.labels import choice_label, field_label
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.column import Column
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.theme.tokens import LG, MD, Type
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import EmptyState
from desktop.ui.widgets.dialog_size import open_size
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.values import shown_text
from desktop.usecases.read_record_history import HistoryEntry, Life

_PLACES = frozenset({"plan_id", "order", "is_sample"})
"""Fields that say where a row stands, not what it says."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One field of one action, in words."""

    id: str
    at: int
    when: str
    user: str
    field: str
    old: str
    new: str
    source: str


def open_history(
    parent: QWidget, context: ScreenContext, title: str, table: str, entries: Sequence[HistoryEntry]
) -> HistoryDialog:
    """Show the history of a record; ``title`` names the record."""
    dialog = HistoryDialog(parent, context, title, list(_lines(table, entries)))
    dialog.open()
    return dialog


class HistoryDialog(QDialog):
    """A list that is only read; Esc closes it."""

    def __init__(self, parent: QWidget, context: ScreenContext, title: str, lines: Sequence[_Line]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = QCoreApplication.translate("History", "History")
        self.setWindowTitle(words)
        columns = _columns()
        self.panel = GridPanel(
            GridModel(columns, ListSource(lines, columns), parent=self),
            words,
            settings=context.settings,
            memory="history",
            empty=EmptyState(
                QCoreApplication.translate("History", "Nothing has been changed yet."), icon="history"
            ),
            export=exporter(context, self, lambda: f"{words} - {title}"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(LG, LG, LG, LG)
        column.setSpacing(MD)
        column.addWidget(label(title, Type.HEADING, wrap=True))
        column.addWidget(self.panel, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(QCoreApplication.translate("History", "Close"), "", self.accept))
        column.addLayout(row)
        self.resize(open_size(self, 900, 520))
        self.panel.view.setFocus()


def _columns() -> list[Column]:
    return [
        Column(
            key="when",
            header=QCoreApplication.translate("History", "When"),
            width=130,
            sort=lambda line: line.at,
        ),
        Column(key="user", header=QCoreApplication.translate("History", "Who"), width=130, wraps=True),
        Column(key="field", header=QCoreApplication.translate("History", "Field"), width=130, wraps=True),
        Column(key="old", header=QCoreApplication.translate("History", "Old"), width=150, wraps=True),
        Column(
            key="new",
            header=QCoreApplication.translate("History", "New"),
            width=170,
            wraps=True,
            stretch=True,
        ),
        Column(key="source", header=QCoreApplication.translate("History", "Source"), width=130, wraps=True),
    ]


def _lines(table: str, entries: Sequence[HistoryEntry]) -> Iterator[_Line]:
    for place, entry in enumerate(entries):
        rows = [(_life_words(entry.life), "", "")] if entry.life else []
        rows += [
            (
                field_label(table, change.field),
                "" if entry.life is Life.MADE else _value_words(change.spec, change.old),
                _value_words(change.spec, change.new),
            )
            for change in entry.changes
            if change.field not in _PLACES
        ]
        for number, (field, old, new) in enumerate(rows):
            yield _Line(
                id=f"{place}.{number}",
                at=entry.at,
                when=format_moment(entry.at),
                user=entry.user,
                field=field,
                old=old,
                new=new,
                source=_source_words(entry),
            )


def _life_words(life: Life) -> str:
    return {
        Life.MADE: QCoreApplication.translate("History", "Row added"),
        Life.DELETED: QCoreApplication.translate("History", "Row deleted"),
        Life.RESTORED: QCoreApplication.translate("History", "Row restored"),
    }.get(life, "")


def _value_words(spec: FieldSpec, value: object) -> str:
    if spec.kind is Kind.BOOLEAN:
        if value:
            return QCoreApplication.translate("History", "Yes")
        return QCoreApplication.translate("History", "No")
    if spec.choices is not None and value:
        return choice_label(spec.choices, str(value))
    return shown_text(spec.kind, value)


def _source_words(entry: HistoryEntry) -> str:
    if not entry.unit:
        return QCoreApplication.translate("History", "Typed here")
    words = QCoreApplication.translate("History", "Bundle {number} of {unit}")
    return words.replace("{number}", str(entry.number)).replace("{unit}", entry.unit)
