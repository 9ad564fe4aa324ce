"""Killing and erring at every system call by ``strace``, and what the next start must find."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw
import pytest

from desktop.bundle.reader import open_bundle
from desktop.bundle.registry_signing import root_line
from desktop.domain.entities import Task
from desktop.domain.errors import Code, SoSenError
from desktop.store.file_names import DATABASE_NAME
from desktop.usecases.edit_records import add_record
from desktop.usecases.office import open_office
from desktop.usecases.read_devices import enrolment_state
from desktop.usecases.registry import current_registry, pinned_roots
from desktop.usecases.root_keys import hand_over_spare_key, root_key
from tests.faults.cuts import DamagedError, Judge, Verdict, digest, next_start, sound, start_with_backups
from tests.faults.upgrades import old_database, start_unfinished
from tests.faults.victims import CARELESS, LOG, REGISTRY, UNFORCED, recover
from tests.helpers.enrolment import Founded
from tests.helpers.network import DISTRICT, make_network
from tests.helpers.nursery import ONLY_REFUSED, TRACEBACK
from tests.helpers.power_cut import Files, read_files, write_files
from tests.helpers.programs import find

ROOT = Path(__file__).parents[2]
_CALL = re.compile(r"^(\w+)\(")
_ENDLESS = {"exit_group", "rt_sigreturn", "restart_syscall"}
KILLED = -9
_STATE = re.compile(r"(\d+ )?[0-9a-f]{64}( [0-9a-f]{64})*")

NOTHING = "0" * 64
"""The state of a computer with no office on it."""

Point = tuple[str, int]
"""A system call and which of its calls, from 1."""


class Nursery:
    """The process that bears the victims."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def _order(self, **words: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(words) + "\n")
        self._process.stdin.flush()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def unharmed(self, verb: str, place: Path) -> list[str]:
        """Do the work in peace; what was said."""
        self._order(how="here", verb=verb, place=str(place))
        answer = self._answer()
        assert answer["status"] == 0, answer
        said: list[str] = answer["said"]
        return said

    def unwatched(self, verb: str, place: Path, said: Path) -> None:
        """Let a victim do its work to the end, telling its user in the file ``said``."""
        self._order(how="fork", verb=verb, place=str(place), said=str(said))
        subprocess.run(["kill", "-CONT", str(self._answer()["child"])], check=True)
        assert self._answer()["status"] == 0

    def victim(self, verb: str, place: Path, options: Sequence[str]) -> int:
        """Let a victim work under strace with these options; its exit status.

        ``place`` gets two files: ``trace``, what strace saw, and ``said``, what the victim told its user.
        """
        self._order(how="fork", verb=verb, place=str(place), said=str(place / "said"))
        child = self._answer()["child"]
        command = [find("strace"), "-y", "-o", str(place / "trace"), "-p", str(child), *options]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
            assert strace.stderr is not None
            first = strace.stderr.readline()
            subprocess.run(["kill", "-CONT", str(child)], check=True)
            strace.stderr.read()
        status: int = self._answer()["status"]
        if "attached" not in first:
            assert "not permitted" in first, f"strace did not watch: {first.strip()}"
            pytest.skip(f"strace may not watch other processes here: {first.strip()}")
        return status


@contextmanager
def nursery() -> Iterator[Nursery]:
    """Start the process, and end it."""
    command = [sys.executable, "-m", "tests.helpers.nursery"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Nursery(process)
        assert process.stdin is not None
        process.stdin.close()


@dataclass
class Target:
    """A piece of work: the files it begins with, and how its result is judged."""

    verb: str
    files: Files
    start: Judge
    said: list[str]
    points: list[Point]

    @property
    def states(self) -> list[str]:
        return [word for word in self.said if _STATE.fullmatch(word)]


def prepare(verb: str, folder: Path, births: Nursery, *, counted: bool = True) -> Target:
    """Make what the work needs, do it once in peace and, if wished, once with its calls counted."""
    files, start = _SCENES[verb](folder / "scene")
    for name in ("before", "first", "counted"):
        write_files(files, folder / name)
    before = start(folder / "before")
    target = Target(verb, files, start, [before, *births.unharmed(verb, folder / "first")], [])
    if counted:
        births.victim(verb, folder / "counted", ["-e", "trace=all"])
        target.points = _points(folder / "counted")
    for name in ("scene", "before", "first", "counted"):
        shutil.rmtree(folder / name)
    return target


def _points(place: Path) -> list[Point]:
    """Every system call that touches the place, in order."""
    counts: Counter[str] = Counter()
    found = []
    for line in (place / "trace").read_text(encoding="utf-8", errors="replace").splitlines():
        match = _CALL.match(line)
        if match:
            counts[match[1]] += 1
            if str(place) in line and f"{place}/said" not in line and match[1] not in _ENDLESS:
                found.append((match[1], counts[match[1]]))
    return found


def of_the_disk(points: Sequence[Point]) -> list[Point]:
    """Those that a disk can fail: locks are kept in memory, and lifting one never fails."""
    return [point for point in points if point[0] != "fcntl"]


def spread(points: Sequence[Point], count: int) -> list[Point]:
    """Not more than ``count`` of them, evenly."""
    if len(points) <= count:
        return list(points)
    return [points[i * len(points) // count] for i in range(count)]


def sweep(births: Nursery, target: Target, points: Sequence[Point], how: str, place: Path) -> Verdict:
    """Hurt a victim at each point; ``how`` is ``signal=KILL`` or ``error=EIO`` and the like."""
    verdict = Verdict()
    for call, number in points:
        write_files(target.files, place)
        options = ["-e", f"trace={call}", "-e", f"inject={call}:{how}:when={number}"]
        status = births.victim(target.verb, place, options)
        said = (place / "said").read_text(encoding="utf-8").splitlines()
        is_hit = status == KILLED or "INJECTED" in (place / "trace").read_text(errors="replace")
        verdict.tried += is_hit
        _judge(target, place, status, said, f"{how} at {call} {number}", verdict)
        shutil.rmtree(place)
    return verdict


def _judge(target: Target, place: Path, status: int, said: list[str], where: str, verdict: Verdict) -> None:
    told = [target.said[0], *(word for word in said if _STATE.fullmatch(word))]
    refused = [word for word in said if word.startswith("refused ")]
    if status not in {0, KILLED, ONLY_REFUSED} or f"refused {Code.E_INTERNAL}" in refused:
        kind = "a traceback" if status == TRACEBACK else f"status {status}"
        verdict.damaged.append(f"{where}: {kind} {said[-1:]}")
        return
    for name in ("said", "trace"):
        (place / name).unlink()
    try:
        state = target.start(place)
        check_sent(place, said)
    except (SoSenError, apsw.Error, OSError, DamagedError) as error:
        verdict.damaged.append(f"{where}: {type(error).__name__} {error} after {said[-1:]}")
        return
    after = said[-1 - said[::-1].index(refused[-1]) :] if refused else []
    # What was refused may be done all the same, as long as nothing later was said to be saved.
    may_be_further = status == KILLED or (refused and not any(_STATE.fullmatch(word) for word in after))
    following = target.states[len(told) : len(told) + 1] if may_be_further and len(refused) < 2 else []
    if state not in {told[-1], *following}:
        wrong = verdict.lost if state in told else verdict.damaged
        wrong.append(f"{where}: {said[-2:]}, found {state[:9]}")


# -- scenes --------------------------------------------------------------------------------------------


def _small_office(folder: Path) -> tuple[Files, Judge]:
    make_network(folder).close()
    return read_files(folder / "X1"), next_start


def _office_with_backups(folder: Path) -> tuple[Files, Judge]:
    return _small_office(folder)[0], start_with_backups


def _gone_astray(folder: Path) -> tuple[Files, Judge]:
    """A backup, and work after it that still lies in the log beside the database."""
    network = make_network(folder)
    office = network["X1"]
    add_record(office, Task(title="Trước bản sao"))
    office.store.back_up("hand")
    add_record(office, Task(title="Sau bản sao"))
    files = read_files(folder / "X1")
    assert f"data/{DATABASE_NAME}-wal" in files
    network.close()
    return files, next_start


def _receiving(folder: Path) -> tuple[Files, Judge]:
    network = make_network(folder)
    stick = folder / "H" / "stick"
    stick.mkdir()
    for name in ("X1", "Y"):
        for number in range(5):
            add_record(network[name], Task(title=f"{name} {number}"))
        (sent,) = [one for one in network.export(name) if one.unit == DISTRICT]
        shutil.copy(sent.path, stick / f"{name}.goi")
    network.close()
    return read_files(folder / "H"), next_start


def _sending(folder: Path) -> tuple[Files, Judge]:
    network = make_network(folder)
    add_record(network["X1"], Task(title="Việc đầu"))
    network.close()
    reader = folder / "X1" / "reader"
    shutil.copytree(folder / "H", reader)
    (folder / "X1" / "stick").mkdir()
    (folder / "X1" / "stick" / "đơn.txt").touch()
    return read_files(folder / "X1"), _start_and_send


def _start_and_send(place: Path) -> str:
    """The next start; every bundle on the stick is whole; the next one is written and is whole too."""
    office = open_office(place / "data", place / "profile")
    try:
        sound(office)
        return digest(office.store.connection, LOG)
    finally:
        office.close()


def check_sent(place: Path, said: list[str]) -> None:
    """Whatever is named like a bundle can be verified by its reader; what was said to be there is."""
    stick = place / "stick"
    if not (place / "reader").exists():
        return
    reader = open_office(place / "reader" / "data", place / "reader" / "profile")
    try:
        for path in stick.glob("*.goi"):
            open_bundle(
                path,
                identities=[reader.keys.sealing],
                trust=current_registry(reader.store),
                me=frozenset((DISTRICT,)),
                spool=place,
            ).close()
    finally:
        reader.close()
    missing = [word for word in said if word.startswith("sent ") and not (stick / word[5:]).exists()]
    if missing:
        raise DamagedError(f"not on the stick: {missing}")


def _old(folder: Path) -> tuple[Files, Judge]:
    old_database(folder)
    return read_files(folder), start_unfinished


def _lost_office(folder: Path) -> tuple[Files, Judge]:
    """A backup and the spare key on a stick, in front of a new computer."""
    founded = Founded(folder)
    stick = folder / "new" / "stick"
    stick.mkdir(parents=True)
    hand_over_spare_key(founded.office, stick)
    shutil.copy(founded.office.store.back_up("hand").path, stick)
    founded.close()
    return read_files(folder / "new"), _start_recovered


def _start_recovered(place: Path) -> str:
    """The office as it was recovered; or none at all, and then it can be recovered now."""
    data, profile = place / "home" / "data", place / "home" / "profile"
    is_there = (data / DATABASE_NAME).exists()
    if not is_there:
        recover(place, lambda _state: None)
    office = open_office(data, profile)
    try:
        sound(office)
        if not enrolment_state(office).is_office or root_line(root_key(office)) not in pinned_roots(
            office.store
        ):
            raise DamagedError("an office that enrols nobody")
        return digest(office.store.connection, REGISTRY) if is_there else NOTHING
    finally:
        office.close()


_SCENES = {
    "save": _small_office,
    "import": _receiving,
    "export": _sending,
    "migrate": _old,
    "backup": _office_with_backups,
    "restore": _gone_astray,
    "recover": _lost_office,
    CARELESS: _small_office,
    UNFORCED: _sending,
}
