"""The tab "Đang chờ": bundles kept aside, why each waits, and what brings it further."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop.domain.entity import Kind
from desktop.domain.errors import Code, SoSenError
from desktop.domain.formats import format_moment
from desktop.ui.bundles.bundle_detail import LEAST_HEIGHT
from desktop.ui.bundles.page import BundlesPage, BundlesRead
from desktop.ui.exporting import exporter
from desktop.ui.formats import format_bytes
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.column import Column
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.jobs import Job
from desktop.ui.messages.errors import error_text, outcome_sentence
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, SM, Type
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.cards import EmptyState, ErrorCard
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scrolled import scrolled
from desktop.usecases.import_bundle import BundleOutcome
from desktop.usecases.parking import NextStep, ParkedLine, drop_parked
from desktop.usecases.retry_parked import retry_parked

_LEAST_WIDTH = 360
"""Pixels at 100 %: of the reason and of its buttons beside each other."""
_SHARE = (5, 4)
"""Of what is wider than it must be: the list, and the reason of the bundle that was chosen."""


class ParkedPage(BundlesPage):
    """``go_pairing`` leads where strangers are enrolled."""

    def __init__(
        self, context: ScreenContext, go_pairing: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._go_pairing = context, go_pairing
        self._was_opened = False
        self._columns = _columns()
        title = QCoreApplication.translate("Waiting", "Bundles kept aside")
        self.panel = GridPanel(
            GridModel(self._columns, ListSource((), self._columns)),
            title,
            settings=context.settings,
            memory="bundles/parked",
            empty=EmptyState(
                QCoreApplication.translate("Waiting", "No bundle waits. What came was taken or refused."),
                icon="circle-check",
            ),
            export=exporter(context, self, lambda: title),
        )
        self.panel.setMinimumHeight(LEAST_HEIGHT)
        self.panel.view.row_changed.connect(self._show_line)
        self.detail = QWidget()
        self.detail.setProperty("role", "clear")
        self.detail.setMinimumHeight(
            1
        )  # else the words of a narrower card decide, and a bar stands beside it
        self._body = QVBoxLayout(self.detail)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(SM)
        self.place = scrolled(self.detail)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.panel)
        self.splitter.addWidget(self.place)
        self.splitter.setHandleWidth(LG)
        self.splitter.setChildrenCollapsible(False)
        for place, share in enumerate(_SHARE):
            self.splitter.setStretchFactor(place, share)
        look().changed.connect(self._rescale)
        self._rescale()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self.card: ErrorCard | None = None
        self._show_line(None)

    def _rescale(self) -> None:
        self.place.setMinimumWidth(look().px(_LEAST_WIDTH))

    # --- showing --------------------------------------------------------------------------------------

    def show_read(self, read: BundlesRead) -> None:
        self.panel.model.refresh(ListSource(list(read.parked), self._columns))
        view = self.panel.view
        if read.parked and not view.currentIndex().isValid():
            view.go_to(0)
        self._show_line(view.current_row())
        self.place.setVisible(bool(read.parked))

    def focus(self) -> None:
        """At the first opening what has come another way meanwhile is closed, before anybody reads it."""
        self.panel.view.setFocus()
        if not self._was_opened and self.panel.model.rowCount():
            self._was_opened = True
            self._retry(lambda taken: self._retried(taken) if taken else None)

    def current(self) -> ParkedLine | None:
        """The bundle chosen."""
        row = self.panel.view.current_row()
        return row if isinstance(row, ParkedLine) else None

    def _show_line(self, row: object) -> None:
        while (item := self._body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        line = row if isinstance(row, ParkedLine) else None
        self.card = None
        if line is None:
            return
        self.card = self._card(line)
        self._body.addWidget(self.card)
        self._body.addStretch(1)

    def _card(self, line: ParkedLine) -> ErrorCard:
        """Why it waits, what is safe, what to do with the buttons for it, and which bundle it is."""
        words = error_text(SoSenError(line.code, reason=line.reason))
        card = ErrorCard(words._replace(next=next_words(line), details=""))  # the facts below hold the code
        row = QHBoxLayout()
        row.setSpacing(SM)
        if line.next_step is NextStep.ENROL:
            go = QCoreApplication.translate("Waiting", "Go to pairing")
            leading = primary_button(go, "plug-connected", self._go_pairing)
            card.body.addWidget(leading, 0, Qt.AlignmentFlag.AlignLeft)  # three abreast are too wide
        row.addWidget(button(QCoreApplication.translate("Waiting", "Try again now"), "refresh", self.retry))
        row.addWidget(
            button(QCoreApplication.translate("Waiting", "Give it up"), "x", lambda: self.give_up(line))
        )
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(label(facts_words(line), Type.CAPTION, wrap=True))
        return card

    # --- doing ----------------------------------------------------------------------------------------

    def retry(self) -> None:
        """Try all that waits once more."""
        self._retry(self._retried)

    def _retry(self, on_done: Callable[[list[BundleOutcome]], object]) -> None:
        office = self._context.office
        self._context.lane.run(
            Job(
                lambda progress: retry_parked(office, progress),
                on_done=on_done,
                on_error=self._context.show_error,
                label=QCoreApplication.translate("Waiting", "Trying what waits"),
            )
        )

    def _retried(self, taken: list[BundleOutcome]) -> None:
        self._context.notify(retried_words(taken))
        self._context.changed(frozenset())

    def give_up(self, line: ParkedLine) -> None:
        """Remove a bundle that nobody wants any more; its sender sends again what was not confirmed."""
        try:
            drop_parked(self._context.office, line.id)
        except SoSenError as refusal:
            self._context.show_error(refusal)
        self._context.changed(frozenset({"sync_parked"}))


def retried_words(done: Sequence[BundleOutcome]) -> str:
    """What trying again brought: how many were taken, and how many held nothing any more."""
    taken = sum(outcome.code is Code.OK for outcome in done)
    closed = len(done) - taken
    words = QCoreApplication.translate("Waiting", "%n bundle(s) could be taken now.", "", taken)
    more = QCoreApplication.translate(
        "Waiting", "%n bundle(s) closed: all that they hold had come another way.", "", closed
    )
    return " ".join(said for said, matters in ((words, taken or not closed), (more, closed)) if matters)


def facts_words(line: ParkedLine) -> str:
    """Which bundle it is, as far as that is known, and when it was last tried."""
    tried = QCoreApplication.translate("Waiting", "Last tried {moment}. It is tried again by itself.")
    facts = [str(line.code), line.file_name, format_bytes(line.size)]
    if line.made:
        made = QCoreApplication.translate("Waiting", "made {moment}")
        facts.append(made.replace("{moment}", format_moment(line.made)))
    return f"{' · '.join(facts)}\n{tried.replace('{moment}', format_moment(line.tried_at))}"


def next_words(line: ParkedLine) -> str:
    """What brings a bundle further, in one sentence."""
    match line.next_step:
        case NextStep.WAIT if line.code is Code.E_FORK:
            return QCoreApplication.translate(
                "Waiting",
                "Send your bundle to this unit and take its next one: the work of both computers is kept. "
                "Then have one of the two enrolled anew.",
            )
        case NextStep.ENROL:
            return QCoreApplication.translate(
                "Waiting",
                "The computer that wrote it is not in the list. Once it is enrolled, the bundle is taken by "
                "itself.",
            )
        case NextStep.DECIDE:
            return error_text(SoSenError(line.code)).next
        case NextStep.WAIT if line.reason:
            return error_text(SoSenError(line.code, reason=line.reason)).next
        case NextStep.UPGRADE:
            return QCoreApplication.translate(
                "Waiting",
                "Install the newer program from the upper office's stick; then the bundle is taken by "
                "itself.",
            )
        case NextStep.WAIT:
            return QCoreApplication.translate(
                "Waiting",
                "The next bundle of this sender holds what is missing. Send yours first: it tells what "
                "you have.",
            )


def _columns() -> list[Column]:
    unknown = QCoreApplication.translate("Waiting", "unknown computer")
    return [
        Column(
            key="unit_name",
            header=QCoreApplication.translate("Waiting", "From"),
            width=120,
            stretch=True,
            wraps=True,
            shown=lambda line: line.unit_name or f"{unknown} ({line.file_name})",
        ),
        Column(
            key="n",
            header=QCoreApplication.translate("Waiting", "No."),
            kind=Kind.INTEGER,
            width=50,
            shown=lambda line: str(line.n or "–"),
        ),
        Column(
            key="reason",
            header=QCoreApplication.translate("Waiting", "Why it waits"),
            width=150,
            stretch=True,
            wraps=True,
            value=lambda line: outcome_sentence(line.code, line.reason),
        ),
        Column(
            key="since",
            header=QCoreApplication.translate("Waiting", "Since"),
            width=84,
            value=lambda line: format_moment(line.since).rpartition(" ")[2],  # the hour is of no use here
            sort=lambda line: line.since,
        ),
        Column(
            key="file_name",
            header=QCoreApplication.translate("Waiting", "File"),
            width=140,
            muted=True,
            hidden=True,
        ),
        Column(
            key="size",
            header=QCoreApplication.translate("Waiting", "Size"),
            kind=Kind.INTEGER,
            width=80,
            hidden=True,
            shown=lambda line: format_bytes(line.size),
        ),
    ]
