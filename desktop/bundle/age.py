"""age v1 files for X25519 recipients, after the public specification (C2SP age, version 1).

Written so that the ``age`` program opens what this writes and the other way round.  Passphrases,
armour and plugins are not needed here and not read.  Everything the format forbids is refused by hand:
foreign bytes, base64 in another form, a wrong length, a share of low order, a passphrase beside a key.
The public vectors of the format (``tests/vectors/cctv-age/``) are all judged in the tests.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import os
import re
from collections.abc import Sequence
from hashlib import sha256
from typing import BinaryIO, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.bundle.age_keys import Identity, Random, parse_recipient
from desktop.bundle.age_stream import StreamReader, StreamWriter
from desktop.bundle.files import Sink
from desktop.bundle.limits import LIMITS
from desktop.domain.errors import Code, SoSenError

_INTRO = b"age-encryption.org/v1\n"
_X25519, _SCRYPT = b"X25519", b"scrypt"
_INFO = b"age-encryption.org/v1/X25519"
_STANZA = re.compile(rb"-> ([!-~]+(?: [!-~]+)*)\n")
_MAC = re.compile(rb"--- ([A-Za-z0-9+/]{43})\n")
_COLUMNS = 64
_FILE_KEY = _NONCE = 16
_NO_NONCE = bytes(12)


class _Stanza(NamedTuple):
    args: list[bytes]
    body: bytes


def seal(sink: Sink, recipients: Sequence[str], random: Random = os.urandom) -> StreamWriter:
    """Write the header for ``recipients`` (``age1…``) and return the writer of the payload.

    Raises ``ValueError`` when there is no recipient or one is malformed, ``SoSenError`` ``E_LIMIT`` when
    there are so many that no reader would take the header.
    """
    if not recipients:
        raise ValueError("sealed to nobody")
    file_key = random(_FILE_KEY)
    stanzas = b"".join(_wrap(file_key, parse_recipient(one), random) for one in recipients)
    start = _INTRO + stanzas + b"---"
    header = start + b" " + _base64(_mac(file_key, start)) + b"\n"
    if len(header) > LIMITS.age_header:
        raise SoSenError(Code.E_LIMIT, "too many recipients")
    nonce = random(_NONCE)
    sink.write(header + nonce)
    return StreamWriter(sink, _derive(file_key, nonce, b"payload"))


def unseal(
    source: BinaryIO, size: int, identities: Sequence[Identity], header_limit: int = LIMITS.age_header
) -> StreamReader:
    """Open the age file that fills ``source`` (``size`` bytes) with the first identity that fits.

    Raises ``SoSenError``: ``E_NOTFORME`` when no identity fits, ``E_LIMIT`` for a header beyond
    ``header_limit`` bytes, ``E_DAMAGED`` for everything else that is no intact age file.
    """
    stanzas, start, mac = _read_header(source, header_limit)
    file_key = _unwrap(stanzas, identities)
    if not hmac.compare_digest(_mac(file_key, start), mac):
        raise SoSenError(Code.E_DAMAGED, "the age header was changed")
    nonce = source.read(_NONCE)
    if len(nonce) != _NONCE:
        raise SoSenError(Code.E_DAMAGED, "the file ends within its header")
    return StreamReader(source, source.tell(), size, _derive(file_key, nonce, b"payload"))


def _read_header(source: BinaryIO, limit: int) -> tuple[list[_Stanza], bytes, bytes]:
    """The stanzas, the authenticated bytes and the MAC."""
    source.seek(0)
    if source.read(len(_INTRO)) != _INTRO:
        raise SoSenError(Code.E_DAMAGED, "the file does not begin like an age file")
    stanzas: list[_Stanza] = []
    while not (line := _line(source, limit)).startswith(b"---"):
        args = _STANZA.fullmatch(line)
        if not args:
            raise SoSenError(Code.E_DAMAGED, "a line of the age header is malformed")
        stanzas.append(_Stanza(args[1].split(b" "), _read_body(source, limit)))
    mac = _MAC.fullmatch(line)
    if not mac:
        raise SoSenError(Code.E_DAMAGED, "the last line of the age header is malformed")
    _check_company(stanzas)
    end = source.tell()
    source.seek(0)
    start = source.read(end - len(line)) + b"---"
    source.seek(end)
    return stanzas, start, _unbase64(mac[1])


def _check_company(stanzas: list[_Stanza]) -> None:
    """There is a stanza; one for a passphrase stands alone, so that whoever knows it wrote the file."""
    if not stanzas:
        raise SoSenError(Code.E_DAMAGED, "the age header holds no stanza")
    if len(stanzas) > 1 and any(stanza.args[0] == _SCRYPT for stanza in stanzas):
        raise SoSenError(Code.E_DAMAGED, "a passphrase stanza stands beside another one")


def _line(source: BinaryIO, limit: int) -> bytes:
    line = source.readline(max(0, limit - source.tell()) + 1)
    if source.tell() > limit:
        raise SoSenError(Code.E_LIMIT, "the age header is too long")
    if not line.endswith(b"\n"):
        raise SoSenError(Code.E_DAMAGED, "the file ends within its header")
    return line


def _read_body(source: BinaryIO, limit: int) -> bytes:
    """The body of a stanza: full lines of base64 and one shorter line, possibly empty."""
    text = b""
    while True:
        line = _line(source, limit)[:-1]
        text += line
        if len(line) > _COLUMNS:
            raise SoSenError(Code.E_DAMAGED, "a line of the age header is too long")
        if len(line) < _COLUMNS:
            return _unbase64(text)


def _wrap(file_key: bytes, recipient: bytes, random: Random) -> bytes:
    ephemeral = X25519PrivateKey.from_private_bytes(random(32))
    share = _public(ephemeral)
    secret = ephemeral.exchange(X25519PublicKey.from_public_bytes(recipient))
    key = _derive(secret, share + recipient, _INFO)
    body = _base64(ChaCha20Poly1305(key).encrypt(_NO_NONCE, file_key, None))
    return b"-> X25519 " + _base64(share) + b"\n" + body + b"\n"


def _unwrap(stanzas: list[_Stanza], identities: Sequence[Identity]) -> bytes:
    ours = [(stanza, _share(stanza)) for stanza in stanzas if stanza.args[0] == _X25519]
    for identity in identities:
        private = X25519PrivateKey.from_private_bytes(identity.secret)
        public = _public(private)
        for stanza, share in ours:
            key = _derive(_exchange(private, share), share + public, _INFO)
            try:
                return ChaCha20Poly1305(key).decrypt(_NO_NONCE, stanza.body, None)
            except InvalidTag:
                continue  # sealed to somebody else
    raise SoSenError(Code.E_NOTFORME, "not sealed to a key of this computer")


def _share(stanza: _Stanza) -> bytes:
    share = _unbase64(stanza.args[1]) if len(stanza.args) == 2 else b""
    if len(share) != 32 or len(stanza.body) != _FILE_KEY + 16:
        raise SoSenError(Code.E_DAMAGED, "an X25519 stanza of the age header is malformed")
    return share


def _exchange(private: X25519PrivateKey, share: bytes) -> bytes:
    try:
        return private.exchange(X25519PublicKey.from_public_bytes(share))
    except ValueError as error:
        raise SoSenError(Code.E_DAMAGED, "a share of low order") from error


def _public(private: X25519PrivateKey) -> bytes:
    return private.public_key().public_bytes_raw()


def _derive(secret: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(secret)


def _mac(file_key: bytes, start: bytes) -> bytes:
    return hmac.digest(_derive(file_key, b"", b"header"), start, sha256().name)


def _base64(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")


def _unbase64(text: bytes) -> bytes:
    """Decode base64 without padding, in its one canonical form."""
    try:
        data = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error as error:
        raise SoSenError(Code.E_DAMAGED, "the age header holds malformed base64") from error
    if _base64(data) != text:
        raise SoSenError(Code.E_DAMAGED, "the age header holds base64 in another form")
    return data
