"""S17: send, receive, log. Bundles dropped anywhere on the screen are looked at."""

from __future__ import annotations

from collections.abc import Callable
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
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.errors import Code, SoSenError
from desktop.ui.bundles.log_page import LogPage
from desktop.ui.bundles.receive_page import ReceivePage
from desktop.ui.bundles.send_page import SendPage
from desktop.ui.bundles.sticks import Stick, StickWatch, find_sticks
from desktop.ui.frame.screen import Screen, ScreenContext
from desktop.ui.jobs import Job
from desktop.ui.theme.tokens import LG, MD, SM
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.tabs import SegmentedTabs
from desktop.usecases.describe_sending import SendingPart, describe_sending
from desktop.usecases.office import Office
from desktop.usecases.read_bundle_log import LogLine, read_bundle_log

KEY = "bundles"
SEND, RECEIVE, LOG = "send", "receive", "log"


class BundlesScreen(Screen):
    """The three pages under their tabs. An upper office begins with receiving, a commune with sending."""

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
        self.tabs = SegmentedTabs(QCoreApplication.translate("Bundles", "Send, receive, log"))
        self.tabs.add(SEND, QCoreApplication.translate("Bundles", "Send"))
        self.tabs.add(RECEIVE, QCoreApplication.translate("Bundles", "Receive"))
        self.tabs.add(LOG, QCoreApplication.translate("Bundles", "Log"))
        self.pages = QStackedWidget()
        self._send: SendPage | None = None
        self._receive: ReceivePage | None = None
        self._log: LogPage | None = None
        self._parts: list[SendingPart] = []
        self._lines: list[LogLine] = []
        self.watch = StickWatch(self, search=search)
        self.watch.changed.connect(self._show_sticks)
        self._lay_out()
        self.tabs.show_key(RECEIVE if context.office.is_upper else SEND)
        self._show_page()
        self.tabs.currentChanged.connect(self._tab_changed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(LG + 4, LG, LG + 4, MD)
        column.setSpacing(SM)
        column.addWidget(self.header)
        column.addWidget(self.tabs)
        column.addSpacing(SM)
        column.addWidget(self.pages, 1)
        step = QShortcut(QKeySequence("Ctrl+Tab"), self)
        step.activated.connect(self.next_tab)

    # --- pages, each made when it is first needed -------------------------------------------------------

    @property
    def send_page(self) -> SendPage:
        """The page that sends."""
        if self._send is None:
            self._send = SendPage(self.context)
            self._send.places.show_sticks(self.watch.sticks)
            self._send.show_parts(self._parts)
            self.pages.addWidget(self._send)
        return self._send

    @property
    def receive_page(self) -> ReceivePage:
        """The page that receives."""
        if self._receive is None:
            self._receive = ReceivePage(self.context)
            self._receive.counted.connect(lambda count: self.tabs.set_count(RECEIVE, count or None))
            self._receive.show_sticks(self.watch.sticks)
            self.pages.addWidget(self._receive)
        return self._receive

    @property
    def log_page(self) -> LogPage:
        """The page with the log."""
        if self._log is None:
            self._log = LogPage(self.context, lambda: self.show_tab(RECEIVE))
            self._log.show_lines(self._lines)
            self.pages.addWidget(self._log)
        return self._log

    def _page(self) -> SendPage | ReceivePage | LogPage:
        match self.tabs.key():
            case "send":
                return self.send_page
            case "receive":
                return self.receive_page
            case _:
                return self.log_page

    # --- reading --------------------------------------------------------------------------------------

    def activate(self) -> None:
        """Load what is stale and put the focus where work goes on."""
        super().activate()
        self._page().focus()

    def refresh(self) -> None:
        """Read anew what would be sent, and the log."""
        office = self.context.office
        self.context.lane.run(
            Job(
                lambda _progress: _read(office),
                on_done=self._show,
                on_error=self.context.show_error,
                label=QCoreApplication.translate("Bundles", "Reading the log"),
                quiet=True,
            )
        )

    def _show(self, read: tuple[list[SendingPart], list[LogLine]]) -> None:
        self._parts, self._lines = read
        if self._send is not None:
            self._send.show_parts(self._parts)
        if self._log is not None:
            self._log.show_lines(self._lines)
        self.tabs.set_count(SEND, _waiting(self._parts) or None)

    # --- tabs -----------------------------------------------------------------------------------------

    def show_tab(self, key: str) -> None:
        """Go to "send", "receive" or "log"."""
        self.tabs.show_key(key)

    def next_tab(self) -> None:
        """The tab to the right, or the first again (Ctrl+Tab)."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())

    def _tab_changed(self) -> None:
        self._show_page()
        if not self.tabs.hasFocus():
            self._page().focus()

    def _show_page(self) -> None:
        self.pages.setCurrentWidget(self._page())

    def shortcut_help(self) -> list[tuple[str, str]]:
        return [("Ctrl+Tab", QCoreApplication.translate("Bundles", "Next tab"))]

    # --- sticks and drops -----------------------------------------------------------------------------

    def _show_sticks(self, sticks: list[Stick]) -> None:
        if self._send is not None:
            self._send.places.show_sticks(sticks)
        if self._receive is not None:
            self._receive.show_sticks(sticks)

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


def _waiting(parts: list[SendingPart]) -> int:
    """What the tab counts: the changes for the upper office, or the units for which there are some."""
    if len(parts) == 1:
        return parts[0].changes
    return sum(part.changes > 0 for part in parts)


def dropped_paths(data: QMimeData) -> list[Path]:
    """The files and folders of a drop."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _read(office: Office) -> tuple[list[SendingPart], list[LogLine]]:
    """What would be sent, and the log; a computer that is not enrolled has nobody to send to."""
    try:
        parts = describe_sending(office)
    except SoSenError as refusal:
        if refusal.code is not Code.E_PROFILE:
            raise
        parts = []
    return parts, read_bundle_log(office)
