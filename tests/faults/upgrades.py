"""An upgrade of an old database while the power may go: the old version or the new one, never between."""

from __future__ import annotations

import gzip
from pathlib import Path

import apsw

from desktop.store.backup import list_backups
from desktop.store.database import open_database
from desktop.store.file_names import DATABASE_NAME
from desktop.store.migrations import MIGRATIONS, Migration, migrate
from desktop.store.schema import CURRENT_SCHEMA, schema_of
from tests.faults.cuts import FEW_PAGES, DamagedError, Scene, digest, read_backup
from tests.helpers.power_cut import Recorder, read_files, write_files

GOLDEN = Path(__file__).parents[1] / "golden_databases" / "schema_1.db.gz"


def _add_column(connection: apsw.Connection) -> None:
    connection.execute("ALTER TABLE task ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
    connection.execute("UPDATE task SET colour = 'red' || id")


def _add_table(connection: apsw.Connection) -> None:
    connection.execute("CREATE TABLE colour AS SELECT id, title || colour AS name FROM task")
    connection.execute("CREATE INDEX colour_name ON colour (name)")


STEPS = (
    *MIGRATIONS,
    Migration(CURRENT_SCHEMA + 1, "add_colour", _add_column),
    Migration(CURRENT_SCHEMA + 2, "add_colours", _add_table),
)
"""The program's own steps and two of tomorrow."""
NEWEST = STEPS[-1].number


def old_database(place: Path) -> Path:
    """Put the database of the first version into a data folder."""
    (place / "data").mkdir(parents=True)
    path = place / "data" / DATABASE_NAME
    path.write_bytes(gzip.decompress(GOLDEN.read_bytes()))
    return path


def upgrade(folder: Path) -> Scene:
    """The database of the first version, brought to the newest step by step, a backup before each."""
    place = folder / "office"
    path = old_database(place)
    write_files(read_files(place), folder / "copy")
    scene = Scene(place, Recorder(place), [start_unfinished(folder / "copy")])
    with scene.recorder.running():
        database = open_database(path, newest_schema=NEWEST)
        connection = database.raw()
        connection.execute(f"PRAGMA wal_autocheckpoint={FEW_PAGES}")
        for number in range(schema_of(connection) + 1, NEWEST + 1):
            migrate(connection, place / "data" / "backups", STEPS[:number])
            scene.said(_state(connection))
        database.close()
    return scene


def _state(connection: apsw.Connection) -> str:
    return f"{schema_of(connection)} {digest(connection)}"


def start_unfinished(place: Path) -> str:
    """What stands there before the next start goes on; then it goes on to the end, without a question."""
    database = open_database(place / "data" / DATABASE_NAME, newest_schema=NEWEST)
    try:
        connection, backups = database.raw(), place / "data" / "backups"
        if connection.execute("PRAGMA integrity_check").get != "ok":
            raise DamagedError("integrity_check")
        state, version = _state(connection), schema_of(connection)
        kept = [read_backup(backup.path) for backup in list_backups(backups)]
        if version > 1 and not kept:
            raise DamagedError("upgraded without a backup")
        migrate(connection, backups, STEPS)
        if schema_of(connection) != NEWEST:
            raise DamagedError("the upgrade does not go on")
        return state
    finally:
        database.close()
