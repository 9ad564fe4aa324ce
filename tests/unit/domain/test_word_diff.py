"""A clerk who has to choose between two texts sees which words differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.word_diff import Piece, compare_words

WORDS = st.lists(st.sampled_from(["làm", "đường", "ấp", "Mỹ Tân", "  ", "\n", "2 km"]), max_size=12).map(
    " ".join
)


def test_only_the_words_that_differ_are_marked() -> None:
    """Of two long sentences a person reads one word."""
    pieces = compare_words("Làm 2 km đường ấp Mỹ Tân", "Làm 3 km đường ấp Mỹ Tân")
    assert pieces == [Piece("Làm ", True), Piece("2 ", False), Piece("km đường ấp Mỹ Tân", True)]


def test_a_word_more_is_marked_where_it_stands() -> None:
    """Something added in the middle does not colour all that follows."""
    pieces = compare_words("Đã xong phần móng trước hạn", "Đã xong phần móng")
    assert [piece.text for piece in pieces if not piece.is_common] == ["trước hạn"]


def test_equal_texts_have_nothing_to_show() -> None:
    """Spaces at the end are no difference worth a question."""
    assert all(piece.is_common for piece in compare_words("Đã xong ", "Đã xong"))


def test_very_long_texts_are_not_compared_word_by_word() -> None:
    """A pasted book does not keep the window waiting."""
    text, other = "a " * 3_000, "b " * 3_000
    assert compare_words(text, other) == [Piece(text, False)]


@given(WORDS, WORDS)
def test_nothing_of_a_text_is_left_out(text: str, other: str) -> None:
    """What is shown is what was written, and what both have stands in both alike."""
    ours, theirs = compare_words(text, other), compare_words(other, text)
    assert "".join(piece.text for piece in ours) == text
    common = [[w for p in pieces if p.is_common for w in p.text.split()] for pieces in (ours, theirs)]
    assert len(common[0]) <= len(text.split())
    assert common[0] == [w for w in common[0] if w in other.split()]
