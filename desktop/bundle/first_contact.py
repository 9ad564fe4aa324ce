"""The registry in a bundle whose sender this computer has no reason yet to trust.

A computer that joins has pinned nothing, and an office that lost its only computer signs with a key that
nobody lists.  In both cases the registry within says who may sign; whether it is to be believed is decided
by people who compare digits, or by a root key that is pinned.  Nothing else of the bundle is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.bundle import age
from desktop.bundle.age_keys import Identity
from desktop.bundle.files import refusals
from desktop.bundle.limits import LIMITS, Limits
from desktop.bundle.names import REGISTRY, REGISTRY_SIG
from desktop.bundle.registry import Registry
from desktop.bundle.registry_signing import verify_registry
from desktop.bundle.registry_wire import parse_registry
from desktop.bundle.strict_zip import check
from desktop.bundle.zip_content import content
from desktop.domain.errors import Code, SoSenError
from desktop.domain.patience import open_patiently


def carried_registry(
    source: Path, identities: Sequence[Identity], limits: Limits = LIMITS
) -> tuple[bytes, bytes] | None:
    """``registry.json`` and its signature as they stand in the bundle, unverified; ``None`` without them.

    Raises ``SoSenError``: ``E_IO``, ``E_NOTFORME`` when it is sealed to others, ``E_DAMAGED``, ``E_FORMAT``,
    ``E_LIMIT``.
    """
    with refusals(source):
        size = source.stat().st_size
        with open_patiently(source) as file:
            plain = age.unseal(file, size, identities, limits.age_header)
            found = {entry.name: entry for entry in check(plain, limits)}
            if REGISTRY not in found or REGISTRY_SIG not in found:
                return None
            for name, limit in ((REGISTRY, limits.first_registry), (REGISTRY_SIG, limits.signature)):
                if found[name].size > limit:
                    raise SoSenError(Code.E_LIMIT, f"{name} of {found[name].size} bytes", member=name)
            data, signature = (b"".join(content(plain, found[name])) for name in (REGISTRY, REGISTRY_SIG))
            return data, signature


def self_signed_registry(data: bytes, signature: bytes) -> Registry:
    """A registry that is signed by one of the roots that it names itself: whole, but not yet trusted.

    Raises ``SoSenError``: ``E_SIG`` when it is not, and whatever ``parse_registry`` raises.
    """
    return verify_registry(data, signature, parse_registry(data).roots)
