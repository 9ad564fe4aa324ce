"""The outbox: a sealed copy of the newest bundles written here, so that they can be written again elsewhere.

A copy is a convenience and not forced to the disk; whoever uses it compares its hash with the log first.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop.bundle.files import refusals, removed_on_failure
from desktop.store.peers import logged
from desktop.store.receipts import newest_for_each_unit
from desktop.usecases.office import Office

log = logging.getLogger(__name__)
KEPT = 3
"""How many of the newest bundles for each unit are kept, here and on a stick; the newest holds everything.

Bundles that were written together, because their files fit into no single one, count as one.
"""
_SUFFIX = ".copy"


def outbox(office: Office) -> Path:
    """The folder of the copies. Raises SoSenError E_SPACE, E_IO."""
    folder = office.store.folder / "outbox"
    with refusals(folder):
        folder.mkdir(exist_ok=True)
    return folder


def copy_of(office: Office, bundle: str) -> Path:
    """Where the copy of a bundle lies, if it does."""
    return office.store.folder / "outbox" / f"{bundle}{_SUFFIX}"


def bundles_with_copy(office: Office) -> set[str]:
    """The bundles that can be written again."""
    folder = office.store.folder / "outbox"
    return {path.stem for path in folder.glob(f"*{_SUFFIX}")}


@contextmanager
def new_copy(office: Office, bundle: str) -> Iterator[tuple[Path, BinaryIO]]:
    """A new copy to be written; whatever goes wrong within leaves none. Raises SoSenError E_SPACE, E_IO."""
    outbox(office)
    path = copy_of(office, bundle)
    with removed_on_failure(path), refusals(path), path.open("w+b") as file:
        yield path, file


def tidy_outbox(office: Office) -> None:
    """Remove the copies of older bundles; one unknown to the log may be the last of its content."""
    kept = newest_for_each_unit(office.store, KEPT)
    for path in outbox(office).iterdir():
        if path.suffix == _SUFFIX and path.stem not in kept and logged(office.store, path.stem) is not None:
            remove_quietly(path)


def unknown_copies(office: Office) -> list[Path]:
    """The copies that the log does not know, the oldest first: their ids hold the time."""
    folder = office.store.folder / "outbox"
    return [path for path in sorted(folder.glob(f"*{_SUFFIX}")) if logged(office.store, path.stem) is None]


def remove_quietly(path: Path) -> None:
    """Remove a file of ours that nobody needs; one that cannot be removed stays, and the log says so."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.warning("%s stays: %s", path, error)
