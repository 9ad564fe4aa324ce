"""Export what a list shows to Excel: ask for the file, write it on the lane, say where it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.column import Column, Row
from desktop.ui.jobs import Job
from desktop.usecases.export_table import Table, export_table

_FOLDER = "export/folder"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\s]+')


def export_list(
    context: ScreenContext,
    parent: QWidget,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    is_strong: Callable[[Row], bool] | None = None,
) -> None:
    """Ask where to, then write the columns and rows as shown. ``is_strong`` tells heading rows."""
    path = ask_path(context, parent, title)
    if path is None:
        return
    table = Table(
        title=title,
        headers=tuple(column.header for column in columns),
        kinds=tuple(column.kind for column in columns),
        rows=[[column.export_of(row) for column in columns] for row in rows],
        strong_rows=frozenset(
            place for place, row in enumerate(rows) if is_strong is not None and is_strong(row)
        ),
    )
    words = QCoreApplication.translate("Export", "Saved as {file}").replace("{file}", path.name)
    job = Job(
        lambda _progress: export_table(path, table),
        on_done=lambda _result: context.notify(words),
        on_error=context.show_error,
        label=QCoreApplication.translate("Export", "Writing the Excel file"),
    )
    context.lane.run(job)


def ask_path(context: ScreenContext, parent: QWidget, title: str) -> Path | None:
    """The file to write, asked for in the folder used last; None when the user gives up."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = str(context.settings.value(_FOLDER, documents) or documents)
    name = _FORBIDDEN.sub(" ", title).strip() + ".xlsx"
    chosen, _filter = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("Export", "Export to Excel"),
        str(Path(folder) / name),
        QCoreApplication.translate("Export", "Excel workbook (*.xlsx)"),
    )
    if not chosen:
        return None
    path = Path(chosen)
    context.settings.setValue(_FOLDER, str(path.parent))
    return path if path.suffix.lower() == ".xlsx" else path.with_name(path.name + ".xlsx")


def exporter(
    context: ScreenContext, parent: QWidget, title: Callable[[], str]
) -> Callable[[Sequence[Column], Sequence[Row]], None]:
    """The callback that a ``GridPanel`` wants."""

    def export(columns: Sequence[Column], rows: Sequence[Row]) -> None:
        export_list(context, parent, title(), columns, rows)

    return export
