"""What a recovery will do, said before it is done: whose office, which computers are out, what others see."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.days import format_date
from desktop.ui.theme.tokens import MD, SM, XS, Type
from desktop.ui.welcome.page import captioned
from desktop.ui.widgets.labels import label
from desktop.usecases.read_footer import Moment
from desktop.usecases.recover_lost_office import LostOffice


class RecoverPlan(QWidget):
    """``changed`` is called when something is filled in; ``done`` by Enter in the name."""

    def __init__(
        self, changed: Callable[[], object], done: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.lines = [label("", wrap=True) for _line in range(4)]
        self.computers: dict[str, QCheckBox] = {}
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(XS)
        self.user = QLineEdit()
        self.user.textChanged.connect(lambda _text: changed())
        self.user.returnPressed.connect(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MD)
        column.addLayout(self._make_lines())
        gone = QCoreApplication.translate("Welcome", "Which computers of the office are gone?")
        column.addWidget(label(gone, Type.STRONG, wrap=True))
        column.addLayout(self._boxes)
        column.addLayout(captioned(QCoreApplication.translate("Welcome", "Your name"), self.user))

    def _make_lines(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SM)
        happens = QCoreApplication.translate("Welcome", "What will happen")
        column.addWidget(label(happens, Type.STRONG, wrap=True))
        for line in self.lines:
            column.addWidget(line)
        return column

    @property
    def lost(self) -> list[str]:
        """The computers that are ticked."""
        return [device for device, box in self.computers.items() if box.isChecked()]

    def show_office(self, office: LostOffice) -> None:
        """Say what will happen to this office."""
        for line, words in zip(self.lines, _sentences(office), strict=True):
            line.setText(words)
        for box in self.computers.values():
            self._boxes.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.computers = {}
        for one in office.computers:
            words = QCoreApplication.translate("Welcome", "{label}: nothing new is taken from it any more")
            if one.is_source:
                words = QCoreApplication.translate(
                    "Welcome", "{label}, on which the backup was made: nothing new is taken from it any more"
                )
            box = self.computers[one.device] = QCheckBox(words.replace("{label}", one.label))
            box.setChecked(one.is_source)
            self._boxes.addWidget(box)
        self.user.setText(office.user)


def plan_title(office: LostOffice) -> str:
    """The question."""
    words = QCoreApplication.translate("Welcome", "Recover {office} on this computer?")
    return words.replace("{office}", office.name)


def saved_words(office: LostOffice) -> str:
    """How new the backup is by what is in it."""
    if office.saved is None:
        return QCoreApplication.translate("Welcome", "The key fits. Nothing was entered in this backup yet.")
    words = QCoreApplication.translate("Welcome", "The key fits. The newest entry in the backup: {when}.")
    return words.replace("{when}", _when(office.saved))


def _when(moment: Moment) -> str:
    day = QCoreApplication.translate("Settings", "today")
    return f"{moment.time} {day if moment.day is None else format_date(moment.day)}"


def _below(office: LostOffice) -> str:
    if not office.below:
        return QCoreApplication.translate("Welcome", "No unit below was enrolled when the backup was made.")
    return QCoreApplication.translate(
        "Welcome",
        "%n enrolled unit(s) follow by themselves with your next bundle, without a call.",
        "",
        office.below,
    )


def _sentences(office: LostOffice) -> list[str]:
    return [
        QCoreApplication.translate(
            "Welcome",
            "This computer gets new keys and enrols others from now on. The root key that was lost and this "
            "spare key count no more; a new spare key waits for the safe.",
        ),
        _below(office),
        QCoreApplication.translate(
            "Welcome", "A computer that was enrolled after the backup must be enrolled once more."
        ),
        QCoreApplication.translate(
            "Welcome",
            "What the units sent after the backup comes again with their next bundles. What was written at "
            "the office itself after the backup is to be written again.",
        ),
    ]
