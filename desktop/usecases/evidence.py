"""Files that prove what was done: attach, list, open, save a copy."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from desktop.bundle.files import Progress, Sink, no_progress
from desktop.bundle.reader import SPOOL_PREFIX
from desktop.bundle.safe_write import write_new_file
from desktop.documents.photos import shrink_photo
from desktop.documents.zip_names import zip_names
from desktop.domain.attachments import (
    HEAD,
    MOST_BYTES,
    UNKNOWN_MIME,
    ZIP_BEGINNING,
    FileKind,
    kind_of,
    safe_file_name,
)
from desktop.domain.entities import Evidence, Task
from desktop.domain.errors import Code, SoSenError
from desktop.domain.formats import shown_name
from desktop.domain.patience import discard, open_patiently, take_name
from desktop.domain.scopes import scope_owner
from desktop.store.blobs import blob_path, blobs_here, keep_blob
from desktop.store.database import storage_errors
from desktop.usecases.edit_records import delete_record
from desktop.usecases.office import Office
from desktop.usecases.opened_copies import OPENED, protect, remove_copy

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One attached file. ``is_here``: its bytes have arrived; ``may_remove``: this office owns it."""

    id: str
    evidence: Evidence
    is_here: bool
    may_remove: bool

    @property
    def is_opened_here(self) -> bool:
        """Whether it is of a kind that may be opened, as far as who attached it says; others can be saved."""
        return self.evidence.mime != UNKNOWN_MIME


def attach_evidence(office: Office, task_id: str, path: Path, progress: Progress) -> Evidence:
    """Keep a file with a task; a large photograph is made smaller first.

    ``progress`` counts bytes and may raise CancelledError; nothing is kept then. Raises SoSenError: E_LIMIT
    beyond 64 MiB, E_FILE for a photograph that cannot be read, E_IO, E_SPACE, E_MISSING, E_READONLY.
    """
    prefix = f"{SPOOL_PREFIX}{os.getpid()}-"  # what a power cut leaves is removed with what imports leave
    with tempfile.TemporaryDirectory(prefix=prefix, dir=_spool(office), ignore_cleanup_errors=True) as spool:
        source, kind = _prepared(path, Path(spool))
        size, digest = _measured(source, progress)
        with office.store.work(user=office.user, label="attach_evidence") as work:
            task = work.get(Task, task_id)
            with closing(_pieces(source)) as pieces:  # Windows removes no folder with an open file in it
                keep_blob(office.store, digest, pieces)
            made = Evidence(
                scope=task.scope,
                task_id=task_id,
                name=shown_name(path)[-255:],
                mime=kind.mime if kind else UNKNOWN_MIME,
                size=size,
                sha256=digest,
            )
            return work.add(made)  # type: ignore[return-value]


def list_evidence(office: Office, task_id: str) -> list[EvidenceLine]:
    """The files of a task, in the order in which they were attached."""
    here, own = blobs_here(office.store), office.own_units
    return [
        EvidenceLine(one.id, one, one.sha256 in here, scope_owner(one.scope) in own)
        for one in office.store.select(Evidence, task_id=task_id)
    ]


def remove_evidence(office: Office, evidence: Evidence) -> None:
    """Take a file off its task; its bytes stay, so that undo brings it back. Raises E_READONLY, E_MISSING."""
    delete_record(office, evidence, label="remove_evidence")


def open_evidence(office: Office, evidence: Evidence) -> Path:
    """A copy to be opened by the system's own program, named after what its content is.

    Raises SoSenError: E_FILE for a file that is none of the kinds opened from here, whatever its name says;
    E_NOT_HERE when its bytes have not arrived; E_DAMAGED when they are others than were attached.
    """
    source = _whole(office, evidence)
    kind = _kind(source)
    if kind is None:
        raise SoSenError(Code.E_FILE, evidence.name, name=safe_file_name(evidence.name, None))
    target = office.store.folder / OPENED / evidence.sha256[:16] / safe_file_name(evidence.name, kind)
    with storage_errors():
        if not target.exists() or _measured(target, no_progress)[1] != evidence.sha256:
            _put_copy(source, target)
    return target


def save_evidence(office: Office, evidence: Evidence, folder: Path, progress: Progress = no_progress) -> Path:
    """Write a copy into a folder under a name that is free there: whole, or not at all.

    ``progress`` counts bytes and may raise CancelledError. Raises SoSenError E_NOT_HERE, E_DAMAGED, E_IO,
    E_SPACE.
    """
    source = _whole(office, evidence)

    def produce(sink: Sink) -> None:
        for piece in _pieces(source):
            sink.write(piece)

    with storage_errors():
        target = _free(folder / safe_file_name(evidence.name, _kind(source)))
        size = source.stat().st_size
    return write_new_file(target, produce, size, progress).path


def _free(wanted: Path) -> Path:
    """The path, or one with a number after it: systems differ on whether "A" and "a" are two names."""
    with storage_errors():
        taken = {path.name.lower() for path in wanted.parent.iterdir()}
    path, count = wanted, 1
    while path.name.lower() in taken:
        count += 1
        path = wanted.with_stem(f"{wanted.stem}-{count}")
    return path


# --- bytes ------------------------------------------------------------------------------------------------


def _spool(office: Office) -> Path:
    folder = office.store.folder / "inbox" / "spool"
    with storage_errors():
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _prepared(path: Path, spool: Path) -> tuple[Path, FileKind | None]:
    """The file to keep: the one named, or a smaller copy of a photograph. Raises E_LIMIT, E_FILE, E_IO."""
    with storage_errors():
        size = path.stat().st_size
        kind = _kind(path)
        if kind is not None and kind.is_photo:
            smaller = spool / "photo"
            if shrink_photo(path, smaller):
                return smaller, kind
    if size > MOST_BYTES:
        raise SoSenError(Code.E_LIMIT, f"{size} bytes", path=str(path), reason="attachment")
    return path, kind


def _kind(path: Path) -> FileKind | None:
    with storage_errors():
        with open_patiently(path) as file:
            head = file.read(HEAD)
        return kind_of(head, zip_names(path) if head.startswith(ZIP_BEGINNING) else ())


def _pieces(path: Path) -> Generator[bytes]:
    with open_patiently(path) as file:
        while piece := file.read(_PIECE):
            yield piece


def _measured(path: Path, progress: Progress) -> tuple[int, str]:
    hashed, size = sha256(), 0
    with storage_errors():
        total = path.stat().st_size
        for piece in _pieces(path):
            hashed.update(piece)
            size += len(piece)
            progress(size, total)
    return size, hashed.hexdigest()


def _whole(office: Office, evidence: Evidence) -> Path:
    """Where the bytes lie, compared with their hash."""
    path = blob_path(office.store, evidence.sha256)
    if evidence.sha256 not in blobs_here(office.store) or not path.exists():
        raise SoSenError(Code.E_NOT_HERE, evidence.sha256, name=evidence.name)
    if _measured(path, no_progress)[1] != evidence.sha256:
        raise SoSenError(Code.E_DAMAGED, evidence.sha256, path=str(path), reason="evidence")
    return path


def _put_copy(source: Path, target: Path) -> None:
    """Copy a file to where it is opened, in place of an older copy."""
    part = target.with_name("part")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        shutil.copyfile(source, part)
        remove_copy(target)
        take_name(part, target)
        protect(target)
    finally:
        discard(part)
