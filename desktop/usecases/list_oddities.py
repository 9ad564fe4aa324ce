"""Codes given twice and rows without their parent: listed for the office to decide, never changed alone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from desktop.domain.change import ROW_LIFE
from desktop.domain.errors import Code, SoSenError
from desktop.domain.scopes import scope_owner
from desktop.store.queries.oddities import ParentGone, codes_twice, parents_gone, title_of
from desktop.store.store import Store
from desktop.usecases.office import Office
from desktop.usecases.read_bundle_log import unit_names

RESTORE_PARENT = "restore_parent"
"""The key of the action's name in the undo list."""


@dataclass(frozen=True, slots=True)
class DuplicateRecord:
    """One of the records that share a code."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A code that several records of one unit's plan, programme or list have.

    ``container`` is the title of the plan or programme, "" for a list. ``is_own``: it can be mended here.
    """

    table: str
    scope: str
    unit_name: str
    container_id: str
    container: str
    code: str
    records: tuple[DuplicateRecord, ...]
    is_own: bool

    @property
    def id(self) -> str:
        """What tells it from the others in the list."""
        return f"{self.table} {self.scope} {self.container_id} {self.code}"


@dataclass(frozen=True, slots=True)
class Orphan:
    """A record whose parent is not here. ``is_deleted``: it is, marked as deleted; else it has not arrived.

    ``can_restore``: the deleted parent belongs to this office.
    """

    table: str
    id: str
    scope: str
    unit_name: str
    title: str
    field: str
    parent_table: str
    parent_id: str
    parent_title: str
    is_deleted: bool
    can_restore: bool


def list_duplicates(office: Office) -> list[Duplicate]:
    """Every code that was given twice, with the records that have it."""
    names = unit_names(office)
    found = []
    rows = codes_twice(office.store)
    for (table, scope, container_id, code), group in groupby(
        rows, key=lambda row: (row.table, row.scope, row.container_id, row.code)
    ):
        owner = scope_owner(scope)
        found.append(
            Duplicate(
                table=table,
                scope=scope,
                unit_name=names.get(owner, owner),
                container_id=container_id,
                container=_container(office.store, container_id),
                code=code,
                records=tuple(DuplicateRecord(row.id, row.title) for row in group),
                is_own=owner in office.own_units,
            )
        )
    return found


def _container(store: Store, record_id: str) -> str:
    titles = (title_of(store, table, record_id) for table in ("plan", "programme"))
    return next((title for title in titles if title), "") if record_id else ""


def list_orphans(office: Office) -> list[Orphan]:
    """Every living record whose parent was deleted or has not arrived ("chờ mục chứa")."""
    names = unit_names(office)
    return [_orphan(office, names, row) for row in parents_gone(office.store)]


def _orphan(office: Office, names: dict[str, str], row: ParentGone) -> Orphan:
    owner = scope_owner(row.scope)
    return Orphan(
        table=row.table,
        id=row.id,
        scope=row.scope,
        unit_name=names.get(owner, owner),
        title=row.title,
        field=row.field,
        parent_table=row.parent_table,
        parent_id=row.parent_id,
        parent_title=row.parent_title,
        is_deleted=row.is_deleted,
        can_restore=row.is_deleted and scope_owner(row.parent_scope) in office.own_units,
    )


def restore_parent(office: Office, orphan: Orphan) -> None:
    """Bring a deleted parent back, with the values it had; one action, which undo takes back.

    Raises E_MISSING when the parent never arrived, E_READONLY when another unit owns it, E_FROZEN.
    """
    if not orphan.is_deleted:
        raise SoSenError(
            Code.E_MISSING, f"{orphan.parent_table} {orphan.parent_id}", table=orphan.parent_table
        )
    with office.store.work(user=office.user, label=RESTORE_PARENT) as work:
        work.write(orphan.parent_table, orphan.parent_id, {ROW_LIFE: 1})
