"""Attached files on their way: which are here, which are missing, which a bundle takes along.

An attachment is a row of table ``file`` (name, mime, size, sha256) and the bytes in ``files/<sha256>``
(sync.md 6.3).  The rows travel like any other; the bytes travel once, and again only to whoever lacks them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from desktop.domain.change import ROW_LIFE
from desktop.domain.errors import Code, SoSenError
from desktop.domain.merge import Registers, life_winner, winner
from desktop.domain.patience import discard, open_patiently, take_name
from desktop.store.backup import sync_folder
from desktop.store.database import storage_errors
from desktop.store.peers import last_sent_number
from desktop.store.restoring import databases_aside
from desktop.store.sql import stream
from desktop.store.stamps import read_registers
from desktop.store.store import Store

FILE_TABLE = "file"
FILES = "files"
_PIECE = 1 << 20
_WANT = "want "
_WANTED_AFTER = "wanted_after "
_HASHES = msgspec.json.Decoder(list[str])


@dataclass(frozen=True, slots=True)
class FileRow:
    """A living attachment: the row's id and scope, the file's name, size in bytes and SHA-256."""

    id: str
    scope: str
    name: str
    size: int
    sha256: str


def file_rows(store: Store, scopes: Collection[str] | None = None) -> Iterator[FileRow]:
    """The attachments of some scopes, or of all. Values in dispute are told as the winner says."""
    for row_id, scope, registers in _file_registers(store):
        if (scopes is None or scope in scopes) and life_winner(registers.get(ROW_LIFE, ())):
            said = {name: winner(found, store.writers.ids).value for name, found in registers.items()}
            size = said.get("size")
            yield FileRow(
                row_id,
                scope,
                str(said.get("name") or ""),
                size if isinstance(size, int) else 0,
                str(said.get("sha256") or ""),
            )


def _file_registers(store: Store) -> Iterator[tuple[str, str, Registers]]:
    """Every row of the table, deleted ones too: its id, its scope, what it says."""
    table = store.catalogue.tables.get(FILE_TABLE)
    sql = "SELECT id, scope, 0, stamps FROM other_row WHERE tbl = ?"
    if table is not None:
        columns = "".join(f', "{name}"' for name in table.names)
        sql = f"SELECT id, scope, alive, stamps{columns} FROM \"{FILE_TABLE}\" WHERE ? = '{FILE_TABLE}'"
    for row_id, scope, alive, stamps, *values in stream(store.connection, sql, (FILE_TABLE,)):
        held = {ROW_LIFE: alive, **dict(zip(table.names, values, strict=True))} if table else {}
        yield row_id, scope, read_registers(stamps, table, held)


def forget_unnamed(store: Store, hashes: Collection[str]) -> None:
    """Of these files, forget those that no row names: what an undone import brought may be others' too.

    A deleted row counts, since it may come back, and so does a value in dispute. The bytes are swept later.
    """
    if not hashes:
        return
    named = {
        sibling.value
        for _id, _scope, registers in _file_registers(store)
        for sibling in registers.get("sha256", ())
    }
    for digest in hashes:
        if digest not in named:
            store.connection.execute("DELETE FROM blob WHERE sha256 = ?", (digest,))


def missing_files(store: Store) -> list[FileRow]:
    """The attachments whose bytes have not arrived ("tệp chưa đến")."""
    here = blobs_here(store)
    return [row for row in file_rows(store) if is_hash(row.sha256) and row.sha256 not in here]


def is_hash(text: str) -> bool:
    """Whether a text is a SHA-256 as it stands in a bundle."""
    return len(text) == 64 and set(text) <= set("0123456789abcdef")


def blobs_here(store: Store) -> set[str]:
    """The hashes of the files that are here; one that vanished from its place is asked for like a new one."""
    noted = [digest for (digest,) in stream(store.connection, "SELECT sha256 FROM blob WHERE is_here = 1")]
    return {digest for digest in noted if blob_path(store, digest).is_file()}


def blob_path(store: Store, digest: str) -> Path:
    """Where the bytes of a file lie."""
    return store.folder / FILES / digest


def keep_blob(store: Store, digest: str, pieces: Iterable[bytes]) -> None:
    """Keep the bytes of a file, on disk before the transaction that names them ends; none twice.

    Raises E_DAMAGED when they are not what the name says, E_SPACE, E_IO.
    """
    place = blob_path(store, digest)
    hashed, size = sha256(), 0
    part = place.with_suffix(".part")
    with storage_errors():
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("wb") as file:
                for piece in pieces:
                    file.write(piece)
                    hashed.update(piece)
                    size += len(piece)
                file.flush()
                os.fsync(file.fileno())
            if hashed.hexdigest() != digest:
                raise SoSenError(Code.E_DAMAGED, f"blob {digest} is another file", member=digest)
            take_name(part, place)
            sync_folder(place.parent)
        finally:
            discard(part)
        _note(store, digest, size)


def find_again(store: Store, progress: Callable[[int, int | None], None]) -> int:
    """Note files that a record names and whose bytes lie here without being noted; how many.

    So it is once a backup was put back and the records that came after it have come again from elsewhere.
    ``progress`` is told at every piece and may raise to stop.
    """
    here = blobs_here(store)
    found = 0
    for digest in sorted({row.sha256 for row in file_rows(store) if is_hash(row.sha256)} - here):
        with storage_errors():
            size = _size_if_whole(blob_path(store, digest), digest, progress)
            if size is not None:
                with store.writing():
                    _note(store, digest, size)
                found += 1
    return found


def _size_if_whole(path: Path, digest: str, progress: Callable[[int, int | None], None]) -> int | None:
    if not path.is_file():
        return None
    hashed, size = sha256(), 0
    with open_patiently(path) as file:
        while piece := file.read(_PIECE):
            hashed.update(piece)
            size += len(piece)
            progress(0, None)
    return size if hashed.hexdigest() == digest else None


def _note(store: Store, digest: str, size: int) -> None:
    store.connection.execute(
        "INSERT INTO blob (sha256, size, is_here) VALUES (?, ?, 1) "
        "ON CONFLICT (sha256) DO UPDATE SET size = excluded.size, is_here = 1",
        (digest, size),
    )


def sweep_blobs(store: Store, before: float) -> int:
    """Remove bytes that nobody names, as a preview or an import that failed leaves them; how many.

    ``before`` (seconds since 1970): younger ones may belong to an import that runs now. None are removed
    while an earlier database is kept aside: it may name them, and one may go back to it.
    """
    folder = store.folder / FILES
    swept = 0
    with storage_errors():
        if databases_aside(store.folder):
            return 0
        named = {digest for (digest,) in stream(store.connection, "SELECT sha256 FROM blob")}
        for path in folder.iterdir() if folder.is_dir() else ():
            if path.name not in named and path.stat().st_mtime < before:
                discard(path)
                swept += 1
    return swept


def note_want(store: Store, device: str, hashes: Collection[str]) -> None:
    """Replace what a computer says it lacks, in order of arrival, and after which bundle it came.

    Which bundles are newer than the wish is told by their numbers: a clock may have stood years ahead.
    """
    store.set_meta(_WANT + device, msgspec.json.encode(sorted(hashes)).decode())
    store.set_meta(_WANTED_AFTER + device, str(last_sent_number(store)))


def wanted_by(store: Store, device: str) -> set[str]:
    """What a computer said last that it lacks."""
    return set(_HASHES.decode(store.meta(_WANT + device, "[]")))


def wanted_after(store: Store, device: str) -> int:
    """The number of the newest bundle that had been written here when it said so."""
    return int(store.meta(_WANTED_AFTER + device, "0"))
