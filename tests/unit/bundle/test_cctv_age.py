"""What any age program must take is taken, what it must refuse is refused: all 143 public vectors.

So what any program seals by the specification is opened here, and a file that breaks a rule of it is
refused with a code, whoever made it.
"""

from __future__ import annotations

import io
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.bundle import age
from desktop.bundle.age_keys import Identity, parse_identity
from desktop.bundle.reader import open_bundle
from desktop.domain.errors import Code, SoSenError
from tests.helpers.bundle_kit import OFFICE, OFFICE_KEYS, REGISTRY
from tests.helpers.cctv_age import AgeVector, all_vectors, may_be_delivered

VECTORS = {vector.name: vector for vector in all_vectors()}
EXPECTED = {
    "no match": Code.E_NOTFORME,
    "HMAC failure": Code.E_DAMAGED,
    "header failure": Code.E_DAMAGED,
    "payload failure": Code.E_DAMAGED,
}

ARMOURED = [
    "armor_crlf",
    "armor_empty",
    "armor_empty_last_line",
    "armor_empty_line_begin",
    "armor_empty_line_end",
    "armor_eol_between_padding",
    "armor_full_last_line",
    "armor_garbage_encoded",
    "armor_garbage_leading",
    "armor_garbage_trailing",
    "armor_header_crlf",
    "armor_headers",
    "armor_hybrid",
    "armor_invalid_character_header",
    "armor_invalid_character_payload",
    "armor_long_line",
    "armor_lowercase",
    "armor_no_end_line",
    "armor_no_eol",
    "armor_no_match",
    "armor_no_padding",
    "armor_not_canonical",
    "armor_pgp_checksum",
    "armor_scrypt",
    "armor_short_line",
    "armor_whitespace_begin",
    "armor_whitespace_end",
    "armor_whitespace_eol",
    "armor_whitespace_last_line",
    "armor_whitespace_line_start",
    "armor_whitespace_outside",
    "armor_wrong_type",
    "armor_x25519",
]
"""A bundle is binary: text, whatever is in it, is no bundle (FORMAT.md, section 4)."""

PASSPHRASE_ALONE = [
    "scrypt",
    "scrypt_bad_tag",
    "scrypt_extra_argument",
    "scrypt_long_file_key",
    "scrypt_no_match",
    "scrypt_not_canonical_salt",
    "scrypt_salt_long",
    "scrypt_salt_missing",
    "scrypt_salt_short",
    "scrypt_uppercase",
    "scrypt_work_factor_23",
    "scrypt_work_factor_hex",
    "scrypt_work_factor_leading_garbage",
    "scrypt_work_factor_leading_plus",
    "scrypt_work_factor_leading_zero_decimal",
    "scrypt_work_factor_leading_zero_octal",
    "scrypt_work_factor_missing",
    "scrypt_work_factor_negative",
    "scrypt_work_factor_overflow",
    "scrypt_work_factor_trailing_garbage",
    "scrypt_work_factor_wrong",
    "scrypt_work_factor_zero",
]
"""Passphrases are not used: their stanza is one of another type, whatever is in it, and fits no key."""

PASSPHRASE_MALFORMED = ["scrypt_and_x25519", "scrypt_double", "scrypt_not_canonical_body"]
"""Beside another stanza, or with base64 that no stanza may have: refused as everywhere."""

POST_QUANTUM = [
    "hybrid",
    "hybrid_and_x25519",
    "hybrid_bad_tag",
    "hybrid_currupted_enc_mlkem",
    "hybrid_currupted_enc_x25519",
    "hybrid_extra_argument",
    "hybrid_grease",
    "hybrid_identity",
    "hybrid_long_file_key",
    "hybrid_long_share",
    "hybrid_low_order",
    "hybrid_multiple_recipients",
    "hybrid_no_match",
    "hybrid_not_canonical_enc",
    "hybrid_short_share",
    "hybrid_uppercase",
]
"""Post-quantum keys are not used: their stanza is one of another type and fits no key."""

POST_QUANTUM_MALFORMED = ["hybrid_not_canonical_body", "hybrid_x25519_arg"]
"""With base64 that no stanza may have, or with a malformed X25519 stanza: refused as everywhere."""

NOT_USED = {
    **dict.fromkeys(ARMOURED, Code.E_DAMAGED),
    **dict.fromkeys(PASSPHRASE_ALONE, Code.E_NOTFORME),
    **dict.fromkeys(PASSPHRASE_MALFORMED, Code.E_DAMAGED),
    **dict.fromkeys(POST_QUANTUM, Code.E_NOTFORME),
    **dict.fromkeys(POST_QUANTUM_MALFORMED, Code.E_DAMAGED),
}
"""The vectors of features that bundle/1 does not use, and the code for each."""

USED = sorted(set(VECTORS) - set(NOT_USED))
TAKEN = [name for name in USED if VECTORS[name].expect == "success"]
REFUSED = sorted(set(VECTORS) - set(TAKEN))
BROKEN_PAYLOAD = [name for name in USED if VECTORS[name].expect == "payload failure"]
BROKEN_IN_THE_MIDDLE = "stream_two_final_chunks_second"
"""First and last chunk are good, so the reader, which looks at the end first, meets the fault on its way."""
BROKEN_AT_THE_BEGINNING = "stream_two_final_chunks_full"
"""The last chunk is good; that it holds no ZIP's end is noticed before the first one is looked at."""


def identities(vector: AgeVector) -> list[Identity]:
    """The X25519 keys of the vector; where it has none, a reader's own."""
    ours = [one for one in vector.identities if not one.startswith("AGE-SECRET-KEY-PQ-1")]
    return [parse_identity(one) for one in ours] or [OFFICE_KEYS.sealing]


def read(vector: AgeVector) -> tuple[Code | None, bytes]:
    """The code of the refusal, if any, and what was delivered before it."""
    delivered = bytearray()
    try:
        stream = age.unseal(io.BytesIO(vector.data), len(vector.data), identities(vector))
        for piece in stream.pieces(0, stream.size):
            delivered += piece
    except SoSenError as error:
        return error.code, bytes(delivered)
    return None, bytes(delivered)


def code_for(vector: AgeVector) -> Code:
    return NOT_USED.get(vector.name) or EXPECTED[vector.expect]


def test_no_vector_is_left_out() -> None:
    assert len(VECTORS) == 143
    assert set(NOT_USED) <= set(VECTORS)
    assert (len(ARMOURED), len(PASSPHRASE_ALONE + PASSPHRASE_MALFORMED)) == (33, 25)
    assert (len(POST_QUANTUM + POST_QUANTUM_MALFORMED), len(USED)) == (18, 67)
    assert Counter(VECTORS[name].expect for name in USED) == {
        "success": 14,
        "no match": 3,
        "HMAC failure": 1,
        "header failure": 31,
        "payload failure": 18,
    }


def test_only_vectors_of_features_not_used_are_judged_apart() -> None:
    binary = {name: vector for name, vector in VECTORS.items() if not vector.armoured}
    assert set(ARMOURED) == set(VECTORS) - set(binary)
    assert {*PASSPHRASE_ALONE, *PASSPHRASE_MALFORMED} == {
        name for name, vector in binary.items() if vector.has_passphrase
    }
    assert {*POST_QUANTUM, *POST_QUANTUM_MALFORMED} == {
        name for name, vector in binary.items() if any("-PQ-1" in one for one in vector.identities)
    }


@pytest.mark.parametrize("name", TAKEN)
def test_a_good_file_is_read_to_its_last_byte(name: str) -> None:
    code, delivered = read(VECTORS[name])
    assert (code, sha256(delivered).hexdigest()) == (None, VECTORS[name].payload)


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_file_is_refused_with_its_code(name: str) -> None:
    code, delivered = read(VECTORS[name])
    assert code is code_for(VECTORS[name])
    assert bool(delivered) == (name == BROKEN_IN_THE_MIDDLE)


@pytest.mark.parametrize("name", BROKEN_PAYLOAD)
def test_nothing_is_delivered_beyond_what_the_vector_allows(name: str) -> None:
    _code, delivered = read(VECTORS[name])
    assert may_be_delivered(VECTORS[name]).startswith(delivered)


@pytest.mark.parametrize("name", sorted(VECTORS))
def test_no_file_of_them_becomes_a_bundle_or_leaves_something_behind(name: str, tmp_path: Path) -> None:
    """The whole way a clerk goes: a file on the stick, and a code that has a sentence."""
    vector, spool = VECTORS[name], tmp_path / "spool"
    spool.mkdir()
    (tmp_path / "a.goi").write_bytes(vector.data)
    not_a_zip = name in TAKEN or name == BROKEN_AT_THE_BEGINNING
    with pytest.raises(SoSenError) as caught:
        open_bundle(
            tmp_path / "a.goi",
            identities=identities(vector),
            trust=REGISTRY,
            me=frozenset({OFFICE}),
            spool=spool,
        )
    assert caught.value.code is (Code.E_FORMAT if not_a_zip else code_for(vector))
    assert list(spool.iterdir()) == []
