"""Draw a chart for a screen: what to draw in, finished pixels out."""

from __future__ import annotations

from desktop.documents.figures import Chart, ChartLook, Mark, Picture, Series, draw_picture
from desktop.usecases.resources import resource_path

__all__ = ["Chart", "ChartLook", "Mark", "Picture", "Series", "draw_chart", "make_look"]

_FONTS = ("NotoSans_400Regular.ttf", "NotoSans_600SemiBold.ttf")


def make_look(text: str, soft: str, line: str, ground: str, letters: float) -> ChartLook:
    """The look of a chart: colours as #RRGGBB, letters in pixels, the program's own font."""
    return ChartLook(text, soft, line, ground, letters, tuple(resource_path("fonts", one) for one in _FONTS))


def draw_chart(chart: Chart, look: ChartLook, width: int, height: int, ratio: float = 1.0) -> Picture:
    """The chart on ``width`` × ``height`` pixels; slow the first time, so call it from a worker."""
    return draw_picture(chart, look, width, height, ratio)
