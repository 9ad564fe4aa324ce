"""The list of units: as an office types or pastes it, and as a file with which a clerk picks a unit."""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.bundle.files import refusals
from desktop.bundle.small_file import write_small_file
from desktop.bundle.unit_file import LIMIT, SUFFIX, parse_unit_file, unit_file
from desktop.domain.errors import Code, SoSenError
from desktop.domain.patience import open_patiently
from desktop.domain.scopes import is_unit_id, unit_code
from desktop.domain.typed_dates import InvalidDateError, parse_date
from desktop.usecases.found_office import UnitLine
from desktop.usecases.office import Office
from desktop.usecases.registry import kept_registry

_SEPARATORS = "\t;,"
_TYPED = re.compile(
    r"(?P<code>\S+)\s+(?P<name>\S.*?)(?:\s+(?P<day>\d{1,2}/\d{1,2}/\d{4}))?(?:\s+(?P<phone>[0+][\d .-]{7,}))?"
)
"""A line typed with spaces alone: what looks like a day or a telephone number ends the name."""
_LONGEST_TYPED = 300
"""The pattern tries a line at many places; nobody types one of this length."""
_LISTS_TRIED = 10
_HEADS = {"code", "mã", "ma"}


@dataclass(frozen=True, slots=True)
class ListedUnit:
    """A unit of the list: its id, its name, and the unit that it went on as, "" for none."""

    unit: str
    name: str
    successor: str = ""


@dataclass(frozen=True, slots=True)
class UnitList:
    """The units an office listed; its own is the first of them, or ``office`` alone names it."""

    office: str
    office_name: str
    units: tuple[ListedUnit, ...]


def read_unit_lines(text: str) -> list[UnitLine]:
    """The units of a pasted table or CSV file: code, name, first valid day, telephone; a line each.

    Parted by tabs, semicolons or commas, or typed with spaces; a heading and blank lines are passed over; day
    and telephone may be missing. Raises E_UNITS with ``line`` (from 1) and ``text`` for one that is no unit,
    or without any.
    """
    separator = next((one for one in _SEPARATORS if one in text), "\t")
    found: list[UnitLine] = []
    for number, cells in enumerate(_cells(text, separator), start=1):
        stripped = _parted([cell.strip() for cell in cells])
        if any(stripped) and not (number == 1 and stripped[0].lower() in _HEADS):
            found.append(_unit_line(stripped, number))
    if not found:
        raise SoSenError(Code.E_UNITS, "no unit", reason="empty")
    return found


def _cells(text: str, separator: str) -> Iterator[list[str]]:
    """The cells of each line. Raises E_UNITS for a cell of more than 128 KiB, as no table has one."""
    lines = text.splitlines()
    reader = csv.reader(lines, delimiter=separator)
    try:
        yield from reader
    except csv.Error as error:
        raise _refused([lines[reader.line_num - 1][:80]], reader.line_num, "unit") from error


def read_unit_file(path: Path) -> list[UnitLine]:
    """The same from a text or CSV file, in UTF-8 or as Excel's "Unicode text". Raises E_IO, E_UNITS."""
    with refusals(path), open_patiently(path) as file:
        data = file.read(LIMIT + 1)
    try:
        text = data.decode("utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise SoSenError(Code.E_UNITS, str(error), reason="encoding", path=str(path)) from error
    return read_unit_lines(text)


def listed_units(office: Office) -> list[ListedUnit]:
    """The units of the registry in its order. Raises E_PROFILE before enrolment."""
    registry = kept_registry(office.store)
    return [ListedUnit(unit.id, unit.name, unit.successor or "") for unit in registry.units]


def write_unit_list(office: Office, folder: Path) -> Path:
    """Write the list for the communes' first day into ``folder``. Raises E_PROFILE, E_IO, E_SPACE."""
    today = [unit for unit in listed_units(office) if not unit.successor]
    content = unit_file(office.unit_id, [(unit.unit, unit.name) for unit in today])
    return write_small_file(folder, f"{unit_code(office.unit_id)}{SUFFIX}", content).path


def read_unit_list(place: Path) -> UnitList:
    """The list in a file, or the first in a folder or stick that can be read.

    Raises E_IO; where none can be read, as for the first: E_FORMAT, E_NEWER, E_LIMIT.
    """
    with refusals(place):
        paths = sorted(place.glob(f"*{SUFFIX}"))[:_LISTS_TRIED] if place.is_dir() else [place]
    refused: list[SoSenError] = []
    for path in paths:
        try:
            return _read_list(path)
        except SoSenError as error:
            refused.append(error)
    if refused:
        raise refused[0]
    raise SoSenError(Code.E_IO, "no list of units", path=str(place), reason="no_units")


def _read_list(path: Path) -> UnitList:
    with refusals(path), open_patiently(path) as file:
        own, units = parse_unit_file(file.read(LIMIT + 1))
    names = dict(units)
    listed: Sequence[ListedUnit] = [ListedUnit(unit, name) for unit, name in units]
    return UnitList(own, names.get(own, unit_code(own)), tuple(listed))


def _parted(cells: list[str]) -> list[str]:
    """The cells, or those that a line typed with spaces stands for."""
    is_alone = bool(cells) and not any(cells[1:]) and len(cells[0]) <= _LONGEST_TYPED
    typed = _TYPED.fullmatch(cells[0]) if is_alone else None
    return [part or "" for part in typed.groups()] if typed else cells


def _unit_line(cells: list[str], number: int) -> UnitLine:
    code, name, day, phone = (cells + [""] * 3)[:4]
    try:
        valid_from = parse_date(day) if day else None
    except InvalidDateError as error:
        raise _refused(cells, number, "day") from error
    line = UnitLine(code.upper(), name, valid_from, phone=phone)
    if not name or not is_unit_id(line.unit_id):
        raise _refused(cells, number, "unit")
    return line


def _refused(cells: list[str], number: int, reason: str) -> SoSenError:
    return SoSenError(
        Code.E_UNITS, f"line {number}: {cells}", reason=reason, line=number, text=" ".join(cells)[:80]
    )
