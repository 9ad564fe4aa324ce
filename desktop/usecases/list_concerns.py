"""What a person should look at: codes given twice, orphans, files not arrived, copied computers, clocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.scopes import scope_owner
from desktop.store.forking import KnownFork
from desktop.store.queries.misfits import Misfit, misfits
from desktop.store.queries.titles import record_titles
from desktop.usecases.clocks import ClockWarning, clock_warning, odd_clocks
from desktop.usecases.forks import list_forks
from desktop.usecases.list_missing_files import FileRow, list_missing_files
from desktop.usecases.list_oddities import Duplicate, Orphan, list_duplicates, list_orphans
from desktop.usecases.office import Office
from desktop.usecases.read_bundle_log import unit_names


class ConcernKind(StrEnum):
    """Why a person should look."""

    CLOCK = "clock"
    """This computer's clock differs from what others claim."""
    OTHER_CLOCK = "other_clock"
    """Another computer's bundles come from the future."""
    COPY = "copy"
    """Two computers write under one name: one is a copy of the other."""
    ORPHAN = "orphan"
    """A row whose parent was deleted or has not arrived."""
    DUPLICATE = "duplicate"
    """A code that was given twice."""
    FILE = "file"
    """An attached file that has not arrived."""
    MISFIT = "misfit"
    """A value of a kind that its field cannot show."""


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing to look at. ``subject`` is what it is about; the field of its kind holds the rest.

    ``opens`` is the table and id of a record to show, ("", "") for none.
    """

    id: str
    kind: ConcernKind
    unit_name: str
    subject: str
    opens: tuple[str, str] = ("", "")
    clock: ClockWarning | None = None
    fork: KnownFork | None = None
    orphan: Orphan | None = None
    duplicate: Duplicate | None = None
    file: FileRow | None = None
    misfit: Misfit | None = None


def list_concerns(office: Office) -> list[Concern]:
    """All there is to look at, what concerns this computer itself first."""
    rows = [*_orphans(office), *_duplicates(office), *_misfits(office), *_files(office)]
    return [*_clocks(office), *_copies(office), *rows]


def _clocks(office: Office) -> Iterator[Concern]:
    if office.is_sample:  # its clock is meant to be wrong
        return
    own = clock_warning(office)
    if own is not None:
        yield Concern("clock", ConcernKind.CLOCK, own.unit_name, "", clock=own)
    for warning in odd_clocks(office):
        yield Concern(
            f"clock:{warning.device}", ConcernKind.OTHER_CLOCK, warning.unit_name, "", clock=warning
        )


def _copies(office: Office) -> Iterator[Concern]:
    forks = list_forks(office)
    names = unit_names(office) if forks else {}
    for fork in forks:
        yield Concern(f"copy:{fork.w}", ConcernKind.COPY, names.get(fork.scope, fork.scope), "", fork=fork)


def _orphans(office: Office) -> Iterator[Concern]:
    for orphan in list_orphans(office):
        yield Concern(
            f"orphan:{orphan.table}:{orphan.id}:{orphan.field}",
            ConcernKind.ORPHAN,
            orphan.unit_name,
            orphan.title,
            (orphan.table, orphan.id),
            orphan=orphan,
        )


def _duplicates(office: Office) -> Iterator[Concern]:
    for one in list_duplicates(office):
        yield Concern(
            f"duplicate:{one.id}",
            ConcernKind.DUPLICATE,
            one.unit_name,
            one.code,
            (one.table, one.records[0].id),
            duplicate=one,
        )


def _misfits(office: Office) -> Iterator[Concern]:
    found = list(misfits(office.store))
    titles = record_titles(office.store, {(one.table, one.id) for one in found})
    names = unit_names(office) if found else {}
    for one in found:
        title = titles.get((one.table, one.id))
        owner = scope_owner(one.scope)
        yield Concern(
            f"misfit:{one.table}:{one.id}:{one.field}",
            ConcernKind.MISFIT,
            names.get(owner, owner),
            title.text if title else "",
            (title.table, title.id) if title else (one.table, one.id),
            misfit=one,
        )


def _files(office: Office) -> Iterator[Concern]:
    for row in list_missing_files(office):
        yield Concern(f"file:{row.id}", ConcernKind.FILE, "", row.name, file=row)
