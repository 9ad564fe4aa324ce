"""The list of units that an office hands out before anybody is enrolled: ``872.donvi``, canonical JSON.

It is not signed and nothing rests on it: with it a clerk picks a unit instead of typing its id.  Which unit a
computer is for is settled by the office, which sees it in the request and telephones.
"""

from __future__ import annotations

import re
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from desktop.bundle import canonical
from desktop.bundle.limits import MIB
from desktop.bundle.manifest_wire import ShortText, UnitId
from desktop.domain.errors import Code, SoSenError

FORMAT = "units/1"
SUFFIX = ".donvi"
LIMIT = MIB
"""The largest list, in bytes."""

_ANY_FORMAT = re.compile(r"units/[1-9][0-9]{0,5}")


class _Unit(Struct):
    id: UnitId
    name: ShortText


class _Units(Struct):
    office: UnitId
    units: Annotated[list[_Unit], Meta(min_length=1)]


def unit_file(office: str, units: list[tuple[str, str]]) -> bytes:
    """The content of the file: the office's unit, and (id, name) of every unit, the office's among them."""
    listed: list[canonical.Json] = [{"id": unit, "name": name} for unit, name in units]
    return canonical.dumps({"format": FORMAT, "office": office, "units": listed})


def parse_unit_file(data: bytes) -> tuple[str, list[tuple[str, str]]]:
    """The office's unit, and (id, name) of every unit.

    Raises ``SoSenError``, always with ``reason="units"``: ``E_LIMIT``, ``E_NEWER``, ``E_FORMAT``.
    """
    if len(data) > LIMIT:
        raise SoSenError(Code.E_LIMIT, f"a list of more than {LIMIT} bytes", reason="units")
    try:
        value = canonical.loads(data)
        name = value.get("format") if isinstance(value, dict) else None
        if not isinstance(name, str) or not _ANY_FORMAT.fullmatch(name):
            raise ValueError("no list of units")
        if name == FORMAT:
            wire = msgspec.convert(value, _Units)
            return wire.office, [(unit.id, unit.name) for unit in wire.units]
    except (SoSenError, ValueError) as error:
        raise SoSenError(Code.E_FORMAT, f"list of units: {error}", reason="units") from error
    raise SoSenError(Code.E_NEWER, f"format {name}", reason="units", needs=name)
