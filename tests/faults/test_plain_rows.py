"""The quick way to merge plain rows writes exactly what the general merge would write."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.bundle.registry import Registry
from desktop.domain.change import Value
from desktop.domain.entities import Task
from desktop.domain.scopes import make_record_id
from desktop.store.history import HistoryLine, record_history
from desktop.store.importing import ScopeMerge
from desktop.store.merge_result import MergeResult
from desktop.usecases import receiving
from desktop.usecases.office import Office, open_office
from desktop.usecases.registry import current_registry
from desktop.usecases.sending import Consignment
from tests.helpers.dumps import Dump, whole_dump
from tests.helpers.letters import Letter, write_letter
from tests.helpers.network import COMMUNE_X, DISTRICT, Network, make_network
from tests.helpers.offices import no_progress

IDS = [make_record_id(COMMUNE_X, number, bytes(6)) for number in range(4)]
UP = Consignment(DISTRICT, "", (DISTRICT,), (COMMUNE_X,), False)
SIDEWAYS = Consignment(COMMUNE_X, "", (COMMUNE_X,), (COMMUNE_X,), False)

VALUES: list[dict[str, Value]] = [
    {"title": "Đường"},
    {"title": "Cầu", "code": "1.1"},
    {"note": "ghi chú"},
    {"note": 'ngoặc "kép", \\ và \t\x01\x7f'},
    {"due_on": "2022-06-18"},
    {"due_on": "18/06/2022"},  # no day in its one form: kept, not shown
    {"state": "in_progress", "percent": 30},
    {"percent": "nhiều"},
    {"is_blocked": True},
    {"is_key_task": True},
    {"is_key_task": 1},  # one is not yes
    {"budget": None},
    {"colour": "đỏ"},  # a field of a newer program
    {".": 0},
]
STEP = st.one_of(
    st.tuples(
        st.sampled_from(["X1", "X2"]),
        st.lists(st.tuples(st.integers(0, 3), st.sampled_from(VALUES)), min_size=1),
    ),
    st.sampled_from([("X1", "X2"), ("X2", "X1"), ("X1", "H"), ("X2", "H")]),
)


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("founded")
    make_network(folder).close()
    return folder


class Pair:
    """Two computers of a commune, and a district that merges each letter both ways."""

    def __init__(self, founded: Path, folder: Path) -> None:
        shutil.copytree(founded, folder, dirs_exist_ok=True)
        shutil.copytree(folder / "H", folder / "H2")
        self.network = Network(folder)
        for name in ("X1", "X2", "H"):
            self._quick(self.network.open(name))
        self.other = open_office(folder / "H2" / "data", folder / "H2" / "profile")
        self._quick(self.other)
        for office in (self.network["H"], self.other):
            office.store.now = lambda: 1_767_225_600_000
        self.registry: Registry = current_registry(self.other.store)

    @staticmethod
    def _quick(office: Office) -> None:
        office.store.connection.execute("PRAGMA synchronous=OFF")

    def close(self) -> None:
        self.network.close()
        self.other.close()

    def write(self, name: str, rows: list[tuple[int, dict[str, Value]]]) -> None:
        """One action over several rows."""
        store = self.network[name].store
        with store.work(user=name, label="x") as work:
            for at, values in rows:
                if store.connection.execute("SELECT 1 FROM task WHERE id = ?", (IDS[at],)).get is None:
                    if ("task", IDS[at]) not in work._pending:
                        work.add(Task(id=IDS[at], scope=COMMUNE_X, order=at))
                else:
                    work.write("task", IDS[at], values)

    def send(self, sender: str, reader: str) -> None:
        letter = write_letter(self.network[sender], self.registry, UP if reader == "H" else SIDEWAYS)
        if reader == "H":
            assert self._take(self.network["H"], letter) == self._take(self.other, letter, plainly=False)
        else:
            self._take(self.network[reader], letter)

    def _take(self, office: Office, letter: Letter, *, plainly: bool = True) -> tuple[object, ...]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(receiving, "ScopeMerge", partial(ScopeMerge, plainly=plainly))
            taken = receiving.take_bundle(office, letter, self.registry, progress=no_progress)  # type: ignore[arg-type]
        return (taken.code, taken.rows, *told(taken.result))


def told(result: MergeResult) -> Iterator[object]:
    yield from (result.new, result.changed, result.unchanged, result.conflicts)
    yield sorted(
        (row.table, row.id, row.is_new, sorted(row.fields.items()), row.conflicts) for row in result.changes
    )


def comparable(office: Office) -> Dump:
    """Everything but the lease; of the pages of the history what a person is shown of them."""
    dump = whole_dump(office.store, without=("meta", "sqlite_sequence", "taken_page"))
    dump["history"] = [line_of(line) for record_id in IDS for line in record_history(office.store, record_id)]
    return dump


def line_of(line: HistoryLine) -> tuple[object, ...]:
    return (line.at, line.user, line.record_id, line.source, sorted(line.changes.items()))


@given(st.lists(STEP, min_size=3, max_size=14))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_both_ways_write_the_same(founded: Path, steps: list[tuple[str, object]]) -> None:
    """New rows, edits, disputes, deletes, wrong kinds, fields of a newer program: all tables are equal."""
    with tempfile.TemporaryDirectory() as folder:
        pair = Pair(founded, Path(folder))
        try:
            for first, second in [*steps, ("X1", "H"), ("X2", "H")]:
                if isinstance(second, list):
                    pair.write(first, second)
                else:
                    pair.send(first, str(second))
            assert comparable(pair.network["H"]) == comparable(pair.other)
        finally:
            pair.close()


def test_the_quick_way_is_taken(founded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New rows and changed ones do not reach the general merge when nothing is concurrent."""
    pair = Pair(founded, tmp_path / "pair")
    pair.write("X1", [(at, {}) for at in range(4)])
    first = write_letter(pair.network["X1"], pair.registry, UP)
    pair.write("X1", [(at, {"title": "Đường", "due_on": "2022-06-18"}) for at in range(4)])
    second = write_letter(pair.network["X1"], pair.registry, UP)

    def never(*_args: object) -> None:
        raise AssertionError("the general merge was asked")

    monkeypatch.setattr("desktop.store.importing.merge_row", never)
    for letter, kind in ((first, "new"), (second, "changed")):
        taken = receiving.take_bundle(pair.network["H"], letter, pair.registry, progress=no_progress)  # type: ignore[arg-type]
        assert getattr(taken.result, kind)["task"] == 4
    pair.close()
