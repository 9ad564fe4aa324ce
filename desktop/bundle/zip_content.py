"""Reading the content of ZIP entries through a counter: never more than declared, CRC and hash compared."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from hashlib import sha256

from desktop.bundle.age_stream import StreamReader
from desktop.bundle.files import PIECE
from desktop.bundle.strict_zip import STORED, Entry, require
from desktop.domain.errors import Code, SoSenError


def content(
    zip_bytes: StreamReader, entry: Entry, step: Callable[[int], None] = lambda _read: None
) -> Iterator[bytes]:
    """The content of an entry in pieces, never more than the ``size`` it declares.

    ``step`` is told of every piece of the file that was read, in bytes. Raises ``SoSenError``: ``E_FORMAT``
    when the content inflates to another size, ``E_DAMAGED`` when it is no deflate data or its CRC differs.
    """
    crc = total = 0
    pieces = zip_bytes.pieces(entry.start, entry.csize)
    for piece in _stored(pieces, step) if entry.method == STORED else _inflated(pieces, entry, step):
        total += len(piece)
        crc = zlib.crc32(piece, crc)
        yield piece
    require(total == entry.size, f"{entry.name} has another size than it declares")
    if crc != entry.crc:
        raise SoSenError(Code.E_DAMAGED, f"CRC of {entry.name}")


def verified(
    zip_bytes: StreamReader, entry: Entry, digest: str, step: Callable[[int], None] = lambda _read: None
) -> Iterator[bytes]:
    """``content`` whose SHA-256 is compared at the end; raises ``E_DAMAGED`` when it is not ``digest``."""
    hashed = sha256()
    for piece in content(zip_bytes, entry, step):
        hashed.update(piece)
        yield piece
    if hashed.hexdigest() != digest:
        raise SoSenError(Code.E_DAMAGED, f"hash of {entry.name}")


def _stored(pieces: Iterator[bytes], step: Callable[[int], None]) -> Iterator[bytes]:
    for piece in pieces:
        step(len(piece))
        yield piece


def _inflated(pieces: Iterator[bytes], entry: Entry, step: Callable[[int], None]) -> Iterator[bytes]:
    """Inflate in pieces, stopping one byte after the declared size."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    left = entry.size
    for piece in pieces:
        step(len(piece))
        pending, full = piece, True
        # A full answer may leave output within the inflater although all input was taken.
        while (pending or full) and not inflater.eof:
            most = min(PIECE, left + 1)
            out = _inflate(inflater, pending, most)
            left -= len(out)
            require(left >= 0, f"{entry.name} inflates beyond its declared size")
            yield out
            pending, full = inflater.unconsumed_tail, len(out) == most
        require(not inflater.unused_data and not pending, f"{entry.name} goes on after its end")
    require(inflater.eof, f"{entry.name} ends too early")


def _inflate(inflater: zlib._Decompress, data: bytes, most: int) -> bytes:
    try:
        return inflater.decompress(data, most)
    except zlib.error as error:
        raise SoSenError(Code.E_DAMAGED, f"not deflate data: {error}") from error
