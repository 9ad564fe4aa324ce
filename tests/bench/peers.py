"""Peers on the same rows in the same run: what merging costs elsewhere, beside this program's whole path.

None of them keeps both of two values or says who may write what; ``git`` at least never loses one.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import apsw

from desktop.domain.entities import Task
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.import_bundle import import_bundles
from desktop.usecases.office import Office, open_office
from tests.bench.exchange import empty_raw, insert_rows
from tests.bench.harness import Figure, Spread, seconds
from tests.bench.offices import copy_of, fill, rows_of
from tests.helpers.offices import DISTRICT, PHU_DIEN, make_sample, no_progress

_ROWS = 20_000
_ROUNDS = 3


def peers(place: Path) -> Iterator[Figure]:
    """P7's peers: 20,000 new rows as raw upsert, our bundle, a changeset of SQLite, a bundle of git."""
    year = make_sample(place / "year")
    commune = year.open(PHU_DIEN)
    fill(commune, _ROWS)
    rows = [row for row in rows_of(commune) if str(row[1]) == commune.unit_id]
    ours = export_bundles(commune, place / "stick", no_progress)[0].path
    changeset = _changeset(place, commune, rows)
    bundle = _git_bundle(place / "repository", commune, rows)
    commune.close()
    rates: dict[str, list[float]] = {name: [] for name in ("raw", "ours", "changeset", "git")}
    for number in range(_ROUNDS):
        folder = copy_of(year.folder / DISTRICT, place / "district")
        district = open_office(folder / "data", folder / "profile")
        raw = empty_raw(place, district)
        rates["raw"].append(len(rows) / seconds(partial(insert_rows, raw, district, rows)))
        raw.close()
        rates["ours"].append(len(rows) / seconds(partial(import_bundles, district, [ours], no_progress)))
        empty = empty_raw(place, district)
        rates["changeset"].append(len(rows) / seconds(partial(_apply, empty, changeset)))
        empty.close()
        district.close()
        rates["git"].append(len(rows) / seconds(partial(_clone, bundle, place / f"clone-{number}")))
    for name, words in _WORDS.items():
        share = Spread.of([rate / raw for rate, raw in zip(rates[name], rates["raw"], strict=True)])
        speed = Spread.of(rates[name]).middle
        measured = f"{share.show()} of a raw upsert, {speed:,.0f} rows/s"
        yield Figure("P7", f"peer: {words}", measured, "none, to compare", True)
    ahead = [mine / theirs for mine, theirs in zip(rates["ours"], rates["git"], strict=True)]
    spread = Spread.of(ahead)
    yield Figure("P7", "ours, times git bundle", spread.show(), "≥ 1", spread.middle >= 1)


_WORDS = {
    "ours": "this program's bundle: opened, verified, merged, with history",
    "changeset": "SQLite changeset applied: last writer wins, nobody is asked who wrote",
    "git": "git bundle of one file a record: cloned and checked out",
}


def _changeset(place: Path, office: Office, rows: list[tuple[object, ...]]) -> bytes:
    source = empty_raw(place, office)
    session = apsw.Session(source, "main")
    session.attach("task")
    insert_rows(source, office, rows)
    made = session.changeset()
    session.close()
    source.close()
    return made


def _apply(connection: apsw.Connection, changeset: bytes) -> None:
    with connection:
        apsw.Changeset.apply(changeset, connection)


def _git_bundle(folder: Path, office: Office, rows: list[tuple[object, ...]]) -> Path:
    """A repository with one JSON file a record, as a bundle."""
    names = ("id", "scope", "alive", "stamps", "search_key", *office.store.catalogue.of(Task).names)
    folder.mkdir()
    _git(folder, "init", "--quiet", "--initial-branch=main")
    for row in rows:
        record = dict(zip(names, row, strict=True))
        shelf = folder / str(record["id"])[-2:]
        shelf.mkdir(exist_ok=True)
        (shelf / f"{record['id']}.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    _git(folder, "add", ".")
    _git(
        folder, "-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit", "--quiet", "-m", "rows"
    )
    path = folder.with_suffix(".bundle")
    _git(folder, "bundle", "create", "--quiet", str(path), "main")
    shutil.rmtree(folder)
    return path


def _clone(bundle: Path, into: Path) -> None:
    _git(bundle.parent, "clone", "--quiet", "--branch", "main", str(bundle), str(into))


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-c", "gc.auto=0", *words], cwd=folder, check=True, capture_output=True)
