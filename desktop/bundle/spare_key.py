"""The spare root key on paper: one line that can be scanned, or typed with its mistakes found.

``SOSEN-GOC-1…`` in the letters of Bech32, whose checksum finds up to four wrong characters; the same form as
that of a sealing key, so that nobody has to copy a key file by hand.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.bundle import bech32
from desktop.bundle.registry_signing import RootKey
from desktop.domain.errors import Code, SoSenError

_PREFIX = "sosen-goc-"
_HEAD = len(_PREFIX) + 1
_GROUP = 4


def new_spare() -> RootKey:
    """A fresh root key that has not been kept anywhere."""
    return Ed25519PrivateKey.generate()


def spare_text(key: RootKey) -> str:
    """The key as one line of capital letters and digits."""
    return bech32.encode(_PREFIX, key.private_bytes_raw()).upper()


def spare_groups(text: str) -> str:
    """The line of ``spare_text`` in groups of four, to be copied by hand: ``SOSEN-GOC-1 GNFX UT09 …``."""
    secret = text[_HEAD:]
    groups = [secret[at : at + _GROUP] for at in range(0, len(secret), _GROUP)]
    return " ".join((text[:_HEAD], *groups))


def parse_spare(text: str) -> RootKey:
    """Read what was scanned, typed or pasted: spaces are forgiven, lines with ``#`` passed over.

    Raises ``SoSenError`` ``E_ROOT`` for anything else.
    """
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
    plain = "".join("".join(lines).split()).lower()
    try:
        prefix, secret = bech32.decode(plain)
        if prefix != _PREFIX or len(secret) != 32:
            raise ValueError("not a spare root key")
    except ValueError as error:
        raise SoSenError(Code.E_ROOT, str(error), reason="spare") from error
    return Ed25519PrivateKey.from_private_bytes(secret)
