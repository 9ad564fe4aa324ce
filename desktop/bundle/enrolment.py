"""The request of a computer to be enrolled: a small file for the stick, ``30067-may1.phieu``.

It holds public keys only, signed with the very key that it names; so nobody can ask in another's name, and
a changed byte shows.  That the file on the stick is the one that the commune wrote is proved by the 24
digits read out over the telephone, never by the file (FORMAT.md, section 15).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from desktop.bundle import canonical, sshsig
from desktop.bundle.age_keys import parse_recipient
from desktop.bundle.digits import device_digits, device_qr_text
from desktop.bundle.keys import DeviceKeys, device_id
from desktop.bundle.limits import KIB
from desktop.bundle.manifest_wire import UnitId
from desktop.domain.errors import Code, SoSenError
from desktop.domain.scopes import unit_code

FORMAT = "request/1"
NAMESPACE = "request@sosen"
SUFFIX = ".phieu"
LIMIT = 8 * KIB
"""The largest request, in bytes."""

LABEL = re.compile("[0-9A-Za-z]{1,16}")
"""What a computer may be called: it stands in the names of its bundles."""

_ANY_FORMAT = re.compile(r"request/[1-9][0-9]{0,5}")


class _Request(Struct):
    unit: UnitId
    label: Annotated[str, Meta(pattern=r"\A[0-9A-Za-z]{1,16}\Z")]
    sign: str
    seal: str


@dataclass(frozen=True)
class EnrolmentRequest:
    """Who asks: the unit that the computer is to speak for, its label, its two public keys."""

    unit: str
    label: str
    sign: str
    seal: str

    @property
    def device(self) -> str:
        """The id that the registry will list."""
        return device_id(sshsig.parse_public_line(self.sign))

    @cached_property
    def digits(self) -> str:
        """The 24 digits to read out, ``1234 5678 …``; the first call takes about a tenth of a second."""
        return device_digits(self.sign, self.seal)

    @property
    def qr_text(self) -> str:
        """The same with unit and label, for a QR code."""
        return device_qr_text(self.unit, self.label, self.digits)

    @property
    def file_name(self) -> str:
        """The name of its file; it only informs people."""
        return f"{unit_code(self.unit)}-{self.label}{SUFFIX}"

    def to_bytes(self) -> bytes:
        """The first line of the file, with its LF: the bytes that are signed."""
        fields: dict[str, canonical.Json] = {
            "format": FORMAT,
            "unit": self.unit,
            "label": self.label,
            "sign": self.sign,
            "seal": self.seal,
        }
        return canonical.dumps(fields) + b"\n"


def request_of(keys: DeviceKeys, unit: str, label: str) -> EnrolmentRequest:
    """The request of the computer that has ``keys``."""
    return EnrolmentRequest(unit, label, keys.sign_line, keys.recipient)


def request_file(request: EnrolmentRequest, keys: DeviceKeys) -> bytes:
    """The content of the file: one line of JSON, then the signature over it."""
    signed = request.to_bytes()
    return signed + sshsig.sign(signed, keys.signing, NAMESPACE)


def parse_request(data: bytes) -> EnrolmentRequest:
    """Verify and read a request.

    Raises ``SoSenError``, always with ``reason="request"``: ``E_LIMIT`` when it is too large, ``E_SIG`` when
    it is not signed with the key that it names, ``E_NEWER`` for another major format, ``E_FORMAT`` for every
    other fault.
    """
    try:
        return _parse(data)
    except SoSenError as error:
        raise SoSenError(error.code, error.detail, **(error.params | {"reason": "request"})) from error


def _parse(data: bytes) -> EnrolmentRequest:
    if len(data) > LIMIT:
        raise SoSenError(Code.E_LIMIT, f"a request of more than {LIMIT} bytes")
    line, end, signature = data.partition(b"\n")
    if not end:
        raise SoSenError(Code.E_FORMAT, "not a request")
    value = canonical.loads(line)
    name = value.get("format") if isinstance(value, dict) else None
    if not isinstance(name, str) or not _ANY_FORMAT.fullmatch(name):
        raise SoSenError(Code.E_FORMAT, "not a request")
    key = sshsig.verify(line + end, signature, NAMESPACE)
    if name != FORMAT:
        raise SoSenError(Code.E_NEWER, f"format {name}", needs=name)
    request = _from_value(value)
    if sshsig.parse_public_line(request.sign) != key:
        raise SoSenError(Code.E_SIG, "the request names another key than its signer's")
    return request


def _from_value(value: canonical.Json) -> EnrolmentRequest:
    try:
        wire = msgspec.convert(value, _Request)
        parse_recipient(wire.seal)
        if sshsig.public_line(sshsig.parse_public_line(wire.sign)) != wire.sign:
            raise ValueError("the key line carries a comment")
    except ValueError as error:  # another shape, a malformed key
        raise SoSenError(Code.E_FORMAT, f"request: {error}") from error
    return EnrolmentRequest(wire.unit, wire.label, wire.sign, wire.seal)
