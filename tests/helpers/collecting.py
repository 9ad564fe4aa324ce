"""What makes the tests without windows quick and leaves nothing out; their conftest takes it in."""

from __future__ import annotations

import gc

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Keep the collector from looking through all that was loaded, again and again: it is no garbage.

    That was an eighth of their time. None of these tests is about garbage; those of windows are and do
    without this.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
