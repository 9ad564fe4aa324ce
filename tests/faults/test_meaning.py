"""Faults 52 to 67: other versions, wrong clocks, texts, conflicts, orphans, doubles, merged communes."""

from __future__ import annotations

import itertools
import json
import time
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.bundle.reader import open_bundle
from desktop.bundle.registry import Registry, RegistryUnit
from desktop.domain.change import ROW_LIFE
from desktop.domain.entities import Plan, Task, Unit
from desktop.domain.entity import entity_type
from desktop.domain.errors import Code, SoSenError
from desktop.store.blobs import blob_path, blobs_here, sweep_blobs
from desktop.store.store import CATALOGUE
from desktop.usecases.check_database import check_database
from desktop.usecases.clocks import clock_warning, odd_clocks
from desktop.usecases.conflicts import choose, list_conflicts
from desktop.usecases.edit_records import add_record, change_fields, delete_record
from desktop.usecases.evidence import attach_evidence
from desktop.usecases.import_bundle import preview_bundles
from desktop.usecases.list_concerns import ConcernKind, list_concerns
from desktop.usecases.list_missing_files import list_missing_files
from desktop.usecases.list_oddities import list_duplicates, list_orphans, restore_parent
from desktop.usecases.office import Office
from desktop.usecases.registry import current_registry
from tests.helpers.dumps import shared_state
from tests.helpers.network import (
    COMMUNE_X,
    COMMUNE_Y,
    COMPUTERS,
    DISTRICT,
    Network,
)
from tests.helpers.offices import no_progress
from tests.helpers.toy import BOAT, CREATE, Boat, BoatRow, make_fleet

YEAR = 365 * 86_400_000
TEN_YEARS = 10 * YEAR


def add_task(office: Office, title: str, **fields: object) -> Task:
    return add_record(office, Task(title=title, **fields))  # type: ignore[arg-type]


def all_equal(network: Network, scope: str = COMMUNE_X, names: tuple[str, ...] = ("X1", "X2", "H")) -> None:
    states = [shared_state(network[name].store, scope) for name in names]
    assert all(state == states[0] for state in states)


# -- files ---------------------------------------------------------------------------------------------


def attach(office: Office, content: bytes) -> str:
    """Attach a file to a new task; its hash."""
    path = office.store.folder.parent / "ảnh.jpg"
    path.write_bytes(content)
    return attach_evidence(office, add_task(office, "có tệp").id, path, no_progress).sha256


def blobs_in(network: Network, name: str, path: Path) -> tuple[str, ...]:
    office = network[name]
    with open_bundle(
        path,
        identities=[office.keys.sealing],
        trust=current_registry(office.store),
        me=frozenset({office.unit_id}),
        spool=network.folder,
    ) as bundle:
        return bundle.blobs()


def test_fault_52_a_file_that_did_not_come_is_listed_asked_for_and_sent_again(network: Network) -> None:
    """Bytes travel once; lost with their bundle they are named as missing, asked for, and come."""
    network.settle()
    content = b"\xff\xd8 a photo" * 1000
    digest = attach(network["X1"], content)
    lost = network.export("X1")
    assert blobs_in(network, "H", lost[0].path) == (digest,)
    second = network.export("X1")
    assert blobs_in(network, "H", second[0].path) == (), "sent once"
    assert network.deliver(second, "H")[0].code is Code.OK
    (missing,) = list_missing_files(network["H"])
    assert (missing.name, missing.size, missing.sha256) == ("ảnh.jpg", len(content), digest)
    network.send("H", "X1")
    answer = network.export("X1")
    assert blobs_in(network, "H", answer[0].path) == (digest,), "asked for, so sent again"
    network.deliver(answer, "H")
    assert list_missing_files(network["H"]) == []
    assert blob_path(network["H"].store, digest).read_bytes() == content
    assert check_database(network["H"], no_progress).findings == []
    network.send("H", "X2")
    assert blob_path(network["X2"].store, digest).read_bytes() == content, "relayed to the second computer"


def test_fault_52_bytes_that_were_only_looked_at_are_swept_away(network: Network) -> None:
    """A preview keeps nothing for good; what an import named stays."""
    kept = attach(network["H"], b"of the district")
    looked = attach(network["X1"], b"only looked at")
    sent = network.export("X1")
    preview_bundles(network["H"], [one.path for one in sent], no_progress)
    store = network["H"].store
    assert sweep_blobs(store, before=0) == 0, "an import may be running"
    sweep_blobs(store, before=time.time() + 1)
    assert not blob_path(store, looked).exists()
    assert blob_path(store, kept).is_file()


def test_fault_52_nobody_gets_another_unit_s_file_by_asking_for_its_hash(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = attach(network["X1"], b"of X alone")
    network.send("X1", "H")
    assert digest in blobs_here(network["H"].store)
    monkeypatch.setattr("desktop.usecases.export_bundle.want_of", lambda _store: [digest])
    network.send("Y", "H")
    down = [one for one in network.export("H") if one.unit == COMMUNE_Y]
    assert blobs_in(network, "Y", down[0].path) == ()


def test_fault_49_a_value_of_the_wrong_kind_is_kept_passed_on_and_flagged(network: Network) -> None:
    """A broken program wrote a word as a percentage: the row comes, the word waits in sight of a person."""
    task = add_task(network["X1"], "Làm đường", percent=40)
    network.settle()
    store = network["X1"].store
    with store.work(user="máy khác", label="edit_record") as work:
        work.write("task", task.id, {"percent": "gần xong", "note": "Đã đổ bê tông"})
    network.settle()
    for name in ("X2", "H"):
        shown = network[name].store.get(Task, task.id)
        assert (shown.title, shown.note, shown.percent) == ("Làm đường", "Đã đổ bê tông", None)
        (concern,) = [one for one in list_concerns(network[name]) if one.kind is ConcernKind.MISFIT]
        assert concern.misfit is not None
        assert (concern.misfit.field, concern.misfit.value) == ("percent", "gần xong")
        assert check_database(network[name], no_progress).findings == []
    all_equal(network)
    change_fields(network["X2"], Task, task.id, {"percent": 90})
    network.settle()
    assert network["H"].store.get(Task, task.id).percent == 90
    assert not [one for one in list_concerns(network["H"]) if one.kind is ConcernKind.MISFIT]


# -- versions ------------------------------------------------------------------------------------------


def test_fault_53_what_an_older_program_does_not_know_gets_its_place_after_the_upgrade(
    tmp_path: Path,
) -> None:
    """Kept and forwarded meanwhile; after the upgrade it stands in its table with nothing asked for again."""
    fleet = make_fleet(tmp_path)
    boat = add_record(fleet["X1"], BOAT)
    sent = fleet.export("X1")
    fleet["H"].close()
    fleet.catalogue = CATALOGUE
    fleet.open("H").store.connection.execute("DROP TABLE boat")
    assert fleet.deliver(sent, "H")[0].code is Code.OK
    fleet["H"].store.connection.execute(CREATE)  # what the newer program's migration does
    fleet["H"].close()
    fleet.catalogue = CATALOGUE.extended(entity_type(Boat), BoatRow)
    district = fleet.open("H")
    assert district.store.get(Boat, boat.id) == boat
    assert district.store.connection.execute("SELECT count(*) FROM other_row").get == 0
    assert check_database(district, no_progress).findings == []
    change_fields(fleet["X1"], Boat, boat.id, {"seats": 20})
    fleet.send("X1", "H")
    assert district.store.get(Boat, boat.id).seats == 20
    fleet.close()


def test_fault_53_an_unknown_register_is_shown_after_the_upgrade(network: Network) -> None:
    """A value that a newer program wrote into a known row waits in the stamps until its field is known."""
    task = add_task(network["X1"], "Việc")
    store = network["X1"].store
    writer, n, t, names = json.loads(store.connection.execute("SELECT stamps FROM task").get)[0]
    stamps = json.dumps([[writer, n, t, names], [writer, n, t, {"measure": "đo sau này"}]])
    store.connection.execute("UPDATE task SET stamps = ?", (stamps,))
    assert store.get(Task, task.id).measure == ""
    store.set_meta("known_names", "those of an older version")
    network["X1"].close()
    assert network.open("X1").store.get(Task, task.id).measure == "đo sau này"


def test_fault_55_fields_that_an_older_program_does_not_send_stay_as_they_are(network: Network) -> None:
    """The older program writes the title alone; what it does not know is not emptied by it."""
    task = add_task(network["X1"], "Việc", note="của bản mới", measure="đo được")
    network.settle()
    change_fields(network["X2"], Task, task.id, {"title": "Việc, đã sửa"})
    network.settle()
    held = network["X1"].store.get(Task, task.id)
    assert (held.title, held.note, held.measure) == ("Việc, đã sửa", "của bản mới", "đo được")


def test_fault_56_a_choice_of_a_newer_program_is_kept_when_other_fields_are_edited(network: Network) -> None:
    """Shown as it is, carried on as it is, whoever edits beside it."""
    task = add_task(network["X1"], "Việc", kind="drone_flight")
    network.settle()
    assert network["H"].store.get(Task, task.id).kind == "drone_flight"
    change_fields(network["X2"], Task, task.id, {"note": "bản cũ ghi thêm"})
    network.settle()
    for name in ("X1", "X2", "H"):
        held = network[name].store.get(Task, task.id)
        assert (held.kind, held.note) == ("drone_flight", "bản cũ ghi thêm")


WIRE_NAMES = Path(__file__).parents[1] / "golden_databases" / "wire_names.txt"


def test_fault_57_no_name_that_ever_travelled_is_given_up_or_means_something_else() -> None:
    """Wire names are permanent: a field of any release is still there, of the same kind.

    One that is retired stays declared; one that gets another name in the code keeps its own on the wire.
    """
    now = {
        f"{name}.{spec.name} {spec.kind}"
        for name, table in CATALOGUE.tables.items()
        for spec in table.entity_type.fields
    }
    released = set(WIRE_NAMES.read_text(encoding="utf-8").splitlines())
    assert released - now == set()
    assert len(released) > 100


# -- time and text -------------------------------------------------------------------------------------


@pytest.mark.parametrize("shift", [-TEN_YEARS, TEN_YEARS, -60 * YEAR])
def test_fault_58_a_wrong_clock_changes_no_merge_and_is_told(network: Network, shift: int) -> None:
    """CMOS reset, ten years off: later work still wins over what it had seen, and the clerk is warned."""
    task = add_task(network["X1"], "Một")
    network.settle()
    store = network["X1"].store
    wrong = max(0, store.now() + shift)
    store.now = itertools.count(wrong).__next__
    change_fields(network["X1"], Task, task.id, {"title": "Hai"})
    network.settle()
    change_fields(network["X2"], Task, task.id, {"title": "Ba"})
    network.settle()
    for name in ("X1", "X2", "H"):
        assert network[name].store.get(Task, task.id).title == "Ba"
        assert list_conflicts(network[name]) == []
    warning = clock_warning(network["X1"])
    odd = odd_clocks(network["H"])
    if shift < 0:
        assert warning is not None
        assert warning.device in {network[name].keys.device for name in ("X2", "H")}
        assert warning.days > 3_000
    else:
        assert [one.device for one in odd] == [network["X1"].keys.device]
        assert odd[0].unit_name == "Phú Điền"
    assert clock_warning(network["Y"]) is None


def test_fault_59_zone_calendar_and_summer_time_do_not_touch_what_travels(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Times are whole UTC milliseconds, days ISO with ASCII digits, whatever the computer is set to."""
    manifests = []
    for zone in ("Asia/Bangkok", "America/New_York", "Pacific/Kiritimati"):
        with monkeypatch.context() as moved:
            moved.setenv("TZ", zone)
            time.tzset()
            task = add_task(network["X1"], zone, due_on=date(2022, 3, 13))
            (sent,) = network.export("X1")
            assert network.deliver([sent], "H")[0].code is Code.OK
            assert network["H"].store.get(Task, task.id).due_on == date(2022, 3, 13)
            kept = (
                network["H"].store.connection.execute("SELECT due_on FROM task WHERE id = ?", (task.id,)).get
            )
            assert kept == "2022-03-13"
            manifests.append(sent)
    time.tzset()
    times = [t for (t,) in network["H"].store.connection.execute("SELECT t FROM sync_commit ORDER BY n")]
    assert times == sorted(times)
    assert all(type(t) is int for t in times)
    assert [one.path.name.isascii() for one in manifests] == [True] * 3


# -- meaning -------------------------------------------------------------------------------------------


def in_dispute(network: Network, task: Task) -> None:
    change_fields(network["X1"], Task, task.id, {"note": "máy một"})
    change_fields(network["X2"], Task, task.id, {"note": "máy hai"})
    network.settle(2)


def test_fault_62_both_values_are_kept_and_listed_everywhere(network: Network) -> None:
    task = add_task(network["X1"], "Chung")
    network.settle()
    in_dispute(network, task)
    for name in ("X1", "X2", "H"):
        (conflict,) = list_conflicts(network[name])
        assert {one.text for one in conflict.alternatives} == {"máy một", "máy hai"}, name
    all_equal(network)


def test_fault_63_a_conflict_settled_twice_is_a_conflict_again(network: Network) -> None:
    """Each computer chose its own: nothing is lost, somebody chooses once more, and then it is over."""
    task = add_task(network["X1"], "Chung")
    network.settle()
    in_dispute(network, task)
    for name, text in (("X1", "máy một"), ("X2", "máy hai")):
        (conflict,) = list_conflicts(network[name])
        choose(network[name], conflict, next(one for one in conflict.alternatives if one.text == text))
    network.settle(2)
    (again,) = list_conflicts(network["X1"])
    choose(network["X1"], again, again.alternatives[0])
    network.settle(2)
    assert [list_conflicts(network[name]) for name in ("X1", "X2", "H")] == [[], [], []]
    all_equal(network)


def test_fault_64_an_edited_row_that_another_deleted_stays_and_is_shown_as_disputed(network: Network) -> None:
    task = add_task(network["X1"], "Chung")
    network.settle()
    delete_record(network["X1"], network["X1"].store.get(Task, task.id))
    change_fields(network["X2"], Task, task.id, {"note": "vẫn cần"})
    network.settle(2)
    for name in ("X1", "X2", "H"):
        assert network[name].store.get(Task, task.id).note == "vẫn cần"
        (conflict,) = list_conflicts(network[name])
        assert conflict.fields == (ROW_LIFE,)


def test_fault_65_a_child_of_a_deleted_parent_is_listed_and_the_parent_can_be_restored(
    network: Network,
) -> None:
    plan = add_record(network["X1"], Plan(year=2022, title="Kế hoạch"))
    network.settle()
    delete_record(network["X1"], plan)
    child = add_task(network["X2"], "Việc thêm sau", plan_id=plan.id)
    network.settle(2)
    for name in ("X1", "X2", "H"):
        (orphan,) = list_orphans(network[name])
        assert (orphan.id, orphan.parent_id, orphan.parent_title) == (child.id, plan.id, "Kế hoạch")
        assert (orphan.is_deleted, orphan.can_restore) == (True, name != "H")
        assert orphan.title == "Việc thêm sau"
    with pytest.raises(SoSenError) as refusal:
        restore_parent(network["H"], list_orphans(network["H"])[0])
    assert refusal.value.code is Code.E_READONLY
    restore_parent(network["X2"], list_orphans(network["X2"])[0])
    network.settle(2)
    assert [list_orphans(network[name]) for name in ("X1", "X2", "H")] == [[], [], []]
    assert network["H"].store.get(Plan, plan.id).title == "Kế hoạch"


def test_fault_65_a_parent_that_has_not_arrived_is_waited_for(network: Network) -> None:
    """Nothing is dropped for it, and restoring what is not here is refused."""
    child = add_task(network["X1"], "Việc", plan_id="ab" * 16)
    (orphan,) = list_orphans(network["X1"])
    assert (orphan.id, orphan.is_deleted, orphan.can_restore) == (child.id, False, False)
    with pytest.raises(SoSenError) as refusal:
        restore_parent(network["X1"], orphan)
    assert refusal.value.code is Code.E_MISSING


def test_fault_66_one_code_on_two_computers_is_listed_and_both_rows_stay(network: Network) -> None:
    plan = add_record(network["X1"], Plan(year=2022, title="Kế hoạch"))
    network.settle()
    first = add_task(network["X1"], "Của máy một", plan_id=plan.id, code="1.5")
    second = add_task(network["X2"], "Của máy hai", plan_id=plan.id, code="1.5")
    add_task(network["X2"], "Mã khác", plan_id=plan.id, code="1.6")
    add_task(network["X2"], "Không mã", plan_id=plan.id)
    add_task(network["X2"], "Không mã", plan_id=plan.id)
    network.settle(2)
    for name in ("X1", "X2", "H"):
        (duplicate,) = list_duplicates(network[name])
        assert (duplicate.code, duplicate.container, duplicate.is_own) == ("1.5", "Kế hoạch", name != "H")
        assert {one.id for one in duplicate.records} == {first.id, second.id}
        assert {one.title for one in duplicate.records} == {"Của máy một", "Của máy hai"}
    change_fields(network["X1"], Task, second.id, {"code": "1.7"})
    assert list_duplicates(network["X1"]) == []


NEW_UNIT = "30070-20250701"


def merge_communes(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    """July 2025: X and Y become one commune; X1's computer is enrolled for it."""
    assert network.papers is not None
    device = network.papers.keys["X1"].device

    def change(held: Registry) -> Registry:
        units = [
            replace(unit, successor=NEW_UNIT) if unit.id in (COMMUNE_X, COMMUNE_Y) else unit
            for unit in held.units
        ]
        devices = [replace(one, unit=NEW_UNIT) if one.id == device else one for one in held.devices]
        units.append(RegistryUnit(NEW_UNIT, "Xã Tháp Mười", DISTRICT))
        return replace(held, units=tuple(units), devices=tuple(devices))

    monkeypatch.setitem(COMPUTERS, "X1", NEW_UNIT)
    network["X1"].store.set_meta("office", NEW_UNIT)
    network.new_registry(change, "H", "X1")


def test_fault_67_a_merged_commune_reads_and_goes_on_with_what_its_parts_left(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new unit gets both old scopes from the district, writes on in them, and the district takes it."""
    of_x = add_task(network["X1"], "Việc của Phú Điền")
    of_y = add_task(network["Y"], "Việc của Hưng Thạnh")
    network.settle()
    with pytest.raises(SoSenError):
        change_fields(network["X1"], Task, of_y.id, {"note": "chưa được"})
    merge_communes(network, monkeypatch)
    network.send("H", "X1")
    merged = network["X1"]
    assert {task.title for task in merged.store.select(Task)} == {"Việc của Phú Điền", "Việc của Hưng Thạnh"}
    own = add_record(merged, Task(title="Việc của xã mới"))
    assert own.scope == NEW_UNIT
    for task in (of_x, of_y):
        change_fields(merged, Task, task.id, {"note": "xã mới làm tiếp"})
    assert network.send("X1", "H") == [Code.OK]
    held = {task.title: task.note for task in network["H"].store.select(Task)}
    assert held == {
        "Việc của Phú Điền": "xã mới làm tiếp",
        "Việc của Hưng Thạnh": "xã mới làm tiếp",
        "Việc của xã mới": "",
    }
    all_equal(network, COMMUNE_Y, ("X1", "H"))


def test_fault_67_an_unrelated_commune_inherits_nothing(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only who succeeded a unit may go on with its records."""
    task = add_task(network["Y"], "Việc của Hưng Thạnh")
    network.settle()
    merge_communes(network, monkeypatch)
    network.send("H", "X1")
    network["X2"].store.set_meta("inherited", COMMUNE_Y)  # a computer that helps itself
    network["X2"].store.set_meta("office", COMMUNE_Y)
    change_fields_of_stranger(network, task)
    network["X2"].store.set_meta("office", COMMUNE_X)
    monkeypatch.setattr("desktop.bundle.registry.Registry.predecessors", lambda *_: (COMMUNE_Y,))
    sent = network.export("X2")
    monkeypatch.undo()
    assert [one.code for one in network.deliver(sent, "H")] == [Code.E_OWNER]


def change_fields_of_stranger(network: Network, task: Task) -> None:
    """X2 writes a record of Y's scope of its own making."""
    add_record(network["X2"], task.replace(id="", title="Viết hộ"))


def test_composed_and_decomposed_names_are_one(network: Network) -> None:
    """Entered text is composed; what came decomposed is found all the same."""
    task = add_task(network["X1"], unicodedata.normalize("NFD", "Kế hoạch"))
    assert task.title == "Kế hoạch"


def test_units_of_one_code_are_told_apart_by_their_day(network: Network) -> None:
    """Codes are used again after 2025: that alone is no double; the same code from the same day is."""
    for day in (date(1984, 3, 6), date(2025, 7, 1)):
        add_record(network["H"], Unit(code="30067", name=f"Phú Điền {day.year}", valid_from=day))
    assert list_duplicates(network["H"]) == []
    add_record(network["H"], Unit(code="30067", name="Phú Điền, hai lần", valid_from=date(2025, 7, 1)))
    (duplicate,) = list_duplicates(network["H"])
    assert {one.title for one in duplicate.records} == {"Phú Điền 2025", "Phú Điền, hai lần"}
