"""A key written by any other program that follows the public standard of Bech32 is read, and no other text.

All strings of the section "Test vectors" of BIP 173 (Pieter Wuille, Greg Maxwell; 2-clause BSD licence).
"""

from __future__ import annotations

import pytest

from desktop.bundle import bech32

LONGEST = "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio"

VALID = {
    "A12UEL5L": ("a", ""),
    "a12uel5l": ("a", ""),
    LONGEST + "1tt5tgs": (LONGEST, ""),
    "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw": ("abcdef", "00443214c74254b635cf84653a56d7c675be77df"),
    "11" + "q" * 82 + "c8247j": ("1", "00" * 51),
    "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w": (
        "split",
        "c5f38b70305f519bf66d85fb6cf03058f3dde463ecd7918f2dc743918f2d",
    ),
    "?1ezyfcl": ("?", ""),
}

INVALID = {
    "\x201nwldj5": "not in a prefix",
    "\x7f1axkwrx": "not in a prefix",
    "\x801eym55h": "not in a prefix",
    "an84characterslonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1569pvx": "too long",
    "pzry9x0s0muk": "no separator",
    "1pzry9x0s0muk": "no prefix",
    "x1b4n0q5v": "not in the data",
    "li1dgmt3": "checksum too short",
    "de1lg7wt\xff": "not in the checksum",
    "A1G7SGD8": "checksum of the upper-case prefix",
    "10a06t8": "no prefix",
    "1qzzfhee": "no prefix",
}

PROGRAMS = {
    "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4": "751e76e8199196d454941c45d1b3a323f1433bd6",
    "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7": (
        "1863143c14c5166804bd19203356da136c985678cd4d27a1b8c6329604903262"
    ),
    "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7k7grplx": (
        "751e76e8199196d454941c45d1b3a323f1433bd6751e76e8199196d454941c45d1b3a323f1433bd6"
    ),
    "BC1SW50QA3JX3S": "751e",
    "bc1zw508d6qejxtdg4y5r3zarvaryvg6kdaj": "751e76e8199196d454941c45d1b3a323",
    "tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy": (
        "000000c4a5cad46221b2a187905e5266362b99d5e91c6ce24d165dab93e86433"
    ),
}
"""Addresses: one group for a version, then bytes in groups of five bits like those of a key."""

WRONG_PADDING = {
    "bc1zw508d6qejxtdg4y5r3zarvaryvqyzf3du": "more than four bits",
    "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3pjxtptv": "not zero",
}

WRONG_TEXT = {
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5": "checksum",
    "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sL5k7": "mixed case",
}

OF_ADDRESSES_ONLY = [
    "tc1qw508d6qejxtdg4y5r3zarvary0c5xw7kg3g4ty",
    "BC13W508D6QEJXTDG4Y5R3ZARVARY0C5XW7KN40WF2",
    "bc1rw5uspcuh",
    "bc10w508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kw5rljs90",
    "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
    "bc1gmk9yu",
]
"""The other six of the ten bad addresses break rules of addresses alone (prefix, version, length of the
program, no program); as Bech32 they are right, so they say nothing about keys."""


def checked(text: str) -> int:
    """What the checksum comes to; 1 where it is right."""
    prefix, _one, rest = text.lower().rpartition("1")
    return bech32._polymod([*bech32._expand(prefix), *map(bech32._CHARSET.index, rest)])


def groups(address: str) -> list[int]:
    """The groups of five bits between the version of an address and its checksum."""
    return [bech32._CHARSET.index(letter) for letter in address.lower().rpartition("1")[2]][1:-6]


@pytest.mark.parametrize("text", VALID)
def test_a_valid_text_is_read_and_written_again(text: str) -> None:
    prefix, data = VALID[text]
    assert bech32.decode(text) == (prefix, bytes.fromhex(data))
    assert bech32.encode(prefix, bytes.fromhex(data)) == text.lower()


@pytest.mark.parametrize("text", [*INVALID, *WRONG_TEXT])
def test_an_invalid_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        bech32.decode(text)


@pytest.mark.parametrize("address", PROGRAMS)
def test_bytes_are_put_together_as_the_standard_does(address: str) -> None:
    assert bytes(bech32._regroup(groups(address), 5, 8, pad=False)).hex() == PROGRAMS[address]


@pytest.mark.parametrize("address", WRONG_PADDING)
def test_wrong_padding_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="padding"):
        bech32._regroup(groups(address), 5, 8, pad=False)


def test_the_checksums_of_all_addresses_are_right_but_those_said_to_be_wrong() -> None:
    assert {checked(text) for text in [*PROGRAMS, *WRONG_PADDING, *OF_ADDRESSES_ONLY]} == {1}
    assert checked("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5") != 1
