"""A chart is drawn off the window, sharp on every screen, with Vietnamese words and figures."""

from __future__ import annotations

import pytest

from desktop.documents.figures import make_figure
from desktop.usecases.draw_chart import Chart, Mark, Series, draw_chart, make_look

LOOK = make_look("#17212B", "#526070", "#D8DEE6", "#FFFFFF", 12)
LINE = Chart(
    tuple(f"T{month}" for month in range(1, 13)),
    (
        Series("Thực hiện", Mark.LINE, (87.1, 87.6, 88.9, None, 90.25, *[None] * 7), "#0E6655"),
        Series("Kế hoạch", Mark.GUIDE, (92.5,), "#B0265F"),
    ),
)
BARS = Chart(
    ("Thị trấn Mỹ An", "Xã Đốc Binh Kiều"),
    (Series("Hoàn thành", Mark.BARS, (40.0, None), "#0E6655"),),
    "%",
    across=True,
)


@pytest.mark.parametrize("chart", [LINE, BARS, Chart((), ())])
def test_the_picture_has_the_size_asked_for(chart: Chart) -> None:
    picture = draw_chart(chart, LOOK, 400, 200, 1.5)
    assert (picture.width, picture.height) == (600, 300)
    assert len(picture.pixels) == 600 * 300 * 4
    assert picture.pixels[:4] == b"\xff\xff\xff\xff"


def test_figures_are_written_as_in_vietnam() -> None:
    axes = make_figure(LINE, LOOK, 400, 200).axes[0]
    assert [text.get_text() for text in axes.texts] == ["87,1", "87,6", "88,9", "90,25"]
    assert {line.get_label() for line in axes.lines} == {"Thực hiện", "Kế hoạch 92,5"}


def test_levels_keep_their_range_and_totals_start_at_nothing() -> None:
    assert make_figure(LINE, LOOK, 400, 200).axes[0].get_ylim()[0] > 80
    assert make_figure(BARS, LOOK, 400, 200).axes[0].get_xlim()[0] == 0
    negative = Chart(("T1", "T2"), (Series("", Mark.LINE, (-8.3, 4.4), "#0E6655"),))
    assert make_figure(negative, LOOK, 400, 200).axes[0].get_ylim()[0] < -8.3


def test_the_chart_uses_the_shipped_font() -> None:
    axes = make_figure(LINE, LOOK, 400, 200).axes[0]
    assert axes.texts[0].get_fontname() == "Noto Sans"


def test_names_are_words_and_no_formula() -> None:
    """A unit or series may be called anything: the chart is drawn, with its name to the letter."""
    names = ("Ấp 1 $\\frac{a$", "Ấp 2 $x^2$")
    series = tuple(Series(name, Mark.BARS, (1.0, 2.0), "#0E6655") for name in names)
    chart = Chart(names, series, "$%$", across=True)
    assert draw_chart(chart, LOOK, 400, 200).width == 400
    figure = make_figure(chart, LOOK, 400, 200)
    figure.draw_without_rendering()
    shown = [*figure.axes[0].get_yticklabels(), *figure.legends[0].get_texts(), *figure.axes[0].texts]
    assert {text.get_text() for text in shown} >= {*names}
    assert not any(text.get_parse_math() for text in shown)
