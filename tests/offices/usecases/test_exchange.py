"""The main job on real folders: thirteen communes export, the district takes them in, everything is there."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.entities import Task
from desktop.domain.errors import CancelledError, Code
from desktop.store.history import record_history
from desktop.store.peers import bundle_log
from desktop.usecases.check_database import check_database
from desktop.usecases.edit_records import change_fields
from desktop.usecases.export_bundle import export_bundles, plan_sending
from desktop.usecases.import_bundle import bundle_files, import_bundles, preview_bundles
from desktop.usecases.inspect_bundle import inspect_bundle
from desktop.usecases.office import Office
from tests.helpers.dumps import Dump, shared_state, whole_dump
from tests.helpers.offices import DISTRICT, PHU_DIEN, SampleYear, no_progress

NOT_RECORDS = ("sync_log", "sqlite_sequence")


def send_all(year: SampleYear) -> list[Path]:
    """Every commune exports to the stick; the bundles in order of name."""
    for code in year.codes:
        office = year.open(code)
        export_bundles(office, year.stick, no_progress)
        office.close()
    return sorted(year.stick.glob("*.goi"))


@pytest.fixture
def year(own_sample_year: SampleYear) -> SampleYear:
    return own_sample_year


@pytest.fixture
def district(year: SampleYear) -> Iterator[Office]:
    office = year.open(DISTRICT)
    yield office
    office.close()


def commune_states(year: SampleYear) -> dict[str, Dump]:
    states: dict[str, Dump] = {}
    for code in year.codes:
        office = year.open(code)
        states[office.unit_id] = shared_state(office.store, office.unit_id)
        office.close()
    return states


def test_the_district_holds_what_the_communes_hold(year: SampleYear, district: Office) -> None:
    """Thirteen bundles in one go: row for row and stamp for stamp as the communes have it."""
    bundles = send_all(year)
    files = bundle_files(district, [year.stick])
    outcomes = import_bundles(district, files, no_progress)
    assert files == bundles
    assert len(outcomes) == 13
    assert {outcome.code for outcome in outcomes} == {Code.OK}
    states = commune_states(year)
    assert all(state["task"] for state in states.values())
    for unit, state in states.items():
        assert shared_state(district.store, unit) == state
    assert check_database(district, no_progress).is_sound


def test_bundle_9_is_taken_before_bundle_10(district: Office, tmp_path: Path) -> None:
    """In the order of names the tenth would come first and leave the ninth nothing to tell."""
    for n in (10, 2, 9, 100):
        (tmp_path / f"30067-may1-{n}.goi").touch()
    found = [path.name for path in bundle_files(district, [tmp_path])]
    assert found == [f"30067-may1-{n}.goi" for n in (2, 9, 10, 100)]


def test_what_a_bundle_says_is_what_was_counted(year: SampleYear, district: Office) -> None:
    """The figures of a preview, of the outcome, of the log and of the database are the same."""
    bundle = send_all(year)[0]
    inspected = inspect_bundle(district, bundle)
    outcome = import_bundles(district, [bundle], no_progress)[0]
    assert outcome.rows == sum(inspected.scopes.values()) == outcome.result.new.total() > 100
    line = bundle_log(district.store)[0]
    assert (line.bundle, line.code, line.row_count) == (outcome.bundle, Code.OK, outcome.rows)
    assert inspected.as_json()["unit"] == outcome.unit


def test_a_bundle_twice_changes_nothing(year: SampleYear, district: Office) -> None:
    """Whoever imports a stick again gets nothing twice: the database stays as it is, to the last column."""
    bundles = send_all(year)
    import_bundles(district, bundles, no_progress)
    before = whole_dump(district.store)
    again = import_bundles(district, bundles, no_progress)
    assert {outcome.code for outcome in again} == {Code.OK_DUP}
    assert whole_dump(district.store) == before


def test_any_order_gives_the_same(year: SampleYear, tmp_path: Path) -> None:
    """Two sticks in another order: the same records, stamps and commits."""
    bundles = send_all(year)
    states = []
    for seed in (1, 2):
        mixed = list(bundles)
        random.Random(seed).shuffle(mixed)
        copied = SampleYear(tmp_path / f"order{seed}")
        shutil.copytree(year.folder / DISTRICT, copied.folder / DISTRICT)
        office = copied.open(DISTRICT)
        outcomes = import_bundles(office, mixed, no_progress)
        assert {outcome.code for outcome in outcomes} == {Code.OK}
        states.append(shared_state(office.store))
        office.close()
    assert states[0] == states[1]


def test_a_preview_changes_nothing_and_tells_the_result(year: SampleYear, district: Office) -> None:
    """What the clerk is shown before is what happens then, also with two bundles of one commune."""
    bundles = send_all(year)[:3]
    commune = year.open(PHU_DIEN)
    task = commune.store.select(Task, scope=commune.unit_id)[0]
    change_fields(commune, Task, task.id, {"note": "Bổ sung sau khi gửi"})
    later = export_bundles(commune, year.stick, no_progress)[0].path
    commune.close()
    before = whole_dump(district.store)
    files_before = sorted(district.store.folder.rglob("*.goi"))
    previews = preview_bundles(district, [*bundles, later], no_progress)
    assert whole_dump(district.store) == before
    assert sorted(district.store.folder.rglob("*.goi")) == files_before
    outcomes = import_bundles(district, [*bundles, later], no_progress)
    assert [(one.code, one.rows) for one in previews] == [(one.code, one.rows) for one in outcomes]
    assert [one.result for one in previews] == [one.result for one in outcomes]


def test_after_a_receipt_only_the_difference_travels(year: SampleYear, district: Office) -> None:
    """One changed cell: a bundle of one row and a few kilobytes, not the whole year again."""
    first = send_all(year)
    import_bundles(district, first, no_progress)
    export_bundles(district, year.folder / "down", no_progress)
    commune = year.open(PHU_DIEN)
    assert plan_sending(commune)[0].changes > 100
    import_bundles(commune, bundle_files(commune, [year.folder / "down"]), no_progress)
    assert plan_sending(commune)[0].changes == 0
    task = commune.store.select(Task, scope=commune.unit_id)[0]
    change_fields(commune, Task, task.id, {"note": "Đã xong phần việc của xã"})
    assert plan_sending(commune)[0].changes == 1
    sent = export_bundles(commune, year.stick, no_progress)[0]
    assert (sent.rows, sent.size < 8_000) == (1, True)
    outcome = import_bundles(district, [sent.path], no_progress)[0]
    assert (outcome.code, outcome.rows, outcome.result.changed["task"]) == (Code.OK, 1, 1)
    assert shared_state(district.store, commune.unit_id) == shared_state(commune.store, commune.unit_id)
    commune.close()


def test_a_lost_bundle_does_no_harm(year: SampleYear, district: Office) -> None:
    """A stick that never arrived: the next bundle holds everything since the last receipt."""
    send_all(year)
    commune = year.open(PHU_DIEN)
    lost = sorted(year.stick.glob(f"{PHU_DIEN}-*.goi"))
    for path in lost:
        path.unlink()
    next_one = export_bundles(commune, year.stick, no_progress)[0]
    outcome = import_bundles(district, [next_one.path], no_progress)[0]
    assert outcome.code is Code.OK
    assert shared_state(district.store, commune.unit_id) == shared_state(commune.store, commune.unit_id)
    commune.close()


def test_an_older_bundle_after_a_newer_one_brings_nothing(year: SampleYear, district: Office) -> None:
    """Sticks are found again weeks later; what they hold is known, and nothing goes back."""
    commune = year.open(PHU_DIEN)
    older = export_bundles(commune, year.stick, no_progress)[0]
    task = commune.store.select(Task, scope=commune.unit_id)[0]
    change_fields(commune, Task, task.id, {"note": "Mới hơn"})
    newer = export_bundles(commune, year.stick, no_progress)[0]
    import_bundles(district, [newer.path], no_progress)
    before = shared_state(district.store)
    assert import_bundles(district, [older.path], no_progress)[0].code is Code.OK_DUP
    assert shared_state(district.store) == before
    commune.close()


def test_the_history_says_who_when_what_and_from_where(year: SampleYear, district: Office) -> None:
    """At the district an imported change names the clerk who made it, the time, old and new, the bundle."""
    import_bundles(district, send_all(year), no_progress)
    commune = year.open(PHU_DIEN)
    task = commune.store.select(Task, scope=commune.unit_id)[0]
    change_fields(commune, Task, task.id, {"note": "Chờ kinh phí"})
    made = record_history(commune.store, task.id)[0]
    sent = export_bundles(commune, year.stick, no_progress)[0]
    import_bundles(district, [sent.path], no_progress)
    lines = record_history(district.store, task.id)
    assert (lines[0].user, lines[0].at, lines[0].source) == (commune.user, made.at, sent.bundle)
    assert lines[0].changes == {"note": (task.note, "Chờ kinh phí")}
    # The record itself came whole in the first bundle; its stamps still tell who began it, and when.
    assert lines[-1].changes == {".": (None, 1)}
    assert lines[-1].user == commune.user
    assert lines[-1].source not in ("hand", sent.bundle)
    commune.close()


class StopAfter:
    """Progress that asks to stop at its ``steps``-th sign (0 never does, and counts)."""

    def __init__(self, steps: int = 0) -> None:
        self.seen = 0
        self._steps = steps

    def __call__(self, _done: int, _total: int | None) -> None:
        self.seen += 1
        if self._steps and self.seen >= self._steps:
            raise CancelledError


def test_cancelling_leaves_no_trace(year: SampleYear, district: Office) -> None:
    """Whoever stops an import, at whichever sign of progress, has the database as before."""
    bundle = sorted(send_all(year))[0]
    before = whole_dump(district.store)
    counted = StopAfter()
    preview_bundles(district, [bundle], counted)
    # At the last sign of all the bundle is taken already.
    for steps in range(1, counted.seen):
        with pytest.raises(CancelledError):
            import_bundles(district, [bundle], StopAfter(steps))
        assert whole_dump(district.store) == before
        assert not list(district.store.folder.rglob("*.goi"))
        assert not list((district.store.folder / "inbox").rglob("*.part"))
    assert counted.seen > 5
    assert import_bundles(district, [bundle], StopAfter(counted.seen))[0].code is Code.OK


def test_cancelling_between_bundles_says_what_was_taken(year: SampleYear, district: Office) -> None:
    """Stopped half-way through a stick: what was taken stays and is named, the rest is said to be missing."""
    bundles = send_all(year)[:4]
    counted = StopAfter()
    preview_bundles(district, bundles, counted)
    outcomes = import_bundles(district, bundles, StopAfter(counted.seen // 2 + 2))
    codes = [outcome.code for outcome in outcomes]
    taken = codes.count(Code.OK)
    assert 0 < taken < 4
    assert codes == [Code.OK] * taken + [Code.E_CANCELLED] * (4 - taken)
    logged = [line.bundle for line in bundle_log(district.store) if not line.is_outgoing]
    assert sorted(logged) == sorted(outcome.bundle for outcome in outcomes[:taken])


def test_progress_only_rises(year: SampleYear, district: Office) -> None:
    """A bar that runs back frightens people."""
    seen: list[int] = []
    totals: set[int | None] = set()

    def note(done: int, total: int | None) -> None:
        seen.append(done)
        totals.add(total)

    import_bundles(district, send_all(year)[:4], note)
    assert seen == sorted(seen)
    assert totals == {4000}
    assert seen[-1] == 4000


def test_the_sender_s_own_bundle_is_recognised(year: SampleYear) -> None:
    """A clerk who picks the outgoing bundle by mistake is told so, and nothing happens."""
    commune = year.open(PHU_DIEN)
    sent = export_bundles(commune, year.stick, no_progress)[0]
    before = whole_dump(commune.store)
    assert import_bundles(commune, [sent.path], no_progress)[0].code is Code.OK_OWN
    assert whole_dump(commune.store) == before
    commune.close()


def test_a_bundle_for_somebody_else_is_refused(year: SampleYear) -> None:
    """A commune cannot read what another one sends up."""
    bundle = next(path for path in send_all(year) if not path.name.startswith(PHU_DIEN))
    commune = year.open(PHU_DIEN)
    before = whole_dump(commune.store)
    assert import_bundles(commune, [bundle], no_progress)[0].code is Code.E_NOTFORME
    assert whole_dump(commune.store) == before
    commune.close()


def test_the_original_is_kept_as_evidence(year: SampleYear, district: Office) -> None:
    """What was taken can be shown later as it came, signed and sealed."""
    bundle = send_all(year)[0]
    outcome = import_bundles(district, [bundle], no_progress)[0]
    kept = district.store.folder / "inbox" / "received" / f"{outcome.bundle}.goi"
    assert kept.read_bytes() == bundle.read_bytes()
    assert not list((district.store.folder / "inbox" / "spool").iterdir())
