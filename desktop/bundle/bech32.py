"""Bech32 (BIP 173) as age uses it for keys: no limit on the length of the data, one case throughout."""

from __future__ import annotations

_CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM = 6
_LONGEST_PREFIX = 83


def encode(prefix: str, data: bytes) -> str:
    """Encode ``data`` under a lower-case human-readable ``prefix``."""
    values = _regroup(data, 8, 5, pad=True)
    checked = _polymod([*_expand(prefix), *values, *[0] * _CHECKSUM]) ^ 1
    checksum = [checked >> 5 * (_CHECKSUM - 1 - i) & 31 for i in range(_CHECKSUM)]
    return f"{prefix}1" + "".join(_CHARSET[value] for value in [*values, *checksum])


def decode(text: str) -> tuple[str, bytes]:
    """The lower-case prefix and the data of a Bech32 text.

    Raises ``ValueError`` for mixed case, foreign characters, a prefix beyond 83 characters, a wrong
    checksum or padding that is not zero.
    """
    if text not in {text.lower(), text.upper()} or not text.isascii():
        raise ValueError("mixed case or not ASCII")
    prefix, separator, rest = text.lower().rpartition("1")
    if not prefix or not separator or len(rest) < _CHECKSUM:
        raise ValueError("no prefix or no checksum")
    if len(prefix) > _LONGEST_PREFIX or not all(33 <= ord(letter) <= 126 for letter in prefix):
        raise ValueError("a prefix too long, or a character that no prefix has")
    values = [_CHARSET.find(letter) for letter in rest]
    if -1 in values or _polymod([*_expand(prefix), *values]) != 1:
        raise ValueError("wrong checksum")
    return prefix, bytes(_regroup(values[:-_CHECKSUM], 5, 8, pad=False))


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for i, generator in enumerate(_GENERATOR):
            if top >> i & 1:
                check ^= generator
    return check


def _expand(prefix: str) -> list[int]:
    return [ord(letter) >> 5 for letter in prefix] + [0] + [ord(letter) & 31 for letter in prefix]


def _regroup(values: bytes | list[int], old: int, new: int, *, pad: bool) -> list[int]:
    """Turn groups of ``old`` bits into groups of ``new`` bits."""
    accumulator = bits = 0
    result: list[int] = []
    for value in values:
        accumulator = (accumulator << old | value) & 0xFFFFFF
        bits += old
        while bits >= new:
            bits -= new
            result.append(accumulator >> bits & (1 << new) - 1)
    if pad and bits:
        result.append(accumulator << new - bits & (1 << new) - 1)
    elif not pad and (bits >= old or accumulator & (1 << bits) - 1):
        raise ValueError("padding is not zero")
    return result
