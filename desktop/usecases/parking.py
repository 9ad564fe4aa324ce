"""Bundles kept aside ("parked", faults.md): refused now, but able to be taken later as they are.

The original lies, sealed as it came, in ``inbox/parked`` under a name that follows from its content; a row
beside it tells why, from whom and since when.  How many are kept is bounded, so that a stick full of a
stranger's files fills no disk: a stranger's oldest go first, and what finds no room is refused all the same.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import file_digest
from pathlib import Path

from desktop.bundle.files import need_space
from desktop.domain.errors import Code, SoSenError
from desktop.domain.patience import discard, patiently, take_name
from desktop.store.backup import sync_file, sync_folder
from desktop.store.database import storage_errors
from desktop.store.peers import ParkedBundle, park, parked_bundles, unpark
from desktop.usecases.office import Office
from desktop.usecases.read_bundle_log import unit_names
from desktop.usecases.refusals import reason_for

PARKED = frozenset({Code.E_UNKNOWN_SIGNER, Code.E_REVOKED, Code.E_NEWER, Code.E_GAP, Code.E_FORK})
"""The refusals after which a bundle is kept (sync.md 6.6)."""
MOST_PARKED = 100
MOST_PARKED_BYTES = 2 * 1024**3
_FREE_BESIDES = 3
"""So many times its size must be free before a bundle is kept aside."""
_FOLDER = Path("inbox") / "parked"


class NextStep(StrEnum):
    """What brings a parked bundle further; most come by themselves."""

    ENROL = "enrol"
    """Enrol the computer, or take a newer list of computers."""
    DECIDE = "decide"
    """An officer calls the sender and takes it or gives it up."""
    UPGRADE = "upgrade"
    """Install the newer program."""
    WAIT = "wait"
    """The missing part, or the upper office's word on a copied computer, comes with the next bundle."""


_NEXT = {
    Code.E_UNKNOWN_SIGNER: NextStep.ENROL,
    Code.E_REVOKED: NextStep.DECIDE,
    Code.E_NEWER: NextStep.UPGRADE,
    Code.E_GAP: NextStep.WAIT,
    Code.E_FORK: NextStep.WAIT,
}


@dataclass
class _Details:
    """What the row keeps as JSON."""

    bundle: str = ""
    device: str = ""
    unit: str = ""
    n: int = 0
    made: int = 0
    file_name: str = ""
    size: int = 0
    tried_at: int = 0


def _read(parked: ParkedBundle) -> _Details:
    return _Details(**json.loads(parked.details))


@dataclass(frozen=True, slots=True)
class ParkedLine:
    """A parked bundle as a person sees it.

    ``id`` names it for ``drop_parked``. ``unit``, ``unit_name``, ``n`` and ``made`` (UTC ms) are the sender's
    as far as verified, else empty or 0: a stranger's bundle is known by its ``device`` (its key's id) and
    its file name alone. ``since`` and ``tried_at`` are UTC ms of this computer, ``size`` bytes.
    """

    id: str
    code: Code
    next_step: NextStep
    unit: str
    unit_name: str
    device: str
    n: int
    made: int
    file_name: str
    size: int
    since: int
    tried_at: int
    path: Path
    reason: str
    """Of its code, as ``reason_for`` tells it; "" for most."""


def list_parked(office: Office) -> list[ParkedLine]:
    """What is kept aside, oldest first."""
    kept = parked_bundles(office.store)
    names = unit_names(office) if kept else {}
    return [_line(office, names, one) for one in kept]


def _line(office: Office, names: dict[str, str], parked: ParkedBundle) -> ParkedLine:
    details = _read(parked)
    return ParkedLine(
        id=parked.bundle,
        code=parked.code,
        next_step=_NEXT[parked.code],
        unit=details.unit,
        unit_name=names.get(details.unit, details.unit),
        device=details.device,
        n=details.n,
        made=details.made,
        file_name=details.file_name,
        size=details.size,
        since=parked.at,
        tried_at=details.tried_at,
        path=_place(office, parked.bundle),
        reason=reason_for(office, parked.code, details.device),
    )


def drop_parked(office: Office, parked_id: str) -> None:
    """Give a parked bundle up: the file goes, the log keeps its line. Raises E_MISSING for an unknown id."""
    found = next((one for one in parked_bundles(office.store) if one.bundle == parked_id), None)
    if found is None:
        raise SoSenError(Code.E_MISSING, f"no parked bundle {parked_id}")
    _remove(office, found)


def release(office: Office, sha256: str) -> bool:
    """A bundle with this content was taken: it is kept aside no longer. Whether it was."""
    found = next((one for one in parked_bundles(office.store) if one.bundle == sha256[:32]), None)
    if found is not None:
        _remove(office, found)
    return found is not None


def keep_aside(
    office: Office, original: Path, refusal: SoSenError, file_name: str, *, again: bool = False
) -> bool:
    """Keep the sealed ``original`` if the refusal is one that may pass; whether it is kept now.

    ``again``: it was kept and tried once more; one that was given up meanwhile stays away.

    A disk without room, or one that fails, only means that it is not kept: the refusal itself is what the
    person must hear, and the sender sends everything again that was not confirmed.
    """
    if refusal.code not in PARKED:
        return False
    try:
        with storage_errors():
            return _keep(office, original, refusal, file_name, again=again)
    except SoSenError as error:
        if error.code not in (Code.E_IO, Code.E_SPACE, Code.E_BUSY):
            raise
        refusal.params["not_kept"] = str(error)
        return False


def _keep(office: Office, original: Path, refusal: SoSenError, file_name: str, *, again: bool) -> bool:
    with original.open("rb") as file:
        key = file_digest(file, "sha256").hexdigest()[:32]
    kept = parked_bundles(office.store)
    earlier = next((one for one in kept if one.bundle == key), None)
    if again and earlier is None:
        return False
    place = _place(office, key)
    size = original.stat().st_size
    if earlier is None or not place.exists():
        if not _make_room(office, kept, size, is_known=refusal.code is not Code.E_UNKNOWN_SIGNER):
            return False
        _copy(original, place)
    details = _details(office, refusal, file_name, size)
    if earlier is not None:
        details.file_name = _read(earlier).file_name
    at = office.store.now() if earlier is None else earlier.at
    encoded = json.dumps(asdict(details), ensure_ascii=False)
    with office.store.writing():
        park(office.store, ParkedBundle(key, (_FOLDER / place.name).as_posix(), at, refusal.code, encoded))
    return True


def _place(office: Office, parked_id: str) -> Path:
    """Where a parked bundle lies: never where its row says, for a row may come from a backup of anybody's."""
    return office.store.folder / _FOLDER / Path(f"{parked_id}.goi").name


def _details(office: Office, refusal: SoSenError, file_name: str, size: int) -> _Details:
    said = refusal.params
    return _Details(
        bundle=str(said.get("bundle", "")),
        device=str(said.get("device", "")),
        unit=str(said.get("unit", "")),
        n=int(str(said.get("n", 0))),
        made=int(str(said.get("made", 0))),
        file_name=file_name,
        size=size,
        tried_at=office.store.now(),
    )


def _make_room(office: Office, kept: list[ParkedBundle], size: int, *, is_known: bool) -> bool:
    """Give up strangers' bundles, oldest first, for one of an enrolled computer; whether there is room."""
    sizes = {one.bundle: _read(one).size for one in kept}
    strangers = [one for one in kept if one.code is Code.E_UNKNOWN_SIGNER] if is_known else []
    while len(sizes) >= MOST_PARKED or sum(sizes.values()) + size > MOST_PARKED_BYTES:
        if not strangers:
            return False
        oldest = strangers.pop(0)
        _remove(office, oldest)
        del sizes[oldest.bundle]
    return True


def _copy(original: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    need_space(place.parent, _FREE_BESIDES * original.stat().st_size)
    part = place.with_suffix(".part")
    try:
        shutil.copyfile(original, part)
        sync_file(part)
        take_name(part, place)
        sync_folder(place.parent)
    finally:
        discard(part)


def _remove(office: Office, parked: ParkedBundle) -> None:
    """The file first: a row without a file goes at the next start, a file without a row comes back."""
    place = _place(office, parked.bundle)
    with storage_errors():
        if place.exists():
            patiently(place.unlink)
            sync_folder(place.parent)
    with office.store.writing():
        unpark(office.store, parked.bundle)


def sweep_parked(office: Office) -> list[ParkedLine]:
    """Put rows and files in step again after a crash, or after a restored backup of the database.

    A bundle without a row may be the only copy of somebody's work: it is listed again, and to be tried.
    """
    folder = office.store.folder / _FOLDER
    kept = parked_bundles(office.store)
    for one in kept:
        if not _place(office, one.bundle).exists():
            _remove(office, one)
    named = {_place(office, one.bundle).name for one in kept}
    found = set()
    if folder.is_dir():
        with storage_errors():
            for path in sorted(folder.iterdir()):
                if path.name in named:
                    continue
                if _is_whole(path):
                    found.add(_list_again(office, path))
                else:
                    discard(path)
    return [line for line in list_parked(office) if line.id in found]


def _is_whole(path: Path) -> bool:
    """Whether it is a bundle that was kept aside: its name follows from its content."""
    if path.suffix != ".goi" or not path.is_file():
        return False
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()[:32] == path.stem


def _list_again(office: Office, path: Path) -> str:
    """Why it waited and from whom it is, the next try tells."""
    details = _Details(file_name=path.name, size=path.stat().st_size, tried_at=office.store.now())
    encoded = json.dumps(asdict(details), ensure_ascii=False)
    at, place = office.store.now(), (_FOLDER / path.name).as_posix()
    with office.store.writing():
        park(office.store, ParkedBundle(path.stem, place, at, Code.E_UNKNOWN_SIGNER, encoded))
    return path.stem
