"""New records from the lines of a pasted block that go past the last row of a grid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop.ui.grid.view import GridView
from desktop.ui.widgets.values import InputError


def drafts_of(view: GridView, block: Sequence[Sequence[str]]) -> tuple[list[dict[str, Any]], int]:
    """(one draft a line: column key → value, number of cells that could not be read).

    Cells go to the shown columns from the first selected one on, as within the grid; a column that cannot
    be edited anywhere takes none.
    """
    shown = view.shown_columns()
    chosen = {index.column() for index in view.selectionModel().selectedIndexes()}
    first = next((place for place, column in enumerate(shown) if column in chosen), 0)
    columns = [view.grid_model.columns[index] for index in shown[first:]]
    drafts: list[dict[str, Any]] = []
    unread = 0
    for line in block:
        draft: dict[str, Any] = {}
        for column, text in zip(columns, line, strict=False):
            if column.editable is False or not text.strip():
                continue
            try:
                draft[column.key] = view.grid_model.read(column, text)
            except InputError:
                unread += 1
        drafts.append(draft)
    return drafts, unread
