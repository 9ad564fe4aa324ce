"""Take back the last own action, or do it again; both are new commits that everyone will see."""

from __future__ import annotations

from desktop.store import undo as undo_list
from desktop.store.undo import UndoableAction
from desktop.usecases.office import Office


def undo_action(office: Office) -> UndoableAction | None:
    """Take back the last action; None when there is none. Raises E_UNDO when it was built upon since."""
    return undo_list.undo(office.store, user=office.user)


def redo_action(office: Office) -> UndoableAction | None:
    """Do the last undone action again; None when there is none. Raises E_UNDO likewise."""
    return undo_list.redo(office.store, user=office.user)


def undo_state(office: Office) -> tuple[UndoableAction | None, UndoableAction | None]:
    """What undo and redo would do now, for their menu entries."""
    return undo_list.next_undo(office.store), undo_list.next_redo(office.store)
