"""The ZIP inside a bundle: one way to write it, and a checker that accepts nothing else (FORMAT.md, "ZIP").

The checker takes the few facts of each entry from the central directory, writes the whole directory and
every local header anew with the writer's own functions, and compares.  So every trick that ZIP readers
have fallen for (overlaps, prefixes, twins, flags, odd attributes, extra fields, comments) is refused
without being named.  Nothing is ever extracted by name.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import NamedTuple

from desktop.bundle.age_stream import StreamReader
from desktop.bundle.files import Sink
from desktop.bundle.limits import LIMITS, Limits
from desktop.bundle.names import ENTRY, MANIFEST, MANIFEST_SIG, MIMETYPE
from desktop.domain.errors import Code, SoSenError

MIMETYPE_CONTENT = b"application/vnd.sosen.bundle+zip"
STORED, DEFLATED = 0, 8

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_MADE_BY = 3 << 8 | 20  # UNIX, ZIP 2.0
_NEEDS = 20
_MIDNIGHT, _FIRST_DAY = 0, 0x21  # 1980-01-01
_REGULAR_FILE = 0o100644 << 16
_FLAGS = (0, 0x800)
"""None, or "the name is UTF-8"."""
_LONGEST_NAME = len("blob/") + 64
_HEAD = (MIMETYPE, MANIFEST, MANIFEST_SIG)


class Entry(NamedTuple):
    """One member of the ZIP; sizes in bytes, ``offset`` that of its local header."""

    name: str
    method: int
    crc: int
    csize: int
    size: int
    offset: int
    flags: int = 0

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.offset + _LOCAL.size + len(self.name)

    @property
    def end(self) -> int:
        return self.start + self.csize


def local_header(entry: Entry) -> bytes:
    """The bytes before an entry's content."""
    name = entry.name.encode("ascii")
    return _LOCAL.pack(
        b"PK\x03\x04", _NEEDS, entry.flags, entry.method, _MIDNIGHT, _FIRST_DAY,
        entry.crc, entry.csize, entry.size, len(name), 0,
    ) + name  # fmt: skip


def directory(entries: list[Entry]) -> bytes:
    """The bytes after the last entry: central directory and its end record."""
    central = b"".join(_central_header(entry) for entry in entries)
    start = entries[-1].end if entries else 0
    return central + _END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), len(central), start, 0)


def _central_header(entry: Entry) -> bytes:
    name = entry.name.encode("ascii")
    return _CENTRAL.pack(
        b"PK\x01\x02", _MADE_BY, _NEEDS, entry.flags, entry.method, _MIDNIGHT, _FIRST_DAY,
        entry.crc, entry.csize, entry.size, len(name), 0, 0, 0, 0, _REGULAR_FILE, entry.offset,
    ) + name  # fmt: skip


@dataclass(slots=True)
class ZipWriter:
    """Writes entries one after another, each with its sizes known beforehand."""

    sink: Sink
    _entries: list[Entry]

    def __init__(self, sink: Sink) -> None:
        self.sink = sink
        self._entries = []

    def begin(self, name: str, method: int, crc: int, csize: int, size: int) -> None:
        """Write a local header; the caller then writes exactly ``csize`` bytes to the sink."""
        offset = self._entries[-1].end if self._entries else 0
        self._entries.append(Entry(name, method, crc, csize, size, offset))
        self.sink.write(local_header(self._entries[-1]))

    def store(self, name: str, content: bytes) -> None:
        """Write a small entry as it is."""
        self.begin(name, STORED, zlib.crc32(content), len(content), len(content))
        self.sink.write(content)

    def close(self) -> None:
        self.sink.write(directory(self._entries))


def check(zip_bytes: StreamReader, limits: Limits = LIMITS) -> list[Entry]:
    """The entries of a ZIP that follows the strict profile, in order.

    Raises ``SoSenError``: ``E_FORMAT`` for every deviation, ``E_LIMIT`` for more entries than a bundle has.
    """
    end = zip_bytes.read_at(max(0, zip_bytes.size - _END.size), _END.size)
    require(len(end) == _END.size and end.startswith(b"PK\x05\x06"), "no end record where it belongs")
    _, _, _, _, count, size, start, _ = _END.unpack(end)
    if count > limits.members + len(_HEAD):
        raise SoSenError(Code.E_LIMIT, f"{count} entries")
    require(size <= count * (_CENTRAL.size + _LONGEST_NAME), "more than entries in the central directory")
    require(start + size + _END.size == zip_bytes.size, "bytes before, between or after the entries")
    tail = zip_bytes.read_at(start, size + _END.size)
    entries = _read_directory(tail[:size], count)
    _check_names([entry.name for entry in entries])
    require(entries[-1].end == start, "the last entry does not end where the central directory begins")
    require(directory(entries) == tail, "the central directory is not in its one form")
    expected = 0
    for entry in entries:
        require(entry.offset == expected and entry.end <= start, "entries overlap or leave a gap")
        header = local_header(entry)
        require(zip_bytes.read_at(entry.offset, len(header)) == header, f"local header of {entry.name}")
        _check_method(entry, limits)
        expected = entry.end
    _check_mimetype(zip_bytes, entries[0])
    return entries


def _check_mimetype(zip_bytes: StreamReader, entry: Entry) -> None:
    """The first entry says what the file is; nothing else reads it, so its CRC is compared here too."""
    found = zip_bytes.read_at(entry.start, len(MIMETYPE_CONTENT) + 1)[: entry.size]
    require(found == MIMETYPE_CONTENT, "not a bundle by its mimetype")
    require(entry.crc == zlib.crc32(MIMETYPE_CONTENT), "CRC of mimetype")


def _read_directory(central: bytes, count: int) -> list[Entry]:
    entries: list[Entry] = []
    offset = 0
    for _ in range(count):
        require(len(central) >= offset + _CENTRAL.size, "the central directory is cut off")
        facts = _CENTRAL.unpack_from(central, offset)
        offset += _CENTRAL.size
        name = central[offset : offset + facts[10]]
        offset += facts[10]
        require(name.isascii() and facts[3] in _FLAGS, "a name or flag outside the profile")
        crc, csize, size = facts[7:10]
        entries.append(Entry(name.decode("ascii"), facts[4], crc, csize, size, facts[16], facts[3]))
    return entries


def _check_names(names: list[str]) -> None:
    require(tuple(names[: len(_HEAD)]) == _HEAD, "mimetype, manifest and signature do not come first")
    require(len(set(names)) == len(names), "a name stands twice")
    for name in names:
        require(ENTRY.fullmatch(name) is not None, f"a name outside the grammar: {name[:80]!r}")


def _check_method(entry: Entry, limits: Limits) -> None:
    if entry.method == STORED:
        require(entry.csize == entry.size, f"sizes of {entry.name}")
    else:
        require(entry.method == DEFLATED and entry.name.endswith(".ndjson"), f"method of {entry.name}")
        require(entry.size <= limits.ratio * entry.csize, f"{entry.name} inflates too far")


def require(holds: bool, what: str) -> None:
    """Raise ``SoSenError`` ``E_FORMAT`` unless ``holds``."""
    if not holds:
        raise SoSenError(Code.E_FORMAT, what)
