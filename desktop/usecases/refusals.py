"""What any error means to a clerk: the outermost walls ask before they call it a fault of the program."""

from __future__ import annotations

from desktop.domain.errors import Code, SoSenError
from desktop.store.database import refusal_of


def as_refusal(error: BaseException) -> SoSenError:
    """The refusal itself, the one that a fault of disk or database means, else E_INTERNAL: a bug.

    Most faults of the disk are named where they happen; one may still come up while a single row is read.
    """
    return refusal_of(error) or SoSenError(Code.E_INTERNAL, f"{type(error).__name__}: {error}")
