"""Whatever bytes a reader is given, it reads them or refuses them; it never falls over."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.conftest import Amount, Tally
from tests.faults.fuzz import TARGETS, attempt, changed, seeds

ROOT = Path(__file__).parents[2]
each_target = pytest.mark.parametrize("target", TARGETS)


@each_target
def test_changed_seeds_are_read_or_refused(target: str, amount: Amount, tally: Tally) -> None:
    """The kept corpus and the parts of the vectors, as they are and changed at random."""
    found, chance = seeds(target), random.Random(11)
    assert len(found) > 5
    for seed in found:
        attempt(target, seed)
    count = amount(2_000, 50_000)
    for _ in range(count):
        attempt(target, changed(chance.choice(found), chance))
    tally(f"fuzzing: {target}, at random", tried=len(found) + count)


@pytest.mark.long
@each_target
def test_a_million_runs_led_by_coverage_find_nothing(
    target: str, tmp_path: Path, amount: Amount, tally: Tally
) -> None:
    if sys.platform != "linux":
        pytest.skip("atheris runs on Linux alone")
    runs = amount(1_000, 1_000_000)
    command = [sys.executable, "-m", "tests.faults.fuzz", target, str(runs), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
    told = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    assert done.returncode == 0, done.stderr[-3000:]
    assert told is not None
    tally(f"fuzzing: {target}, led by coverage", tried=int(told[1]))


def test_a_reader_that_falls_over_is_noticed(monkeypatch: pytest.MonkeyPatch, tally: Tally) -> None:
    """The same changed seeds, and a reader that does not expect a quotation mark in a number's place."""

    def careless(data: bytes) -> None:
        if data.count(b'"') % 2:
            raise ValueError("unbalanced")

    monkeypatch.setitem(TARGETS, "manifest", careless)
    found, chance, finds = seeds("registry"), random.Random(11), 0
    for _ in range(300):
        try:
            attempt("manifest", changed(chance.choice(found), chance))
        except ValueError:
            finds += 1
    tally("fuzzing: a careless reader", tried=300, damaged=finds, control=True)
    assert finds
