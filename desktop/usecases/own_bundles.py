"""This computer's own newer bundles, found where it is about to write: proof that its disk was rolled back.

A "frozen" disk forgets each day's work and its numbers with it; the stick remembers (sync.md 2, rule 3).
"""

from __future__ import annotations

from pathlib import Path

from desktop.bundle.names import BUNDLE_SUFFIX, numbers_in
from desktop.bundle.registry import Registry
from desktop.domain.scopes import unit_code
from desktop.store.peers import last_sent_number
from desktop.usecases.import_bundle import BundleOutcome, import_bundles
from desktop.usecases.office import Office

_MOST = 3
"""So many of the newest are opened; each holds everything that was not confirmed."""


def heed_own_bundles(office: Office, registry: Registry, target: Path) -> list[BundleOutcome]:
    """Take own bundles in ``target`` that this data does not know: lost work returns, the old name is left.

    Their names only say which files to open; what counts is what is signed. An unreadable file is left alone.
    """
    device = next((one for one in registry.devices if one.id == office.keys.device), None)
    folder = target.parent if target.suffix == BUNDLE_SUFFIX else target
    if device is None or not folder.is_dir():
        return []
    code, last = unit_code(office.unit_id), last_sent_number(office.store)
    newer = [
        (number, path)
        for path in (*folder.glob(f"*{BUNDLE_SUFFIX}"), *folder.glob(f"*/*{BUNDLE_SUFFIX}"))
        for number in numbers_in([path.name], code, device.label)
        if number > last
    ]
    paths = [path for _number, path in sorted(newer)[-_MOST:]]
    return import_bundles(office, paths, lambda _done, _total: None) if paths else []
