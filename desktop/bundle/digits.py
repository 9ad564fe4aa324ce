"""The 24 digits by which two people make sure, over the telephone or on paper, that they mean the same keys.

Code = scrypt(n=2^15, r=8, p=1) over the public keys, taken modulo 10^24: about 80 bits, and every guess at
keys with the same digits costs a tenth of a second (sync.md 5).  Digits need no language and no diacritics.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import scrypt

from desktop.bundle import sshsig
from desktop.bundle.age_keys import parse_recipient

DEVICE_SALT = b"request@sosen"
ROOTS_SALT = b"registry@sosen"
GROUPS, GROUP = 6, 4
_COST, _BLOCK, _MEMORY = 2**15, 8, 64 * 1024 * 1024
_FORGIVEN = re.compile(r"[\s.\-–—·]+")
"""What people put between groups."""


def device_digits(sign: str, seal: str) -> str:
    """The digits of a computer: over its public signing key and its public sealing key, 32 bytes each.

    Raises ``ValueError`` for text that is no key.
    """
    return _digits(sshsig.parse_public_line(sign) + parse_recipient(seal), DEVICE_SALT)


def roots_digits(roots: Iterable[str]) -> str:
    """The digits of an office: over its public root keys, in ascending order of their bytes.

    Raises ``ValueError`` for text that is no key.
    """
    return _digits(b"".join(sorted(map(sshsig.parse_public_line, roots))), ROOTS_SALT)


def all_digits_fit(digits: str, typed: str) -> bool:
    """Whether what was typed are all six groups: what pins an office's roots for ever (decision 10)."""
    plain = _FORGIVEN.sub("", typed)
    return plain.isascii() and plain == digits.replace(" ", "")


def digits_fit(digits: str, typed: str) -> bool:
    """Whether it are all six groups, or the last two: for a request, while its writer is on the telephone."""
    plain = _FORGIVEN.sub("", typed)
    return all_digits_fit(digits, typed) or (
        plain.isascii() and plain == digits.replace(" ", "")[-2 * GROUP :]
    )


def device_qr_text(unit: str, label: str, digits: str) -> str:
    """What the QR code of a computer's slip says; upper case, so that the picture stays small."""
    return f"SOSEN/MAY/{unit}/{label.upper()}/{digits.replace(' ', '')}"


def roots_qr_text(unit: str, digits: str) -> str:
    """What the QR code on the office's letter says."""
    return f"SOSEN/GOC/{unit}/{digits.replace(' ', '')}"


@lru_cache(maxsize=1024)
def _digits(keys: bytes, salt: bytes) -> str:
    stretched = scrypt(keys, salt=salt, n=_COST, r=_BLOCK, p=1, maxmem=_MEMORY, dklen=32)
    text = f"{int.from_bytes(stretched, 'big') % 10 ** (GROUPS * GROUP):0{GROUPS * GROUP}d}"
    return " ".join(text[start : start + GROUP] for start in range(0, len(text), GROUP))
