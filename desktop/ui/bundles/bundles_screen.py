"""S17: send, receive, settle what differs, log. Bundles dropped anywhere on the screen are looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QHideEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.bundles.log_page import LogPage
from desktop.ui.bundles.page import BundlesRead, read_bundles
from desktop.ui.bundles.receive_page import ReceivePage
from desktop.ui.bundles.send_page import SendPage
from desktop.ui.bundles.sticks import Stick, StickWatch, find_sticks
from desktop.ui.bundles.tabbed_pages import TabbedPages
from desktop.ui.conflicts.page import ConflictsPage
from desktop.ui.frame.screen import WORK, Screen, ScreenContext
from desktop.ui.jobs import Job
from desktop.ui.pairing.page import PairingPage
from desktop.ui.theme.tokens import LG, MD, SM
from desktop.ui.waiting.concerns_page import ConcernsPage
from desktop.ui.waiting.parked_page import ParkedPage
from desktop.ui.widgets.page_header import PageHeader
from desktop.usecases.describe_sending import SendingPart
from desktop.usecases.read_bundle_log import LogLine

KEY = "bundles"
SEND, RECEIVE, PARKED, CONFLICTS = "send", "receive", "parked", "conflicts"
CONCERNS, LOG, PAIRING = "concerns", "log", "pairing"


class BundlesScreen(Screen):
    """The pages under their tabs. An upper office begins with receiving, a commune with sending."""

    key = KEY

    def __init__(
        self,
        context: ScreenContext,
        parent: QWidget | None = None,
        *,
        search: Callable[[], list[Stick]] = find_sticks,
    ) -> None:
        super().__init__(context, parent)
        self.setAcceptDrops(True)
        self.header = PageHeader(
            QCoreApplication.translate("Bundles", "Bundles"),
            QCoreApplication.translate(
                "Bundles", "Work travels between offices on a stick, in sealed and signed files."
            ),
        )
        self.pages = TabbedPages(QCoreApplication.translate("Bundles", "Send, receive, log"))
        self.tabs = self.pages.tabs
        self._add_pages()
        self.watch = StickWatch(self, search=search)
        self.watch.changed.connect(self.pages.show_sticks)
        self._lay_out()
        self._work = RECEIVE if context.office.is_upper else SEND
        self.pages.begin(self._work)

    def _add_pages(self) -> None:
        """The tabs from left to right."""
        add, context = self.pages.add, self.context
        add(SEND, QCoreApplication.translate("Bundles", "Send"), lambda: SendPage(context))
        add(RECEIVE, QCoreApplication.translate("Bundles", "Receive"), self._make_receive)
        waiting = QCoreApplication.translate("Bundles", "Waiting")
        add(PARKED, waiting, lambda: ParkedPage(context, lambda: self.show_tab(PAIRING)))
        add(CONFLICTS, QCoreApplication.translate("Bundles", "Conflicts"), lambda: ConflictsPage(context))
        add(CONCERNS, QCoreApplication.translate("Bundles", "To look at"), lambda: ConcernsPage(context))
        log = QCoreApplication.translate("Bundles", "Log")
        add(LOG, log, lambda: LogPage(context, lambda: self.show_tab(RECEIVE), partial(write_again, self)))
        pairing = QCoreApplication.translate("Bundles", "Pairing")
        add(PAIRING, pairing, lambda: PairingPage(context, lambda: self.show_tab(SEND)))

    def _make_receive(self) -> ReceivePage:
        page = ReceivePage(self.context)
        page.counted.connect(lambda count: self.tabs.set_count(RECEIVE, count or None))
        return page

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(LG + 4, LG, LG + 4, MD)
        column.setSpacing(SM)
        column.addWidget(self.header)
        column.addWidget(self.pages, 1)
        step = QShortcut(QKeySequence("Ctrl+Tab"), self)
        step.activated.connect(self.next_tab)

    # --- pages, each made when it is first needed -------------------------------------------------------

    @property
    def send_page(self) -> SendPage:
        """The page that sends."""
        page = self.pages.page(SEND)
        assert isinstance(page, SendPage)
        return page

    @property
    def receive_page(self) -> ReceivePage:
        """The page that receives."""
        page = self.pages.page(RECEIVE)
        assert isinstance(page, ReceivePage)
        return page

    @property
    def conflicts_page(self) -> ConflictsPage:
        """The page where a person chooses between values."""
        page = self.pages.page(CONFLICTS)
        assert isinstance(page, ConflictsPage)
        return page

    @property
    def log_page(self) -> LogPage:
        """The page with the log."""
        page = self.pages.page(LOG)
        assert isinstance(page, LogPage)
        return page

    # --- reading --------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Load what is stale and put the focus where work goes on."""
        super().activate()
        self.pages.current().focus()

    def refresh(self) -> None:
        """Read anew what would be sent, what is in dispute, and the log."""
        office = self.context.office
        self.context.lane.run(
            Job(
                lambda _progress: read_bundles(office),
                on_done=self._show,
                on_error=self.context.show_error,
                label=QCoreApplication.translate("Bundles", "Reading the log"),
                quiet=True,
            )
        )

    def _show(self, read: BundlesRead) -> None:
        self.pages.show_read(read)
        self.tabs.set_count(SEND, _waiting(read.parts) or None)
        self.tabs.set_count(PARKED, len(read.parked) or None)
        self.tabs.set_count(CONFLICTS, len(read.conflicts) or None)
        self.tabs.set_count(CONCERNS, len(read.concerns) or None)
        self.tabs.set_count(PAIRING, 1 if read.enrolment.needs_a_look else None)

    def show_record(self, table: str, record_id: str) -> None:
        """Go to a tab by its key, to the one where work begins, or to what is in dispute in a record."""
        if table == WORK:
            self.show_tab(self._work)
        elif self.pages.has(table):
            self.show_tab(table)
        else:
            self.show_tab(CONFLICTS)
            self.conflicts_page.show_record(table, record_id)

    # --- tabs -----------------------------------------------------------------------------------------

    def show_tab(self, key: str) -> None:
        """Go to a tab by its key, for instance "send"."""
        self.tabs.show_key(key)

    def next_tab(self) -> None:
        """The tab to the right, or the first again (Ctrl+Tab)."""
        self.pages.next()

    def shortcut_help(self) -> list[tuple[str, str]]:
        return [("Ctrl+Tab", QCoreApplication.translate("Bundles", "Next tab"))]

    # --- sticks and drops -----------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.watch.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.watch.stop()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            self.show_tab(RECEIVE)
            self.receive_page.drop.set_over(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.receive_page.drop.set_over(over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.receive_page.drop.set_over(over=False)
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.show_tab(RECEIVE)
            self.receive_page.look_at(paths)


def write_again(screen: BundlesScreen, line: LogLine) -> None:
    """Go to sending, and write a bundle of the log again to the place chosen there."""
    screen.show_tab(SEND)
    screen.send_page.write_again(line)


def _waiting(parts: Sequence[SendingPart]) -> int:
    """What the tab counts: the changes for the upper office, or the units for which there are some."""
    if len(parts) == 1:
        return parts[0].waiting
    return sum(part.waiting > 0 and part.has_reader for part in parts)


def dropped_paths(data: QMimeData) -> list[Path]:
    """The files and folders of a drop."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
