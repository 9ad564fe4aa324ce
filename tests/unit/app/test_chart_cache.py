"""The second start of the packaged program draws its first chart as fast as any other."""

from __future__ import annotations

import os

import pytest

from desktop.app.chart_cache import keep_chart_cache


def test_the_folder_stays_from_start_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MPLCONFIGDIR", "gone-after-this-start")
    folder = keep_chart_cache()
    assert os.environ["MPLCONFIGDIR"] == str(folder)
    assert keep_chart_cache() == folder
    assert folder.name == "charts"
