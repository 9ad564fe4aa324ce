"""Random histories of four computers: written, deleted, sent, doubled, lost, re-ordered, undone, restored.

Beside the real databases runs a naive model that remembers every commit with all that its writer had seen.
At rest all computers hold the same, and exactly what the model says; nothing is lost, nothing comes back.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import apsw
import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from desktop.bundle.registry import Registry
from desktop.domain.change import VersionVector
from desktop.domain.entities import Task
from desktop.domain.errors import Code
from desktop.domain.scopes import make_record_id, office_scope
from desktop.store import peers
from desktop.store.checking import check_store
from desktop.store.stamps import read_registers
from desktop.store.store import Store
from desktop.store.writers import Writers
from desktop.usecases import receiving
from desktop.usecases.office import Office
from desktop.usecases.registry import current_registry
from desktop.usecases.sending import consignments
from desktop.usecases.undo_import import can_undo_import, undo_import
from tests.helpers.dumps import shared_state
from tests.helpers.letters import Letter, take_letter, write_letter
from tests.helpers.network import COMMUNE_X, COMMUNE_Y, COMPUTERS, DISTRICT, Network, make_network

NAMES = sorted(COMPUTERS)
SCOPES = {
    COMMUNE_X: ("H", "X1", "X2"),
    COMMUNE_Y: ("H", "Y"),
    DISTRICT: ("H", "X1", "X2", "Y"),
    office_scope(DISTRICT, COMMUNE_X): ("H", "X1", "X2"),
}
"""Each scope with the computers that hold it."""
IDS = {scope: [make_record_id(scope, number, bytes(6)) for number in (1, 2)] for scope in SCOPES}
WRITTEN = {"H": (DISTRICT, office_scope(DISTRICT, COMMUNE_X)), "Y": (COMMUNE_Y,)}
FIELDS = ("title", "note", "measure")
TAKEN = {Code.OK, Code.OK_DUP, Code.OK_OWN, Code.E_GAP}
"""What may become of a bundle between honest computers."""

Dot = tuple[str, int]
Seen = dict[str, int]


def new_folder() -> Path:
    """A folder in memory where the system has one: durability is proved elsewhere, here speed counts."""
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(prefix="convergence-", dir=memory if memory.is_dir() else None))


@dataclass(frozen=True)
class Commit:
    """What a person did to one row, and all that stood on that computer then."""

    dot: Dot
    row: str
    values: dict[str, object]
    seen: Seen


@dataclass
class Model:
    """Remembers every commit ever made."""

    commits: dict[Dot, Commit] = field(default_factory=dict)

    def remember(self, store: Store, scope: str, row: str, values: dict[str, object]) -> None:
        """The commit that was just made in a scope, with what its computer had seen before."""
        held = store.connection.execute(
            "SELECT w.w, v.n FROM sync_vv v JOIN sync_writer w ON w.number = v.writer "
            "WHERE w.is_own = 1 AND w.scope = ?",
            (scope,),
        ).fetchone()
        assert held is not None
        w, n = held
        seen = {**seen_of(store.writers.vector(scope)), w: n - 1}
        self.commits[w, n] = Commit((w, n), row, values, seen)

    def survivors(self, row: str, known: Seen) -> dict[str, set[tuple[Dot, object]]]:
        """Register → the values that no known commit has written over, having seen them."""
        there = [c for c in self.commits.values() if c.row == row and c.dot[1] <= known.get(c.dot[0], 0)]
        found: dict[str, set[tuple[Dot, object]]] = {}
        for commit, (name, value) in ((c, item) for c in there for item in c.values.items()):
            w, n = commit.dot
            if not any(name in c.values and c.dot != commit.dot and n <= c.seen.get(w, 0) for c in there):
                found.setdefault(name, set()).add((commit.dot, value))
        return found


def seen_of(vector: VersionVector) -> Seen:
    return {w: mark.n for w, mark in vector.items()}


def letters(network: Network, registry: Registry, name: str) -> list[tuple[Letter, tuple[str, ...]]]:
    """What a computer would send now, each with the computers that can read it."""
    return [
        (write_letter(network[name], registry, one), tuple(n for n in NAMES if COMPUTERS[n] in one.to))
        for one in consignments(network[name], registry)
    ]


@lru_cache(maxsize=1)
def founded() -> tuple[Path, dict[Dot, Commit]]:
    """The four computers after some first work and two rounds of bundles, made once; what was written."""
    folder = new_folder()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    network, model = make_network(folder), Model()
    registry = current_registry(network["H"].store)
    for name in NAMES:
        for scope in WRITTEN.get(name, (COMMUNE_X,)):
            store, row = network[name].store, IDS[scope][name == "X2"]
            with store.work(user=name, label="add_record") as work:
                work.add(Task(id=row, scope=scope, title=name))
            model.remember(store, scope, row, {".": 1, "title": name})
    for _round in range(2):
        for name in NAMES:
            for letter, readers in letters(network, registry, name):
                for reader in readers:
                    take_letter(network[reader], registry, letter)
    for name in NAMES:
        copy_database(network[name].store, folder / f"{name}.backup")
    network.close()
    return folder, model.commits


def copy_database(store: Store, path: Path) -> None:
    """A backup, without the proofs of a real one."""
    copy = apsw.Connection(str(path))
    with copy.backup("main", store.connection, "main") as running:
        running.step()
    copy.close()


class Offices(RuleBasedStateMachine):
    """The rules by which histories are made."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = new_folder()
        folder, commits = founded()
        shutil.copytree(folder, self.folder, dirs_exist_ok=True)
        self.network = Network(self.folder)
        self.model = Model(dict(commits))
        self.post: list[tuple[Letter, tuple[str, ...]]] = []
        self.sent: dict[str, list[Letter]] = {name: [] for name in NAMES}
        self.registry: Registry | None = None

    def teardown(self) -> None:
        try:
            if self.registry is not None:
                self.rest()
        finally:
            self.network.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    # -- what happens ---------------------------------------------------------------------------

    @initialize()
    def start(self) -> None:
        for name in NAMES:
            self._open(name)
        self.registry = current_registry(self.network["H"].store)

    def _open(self, name: str) -> None:
        office = self.network.open(name)
        office.store.connection.execute("PRAGMA synchronous=OFF")

    @rule(
        name=st.sampled_from(NAMES),
        which=st.integers(0, 3),
        field=st.sampled_from(FIELDS),
        value=st.sampled_from("abc"),
    )
    def write(self, name: str, which: int, field: str, value: str) -> None:
        """Somebody types into a cell, of a new row if there was none."""
        scope, row = self._place(name, which)
        store = self.network[name].store
        held = store.connection.execute("SELECT alive FROM task WHERE id = ?", (row,)).get
        with store.work(user=name, label="edit_cell") as work:
            if held is None:
                work.add(Task(id=row, scope=scope).replace(**{field: value}))
            else:
                work.write("task", row, {field: value})
        self.model.remember(store, scope, row, {".": 1, field: value})

    @rule(name=st.sampled_from(NAMES), which=st.integers(0, 3))
    def delete(self, name: str, which: int) -> None:
        """Somebody deletes a row."""
        scope, row = self._place(name, which)
        store = self.network[name].store
        if store.connection.execute("SELECT alive FROM task WHERE id = ?", (row,)).get == 1:
            with store.work(user=name, label="delete_record") as work:
                work.delete(store.get(Task, row))
            self.model.remember(store, scope, row, {".": 0})

    def _place(self, name: str, which: int) -> tuple[str, str]:
        scopes = WRITTEN.get(name, (COMMUNE_X,))
        scope = scopes[which % len(scopes)]
        return scope, IDS[scope][which // 2]

    @rule(name=st.sampled_from(NAMES))
    def export(self, name: str) -> None:
        """Bundles for everybody are written; they wait on sticks, to be taken never or often."""
        self.post.extend(self._letters(name))

    def _letters(self, name: str) -> list[tuple[Letter, tuple[str, ...]]]:
        assert self.registry is not None
        written = letters(self.network, self.registry, name)
        self.sent[name] += [letter for letter, _readers in written]
        return written

    @rule(which=st.integers(0, 1_000_000), reader=st.integers(0, 3))
    def deliver(self, which: int, reader: int) -> None:
        """Any stick is taken to one of its readers: in any order, again, or late."""
        if self.post:
            letter, readers = self.post[which % len(self.post)]
            self._take(readers[reader % len(readers)], letter)

    def _take(self, name: str, letter: Letter) -> Code:
        assert self.registry is not None
        code = take_letter(self.network[name], self.registry, letter)
        assert code in TAKEN, f"{name}: {code}"
        return code

    @rule(name=st.sampled_from(NAMES), readers=st.sets(st.sampled_from(NAMES), min_size=1))
    def send(self, name: str, readers: set[str]) -> None:
        """Bundles are written and taken at once to some of those who read them."""
        for letter, fitting in self._letters(name):
            for reader in sorted(readers.intersection(fitting) - {name}):
                self._take(reader, letter)

    @rule(name=st.sampled_from(NAMES), times=st.integers(1, 3))
    def take_back(self, name: str, times: int) -> None:
        """The newest bundles taken that can still be undone turn out to be mistakes."""
        office = self.network[name]
        for line in peers.bundle_log(office.store, 8):
            if not line.is_outgoing and times and can_undo_import(office, line.bundle):
                undo_import(office, line.bundle)
                times -= 1

    @rule(which=st.integers(0, 1_000_000), reader=st.integers(0, 3))
    def take_by_mistake(self, which: int, reader: int) -> None:
        """A stick is taken in and undone at once: every computer is as if it had never seen it."""
        if self.post:
            letter, readers = self.post[which % len(self.post)]
            name = readers[reader % len(readers)]
            before = shared_state(self.network[name].store)
            is_own = letter.manifest.device == self.network[name].keys.device
            if self._take(name, letter) is Code.OK and not is_own:
                undo_import(self.network[name], letter.manifest.id)
                assert shared_state(self.network[name].store) == before

    @rule(name=st.sampled_from(NAMES))
    def back_up(self, name: str) -> None:
        """A copy of the database is put aside."""
        copy_database(self.network[name].store, self.folder / f"{name}.backup")

    @rule(name=st.sampled_from(NAMES))
    def restore(self, name: str) -> None:
        """The copy is put back: what was written since is gone here, unless it was sent."""
        self.network[name].close()
        data = self.folder / name / "data"
        for left in data.glob("sosen.db*"):
            left.unlink()
        shutil.copyfile(self.folder / f"{name}.backup", data / "sosen.db")
        self._open(name)
        if name == "H":
            # Nobody below may bring back what the office wrote; what it sent is still on the sticks.
            for letter in self.sent[name]:
                self._take(name, letter)

    # -- what must hold -------------------------------------------------------------------------

    @invariant()
    def each_computer_holds_what_it_knows(self) -> None:
        """At every moment a row holds the causal maxima of the commits that the version vector names."""
        if self.registry is None:
            return
        for scope, holders in SCOPES.items():
            for name in holders:
                self._check(self.network[name], scope)

    def _check(self, office: Office, scope: str) -> None:
        known = seen_of(office.store.writers.vector(scope))
        table = office.store.catalogue.of(Task)
        for row in IDS[scope]:
            held = office.store.connection.execute(table.select_sql, (row,)).fetchone()
            expected = self.model.survivors(row, known)
            assert (held is None) == (not expected)
            if held is not None:
                columns = {".": held[1], **dict(zip(table.names, held[3:], strict=True))}
                ids = office.store.writers.ids
                registers = read_registers(held[2], table, columns)
                assert {
                    name: {((ids[s.writer], s.n), s.value) for s in siblings}
                    for name, siblings in registers.items()
                } == expected

    def rest(self) -> None:
        """Everybody sends to everybody until nothing is refused: then all are equal, sound and complete."""
        for _round in range(4):
            codes = [
                self._take(reader, letter)
                for name in NAMES
                for letter, readers in self._letters(name)
                for reader in readers
                if reader != name
            ]
            if Code.E_GAP not in codes and Code.OK not in codes:
                break
        for scope, holders in SCOPES.items():
            first = shared_state(self.network[holders[0]].store, scope)
            for name in holders[1:]:
                state = shared_state(self.network[name].store, scope)
                assert {key: (rows, first[key]) for key, rows in state.items() if rows != first[key]} == {}, (
                    name
                )
        for name in NAMES:
            assert check_store(self.network[name].store, lambda _done, _total: None) == []


def play(examples: int, steps: int = 30) -> None:
    """Make that many histories."""
    chosen = settings(
        max_examples=examples, stateful_step_count=steps, phases=[Phase.explicit, Phase.generate]
    )
    run_state_machine_as_test(Offices, settings=chosen)


@pytest.mark.timeout(600)
def test_all_computers_agree_at_rest() -> None:
    """Whatever happens on the way, everybody ends with the same, and with everything."""
    play(500)


@pytest.mark.long
@pytest.mark.timeout(0)
def test_all_computers_agree_after_long_histories() -> None:
    """The same, 20,000 times and longer."""
    play(20_000, steps=60)


def joined_have(hear: Callable[..., None]) -> Callable[..., None]:
    """A wrong way to note what a computer has: never forgetting what it had before."""

    def join(store: Store, device: str, unit: str, have: peers.Have, at: int, n: int) -> None:
        before = peers.peer(store, device)
        joined = {scope: dict(vector) for scope, vector in (before.have if before else {}).items()}
        for scope, vector in have.items():
            known = joined.setdefault(scope, {})
            for w, mark in vector.items():
                known[w] = max(mark, known.get(w, mark), key=lambda one: one.n)
        hear(store, device, unit, joined, at, n)

    return join


@pytest.mark.timeout(600)
def test_the_histories_notice_a_joined_receipt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: believing an old receipt of a restored computer for ever must be found out."""
    monkeypatch.setattr(receiving, "hear", joined_have(peers.hear))
    with pytest.raises(AssertionError):
        play(300)


@pytest.mark.timeout(600)
def test_the_histories_notice_a_restored_computer_under_its_old_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: going on with the old writer ids after a restore must be found out."""
    monkeypatch.setattr(Writers, "retire_own", lambda _self: None)
    with pytest.raises(AssertionError):
        play(300)
