"""The power goes at any moment: what was shown as saved is there, and nothing stands half done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.store import database
from tests.faults import cuts
from tests.faults.conftest import Amount, Tally
from tests.faults.cuts import Scene, Verdict, judge
from tests.faults.upgrades import start_unfinished, upgrade

Scenario = Callable[[Path], Scene]
SCENARIOS: dict[str, tuple[Scenario, cuts.Judge]] = {
    "save and undo": (cuts.save, cuts.next_start),
    "import and undo of an import": (cuts.receive, cuts.next_start),
    "migrate": (upgrade, start_unfinished),
    "first start": (cuts.first_start, cuts.start_new),
    "start on a backup put back": (cuts.put_back, cuts.next_start),
    "start after a cut": (cuts.recover, cuts.next_start),
    "backup and restore": (cuts.back_up, cuts.start_with_backups),
}


def tried(name: str, folder: Path, count: int) -> Verdict:
    scenario, start = SCENARIOS[name]
    return judge(scenario(folder), count, start)


@pytest.mark.parametrize("name", SCENARIOS)
def test_fault_68_what_was_shown_as_saved_survives_a_power_cut(
    name: str, quick_folder: Path, amount: Amount, tally: Tally
) -> None:
    verdict = tried(name, quick_folder, amount(100, 1_000))
    tally(f"power cut: {name}", tried=verdict.tried, lost=len(verdict.lost), damaged=len(verdict.damaged))
    assert (verdict.lost, verdict.damaged) == ([], [])
    assert verdict.tried >= 100


@pytest.mark.parametrize("level", [0, 1], ids=["OFF", "NORMAL"])
def test_fault_69_weaker_settings_lose_what_was_shown_as_saved_and_the_harness_sees_it(
    level: int, quick_folder: Path, monkeypatch: pytest.MonkeyPatch, tally: Tally
) -> None:
    """Were the harness blind, its zero would say nothing; with FULL the same cuts lose nothing."""
    full = tried("save and undo", quick_folder / "full", 60)
    monkeypatch.setitem(database._REQUIRED, "synchronous", level)
    weak = tried("save and undo", quick_folder / "weak", 60)
    tally(
        f"power cut: synchronous={('OFF', 'NORMAL')[level]}",
        tried=weak.tried,
        lost=len(weak.lost),
        damaged=len(weak.damaged),
        control=True,
    )
    assert full.is_good
    assert weak.lost
