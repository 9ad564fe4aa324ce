"""Keep a line in the log of every file that was refused, also of those that never said who they come from.

A clerk who asks for help can then say which file it was, when, and why.  Opening the same file again
renews its line: a line stands for one content, however often it is tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from desktop.domain.errors import Code
from desktop.domain.formats import shown_name
from desktop.store.peers import LoggedBundle, forget_refused, log_bundle, logged
from desktop.usecases.import_bundle import BundleOutcome
from desktop.usecases.office import Office

_OF_THE_FILE = frozenset(
    {
        Code.E_DAMAGED,
        Code.E_FORMAT,
        Code.E_LIMIT,
        Code.E_NOTFORME,
        Code.E_SIG,
        Code.E_UNKNOWN_SIGNER,
        Code.E_REVOKED,
        Code.E_NEWER,
        Code.E_OWNER,
        Code.E_FORK,
        Code.E_INTERNAL,
    }
)
"""Refusals that say something about the file; a stick pulled out or a full disk says nothing of it."""
MOST_REFUSED = 200
"""So many lines of refused files are kept; a stick full of rubbish pushes no real bundle off the page."""
_READ = 1024 * 1024
"""Bytes from the beginning that, with the size, tell one file from another."""


def log_refused(office: Office, outcomes: Iterable[BundleOutcome]) -> None:
    """Write the lines of the refused among ``outcomes``; what was taken before keeps its own line."""
    refused = [outcome for outcome in outcomes if outcome.code in _OF_THE_FILE]
    lines = [line for outcome in refused if (line := _line(office, outcome)) is not None]
    if not lines:
        return
    with office.store.writing():
        for line in lines:
            earlier = logged(office.store, line.bundle)
            if earlier is None or earlier.code in _OF_THE_FILE:
                log_bundle(office.store, line)
        forget_refused(office.store, MOST_REFUSED)


def _line(office: Office, outcome: BundleOutcome) -> LoggedBundle | None:
    try:
        size = outcome.path.stat().st_size
        name = outcome.bundle or f"file-{_fingerprint(outcome.path, size)}"
    except OSError:  # gone meanwhile: there is nothing left to tell apart
        return None
    return LoggedBundle(
        bundle=name,
        is_outgoing=False,
        at=office.store.now(),
        device=outcome.device,
        unit=outcome.unit,
        n=outcome.n,
        code=outcome.code,
        file_name=shown_name(outcome.path),
        size=size,
    )


def _fingerprint(path: Path, size: int) -> str:
    with path.open("rb") as file:
        return sha256(size.to_bytes(8, "big") + file.read(_READ)).hexdigest()[:32]
