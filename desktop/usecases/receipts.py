"""Receipts: what became of the bundles written here, as their receivers say it; and the codes we give.

A receipt comes in every bundle of the receiver (its results), or by phone as a code of ten characters.
Both close exactly the bundle they name, through ``close_bundle``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.bundle.manifest import Manifest
from desktop.domain.errors import Code, SoSenError
from desktop.domain.receipt_code import InvalidReceiptError, read_receipt, receipt_code
from desktop.domain.scopes import unit_code
from desktop.store.peers import LoggedBundle, bundle_log, logged
from desktop.store.receipts import Receipt, SentLine, keep_receipt, sent_line
from desktop.store.store import Store
from desktop.usecases.office import Office

_ALL = 1_000_000
_TAKEN = (Code.OK, Code.OK_DUP)


class SentState(StrEnum):
    """Where a bundle written here stands."""

    WAITING = "waiting"
    """Nobody has said anything of it."""
    TAKEN = "taken"
    COVERED = "covered"
    """A later bundle to the same unit was taken; it held every row that this one does."""
    REFUSED = "refused"
    """The receiver said that it could not take it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a bundle written here stands; ``covered_by`` is the number of the later one that was taken."""

    state: SentState
    receipt: Receipt | None = None
    covered_by: int = 0


def close_bundle(store: Store, unit: str, bundle: str, receipt: Receipt) -> bool:
    """Note the receipt that ``unit`` gives for a bundle; whether that was news.

    Only the unit that the bundle was written for can close it. What was taken stays taken; a receipt in a
    signed bundle says more than a typed one and replaces it, also when it says that the import was undone.
    To be called within ``Store.writing``.
    """
    line = logged(store, bundle)
    if line is None or not line.is_outgoing or line.unit != unit:
        return False
    held = sent_line(line).receipt
    if held is not None and not _says_more(receipt, held):
        return False
    keep_receipt(store, bundle, receipt)
    return True


def _says_more(new: Receipt, held: Receipt) -> bool:
    if new.is_taken != held.is_taken:
        return new.is_taken or (held.is_typed and new.code == Code.UNDONE)
    if new.is_taken:
        return held.is_typed and not new.is_typed
    return new.at > held.at


def take_results(store: Store, manifest: Manifest) -> int:
    """Close what a verified bundle confirms; how many of our bundles are now known to have arrived.

    A part of the transaction that takes the bundle.
    """
    arrived = 0
    for result in manifest.results:
        receipt = Receipt(result.code, result.rows, result.conflicts, result.at)
        is_news = close_bundle(store, manifest.unit, result.id, receipt)
        arrived += is_news and receipt.is_taken
    return arrived


def confirm_code(office: Office, typed: str) -> SentLine:
    """Close the bundle that a receipt code names, as somebody typed it.

    Raises SoSenError E_RECEIPT: the text is no code, or the code of no bundle that was written here.
    """
    try:
        code = read_receipt(typed)
    except InvalidReceiptError as error:
        raise SoSenError(Code.E_RECEIPT, str(error), reason=str(error.fault)) from error
    store = office.store
    with store.writing():
        sent = [line for line in bundle_log(store, _ALL) if line.is_outgoing]
        named = [line for line in sent if receipt_of(line, line.unit) == code]
        if len(named) != 1:
            raise SoSenError(Code.E_RECEIPT, f"{len(named)} bundles have the code {code}", reason="unknown")
        close_bundle(store, named[0].unit, named[0].bundle, Receipt("OK", 0, 0, store.now(), is_typed=True))
        closed = logged(store, named[0].bundle)
        assert closed is not None
        return sent_line(closed)


def receipt_of(line: LoggedBundle, receiver: str) -> str:
    """The receipt code that ``receiver`` gives for a bundle of the log."""
    return receipt_code(line.bundle, line.sha256, receiver, line.n)


def receipt_to_give(line: LoggedBundle, own_unit: str) -> str:
    """The code to tell the sender of a bundle taken here; "" for one not taken, or written here."""
    is_taken = not line.is_outgoing and line.code in _TAKEN and bool(line.sha256)
    return receipt_of(line, own_unit) if is_taken else ""


def standings(lines: Iterable[LoggedBundle]) -> dict[str, Standing]:
    """How each of the bundles written here stands: bundle → standing.

    Of several that were written together none stands for another: each has files of its own.
    """
    sent = [sent_line(line) for line in lines if line.is_outgoing]
    taken: dict[str, list[SentLine]] = {}
    for one in sorted(sent, key=lambda one: one.bundle.n, reverse=True):
        if one.receipt is not None and one.receipt.is_taken:
            taken.setdefault(one.bundle.unit, []).append(one)
    found = {}
    for one in sent:
        later = (other for other in taken.get(one.bundle.unit, ()) if other.lot != one.lot)
        newest = next(later, None)
        found[one.bundle.bundle] = _standing(one, newest.bundle.n if newest else 0)
    return found


def _standing(sent: SentLine, last_taken: int) -> Standing:
    if sent.receipt is not None and sent.receipt.is_taken:
        return Standing(SentState.TAKEN, sent.receipt)
    if sent.bundle.n < last_taken:
        return Standing(SentState.COVERED, sent.receipt, last_taken)
    if sent.receipt is not None:
        return Standing(SentState.REFUSED, sent.receipt)
    return Standing(SentState.WAITING)


def silent_units(lines: Sequence[LoggedBundle]) -> dict[str, int]:
    """Since when each unit has confirmed nothing (UTC ms): its oldest bundle that nobody has taken yet.

    A unit that has confirmed its newest bundle is not in it.
    """
    found: dict[str, int] = {}
    standing = standings(lines)
    for line in lines:
        if line.is_outgoing and standing[line.bundle].state in (SentState.WAITING, SentState.REFUSED):
            found[line.unit] = min(line.at, found.get(line.unit, line.at))
    return found


@dataclass(frozen=True, slots=True)
class GivenReceipt:
    """The receipt for a bundle taken here: whose, which, when (UTC ms), what it brought, the code."""

    bundle: str
    unit: str
    unit_name: str
    n: int
    at: int
    code: Code
    rows: int
    conflicts: int
    file_name: str
    sha256: str
    receipt: str

    def as_json(self) -> dict[str, object]:
        """The fields with stable keys."""
        return {
            "bundle": self.bundle,
            "unit": self.unit,
            "unit_name": self.unit_name,
            "n": self.n,
            "at": self.at,
            "code": str(self.code),
            "rows": self.rows,
            "conflicts": self.conflicts,
            "file_name": self.file_name,
            "sha256": self.sha256,
            "receipt": self.receipt,
        }


def given_receipts(office: Office, names: dict[str, str], unit: str = "") -> list[GivenReceipt]:
    """The receipts for all bundles taken here, newest first; ``unit``: of one sender (its id or code) only.

    ``names`` maps unit ids to names.
    """
    return [
        GivenReceipt(
            line.bundle,
            line.unit,
            names.get(line.unit, line.unit),
            line.n,
            line.at,
            line.code,
            line.row_count,
            line.conflict_count,
            line.file_name,
            line.sha256,
            code,
        )
        for line in bundle_log(office.store, _ALL)
        if (code := receipt_to_give(line, office.unit_id)) and unit in ("", line.unit, unit_code(line.unit))
    ]
