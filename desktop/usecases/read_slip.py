"""What stands on paper beside a stick: the slip of a bundle, and the sheet of receipts of a district."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from desktop.domain.errors import Code, SoSenError
from desktop.store.peers import logged
from desktop.usecases.office import Office
from desktop.usecases.read_bundle_log import unit_names
from desktop.usecases.receipts import GivenReceipt, given_receipts

_HASH_GROUPS, _GROUP = 4, 4


@dataclass(frozen=True, slots=True)
class Slip:
    """The slip of a bundle: from whom to whom, its file, size (bytes), when (UTC ms), who wrote it."""

    bundle: str
    from_name: str
    to_name: str
    n: int
    file_name: str
    size: int
    rows: int
    made: int
    sha256: str
    user: str

    @property
    def hash_groups(self) -> str:
        """The first groups of the hash, enough to compare by eye."""
        groups = (self.sha256[place : place + _GROUP] for place in range(0, _HASH_GROUPS * _GROUP, _GROUP))
        return " ".join(groups)

    @property
    def qr_text(self) -> str:
        """What the QR code holds: plain text that any telephone shows."""
        return f"SOSEN GOI {self.n}\n{self.file_name}\n{self.bundle}\nSHA256 {self.sha256}"


@dataclass(frozen=True, slots=True)
class ReceiptSheet:
    """The receipts that an office hands out together; printed when (UTC ms)."""

    office_name: str
    printed: int
    receipts: tuple[GivenReceipt, ...]


def read_slip(office: Office, bundle: str) -> Slip:
    """The slip of a bundle written here. Raises SoSenError E_MISSING."""
    line = logged(office.store, bundle)
    if line is None or not line.is_outgoing:
        raise SoSenError(Code.E_MISSING, bundle)
    names = unit_names(office)
    return Slip(
        bundle=bundle,
        from_name=names.get(office.unit_id, office.unit_id),
        to_name=names.get(line.unit, line.unit),
        n=line.n,
        file_name=line.file_name,
        size=line.size,
        rows=line.row_count,
        made=line.at,
        sha256=line.sha256,
        user=office.user,
    )


def read_receipt_sheet(office: Office, bundles: Collection[str]) -> ReceiptSheet:
    """The receipts for these bundles, by name of the unit and number; those not taken here are left out."""
    names = unit_names(office)
    found = [line for line in given_receipts(office, names) if line.bundle in bundles]
    found.sort(key=lambda line: (line.unit, line.n))
    return ReceiptSheet(names.get(office.unit_id, office.unit_id), office.store.now(), tuple(found))
