"""An office founded from nothing, and computers that ask to be enrolled, over folders that play sticks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop.bundle.registry import RegistryDevice
from desktop.usecases.approve_requests import Approval, ReceivedRequest, approve_requests, read_requests
from desktop.usecases.export_bundle import SentBundle, export_bundles
from desktop.usecases.found_office import UnitLine, found_computer, found_office
from desktop.usecases.import_bundle import BundleOutcome, import_bundles
from desktop.usecases.join_office import join_office, look_at_first_bundle
from desktop.usecases.office import Office
from desktop.usecases.read_devices import office_digits
from desktop.usecases.request_enrolment import write_request
from tests.helpers.offices import no_progress

DISTRICT = UnitLine("872", "Huyện Tháp Mười", date(1981, 1, 5))
PHU_DIEN = UnitLine("30067", "Xã Phú Điền", date(1984, 3, 6))
HUNG_THANH = UnitLine("30043", "Xã Hưng Thạnh", date(1981, 1, 5))


def last_groups(digits: str) -> str:
    """What the officer types: the last two of the six groups."""
    return digits[-9:]


class Founded:
    """A district with two communes on its list, founded in ``folder``; ``close`` closes every office."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made = 0
        self.office = found_office(
            folder / "office" / "data",
            folder / "office" / "profile",
            DISTRICT,
            [PHU_DIEN, HUNG_THANH],
            user="Trần Văn Cấp",
        )
        self.opened = [self.office]

    def close(self) -> None:
        for office in self.opened:
            office.close()

    def stick(self, name: str = "stick") -> Path:
        """A folder that plays a USB stick."""
        path = self.folder / name
        path.mkdir(parents=True, exist_ok=True)
        return path

    def new_stick(self) -> Path:
        """A stick with nothing on it."""
        self._made += 1
        return self.stick(f"stick-{self._made}")

    def commune(self, label: str, unit: UnitLine = PHU_DIEN) -> Office:
        """A computer of a commune, founded and not enrolled."""
        self._made += 1
        folder = self.folder / f"{unit.code}-{label}-{self._made}"
        made = found_computer(
            folder / "data", folder / "profile", unit.unit_id, user="Lê Thị Hồng", label=label
        )
        self.opened.append(made)
        return made

    def ask(self, commune: Office) -> ReceivedRequest:
        """The commune's request as the office reads it from a stick."""
        stick = self.new_stick()
        write_request(commune, stick)
        return read_requests(self.office, [stick])[0]

    def enrol(self, commune: Office, label: str = "") -> RegistryDevice:
        """Request, telephone call, approval."""
        request = self.ask(commune)
        return approve_requests(self.office, [Approval(request, last_groups(request.digits), label)])[0]

    def send_down(self) -> Path:
        """A stick with the office's bundles for all its units."""
        stick = self.new_stick()
        export_bundles(self.office, stick, no_progress)
        return stick

    def join(self, commune: Office) -> BundleOutcome:
        """The commune compares the digits with the letter and takes its first bundle."""
        found = look_at_first_bundle(commune, self.send_down())
        return join_office(commune, found.place, office_digits(self.office).digits, no_progress)

    def joined(self, label: str, unit: UnitLine = PHU_DIEN) -> Office:
        """A computer of a commune that is enrolled and has taken its first bundle."""
        commune = self.commune(label, unit)
        self.enrol(commune)
        self.join(commune)
        return commune

    def two_joined(self, unit: UnitLine = PHU_DIEN) -> tuple[Office, Office]:
        """Two computers of a commune that know each other."""
        pair = self.commune("may1", unit), self.commune("may2", unit)
        for one in pair:
            self.enrol(one)
        for one in pair:
            self.join(one)
        return pair

    def write(self, sender: Office) -> SentBundle:
        """The commune's bundle on a stick of its own."""
        return export_bundles(sender, self.new_stick(), no_progress)[0]

    def take(self, reader: Office, path: Path) -> BundleOutcome:
        """Take one bundle."""
        return import_bundles(reader, [path], no_progress)[0]
