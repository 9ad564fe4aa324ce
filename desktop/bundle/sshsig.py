"""Signatures as ``ssh-keygen -Y sign`` makes them (OpenSSH PROTOCOL.sshsig), for ssh-ed25519 and SHA-512.

Also the three small texts around them: public key lines, OpenSSH private key files, allowed_signers.
"""

from __future__ import annotations

import base64
import binascii
import re
from hashlib import sha512
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_ssh_private_key,
)

from desktop.domain.errors import Code, SoSenError

_MAGIC = b"SSHSIG"
_VERSION = (1).to_bytes(4, "big")
_KIND = b"ssh-ed25519"
_HASH = b"sha512"
_BEGIN, _END = b"-----BEGIN SSH SIGNATURE-----\n", b"-----END SSH SIGNATURE-----\n"
_COLUMNS = 70
_KEY_LINE = re.compile(r"ssh-ed25519 ([A-Za-z0-9+/]+={0,2})(?: .*)?")


class Signature(NamedTuple):
    """The parts of a signature that a verifier needs."""

    key: bytes
    """The signer's raw public key, 32 bytes."""
    namespace: str
    value: bytes


def sign(message: bytes, key: Ed25519PrivateKey, namespace: str) -> bytes:
    """An armoured signature over ``message``; the same bytes for the same input."""
    value = key.sign(_signed(message, namespace))
    return _armour(Signature(key.public_key().public_bytes_raw(), namespace, value))


def verify(message: bytes, armoured: bytes, namespace: str) -> bytes:
    """The raw public key that signed ``message`` for ``namespace``; whether it is trusted is for the caller.

    Raises ``SoSenError`` ``E_SIG`` when the signature is malformed, of another kind, for another namespace,
    or does not fit the message.
    """
    signature = _parse(armoured)
    if signature.namespace != namespace:
        raise SoSenError(Code.E_SIG, f"signed for another purpose: {signature.namespace[:40]}")
    try:
        public = Ed25519PublicKey.from_public_bytes(signature.key)
        public.verify(signature.value, _signed(message, namespace))
    except InvalidSignature as error:
        raise SoSenError(Code.E_SIG, "the signature does not fit") from error
    return signature.key


def public_line(key: bytes, comment: str = "") -> str:
    """The line of a raw public key as it stands in ``.pub`` files, without a line end."""
    line = f"ssh-ed25519 {base64.b64encode(_key_blob(key)).decode('ascii')}"
    return f"{line} {comment}" if comment else line


def parse_public_line(line: str) -> bytes:
    """The raw key of a public key line; raises ``ValueError`` for any other text."""
    match = _KEY_LINE.fullmatch(line)
    blob = base64.b64decode(match[1], validate=True) if match else b""
    if len(blob) != 51 or blob != _key_blob(blob[-32:]):
        raise ValueError("not an ssh-ed25519 public key")
    return blob[-32:]


def allowed_signers_line(principal: str, key: bytes, namespace: str) -> str:
    """A line for ``ssh-keygen -Y verify -f``, without a line end."""
    return f'{principal} namespaces="{namespace}" {public_line(key)}'


def private_file(key: Ed25519PrivateKey) -> bytes:
    """The content of an OpenSSH private key file without a passphrase."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())


def parse_private_file(data: bytes) -> Ed25519PrivateKey:
    """Read such a file; raises ``ValueError`` for one with a passphrase or with another kind of key."""
    try:
        key = load_ssh_private_key(data, password=None)
    except (TypeError, UnsupportedAlgorithm) as error:
        raise ValueError(str(error)) from error
    if isinstance(key, Ed25519PrivateKey):
        return key
    raise ValueError("not an ssh-ed25519 private key")


def _signed(message: bytes, namespace: str) -> bytes:
    digest = sha512(message).digest()
    return _MAGIC + b"".join(map(_string, (namespace.encode("utf-8"), b"", _HASH, digest)))


def _armour(signature: Signature) -> bytes:
    value = _string(_KIND) + _string(signature.value)
    fields = (_key_blob(signature.key), signature.namespace.encode("utf-8"), b"", _HASH, value)
    text = base64.b64encode(_MAGIC + _VERSION + b"".join(map(_string, fields)))
    lines = [text[i : i + _COLUMNS] + b"\n" for i in range(0, len(text), _COLUMNS)]
    return _BEGIN + b"".join(lines) + _END


def _parse(armoured: bytes) -> Signature:
    """Take an armoured signature apart, accepting only the one way in which it is written."""
    try:
        lines = armoured.removeprefix(_BEGIN).removesuffix(_END)
        blob = base64.b64decode(lines.replace(b"\n", b""), validate=True)
        key, rest = _take(blob[len(_MAGIC) + len(_VERSION) :])
        namespace, rest = _take(rest)
        _reserved, rest = _take(rest)
        _hash, rest = _take(rest)
        value, _rest = _take(rest)
        signature = Signature(key[-32:], namespace.decode("utf-8"), value[-64:])
    except (binascii.Error, UnicodeDecodeError) as error:
        raise SoSenError(Code.E_SIG, "the signature is malformed") from error
    # Reserved bytes, another hash or kind of key, trailing data, another armour: all differ here.
    if len(signature.key) != 32 or len(signature.value) != 64 or _armour(signature) != armoured:
        raise SoSenError(Code.E_SIG, "not an ssh-ed25519 signature with sha512 in its one form")
    return signature


def _key_blob(key: bytes) -> bytes:
    return _string(_KIND) + _string(key)


def _string(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


def _take(data: bytes) -> tuple[bytes, bytes]:
    """The string at the front, and what follows; a string cut off comes back shorter."""
    size = int.from_bytes(data[:4], "big")
    return data[4 : 4 + size], data[4 + size :]
