"""An exported table opens with numbers that add up and days that sort, and prints with its head."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from desktop.domain.entity import Kind
from desktop.domain.errors import SoSenError
from desktop.usecases.export_table import Table, export_table

TABLE = Table(
    "Việc tuần này: xã Phú Điền / 18",
    ("Mã", "Nhiệm vụ", "Hạn", "%", "Kinh phí"),
    (Kind.TEXT, Kind.TEXT, Kind.DATE, Kind.INTEGER, Kind.DECIMAL),
    [
        ("I", "Củng cố hợp tác xã", None, None, None),
        ("1.10", "=SUM(A1)", date(2022, 6, 18), 40, Decimal("1234.50")),
    ],
    frozenset({0}),
)


def test_values_keep_their_kind(tmp_path: Path) -> None:
    path = tmp_path / "việc.xlsx"
    export_table(path, TABLE)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet["A1"].value == TABLE.title
    assert [cell.value for cell in sheet[3]] == list(TABLE.headers)
    code, title, due, percent, budget = [cell.value for cell in sheet[5]]
    assert (code, title, due.date(), percent, budget) == ("1.10", "=SUM(A1)", date(2022, 6, 18), 40, 1234.5)
    assert sheet["B5"].data_type == "s"
    assert sheet["C5"].number_format == "dd/mm/yyyy"
    assert sheet["E5"].number_format == "#,##0.0"
    assert sheet["A4"].font.b
    assert not sheet["A5"].font.b


def test_it_is_ready_to_print_and_to_filter(tmp_path: Path) -> None:
    path = tmp_path / "việc.xlsx"
    export_table(path, TABLE)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.auto_filter.ref == "A3:E5"
    assert sheet.page_setup.orientation == "landscape"
    assert not set("[]:*?/\\") & set(sheet.title)


def test_an_empty_table_is_a_head(tmp_path: Path) -> None:
    path = tmp_path / "trống.xlsx"
    export_table(path, Table("", ("Mã",), (Kind.TEXT,), []))
    assert openpyxl.load_workbook(path).worksheets[0]["A3"].value == "Mã"


def test_a_folder_that_is_gone_is_a_refusal_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(SoSenError) as refused:
        export_table(tmp_path / "không có" / "việc.xlsx", TABLE)
    assert refused.value.code == "E_IO"
    assert list(tmp_path.iterdir()) == []
