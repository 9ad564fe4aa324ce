"""Damage to the sealed file, and seals for somebody else."""

from __future__ import annotations

import base64
import hmac
from collections.abc import Callable

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.bundle.age_stream import CHUNK
from tests.helpers.bundle_draft import Draft, seal
from tests.helpers.bundle_kit import STRANGER_KEYS, fixed_random, make_content, unsealed, written
from tests.vectors.vector import Family

SEAL = Family("seal")


def good() -> bytes:
    return written(make_content())


def flipped(data: bytes, position: int, mask: int = 0x01) -> bytes:
    return data[:position] + bytes([data[position] ^ mask]) + data[position + 1 :]


def header_end(data: bytes) -> int:
    """Where the header's last line ends."""
    return data.index(b"\n", data.index(b"\n--- ") + 1) + 1


def rewritten_header(data: bytes, change: Callable[[list[bytes]], list[bytes]]) -> bytes:
    """The file with other header lines (the MAC line left out), authenticated anew.

    The key of the file is known because test files take it from ``fixed_random("seal")``.
    """
    end = header_end(data)
    lines = data[:end].splitlines(keepends=True)
    start = b"".join(change(lines[:-1])) + b"---"
    key = HKDF(SHA256(), 32, b"", b"header").derive(fixed_random("seal")(16))
    mac = base64.b64encode(hmac.digest(key, start, "sha256")).rstrip(b"=")
    return start + b" " + mac + b"\n" + data[end:]


def reheaded(change: Callable[[list[bytes]], list[bytes]]) -> bytes:
    return rewritten_header(seal(unsealed(good())), change)


SEAL.add("E_DAMAGED", "an empty file", lambda: b"", "empty", 5)
SEAL.add("E_DAMAGED", "a file of zeros, as a stick leaves it", lambda: bytes(len(good())), "zeros", 5)
SEAL.add("E_DAMAGED", "some other file", lambda: b"PK\3\4 a letter in Word", "other_file", 14)
SEAL.add("E_DAMAGED", "the ZIP without its seal", lambda: unsealed(good()), "not_sealed")
SEAL.add("E_DAMAGED", "as base64, from a mail", lambda: base64.encodebytes(good()), "base64", 14)
SEAL.add("E_DAMAGED", "line ends changed by a mail", lambda: good().replace(b"\n", b"\r\n"), "crlf", 14)
SEAL.add(
    "E_DAMAGED", "no character set survives it", lambda: good().decode("latin-1").encode(), "recoded", 14
)
SEAL.add("E_DAMAGED", "cut within the first line", lambda: good()[:10], "cut_intro", 1)
SEAL.add("E_DAMAGED", "cut within a stanza", lambda: good()[:60], "cut_stanza", 1)
SEAL.add("E_DAMAGED", "cut within the MAC", lambda: good()[: header_end(good()) - 9], "cut_mac", 1)
SEAL.add("E_DAMAGED", "cut after the header", lambda: good()[: header_end(good())], "cut_header", 1)
SEAL.add("E_DAMAGED", "cut within the nonce", lambda: good()[: header_end(good()) + 7], "cut_nonce", 1)
SEAL.add("E_DAMAGED", "cut after the nonce", lambda: good()[: header_end(good()) + 16], "cut_payload", 1)
SEAL.add("E_DAMAGED", "the last byte is missing", lambda: good()[:-1], "cut_one", 1)
SEAL.add("E_DAMAGED", "one byte too many", lambda: good() + b"\0", "one_more")
SEAL.add("E_DAMAGED", "a bit of the version", lambda: flipped(good(), 20), "flip_version", 2)
SEAL.add("E_NOTFORME", "a bit of our share", lambda: flip_ours(0), "flip_share", 2)
SEAL.add("E_NOTFORME", "a bit of our wrapped key", lambda: flip_ours(1), "flip_body", 2)
SEAL.add("E_DAMAGED", "a bit of the MAC", lambda: flipped(good(), header_end(good()) - 9, 2), "flip_mac", 2)
SEAL.add("E_DAMAGED", "a bit of the nonce", lambda: flipped(good(), header_end(good()) + 3), "flip_nonce", 3)
SEAL.add("E_DAMAGED", "a bit of the payload", lambda: flipped(good(), -99), "flip_payload", 3)
SEAL.add("E_DAMAGED", "a bit of the last tag", lambda: flipped(good(), -1), "flip_tag", 3)


def flip_ours(line: int) -> bytes:
    """A bit of the office's stanza, which is the first, changed such that it stays well-formed base64."""
    data = good()
    start = data.index(b"-> X25519 ") + 10
    position = start if line == 0 else data.index(b"\n", start) + 1
    other = b"B" if data[position : position + 1] == b"A" else b"A"
    return data[:position] + other + data[position + 1 :]


@SEAL.vector("E_DAMAGED", "two chunks, the second missing: a cut that falls between chunks", 1)
def cut_chunk() -> bytes:
    data = seal(bytes(CHUNK + 5))
    return data[: header_end(data) + 16 + CHUNK + 16]


@SEAL.vector("E_DAMAGED", "two chunks exchanged", 3)
def chunks_exchanged() -> bytes:
    data = seal(bytes(CHUNK) + b"\1" * CHUNK + b"end")
    start, size = header_end(data) + 16, CHUNK + 16
    first, second = data[start : start + size], data[start + size : start + 2 * size]
    return data[:start] + second + first + data[start + 2 * size :]


@SEAL.vector("E_DAMAGED", "the same stanzas in another order, the MAC as it was", 2)
def stanzas_exchanged() -> bytes:
    data = good()
    lines = data[: header_end(data)].splitlines(keepends=True)
    return b"".join([lines[0], *lines[3:5], *lines[1:3], lines[5]]) + data[header_end(data) :]


SEAL.add(
    "E_DAMAGED",
    "a space too many in a stanza",
    lambda: reheaded(lambda lines: [lines[0], lines[1].replace(b"X25519 ", b"X25519  "), *lines[2:]]),
    "stanza_space",
)
SEAL.add(
    "E_DAMAGED",
    "padding after the share",
    lambda: reheaded(lambda lines: [lines[0], lines[1][:-1] + b"=\n", *lines[2:]]),
    "stanza_padding",
)
SEAL.add(
    "E_DAMAGED",
    "one more argument",
    lambda: reheaded(lambda lines: [lines[0], lines[1][:-1] + b" more\n", *lines[2:]]),
    "stanza_argument",
)
SEAL.add(
    "E_DAMAGED",
    "a share of low order",
    lambda: reheaded(lambda lines: [lines[0], b"-> X25519 " + b"A" * 43 + b"\n", *lines[2:]]),
    "stanza_low_order",
)
SEAL.add(
    "E_DAMAGED",
    "a wrapped key that is too long",
    lambda: reheaded(lambda lines: [*lines[:2], lines[2][:-1] + b"AAAA\n", *lines[3:]]),
    "stanza_long_body",
)
PASSPHRASE = [b"-> scrypt " + b"A" * 22 + b" 10\n", b"A" * 43 + b"\n"]
SEAL.add("E_DAMAGED", "a header without a stanza", lambda: reheaded(lambda lines: lines[:1]), "no_stanza")
SEAL.add(
    "E_DAMAGED",
    "a stanza of a passphrase beside ours",
    lambda: reheaded(lambda lines: [*lines, *PASSPHRASE]),
    "passphrase_beside",
)
SEAL.add(
    "E_DAMAGED",
    "two stanzas of passphrases",
    lambda: reheaded(lambda lines: [lines[0], *PASSPHRASE, *PASSPHRASE]),
    "passphrase_twice",
)
SEAL.add(
    "E_NOTFORME",
    "sealed with a passphrase alone",
    lambda: reheaded(lambda lines: [lines[0], *PASSPHRASE]),
    "passphrase_alone",
)


@SEAL.vector("E_DAMAGED", "in the armour of age, as a mail carries it", 14)
def armoured() -> bytes:
    text = base64.b64encode(good())
    lines = [text[i : i + 64] + b"\n" for i in range(0, len(text), 64)]
    return b"".join([b"-----BEGIN AGE ENCRYPTED FILE-----\n", *lines, b"-----END AGE ENCRYPTED FILE-----\n"])


@SEAL.vector("E_NOTFORME", "sealed to another district's key", 25)
def for_another() -> bytes:
    draft = Draft()
    draft.recipients = [STRANGER_KEYS.recipient]
    return draft.sealed()


@SEAL.vector("E_FORMAT", "sealed rightly, but around something else")
def not_a_zip() -> bytes:
    return seal(b"Kinh gui: " * 20)


@SEAL.vector("E_FORMAT", "sealed rightly, around nothing")
def around_nothing() -> bytes:
    return seal(b"")
