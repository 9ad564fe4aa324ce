"""Readers of hostile bytes under a fuzzer: ``python -m tests.faults.fuzz TARGET RUNS SEED_FOLDER``.

A reader may refuse (``SoSenError``) or read; anything else is a find.  The fuzzer is led by coverage (atheris
on Linux).  Seeds: the parts of the test vectors, and the finds kept in ``tests/faults/corpus/TARGET``.
"""

from __future__ import annotations

import io
import os
import random
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import cast

from desktop.bundle import age, sshsig
from desktop.bundle.age_stream import StreamReader
from desktop.bundle.line_rules import CommitRules, RowRules
from desktop.bundle.manifest_parser import parse
from desktop.bundle.registry import BUNDLE_NAMESPACE
from desktop.bundle.registry_wire import parse_registry
from desktop.bundle.rows import blocks, decode_commits, decode_rows
from desktop.bundle.strict_zip import check
from desktop.bundle.zip_content import content
from desktop.domain.errors import SoSenError
from tests.helpers.bundle_kit import COMMUNE, OFFICE_KEYS, WRITER, make_content, unsealed
from tests.vectors.make_vectors import FOLDER as VECTORS

CORPUS = Path(__file__).parent / "corpus"
_CUT = make_content().scopes[0].cut


class Plain:
    """Bytes that a ZIP is read from, without a seal around them."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.size = len(data)

    def read_at(self, offset: int, size: int) -> bytes:
        return self._data[offset : offset + size]

    def pieces(self, offset: int, size: int) -> Iterator[bytes]:
        yield self._data[offset : offset + size]


def read_manifest(data: bytes) -> None:
    parse(data)


def read_zip(data: bytes) -> None:
    plain = cast(StreamReader, Plain(data))
    for entry in check(plain):
        for _piece in content(plain, entry):
            pass


def read_lines(data: bytes) -> None:
    """Rows and commits of one member, through their rules."""
    for decode, rules in (
        (decode_rows, RowRules(_CUT, (WRITER,))),
        (decode_commits, CommitRules([_CUT], (WRITER,))),
    ):
        with suppress(SoSenError):
            for block in blocks([data]):
                rules.check(decode(block))  # type: ignore[arg-type]


def read_registry(data: bytes) -> None:
    registry = parse_registry(data)
    for unit in registry.units:
        registry.may_carry(unit.id, COMMUNE)


def read_seal(data: bytes) -> None:
    plain = age.unseal(io.BytesIO(data), len(data), [OFFICE_KEYS.sealing])
    plain.read_at(0, min(plain.size, 1 << 20))


def read_signature(data: bytes) -> None:
    sshsig.verify(b"message", data, BUNDLE_NAMESPACE)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "manifest": read_manifest,
    "zip": read_zip,
    "lines": read_lines,
    "registry": read_registry,
    "seal": read_seal,
    "signature": read_signature,
}


def attempt(target: str, data: bytes) -> None:
    """Read; a refusal is an answer, anything else goes on."""
    with suppress(SoSenError):
        TARGETS[target](data)


def seeds(target: str) -> list[bytes]:
    """What the vectors give for a target, and the finds that were kept."""
    kept = sorted((CORPUS / target).glob("*"))
    return [*(path.read_bytes() for path in kept), *sorted(set(_from_vectors(target)), key=len)[:60]]


def _from_vectors(target: str) -> Iterator[bytes]:
    members = {"manifest": "manifest.json", "registry": "registry.json", "signature": "manifest.json.sig"}
    for path in sorted(VECTORS.glob("*.goi")):
        data = path.read_bytes()
        if target == "seal":
            yield data
            continue
        with suppress(SoSenError, zipfile.BadZipFile, KeyError, zlib.error, RuntimeError):
            plain = unsealed(data)
            if target == "zip":
                yield plain
                continue
            with zipfile.ZipFile(io.BytesIO(plain)) as archive:
                names = [members[target]] if target in members else archive.namelist()
                yield from (archive.read(name) for name in names if target in members or "ndjson" in name)


def changed(data: bytes, chance: random.Random) -> bytes:
    """A few bytes other, gone, doubled, or a piece repeated."""
    found = bytearray(data)
    for _ in range(chance.randrange(1, 4)):
        a, b = sorted(chance.randrange(len(found) + 1) for _ in range(2))
        how = chance.randrange(4)
        if how == 0 and a < len(found):
            found[a] = chance.randrange(256)
        elif how == 1:
            del found[a : min(b, a + 8)]
        elif how == 2:
            found[a:a] = found[a : min(b, a + 64)]
        else:
            found[a:a] = chance.choice(
                [b"0", b'"', b"{", b"[", b"\\u0000", b"9" * 400, b"\xff", b"PK\x05\x06"]
            )
    return bytes(found)


def main(target: str, runs: str, folder: str) -> None:
    """Fuzz a target, led by coverage; ends with status 0 when nothing was found.

    In a process of its own: Linux counts the memory of whoever starts a program as the program's own peak,
    and the peak is what the limit is held against.
    """
    child = os.fork()
    if child:
        _process, status = os.waitpid(child, 0)
        sys.exit(os.waitstatus_to_exitcode(status))
    import atheris  # type: ignore[import-untyped]  # for Linux alone, and it slows down what it looks at

    for number, seed in enumerate(seeds(target)):
        (Path(folder) / f"seed-{number:03}").write_bytes(seed)
    atheris.instrument_all()
    options = [f"-runs={runs}", "-rss_limit_mb=600", "-max_len=65536", "-timeout=30", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *options, folder], lambda data: attempt(target, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:4])
