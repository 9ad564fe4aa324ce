"""Take bundles into this office's data, one transaction each, or look at what taking them would do."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.bundle.reader import SPOOL_PREFIX, open_bundle
from desktop.bundle.registry import Registry
from desktop.bundle.verified import VerifiedBundle
from desktop.domain.errors import CancelledError, Code, SoSenError
from desktop.domain.scopes import unit_code
from desktop.store.importing import MergeResult
from desktop.usecases.export_bundle import SUFFIX
from desktop.usecases.office import Office
from desktop.usecases.receiving import take_bundle
from desktop.usecases.registry import current_registry

Progress = Callable[[int, int | None], None]
_OPENING = 500
_WHOLE = 1000
"""Steps of progress for one bundle: half for opening and verifying, half for merging."""


@dataclass(frozen=True)
class BundleOutcome:
    """What became of one file. Without a verified manifest only ``path``, ``code`` and ``error`` are known.

    ``made`` is the sender's claim (UTC ms); ``rows`` was counted from the database after merging.
    """

    path: Path
    code: Code
    bundle: str = ""
    unit: str = ""
    unit_name: str = ""
    device: str = ""
    n: int = 0
    made: int = 0
    size: int = 0
    rows: int = 0
    result: MergeResult = field(default_factory=MergeResult)
    error: SoSenError | None = None

    @property
    def is_taken(self) -> bool:
        """Whether the bundle's content is here now, newly or from before."""
        return self.code in (Code.OK, Code.OK_DUP, Code.OK_OWN)


def bundle_files(office: Office, places: Iterable[Path]) -> list[Path]:
    """The bundles meant by a list of files and folders, in order of name.

    Of a folder its own ``*.goi`` files and those in a folder named after this unit's code. Raises E_IO
    when a place is not there or not readable.
    """
    found: list[Path] = []
    for place in places:
        try:
            if place.is_dir():
                own = place / unit_code(office.unit_id)
                listed = [*place.iterdir(), *(own.iterdir() if own.is_dir() else ())]
                found.extend(sorted(path for path in listed if _is_bundle_file(path)))
            else:
                place.stat()
                found.append(place)
        except OSError as error:
            raise SoSenError(Code.E_IO, str(error), path=str(place)) from error
    return list(dict.fromkeys(found))


def _is_bundle_file(path: Path) -> bool:
    """By its name a bundle: what antivirus and systems add to a name (``.goi.txt``) is forgiven."""
    return path.is_file() and SUFFIX in [suffix.lower() for suffix in path.suffixes]


def import_bundles(office: Office, paths: Sequence[Path], progress: Progress) -> list[BundleOutcome]:
    """Take the bundles, each whole or not at all; outcomes in the order of ``paths``.

    One whose predecessor comes later in the list is tried again after it. ``progress`` may raise
    CancelledError: bundles taken by then stay, the running one leaves no trace.
    """
    return _each(office, paths, progress, preview=False)


def preview_bundles(office: Office, paths: Sequence[Path], progress: Progress) -> list[BundleOutcome]:
    """What ``import_bundles`` would do, each bundle judged by itself; nothing is kept."""
    return _each(office, paths, progress, preview=True)


def _each(office: Office, paths: Sequence[Path], progress: Progress, *, preview: bool) -> list[BundleOutcome]:
    clear_spool(office)
    outcomes: dict[Path, BundleOutcome] = {}
    waiting = list(paths)
    while waiting:
        for path in waiting:
            done = len([outcome for outcome in outcomes.values() if outcome.code is not Code.E_GAP])
            outcomes[path] = _one(office, path, _part(progress, done, len(paths)), preview=preview)
        missing = [path for path in waiting if outcomes[path].code is Code.E_GAP]
        if preview or len(missing) == len(waiting):
            break
        waiting = missing
    progress(len(paths) * _WHOLE, len(paths) * _WHOLE)
    return [outcomes[path] for path in paths]


def _part(progress: Progress, done: int, count: int) -> Progress:
    """The progress of one bundle within that of all; called first for opening, then for merging."""
    state = {"opened": False}

    def step(now: int, total: int | None) -> None:
        share = int(_OPENING * now / total) if total else 0
        progress(done * _WHOLE + share + (_OPENING if state["opened"] else 0), count * _WHOLE)
        if total is not None and now >= total:
            state["opened"] = True

    return step


def _one(office: Office, path: Path, progress: Progress, *, preview: bool) -> BundleOutcome:
    try:
        registry = current_registry(office.store)
        with open_bundle(
            path,
            identities=[office.keys.sealing],
            trust=registry,
            me=frozenset((office.unit_id,)),
            spool=spool_folder(office),
            progress=progress,
        ) as bundle:
            return _take(office, path, bundle, registry, progress, preview=preview)
    except CancelledError:
        raise
    except SoSenError as error:
        return BundleOutcome(path, error.code, error=error)


def _take(
    office: Office,
    path: Path,
    bundle: VerifiedBundle,
    registry: Registry,
    progress: Progress,
    *,
    preview: bool,
) -> BundleOutcome:
    manifest = bundle.manifest
    names = {unit.id: unit.name for unit in registry.units}
    known = BundleOutcome(
        path,
        Code.OK,
        manifest.id,
        manifest.unit,
        names.get(manifest.unit, manifest.unit),
        manifest.device,
        manifest.n,
        manifest.made,
        bundle.original_size,
    )
    try:
        taken = take_bundle(office, bundle, registry, preview=preview, progress=progress)
    except CancelledError:
        raise
    except SoSenError as error:
        return _with(known, code=error.code, error=error)
    if taken.code is Code.OK and not preview:
        _keep_original(office, bundle)
    return _with(known, code=taken.code, rows=taken.rows, result=taken.result)


def _with(outcome: BundleOutcome, **changes: object) -> BundleOutcome:
    return BundleOutcome(**{**outcome.__dict__, **changes})


def spool_folder(office: Office) -> Path:
    """Where a bundle lies, sealed, while it is read."""
    folder = office.store.folder / "inbox" / "spool"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def clear_spool(office: Office) -> None:
    """Remove what an interrupted import left behind."""
    for left in spool_folder(office).glob(f"{SPOOL_PREFIX}*"):
        shutil.rmtree(left, ignore_errors=True)


def _keep_original(office: Office, bundle: VerifiedBundle) -> None:
    """Keep the bundle as it came: the sender's signed word, sealed to this computer."""
    kept = office.store.folder / "inbox" / "received"
    kept.mkdir(parents=True, exist_ok=True)
    try:
        shutil.copyfile(bundle.original, kept / f"{bundle.manifest.id}{SUFFIX}")
    except OSError as error:
        # The content is safe in the database already; a full disk is told at the next write.
        raise SoSenError(Code.E_SPACE, str(error), path=str(kept)) from error
