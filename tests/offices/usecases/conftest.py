"""Offices that many use cases are tried on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.enrolment import Founded
from tests.helpers.small_office import SmallOffice


@pytest.fixture
def small(tmp_path: Path) -> SmallOffice:
    """A commune with its plan of 2022, still without tasks."""
    return SmallOffice(tmp_path)


@pytest.fixture
def year(tmp_path: Path) -> Iterator[Founded]:
    """An office above, just founded, whose communes are still to be enrolled."""
    made = Founded(tmp_path)
    yield made
    made.close()
