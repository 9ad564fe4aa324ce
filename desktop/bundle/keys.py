"""The two keys of a device: one signs what it sends, one opens what it is sent.

They lie as two standard files in the user's profile, never in the database, so that ``ssh-keygen`` and
``age`` can use them and a copied database does not carry them along.  Losing them means enrolling
again; no data is lost.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.bundle import age_keys, sshsig
from desktop.domain.errors import Code, SoSenError
from desktop.domain.patience import take_name

SIGNING_FILE = "signing_key"
SEALING_FILE = "sealing_key.txt"


def device_id(signing_key: bytes) -> str:
    """A device's id: ``d-`` and 16 hexadecimal digits, the start of its raw public signing key's SHA-256."""
    return f"d-{sha256(signing_key).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class DeviceKeys:
    """The secret keys of this device."""

    signing: Ed25519PrivateKey
    sealing: age_keys.Identity

    @property
    def public_key(self) -> bytes:
        """The raw public signing key, 32 bytes."""
        return self.signing.public_key().public_bytes_raw()

    @property
    def device(self) -> str:
        return device_id(self.public_key)

    @property
    def sign_line(self) -> str:
        """The public signing key as the registry lists it, ``ssh-ed25519 …``."""
        return sshsig.public_line(self.public_key)

    @property
    def recipient(self) -> str:
        """The public sealing key as the registry lists it, ``age1…``."""
        return self.sealing.recipient


def generate() -> DeviceKeys:
    """Fresh keys."""
    return DeviceKeys(Ed25519PrivateKey.generate(), age_keys.new_identity())


def exist(folder: Path) -> bool:
    """Whether the profile folder holds keys. The signing key comes last: without it there is no device."""
    return (folder / SIGNING_FILE).exists()


def save(keys: DeviceKeys, folder: Path) -> None:
    """Write both files, readable by this user alone.

    Raises ``SoSenError`` ``E_PROFILE`` when keys are there already (they are never replaced) or the folder
    cannot be written.
    """
    sealing = f"# device: {keys.device}\n# public key: {keys.recipient}\n{keys.sealing.text}\n"
    try:
        if exist(folder):
            raise FileExistsError(f"keys are there already: {folder}")
        write_secret(folder / SEALING_FILE, sealing.encode("ascii"))
        write_secret(folder / SIGNING_FILE, sshsig.private_file(keys.signing))
    except OSError as error:
        raise SoSenError(Code.E_PROFILE, str(error), path=str(folder)) from error


def load(folder: Path) -> DeviceKeys:
    """Read both files; raises ``SoSenError`` ``E_PROFILE`` when one is missing or malformed."""
    try:
        signing = sshsig.parse_private_file((folder / SIGNING_FILE).read_bytes())
        identities = age_keys.parse_identity_file((folder / SEALING_FILE).read_text(encoding="ascii"))
        return DeviceKeys(signing, identities[0])
    except (OSError, ValueError) as error:
        raise SoSenError(Code.E_PROFILE, str(error), path=str(folder)) from error


def write_secret(path: Path, content: bytes) -> None:
    """Write a new file that only this user may read, complete on disk before it has its name.

    On Windows the mode is without effect: the file inherits the access list of the user's profile.
    """
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    take_name(part, path)


def set_aside(folder: Path) -> None:
    """Rename the keys of an earlier device, so that new ones can be made; they still open its old bundles.

    Raises ``SoSenError`` ``E_PROFILE`` when they cannot be renamed.
    """
    try:
        for name in (SIGNING_FILE, SEALING_FILE):
            path = folder / name
            count = 1
            while path.exists():
                old = folder / f"{name}.old{count}"
                count += 1
                if not old.exists():
                    take_name(path, old)
    except OSError as error:
        raise SoSenError(Code.E_PROFILE, str(error), path=str(folder)) from error
