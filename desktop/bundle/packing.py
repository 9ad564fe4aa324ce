"""Members of a bundle on their way into it: compressed once, kept aside until all sizes are known.

What does not fit into a little memory goes to a temporary file, sealed with a key that never leaves
the memory: no plain text of a bundle lies on a disk.
"""

from __future__ import annotations

import os
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from types import TracebackType

from desktop.bundle.age_stream import StreamReader, StreamWriter
from desktop.bundle.files import PIECE
from desktop.bundle.limits import LIMITS
from desktop.bundle.line_rules import CommitRules, RowRules
from desktop.bundle.manifest import Member
from desktop.bundle.rows import BATCH, decode_commits, decode_rows, encode_commits, encode_rows
from desktop.bundle.strict_zip import DEFLATED, STORED, Entry
from desktop.bundle.zip_content import content
from desktop.domain.change import CommitLine, RowChange
from desktop.domain.errors import Code, SoSenError

_IN_MEMORY = 8 * 1024 * 1024
_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Packed:
    """A member that is ready: what the manifest and the ZIP say of it."""

    name: str
    member: Member
    method: int
    crc: int
    csize: int
    start: int = 0
    spooled: int = 0
    """Where its compressed form begins in the spool, and its length there."""
    path: Path | None = None
    """The file that holds a blob."""
    plain: bytes | None = None
    """A small member, as it is."""


def pack_bytes(name: str, data: bytes) -> Packed:
    """A small member that is stored as it is."""
    member = Member(len(data), sha256(data).hexdigest())
    return Packed(name, member, STORED, zlib.crc32(data), len(data), plain=data)


def pack_file(name: str, path: Path) -> Packed:
    """A blob that is stored as it is, read once for its hash and later again for its bytes.

    Raises ``SoSenError`` ``E_LIMIT`` when it is too large, and ``OSError``.
    """
    hashed, crc, size = sha256(), 0, 0
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            hashed.update(piece)
            crc = zlib.crc32(piece, crc)
            size += len(piece)
            if size > LIMITS.blob:
                raise SoSenError(Code.E_LIMIT, f"{path.name} is too large", member=name, limit=LIMITS.blob)
    return Packed(name, Member(size, hashed.hexdigest()), STORED, crc, size, path=path)


def row_blocks(rows: Iterable[RowChange], rules: RowRules) -> Iterator[bytes]:
    """The lines of ``rows`` in blocks, each read again as its receiver will read it.

    Raises ``SoSenError`` as ``decode_rows`` and ``RowRules.check`` do.
    """
    following = iter(rows)
    while batch := list(islice(following, BATCH)):
        block = encode_rows(batch)
        rules.check(decode_rows(block))
        yield block


def commit_blocks(commits: Iterable[CommitLine], rules: CommitRules) -> Iterator[bytes]:
    """The lines of ``commits`` in the same way; they must be complete at the end."""
    following = iter(commits)
    while batch := list(islice(following, BATCH)):
        block = encode_commits(batch)
        rules.check(decode_commits(block))
        yield block
    rules.finish()


class Spool:
    """Keeps compressed members, and gives their bytes back in the order in which they are asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        """``folder`` holds the temporary file if one is needed; the system's own by default."""
        self._file = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - closed on leaving
            _IN_MEMORY, dir=str(folder) if folder else None
        )
        self._key = os.urandom(32)
        self._writer = StreamWriter(self._file, self._key)
        self._end = 0
        self._reader: StreamReader | None = None

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def pack(self, name: str, blocks: Iterable[bytes]) -> Packed:
        """Compress a member; it is stored as it is where that is smaller or the ratio would be refused."""
        start, size, crc, hashed = self._end, 0, 0, sha256()
        deflater = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        for block in blocks:
            hashed.update(block)
            crc = zlib.crc32(block, crc)
            size += len(block)
            self._end += self._writer.write(deflater.compress(block))
        self._end += self._writer.write(deflater.flush())
        csize = self._end - start
        deflated = csize < size <= LIMITS.ratio * csize
        method = DEFLATED if deflated else STORED
        member = Member(size, hashed.hexdigest())
        return Packed(name, member, method, crc, csize if deflated else size, start, csize)

    def finish(self) -> None:
        """Nothing is packed after this; ``pieces`` may be asked."""
        self._writer.close()
        self._reader = StreamReader(self._file, 0, self._file.tell(), self._key)

    def pieces(self, packed: Packed) -> Iterator[bytes]:
        """The bytes of a member as they stand in the ZIP.

        Raises ``SoSenError`` ``E_DAMAGED`` when a blob's file was changed meanwhile, and ``OSError``.
        """
        if packed.path is not None:
            yield from _file_pieces(packed, packed.path)
        elif packed.plain is not None:
            yield packed.plain
        elif self._reader is not None and packed.method == DEFLATED:
            yield from self._reader.pieces(packed.start, packed.csize)
        elif self._reader is not None:
            yield from content(self._reader, self._deflated_entry(packed))

    @staticmethod
    def _deflated_entry(packed: Packed) -> Entry:
        """The compressed form, in the spool, of a member that goes out as it is."""
        entry = Entry(packed.name, DEFLATED, packed.crc, packed.spooled, packed.member.size, 0)
        return entry._replace(offset=packed.start - entry.start)


def _file_pieces(packed: Packed, path: Path) -> Iterator[bytes]:
    crc = size = 0
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            crc = zlib.crc32(piece, crc)
            size += len(piece)
            yield piece
    if (size, crc) != (packed.csize, packed.crc):
        raise SoSenError(Code.E_DAMAGED, f"{path.name} was changed meanwhile", member=packed.name)
