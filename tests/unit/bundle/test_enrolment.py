"""A request says who asks and cannot be changed on its way; its digits are the same for everybody."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from hypothesis import given
from hypothesis import strategies as st

from desktop.bundle import bech32
from desktop.bundle.digits import all_digits_fit, device_digits, digits_fit, roots_digits, roots_qr_text
from desktop.bundle.enrolment import parse_request, request_file, request_of
from desktop.bundle.spare_key import Typed, look_at_typed, new_spare, parse_spare, spare_groups, spare_text
from desktop.bundle.unit_file import parse_unit_file, unit_file
from desktop.domain.errors import Code, SoSenError
from tests.helpers.bundle_kit import COMMUNE, COMMUNE_KEYS, FALSE_ROOT, OFFICE, ROOT
from tests.vectors.request_vectors import FOLDER, REQUEST, VECTORS, differences

INDEX: dict[str, Any] = json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))
DIGITS = "1234 5678 9012 3456 7890 1234"


def reckoned(keys: bytes, salt: bytes) -> str:
    """The digits as section 15 says them, with another scrypt."""
    secret = Scrypt(salt=salt, length=32, n=32768, r=8, p=1).derive(keys)
    number = 0
    for byte in secret:
        number = number * 256 + byte
    text = str(number).rjust(24, "0")[-24:]
    return " ".join(text[at : at + 4] for at in (0, 4, 8, 12, 16, 20))


def raw(line: str) -> bytes:
    return base64.b64decode(line.split(" ")[1])[-32:]


def test_the_kept_requests_are_those_that_are_made() -> None:
    assert differences() == []


@pytest.mark.parametrize("name", list(VECTORS))
def test_every_request_gets_its_code(name: str) -> None:
    expect = next(one["expect"] for one in INDEX["vectors"] if one["file"] == name)
    data = (FOLDER / name).read_bytes()
    if expect == "OK":
        assert parse_request(data).device == COMMUNE_KEYS.device
        return
    with pytest.raises(SoSenError) as refused:
        parse_request(data)
    assert (str(refused.value.code), refused.value.params["reason"]) == (expect, "request")


def test_a_request_is_read_as_it_was_written() -> None:
    assert parse_request(request_file(REQUEST, COMMUNE_KEYS)) == REQUEST
    assert REQUEST.device == COMMUNE_KEYS.device
    assert REQUEST.file_name == "30067-may1.phieu"


@given(st.integers(0, len(VECTORS["ok.phieu"][2]) - 1), st.integers(1, 255))
def test_no_changed_byte_is_taken(at: int, flip: int) -> None:
    data = bytearray(VECTORS["ok.phieu"][2])
    data[at] ^= flip
    with pytest.raises(SoSenError):
        parse_request(bytes(data))


@given(st.binary(max_size=600))
def test_any_bytes_are_refused_with_a_code(data: bytes) -> None:
    with pytest.raises(SoSenError):
        parse_request(data)
    with pytest.raises(SoSenError):
        parse_unit_file(data)


def test_digits_are_those_of_the_specification() -> None:
    for one in INDEX["digits"]:
        _prefix, seal = bech32.decode(one["seal"])
        assert one["digits"] == device_digits(one["sign"], one["seal"])
        assert one["digits"] == reckoned(raw(one["sign"]) + seal, b"request@sosen")
        assert one["qr"] == f"SOSEN/MAY/{COMMUNE}/MAY1/{one['digits'].replace(' ', '')}"
    for one in INDEX["roots"]:
        keys = b"".join(sorted(raw(line) for line in one["roots"]))
        assert one["digits"] == roots_digits(one["roots"]) == reckoned(keys, b"registry@sosen")


def test_the_order_of_the_roots_does_not_matter() -> None:
    lines = [request_of(COMMUNE_KEYS, COMMUNE, "may1").sign, *INDEX["roots"][0]["roots"]]
    assert roots_digits(lines) == roots_digits(lines[::-1])
    assert roots_qr_text(OFFICE, DIGITS) == f"SOSEN/GOC/{OFFICE}/123456789012345678901234"


@pytest.mark.parametrize(
    "typed", ["7890 1234", "78901234", " 7890-1234 ", "7890.1234", DIGITS, "123456789012345678901234"]
)
def test_digits_are_taken_however_they_are_grouped(typed: str) -> None:
    assert digits_fit(DIGITS, typed)
    assert all_digits_fit(DIGITS, typed) == (len(typed) > 20)


@pytest.mark.parametrize(
    "typed", ["", "1234", "7890 1235", "1234 5678", "7890 12345", "٧٨٩٠ ١٢٣٤", "3456 7890 1234", "x7890 1234"]
)
def test_other_digits_never_fit(typed: str) -> None:
    assert not digits_fit(DIGITS, typed)
    assert not all_digits_fit(DIGITS, typed)


@given(st.integers(0, 7), st.integers(1, 9))
def test_one_wrong_digit_never_fits(at: int, more: int) -> None:
    typed = list("78901234")
    typed[at] = str((int(typed[at]) + more) % 10)
    assert not digits_fit(DIGITS, "".join(typed))


def test_a_spare_key_survives_paper() -> None:
    key = new_spare()
    text = spare_text(key)
    assert text.startswith("SOSEN-GOC-1")
    groups = " ".join(text[at : at + 4] for at in range(0, len(text), 4)).lower()
    for written in (text, groups, f"# So Sen\n{text}\n", f"{text[:30]}\n{text[30:]}"):
        assert parse_spare(written).private_bytes_raw() == key.private_bytes_raw()


def test_a_spare_key_is_copied_in_short_groups() -> None:
    """Seventy characters in a row lose the place where the hand was; groups of four do not, and are read."""
    text = spare_text(ROOT)
    head, *groups = spare_groups(text).split(" ")
    assert head == "SOSEN-GOC-1"
    assert {len(group) for group in groups[:-1]} == {4}
    assert parse_spare(spare_groups(text)).private_bytes_raw() == ROOT.private_bytes_raw()


@given(st.integers(11, 68), st.sampled_from("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"))
def test_a_wrong_letter_of_a_spare_key_is_found(at: int, letter: str) -> None:
    text = spare_text(ROOT)
    wrong = text[:at] + letter + text[at + 1 :]
    if wrong != text:
        with pytest.raises(SoSenError) as refused:
            parse_spare(wrong)
        assert refused.value.code is Code.E_ROOT


def test_a_key_of_another_kind_is_no_spare_key() -> None:
    for text in (COMMUNE_KEYS.sealing.text, "", "SOSEN-GOC-1", spare_text(FALSE_ROOT)[:-7]):
        with pytest.raises(SoSenError):
            parse_spare(text)


def test_a_list_of_units_is_read_as_it_was_written() -> None:
    units = [(OFFICE, "Huyện Tháp Mười"), (COMMUNE, "Xã Phú Điền")]
    assert parse_unit_file(unit_file(OFFICE, units)) == (OFFICE, units)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ((b"units/1", b"units/2"), Code.E_NEWER),
        ((b"units/1", b"list/1"), Code.E_FORMAT),
        ((b"872-", b"872/"), Code.E_FORMAT),
        ((b"}]", b"} ]"), Code.E_FORMAT),
        ((b"units", b"x" * 2**20), Code.E_LIMIT),
    ],
)
def test_another_list_of_units_is_refused(change: tuple[bytes, bytes], code: Code) -> None:
    data = unit_file(OFFICE, [(OFFICE, "Huyện Tháp Mười")])
    with pytest.raises(SoSenError) as refused:
        parse_unit_file(data.replace(*change))
    assert (refused.value.code, refused.value.params["reason"]) == (code, "units")


def mistyped(groups: list[str], *places: tuple[int, int]) -> str:
    """Another letter that a key may have, at these (group from 1, place in it)."""
    changed = [*groups]
    for group, at in places:
        old = changed[group - 1]
        changed[group - 1] = old[:at] + ("Q" if old[at] != "Q" else "P") + old[at + 1 :]
    return " ".join(changed)


@pytest.mark.parametrize("group", range(1, 16))
def test_a_mistyped_letter_is_told_by_its_group(group: int) -> None:
    """Whoever types 58 letters from paper is not sent to look through all of them."""
    groups = spare_groups(spare_text(ROOT)).split(" ")[1:]
    typed = look_at_typed(mistyped(groups, (group, 1)))
    assert typed.state is Typed.WRONG
    assert [number for number, _letters in typed.groups] == [group]


def test_two_mistyped_letters_are_told_by_their_groups_and_three_by_none() -> None:
    """Two can be found for certain; of more nobody can say where they stand, and nothing is guessed."""
    groups = spare_groups(spare_text(ROOT)).split(" ")[1:]
    two = look_at_typed(mistyped(groups, (3, 0), (11, 2)))
    assert [number for number, _letters in two.groups] == [3, 11]
    three = look_at_typed(mistyped(groups, (3, 0), (7, 3), (11, 2)))
    assert three.state is Typed.WRONG
    assert not {3, 7, 11} <= {number for number, _letters in three.groups}


def test_a_letter_that_no_key_has_is_told_at_once() -> None:
    """O for 0, I for L: the commonest slips, told while the rest is still to be typed."""
    typed = look_at_typed("GNFX UTO9 J5")
    assert (typed.state, typed.groups) == (Typed.FOREIGN, ((2, "UTO9"),))


def test_a_spare_key_may_be_typed_with_or_without_its_beginning() -> None:
    text = spare_text(ROOT)
    secret = text.removeprefix("SOSEN-GOC-1")
    for written in (text, secret, secret.lower(), spare_groups(text), f"# tờ trong két\n{text}\n"):
        assert look_at_typed(written).state is Typed.RIGHT
        assert parse_spare(written).private_bytes_raw() == ROOT.private_bytes_raw()
    for part, state in (("", Typed.EMPTY), ("SOSEN-", Typed.EMPTY), (text[:-1], Typed.SHORT)):
        assert look_at_typed(part).state is state
    assert look_at_typed(text + "Q").state is Typed.LONG
