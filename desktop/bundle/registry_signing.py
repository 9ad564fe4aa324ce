"""Signing, reading and replacing the registry.

The rules of trust, in the order of the code:

1. The signature is over the very bytes, for ``registry@sosen``, by a root key pinned at enrolment, or by one
   that the registry's ``succession`` leads to from there.
2. The bytes are canonical JSON of a known major format, every key well formed.
3. Its epoch is higher than that of the registry in use; an old copy never brings a revoked device back.
   There is no expiry, because clocks lie.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.bundle import canonical, sshsig
from desktop.bundle.keys import write_secret
from desktop.bundle.registry import NAMESPACE, Registry, Succession
from desktop.bundle.registry_wire import parse_registry
from desktop.domain.errors import Code, SoSenError

ROOTS_NAMESPACE = "roots@sosen"
_ROOTS_FORMAT = "roots/1"


RootKey = Ed25519PrivateKey
"""The secret half of a root key."""


def new_root(path: Path) -> Ed25519PrivateKey:
    """A fresh root key, kept in a file of its own that only this user may read.

    Raises ``SoSenError`` ``E_PROFILE`` when it cannot be written.
    """
    key = Ed25519PrivateKey.generate()
    try:
        write_secret(path, sshsig.private_file(key))
    except OSError as error:
        raise SoSenError(Code.E_PROFILE, str(error), path=str(path)) from error
    return key


def load_root(path: Path) -> RootKey | None:
    """The root key in the file, None when there is none; raises ``E_PROFILE`` when it is unreadable."""
    try:
        return sshsig.parse_private_file(path.read_bytes()) if path.exists() else None
    except (OSError, ValueError) as error:
        raise SoSenError(Code.E_PROFILE, str(error), path=str(path)) from error


def root_line(key: Ed25519PrivateKey) -> str:
    """The public half of a root key as registries list it and devices pin it."""
    return sshsig.public_line(key.public_key().public_bytes_raw())


def sign_registry(registry: Registry, root: Ed25519PrivateKey) -> tuple[bytes, bytes]:
    """The bytes of ``registry.json`` and ``registry.json.sig``."""
    data = registry.to_bytes()
    return data, sshsig.sign(data, root, NAMESPACE)


def succeed(roots: Sequence[str], old: RootKey) -> Succession:
    """The statement, signed with one of the roots before them, that ``roots`` take their place."""
    return Succession(tuple(roots), sshsig.sign(_roots_bytes(roots), old, ROOTS_NAMESPACE).decode("ascii"))


def verify_registry(data: bytes, signature: bytes, pinned: Collection[str]) -> Registry:
    """The registry of which ``data`` are the bytes; ``pinned`` are public key lines of roots.

    Raises ``SoSenError``: ``E_SIG`` when no root signed it that is pinned or follows from those that are; and
    whatever ``parse_registry`` raises.
    """
    return _verified(data, signature, frozenset(pinned))


@lru_cache(maxsize=4)
def _verified(data: bytes, signature: bytes, pinned: frozenset[str]) -> Registry:
    """Asked again with the very same bytes and pins, for each bundle of a stick: the answer is the same."""
    key = sshsig.verify(data, signature, NAMESPACE)
    trusted = _raw(pinned)
    if key not in trusted and key not in _followed(trusted, _claimed_succession(data)):
        raise SoSenError(Code.E_SIG, "the registry is signed by a key that is not pinned", reason="registry")
    return parse_registry(data)


def _claimed_succession(data: bytes) -> Sequence[Succession]:
    """How a registry that is not trusted yet says its roots came about; empty when it cannot be read."""
    try:
        return parse_registry(data).succession
    except SoSenError:  # what is not signed by a pinned root is an alarm, whatever else is wrong with it
        return ()


def roots_to_pin(registry: Registry, data: bytes, signature: bytes, pinned: Sequence[str]) -> list[str]:
    """The roots to pin once a verified registry is taken: its own, so that a root it dropped signs no more.

    One that does not name its signer changes no pins: nothing could be verified with them afterwards.
    """
    signer = sshsig.verify(data, signature, NAMESPACE)
    return list(registry.roots if signer in _raw(registry.roots) else pinned)


def _followed(trusted: frozenset[bytes], succession: Sequence[Succession]) -> frozenset[bytes]:
    """The roots that take the place of ``trusted``, step by step; a step signed by others is passed over."""
    for step in succession:
        if sshsig.verify(_roots_bytes(step.roots), step.signature.encode(), ROOTS_NAMESPACE) in trusted:
            trusted = _raw(step.roots)
    return trusted


def _roots_bytes(roots: Sequence[str]) -> bytes:
    return canonical.dumps({"format": _ROOTS_FORMAT, "roots": list(roots)})


def _raw(lines: Collection[str]) -> frozenset[bytes]:
    return frozenset(map(sshsig.parse_public_line, lines))


def newer_registry(
    current: Registry | None, data: bytes, signature: bytes, pinned: Collection[str]
) -> Registry | None:
    """The received registry when it is of a higher epoch than ``current``, else ``None``.

    Raises as ``verify_registry`` does: a forged registry is an alarm whatever its epoch.
    """
    received = verify_registry(data, signature, pinned)
    return received if current is None or received.epoch > current.epoch else None
