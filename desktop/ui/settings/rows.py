"""A labelled line of a settings card: words at the left, an editor at the right, tied to each other."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.theme.tokens import LG, SM, Type
from desktop.ui.widgets.labels import label


def settings_grid() -> QGridLayout:
    """Two columns: words and editors."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(LG)
    grid.setVerticalSpacing(SM)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    return grid


def add_row(grid: QGridLayout, words: str, editor: QWidget) -> None:
    """Add a line below the others."""
    row = grid.rowCount()
    name = label(words, Type.BODY, wrap=True)
    name.setBuddy(editor)
    editor.setAccessibleName(words)
    grid.addWidget(name, row, 0)
    grid.addWidget(editor, row, 1)
