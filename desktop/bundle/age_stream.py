"""The payload of an age file: chunks of 64 KiB, each sealed with ChaCha20-Poly1305 (C2SP age, "Payload").

The reader works at any offset, so that nothing decrypted has to lie on a disk.  It looks at the last
chunk first: a file that was cut off is noticed before the first byte is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from desktop.bundle.files import Sink
from desktop.domain.errors import Code, SoSenError

CHUNK = 64 * 1024
TAG = 16
_SEALED = CHUNK + TAG


class Source(Protocol):
    """Where bytes come from, at any offset."""

    def seek(self, offset: int, /) -> object: ...

    def read(self, size: int, /) -> bytes: ...


def sealed_size(plain: int) -> int:
    """The size of the chunks that hold ``plain`` bytes."""
    return plain + TAG * max(1, -(-plain // CHUNK))


class StreamWriter:
    """Seals what is written to it; ``close`` writes the final chunk, which no reader does without."""

    def __init__(self, sink: Sink, key: bytes) -> None:
        self._sink = sink
        self._cipher = ChaCha20Poly1305(key)
        self._held = bytearray()
        self._number = 0

    def write(self, data: bytes | memoryview) -> int:
        """Take ``data``; a chunk goes out only when more follows, because the last one is marked."""
        self._held += data
        while len(self._held) > CHUNK:
            self._seal(CHUNK, final=False)
        return len(data)

    def close(self) -> None:
        """Write the final chunk; nothing may be written afterwards. The sink stays open."""
        self._seal(len(self._held), final=True)

    def _seal(self, size: int, *, final: bool) -> None:
        plain = bytes(self._held[:size])
        del self._held[:size]
        self._sink.write(self._cipher.encrypt(_nonce(self._number, final=final), plain, None))
        self._number += 1


class StreamReader:
    """The plain bytes of a payload that lies in ``source`` between two offsets."""

    def __init__(self, source: Source, start: int, end: int, key: bytes) -> None:
        """Raises ``SoSenError`` ``E_DAMAGED`` when the last chunk is not the final one."""
        self._source = source
        self._start = start
        self._end = end
        self._cipher = ChaCha20Poly1305(key)
        self._last = max(0, -(-(end - start) // _SEALED) - 1)
        if end - start - self._last * _SEALED < TAG + (self._last > 0):
            # An empty final chunk is right only where the whole payload is empty.
            raise SoSenError(Code.E_DAMAGED, "the final chunk is missing or empty")
        self.size = end - start - TAG * (self._last + 1)
        """Plain bytes in the whole payload."""
        self._held_number = -1
        self._held = b""
        self._chunk(self._last)

    def read_at(self, offset: int, size: int) -> bytes:
        """``size`` bytes from ``offset``; fewer only where the payload ends. Raises as ``pieces`` does."""
        return b"".join(self.pieces(offset, size))

    def pieces(self, offset: int, size: int) -> Iterator[bytes]:
        """The same in pieces of at most 64 KiB.

        Raises ``SoSenError`` ``E_DAMAGED`` where the bytes were changed, and whatever the source raises.
        """
        end = min(offset + size, self.size)
        while offset < end:
            number, skip = divmod(offset, CHUNK)
            piece = self._chunk(number)[skip : skip + end - offset]
            yield piece
            offset += len(piece)

    def _chunk(self, number: int) -> bytes:
        if number != self._held_number:
            begin = self._start + number * _SEALED
            self._source.seek(begin)
            sealed = self._source.read(min(_SEALED, self._end - begin))
            try:
                self._held = self._cipher.decrypt(_nonce(number, final=number == self._last), sealed, None)
            except InvalidTag as error:
                raise SoSenError(Code.E_DAMAGED, f"chunk {number} was changed or cut") from error
            self._held_number = number
        return self._held


def _nonce(number: int, *, final: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([final])
