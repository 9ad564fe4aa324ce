"""What OpenSSH signs is known here and the other way round, by its own published test files.

All files of ``tests/vectors/openssh-sshsig/`` are used; the Ed25519 signatures below are those of RFC 8032.
"""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from desktop.bundle import sshsig
from desktop.domain.errors import Code, SoSenError

FOLDER = Path(__file__).resolve().parents[2] / "vectors" / "openssh-sshsig" / "testdata"
OTHER_KINDS = ["dsa", "ecdsa", "ecdsa_sk", "ecdsa_sk_webauthn", "ed25519_sk", "rsa"]
WITHOUT_PRIVATE_KEY = "ecdsa_sk_webauthn"
ORDER = 2**252 + 27742317777372353535851937790883648493
"""Of the group of Ed25519; a signature's second half lies below it."""

RFC_8032 = {
    "test 1": (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    "test 2": (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
    "test 3": (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        (
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ),
}


def file(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


DATA, NAMESPACE = file("signed-data"), file("namespace").decode("ascii")
PUBLIC = file("ed25519.pub").decode("ascii").rstrip("\n")
GOOD = file("ed25519.sig")


def refused(message: bytes, signature: bytes, namespace: str = NAMESPACE) -> Code:
    with pytest.raises(SoSenError) as caught:
        sshsig.verify(message, signature, namespace)
    return caught.value.code


def test_no_file_is_left_out() -> None:
    names = {"signed-data", "namespace", "ed25519", "ed25519.pub", "ed25519.sig"}
    for kind in OTHER_KINDS:
        names |= {f"{kind}.pub", f"{kind}.sig", kind}
    assert {path.name for path in FOLDER.iterdir()} == names - {WITHOUT_PRIVATE_KEY}


def test_a_signature_of_openssh_names_its_key() -> None:
    assert sshsig.verify(DATA, GOOD, NAMESPACE) == sshsig.parse_public_line(PUBLIC)


def test_the_same_key_signs_here_to_the_same_bytes() -> None:
    key = sshsig.parse_private_file(file("ed25519"))
    assert sshsig.sign(DATA, key, NAMESPACE) == GOOD
    assert sshsig.public_line(key.public_key().public_bytes_raw(), "ED25519 test key") == PUBLIC


@pytest.mark.parametrize("namespace", ["", "unittes", "unittest2", "Unittest", "file", "bundle@sosen"])
def test_it_holds_for_no_other_purpose(namespace: str) -> None:
    assert refused(DATA, GOOD, namespace) is Code.E_SIG


def test_it_holds_for_no_other_text() -> None:
    flips = [(place, 1 << bit) for place in range(len(DATA)) for bit in range(8)]
    changed = [DATA[:place] + bytes([DATA[place] ^ mask]) + DATA[place + 1 :] for place, mask in flips]
    assert {refused(one, GOOD) for one in [*changed, b"", DATA[:-1], DATA + b"\n"]} == {Code.E_SIG}


def test_no_changed_bit_of_it_goes_unnoticed() -> None:
    flips = [(place, 1 << bit) for place in range(len(GOOD)) for bit in range(8)]
    changed = [GOOD[:place] + bytes([GOOD[place] ^ mask]) + GOOD[place + 1 :] for place, mask in flips]
    assert {refused(DATA, one) for one in changed} == {Code.E_SIG}


def wrapped(blob: bytes) -> bytes:
    """The binary form of a signature, armoured."""
    text = base64.b64encode(blob)
    rows = [text[i : i + 70] for i in range(0, len(text), 70)]
    return b"\n".join([GOOD.splitlines()[0], *rows, GOOD.splitlines()[-1], b""])


def test_its_second_form_is_refused() -> None:
    """Without the rule of RFC 8032, 5.1.7 S + L would do as well as S; nobody may make a twin of a bundle."""
    blob = base64.b64decode(b"".join(GOOD.splitlines()[1:-1]))
    assert wrapped(blob) == GOOD
    twin = int.from_bytes(blob[-32:], "little") + ORDER
    assert refused(DATA, wrapped(blob[:-32] + twin.to_bytes(32, "little"))) is Code.E_SIG


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_a_key_of_another_kind_signs_nothing_here(kind: str) -> None:
    assert refused(DATA, file(f"{kind}.sig")) is Code.E_SIG
    with pytest.raises(ValueError, match="not an ssh-ed25519 public key"):
        sshsig.parse_public_line(file(f"{kind}.pub").decode("ascii").rstrip("\n"))


@pytest.mark.parametrize("kind", [kind for kind in OTHER_KINDS if kind != WITHOUT_PRIVATE_KEY])
def test_a_private_key_of_another_kind_is_not_taken(kind: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        sshsig.parse_private_file(file(kind))


@pytest.mark.parametrize("name", RFC_8032)
def test_the_signatures_are_those_of_the_public_standard(name: str) -> None:
    secret, public, message, signature = map(bytes.fromhex, RFC_8032[name])
    key = Ed25519PrivateKey.from_private_bytes(secret)
    assert key.public_key().public_bytes_raw() == public
    assert key.sign(message) == signature
    Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    with pytest.raises(InvalidSignature):
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message + b"\0")
