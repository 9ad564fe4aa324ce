"""What this program seals, every age program opens, and the other way round; damage is always noticed."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable

import pyrage  # type: ignore[import-untyped]
import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from desktop.bundle import age
from desktop.bundle.age_keys import (
    Identity,
    new_identity,
    parse_identity,
    parse_identity_file,
    parse_recipient,
)
from desktop.bundle.age_stream import CHUNK, StreamReader, StreamWriter, sealed_size
from desktop.domain.errors import Code, SoSenError
from tests.helpers.bundle_draft import seal
from tests.helpers.bundle_kit import COMMUNE_KEYS, OFFICE_KEYS, STRANGER_KEYS, fixed_random
from tests.vectors.seal_vectors import header_end, rewritten_header

ME, COMMUNE, STRANGER = OFFICE_KEYS.sealing, COMMUNE_KEYS.sealing, STRANGER_KEYS.sealing
EDGES = [0, 1, 15, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 7]


def opened(data: bytes, *identities: Identity, limit: int = 2**20) -> StreamReader:
    return age.unseal(io.BytesIO(data), len(data), identities or [ME], limit)


def plain(data: bytes, *identities: Identity) -> bytes:
    stream = opened(data, *identities)
    return stream.read_at(0, stream.size)


def refused(data: bytes) -> Code:
    with pytest.raises(SoSenError) as caught:
        plain(data)
    return caught.value.code


@pytest.mark.parametrize("size", EDGES)
def test_a_second_implementation_opens_what_is_sealed_here(size: int) -> None:
    data = bytes(range(256)) * (size // 256) + bytes(size % 256)
    assert pyrage.decrypt(seal(data), [pyrage.x25519.Identity.from_str(ME.text)]) == data


@pytest.mark.parametrize("size", EDGES)
def test_what_a_second_implementation_sealed_is_opened_here(size: int) -> None:
    data = bytes(range(256)) * (size // 256) + bytes(size % 256)
    recipients = [pyrage.x25519.Recipient.from_str(one.recipient) for one in (STRANGER, ME)]
    assert plain(pyrage.encrypt(data, recipients)) == data


@given(st.lists(st.binary(max_size=300), max_size=5), st.integers(0, 2 * CHUNK))
def test_it_does_not_matter_in_which_pieces_it_is_written(pieces: list[bytes], filler: int) -> None:
    whole = b"".join(pieces) + bytes(filler)
    sink = io.BytesIO()
    writer = age.seal(sink, [ME.recipient], fixed_random("pieces"))
    for piece in [*pieces, bytes(filler)]:
        writer.write(piece)
    writer.close()
    assert plain(sink.getvalue()) == whole
    assert len(sink.getvalue()) - header_end(sink.getvalue()) - 16 == sealed_size(len(whole))


@given(st.integers(0, 3 * CHUNK), st.integers(0, 3 * CHUNK), st.sampled_from(EDGES))
def test_any_stretch_can_be_read_alone(offset: int, size: int, length: int) -> None:
    data = bytes(i * 7 & 0xFF for i in range(256)) * (length // 256 + 1)
    data = data[:length]
    assert opened(seal(data)).read_at(offset, size) == data[offset : offset + size]


def test_each_of_many_recipients_opens_it() -> None:
    others = [new_identity() for _ in range(20)]
    sealed = seal(b"x", [one.recipient for one in [*others, ME]])
    assert all(plain(sealed, one) == b"x" for one in [*others, ME])
    assert plain(sealed, STRANGER, ME) == b"x"


def test_without_the_key_it_is_not_for_me() -> None:
    with pytest.raises(SoSenError) as caught:
        opened(seal(b"x"), STRANGER)
    assert caught.value.code is Code.E_NOTFORME


def test_it_cannot_be_sealed_to_nobody() -> None:
    with pytest.raises(ValueError, match="nobody"):
        age.seal(io.BytesIO(), [])


def loosened(line: bytes) -> bytes:
    """The line with its last letter of base64 changed in bits that no byte takes up."""
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return line[:-2] + alphabet[alphabet.index(line[-2]) + 1 :][:1] + b"\n"


Lines = list[bytes]
HEADERS: dict[str, Callable[[Lines], Lines]] = {
    "another version": lambda h: [h[0].replace(b"v1", b"v2"), *h[1:]],
    "a line end of Windows": lambda h: [h[0], h[1][:-1] + b"\r\n", *h[2:]],
    "no stanza mark": lambda h: [h[0], h[1][1:], *h[2:]],
    "a stanza without a type": lambda h: [h[0], b"-> \n", *h[2:]],
    "a stanza mark without a space": lambda h: [h[0], b"->X25519" + h[1][9:], *h[2:]],
    "an empty argument": lambda h: [h[0], h[1].replace(b"-> X25519 ", b"-> X25519  "), *h[2:]],
    "a letter that is not ASCII": lambda h: [h[0], h[1].replace(b"X25519", b"X2551\xc3\xa9"), *h[2:]],
    "a share that is missing": lambda h: [h[0], b"-> X25519\n", *h[2:]],
    "a share that is short": lambda h: [h[0], b"-> X25519 AAAA\n", *h[2:]],
    "a share in another alphabet": lambda h: [h[0], b"-> X25519 " + b"-" * 43 + b"\n", *h[2:]],
    "a share with loose bits": lambda h: [h[0], loosened(h[1]), *h[2:]],
    "a body that is missing": lambda h: [*h[:2], b"\n", *h[3:]],
    "a body that is short": lambda h: [*h[:2], h[2][:-9] + b"\n", *h[3:]],
    "a body with loose bits": lambda h: [*h[:2], loosened(h[2]), *h[3:]],
    "a body with a space": lambda h: [*h[:2], h[2][:-2] + b" \n", *h[3:]],
    "a body line that is too long": lambda h: [*h[:2], b"A" * 65 + b"\n", *h[3:]],
    "a full body line without a last line": lambda h: [*h[:3], b"-> y\n", b"A" * 64 + b"\n", *h[3:]],
    "an empty line": lambda h: [h[0], b"\n", *h[1:]],
}


@pytest.mark.parametrize("name", HEADERS)
def test_a_malformed_header_is_damage_though_its_mac_fits(name: str) -> None:
    assert refused(rewritten_header(seal(b"x"), HEADERS[name])) is Code.E_DAMAGED


@pytest.mark.parametrize(
    "change",
    [
        lambda mac: mac.replace(b"--- ", b"---"),
        lambda mac: mac.replace(b"--- ", b"---  "),
        lambda mac: mac[:-1] + b" \n",
        lambda mac: mac[:-2] + b"\n",
        lambda mac: mac[:-1] + b"=\n",
        lambda mac: b"---\n",
        loosened,
        lambda mac: b"--- " + base64.b64encode(bytes(32)).rstrip(b"=") + b"\n",
    ],
    ids=["no space", "two spaces", "space behind", "short", "padding", "missing", "loose bits", "zeros"],
)
def test_a_malformed_mac_is_damage(change: Callable[[bytes], bytes]) -> None:
    data = seal(b"x")
    end = header_end(data)
    start = data.rindex(b"---", 0, end)
    assert refused(data[:start] + change(data[start:end]) + data[end:]) is Code.E_DAMAGED


def test_a_header_beyond_its_limit_is_refused_however_it_goes_on() -> None:
    long = b"-> grease " + b"x" * 3000 + b"\n\n"
    data = rewritten_header(seal(b"x"), lambda lines: [lines[0], long, *lines[1:]])
    assert opened(data, limit=header_end(data)).size == 1
    with pytest.raises(SoSenError) as caught:
        opened(data, limit=header_end(data) - 1)
    assert caught.value.code is Code.E_LIMIT
    endless = age._INTRO + b"-> " + b"x" * (2**20 + 5)
    assert refused(endless) is Code.E_LIMIT


def payload_of(chunks: list[tuple[bytes, bool]]) -> bytes:
    """An age file with these chunks and marks of being the last, however wrong together."""
    data = seal(b"")
    start = header_end(data)
    nonce = data[start : start + 16]
    cipher = ChaCha20Poly1305(HKDF(SHA256(), 32, nonce, b"payload").derive(fixed_random("seal")(16)))
    sealed = [
        cipher.encrypt(number.to_bytes(11, "big") + bytes([last]), chunk, None)
        for number, (chunk, last) in enumerate(chunks)
    ]
    return data[: start + 16] + b"".join(sealed)


FULL = bytes(CHUNK)


def test_chunks_put_together_by_hand_are_read() -> None:
    assert plain(payload_of([(FULL, False), (b"end", True)])) == FULL + b"end"
    assert plain(payload_of([(FULL, True)])) == FULL
    assert plain(payload_of([(b"", True)])) == b""


@pytest.mark.parametrize(
    "chunks",
    [
        [(FULL, False), (b"", True)],
        [(FULL, False)],
        [(b"x", False)],
        [],
        [(FULL, True), (b"x", True)],
        [(FULL, False), (FULL, False), (b"", True)],
        [(b"short", False), (b"x", True)],
        [(FULL, False), (b"x", True), (b"y", True)],
    ],
    ids=[
        "an empty last chunk",
        "no last chunk",
        "one chunk that is not the last",
        "no chunk",
        "one after the last",
        "an empty last chunk after two",
        "a short chunk that is not the last",
        "two last chunks",
    ],
)
def test_a_payload_with_chunks_of_the_wrong_kind_is_damage(chunks: list[tuple[bytes, bool]]) -> None:
    assert refused(payload_of(chunks)) is Code.E_DAMAGED


def test_the_end_is_looked_at_first() -> None:
    """Nobody acts on the beginning of a file whose end is missing."""
    with pytest.raises(SoSenError):
        opened(seal(FULL + FULL)[:-1])


def test_the_payload_is_written_while_it_comes() -> None:
    sink = io.BytesIO()
    writer = StreamWriter(sink, bytes(32))
    writer.write(FULL)
    assert sink.tell() == 0
    writer.write(b"x")
    assert sink.tell() == CHUNK + 16


def test_keys_have_the_forms_of_the_age_program() -> None:
    identity = new_identity()
    assert parse_identity(identity.text) == identity
    assert identity.text.startswith("AGE-SECRET-KEY-1")
    assert str(pyrage.x25519.Identity.from_str(identity.text).to_public()) == identity.recipient
    assert identity.text not in repr(identity)


@pytest.mark.parametrize("text", ["", ME.recipient, ME.text.lower(), ME.text + " ", ME.text[:-1] + "Q", "x"])
def test_another_text_is_no_identity(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_identity(text)


@pytest.mark.parametrize("text", ["", ME.text, ME.recipient.upper(), ME.recipient + "\n", "age1qqqq"])
def test_another_text_is_no_recipient(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_recipient(text)


def test_an_identity_file_may_hold_remarks_and_several_keys() -> None:
    text = f"# created: today\n\n{ME.text}\r\n# another\n{COMMUNE.text}\n"
    assert parse_identity_file(text) == [ME, COMMUNE]


@pytest.mark.parametrize("text", ["", "# only a remark\n", f"{ME.text} # remark\n", f" {ME.text}\n"])
def test_a_malformed_identity_file_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_identity_file(text)
