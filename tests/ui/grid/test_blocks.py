"""Blocks go to and come from Excel and Calc unharmed, breaks and quotes included."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.grid.blocks import from_block, to_block

CELL = st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=20)


@given(
    st.integers(1, 5).flatmap(lambda wide: st.lists(st.lists(CELL, min_size=wide, max_size=wide), min_size=1))
)
def test_a_block_comes_back_as_it_went(rows: list[list[str]]) -> None:
    assert from_block(to_block(rows)) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("a", [["a"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\t\n\tb", [["a", ""], ["", "b"]]),
        ('"hai\ndòng"\tx', [["hai\ndòng", "x"]]),
        ('"nói ""được"""', [['nói "được"']]),
        ('5" ống\tb', [['5" ống', "b"]]),
        ('"chưa đóng\tb', [['"chưa đóng', "b"]]),
        ('"Sổ" Sen', [['"Sổ" Sen']]),
        ("a\rb", [["a"], ["b"]]),
        ("a\t", [["a", ""]]),
        ("\n", [[""]]),
    ],
)
def test_what_other_programs_put_on_the_clipboard(text: str, rows: list[list[str]]) -> None:
    assert from_block(text) == rows
