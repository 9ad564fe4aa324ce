"""S1: three choices – a commune, an upper office, the sample year. The window that stands before any data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import SoSenError
from desktop.ui.bundles.sticks import find_sticks
from desktop.ui.frame.job_window import JobWindow
from desktop.ui.jobs import DatabaseLane, Job
from desktop.ui.messages.dialog import show_error
from desktop.ui.theme.icons import app_icon
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, MD, SM, XL, XS, XXL, Type
from desktop.ui.welcome.choice_card import ChoiceCard
from desktop.ui.welcome.commune_page import CommunePage
from desktop.ui.welcome.open_page import OpenPage
from desktop.ui.welcome.page import WelcomePage
from desktop.ui.welcome.page_stack import PageStack
from desktop.ui.welcome.recover_page import RecoverPage
from desktop.ui.welcome.upper_page import UpperPage
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import label
from desktop.usecases.find_data import (
    SAMPLE_COMMUNE,
    SAMPLE_DISTRICT,
    DataPlace,
    prepare_sample,
    sample_place,
)

SIZE = (1100, 680)
_WIDEST = 980
_LOGO = 56


class WelcomeWindow(QWidget):
    """``chosen`` carries the DataPlace to open, ``founded`` one that was just made in ``home``.

    ``sample_folder`` is where the sample year is kept or made.
    Whoever opens the data says with ``show_refusal`` when that did not go well.
    """

    chosen = Signal(object)
    founded = Signal(object)

    def __init__(self, sample_folder: Path, home: Path, lane: DatabaseLane | None = None) -> None:
        super().__init__()
        self._sample_folder = sample_folder
        self.lane = lane or DatabaseLane(self)
        self.jobs = JobWindow(self.lane, self)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Sổ Sen")
        self.setWindowIcon(app_icon())
        self.pages = PageStack()
        self.cards: dict[str, ChoiceCard] = {}
        self.starts: dict[str, QPushButton] = {}
        self.open_page = OpenPage(self.chosen.emit, self.go_back, self.founded.emit, self.lane)
        place = DataPlace(home / "data", home / "profile")
        self.commune_page = CommunePage(place, self.founded.emit, self.go_back, _stick_places, self.lane)
        self.upper_page = UpperPage(place, self.founded.emit, self.go_back, self.lane)
        self.recover_page = RecoverPage(place, self.founded.emit, self.go_back, _stick_places, self.lane)
        self.pages.add_page(self._make_choices())
        for page in (self.open_page, self.commune_page, self.upper_page, self.recover_page):
            self.pages.add_page(page)
        self._lay_out()
        self.resize(*SIZE)
        self.cards["sample"].button.setFocus()

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setProperty("role", "clear")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(XL)
        inner.addStretch(1)
        inner.addLayout(self._make_head())
        inner.addWidget(self.pages)
        inner.addStretch(2)
        self._holder = holder
        centre = QWidget()
        centre.setProperty("role", "clear")
        centre.setMinimumHeight(1)  # else the words of a narrower page decide, and a bar stands beside it
        row = QHBoxLayout(centre)
        row.setContentsMargins(XXL, LG, XXL, LG)
        row.addWidget(holder)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(centre)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        look().changed.connect(self._rescale)
        self._rescale()

    def _rescale(self) -> None:
        self._holder.setMaximumWidth(look().px(_WIDEST))
        self._logo.setPixmap(app_icon().pixmap(look().px(_LOGO)))

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(LG)
        self._logo = label()
        words = QVBoxLayout()
        words.setSpacing(XS)
        words.addWidget(label("Sổ Sen", Type.TITLE))
        words.addWidget(
            label(
                QCoreApplication.translate(
                    "Welcome",
                    "From a commune's plan to the district's table, without a network.",
                ),
                wrap=True,
            )
        )
        row.addWidget(self._logo)
        row.addLayout(words, 1)
        return row

    def _make_choices(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MD)
        row = QHBoxLayout()
        row.setSpacing(MD)
        column.addLayout(row)
        column.addLayout(self._make_way_back())
        action = QCoreApplication.translate("Welcome", "Open data on this computer")
        self.cards["commune"] = ChoiceCard(
            "building-community",
            QCoreApplication.translate("Welcome", "Commune level"),
            QCoreApplication.translate(
                "Welcome",
                "Keep the year's plan, update its tasks every week, send bundles to the district.",
            ),
            action,
            self.open_commune,
            extra=self._make_start("commune", self.begin_commune),
        )
        self.cards["upper"] = ChoiceCard(
            "sitemap",
            QCoreApplication.translate("Welcome", "Upper level"),
            QCoreApplication.translate(
                "Welcome", "Issue programmes, receive the bundles of the communes, add up what they hold."
            ),
            action,
            self.open_upper,
            extra=self._make_start("upper", self.begin_upper),
        )
        self.cards["sample"] = ChoiceCard(
            "plant-2",
            QCoreApplication.translate("Welcome", "See the sample year"),
            QCoreApplication.translate(
                "Welcome", "Tháp Mười in 2022 with thirteen communes. Try everything; nothing can be spoiled."
            ),
            QCoreApplication.translate("Welcome", "Open the sample year"),
            self.open_sample,
            extra=self._make_switch(),
            is_primary=True,
        )
        for card in self.cards.values():
            row.addWidget(card, 1)
        return page

    def _make_way_back(self) -> QHBoxLayout:
        """For whom all three choices would be wrong: an office that lost its computer."""
        self.recover_button = button(
            QCoreApplication.translate("Welcome", "Recover an office with its spare key"),
            "key",
            self.begin_recovery,
        )
        words = QCoreApplication.translate("Welcome", "Is the upper office's computer lost or broken?")
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addStretch(1)
        row.addWidget(label(words))
        row.addWidget(self.recover_button)
        row.addStretch(1)
        return row

    def _make_start(self, level: str, clicked: Callable[[], object]) -> QPushButton:
        """The button of a first day."""
        words = QCoreApplication.translate("Welcome", "Begin on this computer")
        made = self.starts[level] = button(words, "plus", clicked)
        return made

    def _make_switch(self) -> QWidget:
        """Whose office of the sample year to sit in."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SM)
        self.as_commune = QRadioButton(QCoreApplication.translate("Welcome", "as the commune of Phú Điền"))
        self.as_district = QRadioButton(QCoreApplication.translate("Welcome", "as the district of Tháp Mười"))
        self.as_commune.setChecked(True)
        group = QButtonGroup(box)
        for made in (self.as_commune, self.as_district):
            group.addButton(made)
            column.addWidget(made)
        return box

    # --- what can be chosen ---------------------------------------------------------------------------

    def open_commune(self) -> None:
        """Go to the page that opens a commune's data."""
        self._begin(
            QCoreApplication.translate("Welcome", "Commune level"),
            QCoreApplication.translate("Welcome", "Open the data of your commune that is on this computer."),
        )

    def open_upper(self) -> None:
        """Go to the page that opens an upper office's data."""
        self._begin(
            QCoreApplication.translate("Welcome", "Upper level"),
            QCoreApplication.translate("Welcome", "Open the data of your office that is on this computer."),
        )

    def begin_commune(self) -> None:
        """Go to the page that makes a commune's data."""
        self.pages.show_page(self.commune_page)
        self.commune_page.begin()

    def begin_upper(self) -> None:
        """Go to the page that makes an upper office's data."""
        self.pages.show_page(self.upper_page)
        self.upper_page.begin()

    def begin_recovery(self) -> None:
        """Go to the page that recovers an office with its spare key."""
        self.pages.show_page(self.recover_page)
        self.recover_page.begin()

    def _begin(self, title: str, words: str) -> None:
        self.pages.show_page(self.open_page)
        self.open_page.begin(title, words)

    def go_back(self) -> None:
        """Back to the three choices."""
        self.pages.show_first()
        self.cards["commune"].button.setFocus()

    def open_sample(self) -> None:
        """Make the sample year if it is not there yet, then open the office chosen."""
        folder = self._sample_folder
        code = SAMPLE_DISTRICT if self.as_district.isChecked() else SAMPLE_COMMUNE
        self.pages.setEnabled(False)
        self.lane.run(
            Job(
                lambda progress: prepare_sample(folder, progress),
                on_done=lambda _done: self._sample_ready(sample_place(folder, code)),
                on_error=self.show_refusal,
                on_cancelled=lambda: self.pages.setEnabled(True),
                label=QCoreApplication.translate("Welcome", "Making the sample year"),
            )
        )

    def _sample_ready(self, place: DataPlace) -> None:
        self.pages.setEnabled(True)
        self.chosen.emit(place)

    def show_refusal(self, error: SoSenError) -> None:
        """Say why data could not be opened or made."""
        self.pages.setEnabled(True)
        page = self.pages.current_page()
        if isinstance(page, WelcomePage):
            page.show_refusal(error)
        else:
            show_error(self, error)


def _stick_places() -> Sequence[Path]:
    """Where sticks are plugged in now."""
    return [stick.root for stick in find_sticks()]
