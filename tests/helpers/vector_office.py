"""A real office that the bundles of the test vectors are sealed to, with its database on the disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from desktop.bundle import keys
from desktop.domain.errors import Code
from desktop.store.peers import keep_registry
from desktop.store.store import Store
from desktop.usecases.import_bundle import BundleOutcome, import_bundles, preview_bundles
from desktop.usecases.office import Office, open_office
from desktop.usecases.registry import pin_roots
from tests.helpers.bundle_kit import OFFICE, OFFICE_KEYS, REGISTRY, REGISTRY_BYTES, REGISTRY_SIG
from tests.helpers.dumps import whole_dump
from tests.helpers.offices import no_progress
from tests.vectors.make_vectors import FOLDER

LOG_ONLY = ("sync_log",)


def found_vector_office(folder: Path) -> Office:
    """Make and open it."""
    (folder / "profile").mkdir(parents=True)
    keys.save(OFFICE_KEYS, folder / "profile")
    store = Store(folder / "data", create=True)
    with store.writing():
        store.found(office=OFFICE, device=OFFICE_KEYS.device)
        pin_roots(store, list(REGISTRY.roots))
        keep_registry(store, REGISTRY.epoch, REGISTRY_BYTES, REGISTRY_SIG)
    store.close()
    return open_office(folder / "data", folder / "profile")


def vectors(number: int) -> Iterator[tuple[Path, Code]]:
    """The bundles that show a fault of the list, each with the code it must get."""
    index = json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))
    for vector in index["vectors"]:
        if vector["fault"] == number:
            yield FOLDER / vector["file"], Code.OK if vector["expect"] == "OK" else Code(vector["expect"])


def refused(office: Office, number: int) -> list[BundleOutcome]:
    """Every bundle of a fault is refused with its code, looked at or taken; the data is as before."""
    before, outcomes = whole_dump(office.store, without=LOG_ONLY), []
    cases = list(vectors(number))
    for path, code in cases:
        assert preview_bundles(office, [path], no_progress)[0].code is code, path.name
        outcomes += import_bundles(office, [path], no_progress)
        assert outcomes[-1].code is code, path.name
    assert cases
    assert whole_dump(office.store, without=LOG_ONLY) == before
    assert left_behind(office) == []
    return outcomes


def left_behind(office: Office) -> list[Path]:
    """Files of bundles in the office's folder; none may be left of one that was refused."""
    return [path for path in (office.store.folder / "inbox").rglob("*") if path.is_file()]
