"""The shape of ``manifest.json`` as types: each key with the grammar of its value; other keys are ignored."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct
from msgspec import field as named

from desktop.bundle.limits import BIGGEST_INTEGER
from desktop.bundle.names import (
    DEVICE_PATTERN,
    HEX32,
    HEX64,
    MEMBER_PATTERN,
    SCOPE_PATTERN,
    UNIT_ID_PATTERN,
)

# Patterns are searched, and "$" would allow a line end: hence \A and \Z.
Hex32 = Annotated[str, Meta(pattern=rf"\A{HEX32}\Z")]
Hex64 = Annotated[str, Meta(pattern=rf"\A{HEX64}\Z")]
UnitId = Annotated[str, Meta(pattern=rf"\A{UNIT_ID_PATTERN}\Z")]
Scope = Annotated[str, Meta(pattern=rf"\A{SCOPE_PATTERN}\Z")]
Device = Annotated[str, Meta(pattern=rf"\A{DEVICE_PATTERN}\Z")]
MemberName = Annotated[str, Meta(pattern=rf"\A(?:{MEMBER_PATTERN})\Z")]
RowsName = Annotated[str, Meta(pattern=r"\Arows/[0-9]{1,4}\.ndjson\Z")]
ResultCode = Annotated[str, Meta(pattern=r"\A[A-Z][A-Z_]{1,31}\Z")]
ShortText = Annotated[str, Meta(max_length=200)]
Count = Annotated[int, Meta(ge=0, le=BIGGEST_INTEGER)]
Number = Annotated[int, Meta(ge=1, le=BIGGEST_INTEGER)]
Time = Annotated[int, Meta(ge=-BIGGEST_INTEGER, le=BIGGEST_INTEGER)]

Span = tuple[Count, Number, Hex32]
"""Index into ``writers``, commit number, hash of that commit."""


class WireApp(Struct):
    """The writing program."""

    name: ShortText
    version: ShortText
    schema: Count


class WireSender(Struct):
    """The key ``from``."""

    unit: UnitId
    device: Device


class WireWriter(Struct):
    """An entry of ``writers``."""

    w: Hex32
    scope: Scope
    device: Device


class WireScope(Struct):
    """An entry of ``scopes``."""

    base: list[Span]
    upto: list[Span]
    rows: list[RowsName]
    count: Count


class WireResult(Struct):
    """An entry of ``results``."""

    id: Hex32
    code: ResultCode
    rows: Count
    conflicts: Count
    at: Time


class WireNote(Struct):
    """An entry of ``notes``; kinds other than ``fork`` are ignored."""

    fork: tuple[Hex32, Number, Hex32] | None = None
    after: Hex32 | None = None


class WireMember(Struct):
    """An entry of ``members``."""

    size: Count
    sha256: Hex64


class WireManifest(Struct):
    """The whole manifest; ``format`` is looked at before."""

    need: list[str]
    app: WireApp
    id: Hex32
    n: Number
    made: Time
    sender: WireSender = named(name="from")
    to: Annotated[list[UnitId], Meta(min_length=1)]
    writers: list[WireWriter]
    scopes: dict[Scope, WireScope]
    have: dict[Scope, list[tuple[Hex32, Number, Hex32]]]
    results: list[WireResult]
    notes: list[WireNote]
    want: list[Hex64]
    members: dict[MemberName, WireMember]
