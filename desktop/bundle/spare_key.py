"""The spare root key on paper: one line that can be scanned, or typed with its mistakes found.

``SOSEN-GOC-1…`` in the letters of Bech32, whose checksum finds up to four wrong characters; the same form as
that of a sealing key, so that nobody has to copy a key file by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.bundle import bech32
from desktop.bundle.registry_signing import RootKey
from desktop.domain.errors import Code, SoSenError

_PREFIX = "sosen-goc-"
_HEAD = len(_PREFIX) + 1
_GROUP = 4
SPARE_LETTERS = 58
"""How many stand after the prefix: 32 bytes and the checksum."""


class Typed(StrEnum):
    """How a spare key stands while it is being typed."""

    EMPTY = "empty"
    SHORT = "short"
    """Right so far, as far as can be told."""
    LONG = "long"
    FOREIGN = "foreign"
    """A character that no key has: ``1``, ``B``, ``I``, ``O``, or none of Bech32 at all."""
    WRONG = "wrong"
    """All characters are there, and the checksum does not fit."""
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class TypedSpare:
    """``groups`` are those to be compared with the paper, as (number from 1, its characters)."""

    state: Typed
    letters: int
    groups: tuple[tuple[int, str], ...] = ()


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
    plain = _plain(text)
    if len(plain) == SPARE_LETTERS:  # copied from paper without what every key begins with
        plain = f"{_PREFIX}1{plain}"
    try:
        prefix, secret = bech32.decode(plain)
        if prefix != _PREFIX or len(secret) != 32:
            raise ValueError("not a spare root key")
    except ValueError as error:
        raise SoSenError(Code.E_ROOT, str(error), reason="spare") from error
    return Ed25519PrivateKey.from_private_bytes(secret)


def look_at_typed(text: str) -> TypedSpare:
    """What can be told of a spare key as far as it was typed; the prefix may be left out."""
    head, plain = f"{_PREFIX}1", _plain(text)
    secret = "" if head.startswith(plain) else plain.removeprefix(head)
    foreign = tuple(at for at, letter in enumerate(secret) if not bech32.is_letter(letter))
    if foreign:
        return TypedSpare(Typed.FOREIGN, len(secret), _groups_at(secret, foreign))
    if len(secret) == SPARE_LETTERS:
        if is_spare(secret):
            return TypedSpare(Typed.RIGHT, SPARE_LETTERS)
        places = bech32.likely_errors(head + secret)
        return TypedSpare(Typed.WRONG, SPARE_LETTERS, _groups_at(secret, places))
    if len(secret) > SPARE_LETTERS:
        return TypedSpare(Typed.LONG, len(secret))
    return TypedSpare(Typed.SHORT if secret else Typed.EMPTY, len(secret))


def is_spare(text: str) -> bool:
    """Whether ``parse_spare`` reads it."""
    try:
        parse_spare(text)
    except SoSenError:
        return False
    return True


def _groups_at(secret: str, places: tuple[int, ...]) -> tuple[tuple[int, str], ...]:
    numbers = sorted({place // _GROUP for place in places})
    return tuple((one + 1, secret[one * _GROUP : (one + 1) * _GROUP].upper()) for one in numbers)


def _plain(text: str) -> str:
    """Without spaces, lines with ``#`` and capital letters."""
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
    return "".join("".join(lines).split()).lower()
