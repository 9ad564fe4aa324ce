"""Sealing keys in the forms of age: identity ``AGE-SECRET-KEY-1…``, recipient ``age1…``, identity file."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from desktop.bundle import bech32

Random = Callable[[int], bytes]
"""A source of so many random bytes."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The secret half of a sealing key: 32 bytes of X25519, never shown in a log."""

    secret: bytes

    def __repr__(self) -> str:
        return f"Identity({self.recipient})"

    @property
    def recipient(self) -> str:
        """The public half, ``age1…``."""
        return bech32.encode(
            "age", X25519PrivateKey.from_private_bytes(self.secret).public_key().public_bytes_raw()
        )

    @property
    def text(self) -> str:
        """The standard form, ``AGE-SECRET-KEY-1…``."""
        return bech32.encode("age-secret-key-", self.secret).upper()


def new_identity(random: Random = os.urandom) -> Identity:
    """A fresh sealing key."""
    return Identity(random(32))


def parse_identity(text: str) -> Identity:
    """Read ``AGE-SECRET-KEY-1…``; raises ``ValueError`` for anything else."""
    return Identity(_key(text, "age-secret-key-", upper=True))


def parse_recipient(text: str) -> bytes:
    """The 32 public bytes of ``age1…``; raises ``ValueError`` for anything else."""
    return _key(text, "age", upper=False)


def parse_identity_file(text: str) -> list[Identity]:
    """Read the standard identity file: one key a line, blank lines and lines with ``#`` between them.

    Raises ``ValueError`` for any other line, or when there is no key.
    """
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        raise ValueError("the file holds no key")
    return [parse_identity(line) for line in lines]


def _key(text: str, prefix: str, *, upper: bool) -> bytes:
    found, data = bech32.decode(text)
    if found != prefix or len(data) != 32 or text != (text.upper() if upper else text.lower()):
        raise ValueError(f"not a key of the kind {prefix}1…")
    return data
