"""An exported table opens with numbers that add up and days that sort, and prints with its head."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from desktop.domain.entity import Kind
from desktop.domain.errors import Code, SoSenError
from desktop.usecases.export_table import Table, export_table
from tests.helpers.media import small_disk

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


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("'Kế hoạch'", "Kế hoạch"),
        ("Xã D'", "Xã D"),
        ("a" * 30 + "'b", "a" * 30),
        ("'", "1"),
        ("/ ' /", "1"),
        ("😀" * 20, "😀" * 15),
    ],
)
def test_any_title_names_a_sheet(title: str, name: str, tmp_path: Path) -> None:
    """Whatever a plan or a unit is called, its table is written."""
    path = tmp_path / "việc.xlsx"
    export_table(path, replace(TABLE, title=title))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert (sheet.title, sheet["A1"].value) == (name, title)


@pytest.mark.parametrize("words", ["=cmd|' /C calc'!A0", "@SUM(1)", "+1+1", "- Họp dân", "＝1"])
def test_words_stay_words_when_their_cell_is_edited(words: str, tmp_path: Path) -> None:
    """F2 and Enter in Excel start nothing that another office wrote; heads and titles too."""
    path = tmp_path / "việc.xlsx"
    export_table(path, Table(words, (words, "Số"), (Kind.TEXT, Kind.INTEGER), [(words, -5), ("Chữ", 6)]))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [sheet[place].quotePrefix for place in ("A1", "A3", "A4")] == [True] * 3
    assert [sheet[place].data_type for place in ("A1", "A3", "A4")] == ["s"] * 3
    assert (sheet["A4"].value, sheet["B4"].value) == (words, -5)
    assert not sheet["B4"].quotePrefix
    assert not sheet["A5"].quotePrefix


def test_a_full_stick_is_told_and_keeps_the_file_that_was_there(tmp_path: Path) -> None:
    """No torn table takes the place of last week's."""
    with small_disk(tmp_path / "stick", 64 * 1024) as stick:
        path = stick / "việc.xlsx"
        export_table(path, TABLE)
        before = path.read_bytes()
        rows = [(str(number), hex(hash(str(number) * 9)), None, None, None) for number in range(20_000)]
        with pytest.raises(SoSenError) as refused:
            export_table(path, replace(TABLE, rows=rows))
        assert refused.value.code is Code.E_SPACE
        assert [one.name for one in stick.iterdir()] == [path.name]
        assert path.read_bytes() == before
