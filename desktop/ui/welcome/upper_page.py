"""The first day of an upper office: itself, the units below it as pasted from a table, who sits there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.domain.errors import SoSenError
from desktop.ui.jobs import DatabaseLane, Job
from desktop.ui.theme.tokens import MD, Type
from desktop.ui.welcome.page import WelcomePage, captioned
from desktop.ui.widgets.buttons import primary_button
from desktop.ui.widgets.editors.date_edit import DateEdit
from desktop.ui.widgets.editors.growing_edit import GrowingEdit
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.values import InputError
from desktop.usecases.find_data import DataPlace
from desktop.usecases.found_office import UnitLine, found_office
from desktop.usecases.unit_list import read_unit_lines


class UpperPage(WelcomePage):
    """``founded`` is called with the place of the new data, which lies at ``home``."""

    def __init__(
        self,
        home: DataPlace,
        founded: Callable[[DataPlace], object],
        go_back: Callable[[], object],
        lane: DatabaseLane,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(go_back, parent)
        self._home, self._founded, self._lane = home, founded, lane
        self.title.setText(QCoreApplication.translate("Welcome", "Begin an upper office"))
        self.words.setText(
            QCoreApplication.translate(
                "Welcome",
                "This computer enrols the computers of the units below and receives their bundles. "
                "Paste the units from a spreadsheet, or type a line each: code, name, first day, telephone.",
            )
        )
        self._make_own()
        self._make_units()
        self.begin_button = primary_button(
            QCoreApplication.translate("Welcome", "Begin"), "check", self.found
        )
        self.close_card(self.begin_button)
        self._show_count()

    def _make_own(self) -> None:
        self.code, self.name, self.day, self.user = QLineEdit(), QLineEdit(), DateEdit(), QLineEdit()
        fields = (
            (QCoreApplication.translate("Welcome", "Code of this office"), self.code, 2),
            (QCoreApplication.translate("Welcome", "Name of this office"), self.name, 4),
            (QCoreApplication.translate("Welcome", "Under this code since"), self.day, 2),
            (QCoreApplication.translate("Welcome", "Your name"), self.user, 3),
        )
        row = QHBoxLayout()
        row.setSpacing(MD)
        for words, field, share in fields:
            row.addLayout(captioned(words, field), share)
            field.textChanged.connect(self._show_button)
        self.card.body.addLayout(row)

    def _make_units(self) -> None:
        self.units = GrowingEdit(lines=5, most=7)
        self.units.setPlaceholderText(
            "30067\tXã Phú Điền\t06/03/1984\t0277 3 000 001\n30043\tXã Hưng Thạnh\t05/01/1981"
        )
        self.units.textChanged.connect(self._show_count)
        self.card.body.addLayout(
            captioned(QCoreApplication.translate("Welcome", "Units below, a line each"), self.units)
        )
        self.count = label("", Type.CAPTION, wrap=True)
        self.card.body.addWidget(self.count)

    def begin(self) -> None:
        """Show the page."""
        self.show_refusal(None)
        self.code.setFocus()

    def found(self) -> None:
        """Make the office's data, its keys and its registry, and open it."""
        if not self._is_complete:
            return
        own = UnitLine(self.code.text().strip().upper(), self.name.text().strip(), self._since())
        pasted, user, home = self.units.toPlainText(), self.user.text().strip(), self._home
        self.begin_button.setEnabled(False)
        self._lane.run(
            Job(
                lambda _progress: found_office(
                    home.data, home.profile, own, read_unit_lines(pasted), user=user
                ).close(),
                on_done=lambda _made: self._founded(home),
                on_error=self._refused,
                label=QCoreApplication.translate("Welcome", "Making the office's data and keys"),
            )
        )

    def _refused(self, error: SoSenError) -> None:
        self.show_refusal(error)
        self._show_button()

    def _show_count(self) -> None:
        """How many units the pasted lines are, or which line is none; what was refused before is past."""
        if self.refusal is not None:
            self.show_refusal(None)
        try:
            found = read_unit_lines(self.units.toPlainText()) if self.units.toPlainText().strip() else []
        except SoSenError as refusal:
            words = QCoreApplication.translate(
                "Welcome", "Line {number} needs a unit's code and name: {text}"
            )
            words = words.replace("{number}", str(refusal.params.get("line", "")))
            self.count.setText(words.replace("{text}", str(refusal.params.get("text", ""))))
        else:
            self.count.setText(QCoreApplication.translate("Welcome", "%n unit(s) read", "", len(found)))
        self._show_button()

    def _since(self) -> date | None:
        value = self.day.value()
        return value if isinstance(value, date) else None

    @property
    def _is_complete(self) -> bool:
        try:
            self._since()
        except InputError:
            return False
        lines = (self.code, self.name, self.user)
        return all(line.text().strip() for line in lines) and bool(self.units.toPlainText().strip())

    def _show_button(self) -> None:
        self.begin_button.setEnabled(self._is_complete)
