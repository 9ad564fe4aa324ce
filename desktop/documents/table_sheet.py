"""A table as a spreadsheet that is ready to print: real numbers and days, a fixed head, A4 across."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.entity import Kind
from desktop.domain.errors import Code, SoSenError
from desktop.domain.formula_guard import begins_like_formula
from desktop.domain.patience import discard, patiently, take_name

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_NARROW, _WIDE = 6, 60
_MAX_CELL = 32_767
"""Characters that a cell of a spreadsheet can hold."""
_MAX_NAME = 31
"""Characters of the name of a sheet."""
_FORBIDDEN = str.maketrans("[]:*?/\\", "       ")
_HEAD_ROW = 2
_LANDSCAPE_FROM = 5
"""From this many columns on the page lies across."""


def write_table_sheet(
    path: Path,
    title: str,
    headers: Sequence[str],
    rows: Sequence[Sequence[object]],
    kinds: Sequence[Kind],
    *,
    strong_rows: Collection[int] = frozenset(),
) -> None:
    """Write ``rows`` (values by column: text, int, Decimal, date, bool, None) below ``headers`` to ``path``.

    ``strong_rows`` are the positions of heading rows. Text stays text, also when it begins with "=".  The
    file appears whole or not at all. Raises SoSenError E_SPACE, or E_IO as when another program has it open.
    """
    content = _written(title, headers, rows, kinds, strong_rows)
    try:
        _put(path, content)
    except OSError as error:
        code = Code.E_SPACE if error.errno == errno.ENOSPC else Code.E_IO
        raise SoSenError(code, str(error), path=str(path)) from error


def _put(path: Path, content: bytes) -> None:
    """Write a file beside the old one, on the disk before it takes the name."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with patiently(lambda: part.open("wb")) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        take_name(part, path)
    finally:
        discard(part)


def _written(
    title: str,
    headers: Sequence[str],
    rows: Sequence[Sequence[object]],
    kinds: Sequence[Kind],
    strong_rows: Collection[int],
) -> bytes:
    # Heavy: loaded only when a table is written.
    import xlsxwriter  # type: ignore[import-untyped]

    file = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = xlsxwriter.Workbook(file, options)
    sheet = book.add_worksheet(_sheet_name(title))
    styles = _Styles(book)
    sheet.write_string(0, 0, title, styles.title(title))
    for column, header in enumerate(headers):
        sheet.write_string(_HEAD_ROW, column, header, styles.head(header))
    for position, row in enumerate(rows):
        for column, value in enumerate(row):
            style = styles.of(kinds[column], value, strong=position in strong_rows)
            _write_cell(sheet, (_HEAD_ROW + 1 + position, column), value, style)
    _set_page(sheet, headers, rows)
    book.close()
    return file.getvalue()


def _sheet_name(title: str) -> str:
    """A title as Excel takes it for a sheet: 31 letters, some signs nowhere, an apostrophe at no end."""
    return _cut(title.translate(_FORBIDDEN).strip(" '"), _MAX_NAME).strip(" '") or "1"


def _cut(text: str, length: int) -> str:
    """At most so many letters as Excel counts them: one like 😀 is two."""
    return text.encode("utf-16-le", "ignore")[: 2 * length].decode("utf-16-le", "ignore")


class _Styles:
    """The formats of a table's cells, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[frozenset[tuple[str, object]], Format] = {}

    def title(self, text: str) -> Format:
        return self._format({"bold": True, "font_size": 14}, text)

    def head(self, text: str) -> Format:
        ground = {"border": 1, "bg_color": "#E1F1ED"}
        return self._format({"bold": True, "text_wrap": True, "valign": "vcenter", **ground}, text)

    def of(self, kind: Kind, value: object, *, strong: bool) -> Format:
        """The format for a value in a column of ``kind``; the value's own type comes first."""
        properties: dict[str, object] = {"border": 1, "valign": "top", "text_wrap": True, "bold": strong}
        if isinstance(value, date):
            properties["num_format"] = "dd/mm/yyyy"
        elif isinstance(value, int | Decimal) and not isinstance(value, bool):
            places = -int(value.normalize().as_tuple().exponent) if isinstance(value, Decimal) else 0
            properties["num_format"] = "#,##0" + ("." + "0" * min(places, 6) if places > 0 else "")
        elif kind in (Kind.INTEGER, Kind.DECIMAL):
            properties["align"] = "right"
        return self._format(properties, value)

    def _format(self, properties: dict[str, object], value: object) -> Format:
        """Words that begin like a formula stay words also when their cell is edited."""
        if isinstance(value, str) and begins_like_formula(value):
            properties["quote_prefix"] = True
        key = frozenset(properties.items())
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


def _write_cell(sheet: Worksheet, place: tuple[int, int], value: object, style: Format) -> None:
    if value is None or value == "":
        sheet.write_blank(*place, None, style)
    elif isinstance(value, bool):
        sheet.write_string(*place, "x" if value else "", style)
    elif isinstance(value, int | Decimal):
        sheet.write_number(*place, float(value), style)
    elif isinstance(value, date):
        sheet.write_datetime(*place, value, style)
    else:
        sheet.write_string(*place, _cut(str(value), _MAX_CELL), style)


def _set_page(sheet: Worksheet, headers: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    for column, header in enumerate(headers):
        lengths = [len(_shown(row[column])) for row in rows]
        longest = max([len(header), *lengths])
        sheet.set_column(column, column, min(max(longest + 2, _NARROW), _WIDE))
    last = max(len(headers) - 1, 0)
    sheet.autofilter(_HEAD_ROW, 0, _HEAD_ROW + len(rows), last)
    sheet.freeze_panes(_HEAD_ROW + 1, 0)
    sheet.repeat_rows(_HEAD_ROW)
    sheet.set_paper(9)
    if len(headers) >= _LANDSCAPE_FROM:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P/&N")


def _shown(value: object) -> str:
    if isinstance(value, date):
        return "00/00/0000"
    return max(str("" if value is None else value).split("\n"), key=len)
