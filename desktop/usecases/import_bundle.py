"""Take bundles into this office's data, one transaction each, or look at what taking them would do."""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path

from desktop.bundle.files import listed
from desktop.bundle.names import BUNDLE_SUFFIX
from desktop.bundle.reader import open_bundle, remove_leftovers
from desktop.bundle.registry import Registry
from desktop.bundle.verified import VerifiedBundle
from desktop.domain.errors import CancelledError, Code, SoSenError
from desktop.domain.formats import shown_name
from desktop.domain.patience import discard, patiently, take_name
from desktop.domain.scopes import unit_code
from desktop.store.checking import prove_structure
from desktop.store.database import checkpoint_apart, storage_errors
from desktop.store.merge_result import MergeResult
from desktop.store.peers import logged, undone_bundles
from desktop.usecases.office import Office
from desktop.usecases.opening import ReceivedTrust
from desktop.usecases.parking import keep_aside, release
from desktop.usecases.read_bundle_log import unit_names
from desktop.usecases.receiving import take_bundle
from desktop.usecases.refusals import as_refusal, reason_for

LOGGER = logging.getLogger(__name__)

Progress = Callable[[int, int | None], None]
_OPENING = 500
_WHOLE = 1000
"""Steps of progress for one bundle: half for opening and verifying, half for merging."""


@dataclass(frozen=True)
class BundleOutcome:
    """What became of one file. Without a verified manifest only ``path``, ``code`` and ``error`` are known,
    and the sender's ``unit`` and ``device`` where its signature was good.

    ``made`` is the sender's claim (UTC ms); ``rows`` was counted from the database after merging; ``files``
    are the attached files that it brought and that were not here. ``is_heard`` tells that what its sender
    has is news, ``confirmed`` of how many bundles written here it says that they have arrived.
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
    files: int = 0
    is_heard: bool = False
    confirmed: int = 0
    result: MergeResult = field(default_factory=MergeResult)
    error: SoSenError | None = None
    is_parked: bool = False
    """Whether a refused bundle is kept aside and tried again by itself."""

    @property
    def is_taken(self) -> bool:
        """Whether the bundle's content is here now, newly or from before."""
        return self.code in (Code.OK, Code.OK_DUP, Code.OK_OWN)


def bundle_files(office: Office, places: Iterable[Path]) -> list[Path]:
    """The bundles meant by a list of files and folders, in order of name, and of number where names end so.

    Of a folder its own ``*.goi`` files and those in a folder named after this unit's code. Raises E_IO
    when a place is not there or not readable.
    """
    found: list[Path] = []
    for place in places:
        try:
            if place.is_dir():
                own = place / unit_code(office.unit_id)
                there = [*place.iterdir(), *(listed(own) if own.is_dir() else ())]
                found.extend(sorted((path for path in there if _is_bundle_file(path)), key=_order))
            else:
                place.stat()
                found.append(place)
        except OSError as error:
            raise SoSenError(Code.E_IO, str(error), path=str(place)) from error
    return list(dict.fromkeys(found))


def _order(path: Path) -> tuple[list[str | int], Path]:
    """Bundle 9 of a unit before its bundle 10, else the later one would leave the earlier nothing to tell."""
    pieces = re.split(r"(\d+)", path.name)
    return [int(piece) if place % 2 else piece for place, piece in enumerate(pieces)], path


def _is_bundle_file(path: Path) -> bool:
    """By its name a bundle: what antivirus and systems add to a name (``.goi.txt``) is forgiven."""
    return BUNDLE_SUFFIX in [suffix.lower() for suffix in path.suffixes] and path.is_file()


def import_bundles(office: Office, paths: Sequence[Path], progress: Progress) -> list[BundleOutcome]:
    """Take the bundles, each whole or not at all; outcomes in the order of ``paths``.

    One whose predecessor comes later in the list is tried again after it. ``progress`` may raise
    CancelledError: the running bundle leaves no trace. Bundles taken by then stay; if there are any, the
    others have the outcome E_CANCELLED, otherwise CancelledError goes on to the caller. Raises
    E_DATA_DAMAGED, with nothing touched, when this office's own file is not whole.
    """
    prove_structure(office.store)
    return _each(office, paths, progress, _one)


def preview_bundles(office: Office, paths: Sequence[Path], progress: Progress) -> list[BundleOutcome]:
    """What ``import_bundles`` would do with the same list, one bundle after another; nothing is kept.

    The whole is one transaction that is rolled back, so nobody else can write meanwhile (E_BUSY for them).
    """
    outcomes: list[BundleOutcome] = []
    with suppress(_RolledBackError), office.store.writing():
        outcomes = _each(office, paths, progress, _look)
        raise _RolledBackError
    return outcomes


def keep_refused(office: Office, paths: Sequence[Path], progress: Progress) -> dict[Path, BundleOutcome]:
    """After a look: treat the bundles that were refused as an import would, so that they are kept aside."""
    return {path: _one(office, path, progress) for path in paths}


class _RolledBackError(Exception):
    """Ends a preview: everything was merged, looked at, and is undone by the transaction."""


_Take = Callable[[Office, Path, Progress], BundleOutcome]


def _each(office: Office, paths: Sequence[Path], progress: Progress, take: _Take) -> list[BundleOutcome]:
    clear_spool(office)
    outcomes: dict[Path, BundleOutcome] = {}
    waiting = list(paths)
    while waiting:
        try:
            for path in waiting:
                done = len([outcome for outcome in outcomes.values() if outcome.code is not Code.E_GAP])
                outcomes[path] = take(office, path, _part(progress, done, len(paths)))
        except CancelledError as stopped:
            if not any(outcome.code is Code.OK for outcome in outcomes.values()):
                raise
            return [outcomes.get(path, BundleOutcome(path, stopped.code, error=stopped)) for path in paths]
        missing = [path for path in waiting if outcomes[path].code is Code.E_GAP]
        if len(missing) == len(waiting):
            break
        waiting = missing
    with suppress(CancelledError):  # too late: all is done
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


def _one(office: Office, path: Path, progress: Progress) -> BundleOutcome:
    return _opened(_Opening(office, path, shown_name(path), progress))


def _look(office: Office, path: Path, progress: Progress) -> BundleOutcome:
    return _opened(_Opening(office, path, shown_name(path), progress, keep=False))


def take_again(office: Office, path: Path, file_name: str, progress: Progress) -> BundleOutcome:
    """Take a bundle that was kept aside; ``file_name`` is what it was called when it came."""
    return _opened(_Opening(office, path, file_name, progress, again=True))


@dataclass(slots=True)
class _Opening:
    """One bundle being opened. ``keep``: what becomes of it stays; ``again``: it was kept aside before."""

    office: Office
    path: Path
    file_name: str
    progress: Progress
    keep: bool = True
    again: bool = False
    is_parked: bool = False

    def refused(self, original: Path, refusal: SoSenError) -> None:
        """Keep the sealed original where it may be taken later."""
        if self.keep:
            self.is_parked = keep_aside(self.office, original, refusal, self.file_name, again=self.again)


def _opened(opening: _Opening) -> BundleOutcome:
    office = opening.office
    try:
        with storage_errors():
            trust = ReceivedTrust(office, opening.path)
            with open_bundle(
                opening.path,
                identities=[office.keys.sealing],
                trust=trust,
                me=frozenset((office.unit_id,)),
                spool=spool_folder(office),
                progress=opening.progress,
                refused=opening.refused,
            ) as bundle:
                return _take(opening, bundle, trust.registry)
    except CancelledError:
        raise
    except SoSenError as error:
        return _unopened(opening, error)
    except Exception as error:  # outer wall of one file: the others on the stick are taken all the same
        LOGGER.exception("a bundle could not be taken")
        return _unopened(opening, as_refusal(error))


def _unopened(opening: _Opening, refusal: SoSenError) -> BundleOutcome:
    """Refused before its content could be read: of its sender as much is told as the signature proves."""
    said = refusal.params
    unit, device = (str(said.get(key, "")) for key in ("unit", "device"))
    return BundleOutcome(
        opening.path,
        refusal.code,
        bundle=str(said.get("bundle", "")),
        unit=unit,
        unit_name=unit_names(opening.office).get(unit, unit) if unit else "",
        device=device,
        n=int(str(said.get("n", 0))),
        made=int(str(said.get("made", 0))),
        error=refusal,
        is_parked=opening.is_parked,
    )


def _take(opening: _Opening, bundle: VerifiedBundle, registry: Registry) -> BundleOutcome:
    office, path = opening.office, opening.path
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
        with _keeping(office, bundle, opening.progress) if opening.keep else nullcontext():
            taken = take_bundle(
                office,
                bundle,
                registry,
                progress=opening.progress,
                file_name=opening.file_name,
                again=opening.again,
            )
    except CancelledError:
        raise
    except SoSenError as error:
        error.params = {**manifest.sender, **error.params}
        if reason := reason_for(office, error.code, manifest.device):
            error.params["reason"] = reason
        opening.refused(bundle.original, error)
        return _with(known, code=error.code, error=error, is_parked=opening.is_parked)
    if opening.keep:
        release(office, bundle.original_sha256)
    return _with(known, **vars(taken))


def _with(outcome: BundleOutcome, **changes: object) -> BundleOutcome:
    return BundleOutcome(**{**outcome.__dict__, **changes})


def spool_folder(office: Office) -> Path:
    """Where a bundle lies, sealed, while it is read."""
    folder = office.store.folder / "inbox" / "spool"
    with storage_errors():
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def clear_spool(office: Office) -> None:
    """Remove what an interrupted import, or undoing one, left behind."""
    remove_leftovers(spool_folder(office))
    for bundle in undone_bundles(office.store):
        discard(kept_original(office, bundle))


@contextmanager
def _keeping(office: Office, bundle: VerifiedBundle, progress: Progress) -> Iterator[None]:
    """What taking a bundle for good needs around it; a sign between its commit and the checkpoint."""

    def sign() -> None:
        with suppress(CancelledError):  # too late: it is taken
            progress(1, 1)

    connection = office.store.connection
    with storage_errors(), checkpoint_apart(connection, sign), _keeping_original(office, bundle):
        yield


def kept_original(office: Office, bundle: str) -> Path:
    """Where a bundle lies as it came, for as long as its content is here."""
    return office.store.folder / "inbox" / "received" / Path(f"{bundle}{BUNDLE_SUFFIX}").name


@contextmanager
def _keeping_original(office: Office, bundle: VerifiedBundle) -> Iterator[None]:
    """Keep the bundle as it came: the sender's signed word, sealed to this computer.

    It is on disk before the content is taken, and has its name after; a bundle that is refused or was
    here before leaves nothing. Raises E_SPACE, E_IO.
    """
    kept = kept_original(office, bundle.manifest.id)
    part = kept.with_suffix(".part")
    try:
        with storage_errors():
            kept.parent.mkdir(parents=True, exist_ok=True)
            patiently(lambda: shutil.copyfile(bundle.original, part))
        yield
        if _is_logged(office, bundle.manifest.id) and not kept.exists():
            _give_name(part, kept)
    finally:
        discard(part)


def _give_name(part: Path, kept: Path) -> None:
    """The content is taken already, so nothing is refused any more: without a name it is only not kept."""
    try:
        take_name(part, kept)
    except OSError as error:
        LOGGER.warning("%s is not kept as it came: %s", kept.name, type(error).__name__)


def _is_logged(office: Office, bundle: str) -> bool:
    """Whether the log says that this bundle was taken."""
    line = logged(office.store, bundle)
    return line is not None and line.code is Code.OK and not line.is_outgoing
