"""This computer asks to be enrolled: the file for the stick, and the digits to read out on the telephone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.bundle.enrolment import EnrolmentRequest, parse_request, request_file, request_of
from desktop.bundle.files import refusals
from desktop.bundle.small_file import write_small_file
from desktop.domain.errors import Code, SoSenError
from desktop.usecases.found_office import FIRST_LABEL, LABEL_META
from desktop.usecases.office import Office


@dataclass(frozen=True, slots=True)
class OwnRequest:
    """What to show and print: ``digits`` are six groups of four, ``file_name`` how the file is called."""

    unit: str
    label: str
    device: str
    digits: str
    qr_text: str
    file_name: str


@dataclass(frozen=True, slots=True)
class WrittenRequest:
    """A request that was written and read back."""

    path: Path
    request: OwnRequest


def own_request(office: Office) -> OwnRequest:
    """The request of this computer. Takes a tenth of a second; raises E_PROFILE without keys."""
    request = _request(office)
    return OwnRequest(
        request.unit, request.label, request.device, request.digits, request.qr_text, request.file_name
    )


def write_request(office: Office, folder: Path) -> WrittenRequest:
    """Write the request into ``folder``, as safely as a bundle: under a new name, read back.

    Raises E_IO, E_SPACE, E_PROFILE.
    """
    content = request_file(_request(office), office.keys)
    path = write_small_file(folder, _request(office).file_name, content).path
    with refusals(path):
        if parse_request(path.read_bytes()) != _request(office):
            raise SoSenError(Code.E_IO, "another request came back", path=str(path))
    return WrittenRequest(path, own_request(office))


def _request(office: Office) -> EnrolmentRequest:
    return request_of(office.keys, office.unit_id, office.data.meta(LABEL_META, FIRST_LABEL))
