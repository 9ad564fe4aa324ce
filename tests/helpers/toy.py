"""An entity that the program does not have: what adding one costs is all that stands here."""

# ruff: noqa: RUF009  # each field is declared by a call that returns a dataclass field

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from peewee import BooleanField, IntegerField, TextField

from desktop.domain.entity import (
    Entity,
    choice,
    day,
    decimal,
    entity_type,
    flag,
    integer,
    long_text,
    reference,
    table,
    text,
)
from desktop.store.rows import RecordRow
from desktop.store.store import CATALOGUE
from tests.helpers.network import Network, make_network


class BoatKind(StrEnum):
    """What sort of boat."""

    SAMPAN = "sampan"
    BARGE = "barge"


@table("boat")
@dataclass(frozen=True, slots=True, kw_only=True)
class Boat(Entity):
    """A commune's boat: a field of every kind."""

    name: str = text(required=True, searched=True)
    story: str = long_text(searched=True)
    kind: BoatKind = choice(BoatKind)
    seats: int | None = integer(minimum=1, maximum=99)
    length: Decimal | None = decimal()
    built_on: date | None = day()
    is_afloat: bool = flag(group="state")
    keeper_id: str = reference("person", group="state")


class BoatRow(RecordRow):
    name = TextField(default="")
    story = TextField(default="")
    kind = TextField(default="sampan")
    seats = IntegerField(null=True)
    length = TextField(null=True)
    built_on = TextField(null=True)
    is_afloat = BooleanField(default=False)
    keeper_id = TextField(default="")

    class Meta:
        table_name = "boat"


CREATE = """CREATE TABLE boat (
    id TEXT NOT NULL PRIMARY KEY, scope TEXT NOT NULL, alive INTEGER NOT NULL DEFAULT 1,
    stamps TEXT NOT NULL DEFAULT '[]', search_key TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '', story TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'sampan',
    seats INTEGER, length TEXT, built_on TEXT, is_afloat INTEGER NOT NULL DEFAULT 0,
    keeper_id TEXT NOT NULL DEFAULT '')"""
"""What its migration would do."""

BOAT = Boat(
    name="Ghe Tháp Mười",
    story="Chở lúa\nmùa nước nổi",
    kind=BoatKind.BARGE,
    seats=12,
    length=Decimal("8.50"),
    built_on=date(2019, 7, 1),
    is_afloat=True,
)


def make_fleet(folder: Path) -> Network:
    """The small network of offices whose programs know boats."""
    network = make_network(folder, CATALOGUE.extended(entity_type(Boat), BoatRow))
    for office in network.offices.values():
        office.store.connection.execute(CREATE)
    return network
