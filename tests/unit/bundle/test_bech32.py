"""Keys copied by hand or by mail are either read rightly or refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.bundle import bech32

KEY = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"


@given(st.binary(max_size=80), st.sampled_from(["age", "age-secret-key-", "x"]))
def test_what_is_encoded_is_decoded(data: bytes, prefix: str) -> None:
    text = bech32.encode(prefix, data)
    assert bech32.decode(text) == (prefix, data)
    assert bech32.decode(text.upper()) == (prefix, data)


@given(st.integers(0, len(KEY) - 1), st.sampled_from("023456789acdefghjklmnpqrstuvwxyz1bio"))
def test_one_wrong_letter_is_always_noticed(position: int, letter: str) -> None:
    text = KEY[:position] + letter + KEY[position + 1 :]
    if text != KEY:
        with pytest.raises(ValueError, match=r"."):
            bech32.decode(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "age1",
        KEY.replace("age1", "age"),
        KEY[:-1],
        KEY[:10] + KEY[10:].upper(),
        KEY + "é",
        "\x20" + bech32.encode("x", b"")[1:],
        " " + KEY,
        KEY + "\n",
    ],
)
def test_malformed_texts_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        bech32.decode(text)


def test_padding_that_is_not_zero_is_refused() -> None:
    values = [31, 31]  # ten bits: a byte, and two bits that should be zero
    checked = bech32._polymod([*bech32._expand("age"), *values, *[0] * 6]) ^ 1
    checksum = [checked >> 5 * (5 - i) & 31 for i in range(6)]
    text = "age1" + "".join(bech32._CHARSET[value] for value in [*values, *checksum])
    with pytest.raises(ValueError, match="padding"):
        bech32.decode(text)
