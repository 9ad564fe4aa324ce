"""The first day of a commune's computer: which unit it is, who sits at it, what it is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from desktop.domain.errors import SoSenError
from desktop.domain.scopes import unit_code
from desktop.ui.jobs import DatabaseLane, Job
from desktop.ui.theme.tokens import MD, SM, Type
from desktop.ui.welcome.page import WelcomePage, captioned
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.labels import label
from desktop.usecases.find_data import DataPlace
from desktop.usecases.found_office import FIRST_LABEL, found_computer
from desktop.usecases.unit_list import ListedUnit, UnitList, read_unit_list


class CommunePage(WelcomePage):
    """``founded`` is called with the place of the new data, which lies at ``home``."""

    def __init__(
        self,
        home: DataPlace,
        founded: Callable[[DataPlace], object],
        go_back: Callable[[], object],
        sticks: Callable[[], Sequence[Path]],
        lane: DatabaseLane,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(go_back, parent)
        self._home, self._founded, self._sticks, self._lane = home, founded, sticks, lane
        self._units: Sequence[ListedUnit] = ()
        self.title.setText(QCoreApplication.translate("Welcome", "Begin at a commune"))
        self.words.setText(
            QCoreApplication.translate(
                "Welcome",
                "Work can begin at once. Afterwards the page Pairing leads through enrolment, so that "
                "bundles "
                "can be sent and received.",
            )
        )
        self._make_unit()
        self._make_person()
        self.begin_button = primary_button(
            QCoreApplication.translate("Welcome", "Begin"), "check", self.found
        )
        self.close_card(self.begin_button)
        self._show_button()

    def _make_unit(self) -> None:
        self.unit = QComboBox()
        self.unit.setPlaceholderText(
            QCoreApplication.translate("Welcome", "First read the list of units, below")
        )
        self.unit.currentIndexChanged.connect(self._show_button)
        self.listed = label("", Type.CAPTION, wrap=True)
        self.stick_button = button(
            QCoreApplication.translate("Welcome", "Read the list from the stick"), "usb", self.read_sticks
        )
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addLayout(captioned(QCoreApplication.translate("Welcome", "Unit"), self.unit), 1)
        self.card.body.addLayout(row)
        self.card.body.addWidget(self.listed)
        buttons = QHBoxLayout()
        buttons.setSpacing(SM)
        buttons.addWidget(self.stick_button)
        buttons.addWidget(
            button(QCoreApplication.translate("Welcome", "Choose the list…"), "folder-open", self.ask_list)
        )
        buttons.addStretch(1)
        self.card.body.addLayout(buttons)

    def _make_person(self) -> None:
        self.user, self.label = QLineEdit(), QLineEdit(FIRST_LABEL)
        self.label.setMaxLength(16)
        for line in (self.user, self.label):
            line.textChanged.connect(self._show_button)
            line.returnPressed.connect(self.found)
        row = QHBoxLayout()
        row.setSpacing(MD)
        row.addLayout(captioned(QCoreApplication.translate("Welcome", "Your name"), self.user), 3)
        row.addLayout(
            captioned(QCoreApplication.translate("Welcome", "Name of this computer"), self.label), 1
        )
        self.card.body.addLayout(row)

    # --- the list of units ----------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the page; a list on a stick that is plugged in is read at once."""
        self.show_refusal(None)
        self._show_list()
        self.stick_button.setFocus()
        self._run(lambda: _list_on(self._sticks()), lambda found: self._take(found) if found else None)

    def read_sticks(self) -> None:
        """Read the list on a stick; without one, ask for it."""
        self._run(
            lambda: _list_on(self._sticks()),
            lambda found: self._take(found) if found else self.ask_list(),
        )

    def ask_list(self) -> None:
        """Let the clerk choose the list."""
        title = QCoreApplication.translate("Welcome", "List of units")
        kinds = QCoreApplication.translate("Welcome", "List of units (*.donvi);;All files (*)")
        chosen, _filter = QFileDialog.getOpenFileName(self, title, "", kinds)
        if chosen:
            self.read(Path(chosen))

    def read(self, place: Path) -> None:
        """Take the units of a list to choose from."""
        self._run(lambda: read_unit_list(place), self._take)

    def _take(self, found: UnitList) -> None:
        self.show_refusal(None)
        self._units = [one for one in found.units if one.unit != found.office]
        self.unit.clear()
        self.unit.setPlaceholderText(QCoreApplication.translate("Welcome", "Choose your unit"))
        for one in self._units:
            self.unit.addItem(f"{one.name} ({unit_code(one.unit)})", one.unit)
        self.unit.setCurrentIndex(-1)
        self._show_list()
        self.unit.setFocus()

    def _show_list(self) -> None:
        self.unit.setEnabled(bool(self._units))
        words = QCoreApplication.translate("Welcome", "%n unit(s) in the list", "", len(self._units))
        if not self._units:
            words = QCoreApplication.translate(
                "Welcome",
                "The upper office gives its list of units on a stick: a file whose name ends in .donvi.",
            )
        self.listed.setText(words)
        self._show_button()

    # --- founding -------------------------------------------------------------------------------------

    def found(self) -> None:
        """Make the data of this computer and open it."""
        if not self._is_complete:
            return
        unit, user = str(self.unit.currentData()), self.user.text().strip()
        called = next((one.name for one in self._units if one.unit == unit), "")
        home, name = self._home, self.label.text().strip()
        self.begin_button.setEnabled(False)
        self._run(
            lambda: found_computer(home.data, home.profile, unit, user=user, label=name, name=called).close(),
            lambda _made: self._founded(home),
        )

    @property
    def _is_complete(self) -> bool:
        return bool(self.unit.currentData() and self.user.text().strip() and self.label.text().strip())

    def _show_button(self) -> None:
        self.begin_button.setEnabled(self._is_complete)

    def _run(self, work: Callable[[], Any], on_done: Callable[[Any], object]) -> None:
        self._lane.run(
            Job(
                lambda _progress: work(),
                on_done=on_done,
                on_error=self._refused,
                label=QCoreApplication.translate("Welcome", "Reading and writing"),
            )
        )

    def _refused(self, error: SoSenError) -> None:
        self.show_refusal(error)
        self._show_button()


def _list_on(places: Sequence[Path]) -> UnitList | None:
    """The list on the first stick that has one."""
    for place in places:
        if any(place.glob("*.donvi")):
            return read_unit_list(place)
    return None
