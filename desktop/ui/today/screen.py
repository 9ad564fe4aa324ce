"""S2 Hôm nay: cards with counts, and the list behind the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.days import format_date
from desktop.domain.errors import SoSenError
from desktop.ui.exporting import exporter
from desktop.ui.frame.screen import WORK, Screen, ScreenContext
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.theme.tokens import LG, MD, XL, Tone
from desktop.ui.today.cards import ICONS, CardRow, card_title
from desktop.ui.today.lists import TodayList, empty_action, empty_sentence, list_of
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.cards import EmptyState
from desktop.ui.widgets.page_header import PageHeader
from desktop.usecases.first_step import FirstStep
from desktop.usecases.read_today import read_today
from desktop.usecases.today_lines import CardKey, Today
from desktop.usecases.units import units_below

_COMMUNE = (
    CardKey.OVERDUE,
    CardKey.DUE_SOON,
    CardKey.NOT_REVIEWED,
    CardKey.FROM_UPPER,
    CardKey.UNSENT,
    CardKey.CONFLICTS,
)
_UPPER = (
    CardKey.LATE_UNITS,
    CardKey.BUNDLES,
    CardKey.PLANS,
    CardKey.OVERDUE_UNITS,
    CardKey.CONFLICTS,
)


class TodayScreen(Screen):
    """The first screen of both levels. It changes nothing: Enter leads to where a row can be changed."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._is_upper = context.office.is_upper
        self._today: Today | None = None
        self._panels: dict[CardKey, GridPanel] = {}
        self.header = PageHeader(QCoreApplication.translate("Today", "Today"))
        self._add_buttons()
        self.cards = CardRow(_UPPER if self._is_upper else _COMMUNE)
        self.card: CardKey | None = None
        self.cards.chosen.connect(self._choose)
        self.lists = QStackedWidget()
        self.first = Banner(
            "",
            Tone.BLUE,
            action=QCoreApplication.translate("Today", "Go to pairing"),
            clicked=lambda: context.navigate("bundles", "pairing", ""),
        )
        self.first.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, LG, XL, LG)
        column.setSpacing(MD)
        column.addWidget(self.header)
        column.addWidget(self.first)
        column.addWidget(self.cards)
        column.addWidget(self.lists, 1)

    def _add_buttons(self) -> None:
        go = self.context.navigate
        if self._is_upper:
            see = QCoreApplication.translate("Today", "See the consolidation")
            self.header.add(button(see, "table", lambda: go("consolidation", "", "")))
            take = QCoreApplication.translate("Today", "Receive bundles")
            self.header.add(primary_button(take, "package-import", lambda: go("bundles", WORK, ""), key="F9"))
            return
        send = QCoreApplication.translate("Today", "Send to the upper level")
        self.header.add(button(send, "usb", lambda: go("bundles", WORK, ""), key="F9"))
        update = QCoreApplication.translate("Today", "Update this week")
        self.header.add(primary_button(update, "list-check", lambda: go("weekly", "", "")))

    # --- the contract ---------------------------------------------------------------------------------

    def activate(self) -> None:
        super().activate()
        if self.card is not None:
            panel = self._panels[self.card]
            (panel.view if panel.model.rowCount() else self.cards.cards[self.card]).setFocus()

    def refresh(self) -> None:
        """Read counts and lists anew."""
        try:
            self._today = read_today(self.context.office)
        except SoSenError as refusal:
            self.context.show_error(refusal)
            return
        self._tell(self._today)
        for card, panel in self._panels.items():
            self._fill(card, panel)
        if self.card is None:
            filled = [card for card in self.cards.cards if self._today.counts[card]]
            filled.sort(key=lambda card: ICONS[card][1] is Tone.GREEN)
            self.show_card(filled[0] if filled else next(iter(self.cards.cards)))

    def shortcut_help(self) -> list[tuple[str, str]]:
        return [
            ("← →", QCoreApplication.translate("Today", "From card to card")),
            ("Enter", QCoreApplication.translate("Today", "Open the row where it can be worked on")),
        ]

    # --- cards and lists ------------------------------------------------------------------------------

    def _tell(self, today: Today) -> None:
        words = QCoreApplication.translate("Today", "{weekday}, {day}")
        weekday = _weekday(today.day.weekday())
        sentence = words.replace("{weekday}", weekday).replace("{day}", format_date(today.day))
        if self._is_upper:
            period = QCoreApplication.translate("Today", "this period began on {day}")
            sentence += " · " + period.replace("{day}", format_date(today.since))
        self.header.show_words(self.header.title, sentence)
        self.first.show_text(_first_words(today.first))
        units = len(units_below(self.context.office)) if self._is_upper else 0
        for card, shown in self.cards.cards.items():
            of_units = card in (CardKey.LATE_UNITS, CardKey.PLANS)
            shown.show_count(today.counts[card], f" / {units}" if of_units else "")

    def _choose(self, key: str) -> None:
        """Show a card's list; chosen a second time, go down into it."""
        again = self.card is not None and key == self.card
        self.show_card(CardKey(key))
        if again:
            self._panels[CardKey(key)].view.setFocus()

    def show_card(self, card: CardKey) -> None:
        """Show the list behind a card."""
        self.card = card
        self.cards.set_current(card)
        panel = self._panels.get(card)
        if panel is None:
            panel = self._panels[card] = self._make_panel(card)
            self.lists.addWidget(panel)
            self._fill(card, panel)
        self.lists.setCurrentWidget(panel)

    def panel(self, card: CardKey) -> GridPanel:
        """The list behind a card, made when it is first shown."""
        self.show_card(card)
        return self._panels[card]

    def _fill(self, card: CardKey, panel: GridPanel) -> None:
        if self._today is not None:
            rows = list(self._today.rows(card))
            panel.model.refresh(ListSource(rows, panel.model.columns))

    def _make_panel(self, card: CardKey) -> GridPanel:
        described = list_of(card)
        model = GridModel(described.columns, ListSource([], described.columns), parent=self)
        words, screen = empty_action(card)
        empty = EmptyState(
            empty_sentence(card), words, lambda: self.context.navigate(screen, "", ""), icon="circle-check"
        )
        panel = GridPanel(
            model,
            card_title(card),
            settings=self.context.settings,
            memory=f"today/{described.key}",
            empty=empty,
            export=exporter(self.context, self, lambda: card_title(card)),
        )
        _Opening(panel, described, self.context)
        return panel


class _Opening(QObject):
    """Enter, Ctrl+Enter and a double click lead to the row's own screen."""

    def __init__(self, panel: GridPanel, described: TodayList, context: ScreenContext) -> None:
        super().__init__(panel)
        self._view, self._described, self._context = panel.view, described, context
        panel.view.opened.connect(self._go)
        panel.view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._view.open_current()
            return True
        return super().eventFilter(watched, event)

    def _go(self, row: object) -> None:
        goal = self._described.goal(row) if row is not None else None
        if goal is not None:
            self._context.navigate(*goal)


def _weekday(number: int) -> str:
    names = (
        QCoreApplication.translate("Today", "Monday"),
        QCoreApplication.translate("Today", "Tuesday"),
        QCoreApplication.translate("Today", "Wednesday"),
        QCoreApplication.translate("Today", "Thursday"),
        QCoreApplication.translate("Today", "Friday"),
        QCoreApplication.translate("Today", "Saturday"),
        QCoreApplication.translate("Today", "Sunday"),
    )
    return names[number]


def _first_words(step: FirstStep | None) -> str:
    """What is to be done before any bundle can travel; nothing once that is done."""
    if step is None:
        return ""
    words = {
        FirstStep.JOIN: QCoreApplication.translate(
            "Today",
            "This computer is not enrolled yet, so no bundle can be sent or received. "
            "Work can be entered all the same.",
        ),
        FirstStep.ENROL: QCoreApplication.translate(
            "Today", "No computer of a unit below is enrolled yet, so no bundle can come."
        ),
    }
    return words[step]
