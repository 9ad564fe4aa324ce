"""What holds for every test: no screen, no luck, no warning.

Qt draws into memory unless a test starts a virtual screen of its own. Hypothesis draws the same examples on
every run; `--long` draws many more. Warnings of Python are errors (pyproject.toml), those of Qt as well.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.helpers.network import Network, make_network
from tests.helpers.offices import SampleYear, copy_sample, make_sample

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A font size or scale of the developer's own desktop must not decide whether a word is clipped.
for name in ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "LANGUAGE"):
    os.environ.pop(name, None)

# Folders of tests lie in memory where the system offers plenty: the program flushes every commit, and what a
# flush promises is not a matter of these tests. Where somebody has chosen a place, it stays.
_MEMORY = Path("/dev/shm")
_PLENTY = 4_000_000_000
if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _PLENTY:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))

# How long an example takes depends on the machine, so time is not judged here.
settings.register_profile(
    "quick", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "long", deadline=None, max_examples=20_000, suppress_health_check=[HealthCheck.too_slow]
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--long``: the tests marked so, and many more examples in the others."""
    parser.addoption("--long", action="store_true", help="also the tests marked long; hours, not minutes")


def pytest_configure(config: pytest.Config) -> None:
    """Choose how many examples Hypothesis draws."""
    settings.load_profile("long" if config.getoption("--long") else "quick")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests marked long out, unless asked for."""
    if config.getoption("--long"):
        return
    left_out = [item for item in items if item.get_closest_marker("long")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def sample_year(tmp_path_factory: pytest.TempPathFactory) -> SampleYear:
    """The sample year, made once; a test that changes it takes ``own_sample_year``."""
    return make_sample(tmp_path_factory.mktemp("sample") / "year")


@pytest.fixture
def own_sample_year(sample_year: SampleYear, tmp_path: Path) -> SampleYear:
    """A copy of the sample year that the test may change."""
    return copy_sample(sample_year, tmp_path / "year")


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Network]:
    """Four offices that know one another: two computers of a commune, another commune, the office above."""
    made = make_network(tmp_path)
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """An empty folder that plays the stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder
