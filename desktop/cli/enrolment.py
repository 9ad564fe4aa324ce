"""The commands that found an office, enrol computers, report them lost and join."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date

from desktop.cli import enrolment_words as words
from desktop.cli.console import DONE, REFUSED, Console
from desktop.domain.errors import Code, SoSenError
from desktop.domain.scopes import is_unit_id, unit_code
from desktop.usecases.approve_requests import Approval, approve_requests, read_requests
from desktop.usecases.change_units import add_units, rename_unit, set_successor
from desktop.usecases.found_office import UnitLine, found_computer, found_office, renew_keys
from desktop.usecases.import_bundle import BundleOutcome
from desktop.usecases.join_office import FirstBundle, join_office, look_at_first_bundle
from desktop.usecases.office import Office
from desktop.usecases.read_devices import digits_of, list_devices, office_digits, write_allowed_signers
from desktop.usecases.recover_office import recover_office
from desktop.usecases.registry import current_registry
from desktop.usecases.report_lost import report_lost
from desktop.usecases.request_enrolment import write_request
from desktop.usecases.root_keys import hand_over_spare_key, read_spare_file, spare_waits
from desktop.usecases.unit_list import listed_units, read_unit_file, write_unit_list

Command = Callable[[Office, argparse.Namespace, Console], int]


def found(options: argparse.Namespace, console: Console) -> int:
    """Found an upper office, or a computer that is still to be enrolled."""
    with closing(_founded(options)) as office:
        device = office.keys.device
        console.say(words.FOUNDED, unit=office.unit_id, device=device)
        if spare_waits(office):
            console.say(words.SPARE_WAITS)
        console.document({"unit": office.unit_id, "device": device, "spare_waits": spare_waits(office)})
    return DONE


def _founded(options: argparse.Namespace) -> Office:
    if options.units is None:
        return found_computer(
            options.data, options.profile, options.unit, user=options.user, label=options.label
        )
    own = _own_line(options.unit, options.name)
    units = read_unit_file(options.units)
    return found_office(options.data, options.profile, own, units, user=options.user, label=options.label)


def _own_line(unit: str, name: str) -> UnitLine:
    """The upper office's own unit. Raises E_UNITS when it is no unit id or has no name."""
    try:
        if not is_unit_id(unit) or not name:
            raise ValueError(unit)
        day = unit.partition("-")[2]
        return UnitLine(unit_code(unit), name, None if day == "00000000" else date.fromisoformat(day))
    except ValueError as error:
        raise SoSenError(Code.E_UNITS, str(error), reason="unit", text=f"{unit} {name}") from error


def renew(options: argparse.Namespace, console: Console) -> int:
    """New keys for data whose keys are gone."""
    with closing(
        renew_keys(options.data, options.profile, label=options.label, replace=options.replace)
    ) as office:
        console.say(words.RENEWED, device=office.keys.device)
        console.document({"unit": office.unit_id, "device": office.keys.device})
    return DONE


def _request(office: Office, options: argparse.Namespace, console: Console) -> int:
    made = write_request(office, options.to)
    own = made.request
    console.say(words.REQUESTED, path=made.path, unit=own.unit, label=own.label, digits=own.digits)
    console.document(
        {
            "path": str(made.path),
            "unit": own.unit,
            "label": own.label,
            "device": own.device,
            "digits": own.digits,
            "qr": own.qr_text,
        }
    )
    return DONE


def _requests(office: Office, options: argparse.Namespace, console: Console) -> int:
    found_here = read_requests(office, options.places)
    for one in found_here:
        console.say(
            words.REQUEST,
            standing=one.standing,
            path=one.path,
            unit=one.unit_name,
            label=one.label,
            digits=one.digits,
        )
    console.document(
        [
            {
                "path": str(one.path),
                "standing": str(one.standing),
                "unit": one.unit,
                "unit_name": one.unit_name,
                "label": one.label,
                "free_label": one.free_label,
                "device": one.device,
                "digits": one.digits,
                "code": str(one.error.code) if one.error else "",
            }
            for one in found_here
        ]
    )
    return REFUSED if any(one.error for one in found_here) else DONE


def _approve(office: Office, options: argparse.Namespace, console: Console) -> int:
    if options.file.is_dir():
        path = str(options.file)
        raise SoSenError(Code.E_FORMAT, "a folder, not a request", path=path, reason="request")
    [request] = read_requests(office, [options.file])
    [device] = approve_requests(office, [Approval(request, options.digits, options.label)])
    console.say(words.APPROVED, device=device.id, unit=request.unit_name, label=device.label)
    console.document({"device": device.id, "unit": device.unit, "label": device.label, "since": device.since})
    return DONE


def _devices(office: Office, _options: argparse.Namespace, console: Console) -> int:
    lines = list_devices(office)
    for line in lines:
        sentence = words.LOST_DEVICE if line.is_lost else words.DEVICE
        console.say(sentence, device=line.device, unit=line.unit_name, label=line.label)
    console.document(
        [
            {
                "device": line.device,
                "unit": line.unit,
                "unit_name": line.unit_name,
                "label": line.label,
                "since": line.since,
                "lost_in": line.lost_in,
                "heard_at": line.heard_at,
                "last_n": line.last_n,
                "this": line.is_this,
            }
            for line in lines
        ]
    )
    return DONE


def _report_lost(office: Office, options: argparse.Namespace, console: Console) -> int:
    device = report_lost(office, options.device)
    assert device.revoked is not None
    console.say(words.LOST, device=device.id)
    console.document({"device": device.id, "lost_in": device.revoked.epoch, "cut": dict(device.revoked.cut)})
    return DONE


def _letter(office: Office, _options: argparse.Namespace, console: Console) -> int:
    held = office_digits(office)
    console.say(words.LETTER, office=held.office_name, digits=held.digits)
    console.document(
        {"office": held.office, "office_name": held.office_name, "digits": held.digits, "qr": held.qr_text}
    )
    return DONE


def _join(office: Office, options: argparse.Namespace, console: Console) -> int:
    first = look_at_first_bundle(office, options.place)
    if not options.digits:
        console.say(
            words.LOOKED,
            path=first.path,
            unit=first.unit_name,
            label=first.label,
            office=first.office_name,
            digits=first.digits,
        )
        console.document(_first_json(first) | {"joined": False, "rows": 0})
        return DONE
    outcome = join_office(office, options.place, options.digits, _quiet)
    console.say(words.JOINED, rows=outcome.rows)
    console.document(
        _first_json(first) | _joined_json(office, outcome) | {"joined": True, "rows": outcome.rows}
    )
    return DONE


def _first_json(first: FirstBundle) -> dict[str, object]:
    return {
        "path": str(first.path),
        "unit": first.unit,
        "unit_name": first.unit_name,
        "label": first.label,
        "office": first.office,
        "office_name": first.office_name,
        "digits": first.digits,
    }


def _joined_json(office: Office, outcome: BundleOutcome) -> dict[str, object]:
    """What was taken, which may be another bundle than the newest that was looked at."""
    pinned = digits_of(current_registry(office.store))
    return {
        "path": str(outcome.path),
        "office": pinned.office,
        "office_name": pinned.office_name,
        "digits": pinned.digits,
    }


def _quiet(_done: int, _total: int | None) -> None:
    """A first bundle is taken in seconds: no progress is shown."""


def _signers(office: Office, options: argparse.Namespace, console: Console) -> int:
    return _written(console, str(write_allowed_signers(office, options.to)))


def _unit_list(office: Office, options: argparse.Namespace, console: Console) -> int:
    return _written(console, str(write_unit_list(office, options.to)))


def _units(office: Office, options: argparse.Namespace, console: Console) -> int:
    if options.add is not None:
        add_units(office, read_unit_file(options.add))
    elif options.rename:
        rename_unit(office, *options.rename)
    elif options.successor:
        set_successor(office, *options.successor)
    units = listed_units(office)
    for unit in units:
        console.say(words.UNIT, unit=unit.unit, name=unit.name)
    console.document([{"unit": one.unit, "name": one.name, "successor": one.successor} for one in units])
    return DONE


def _written(console: Console, path: str) -> int:
    console.say(words.WRITTEN, path=path)
    console.document({"path": path})
    return DONE


def _spare_key(office: Office, options: argparse.Namespace, console: Console) -> int:
    sheet = hand_over_spare_key(office, options.to)
    console.say(words.SPARE, path=sheet.path, text=sheet.text)
    console.document({"path": str(sheet.path), "unit": sheet.unit, "text": sheet.text})
    return DONE


def _recover(office: Office, options: argparse.Namespace, console: Console) -> int:
    registry = recover_office(office, read_spare_file(options.spare), lost=options.lost)
    console.say(words.RECOVERED, epoch=registry.epoch)
    console.say(words.SPARE_WAITS)
    console.document({"epoch": registry.epoch, "spare_waits": spare_waits(office)})
    return DONE


ENROLMENT: Mapping[str, Command] = {
    "request": _request,
    "requests": _requests,
    "approve": _approve,
    "devices": _devices,
    "report-lost": _report_lost,
    "letter": _letter,
    "join": _join,
    "signers": _signers,
    "units": _units,
    "unit-list": _unit_list,
    "spare-key": _spare_key,
    "recover": _recover,
}
FOUNDING: Mapping[str, Callable[[argparse.Namespace, Console], int]] = {"found": found, "renew-keys": renew}
"""Commands before which no office is open."""
