"""A list of units is pasted as it stands in the office's table; a clerk picks the own unit from a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.errors import Code, SoSenError
from desktop.usecases.unit_list import read_unit_file, read_unit_lines, read_unit_list, write_unit_list
from tests.helpers.enrolment import DISTRICT, HUNG_THANH, PHU_DIEN, Founded


@pytest.mark.parametrize("parted", ["\t", ";", ","])
def test_a_pasted_table_is_read_whatever_parts_its_columns(parted: str) -> None:
    lines = [
        "Mã|Tên|Từ ngày|Điện thoại",
        "30067|Xã Phú Điền|06/03/1984|0277 3 827",
        "",
        "30043|Xã Hưng Thạnh",
    ]
    first, second = read_unit_lines("\n".join(lines).replace("|", parted))
    assert (first.unit_id, first.name, first.phone) == ("30067-19840306", "Xã Phú Điền", "0277 3 827")
    assert first.valid_from == date(1984, 3, 6)
    assert (second.unit_id, second.valid_from) == ("30043-00000000", None)


@pytest.mark.parametrize(
    ("line", "name", "day", "phone"),
    [
        ("30067 Xã Phú Điền 06/03/1984 0277 3 000 001", "Xã Phú Điền", date(1984, 3, 6), "0277 3 000 001"),
        ("30067 Xã Phú Điền 06/03/1984", "Xã Phú Điền", date(1984, 3, 6), ""),
        ("30067   Phường 10  0277 3 000 001", "Phường 10", None, "0277 3 000 001"),
        ("30067 Xã Phú Điền", "Xã Phú Điền", None, ""),
    ],
)
def test_a_line_typed_as_the_example_shows_it_is_read(
    line: str, name: str, day: date | None, phone: str
) -> None:
    """A clerk without a table types what stands in the empty field, with spaces between."""
    (read,) = read_unit_lines(line)
    assert (read.code, read.name, read.valid_from, read.phone) == ("30067", name, day, phone)


def test_a_typed_line_may_stand_among_pasted_ones() -> None:
    """One commune was missing in the table and is typed below it."""
    pasted = "30067\tXã Phú Điền\t06/03/1984\n30043 Xã Hưng Thạnh 05/01/1981"
    assert [one.unit_id for one in read_unit_lines(pasted)] == ["30067-19840306", "30043-19810105"]


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("30067\tPhú Điền\n30043", "unit", 2),
        ("Phú Điền\t30067", "unit", 1),
        ("30067\tPhú Điền\t31/02/1984", "day", 1),
        ("30067 Phú Điền 31/02/1984", "day", 1),
        ("\n \n", "empty", None),
        ("Mã\tTên", "empty", None),
    ],
)
def test_a_wrong_line_is_named(text: str, reason: str, line: int | None) -> None:
    with pytest.raises(SoSenError) as refused:
        read_unit_lines(text)
    assert (refused.value.code, refused.value.params["reason"]) == (Code.E_UNITS, reason)
    assert refused.value.params.get("line") == line


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_cell_larger_than_any_is_no_unit(tmp_path: Path, quote: str) -> None:
    path = tmp_path / "units.csv"
    path.write_text(f"30067;Xã Phú Điền\n30043;{quote}{'x' * 200_000}\n", encoding="utf-8")
    with pytest.raises(SoSenError) as refused:
        read_unit_file(path)
    assert (refused.value.code, refused.value.params["line"]) == (Code.E_UNITS, 2)
    assert len(str(refused.value.params["text"])) <= 80


@pytest.mark.parametrize("text", ["0 " * 60_000 + "x", "30067" + " " * 120_000 + "x y", "1 0" * 40_000])
def test_a_line_made_to_be_slow_is_refused_at_once(text: str) -> None:
    with pytest.raises(SoSenError) as refused:
        read_unit_lines(text)
    assert refused.value.code is Code.E_UNITS


def test_a_list_in_another_encoding_is_refused_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    path.write_bytes("30067;Phú Điền".encode("cp1258", errors="replace"))
    with pytest.raises(SoSenError) as refused:
        read_unit_file(path)
    assert (refused.value.code, refused.value.params["path"]) == (Code.E_UNITS, str(path))
    assert refused.value.params["reason"] == "encoding"
    path.write_bytes("\ufeff30067;Phú Điền\r\n".encode())
    assert [one.name for one in read_unit_file(path)] == ["Phú Điền"]


def test_a_clerk_picks_the_unit_from_the_office_s_file(tmp_path: Path) -> None:
    year = Founded(tmp_path)
    stick = year.new_stick()
    path = write_unit_list(year.office, stick)
    assert path.name == "872.donvi"
    listed = read_unit_list(stick)
    assert (listed.office, listed.office_name) == (DISTRICT.unit_id, DISTRICT.name)
    assert [one.unit for one in listed.units] == [DISTRICT.unit_id, PHU_DIEN.unit_id, HUNG_THANH.unit_id]
    with pytest.raises(SoSenError) as nothing:
        read_unit_list(year.new_stick())
    assert nothing.value.params["reason"] == "no_units"
    year.close()


def test_a_false_list_on_the_stick_hides_the_true_one_from_nobody(tmp_path: Path) -> None:
    """The page reads what lies there by itself: neither a huge file nor one made to be slow stops it."""
    year = Founded(tmp_path)
    stick = year.new_stick()
    (stick / "0.donvi").write_bytes(b'\\"' * 500_000)
    with pytest.raises(SoSenError) as alone:
        read_unit_list(stick)
    assert (alone.value.code, alone.value.params["reason"]) == (Code.E_FORMAT, "units")
    with (stick / "1.donvi").open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(SoSenError) as huge:
        read_unit_list(stick / "1.donvi")
    assert huge.value.code is Code.E_LIMIT
    write_unit_list(year.office, stick)
    assert read_unit_list(stick).office == DISTRICT.unit_id
    year.close()


def test_a_list_that_excel_saved_as_unicode_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "units.txt"
    path.write_bytes("30067\tXã Phú Điền\r\n30043\tXã Hưng Thạnh\r\n".encode("utf-16"))
    assert [one.name for one in read_unit_file(path)] == ["Xã Phú Điền", "Xã Hưng Thạnh"]
