"""The ten characters that say over the phone: this very bundle was taken (sync.md 6.5, product.md rank 7).

Eight characters follow from the bundle, two are there to check.  With the alphabet of 19 (a prime) the ten
are a code of distance 3 over the numbers modulo 19, so one wrong character, any two wrong ones, and any two
swapped are always noticed.  The first character is the bundle's number modulo 19: the code of one bundle
can never be that of the next.  The others come from the bundle's id, the hash of its file and the receiver.

The alphabet has no letter that looks like a digit.  It also has no vowel, D or W: a keyboard program for
Vietnamese that is left on changes nothing of what is typed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from hashlib import sha256 as new_hash

ALPHABET = "0123456789FHKMPRTVX"
_SIZE = len(ALPHABET)
_DATA, _WHOLE = 8, 10
LENGTH = _WHOLE
_GROUPS = (3, 6)
_DOMAIN = b"receipt@sosen"
_TAKEN_FOR = str.maketrans("OQILZSGB", "00112568")
"""Letters outside the alphabet → the digit they look like."""
_IGNORED = frozenset(" -–—.·_/")


class CodeFault(StrEnum):
    """Why a text is no receipt code."""

    EMPTY = "empty"
    LENGTH = "length"
    CHARACTER = "character"
    """A character that no code has."""
    CHECK = "check"
    """A character is wrong, or two are swapped."""


class InvalidReceiptError(ValueError):
    """A text that is no receipt code; ``fault`` says why."""

    def __init__(self, fault: CodeFault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def receipt_code(bundle: str, sha256: str, receiver: str, n: int) -> str:
    """The code of a bundle, from its id, the SHA-256 of its file (both hexadecimal), receiver and number.

    Both sides compute it; it needs no key, so it tells a sender what arrived and proves nothing to others.
    """
    digest = new_hash(b"\0".join([_DOMAIN, bundle.encode(), sha256.encode(), receiver.encode(), b"%d" % n]))
    number = int.from_bytes(digest.digest(), "big")
    values = [n % _SIZE]
    while len(values) < _DATA:
        number, value = divmod(number, _SIZE)
        values.append(value)
    return "".join(ALPHABET[value] for value in [*values, *_checks(values)])


def _checks(values: Sequence[int]) -> tuple[int, int]:
    """The two characters that make both sums of the ten zero: the plain one and that weighted by place."""
    plain = sum(values)
    weighted = sum(place * value for place, value in enumerate(values, start=1))
    # With a at place 9 and b at place 10: a + b = -plain and 9a + 10b = -weighted, all modulo 19.
    last = (9 * plain - weighted) % _SIZE
    return (-plain - last) % _SIZE, last


def format_receipt(code: str) -> str:
    """A code in groups for the eye and the phone: ``K4M-7P2-9R1X``."""
    first, second = _GROUPS
    return f"{code[:first]}-{code[first:second]}-{code[second:]}"


def read_receipt(text: str) -> str:
    """A code as somebody typed it: groups, spaces, small letters and look-alikes (O for 0) are forgiven.

    Raises ``InvalidReceiptError``.
    """
    plain = unicodedata.normalize("NFKC", text).upper().translate(_TAKEN_FOR)
    code = "".join(character for character in plain if character not in _IGNORED and not character.isspace())
    if not code:
        raise InvalidReceiptError(CodeFault.EMPTY)
    if any(character not in ALPHABET for character in code):
        raise InvalidReceiptError(CodeFault.CHARACTER)
    if len(code) != _WHOLE:
        raise InvalidReceiptError(CodeFault.LENGTH)
    values = [ALPHABET.index(character) for character in code]
    if tuple(values[_DATA:]) != _checks(values[:_DATA]):
        raise InvalidReceiptError(CodeFault.CHECK)
    return code
