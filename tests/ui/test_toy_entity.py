"""A new entity has a form and a table from its declaration alone, saved by the use case of all others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.domain.entity import Entity, entity_type
from desktop.ui.forms.labels import choices_of, field_label
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.grid.column import Column
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.source import ListSource
from desktop.usecases.edit_records import add_record, change_fields
from desktop.usecases.office import Office
from tests.helpers.toy import BOAT, Boat, make_fleet

BOATS = entity_type(Boat)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    network = make_fleet(tmp_path)
    yield network["X1"]
    network.close()


def save(office: Office, record: Entity, field: str, value: object) -> Entity:
    return change_fields(office, type(record), record.id, {field: value})


def test_its_form_shows_and_saves_every_field(qtbot: QtBot, office: Office) -> None:
    """Editors of the right kinds, each with the record's value; what is typed reaches the database."""
    boat = add_record(office, BOAT)
    form = RecordForm(BOATS, save=partial(save, office))
    qtbot.addWidget(form)
    form.show_record(boat)
    assert list(form.rows) == list(BOATS.field_names)
    assert form.draft() == boat
    form.show()
    editor: Any = form.rows["name"].editor
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "Ghe moi")
    with qtbot.waitSignal(form.saved):
        form.leave_current() if editor.hasFocus() else form._leave("name")
    assert office.store.get(Boat, boat.id).name == "Ghe moi"


def test_its_table_is_made_from_the_declaration(qtmodeltester: ModelTester, office: Office) -> None:
    """One column for each field; an edited cell is saved."""
    boat = add_record(office, BOAT)
    columns = [
        Column(
            key=spec.name,
            header=field_label(BOATS.table, spec.name),
            kind=spec.kind,
            editable=True,
            choices=choices_of(spec.choices) if spec.choices else (),
        )
        for spec in BOATS.fields
    ]
    model = GridModel(columns, ListSource([boat], columns), commit=partial(save, office))
    qtmodeltester.check(model)
    assert model.setData(model.index(0, model.column_index("seats")), 20)
    assert office.store.get(Boat, boat.id).seats == 20
