"""What any error means to a clerk: the outermost walls ask before they call it a fault of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.errors import Code, SoSenError
from desktop.store.database import refusal_of

if TYPE_CHECKING:
    from desktop.usecases.office import Office


def as_refusal(error: BaseException) -> SoSenError:
    """The refusal itself, the one that a fault of disk or database means, else E_INTERNAL: a bug.

    Most faults of the disk are named where they happen; one may still come up while a single row is read.
    """
    return refusal_of(error) or SoSenError(Code.E_INTERNAL, f"{type(error).__name__}: {error}")


def reason_for(office: Office, code: Code, device: str) -> str:
    """The ``reason`` of a refused bundle of ``device``, where the words for its code alone would mislead.

    "own" for a gap in this computer's own bundle, found after its data went back to an older copy: what is
    missing cannot come from its sender (sync.md 2, rule 3). Else "".
    """
    return "own" if code is Code.E_GAP and device == office.keys.device else ""
