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
        check = _step(check, value)
    return check


def _step(check: int, value: int) -> int:
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


def is_letter(character: str) -> bool:
    """Whether a character may stand after the prefix."""
    return character in _CHARSET


def likely_errors(text: str) -> tuple[int, ...]:
    """Where, after the prefix, the one or two wrong characters of a lower-case text stand.

    Empty when the checksum fits, or when more than two are wrong: nobody can tell then.  Only to be shown:
    what stands on paper decides, never what would make the checksum fit (BIP 173).
    """
    prefix, _separator, rest = text.rpartition("1")
    values = [_CHARSET.find(letter) for letter in rest]
    wrong = _polymod([*_expand(prefix), *values]) ^ 1
    if -1 in values or not wrong:
        return ()
    caused = _single_errors(len(values))
    if wrong in caused:
        return (caused[wrong],)
    for one, place in caused.items():
        other = caused.get(wrong ^ one)
        if other is not None and other != place:
            return tuple(sorted((place, other)))
    return ()


def _single_errors(length: int) -> dict[int, int]:
    """What each single wrong character adds to the checksum of a text, and where it stands."""
    caused: dict[int, int] = {}
    for difference in range(1, 32):
        added = difference
        for place in reversed(range(length)):
            caused[added] = place
            added = _step(added, 0)
    return caused
