"""Charts as pictures: bars and lines in the colours of a theme, drawn without a window.

Everything runs in the caller's thread and touches no shared state of the library but its list of fonts, so
a window lets one worker draw and shows the finished pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.formats import format_number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_DPI = 72
"""At 72 dots an inch the library's points are pixels."""
_HEADROOM = 0.18
_LABEL_GAP = 4
_PAD = 0.08
"""Inches round the chart."""


class Mark(StrEnum):
    """How a series is drawn; ``guide`` is one level across the whole chart, such as a plan."""

    BARS = "bars"
    LINE = "line"
    GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class Series:
    """One series: its name for the legend, a value for each category (None: a gap), its colour #RRGGBB.

    A guide has one value.
    """

    name: str
    mark: Mark
    values: tuple[float | None, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What to draw. ``across`` lays bars along lines, for long names such as those of units."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    suffix: str = ""
    across: bool = False


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Colours, the size of letters in pixels, and the font files, of which the first gives the family."""

    text: str
    soft: str
    line: str
    ground: str
    letters: float
    fonts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels, row by row, four bytes each: red, green, blue, alpha."""

    width: int
    height: int
    pixels: bytes


def draw_picture(chart: Chart, look: ChartLook, width: int, height: int, ratio: float = 1.0) -> Picture:
    """Draw ``chart`` on ``width`` × ``height`` pixels of a screen with ``ratio`` dots to a pixel."""
    # Heavy: half a second at the first chart, in the worker that draws.
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure = make_figure(chart, look, width, height)
    figure.set_dpi(_DPI * ratio)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
    rows, columns = pixels.shape[:2]
    return Picture(columns, rows, bytes(pixels))


def make_figure(chart: Chart, look: ChartLook, width: int, height: int) -> Figure:
    """The chart as a figure of ``width`` × ``height`` pixels, for a picture or a document."""
    from matplotlib import rcParams  # heavy, see above
    from matplotlib.figure import Figure  # heavy
    from matplotlib.layout_engine import ConstrainedLayoutEngine  # heavy

    rcParams["text.parse_math"] = False  # a "$" in a unit's name is a letter; ticks are made when drawn
    layout = ConstrainedLayoutEngine(w_pad=_PAD, h_pad=_PAD)
    figure = Figure((width / _DPI, height / _DPI), dpi=_DPI, layout=layout, facecolor=look.ground)
    axes = figure.add_subplot(facecolor=look.ground)
    painter = _Painter(axes, chart, look)
    painter.paint()
    if len(chart.series) > 1:
        painter.name_series(figure)
    return figure


def _family(fonts: Sequence[Path]) -> list[str]:
    """The family of the shipped font, made known to the library once."""
    # Heavy, see above.
    from matplotlib import font_manager

    known = {entry.fname for entry in font_manager.fontManager.ttflist}
    for path in fonts:
        if str(path) not in known:
            font_manager.fontManager.addfont(str(path))
    return [font_manager.get_font(str(fonts[0])).family_name] if fonts else ["DejaVu Sans"]


class _Painter:
    """Draws the parts of one chart on its axes."""

    def __init__(self, axes: Axes, chart: Chart, look: ChartLook) -> None:
        self._axes, self._chart, self._look = axes, chart, look
        self._font: dict[str, Any] = {"family": _family(look.fonts), "size": look.letters}
        self._places = list(range(len(chart.categories)))

    def paint(self) -> None:
        self._set_range()
        self._style()
        bars = [one for one in self._chart.series if one.mark is Mark.BARS]
        for number, series in enumerate(bars):
            self._paint_bars(series, number, len(bars))
        for series in self._chart.series:
            if series.mark is Mark.LINE:
                self._paint_line(series)
            elif series.mark is Mark.GUIDE:
                self._paint_guide(series)

    def name_series(self, figure: Figure) -> None:
        """The legend, one line above the chart."""
        # Heavy, see above.
        from matplotlib.font_manager import FontProperties

        legend = figure.legend(
            loc="outside upper left",
            ncols=len(self._chart.series),
            frameon=False,
            prop=FontProperties(**self._font),
            labelcolor=self._look.text,
            handlelength=1.6,
            columnspacing=1.4,
        )
        legend.set_in_layout(True)

    def _style(self) -> None:
        axes, look = self._axes, self._look
        for side in axes.spines.values():
            side.set_visible(False)
        along, values = (axes.yaxis, axes.xaxis) if self._chart.across else (axes.xaxis, axes.yaxis)
        values.grid(visible=True, color=look.line, linewidth=1)
        axes.set_axisbelow(True)
        axes.tick_params(length=0, colors=look.soft, labelfontfamily=self._font["family"])
        axes.tick_params(labelsize=look.letters)
        values.set_major_formatter(lambda number, _place: self._words(number))
        along.set_ticks(self._places, list(self._chart.categories))
        edge = (-0.6, len(self._places) - 0.4)
        if self._chart.across:
            axes.set_ylim(edge[1], edge[0])
        else:
            axes.set_xlim(*edge)

    def _set_range(self) -> None:
        """From 0 where that does not flatten the line: levels such as 90,4 … 92,5 keep their own range."""
        shown = [value for one in self._chart.series for value in one.values if value is not None]
        low, high = min(shown, default=0.0), max(shown, default=1.0)
        bars = any(one.mark is Mark.BARS for one in self._chart.series)
        if bars or low < (high - low) * 3:
            low, high = min(low, 0.0), max(high, 0.0)
        room = ((high - low) or abs(high) or 1.0) * _HEADROOM
        limits = (low - (room if low < 0 or (low and not bars) else 0.0), high + room)
        if self._chart.across:
            self._axes.set_xlim(*limits)
        else:
            self._axes.set_ylim(*limits)

    def _paint_bars(self, series: Series, number: int, count: int) -> None:
        thick = 0.66 / count
        shift = (number - (count - 1) / 2) * thick
        places = [place + shift for place in self._places]
        sizes = [value or 0.0 for value in series.values]
        draw = self._axes.barh if self._chart.across else self._axes.bar
        draw(places, sizes, thick, color=series.colour, label=series.name)
        for place, value in zip(places, series.values, strict=True):
            if value is not None:
                self._label((value, place) if self._chart.across else (place, value), value)

    def _paint_line(self, series: Series) -> None:
        points = [(p, v) for p, v in zip(self._places, series.values, strict=True) if v is not None]
        across = [place for place, _value in points]
        up = [value for _place, value in points]
        self._axes.plot(
            across, up, color=series.colour, linewidth=2, marker="o", markersize=5, label=series.name
        )
        for place, value in points:
            self._label((place, value), value)

    def _paint_guide(self, series: Series) -> None:
        level = series.values[0]
        if level is not None:
            name = f"{series.name} {self._words(level)}"
            draw = self._axes.axvline if self._chart.across else self._axes.axhline
            draw(level, color=series.colour, linewidth=1.5, linestyle=(0, (5, 4)), label=name)

    def _label(self, point: tuple[float, float], value: float) -> None:
        across = self._chart.across
        self._axes.annotate(
            self._words(value),
            point,
            xytext=(_LABEL_GAP + 2, 0) if across else (0, _LABEL_GAP),
            textcoords="offset points",
            ha="left" if across else "center",
            va="center" if across else "bottom",
            color=self._look.text,
            bbox={"facecolor": self._look.ground, "edgecolor": "none", "pad": 0.5, "alpha": 0.75},
            **self._font,
        )

    def _words(self, number: float) -> str:
        return format_number(Decimal(f"{number:.6g}")) + self._chart.suffix
