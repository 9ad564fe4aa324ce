"""Undo a whole import: the data is as it was before the bundle, and the bundle can be taken again."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from desktop.bundle.files import Progress, no_progress
from desktop.domain.errors import CancelledError, Code, SoSenError
from desktop.domain.patience import discard
from desktop.store.database import checkpoint_apart, storage_errors
from desktop.store.forking import commit_hash, known_forks
from desktop.store.peers import LoggedBundle, logged, written_since
from desktop.store.schema import CURRENT_SCHEMA
from desktop.store.take_back import take_back
from desktop.store.taken import Standing, later_commit, new_spans, standing_before
from desktop.usecases.import_bundle import kept_original
from desktop.usecases.office import Office
from desktop.usecases.read_bundle_log import unit_names
from desktop.usecases.registry import kept_registry


@dataclass(frozen=True, slots=True)
class UndoneImport:
    """A bundle whose import was undone: from whom, its number, and the tables to refresh."""

    bundle: str
    unit: str
    unit_name: str
    n: int
    tables: frozenset[str]


def undo_import(office: Office, bundle: str, progress: Progress = no_progress) -> UndoneImport:
    """Take a whole import back in one transaction.

    ``progress`` may raise CancelledError: everything is then as it was. Raises E_UNDO_IMPORT when it cannot
    be undone (``reason`` says why: see ``undo_hindrance``), E_BUSY, E_SPACE, E_IO. The kept original goes
    with it; the registry it brought stays.
    """

    def sign() -> None:
        with suppress(CancelledError):  # too late: it is undone
            progress(1, 1)

    connection = office.store.connection
    with storage_errors(), checkpoint_apart(connection, sign), office.store.writing():
        hindrance = undo_hindrance(office, bundle)
        if hindrance is not None:
            raise hindrance
        line, standing = logged(office.store, bundle), standing_before(office.store, bundle)
        assert line is not None, "asked above"
        assert standing is not None, "asked above"
        changed = take_back(office.store, bundle, standing, progress)
    discard(kept_original(office, bundle))  # else cleared away before the next import
    return UndoneImport(bundle, line.unit, unit_names(office).get(line.unit, line.unit), line.n, changed)


def can_undo_import(office: Office, bundle: str) -> bool:
    """Whether ``undo_import`` would do it now."""
    return undo_hindrance(office, bundle) is None


def undo_hindrance(office: Office, bundle: str) -> SoSenError | None:
    """Why an import cannot be undone any more, or None while it can.

    The reason is ``written`` (``user`` wrote in the same scopes since), ``received`` (a bundle of
    ``unit_name`` came after in the same scopes), ``sent`` (a bundle written to ``unit_name`` since has
    confirmed it), ``fork`` (of two histories of one writer this office has said that the one in the bundle
    stays), ``own`` (this computer's own bundle, taken back after a restore) or ``none`` (not taken, undone
    already, brought nothing, or taken by an earlier version).
    """
    line = logged(office.store, bundle)
    standing = standing_before(office.store, bundle)
    if line is None or line.code is not Code.OK or standing is None or standing.schema != CURRENT_SCHEMA:
        return SoSenError(Code.E_UNDO_IMPORT, bundle, reason="none")
    if line.device == office.store.device:
        # Brought back after a restore: nobody else may ever send it again.
        return SoSenError(Code.E_UNDO_IMPORT, bundle, reason="own")
    if _is_kept_branch(office, standing):
        return SoSenError(Code.E_UNDO_IMPORT, bundle, reason="fork")
    later = later_commit(office.store, standing)
    if later is not None:
        user, via = later
        came = logged(office.store, via) if via else None
        if came is not None:
            name = unit_names(office).get(came.unit, came.unit)
            return SoSenError(Code.E_UNDO_IMPORT, via, reason="received", unit_name=name)
        return SoSenError(Code.E_UNDO_IMPORT, bundle, reason="written", user=user)
    reader = _confirmed_to(office, line, standing)
    if reader:
        name = unit_names(office).get(reader, reader)
        return SoSenError(Code.E_UNDO_IMPORT, bundle, reason="sent", unit_name=name)
    return None


def _is_kept_branch(office: Office, standing: Standing) -> bool:
    """Whether a word of this office on a fork names a commit of the import.

    That word goes out again with every bundle. Were the other history taken here meanwhile, readers would be
    told to give up the very one that is here.
    """
    store = office.store
    spans = {store.writers.describe(number).w: n for number, n in new_spans(standing).items()}
    return any(
        fork.is_own_word
        and fork.n > spans.get(fork.w, fork.n)
        and commit_hash(store, fork.w, fork.n) == fork.h
        for fork in known_forks(store)
    )


def _confirmed_to(office: Office, line: LoggedBundle, standing: Standing) -> str:
    """A unit to which a bundle was written since that says the import is here, or carries it; "" for none.

    Only who may carry one of the scopes matters: nobody else will ever send it again.
    """
    written = written_since(office.store, standing.last_sent)
    if not written:
        return ""
    registry = kept_registry(office.store)
    for unit, carried in written:
        for scope in standing.after:
            if scope in carried or unit == line.unit or registry.may_carry(unit, scope):
                return unit
        if line.unit == office.unit_id:  # this unit's other computers read all that is written here
            return unit
    return ""
