"""A process to be killed while it works: ``python -m tests.helpers.victim save|import|undo DATA PROFILE …``.

It says on standard output what is safe, one line each, after the program said so.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from desktop.domain.entities import Task
from desktop.usecases.edit_records import add_record, change_fields
from desktop.usecases.import_bundle import import_bundles
from desktop.usecases.office import Office, open_office
from desktop.usecases.undo_import import undo_import


def say(word: str) -> None:
    """Tell whoever watches, at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def save_for_ever(office: Office) -> None:
    """New rows and edits of them, each told after it is saved."""
    for number in itertools.count():
        task = add_record(office, Task(title=f"Việc {number}"))
        say(f"{task.id} Việc {number}")
        change_fields(office, Task, task.id, {"title": f"Đã sửa {number}"})
        say(f"{task.id} Đã sửa {number}")


def main() -> None:
    """Do what the command line says."""
    verb, data, profile, *bundles = sys.argv[1:]
    office = open_office(Path(data), Path(profile))
    if verb == "save":
        save_for_ever(office)
    elif verb == "undo":
        say("begun")
        undo_import(office, bundles[0])
        say("undone")
    else:
        import_bundles(office, [Path(one) for one in bundles], lambda done, _total: say(str(done)))
    office.close()


if __name__ == "__main__":
    main()
