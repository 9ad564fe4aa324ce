"""Bundles without file, seal and signature: the same content through the same checks, by the thousand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from desktop.bundle.manifest import Manifest, ScopeEntry
from desktop.bundle.registry import Registry
from desktop.bundle.verified import VerifiedBundle
from desktop.domain.change import CommitLine, RowChange
from desktop.domain.errors import Code, SoSenError
from desktop.store.peers import LoggedBundle, log_bundle
from desktop.usecases.export_bundle import _content
from desktop.usecases.office import Office, renew_lease
from desktop.usecases.receiving import take_bundle
from desktop.usecases.sending import Consignment, plan_consignment
from tests.helpers.offices import no_progress


@dataclass(frozen=True)
class Letter:
    """What a verified bundle gives to whoever takes it."""

    manifest: Manifest
    lines: list[CommitLine]
    rows: dict[str, list[RowChange]]
    original_size: int = 0
    original_sha256: str = ""
    original: Path = Path()

    def commits(self) -> list[CommitLine]:
        return self.lines

    def row_batches(self, scope: str) -> Iterator[list[RowChange]]:
        yield self.rows[scope]

    def blobs(self) -> tuple[str, ...]:
        return ()

    def registry_bytes(self) -> tuple[bytes, bytes] | None:
        return None


def write_letter(office: Office, registry: Registry, consignment: Consignment) -> Letter:
    """What the office's next bundle for a consignment would hold; noted as sent, under a new lease."""
    store = office.store
    renew_lease(office)
    with store.snapshot():
        content = _content(office, registry, consignment, plan_consignment(office, registry, consignment))
        rows = {one.cut.scope: list(one.rows) for one in content.scopes}
        lines = list(content.commits)
    manifest = Manifest(
        app=content.app,
        id=content.id,
        n=content.n,
        made=content.made,
        unit=content.unit,
        device=office.keys.device,
        to=content.to,
        writers=tuple(content.writers),
        scopes={one.cut.scope: ScopeEntry(one.cut, (), len(rows[one.cut.scope])) for one in content.scopes},
        have=content.have,
        notes=tuple(content.notes),
    )
    line = LoggedBundle(content.id, True, content.made, manifest.device, consignment.unit, content.n, Code.OK)
    with store.writing():
        log_bundle(store, line)
    return Letter(manifest, lines, rows)


def take_letter(office: Office, registry: Registry, letter: Letter) -> Code:
    """Take it in as a bundle would be; the code."""
    try:
        taken = take_bundle(office, cast(VerifiedBundle, letter), registry, progress=no_progress)
    except SoSenError as refusal:
        return refusal.code
    return taken.code
