"""A table as a spreadsheet that is ready to print: real numbers and days, a fixed head, A4 across."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.entity import Kind
from desktop.domain.errors import Code, SoSenError

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_NARROW, _WIDE = 6, 60
_MAX_CELL = 32_767
"""Characters that a cell of a spreadsheet can hold."""
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
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".xlsx", dir=path.parent)
        os.close(handle)
        try:
            _write(Path(name), title, headers, rows, kinds, strong_rows)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        code = Code.E_SPACE if error.errno == errno.ENOSPC else Code.E_IO
        raise SoSenError(code, str(error), path=str(path)) from error


def _write(
    path: Path,
    title: str,
    headers: Sequence[str],
    rows: Sequence[Sequence[object]],
    kinds: Sequence[Kind],
    strong_rows: Collection[int],
) -> None:
    # Heavy: loaded only when a table is written.
    import xlsxwriter  # type: ignore[import-untyped]
    from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(title.translate(_FORBIDDEN).strip()[:31] or "1")
    styles = _Styles(book)
    sheet.write_string(0, 0, title, styles.title)
    for column, header in enumerate(headers):
        sheet.write_string(_HEAD_ROW, column, header, styles.head)
    for position, row in enumerate(rows):
        for column, value in enumerate(row):
            style = styles.of(kinds[column], value, strong=position in strong_rows)
            _write_cell(sheet, (_HEAD_ROW + 1 + position, column), value, style)
    _set_page(sheet, headers, rows)
    try:
        book.close()
    except FileCreateError as error:
        raise OSError(*error.args) from error


class _Styles:
    """The formats of a table's cells: one for each kind, each also in bold."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Format] = {}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#E1F1ED"}
        )

    def of(self, kind: Kind, value: object, *, strong: bool) -> Format:
        """The format for a value in a column of ``kind``; the value's own type comes first."""
        form = ""
        if isinstance(value, date):
            form = "dd/mm/yyyy"
        elif isinstance(value, int | Decimal) and not isinstance(value, bool):
            places = -int(value.normalize().as_tuple().exponent) if isinstance(value, Decimal) else 0
            form = "#,##0" + ("." + "0" * min(places, 6) if places > 0 else "")
        elif kind in (Kind.INTEGER, Kind.DECIMAL):
            form = "right"
        key = (form, strong)
        if key not in self._made:
            self._made[key] = self._book.add_format(self._properties(form, strong=strong))
        return self._made[key]

    @staticmethod
    def _properties(form: str, *, strong: bool) -> dict[str, object]:
        properties: dict[str, object] = {"border": 1, "valign": "top", "text_wrap": True, "bold": strong}
        if form == "right":
            properties["align"] = "right"
        elif form:
            properties["num_format"] = form
        return properties


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
        sheet.write_string(*place, str(value)[:_MAX_CELL], style)


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
