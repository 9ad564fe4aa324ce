"""Every word can be read on its ground: at least 4.5 : 1, in both themes."""

from __future__ import annotations

import pytest

from desktop.ui.theme.tokens import DARK, LIGHT, Tokens, Tone, contrast

GROUNDS_OF = {
    "text": ("bg", "surface", "sunk", "selection", "primary_soft"),
    "text2": ("bg", "surface", "sunk", "selection"),
    "primary": ("bg", "surface", "sunk", "primary_soft", "selection"),
    "on_primary": ("primary", "primary_hover"),
}
"""Word → the grounds it is written on somewhere in the style sheet or by a painter."""
THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def test_the_measure_itself_is_right() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize(("word", "ground"), [(w, g) for w, grounds in GROUNDS_OF.items() for g in grounds])
def test_words_are_readable(tokens: Tokens, word: str, ground: str) -> None:
    assert contrast(getattr(tokens, word), getattr(tokens, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("tone", list(Tone))
def test_pills_are_readable(tokens: Tokens, tone: Tone) -> None:
    pair = tokens.tone(tone)
    assert contrast(pair.word, pair.ground) >= 4.5


@THEMES
@pytest.mark.parametrize("tone", list(Tone))
def test_coloured_words_are_readable_on_the_surface(tokens: Tokens, tone: Tone) -> None:
    assert contrast(tokens.tone(tone).word, tokens.surface) >= 4.5


@THEMES
def test_the_focus_ring_is_seen(tokens: Tokens) -> None:
    """Three to one is what a sign that is not a word needs (WCAG 2.2, 1.4.11)."""
    assert all(
        contrast(tokens.primary, ground) >= 3 for ground in (tokens.bg, tokens.surface, tokens.selection)
    )
