"""What makes the unit tests quick without leaving anything out."""

from __future__ import annotations

import gc

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Keep the collector from looking through all that was loaded, again and again: it is no garbage.

    That was an eighth of their time. No unit test is about garbage; those of windows are, and lie elsewhere.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
