"""A small file for a stick, written as safely as a bundle: under a new name, flushed, read back."""

from __future__ import annotations

from pathlib import Path

from desktop.bundle.files import Sink
from desktop.bundle.safe_write import WrittenFile, free_name, write_new_file


def write_small_file(folder: Path, name: str, content: bytes) -> WrittenFile:
    """Write ``content`` into ``folder`` as ``name``, or ``name-2``… where that is in use.

    Raises ``SoSenError`` ``E_SPACE`` and ``E_IO``.
    """

    def produce(sink: Sink) -> None:
        sink.write(content)

    return write_new_file(free_name(folder, name), produce, len(content))
