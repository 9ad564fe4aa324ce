"""What the office above wrote, sent and lost goes back to it: its own sealed bundles, as they came.

Nobody below may carry an office's records (sync.md 6.5).  But its bundles were kept here as they came,
signed by it and sealed to it as well, so it can read them again; they go along on the stick when it says that
it lacks what they brought.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from desktop.bundle.files import no_progress, refusals
from desktop.bundle.registry import Registry
from desktop.bundle.safe_write import free_name, write_new_file
from desktop.domain.errors import SoSenError
from desktop.domain.patience import patiently
from desktop.store.commit_log import brought_by
from desktop.store.peers import logged, peer
from desktop.usecases.import_bundle import kept_original
from desktop.usecases.office import Office
from desktop.usecases.sending import Consignment, addressees
from desktop.usecases.write_out import copy_into

log = logging.getLogger(__name__)
MOST_BYTES = 64 * 1024**2
"""A larger original stays here: it is large by its attached files, which are asked for by themselves."""


def return_originals(
    office: Office, registry: Registry, consignment: Consignment, folder: Path
) -> list[Path]:
    """Copy into ``folder`` what the office above lacks of its own; those that lie there already are left.

    The bundle is written by then and counts as sent; what cannot be copied goes along the next time.
    """
    written = []
    for source, name in _lacked(office, registry, consignment):
        try:
            written += _go_along(source, folder, name)
        except SoSenError as error:
            log.warning("%s did not go along: %s", source, error)
    return written


def _go_along(source: Path, folder: Path, name: str) -> list[Path]:
    with refusals(folder):
        size = source.stat().st_size
        if size > MOST_BYTES or _is_there(folder / name, size):
            return []
        target = free_name(folder, name)
        return [write_new_file(target, lambda sink: copy_into(source, sink), size, no_progress).path]


def _is_there(path: Path, size: int) -> bool:
    return patiently(lambda: path.is_file() and path.stat().st_size == size)


def _lacked(office: Office, registry: Registry, consignment: Consignment) -> Iterator[tuple[Path, str]]:
    """The kept originals that brought what no computer of the unit has, the oldest first, and their names."""
    store = office.store
    beyond = list(_beyond(office, registry, consignment.unit))
    bundles = {bundle for w, n in beyond for bundle in brought_by(store, w, n)}
    lines = [line for one in bundles if (line := logged(store, one)) is not None]
    for line in sorted(lines, key=lambda one: one.n):
        original = kept_original(office, line.bundle)
        if line.unit == consignment.unit and original.is_file():
            yield original, Path(line.file_name).name  # a row names no folder


def _beyond(office: Office, registry: Registry, unit: str) -> Iterator[tuple[str, int]]:
    """The writers of a unit of which more is known here than at any of its computers: from where on.

    Only of what its computers said: of one that was never heard nothing is known.
    """
    store = office.store
    known = [one for device in addressees(registry, (unit,)) if (one := peer(store, device.id)) is not None]
    if not known:
        return
    for scope in store.writers.scopes():
        if not registry.may_write(unit, scope):
            continue
        said = [one.have.get(scope, {}) for one in known]
        for w, mark in store.writers.vector(scope).items():
            n = max(vector[w].n if w in vector else 0 for vector in said)
            if n < mark.n:
                yield w, n
