"""What is measured inside a window's own process: ``python -m tests.bench.inside WHAT DATA PROFILE``.

Prints one JSON document. ``tests.bench.window`` starts it: each memory figure is that of one job alone.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app.first_paint import peak_memory
from desktop.app.pictures import settle
from desktop.app.screens import screen_entries
from desktop.ui.frame.appearance import install_appearance
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.grid.source import Arrangement, ColumnFilter
from desktop.ui.jobs import Job
from desktop.ui.progress.screen import ProgressScreen
from desktop.ui.progress.words import due_word, nobody, state_word
from desktop.usecases.draw_chart import Chart, Mark, Series, draw_chart, make_look
from desktop.usecases.import_bundle import bundle_files, import_bundles
from desktop.usecases.office import Office, open_office
from desktop.usecases.progress_view import DueClass

ROUNDS = 5
STEPS = 60
TICK_MS = 5


def main() -> int:
    """Measure one thing."""
    what, data, profile = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    if what == "charts":
        print(json.dumps(charts()))
        return 0
    app = QApplication(sys.argv[:1])
    office = open_office(data, profile)
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        install_appearance(app, settings)
        window = MainWindow(office, screen_entries(office), settings)
        window.resize(1366, 768)
        window.show()
        settle(window.lane)
        jobs: dict[str, Callable[[], dict[str, Any]]] = {
            "day": lambda: day(window),
            "table": lambda: table(window),
            "import": lambda: take(window, office, [Path(part) for part in sys.argv[4:]]),
        }
        found = jobs[what]()
        window.close()
    office.close()
    print(json.dumps(found))
    return 0


def day(window: MainWindow) -> dict[str, Any]:
    """Every screen with its charts, twice."""
    for _round in range(2):
        for entry in window.entries:
            window.navigate(entry.key)
            settle(window.lane)
    return {"peak": peak_memory() / 1024, "screens": len(window.entries)}


def charts() -> dict[str, Any]:
    """The first chart with the loading of its library, and those after it, in milliseconds."""
    months = tuple(f"T{number}" for number in range(1, 13))
    look = make_look("#17212B", "#526070", "#D8DEE6", "#FFFFFF", 12.0)

    def draw(number: int) -> float:
        values = tuple(float(number + month) for month in range(12))
        chart = Chart(months, (Series("Thực hiện", Mark.BARS, values, "#0E6655"),), " %")
        start = time.perf_counter()
        draw_chart(chart, look, 640, 240)
        return (time.perf_counter() - start) * 1000

    return {"first": draw(0), "later": [draw(number) for number in range(1, ROUNDS + 1)]}


# --- a table of many tasks ------------------------------------------------------------------------------


def table(window: MainWindow) -> dict[str, Any]:
    """Milliseconds until a page is painted: opened, filtered, searched, scrolled; and the memory it took."""
    gc.collect()
    before = resident()
    opened = [_open(window, number) for number in range(ROUNDS)]
    screen = window.content.stage.current
    assert isinstance(screen, ProgressScreen)
    settle(window.lane)
    filters = {
        name: [_arranged(screen, wish) for _round in range(ROUNDS)] for name, wish in _filters().items()
    }
    searches = [
        _arranged(screen, Arrangement(text=text)) for text in ("đợt 99", "nguyen van b", "mỹ điền", "xyz")
    ]
    _arranged(screen, Arrangement())
    _find_all(screen)
    sorts = [_sorted(screen, Arrangement(sort="title", descending=bool(n % 2))) for n in range(ROUNDS)]
    _arranged(screen, Arrangement())
    _find_all(screen)
    steps = _scroll(screen)
    rows = screen.panel.model.rowCount()
    gc.collect()
    return {
        "rows": rows,
        "first_page": opened,
        "filters": {name: [first for first, _whole in times] for name, times in filters.items()},
        "whole": {name: [whole for _first, whole in times] for name, times in filters.items()},
        "search": [first for first, _whole in searches],
        "search_whole": [whole for _first, whole in searches],
        "step": steps,
        "sort_gap": [gap for gap, _took in sorts],
        "sort": [took for _gap, took in sorts],
        "memory": (resident() - before) / 1024,
    }


def _filters() -> dict[str, Arrangement]:
    wishes = {
        "unit": ("unit", "30005"),
        "state": ("state", state_word("completed")),
        "deadline": ("due_on", due_word(DueClass.OVERDUE)),
        "lead": ("lead", "Nguyễn Văn C"),
        "nobody": ("lead", nobody()),
    }
    return {
        name: Arrangement(filters={column: ColumnFilter(words=frozenset({word}))})
        for name, (column, word) in wishes.items()
    }


def _open(window: MainWindow, number: int) -> float:
    """The list read anew and its first page painted; the first time with the screen made for it."""
    if number == 0:
        start = time.perf_counter()
        window.navigate("progress")
    else:
        screen = window.content.stage.current
        start = time.perf_counter()
        assert screen is not None
        screen.refresh()
    _paint(window)
    took = (time.perf_counter() - start) * 1000
    settle(window.lane)
    return took


def _paint(window: MainWindow) -> None:
    window.repaint()
    screen = window.content.stage.current
    assert isinstance(screen, ProgressScreen)
    screen.panel.view.viewport().repaint()


def _arranged(screen: ProgressScreen, wish: Arrangement) -> tuple[float, float]:
    """Until the first rows are painted, and until all are found."""
    screen.panel.model.arrange(Arrangement(sort="unit", descending=True))
    _find_all(screen)
    start = time.perf_counter()
    screen.panel.model.arrange(wish)
    screen.panel.view.viewport().repaint()
    first = (time.perf_counter() - start) * 1000
    _find_all(screen)
    return first, (time.perf_counter() - start) * 1000


def _sorted(screen: ProgressScreen, wish: Arrangement) -> tuple[float, float]:
    """The window's longest silence until all rows stand in their order, and how long that takes."""
    clock = _Clock()
    start = time.perf_counter()
    clock.start()
    screen.panel.model.arrange(wish)
    _find_all(screen)
    screen.panel.view.viewport().repaint()
    return clock.stop(), (time.perf_counter() - start) * 1000


def _find_all(screen: ProgressScreen) -> None:
    if not screen.panel.is_whole:
        loop = QEventLoop()
        screen.panel.whole.connect(loop.quit)
        loop.exec()


def _scroll(screen: ProgressScreen) -> list[float]:
    """A page down, and a jump anywhere, in turn."""
    view, bar = screen.panel.view, screen.panel.view.verticalScrollBar()
    times = []
    for number in range(STEPS):
        jump = number % 6 == 5
        value = (number * 7919 * 13) % bar.maximum() if jump else bar.value() + bar.pageStep()
        start = time.perf_counter()
        bar.setValue(value)
        view.viewport().repaint()
        times.append((time.perf_counter() - start) * 1000)
    return times


def resident() -> int:
    """The memory of this process in kB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


# --- a window while bundles are taken -------------------------------------------------------------------


def take(window: MainWindow, office: Office, folders: list[Path]) -> dict[str, Any]:
    """The longest time between two ticks of the window while all bundles of some folders are taken."""
    gaps, rows = [], 0
    for folder in folders:
        clock = _Clock()
        loop = QEventLoop()
        paths = bundle_files(office, [folder])

        def done(outcomes: Any, loop: QEventLoop = loop) -> None:
            nonlocal rows
            rows += sum(outcome.rows for outcome in outcomes)
            window.data_changed(frozenset())
            window.lane.idle.connect(loop.quit)

        clock.start()
        window.lane.run(Job(partial(import_bundles, office, paths), done, label="13 × 2,000"))
        loop.exec()
        gaps.append(clock.stop())
        settle(window.lane)
    return {"gaps": gaps, "rows": rows, "middle": median(gaps)}


class _Clock:
    """Ticks in the event loop and remembers the longest silence."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0
        self._longest = 0.0

    def start(self) -> None:
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> float:
        self._tick()
        self._timer.stop()
        return self._longest * 1000

    def _tick(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now


if __name__ == "__main__":
    sys.exit(main())
