"""The office's root key: the power to say which computers belong to it; and its spare in the safe.

The root lies beside this computer's keys.  The spare is made with it, goes onto a stick and onto paper for
the safe, and is then removed here: whoever steals the computer cannot keep the office out (sync.md 4).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.bundle.files import no_progress, refusals
from desktop.bundle.keys import write_secret
from desktop.bundle.registry import Registry
from desktop.bundle.registry_signing import (
    RootKey,
    load_root,
    new_root,
    newer_registry,
    root_line,
    sign_registry,
    succeed,
)
from desktop.bundle.safe_write import free_name
from desktop.bundle.small_file import write_small_file
from desktop.bundle.spare_key import parse_spare, spare_groups, spare_text
from desktop.domain.errors import Code, SoSenError
from desktop.domain.patience import take_name
from desktop.domain.scopes import unit_code
from desktop.store.peers import keep_registry
from desktop.usecases.office import Office
from desktop.usecases.registry import (
    current_registry,
    note_inheritance,
    note_registry_seen,
    pin_roots,
    pinned_roots,
)
from desktop.usecases.retry_parked import retry_parked

ROOT_FILE = "registry_root_key"
SPARE_FILE = "registry_spare_root_key"
COPY_FILE = "registry_copy"
SPARE_SUFFIX = "-khoa-du-phong"
"""How the name of the file with the spare key ends."""
_AHEAD = 1000
"""More epochs than an office gives between a backup and its loss, so that its units take the next one."""


@dataclass(frozen=True, slots=True)
class SpareSheet:
    """What goes into the safe: the key as text and QR text, whose it is, and where the file was written."""

    path: Path
    unit: str
    text: str
    name: str = ""

    @property
    def qr_text(self) -> str:
        """Capital letters and digits only, for a small QR code."""
        return self.text

    @property
    def groups(self) -> str:
        """The key as it stands on paper and on the screen, to be copied group by group."""
        return spare_groups(self.text)


def holds_root(office: Office) -> bool:
    """Whether this computer can enrol others."""
    return (office.profile / ROOT_FILE).exists()


def spare_waits(office: Office) -> bool:
    """Whether the spare key still lies on this computer and is to be handed over."""
    return (office.profile / SPARE_FILE).exists()


def root_key(office: Office) -> RootKey:
    """The root key in force. Raises E_ROOT when it is not here or was replaced, E_PROFILE when unreadable."""
    _settle(office)
    key = load_root(office.profile / ROOT_FILE)
    if key is None:
        raise SoSenError(Code.E_ROOT, "no root key on this computer")
    if root_line(key) not in _newest(office).roots:
        raise SoSenError(Code.E_ROOT, "the root key was replaced", reason="replaced")
    return key


def hand_over_spare_key(office: Office, folder: Path) -> SpareSheet:
    """Write the spare key into ``folder`` (a stick for the safe), read it back, and remove it here.

    The sheet is to be printed from what is returned: the key cannot be shown again. Raises E_ROOT when it
    was handed over before, E_IO, E_SPACE, E_PROFILE; it is then still here.
    """
    _settle(office)
    path = office.profile / SPARE_FILE
    key = load_root(path)
    if key is None:
        raise SoSenError(Code.E_ROOT, "the spare key is not here", reason="handed_over")
    name = next((unit.name for unit in _newest(office).units if unit.id == office.unit_id), "")
    text = spare_text(key)
    head = f"# So Sen: khoa goc du phong (spare root key), {office.unit_id}"
    content = f"{head}\n# {spare_groups(text)}\n{text}\n".encode("ascii")
    target = write_small_file(folder, f"{unit_code(office.unit_id)}{SPARE_SUFFIX}.txt", content).path
    try:
        path.unlink()
    except OSError as error:
        raise SoSenError(Code.E_PROFILE, str(error), path=str(path)) from error
    return SpareSheet(target, office.unit_id, text, name)


def read_spare_file(path: Path) -> str:
    """The spare key in a file from the safe, for ``renew_roots``. Raises E_IO, E_ROOT."""
    with refusals(path), path.open("rb") as file:
        text = file.read(4096).decode("utf-8", errors="replace")
    try:
        return spare_text(parse_spare(text))
    except SoSenError as error:
        raise SoSenError(Code.E_ROOT, error.detail, path=str(path), reason="spare_file") from error


def change_registry(office: Office, change: Callable[[Registry], Registry]) -> Registry:
    """Put a changed registry in force, one epoch higher, signed with the root key; nothing else raises it.

    Bundles that were kept aside are tried again: one may come from a computer that is enrolled by it.
    Raises E_ROOT, E_PROFILE, and what ``change`` raises; nothing is changed then.
    """
    return _put_in_force(office, root_key(office), change)


def renew_roots(office: Office, spare: str, change: Callable[[Registry], Registry]) -> Registry:
    """With the spare key from the safe: new root keys here, the lost ones sign no more.

    A computer that receives the registry follows, because one of the roots it pinned, the spare, signed
    the succession. The new spare waits to be handed over. Where the root key in force does not lie, nobody
    knows which epochs were given with it, so many are left out. Raises E_ROOT when the spare does not fit.
    """
    old = parse_spare(spare)
    check_spare_fits(old, _newest(office))
    ahead = 0 if _holds_root_in_force(office) else _AHEAD
    root, new_spare = (new_root(_coming(office, name)) for name in (ROOT_FILE, SPARE_FILE))
    roots = (root_line(root), root_line(new_spare))

    def renewed(registry: Registry) -> Registry:
        succession = (*registry.succession, succeed(roots, old))
        return replace(change(registry), roots=roots, succession=succession)

    changed = _put_in_force(office, root, renewed, ahead)
    _settle(office)
    return changed


def check_spare_fits(spare: RootKey, registry: Registry) -> None:
    """Raise E_ROOT when the registry's office has another spare key."""
    if root_line(spare) not in registry.roots:
        raise SoSenError(Code.E_ROOT, "not a spare key of this office", reason="other_office")


def _holds_root_in_force(office: Office) -> bool:
    key = load_root(office.profile / ROOT_FILE)
    return key is not None and root_line(key) in _newest(office).roots


def _coming(office: Office, name: str) -> Path:
    """Where a root key lies until the registry that names it is in force."""
    return office.profile / f"{name}.new"


def _settle(office: Office) -> None:
    """Give new root keys that are in force their names, also after a power cut; old ones are kept aside."""
    root = load_root(_coming(office, ROOT_FILE))
    if root is None or root_line(root) not in pinned_roots(office.store):
        return
    with refusals(office.profile):
        for name in (SPARE_FILE, ROOT_FILE):  # the root last: until then this is done again
            path, coming = office.profile / name, _coming(office, name)
            if coming.exists():
                if path.exists():
                    take_name(path, free_name(office.profile, f"{name}.old"))
                take_name(coming, path)


def _put_in_force(
    office: Office, root: RootKey, change: Callable[[Registry], Registry], ahead: int = 0
) -> Registry:
    store = office.store
    with store.writing():
        current = _newest(office)
        current = replace(current, epoch=current.epoch + ahead)
        changed = change(current)
        changed = replace(changed, epoch=current.epoch + 1)
        document, signature = sign_registry(changed, root)
        keep_registry(store, changed.epoch, document, signature)
        pin_roots(store, changed.roots)
        note_registry_seen(store)
        note_inheritance(store, changed)
    keep_copy(office, document, signature)
    retry_parked(office, no_progress)
    return changed


def keep_copy(office: Office, document: bytes, signature: bytes) -> None:
    """Keep the newest registry beside the root key, outside the database.

    A database restored from a backup would else give out an epoch a second time, and forget whom it enrolled.
    Raises E_PROFILE.
    """
    path = office.profile / COPY_FILE
    try:
        write_secret(path, document + b"\n" + signature)
    except OSError as error:
        raise SoSenError(Code.E_PROFILE, str(error), path=str(path)) from error


def _newest(office: Office) -> Registry:
    """The registry in force here, or the copy beside the root key when that is newer."""
    current = current_registry(office.store)
    path = office.profile / COPY_FILE
    if not path.exists():
        return current
    with refusals(path):
        document, _end, signature = path.read_bytes().partition(b"\n")
    return newer_registry(current, document, signature, pinned_roots(office.store)) or current
