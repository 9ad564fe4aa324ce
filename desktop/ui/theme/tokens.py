"""The colours, distances and type sizes of the program: the table of the design page, as values.

Words and grounds come in pairs, each at least 4.5 : 1 (tests/ui/theme/test_contrast.py computes it).
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Theme(StrEnum):
    """Which set of colours is used; ``SYSTEM`` follows the operating system."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class Tone(StrEnum):
    """The meaning of a pill, banner or count; a word always stands beside the colour."""

    GREY = "grey"
    """Not started; neutral."""
    BLUE = "blue"
    """In progress; information."""
    GREEN = "green"
    """Done; success."""
    AMBER = "amber"
    """Due soon; warning."""
    RED = "red"
    """Overdue; error."""
    LOTUS = "lotus"
    """A count that wants attention; the brand."""
    PRIMARY = "primary"
    """The current place."""


class Type(StrEnum):
    """The type scale."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    STRONG = "strong"
    CAPTION = "caption"
    CAPTION_STRONG = "caption_strong"


class Pair(NamedTuple):
    """A word's colour and the colour of the ground below it."""

    word: str
    ground: str


class Tokens(NamedTuple):
    """One theme's colours, as ``#RRGGBB``."""

    bg: str
    surface: str
    sunk: str
    line: str
    text: str
    text2: str
    primary: str
    on_primary: str
    primary_hover: str
    primary_soft: str
    selection: str
    tones: dict[Tone, Pair]

    def tone(self, tone: Tone) -> Pair:
        """The word and ground of a tone."""
        return self.tones[tone]


LIGHT = Tokens(
    bg="#F5F6F8",
    surface="#FFFFFF",
    sunk="#ECEFF3",
    line="#D8DEE6",
    text="#17212B",
    text2="#526070",
    primary="#0E6655",
    on_primary="#FFFFFF",
    primary_hover="#0B5446",
    primary_soft="#E1F1ED",
    selection="#D5ECE6",
    tones={
        Tone.GREY: Pair("#56626F", "#E9ECF0"),
        Tone.BLUE: Pair("#1D5BB0", "#E3EDFA"),
        Tone.GREEN: Pair("#1C7445", "#DFF2E6"),
        Tone.AMBER: Pair("#7C5200", "#FDF0D2"),
        Tone.RED: Pair("#AE2A20", "#FBE6E4"),
        Tone.LOTUS: Pair("#B0265F", "#FBE8F0"),
        Tone.PRIMARY: Pair("#0E6655", "#E1F1ED"),
    },
)

DARK = Tokens(
    bg="#12171C",
    surface="#1A2027",
    sunk="#222A33",
    line="#323D49",
    text="#E7ECF1",
    text2="#A7B3C0",
    primary="#58C4A9",
    on_primary="#08231D",
    primary_hover="#77D3BC",
    primary_soft="#17352F",
    selection="#1E4139",
    tones={
        Tone.GREY: Pair("#B3BEC9", "#2A333D"),
        Tone.BLUE: Pair("#8FBBF5", "#1B2C45"),
        Tone.GREEN: Pair("#7FD6A2", "#183524"),
        Tone.AMBER: Pair("#EBC268", "#3B2E12"),
        Tone.RED: Pair("#F39B92", "#43211E"),
        Tone.LOTUS: Pair("#F291B6", "#3A1E2B"),
        Tone.PRIMARY: Pair("#58C4A9", "#17352F"),
    },
)

TOKENS = {Theme.LIGHT: LIGHT, Theme.DARK: DARK}

TYPE_SCALE: dict[Type, tuple[int, int]] = {
    Type.TITLE: (20, 700),
    Type.HEADING: (15, 600),
    Type.BODY: (13, 400),
    Type.STRONG: (13, 600),
    Type.CAPTION: (12, 400),
    Type.CAPTION_STRONG: (12, 600),
}
"""Role → (pixels at 100 %, weight)."""

XS, SM, MD, LG, XL, XXL = 4, 8, 12, 16, 20, 24
"""Distances in pixels at 100 %."""

RADIUS_CONTROL, RADIUS_CARD, RADIUS_PILL = 6, 8, 10
ROW, ROW_TWO_LINES, CONTROL, PILL = 34, 42, 34, 20
"""Heights in pixels at 100 %."""
FOCUS_RING = 2

CONFLICT_ICON = "git-branch"
"""The badge of a row with values that a person has to choose from."""

ZOOM_STEPS = (0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two ``#RRGGBB`` colours, 1 to 21 (WCAG 2.2, "relative luminance")."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
