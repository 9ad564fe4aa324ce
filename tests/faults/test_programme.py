"""The table tells the truth: what is bad makes a bad line, also where nothing went wrong that should have."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.faults.conftest import TALLY
from tests.faults.programme import Programme


def report(name: str, outcome: str = "passed", **tally: Any) -> Any:
    line = {"name": "h", "tried": 10, "lost": 0, "damaged": 0, "control": False} | tally
    return SimpleNamespace(
        nodeid=f"tests/faults/test_x.py::{name}",
        outcome=outcome,
        duration=1.0,
        user_properties=[(TALLY, line)] if tally else [],
        longrepr=("test_x.py", 1, "Skipped: no FUSE here"),
    )


def test_a_fault_counts_with_the_points_of_its_harness() -> None:
    programme = Programme()
    programme.take(report("test_fault_68_x", tried=10))
    programme.take(report("test_fault_68_y"))
    assert programme.faults[68].tried == 11
    assert programme.harnesses["h"].tried == 10
    assert not programme.faults[68].is_bad


@pytest.mark.parametrize("tally", [{"lost": 1}, {"damaged": 1}, {"tried": 0}, {"control": True}])
def test_harm_an_idle_harness_and_a_control_that_finds_nothing_are_bad(tally: dict[str, Any]) -> None:
    programme = Programme()
    programme.take(report("test_fault_68_x", **tally))
    assert programme.harnesses["h"].is_bad


def test_a_control_that_fails_is_told_so_and_does_not_count_as_loss() -> None:
    programme = Programme()
    programme.take(report("test_fault_69_x", control=True, lost=5))
    assert not programme.harnesses["h"].is_bad
    assert "fails as it must" in programme.table()
    assert "lost = 0" in programme.table()


def test_a_failed_test_and_a_fault_without_one_are_bad() -> None:
    programme = Programme()
    programme.take(report("test_fault_01_x", "failed"))
    programme.take(report("test_fault_02_x"))
    assert programme.faults[1].is_bad
    assert not programme.faults[2].is_bad
    assert programme.faults[3].is_bad
    assert "survived: 1 of 76" in programme.table()


def test_what_this_machine_cannot_do_is_left_out_with_its_reason() -> None:
    programme = Programme()
    programme.take(report("test_the_recorder", "skipped"))
    assert "left out: no FUSE here" in programme.table()
    assert not programme.others["the recorder"].is_bad
