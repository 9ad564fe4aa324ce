"""How the tests of faults count: so many points tried, so many survived, so many acknowledged things lost."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

TALLY = "tally"
"""The name under which a count goes into the report; ``python -m tests.faults`` makes its table of them."""

Tally = Callable[..., None]
Amount = Callable[[int, int], int]


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """Report a harness: its name, points tried, and those that lost something saved or did other damage.

    ``control``: damage was made possible on purpose, so something bad must be found.
    """

    def count(name: str, *, tried: int, lost: int = 0, damaged: int = 0, control: bool = False) -> None:
        line = {"name": name, "tried": tried, "lost": lost, "damaged": damaged, "control": control}
        record_property(TALLY, line)

    return count


@pytest.fixture
def amount(request: pytest.FixtureRequest) -> Amount:
    """``amount(quick, long)``: how many points this run tries."""
    is_long = bool(request.config.getoption("--long"))
    return lambda quick, long: long if is_long else quick


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """A folder in memory where the system has one: for harnesses that say themselves what reaches a disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(prefix="faults-", dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)
