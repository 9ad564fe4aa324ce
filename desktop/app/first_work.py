"""What is done once the first window stands there: the keys are read, the day's backup is made."""

from __future__ import annotations

from desktop.app.chart_cache import keep_chart_cache
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.jobs import Job
from desktop.usecases.back_up import back_up_daily
from desktop.usecases.office import Office


def begin_work(office: Office, window: MainWindow) -> None:
    """Read the keys and make the day's backup while work has begun; a refusal is shown like any other."""
    keep_chart_cache()
    window.lane.run(Job(lambda _progress: office.keys, quiet=True))
    window.lane.run(
        Job(
            lambda _progress: back_up_daily(office),
            on_done=lambda _kept: window.furniture.facts.ask(),
            quiet=True,
        )
    )
