"""Python's garbage is collected in the window's thread alone.

A collection runs in whatever thread happens to allocate, and it takes windows that are gone along; Qt lets
no other thread destroy them, and waits for ever now and then.  So collecting is held back while a worker
works, and what is due meanwhile is collected by the window's own timer.
"""

from __future__ import annotations

import gc


class _Held:
    """How many workers are at work."""

    workers = 0


def hold() -> None:
    """A worker begins: nothing is collected by itself until it has finished."""
    _Held.workers += 1
    gc.disable()


def release() -> None:
    """A worker has finished; called in the window's thread."""
    _Held.workers = max(0, _Held.workers - 1)
    if not _Held.workers:
        gc.enable()


def collect_due() -> None:
    """Collect what would have been collected by itself; called in the window's thread."""
    due = [
        generation
        for generation, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if threshold and count > threshold
    ]
    if due:
        gc.collect(max(due))
