"""A clerk pastes a plan from Word and gets the lines as they were numbered, none lost, none torn apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.usecases.numbered_lines import NumberedLine, numbered_lines


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("1. Củng cố hợp tác xã", [("1", 0, "Củng cố hợp tác xã")]),
        ("1.\tCủng cố hợp tác xã", [("1", 0, "Củng cố hợp tác xã")]),
        ("I. Kinh tế\n1. Lúa\n2. Sen", [("I", 0, "Kinh tế"), ("1", 1, "Lúa"), ("2", 1, "Sen")]),
        ("1. Lúa\n1.1. Ký\n1.2 Máy", [("1", 0, "Lúa"), ("1.1", 1, "Ký"), ("1.2", 1, "Máy")]),
        ("2) Đường\na) Bờ\n3) Cầu", [("2", 0, "Đường"), ("a", 1, "Bờ"), ("3", 0, "Cầu")]),
        ("1. Lúa\n- Hè Thu\n+ Thu Đông", [("1", 0, "Lúa"), ("", 1, "Hè Thu"), ("", 1, "Thu Đông")]),
        ("1. Ký hợp đồng liên kết\ntiêu thụ lúa", [("1", 0, "Ký hợp đồng liên kết tiêu thụ lúa")]),
        ("KẾ HOẠCH NĂM 2022\n1. Lúa", [("1", 0, "Lúa")]),
        ("Lúa\n\nSen", [("", 0, "Lúa"), ("", 0, "Sen")]),
        ("350 ha lúa vụ Hè Thu\n12 lao động", [("", 0, "350 ha lúa vụ Hè Thu"), ("", 0, "12 lao động")]),
        ("1. 350 ha lúa\n2. 1.350 hộ", [("1", 0, "350 ha lúa"), ("2", 0, "1.350 hộ")]),
        ("1. Họp dân\n15/6 chốt danh sách", [("1", 0, "Họp dân 15/6 chốt danh sách")]),
        ("Trồng lúa\n100% hộ dùng nước sạch", [("", 0, "Trồng lúa"), ("", 0, "100% hộ dùng nước sạch")]),
        ("'- Hè Thu\n'+ Thu Đông", [("", 0, "Hè Thu"), ("", 0, "Thu Đông")]),  # copied out of a list
        ("", []),
    ],
)
def test_lines_come_as_they_were_numbered(pasted: str, expected: list[tuple[str, int, str]]) -> None:
    assert numbered_lines(pasted) == [NumberedLine(*line) for line in expected]


@given(st.text(alphabet="1.2aIV)- \tđườngLúa\n", max_size=120))
def test_depths_never_jump_and_no_line_is_empty(pasted: str) -> None:
    lines = numbered_lines(pasted)
    for before, line in zip([None, *lines], lines, strict=False):
        assert line.text
        assert line.depth <= (before.depth + 1 if before else 0)
