"""Bundles as somebody makes them who has an enrolled computer's keys and writes what he likes."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from desktop.bundle.manifest import AppInfo
from desktop.bundle.writer import BundleContent, ScopeContent, write_bundle
from desktop.domain.change import Mark, ScopeCut, VersionVector, Writer
from desktop.usecases.office import Office
from desktop.usecases.registry import current_registry


def known_scope(reader: Office, scope: str) -> tuple[ScopeContent, tuple[Writer, ...]]:
    """All that the reader has of a scope as what a bundle carries: not a word in it is news."""
    held = reader.store.writers
    vector = held.vector(scope)
    writers = tuple(held.describe(held.number(w) or 0) for w in vector)
    return ScopeContent(ScopeCut(scope, dict(vector), dict(vector)), ()), writers


def forged(
    sender: Office,
    reader: Office,
    scope: str,
    path: Path,
    *,
    have: Mapping[str, VersionVector] | None = None,
    blobs: Mapping[str, Path] | None = None,
    **said: object,
) -> Path:
    """A bundle signed by ``sender`` with known commits of ``scope`` alone, and what is ``said`` besides."""
    carried, writers = known_scope(reader, scope)
    content = BundleContent(
        app=AppInfo("sosen", "1.0", 1),
        id=secrets.token_hex(16),
        n=9999,
        made=1,
        unit=sender.unit_id,
        to=(reader.unit_id, sender.unit_id),
        writers=writers,
        scopes=(carried,),
        have=have or {},
        blobs=blobs or {},
    )
    seals = [device.seal for device in current_registry(reader.store).devices]
    write_bundle(path, replace(content, **said), sender.keys, seals)  # type: ignore[arg-type]
    return path


def forged_have(reader: Office, scope: str, writers: Collection[str], h: str) -> dict[str, dict[str, Mark]]:
    """What a liar says to hold: the reader's commits of ``scope``, those of ``writers`` with another hash."""
    held = reader.store.writers.vector(scope)
    return {scope: {w: Mark(mark.n, h if w in writers else mark.h) for w, mark in held.items()}}


def own_writers(office: Office) -> Sequence[str]:
    """The writers of the office's own scope, the newest last."""
    return list(office.store.writers.vector(office.unit_id))
