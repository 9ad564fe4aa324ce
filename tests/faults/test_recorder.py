"""The power goes under a real file system, at any flush or write of the disk below it."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from desktop.domain.errors import SoSenError
from tests.faults.conftest import Amount, Tally
from tests.faults.cuts import DamagedError, Verdict
from tests.faults.sweep import Nursery, Target, check_sent, nursery, prepare
from tests.faults.victims import UNFORCED
from tests.helpers.power_cut import write_files
from tests.helpers.recorded_disk import (
    NotMountableError,
    Step,
    make_image,
    mounted,
    need_disks,
    rebuild,
    recorded,
    steps,
)

BEGUN = b"begun\n"
MODELS = ("prefix", "dropped")


@pytest.fixture(scope="module")
def births() -> Iterator[Nursery]:
    need_disks()
    with nursery() as process:
        yield process


def record(target: Target, births: Nursery, folder: Path) -> tuple[Path, list[Step]]:
    """Do the work on a recorded disk; the image before it, and all steps."""
    base, image = folder / "base.img", folder / "disk.img"
    make_image(base)
    with mounted(base, folder / "mounted") as place:
        write_files(target.files, place / "office")
    image.write_bytes(base.read_bytes())
    with (
        recorded(image, folder / "log", folder / "fuse") as fuse,
        mounted(fuse / "disk", folder / "mounted") as place,
    ):
        subprocess.run(["sync", "--file-system", place], check=True)
        with (fuse / "mark").open("ab") as mark:
            mark.write(BEGUN)
        births.unwatched(target.verb, place / "office", fuse / "mark")
    return base, steps(folder / "log")


def cut(target: Target, births: Nursery, folder: Path, count: int) -> Verdict:
    """Rebuild ``count`` disks, start on each, and compare with what had been said by then."""
    base, done = record(target, births, folder)
    first = next(i for i, step in enumerate(done) if step.data == BEGUN) + 1
    verdict, chance = Verdict(), random.Random(1)
    for number in range(count):
        k = first + round(number * (len(done) - first) / max(1, count - 1))
        model = MODELS[number % len(MODELS)]
        rebuild(base, folder / "cut.img", done[:k], model, chance)
        said = b"".join(step.data for step in done[first:k] if step.kind == "M").decode().splitlines()
        try:
            with mounted(folder / "cut.img", folder / "mounted") as place:
                verdict.tried += 1
                _judge(target, place / "office", said, f"{model} at {k}", verdict)
        except NotMountableError:
            continue  # a torn superblock is between the file system and its disk; the caller counts
    return verdict


def _judge(target: Target, place: Path, said: list[str], where: str, verdict: Verdict) -> None:
    told = len([word for word in said if word in target.states])
    try:
        state = target.start(place)
        check_sent(place, said)
    except (SoSenError, apsw.Error, OSError, DamagedError) as error:
        verdict.damaged.append(f"{where}: {type(error).__name__} {error}")
        return
    if state not in target.states[told : told + 2]:
        wrong = verdict.lost if state in target.states[:told] else verdict.damaged
        wrong.append(f"{where}: {told} states were said, found {state[:9]}")


@pytest.mark.parametrize("verb", ["save", "import", "export", "backup", "restore"])
def test_fault_68_under_a_real_file_system_what_was_said_is_there(
    verb: str, births: Nursery, quick_folder: Path, amount: Amount, tally: Tally
) -> None:
    target = prepare(verb, quick_folder, births, counted=False)
    verdict = cut(target, births, quick_folder, amount(100, 1_000))
    tally(
        f"ext4, power cut: {verb}", tried=verdict.tried, lost=len(verdict.lost), damaged=len(verdict.damaged)
    )
    assert (verdict.lost, verdict.damaged) == ([], [])
    assert verdict.tried >= 0.96 * amount(100, 1_000)


def test_a_bundle_that_is_not_forced_to_the_medium_is_found_missing(
    births: Nursery, quick_folder: Path, amount: Amount, tally: Tally
) -> None:
    """With the fsync of the bundle's writer left out the same cuts must find bundles torn or gone."""
    target = prepare(UNFORCED, quick_folder, births, counted=False)
    verdict = cut(target, births, quick_folder, amount(60, 200))
    tally(
        "ext4, power cut: nothing forced",
        tried=verdict.tried,
        lost=len(verdict.lost),
        damaged=len(verdict.damaged),
        control=True,
    )
    assert verdict.damaged
