"""Write what a list shows to a spreadsheet file."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.documents.table_sheet import write_table_sheet
from desktop.domain.entity import Kind


@dataclass(frozen=True, slots=True)
class Table:
    """A list as it is shown: title, heads, and the values of the rows in the columns' order."""

    title: str
    headers: tuple[str, ...]
    kinds: tuple[Kind, ...]
    rows: Sequence[Sequence[object]]
    strong_rows: Collection[int] = frozenset()


def export_table(path: Path, table: Table) -> None:
    """Write ``table`` to ``path`` (.xlsx). Raises E_IO or E_SPACE; the old file is then untouched."""
    write_table_sheet(
        path, table.title, table.headers, table.rows, table.kinds, strong_rows=table.strong_rows
    )
