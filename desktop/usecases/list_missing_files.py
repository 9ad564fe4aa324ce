"""Attachments whose rows are here and whose bytes are not: "tệp chưa đến"."""

from __future__ import annotations

from desktop.store.blobs import FileRow, missing_files
from desktop.usecases.office import Office

__all__ = ["FileRow", "list_missing_files"]


def list_missing_files(office: Office) -> list[FileRow]:
    """What every bundle from here asks for until it comes, in order of name."""
    return sorted(missing_files(office.store), key=lambda row: (row.name, row.id))
