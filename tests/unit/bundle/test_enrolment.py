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
from desktop.bundle.digits import device_digits, digits_fit, roots_digits, roots_qr_text
from desktop.bundle.enrolment import parse_request, request_file, request_of
from desktop.bundle.spare_key import new_spare, parse_spare, spare_groups, spare_text
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


@pytest.mark.parametrize(
    "typed", ["", "1234", "7890 1235", "1234 5678", "7890 12345", "٧٨٩٠ ١٢٣٤", "3456 7890 1234", "x7890 1234"]
)
def test_other_digits_never_fit(typed: str) -> None:
    assert not digits_fit(DIGITS, typed)


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
