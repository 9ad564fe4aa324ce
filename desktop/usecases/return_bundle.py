"""What a bundle says and carries besides its rows: fork notes, files asked for, files that go along."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from desktop.bundle.manifest import ForkNote
from desktop.bundle.registry import Registry
from desktop.store.blobs import (
    FILE_TABLE,
    blob_path,
    blobs_here,
    file_rows,
    is_hash,
    missing_files,
    wanted_after,
    wanted_by,
)
from desktop.store.exporting import Export, row_changes
from desktop.store.peers import sent_blobs
from desktop.store.store import Store
from desktop.usecases.forks import notes_for
from desktop.usecases.sending import Consignment, addressees

MOST_BLOB_BYTES = 1024**3
"""What files may add to one bundle; more go in further bundles, written together with it."""
_MOST_WANTED = 10_000


def notes_of(store: Store, registry: Registry, consignment: Consignment) -> list[ForkNote]:
    """What the addressees must know of copied computers: words of this office, and reports from below."""
    return notes_for(store, registry, consignment.scopes, consignment.unit)


def want_of(store: Store) -> list[str]:
    """The files that this computer lacks."""
    return sorted({row.sha256 for row in missing_files(store)})[:_MOST_WANTED]


def blobs_for(
    store: Store,
    registry: Registry,
    consignment: Consignment,
    export: Export,
    here: Collection[str] | None = None,
) -> dict[str, Path]:
    """The files that go to a unit now: those of rows carried for the first time, and those it asked for.

    Only files of the scopes that the bundle may carry: asking for a hash must not open another unit's file.
    One that is gone from its place is left out, ``doctor`` tells. ``here``: what ``blobs_here`` says, for who
    asks for many units.
    """
    held = blobs_here(store) if here is None else here
    if not held:
        return {}
    first = _carried(store, export) - sent_blobs(store, consignment.unit)
    wanted = (first | _asked(store, registry, consignment)).intersection(held)
    if not wanted:
        return {}
    allowed = {row.sha256 for row in file_rows(store, consignment.scopes)}
    return {digest: blob_path(store, digest) for digest in sorted(wanted & allowed)}


def bundles_needed(sizes: Iterable[int]) -> int:
    """In how many bundles files of these sizes (bytes) go, one at the least."""
    count, room = 1, MOST_BLOB_BYTES
    for size in sizes:
        if size > room:
            count, room = count + 1, MOST_BLOB_BYTES
        room -= size
    return count


def _carried(store: Store, export: Export) -> set[str]:
    return {
        value
        for cut in export.cuts
        for row in row_changes(store, export, cut, FILE_TABLE)
        for _w, _n, _t, values in row.c
        for name, value in values.items()
        if name == "sha256" and isinstance(value, str) and is_hash(value)
    }


def _asked(store: Store, registry: Registry, consignment: Consignment) -> set[str]:
    """What the addressees lack and were not sent since they said so."""
    found: set[str] = set()
    for device in addressees(registry, consignment.to):
        if device.id != store.device:
            after = wanted_after(store, device.id)
            found |= wanted_by(store, device.id) - sent_blobs(store, consignment.unit, after)
    return found
