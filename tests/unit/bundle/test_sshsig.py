"""A signature says who sent a bundle; one that is changed, moved or of another kind says nothing."""

from __future__ import annotations

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from hypothesis import given
from hypothesis import strategies as st

from desktop.bundle import sshsig
from desktop.domain.errors import Code, SoSenError
from tests.helpers.bundle_kit import COMMUNE_KEYS

KEY = COMMUNE_KEYS.signing
NAMESPACE = "bundle@sosen"


def refused(message: bytes, signature: bytes, namespace: str = NAMESPACE) -> bool:
    with pytest.raises(SoSenError) as caught:
        sshsig.verify(message, signature, namespace)
    return caught.value.code is Code.E_SIG


@given(st.binary(max_size=300))
def test_a_signature_names_its_key(message: bytes) -> None:
    assert sshsig.verify(message, sshsig.sign(message, KEY, NAMESPACE), NAMESPACE) == COMMUNE_KEYS.public_key


def test_it_holds_for_one_message_and_one_purpose() -> None:
    signature = sshsig.sign(b"message", KEY, NAMESPACE)
    assert refused(b"massage", signature)
    assert refused(b"message", signature, "registry@sosen")


def test_no_changed_byte_goes_unnoticed() -> None:
    signature = sshsig.sign(b"message", KEY, NAMESPACE)
    for position in range(len(signature)):
        changed = signature[:position] + bytes([signature[position] ^ 1]) + signature[position + 1 :]
        assert refused(b"message", changed), position


def test_no_cut_goes_unnoticed() -> None:
    signature = sshsig.sign(b"message", KEY, NAMESPACE)
    assert all(refused(b"message", signature[:end]) for end in range(len(signature)))


def rewrapped(change: bytes, by: bytes) -> bytes:
    """A signature with ``change`` replaced within its binary form."""
    lines = sshsig.sign(b"message", KEY, NAMESPACE).splitlines()
    blob = base64.b64decode(b"".join(lines[1:-1])).replace(change, by, 1)
    text = base64.b64encode(blob)
    rows = [text[i : i + 70] for i in range(0, len(text), 70)]
    return b"\n".join([lines[0], *rows, lines[-1], b""])


@pytest.mark.parametrize(
    ("change", "by"),
    [
        (b"SSHSIG", b"SSHSIH"),
        (b"\0\0\0\1", b"\0\0\0\2"),
        (b"ssh-ed25519", b"ssh-ed25518"),
        (b"\0\0\0\6sha512", b"\0\0\0\6sha256"),
        (b"\0\0\0\0\0\0\0\6sha512", b"\0\0\0\1x\0\0\0\6sha512"),
        (b"bundle@sosen", b"bundle@soseN"),
        (b"\0\0\0\x0cbundle", b"\xff\xff\xff\xffbundle"),
    ],
    ids=["magic", "version", "kind of key", "hash", "reserved", "namespace", "length"],
)
def test_another_kind_of_signature_is_refused(change: bytes, by: bytes) -> None:
    assert refused(b"message", rewrapped(change, by))


def test_the_form_of_the_test_above_is_right() -> None:
    assert rewrapped(b"x" * 99, b"") == sshsig.sign(b"message", KEY, NAMESPACE)


def test_a_private_key_file_is_read_again() -> None:
    again = sshsig.parse_private_file(sshsig.private_file(KEY))
    assert again.private_bytes_raw() == KEY.private_bytes_raw()


def test_a_private_key_of_another_kind_is_refused() -> None:
    other = generate_private_key(SECP256R1()).private_bytes(
        Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()
    )
    for text in (other, b"", b"-----BEGIN OPENSSH PRIVATE KEY-----\n"):
        with pytest.raises(ValueError, match=r"."):
            sshsig.parse_private_file(text)


def test_a_public_line_is_read_with_and_without_a_remark() -> None:
    line = sshsig.public_line(COMMUNE_KEYS.public_key, "may1 Phú Điền")
    assert sshsig.parse_public_line(line) == COMMUNE_KEYS.public_key
    assert sshsig.parse_public_line(line.rsplit(" ", 3)[0]) == COMMUNE_KEYS.public_key


@pytest.mark.parametrize(
    "line",
    ["", "ssh-ed25519", "ssh-rsa AAAA", "ssh-ed25519 AAAA", "ssh-ed25519 A", "ssh-ed25519 " + "A" * 68],
)
def test_another_text_is_no_public_key(line: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        sshsig.parse_public_line(line)
