"""What every benchmark shares: a figure beside its limit, and ratios measured within one round.

Machines differ and are noisy, so contenders run in turn within a round, a ratio is formed inside a
round, and the median of the rounds is printed with minimum and maximum.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report: what was measured, beside the limit of ``bars.md``."""

    bar: str
    what: str
    measured: str
    limit: str
    is_met: bool

    def __str__(self) -> str:
        verdict = "met" if self.is_met else "MISSED"
        return f"{self.bar:<4} {self.what}: {self.measured} (limit {self.limit}) {verdict}"


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of some measurements with the smallest and the largest."""

    middle: float
    low: float
    high: float

    @classmethod
    def of(cls, values: list[float]) -> Spread:
        return cls(median(values), min(values), max(values))

    def show(self, unit: str = "", places: int = 2) -> str:
        return f"{self.middle:.{places}f}{unit} [{self.low:.{places}f}–{self.high:.{places}f}]"


def at_most(bar: str, what: str, spread: Spread, limit: float, unit: str = "", places: int = 2) -> Figure:
    """A figure whose median must not exceed ``limit``."""
    return Figure(bar, what, spread.show(unit, places), f"≤ {limit:g}{unit}", spread.middle <= limit)


def at_least(bar: str, what: str, spread: Spread, limit: float, unit: str = "", places: int = 2) -> Figure:
    """A figure whose median must reach ``limit``."""
    return Figure(bar, what, spread.show(unit, places), f"≥ {limit:g}{unit}", spread.middle >= limit)


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes; the garbage collector waits."""
    with quiet():
        start = time.perf_counter()
        work()
        return time.perf_counter() - start


@contextmanager
def quiet() -> Iterator[None]:
    """Collect garbage before, not during, what is measured."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class Widest:
    """A progress callback that remembers the longest time between two of its calls."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self.gap = 0.0
        self.calls = 0

    def __call__(self, _done: int, _total: int | None) -> None:
        now = time.perf_counter()
        self.gap = max(self.gap, now - self._last)
        self._last = now
        self.calls += 1
