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


SIGNS = st.text(st.sampled_from("'=+-@\t＝5., %a"), max_size=6)


@given(SIGNS)
def test_what_looks_like_a_formula_goes_as_words_and_comes_back_as_it_was(text: str) -> None:
    """To a spreadsheet with an apostrophe; inside the program nothing is added or lost."""
    block = to_block([[text]])
    assert from_block(block) == [[text]]
    bare = block.strip('"\n')
    assert bare[:1] not in ("=", "@", "\t", "＝")
    if bare[:1] in ("+", "-"):
        assert not set(bare) & {"=", "@", "a", "'", "\t", "＝"}, "a figure"


@pytest.mark.parametrize(
    ("cell", "copied"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("@SUM(1)", "'@SUM(1)"),
        ("+1+1", "'+1+1"),
        ("- Họp dân", "'- Họp dân"),
        ("'=1", "''=1"),
        ("'chữ", "'chữ"),
        ("-1.234,5", "-1.234,5"),
        ("+3%", "+3%"),
        ("–", "–"),
        ("18/06/2022", "18/06/2022"),
    ],
)
def test_words_are_no_formula_in_a_spreadsheet_and_figures_stay_figures(cell: str, copied: str) -> None:
    """What another office wrote runs nowhere by Ctrl+C and Ctrl+V; sums can still be made of the figures."""
    assert to_block([[cell]]) == copied + "\n"


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
