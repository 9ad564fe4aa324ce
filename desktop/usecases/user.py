"""Who sits at this computer."""

from __future__ import annotations

from desktop.domain.entity import FieldSpec, Kind, normalise
from desktop.usecases.office import USER, Office

_USER_NAME = FieldSpec(USER, Kind.TEXT, USER)


def set_user(office: Office, name: str) -> None:
    """Name the person at this computer; the history and every commit carry the name."""
    office.data.set_meta(USER, str(normalise(_USER_NAME, name))[:200])
