"""What is done once the first window stands there: keys, the day's backup, what waited."""

from __future__ import annotations

from collections.abc import Callable

from desktop.app.chart_cache import keep_chart_cache
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.jobs import Job
from desktop.usecases.back_up import back_up_daily
from desktop.usecases.office import Office


def begin_work(office: Office, window: MainWindow) -> None:
    """Read the keys, make the day's backup, take what waited for this version; a refusal is shown as ever."""
    keep_chart_cache()
    window.lane.run(Job(lambda _progress: office.keys, quiet=True))
    window.lane.run(
        Job(
            lambda _progress: back_up_daily(office),
            on_done=lambda _kept: window.furniture.facts.ask(),
            quiet=True,
        )
    )
    window.lane.run(
        Job(
            lambda progress: _tend(office, progress),
            on_done=lambda _done: window.furniture.facts.ask(),
            quiet=True,
        )
    )


def _tend(office: Office, progress: Callable[[int, int | None], None]) -> None:
    from desktop.app.tending import tend_data  # leads to all of exchange: loaded on the lane

    tend_data(office, progress)
