"""The names within a Word or Excel file, read by its end record; nothing is believed about sizes."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

MOST_ENTRIES = 2_000
MOST_DIRECTORY = 1 << 20
"""Bytes of directory; a document has some thousands."""
_END = struct.Struct("<4s4H2IH")
_ENTRY = struct.Struct("<4s6H3I5H2I")
_END_MARK, _ENTRY_MARK, _LARGE_MARK = b"PK\x05\x06", b"PK\x01\x02", b"PK\x06\x07"
_LARGE_SIZE = 20
"""Bytes of what stands before the end record where a ZIP has more entries than this reads (ZIP64)."""
_LONGEST_COMMENT = 0xFFFF
_IS_UTF8 = 0x800


def zip_names(path: Path) -> list[str]:
    """The names; none for a file that is broken, has more than 2,000 or more than 1 MiB of them. OSError.

    A ZIP of 60 MB can claim a million entries, and reading them takes half a minute and the memory of the
    computer; so at most the end and 1 MiB are read.
    """
    with path.open("rb") as file:
        directory = _directory(file)
    try:
        return _names(directory)
    except (struct.error, UnicodeDecodeError):
        return []


def _directory(file: BinaryIO) -> bytes:
    """The bytes of the directory; none where they are too many or not where the end record says."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _LARGE_SIZE - _END.size - _LONGEST_COMMENT))
    tail = file.read()
    place = tail.rfind(_END_MARK)
    if place < 0 or len(tail) - place < _END.size:
        return b""
    _mark, _disk, _first, _here, count, length, _offset, _comment = _END.unpack_from(tail, place)
    is_large = tail[max(0, place - _LARGE_SIZE) : place].startswith(_LARGE_MARK)
    start = size - len(tail) + place - length
    if is_large or count > MOST_ENTRIES or length > MOST_DIRECTORY or start < 0:
        return b""
    file.seek(start)
    return file.read(length)


def _names(directory: bytes) -> list[str]:
    names: list[str] = []
    place = 0
    while place < len(directory):
        entry = _ENTRY.unpack_from(directory, place)
        flags, (name, extra, comment) = entry[3], entry[10:13]
        place += _ENTRY.size
        if entry[0] != _ENTRY_MARK or len(names) == MOST_ENTRIES or place + name > len(directory):
            return []
        words = directory[place : place + name].split(b"\0")[0]
        names.append(words.decode("utf-8" if flags & _IS_UTF8 else "cp437"))
        place += name + extra + comment
    return names
