"""Killed or refused at any system call: the next start asks nothing, nothing shown as saved is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import Amount, Tally
from tests.faults.sweep import Nursery, nursery, of_the_disk, prepare, spread, sweep
from tests.faults.victims import CARELESS, CONTROLS, VERBS

ERRORS = ("EIO", "ENOSPC", "EROFS")
each_verb = pytest.mark.parametrize("verb", [verb for verb in VERBS if verb not in CONTROLS])


@pytest.fixture(scope="module")
def births() -> Iterator[Nursery]:
    with nursery() as process:
        yield process


@each_verb
def test_fault_73_a_process_killed_at_any_call_leaves_all_that_was_said(
    verb: str, births: Nursery, quick_folder: Path, amount: Amount, tally: Tally
) -> None:
    target = prepare(verb, quick_folder, births)
    points = spread(target.points, amount(100, 1_000))
    verdict = sweep(births, target, points, "signal=KILL", quick_folder / "place")
    tally(f"kill −9: {verb}", tried=verdict.tried, lost=len(verdict.lost), damaged=len(verdict.damaged))
    assert (verdict.lost, verdict.damaged) == ([], [])
    assert verdict.tried > len(points) * 0.9


@each_verb
@pytest.mark.parametrize("error", ERRORS)
def test_a_call_that_fails_is_told_in_words_and_the_work_goes_on(
    error: str, verb: str, births: Nursery, quick_folder: Path, amount: Amount, tally: Tally
) -> None:
    """With a code that has its sentence, never a traceback; what is said as saved afterwards is saved."""
    target = prepare(verb, quick_folder, births)
    points = spread(of_the_disk(target.points), amount(8, 1_000))
    verdict = sweep(births, target, points, f"error={error}", quick_folder / "place")
    tally(f"{error}: {verb}", tried=verdict.tried, lost=len(verdict.lost), damaged=len(verdict.damaged))
    assert (verdict.lost, verdict.damaged) == ([], [])
    assert verdict.tried > len(points) * 0.9


def test_a_word_said_too_early_is_noticed(births: Nursery, quick_folder: Path, tally: Tally) -> None:
    """A program that says "saved" before the commit: killed in between, the harness finds the loss."""
    target = prepare(CARELESS, quick_folder, births)
    writes = [point for point in target.points if point[0] in {"pwrite64", "fdatasync"}]
    verdict = sweep(births, target, spread(writes, 30), "signal=KILL", quick_folder / "place")
    tally("kill −9: said too early", tried=verdict.tried, lost=len(verdict.lost), control=True)
    assert verdict.lost
