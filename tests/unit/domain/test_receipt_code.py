"""A code read over the phone closes one bundle or none: a slip of the tongue or finger is always noticed."""

from __future__ import annotations

import itertools
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.receipt_code import (
    ALPHABET,
    LENGTH,
    CodeFault,
    InvalidReceiptError,
    format_receipt,
    read_receipt,
    receipt_code,
)

BUNDLE, HASH, DISTRICT = "0190f0c2b5e87d3a9c41f2a8d07b6e13", "5f" * 32, "872-19810105"
CODES = [receipt_code(f"{n:032x}", f"{n * n:064x}", DISTRICT, n) for n in range(1, 60)]


def refused(text: str) -> CodeFault:
    with pytest.raises(InvalidReceiptError) as caught:
        read_receipt(text)
    return caught.value.fault


def test_a_code_has_ten_characters_and_reads_back_as_it_was_said() -> None:
    for code in CODES:
        assert len(code) == LENGTH == 10
        assert read_receipt(code) == code
        assert read_receipt(format_receipt(code)) == code
    assert format_receipt("K4M7P29R1X") == "K4M-7P2-9R1X"


def test_any_one_wrong_character_is_refused() -> None:
    """Every place, every other character of the alphabet, for many codes."""
    for code, place, wrong in itertools.product(CODES, range(LENGTH), ALPHABET):
        if wrong != code[place]:
            assert refused(code[:place] + wrong + code[place + 1 :]) is CodeFault.CHECK


def test_any_two_neighbours_swapped_are_refused() -> None:
    for code, place in itertools.product(CODES, range(LENGTH - 1)):
        first, second = code[place], code[place + 1]
        if first != second:
            assert refused(code[:place] + second + first + code[place + 2 :]) is CodeFault.CHECK


def test_no_code_of_all_there_are_lies_within_two_characters_of_another() -> None:
    """The proof for every code, not only those tried: the sums are linear, so differences decide.

    A wrong character changes a sum by d, two by d and e, with d and e not 0.  Were both sums still zero, the
    wrong code would pass; no such pair exists, at no two places and for no differences.
    """
    size = len(ALPHABET)
    nonzero = range(1, size)
    assert all(size % divisor for divisor in range(2, size))
    for (i, j), d, e in itertools.product(itertools.combinations(range(1, 11), 2), nonzero, nonzero):
        assert ((d + e) % size, (i * d + j * e) % size) != (0, 0)


@pytest.mark.parametrize("typed", [*string.ascii_uppercase, *string.ascii_lowercase, *string.digits])
def test_a_letter_typed_in_place_of_another_never_passes(typed: str) -> None:
    """Also letters that no code has: they are read as the digit they look like, or refused."""
    looks_like = dict(zip("OQILZSGB", "00112568", strict=True))
    meant = looks_like.get(typed.upper(), typed.upper())
    for code, place in itertools.product(CODES[:10], range(LENGTH)):
        text = code[:place] + typed + code[place + 1 :]
        if meant == code[place]:
            assert read_receipt(text) == code
        else:
            refused(text)


def test_the_code_of_one_bundle_is_never_that_of_one_of_the_next_eighteen() -> None:
    """Whatever the hashes do: the number stands in the first character."""
    for n in range(1, 200):
        firsts = {receipt_code(BUNDLE, HASH, DISTRICT, other)[0] for other in range(n, n + 19)}
        assert len(firsts) == 19


def test_the_code_depends_on_bundle_content_receiver_and_number() -> None:
    code = receipt_code(BUNDLE, HASH, DISTRICT, 6)
    others = [
        receipt_code(BUNDLE[:-1] + "4", HASH, DISTRICT, 6),
        receipt_code(BUNDLE, HASH[:-1] + "0", DISTRICT, 6),
        receipt_code(BUNDLE, HASH, "30067-19840306", 6),
        receipt_code(BUNDLE, HASH, DISTRICT, 7),
    ]
    assert len({code, *others}) == 5


def test_a_code_stays_the_same_in_every_version() -> None:
    """Two offices need not have the same version of the program."""
    assert receipt_code(BUNDLE, HASH, DISTRICT, 6) == "6616X74H7F"


@pytest.mark.parametrize(
    "typed", ["{a}-{b}-{c}", "{a} {b} {c}", " {a}{b}{c} ", "{a}.{b}.{c}", "{a} – {b} – {c}\n"]
)
def test_small_letters_spaces_and_groups_are_forgiven(typed: str) -> None:
    for code in CODES:
        text = typed.format(a=code[:3], b=code[3:6], c=code[6:])
        assert read_receipt(text) == read_receipt(text.lower()) == code


def test_look_alikes_are_read_as_what_they_look_like() -> None:
    code = next(code for code in CODES if "0" in code)
    assert read_receipt(code.replace("0", "O")) == read_receipt(code.replace("0", "o")) == code
    code = next(code for code in CODES if "1" in code)
    assert read_receipt(code.replace("1", "I")) == read_receipt(code.replace("1", "l")) == code


def test_unikey_left_on_changes_no_code() -> None:
    """Telex and VNI put marks on vowels, D and W only; a code has none of them."""
    assert not set("AEIOUYDW") & set(ALPHABET)
    assert not set("OQILZSGB") & set(ALPHABET)


def test_why_a_text_is_no_code_is_told() -> None:
    assert refused("  - ") is CodeFault.EMPTY
    assert refused(CODES[0][:9]) is CodeFault.LENGTH
    assert refused(CODES[0] + "0") is CodeFault.LENGTH
    assert refused(CODES[0][:9] + "Đ") is CodeFault.CHARACTER


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_code_or_refused(text: str) -> None:
    try:
        code = read_receipt(text)
    except InvalidReceiptError:
        return
    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
