"""The public age vectors (``tests/vectors/cctv-age/``), taken apart by other code than the program's."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

FOLDER = Path(__file__).resolve().parents[1] / "vectors" / "cctv-age" / "testdata"
KNOWN_KEYS = {
    "expect",
    "payload",
    "identity",
    "passphrase",
    "file key",
    "armored",
    "compressed",
    "comment",
}
NOTHING = sha256(b"").hexdigest()
_SEALED = 64 * 1024 + 16


@dataclass(frozen=True)
class AgeVector:
    """One vector: what its header says, and the age file."""

    name: str
    expect: str
    payload: str
    """SHA-256 of everything that may be delivered."""
    identities: tuple[str, ...]
    has_passphrase: bool
    armoured: bool
    file_key: bytes
    data: bytes


def read_vector(path: Path) -> AgeVector:
    """Read one file; raises ``ValueError`` for a header that this page does not know how to judge."""
    head, _blank, data = path.read_bytes().partition(b"\n\n")
    fields: dict[str, list[str]] = {}
    for line in head.decode("ascii").split("\n"):
        key, _colon, value = line.partition(": ")
        fields.setdefault(key, []).append(value)
    if not set(fields) <= KNOWN_KEYS or fields.get("compressed", ["zlib"]) != ["zlib"]:
        raise ValueError(f"{path.name}: {sorted(fields)}")
    return AgeVector(
        name=path.name,
        expect=fields["expect"][0],
        payload=fields.get("payload", [NOTHING])[0],
        identities=tuple(fields.get("identity", [])),
        has_passphrase="passphrase" in fields,
        armoured=fields.get("armored") == ["yes"],
        file_key=bytes.fromhex(fields.get("file key", [""])[0]),
        data=zlib.decompress(data) if "compressed" in fields else data,
    )


def all_vectors() -> list[AgeVector]:
    """Every file of the folder, in order of its name."""
    return [read_vector(path) for path in sorted(FOLDER.iterdir())]


def may_be_delivered(vector: AgeVector) -> bytes:
    """The bytes that the vector's hash allows, found with its file key chunk by chunk.

    Raises ``AssertionError`` when no run of chunks from the beginning has this hash.
    """
    plain = bytearray()
    hashed = sha256()
    for chunk in [b"", *_chunks(vector)]:
        plain += chunk
        hashed.update(chunk)
        if hashed.hexdigest() == vector.payload:
            return bytes(plain)
    raise AssertionError(f"{vector.name}: no beginning of the payload has the hash {vector.payload}")


def _chunks(vector: AgeVector) -> list[bytes]:
    """What can be opened from the beginning, whether or not a chunk says that it is the last."""
    start = vector.data.index(b"\n", vector.data.index(b"\n--- ") + 1) + 1
    nonce, sealed = vector.data[start : start + 16], vector.data[start + 16 :]
    cipher = ChaCha20Poly1305(HKDF(SHA256(), 32, nonce, b"payload").derive(vector.file_key))
    found: list[bytes] = []
    for number, offset in enumerate(range(0, len(sealed), _SEALED)):
        opened = [_opened(cipher, number, last, sealed[offset : offset + _SEALED]) for last in (False, True)]
        plain = next((one for one in opened if one is not None), None)
        if plain is None:
            break
        found.append(plain)
    return found


def _opened(cipher: ChaCha20Poly1305, number: int, last: bool, sealed: bytes) -> bytes | None:
    try:
        return cipher.decrypt(number.to_bytes(11, "big") + bytes([last]), sealed, None)
    except InvalidTag:
        return None
