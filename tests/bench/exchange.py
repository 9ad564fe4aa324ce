"""P3 and P5 to P10, P14: saving one cell, and bundles from writing to merged."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import apsw

from desktop.domain.entities import Task
from desktop.domain.errors import CancelledError
from desktop.usecases.edit_records import change_fields
from desktop.usecases.export_bundle import SentBundle, export_bundles
from desktop.usecases.import_bundle import bundle_files, import_bundles
from desktop.usecases.office import Office, open_office
from tests.bench.harness import ROUNDS, Figure, Spread, Widest, at_least, at_most, quiet, seconds
from tests.bench.offices import change, confirm, copy_of, fill, rows_of, twin_as_district
from tests.helpers.offices import DISTRICT, PHU_DIEN, SampleYear, make_sample, no_progress

_SETTINGS = ("journal_mode=WAL", "synchronous=FULL", "temp_store=2", "secure_delete=1")
_PAGING = ("cache_size=-16000", "mmap_size=0", "wal_autocheckpoint=2000", "cell_size_check=1")
_VALUES = itertools.count()
_EDITS = 200
_BLOCK = 20
_WARM = 1_000
"""So many commits of two pages each fill the WAL file that an automatic checkpoint begins anew."""
_FIELD = "Nghị quyết chuyên đề"


def save_cell(place: Path) -> Iterator[Figure]:
    """P3: one cell through the use case, beside a raw update with an audit row and a FULL commit.

    Twice, for it is two different costs: while the file of the WAL still grows, as after every start, a
    flush has to reserve its place on the disk; once it begins anew, the flush only writes. Both contenders
    have to be in the same half, though one fills its file four times as fast.
    """
    office = make_sample(place / "year").open(PHU_DIEN)
    ids = fill(office, 2000)
    raw = _raw_database(place / "raw.db", office)
    growing = []
    for _round in range(ROUNDS):
        for connection in (raw, office.store.connection):
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        growing.append(_save_in_turn(raw, office, ids[:_EDITS]))
    for start in range(0, _WARM, _EDITS):
        _save_raw(raw, ids[start : start + _EDITS])
        _save_ours(office, ids[start : start + _EDITS])
    steady = [_save_in_turn(raw, office, ids[:_EDITS]) for _round in range(ROUNDS)]
    office.close()
    for name, rounds in (("growing", growing), ("used again", steady)):
        plain = Spread.of([milliseconds for _ratio, milliseconds in rounds]).show(" ms")
        what = f"save one cell, times raw update + audit row + commit ({plain}), WAL file {name}"
        yield at_most("P3", what, Spread.of([ratio for ratio, _milliseconds in rounds]), 2.0)


def _save_in_turn(raw: apsw.Connection, office: Office, ids: list[str]) -> tuple[float, float]:
    """How many times as long our saves took as the raw ones, some of each in turn; milliseconds of a raw one.

    Where the raw one takes much longer than 0.4 ms somebody else keeps the disk busy, and the ratio says
    nothing of this program.
    """
    ours = plain = 0.0
    with quiet():
        for start in range(0, len(ids), _BLOCK):
            block = ids[start : start + _BLOCK]
            begun = time.perf_counter()
            _save_raw(raw, block)
            between = time.perf_counter()
            _save_ours(office, block)
            plain += between - begun
            ours += time.perf_counter() - between
    return ours / plain, plain / len(ids) * 1000


def _raw_database(path: Path, office: Office) -> apsw.Connection:
    """The same rows with the same settings as the store's."""
    raw = apsw.Connection(str(path))
    for setting in (*_SETTINGS, *_PAGING):
        raw.execute(f"PRAGMA {setting}").fetchall()
    schema = "SELECT sql FROM sqlite_schema WHERE name = 'task'"
    raw.execute(str(office.store.connection.execute(schema).get))
    raw.execute("CREATE TABLE audit (number INTEGER PRIMARY KEY, at INTEGER, row_id, old, new)")
    insert_rows(raw, office, rows_of(office))
    return raw


def insert_rows(raw: apsw.Connection, office: Office, rows: list[tuple[object, ...]]) -> None:
    with raw:
        raw.cursor().executemany(office.store.catalogue.of(Task).upsert_sql, rows)


def _save_raw(raw: apsw.Connection, ids: list[str]) -> None:
    value = f"Biên bản {next(_VALUES)}"
    for record_id in ids:
        with raw:
            raw.execute("UPDATE task SET expected_product = ? WHERE id = ?", (value, record_id))
            raw.execute(
                "INSERT INTO audit (at, row_id, old, new) VALUES (?, ?, '', ?)",
                (time.time_ns() // 1_000_000, record_id, value),
            )


def _save_ours(office: Office, ids: list[str]) -> None:
    value = f"Biên bản {next(_VALUES)}"
    for record_id in ids:
        change_fields(office, Task, record_id, {"expected_product": value})


def delta(place: Path) -> Iterator[Figure]:
    """P5, P6, P14: a delta of 200 rows from a small and from a large database, written and merged."""
    small = _delta_times(place / "small", 10_000)
    large = _delta_times(place / "large", 1_000_000)
    for bar, what, index, limit in (("P5", "export", 0, 20.0), ("P6", "import", 1, 60.0)):
        for size, times in (("10,000", small), ("1,000,000", large)):
            spread = Spread.of([pair[index] * 1000 for pair in times])
            yield at_most(bar, f"{what} of 200 changed rows of {size}", spread, limit, " ms", 1)
        ratio = Spread.of([b[index] / a[index] for a, b in zip(small, large, strict=True)])
        yield at_most(bar, f"{what}, large over small database", ratio, 1.5)


def _delta_times(place: Path, rows: int) -> list[tuple[float, float]]:
    year = make_sample(place / "year")
    commune = year.open(PHU_DIEN)
    ids = fill(commune, rows)
    commune.close()
    twin_as_district(year)
    commune, district = year.open(PHU_DIEN), year.open(DISTRICT)
    times = []
    for _round in range(ROUNDS + 1):
        confirm(commune, district)
        change(commune, ids[:: max(1, rows // 200)][:200], f"Tờ trình {next(_VALUES)}")
        sent: list[SentBundle] = []
        out = seconds(partial(_send, commune, place / "stick", sent))
        into = seconds(partial(_take, district, [sent[0].path], 200))
        times.append((out, into))
    commune.close()
    district.close()
    return times[1:]  # the first round opens files and compiles statements


def _send(office: Office, stick: Path, sent: list[SentBundle]) -> None:
    sent.extend(export_bundles(office, stick, no_progress))


def _take(office: Office, paths: list[Path], rows: int) -> None:
    taken = import_bundles(office, paths, no_progress)
    found = sum(outcome.rows for outcome in taken)
    assert found == rows, f"{found} rows came, not {rows}: {[(o.code, o.error) for o in taken][:3]}"


def snapshot(place: Path) -> Iterator[Figure]:
    """P7, P10: 100,000 rows taken by an office that has none, beside a raw upsert of the same rows."""
    rows = 100_000
    year = make_sample(place / "year")
    commune = year.open(PHU_DIEN)
    fill(commune, rows)
    path = export_bundles(commune, place / "stick", no_progress)[0].path
    ratios, gaps, cancels = [], [], []
    for _round in range(ROUNDS):
        district = _fresh_district(year, place)
        watch = Widest()
        ours = seconds(partial(import_bundles, district, [path], watch))
        gaps.append(watch.gap * 1000)
        table = rows_of(district)
        assert len(table) > rows
        raw = empty_raw(place, district)
        plain = seconds(partial(insert_rows, raw, district, table))
        raw.close()
        district.close()
        ratios.append(plain / ours)
        cancels.append(_cancelled(_fresh_district(year, place), path) * 1000)
    commune.close()
    yield at_least("P7", "snapshot of 100,000 rows, share of a raw upsert's speed", Spread.of(ratios), 0.50)
    yield at_most("P10", "longest silence of progress meanwhile", Spread.of(gaps), 200, " ms", 0)
    yield at_most("P10", "cancel near the end, to data as before", Spread.of(cancels), 500, " ms", 0)


def _fresh_district(year: SampleYear, place: Path) -> Office:
    folder = copy_of(year.folder / DISTRICT, place / "district")
    return open_office(folder / "data", folder / "profile")


def empty_raw(place: Path, office: Office) -> apsw.Connection:
    path = place / "raw.db"
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        (place / name).unlink(missing_ok=True)
    raw = apsw.Connection(str(path))
    for setting in _SETTINGS:
        raw.execute(f"PRAGMA {setting}").fetchall()
    wanted = "SELECT sql FROM sqlite_schema WHERE tbl_name = 'task' AND sql IS NOT NULL ORDER BY type DESC"
    for (sql,) in office.store.connection.execute(wanted).fetchall():
        raw.execute(str(sql))
    return raw


def _cancelled(office: Office, path: Path) -> float:
    """How long it takes from asking to stop, at nine tenths of the way, until the data is as before."""
    asked = 0.0

    def progress(done: int, total: int | None) -> None:
        nonlocal asked
        if total and done > 0.9 * total:
            asked = asked or time.perf_counter()
            raise CancelledError

    try:
        import_bundles(office, [path], progress)
    except CancelledError:
        return time.perf_counter() - asked
    finally:
        office.close()
    raise AssertionError("the import was over before it could be stopped")


def changed_fields(place: Path) -> Iterator[Figure]:
    """P8: 100,000 changed fields into 200,000 tasks, beside bare updates of the same fields and stamps."""
    year = make_sample(place / "year")
    commune = year.open(PHU_DIEN)
    ids = fill(commune, 200_000)
    commune.close()
    twin_as_district(year)
    commune, district = year.open(PHU_DIEN), year.open(DISTRICT)
    confirm(commune, district)
    district.close()
    change(commune, ids[::2], _FIELD)
    path = export_bundles(commune, place / "stick", no_progress)[0].path
    commune.close()
    ratios = []
    for _round in range(ROUNDS):
        ours = _fresh_district(year, place)
        took = seconds(partial(_take, ours, [path], 100_000))
        after = list(
            ours.store.connection.execute(
                "SELECT expected_product, stamps, id FROM task WHERE expected_product = ?", (_FIELD,)
            )
        )
        ours.close()
        bare = _fresh_district(year, place)
        plain = seconds(partial(_update, bare.store.connection, after))
        bare.close()
        ratios.append(plain / took)
    yield at_least("P8", "100,000 changed fields, share of bare updates' speed", Spread.of(ratios), 0.70)


def _update(connection: apsw.Connection, rows: list[tuple[object, ...]]) -> None:
    with connection:
        connection.cursor().executemany(
            "UPDATE task SET expected_product = ?, stamps = ? WHERE id = ?",
            rows,
        )


def thirteen(place: Path) -> Iterator[Figure]:
    """P9, P14: the district takes 13 communes with 2,000 changed rows each in one go."""
    year = make_sample(place / "year")
    offices = [year.open(code) for code in year.codes]
    ids = {office.unit_id: fill(office, 2000) for office in offices}
    for office in offices:
        export_bundles(office, place / "first", no_progress)
    district = year.open(DISTRICT)
    import_bundles(district, bundle_files(district, [place / "first"]), no_progress)
    times, sizes = [], []
    for number in range(3):
        stick = place / f"stick-{number}"
        for office in offices:
            confirm(office, district)
            change(office, ids[office.unit_id], f"Kế hoạch số {next(_VALUES)}")
            sizes.append(export_bundles(office, stick, no_progress)[0].size / 1000)
        paths = bundle_files(district, [stick])
        times.append(seconds(partial(_take, district, paths, 26_000)))
    yield at_most("P9", "13 communes × 2,000 changed rows", Spread.of(times), 2.0, " s")
    yield at_most("P14", "bundle of 2,000 changed rows", Spread.of(sizes), 150, " kB", 1)
    yield _weekly_size(offices[0], district, ids[offices[0].unit_id][:20], place)
    for office in (*offices, district):
        office.close()


def _weekly_size(office: Office, district: Office, ids: list[str], place: Path) -> Figure:
    """Twenty statuses, each an action of its own, as a week brings them."""
    sizes = []
    for number in range(ROUNDS):
        confirm(office, district)
        for record_id in ids:
            change_fields(office, Task, record_id, {"percent": number + 1, "note": f"Tuần {number}"})
        sizes.append(export_bundles(office, place / "weekly", no_progress)[0].size / 1000)
        import_bundles(district, bundle_files(district, [place / "weekly"]), no_progress)
    return at_most("P14", "weekly bundle of 20 updates", Spread.of(sizes), 8, " kB", 1)
