"""The office enrols computers: it reads their requests from a stick, telephones, and signs a new registry."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from desktop.bundle.digits import digits_fit
from desktop.bundle.enrolment import LABEL, LIMIT, SUFFIX, EnrolmentRequest, parse_request
from desktop.bundle.files import listed, refusals
from desktop.bundle.registry import Registry, RegistryDevice
from desktop.domain.errors import Code, SoSenError
from desktop.domain.patience import open_patiently
from desktop.domain.scopes import unit_code
from desktop.usecases.office import Office
from desktop.usecases.registry import kept_registry
from desktop.usecases.root_keys import change_registry


class RequestStanding(StrEnum):
    """What an office can do with a request."""

    NEW = "new"
    """Can be approved after the telephone call."""
    SAME_NAME = "same_name"
    """The unit has a computer of this label already: can be approved under another one."""
    ENROLLED = "enrolled"
    """This computer is in the registry already."""
    LOST = "lost"
    """These keys were reported lost: the computer needs new ones."""
    UNKNOWN_UNIT = "unknown_unit"
    """The registry does not list the unit."""
    DAMAGED = "damaged"
    """The file cannot be used; ``error`` tells why."""


@dataclass(frozen=True, slots=True)
class ReceivedRequest:
    """One request file. Of a damaged one only ``path`` and ``error`` are known.

    ``free_label``: the label asked for, or the next one that the unit does not use.
    """

    path: Path
    standing: RequestStanding
    unit: str = ""
    unit_name: str = ""
    label: str = ""
    device: str = ""
    free_label: str = ""
    request: EnrolmentRequest | None = None
    error: SoSenError | None = None

    @property
    def digits(self) -> str:
        """The 24 digits that the clerk reads out; a tenth of a second at the first call. "" when damaged."""
        return self.request.digits if self.request else ""

    @property
    def is_approvable(self) -> bool:
        return self.standing in (RequestStanding.NEW, RequestStanding.SAME_NAME)


@dataclass(frozen=True, slots=True)
class Approval:
    """A request with what the clerk read out: the last two groups, or all six; ``label`` "" keeps its own."""

    request: ReceivedRequest
    typed: str
    label: str = ""


def read_requests(office: Office, places: Iterable[Path]) -> list[ReceivedRequest]:
    """The requests in these files and folders (and their folders), each with its standing; copies only once.

    Raises E_IO when a place cannot be read or holds no request, E_PROFILE before enrolment.
    """
    registry = kept_registry(office.store)
    found: list[ReceivedRequest] = []
    for path in _request_files(places):
        one = _read(path, registry)
        if one.request is None or one.request not in [other.request for other in found]:
            found.append(one)
    return found


def approve_requests(office: Office, approvals: Sequence[Approval]) -> list[RegistryDevice]:
    """Enrol the computers in one new epoch of the registry: all of them or none.

    Raises E_DIGITS when what was typed is not what the request says, E_DEVICE with the reason when one
    cannot be enrolled, E_ROOT on a computer without the root key; nothing is changed.
    """
    for approval in approvals:
        _check_digits(approval)
    enrolled: list[RegistryDevice] = []

    def change(registry: Registry) -> Registry:
        for approval in approvals:
            device = _device(approval, registry)
            enrolled.append(device)
            registry = replace(registry, devices=(*registry.devices, device))
        return registry

    change_registry(office, change)
    return enrolled


def _request_files(places: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for place in places:
        with refusals(place):
            if place.is_dir():
                top = sorted(place.iterdir())
                inner = [path for folder in top if folder.is_dir() for path in listed(folder)]
                found += filter(_is_request_file, [*top, *inner])
            else:
                place.stat()
                found.append(place)
    if not found:
        raise SoSenError(Code.E_IO, "no request found", reason="no_request")
    return list(dict.fromkeys(found))


def _is_request_file(path: Path) -> bool:
    return SUFFIX in [suffix.lower() for suffix in path.suffixes] and path.is_file()


def _read(path: Path, registry: Registry) -> ReceivedRequest:
    try:
        with refusals(path), open_patiently(path) as file:
            request = parse_request(file.read(LIMIT + 1))
    except SoSenError as error:
        return ReceivedRequest(path, RequestStanding.DAMAGED, error=error)
    names = {unit.id: unit.name for unit in registry.units}
    return ReceivedRequest(
        path,
        _standing(request, registry),
        request.unit,
        names.get(request.unit, unit_code(request.unit)),
        request.label,
        request.device,
        free_label(registry, request.unit, request.label),
        request,
    )


def _standing(request: EnrolmentRequest, registry: Registry) -> RequestStanding:
    same = next((one for one in registry.devices if one.id == request.device), None)
    if same is not None:
        return RequestStanding.LOST if same.revoked else RequestStanding.ENROLLED
    if request.unit not in {unit.id for unit in registry.units}:
        return RequestStanding.UNKNOWN_UNIT
    taken = request.label in _labels(registry, request.unit)
    return RequestStanding.SAME_NAME if taken else RequestStanding.NEW


def _labels(registry: Registry, unit: str) -> set[str]:
    """The labels of a unit's computers that were not reported lost: the names people tell them apart by."""
    return {one.label for one in registry.devices if one.unit == unit and one.revoked is None}


def free_label(registry: Registry, unit: str, label: str) -> str:
    """The label, or the next one like it that the unit does not use yet."""
    taken: Collection[str] = _labels(registry, unit)
    stem = label.rstrip("0123456789")[:12] or "may"
    labels = (f"{stem}{number}" for number in range(1, len(taken) + 2))
    return label if label not in taken else next(one for one in labels if one not in taken)


def _check_digits(approval: Approval) -> None:
    request = approval.request.request
    if request is None:
        raise approval.request.error or SoSenError(Code.E_FORMAT, "no request", reason="request")
    if not digits_fit(request.digits, approval.typed):
        raise SoSenError(
            Code.E_DIGITS,
            f"typed {approval.typed[:40]!r}",
            path=str(approval.request.path),
            unit=request.unit,
        )


def _device(approval: Approval, registry: Registry) -> RegistryDevice:
    """The computer as the registry will list it, judged by the registry of this very moment."""
    request = approval.request.request
    assert request is not None
    label = approval.label or request.label
    if not LABEL.fullmatch(label):
        raise SoSenError(Code.E_DEVICE, f"label {label[:40]!r}", reason="label")
    asked = replace(request, label=label)
    standing = _standing(asked, registry)
    if standing is not RequestStanding.NEW:
        raise SoSenError(
            Code.E_DEVICE,
            f"{request.device}: {standing}",
            reason=str(standing),
            path=str(approval.request.path),
        )
    return RegistryDevice(request.device, request.unit, label, request.sign, request.seal, registry.epoch + 1)
