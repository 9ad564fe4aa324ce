"""A sealed copy goes out to a stick or folder: written, forced, read back, opened and verified (sync.md 6.5).

Only when all of it holds may "it can be pulled out" be said and the bundle be recorded as sent.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from desktop.bundle.files import (
    PIECE,
    Progress,
    Sink,
    refusals,
    removed_on_failure,
)
from desktop.bundle.names import BUNDLE_SUFFIX, numbers_in
from desktop.bundle.reader import verify_in_place
from desktop.bundle.registry import Registry
from desktop.bundle.safe_write import WrittenFile, write_new_file
from desktop.bundle.volume import flush_volume
from desktop.domain.errors import Code, SoSenError
from desktop.domain.patience import is_folder, is_held, open_patiently, patiently
from desktop.domain.scopes import unit_code
from desktop.store.receipts import SentLine, sent_to
from desktop.usecases.check_stick import is_writable
from desktop.usecases.office import Office
from desktop.usecases.outbox import KEPT, remove_quietly

log = logging.getLogger(__name__)


def own_label(office: Office, registry: Registry) -> str:
    """What this computer is called in the names of its bundles."""
    return next(device.label for device in registry.devices if device.id == office.keys.device)


def part_of(progress: Progress, start: float, end: float) -> Progress:
    """The progress of one part of a work, as that of the whole: between two shares of it."""

    def step(done: int, total: int | None) -> None:
        share = done / total if total else 0
        progress(round((start + (end - start) * share) * 1000), 1000)

    return step


def make_folder(folder: Path) -> None:
    """Have the folder to write to. Raises SoSenError E_IO: not there, or locked against writing."""
    with explained(folder), refusals(folder):
        patiently(lambda: folder.mkdir(parents=True, exist_ok=True))
        if not is_writable(folder):
            raise SoSenError(Code.E_IO, "the medium is read-only", path=str(folder), reason="read_only")


def highest_number(folder: Path, office: Office, label: str) -> int:
    """The highest number that this computer's bundles have in a folder; 0 when there is none."""
    with explained(folder), refusals(folder):
        names = [path.name for path in folder.iterdir()]
    return max(numbers_in(names, unit_code(office.unit_id), label), default=0)


def write_out(
    office: Office, registry: Registry, copy: Path, target: Path, digest: str, progress: Progress
) -> WrittenFile:
    """Copy a sealed bundle with the SHA-256 ``digest`` to a new file and make sure that it is whole there.

    ``progress`` counts bytes and may raise CancelledError. Raises SoSenError E_SPACE, E_IO; nothing but
    ``*.part`` can be left then.
    """
    with explained(target.parent):
        with refusals(copy):
            size = copy.stat().st_size
            removable = target.parent.stat().st_dev != office.store.folder.stat().st_dev
        file = write_new_file(
            target,
            lambda sink: copy_into(copy, sink),
            size,
            progress,
            flush=flush_volume if removable else None,
        )
        with removed_on_failure(target):
            _verify(office, registry, file, digest)
    return file


def copy_into(source: Path, sink: Sink) -> None:
    """Hand on a file piece by piece."""
    with open_patiently(source) as file:
        while piece := file.read(PIECE):
            sink.write(piece)


def _verify(office: Office, registry: Registry, file: WrittenFile, digest: str) -> None:
    """Open the seal with the own key, and check signature and every member, as the receiver will."""
    try:
        found = verify_in_place(
            file.path,
            identities=[office.keys.sealing],
            trust=registry,
            me=frozenset((office.unit_id,)),
        )
    except SoSenError as error:
        if error.code is Code.E_IO:
            raise
        path = str(file.path)
        raise SoSenError(Code.E_IO, f"read back as {error}", path=path, reason="unlike") from error
    if found.sha256 != digest:
        raise SoSenError(Code.E_IO, "another file was read back", path=str(file.path), reason="unlike")


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Tell a stick pulled out, a file that somebody removed or holds, from other trouble with a medium."""
    try:
        yield
    except SoSenError as error:
        path = error.params.get("path", "")
        if error.code is not Code.E_IO or "reason" in error.params:
            raise
        if not is_folder(folder):
            raise SoSenError(Code.E_IO, error.detail, path=path, reason="pulled") from error
        if isinstance(error.__cause__, FileNotFoundError):
            raise SoSenError(Code.E_IO, error.detail, path=path, reason="removed") from error
        if isinstance(error.__cause__, OSError) and is_held(error.__cause__):
            raise SoSenError(Code.E_IO, error.detail, path=path, reason="held") from error
        raise


def tidy_stick(office: Office, folder: Path, unit: str, label: str) -> None:
    """Leave the newest bundles for a unit in a folder of a stick; older ones of ours go, and unfinished ones.

    Those that were written together stay or go together.

    A file is ours when the log knows its name, size and hash; nothing else is touched. To be called only
    after a newer one was verified. What cannot be removed stays.
    """
    there = [
        (line, path) for line in sent_to(office.store, unit) if (path := _ours(folder, line)) is not None
    ]
    kept = list(dict.fromkeys(line.lot for line, _path in there))[:KEPT]
    for line, path in there:
        if line.lot not in kept:
            remove_quietly(path)
    part = re.compile(
        rf"{unit_code(office.unit_id)}-{label}-[0-9]+(-[0-9]+)?{re.escape(BUNDLE_SUFFIX)}\.part"
    )
    try:
        unfinished = [path for path in folder.iterdir() if part.fullmatch(path.name)]
    except OSError as error:  # pulled out now: what was written lies on it and was read back
        log.warning("%s is not tidied: %s", folder, error)
        return
    for path in unfinished:
        remove_quietly(path)


def _ours(folder: Path, line: SentLine) -> Path | None:
    paths = [folder / name for name in line.names]
    return next((path for path in paths if is_whole(path, line.bundle.size, line.bundle.sha256)), None)


def is_whole(path: Path, size: int, digest: str) -> bool:
    """Whether a file is there with this size and SHA-256; one that cannot be read is not."""
    hashed = sha256()
    try:
        if path.stat().st_size != size:
            return False
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                hashed.update(piece)
    except FileNotFoundError:
        return False
    except OSError as error:
        log.warning("%s cannot be read: %s", path, error)
        return False
    return hashed.hexdigest() == digest
