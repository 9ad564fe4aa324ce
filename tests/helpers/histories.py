"""Random histories of four computers and a copy: written, deleted, sent, doubled, lost, re-ordered, undone,
restored, rolled back, cloned, with clocks that jump and programs that are upgraded.

Beside the real databases runs a naive model that remembers every commit with all that its writer had seen.
It knows commits by their hash, because a branch of a copied computer is renamed.  At rest all computers hold
the same, and exactly what the model says; nothing is lost, nothing comes back.
"""

from __future__ import annotations

import atexit
import itertools
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import apsw
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop.bundle.registry import Registry
from desktop.domain.entities import Task
from desktop.domain.entity import Entity, entity_type
from desktop.domain.errors import Code
from desktop.domain.scopes import make_record_id, office_scope
from desktop.store import peers
from desktop.store.checking import check_store
from desktop.store.forking import known_forks
from desktop.store.stamps import read_registers
from desktop.store.store import CATALOGUE, Store
from desktop.usecases.office import Office
from desktop.usecases.registry import current_registry
from desktop.usecases.sending import consignments
from desktop.usecases.undo_import import can_undo_import, undo_import
from tests.helpers.dumps import shared_state
from tests.helpers.letters import Letter, take_letter, write_letter
from tests.helpers.network import COMMUNE_X, COMMUNE_Y, COMPUTERS, DISTRICT, Network, make_network
from tests.helpers.toy import CREATE, Boat, BoatRow

NAMES = sorted(COMPUTERS)
CLONE = "X3"
"""The computer that may be made from a disk image of X1 or X2: same keys, same lease."""
COLLEAGUE = "H2"
"""The second computer of the office, where a machine gives it one."""
UNITS = {**COMPUTERS, CLONE: COMMUNE_X, COLLEAGUE: DISTRICT}
OFFICE = ("H", COLLEAGUE)
SCOPES = {
    COMMUNE_X: ("H", "X1", "X2", CLONE, COLLEAGUE),
    COMMUNE_Y: ("H", "Y", COLLEAGUE),
    DISTRICT: ("H", "X1", "X2", "Y", CLONE, COLLEAGUE),
    office_scope(DISTRICT, COMMUNE_X): ("H", "X1", "X2", CLONE, COLLEAGUE),
}
"""Each scope with the computers that hold it, the copy and the colleague where there is one."""
EVERYONE = st.sampled_from(sorted({*COMPUTERS, CLONE}))
NEWER = CATALOGUE.extended(entity_type(Boat), BoatRow)
"""What an upgraded program knows."""
YEAR = 365 * 86_400_000
IDS = {scope: [make_record_id(scope, number, bytes(6)) for number in (1, 2)] for scope in SCOPES}
_BY_OFFICE = (DISTRICT, office_scope(DISTRICT, COMMUNE_X))
WRITTEN = {"H": _BY_OFFICE, COLLEAGUE: _BY_OFFICE, "Y": (COMMUNE_Y,)}
FIELDS = ("title", "note", "measure")
TAKEN = {Code.OK, Code.OK_DUP, Code.OK_OWN, Code.E_GAP, Code.E_FORK}
"""What may become of a bundle between honest computers."""
MOVED = {Code.OK, Code.E_GAP, Code.E_FORK}
"""After these something is still on its way."""
KEPT_ASIDE = {Code.E_GAP, Code.E_FORK}
"""After these a bundle is tried again by itself."""

Hashes = frozenset[str]


def new_folder() -> Path:
    """A folder in memory where the system has one: durability is proved elsewhere, here speed counts."""
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(prefix="convergence-", dir=memory if memory.is_dir() else None))


@dataclass(frozen=True)
class Commit:
    """What a person did to one row, and all that stood on that computer then."""

    h: str
    row: str
    values: dict[str, object]
    seen: Hashes


@dataclass
class Model:
    """Remembers every commit ever made."""

    commits: dict[str, Commit] = field(default_factory=dict)

    def remember(self, store: Store, scope: str, row: str, values: dict[str, object]) -> None:
        """The commit that was just made in a scope, with what its computer had seen before."""
        h = store.connection.execute(
            "SELECT v.h FROM sync_vv v JOIN sync_writer w ON w.number = v.writer "
            "WHERE w.is_own = 1 AND w.scope = ?",
            (scope,),
        ).get
        self.commits[h] = Commit(h, row, values, frozenset(known_commits(store, scope).values()) - {h})

    def survivors(self, row: str, known: Hashes) -> dict[str, set[tuple[str, object]]]:
        """Register → the values that no known commit has written over, having seen them."""
        there = [c for c in self.commits.values() if c.row == row and c.h in known]
        found: dict[str, set[tuple[str, object]]] = {}
        for commit, (name, value) in ((c, item) for c in there for item in c.values.items()):
            if not any(name in c.values and commit.h in c.seen for c in there):
                found.setdefault(name, set()).add((commit.h, value))
        return found


def known_commits(store: Store, scope: str) -> dict[tuple[int, int], str]:
    """Every commit of a scope that a computer knows: (local number of the writer, n) → hash."""
    rows = store.connection.execute(
        "SELECT c.writer, c.n, c.h FROM sync_commit c JOIN sync_writer w ON w.number = c.writer "
        "WHERE w.scope = ?",
        (scope,),
    )
    return {(writer, n): h for writer, n, h in rows}


def letters(network: Network, registry: Registry, name: str) -> list[Letter]:
    """What a computer would send now."""
    return [write_letter(network[name], registry, one) for one in consignments(network[name], registry)]


def readers_of(network: Network, letter: Letter) -> list[str]:
    """The computers that can open it."""
    return [name for name in network.offices if UNITS[name] in letter.manifest.to]


@lru_cache(maxsize=2)
def founded(names: tuple[str, ...]) -> tuple[Path, dict[str, Commit]]:
    """The computers after some first work and two rounds of bundles, made once; what was written."""
    folder = new_folder()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    network, model = make_network(folder, computers={name: UNITS[name] for name in names}), Model()
    registry = current_registry(network["H"].store)
    for name in names:
        for scope in WRITTEN.get(name, (COMMUNE_X,)):
            store, row = network[name].store, IDS[scope][name in ("X2", COLLEAGUE)]
            with store.work(user=name, label="add_record") as work:
                work.add(Task(id=row, scope=scope, title=name))
            model.remember(store, scope, row, {".": 1, "title": name})
    for _round in range(2):
        for name in names:
            for letter in letters(network, registry, name):
                for reader in readers_of(network, letter):
                    take_letter(network[reader], registry, letter)
    network.close()
    for name in names:
        shutil.copytree(folder / name, folder / f"{name}.backup")
    return folder, model.commits


class Offices(RuleBasedStateMachine):
    """The rules by which histories are made.

    A subclass may set ``pragmas`` to run on other promises of the disk, ``names`` for further computers.
    """

    names: tuple[str, ...] = tuple(NAMES)
    pragmas = ("PRAGMA synchronous=OFF",)
    is_thorough = False
    """Whether every refused import is proved to have changed nothing; slower."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = new_folder()
        folder, commits = founded(self.names)
        shutil.copytree(folder, self.folder, dirs_exist_ok=True)
        self.network = Network(self.folder)
        self.model = Model(dict(commits))
        self.ticks = itertools.count(1_767_225_600_000)
        self.newer: set[str] = set()
        self.post: list[Letter] = []
        self.sent: dict[str, list[Letter]] = {name: [] for name in UNITS}
        self.aside: dict[str, list[Letter]] = {}
        self.changed: set[str] = set(self.names)
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
        for name in self.names:
            self._open(name)
        self.registry = current_registry(self.network["H"].store)

    def _open(self, name: str) -> None:
        """Start a computer with the program it has; no two commits have one time, so none is made twice."""
        if name in self.newer:
            connection = apsw.Connection(str(self.folder / name / "data" / "sosen.db"))
            connection.execute(CREATE.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS"))
            connection.close()
        self.network.catalogue = NEWER if name in self.newer else CATALOGUE
        office = self.network.open(name)
        office.store.now = self.ticks.__next__
        for pragma in self.pragmas:
            office.store.connection.execute(pragma)
        self.changed.add(name)

    def _open_again(self, name: str) -> None:
        self.network[name].close()
        self._open(name)

    def _there(self, name: str) -> str:
        """The copy only once there is one."""
        return name if name in self.network.offices else "X1"

    @rule(name=EVERYONE, which=st.integers(0, 3), field=st.sampled_from(FIELDS), value=st.sampled_from("abc"))
    def write(self, name: str, which: int, field: str, value: str) -> None:
        """Somebody types into a cell, of a new row if there was none."""
        self._write(self._there(name), which, Task, field, value)

    @precondition(lambda self: bool(self.newer))
    @rule(which=st.integers(0, 7), value=st.sampled_from("abc"))
    def write_boat(self, which: int, value: str) -> None:
        """Somebody with the newer program writes what the others do not know yet."""
        self._write(sorted(self.newer)[which % len(self.newer)], which // 2, Boat, "name", value)

    def _write(self, name: str, which: int, cls: type[Entity], field: str, value: str) -> None:
        scope, row = self._place(name, which)
        row = row[:-1] + "b" if cls is Boat else row
        store = self.network[name].store
        table = store.catalogue.of(cls).table
        held = store.connection.execute(f"SELECT alive FROM {table} WHERE id = ?", (row,)).get
        with store.work(user=name, label="edit_cell") as work:
            if held is None:
                work.add(cls(id=row, scope=scope, **{field: value}))
            else:
                work.write(table, row, {field: value})
        self._remember(name, scope, row, {".": 1, field: value})

    @rule(name=EVERYONE, which=st.integers(0, 3))
    def delete(self, name: str, which: int) -> None:
        """Somebody deletes a row."""
        name = self._there(name)
        scope, row = self._place(name, which)
        store = self.network[name].store
        if store.connection.execute("SELECT alive FROM task WHERE id = ?", (row,)).get == 1:
            with store.work(user=name, label="delete_record") as work:
                work.delete(store.get(Task, row))
            self._remember(name, scope, row, {".": 0})

    def _remember(self, name: str, scope: str, row: str, values: dict[str, object]) -> None:
        self.changed.add(name)
        self.model.remember(self.network[name].store, scope, row, values)

    def _place(self, name: str, which: int) -> tuple[str, str]:
        scopes = WRITTEN.get(name, (COMMUNE_X,))
        scope = scopes[which % len(scopes)]
        return scope, IDS[scope][which // 2 % 2]

    @rule(name=EVERYONE)
    def export(self, name: str) -> None:
        """Bundles for everybody are written; they wait on sticks, to be taken never or often."""
        self.post.extend(self._letters(self._there(name)))

    def _letters(self, name: str) -> list[Letter]:
        assert self.registry is not None
        written = letters(self.network, self.registry, name)
        self.sent[name] += written
        return written

    @rule(which=st.integers(0, 1_000_000), reader=st.integers(0, 4))
    def deliver(self, which: int, reader: int) -> None:
        """Any stick is taken to one of its readers: in any order, again, or late."""
        if self.post:
            letter = self.post[which % len(self.post)]
            readers = readers_of(self.network, letter)
            self._take(readers[reader % len(readers)], letter)

    def _take(self, name: str, letter: Letter) -> Code:
        assert self.registry is not None
        before = shared_state(self.network[name].store) if self.is_thorough else None
        code = take_letter(self.network[name], self.registry, letter)
        assert code in TAKEN, f"{name}: {code}"
        if before is not None and code is Code.E_GAP and not letter.manifest.notes:
            assert shared_state(self.network[name].store) == before, "a refused import changed something"
        self.changed.add(name)
        return code

    @rule(name=EVERYONE, readers=st.sets(EVERYONE, min_size=1))
    def send(self, name: str, readers: set[str]) -> None:
        """Bundles are written and taken at once to some of those who read them."""
        name = self._there(name)
        for letter in self._letters(name):
            for reader in sorted(readers.intersection(readers_of(self.network, letter)) - {name}):
                self._take(reader, letter)

    @rule(name=EVERYONE, times=st.integers(1, 3))
    def take_back(self, name: str, times: int) -> None:
        """The newest bundles taken that can still be undone turn out to be mistakes."""
        name = self._there(name)
        office = self.network[name]
        for line in peers.bundle_log(office.store, 8):
            if not line.is_outgoing and times and can_undo_import(office, line.bundle):
                undo_import(office, line.bundle)
                times -= 1
        self.changed.add(name)

    @rule(which=st.integers(0, 1_000_000), reader=st.integers(0, 4))
    def take_by_mistake(self, which: int, reader: int) -> None:
        """A stick is taken in and undone at once: every computer is as if it had never seen it.

        But for a branch that was renamed on the way: that is no part of what is undone.
        """
        if self.post:
            letter = self.post[which % len(self.post)]
            readers = readers_of(self.network, letter)
            name = readers[reader % len(readers)]
            before = shared_state(self.network[name].store)
            is_own = letter.manifest.device == self.network[name].keys.device
            is_told = letter.manifest.notes or known_forks(self.network[name].store)
            if self._take(name, letter) is Code.OK and not is_own and not is_told:
                undo_import(self.network[name], letter.manifest.id)
                assert shared_state(self.network[name].store) == before

    @rule(name=st.sampled_from(NAMES))
    def back_up(self, name: str) -> None:
        """An image of the computer is put aside: its data and its profile."""
        self.network[name].close()
        image = self.folder / f"{name}.backup"
        shutil.rmtree(image)
        shutil.copytree(self.folder / name, image)
        self._open(name)

    @rule(name=st.sampled_from(NAMES), whole=st.booleans())
    def restore(self, name: str, whole: bool) -> None:
        """The data is put back, or the ``whole`` disk with its lease; what was not sent since is gone."""
        self.network[name].close()
        for part in ("data", "profile") if whole else ("data",):
            shutil.rmtree(self.folder / name / part)
            shutil.copytree(self.folder / f"{name}.backup" / part, self.folder / name / part)
        self._open(name)
        if name == "H":
            self._read_own_sticks(name)

    def _read_own_sticks(self, name: str) -> None:
        """Nobody below may bring back what the office wrote; what it sent is still on the sticks.

        What it passed on of others may be gone from the backup: such a letter is kept aside, as a bundle is.
        """
        self.aside[name] = [one for one in self.sent[name] if self._take(name, one) in KEPT_ASIDE]

    def _try_again(self) -> list[Code]:
        """Own letters that were kept aside, for which the missing part may have come; what moved."""
        codes = []
        for name, kept in self.aside.items():
            tried = [(one, self._take(name, one)) for one in kept]
            self.aside[name] = [one for one, code in tried if code in KEPT_ASIDE]
            codes += [code for _one, code in tried if code not in KEPT_ASIDE]
        return codes

    @precondition(lambda self: CLONE not in self.network.offices)
    @rule(name=st.sampled_from(("X1", "X2")))
    def clone(self, name: str) -> None:
        """A further computer is set up from a disk image: nothing on it tells that it is one."""
        self.network[name].close()
        shutil.copytree(self.folder / name, self.folder / CLONE)
        if name in self.newer:
            self.newer.add(CLONE)
        self._open(name)
        self._open(CLONE)

    @rule(name=EVERYONE, years=st.integers(-10, 10))
    def set_clock(self, name: str, years: int) -> None:
        """A clock jumps."""
        ticks = self.ticks
        self.network[self._there(name)].store.now = lambda: max(0, next(ticks) + years * YEAR)

    @rule(name=EVERYONE)
    def upgrade(self, name: str) -> None:
        """A computer gets the program that knows boats."""
        name = self._there(name)
        if name not in self.newer:
            self.newer.add(name)
            self._open_again(name)

    # -- what must hold -------------------------------------------------------------------------

    @invariant()
    def each_computer_holds_what_it_knows(self) -> None:
        """At every moment a row holds the causal maxima of the commits that are known there."""
        if self.registry is None:
            return
        for name in sorted(self.changed):
            for scope, holders in SCOPES.items():
                if name in holders:
                    self._check(self.network[name], scope)
        self.changed.clear()

    def _check(self, office: Office, scope: str) -> None:
        hashes = known_commits(office.store, scope)
        known = frozenset(hashes.values())
        if len(known) < len(hashes):
            return  # a branch under its old and its new name, until the old one is given up
        for row in IDS[scope]:
            assert self._held(office, "task", row, hashes) == self.model.survivors(row, known)
            boat = row[:-1] + "b"
            assert self._held(office, "boat", boat, hashes) == self.model.survivors(boat, known)

    def _held(
        self, office: Office, name: str, row: str, hashes: Mapping[tuple[int, int], str]
    ) -> dict[str, set[tuple[str, object]]]:
        """Register → its values with the hashes of their commits, wherever the row is kept."""
        table = office.store.catalogue.tables.get(name)
        unknown = "SELECT scope, 0, stamps FROM other_row WHERE id = ?"
        sql, columns = (unknown, ()) if table is None else (table.select_sql, table.names)
        held = office.store.connection.execute(sql, (row,)).fetchone()
        if held is None:
            return {}
        found = read_registers(held[2], table, {".": held[1], **dict(zip(columns, held[3:], strict=True))})
        return {
            register: {(hashes[s.writer, s.n], s.value) for s in siblings}
            for register, siblings in found.items()
        }

    def rest(self) -> None:
        """Everybody sends to everybody until nothing is refused: then all are equal, sound and complete."""
        for name in list(self.network.offices):
            self.upgrade(name)
        for name in set(OFFICE).intersection(self.names):
            self._read_own_sticks(name)
        for _round in range(8):
            if not MOVED.intersection([*self._round(), *self._try_again()]):
                break
        else:
            raise AssertionError("it never comes to rest")
        self.each_computer_holds_what_it_knows()
        for scope, holders in SCOPES.items():
            first = shared_state(self.network[holders[0]].store, scope)
            for name in holders[1:]:
                if name in self.network.offices:
                    state = shared_state(self.network[name].store, scope)
                    differing = {key: (rows, first[key]) for key, rows in state.items() if rows != first[key]}
                    assert differing == {}, name
        for office in self.network.offices.values():
            assert check_store(office.store, lambda _done, _total: None) == []

    def _round(self) -> list[Code]:
        """Each sends; the district answers at once, since copies of one computer answer to one name."""
        codes = []
        for name in list(self.network.offices):
            sent = self._letters(name)
            codes += [self._take(reader, letter) for letter in sent for reader in self._others(letter, name)]
            if name != "H":
                answers = [one for one in self._letters("H") if UNITS[name] in one.manifest.to]
                codes += [
                    self._take(reader, letter) for letter in answers for reader in self._others(letter, "H")
                ]
        return codes

    def _others(self, letter: Letter, sender: str) -> list[str]:
        return [name for name in readers_of(self.network, letter) if name != sender]
