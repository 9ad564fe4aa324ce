"""What one bundle would change: a sentence, a table of its changes, or why it is refused."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.errors import SoSenError
from desktop.domain.formats import format_moment, shown_name
from desktop.domain.receipt_code import format_receipt
from desktop.ui.bundles.change_words import line_title
from desktop.ui.bundles.kind_words import contents_words
from desktop.ui.bundles.receive_words import arrived_words
from desktop.ui.bundles.received_table import change_columns
from desktop.ui.bundles.return_dialog import ReturnDialog
from desktop.ui.exporting import exporter
from desktop.ui.formats import format_bytes
from desktop.ui.frame.screen import ScreenContext
from desktop.ui.grid.model import GridModel
from desktop.ui.grid.panel import GridPanel
from desktop.ui.grid.source import ListSource
from desktop.ui.messages.errors import error_text
from desktop.ui.theme.tokens import SM, Tone, Type
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.cards import ErrorCard
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.scrolled import scrolled
from desktop.usecases.describe_preview import ChangeLine
from desktop.usecases.line_comments import comment_line
from desktop.usecases.receive_bundles import ReceivedBundle, Standing

LEAST_HEIGHT = 120
"""Of a list: low windows show fewer rows, but everything round them."""


class BundleDetail(QWidget):
    """Shows one bundle; ``take`` is called by the button that takes it alone."""

    def __init__(
        self, context: ScreenContext, take: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = change_columns()
        self.heading = label("", Type.HEADING, wrap=True)
        self.sentence = label("", wrap=True)
        self.made = label("", Type.CAPTION, wrap=True)
        self.conflicts = Banner("", Tone.AMBER)
        self.take_button = button(
            QCoreApplication.translate("Bundles", "Take this bundle"), "package-import", take
        )
        self._context = context
        self.choose_button = self._way(
            QCoreApplication.translate("Bundles", "See and choose"), "git-branch", "conflicts"
        )
        self.waiting_button = self._way(
            QCoreApplication.translate("Bundles", "Open the page Waiting"), "arrow-right", "parked"
        )
        self.panel = GridPanel(
            GridModel(self._columns, ListSource((), self._columns)),
            QCoreApplication.translate("Bundles", "Changes in the bundle"),
            settings=context.settings,
            memory="bundles/changes",
            export=exporter(context, self, self.heading.text),
        )
        self.panel.setMinimumHeight(LEAST_HEIGHT)
        self.return_button = button(
            QCoreApplication.translate("Comments", "Return with a comment…"),
            "message-report",
            self.ask_return,
        )
        self._body = QStackedWidget()
        self._body.addWidget(self.panel)
        self._body.addWidget(QWidget())
        self.refusal: ErrorCard | None = None
        self._lay_out()
        self.show_bundle(None)

    def _way(self, words: str, icon: str, tab: str) -> QPushButton:
        """A button that leads to another tab of the screen, where what this bundle left open is settled."""
        navigate = self._context.navigate
        return button(words, icon, lambda: navigate("bundles", tab, ""))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SM)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.heading)
        words.addWidget(self.made)
        head.addLayout(words, 1)
        head.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignTop)
        for made in (self.choose_button, self.waiting_button, self.return_button):
            head.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SM)
        column.addLayout(head)
        column.addWidget(self.sentence)
        column.addWidget(self.conflicts)
        column.addWidget(self._body, 1)

    def show_bundle(self, bundle: ReceivedBundle | None) -> None:
        """Show another bundle; None shows nothing."""
        self.return_button.setVisible(self._may_return(bundle))
        self.heading.setText(_heading(bundle))
        self.sentence.setText(_sentence(bundle))
        self.sentence.setVisible(bool(self.sentence.text()))
        self.made.setText(_made(bundle))
        self.made.setVisible(bool(self.made.text()))
        disputed = bundle.contents.conflicts if bundle is not None else 0
        words = QCoreApplication.translate(
            "Bundles", "%n value(s) differ from what is here. Both are kept until you choose.", "", disputed
        )
        self.conflicts.show_text(words if disputed else "")
        is_taken = bundle is not None and bundle.standing is Standing.TAKEN
        self.choose_button.setVisible(is_taken and disputed > 0)
        self.waiting_button.setVisible(bundle is not None and bundle.is_parked)
        self.take_button.setVisible(bundle is not None and bundle.is_takeable)
        lines = bundle.contents.lines if bundle is not None else ()
        self.panel.model.refresh(ListSource(lines, self._columns))
        self._show_body(bundle)

    def _may_return(self, bundle: ReceivedBundle | None) -> bool:
        """Whether its lines are here, and this office stands above the unit that wrote them."""
        taken = bundle is not None and bundle.standing is Standing.TAKEN and bool(bundle.contents.lines)
        return taken and self._context.office.is_upper

    def ask_return(self) -> None:
        """Return the line chosen to its unit with a comment."""
        line = self.panel.view.current_row()
        if isinstance(line, ChangeLine):
            ReturnDialog(line_title(line), lambda text: self._return(line, text), self).open()

    def _return(self, line: ChangeLine, text: str) -> None:
        try:
            comment_line(self._context.office, line.table, line.record_id, text)
        except SoSenError as refusal:
            self._context.show_error(refusal)
            return
        words = QCoreApplication.translate("Comments", "The comment goes down with the next bundle.")
        self._context.notify(words, True)
        self._context.changed(frozenset({"line_comment"}))

    def _show_body(self, bundle: ReceivedBundle | None) -> None:
        """The changes, or why the bundle is refused, or nothing."""
        old = self._body.widget(2)
        if old is not None:
            self._body.removeWidget(old)
            old.deleteLater()
        self.refusal = None
        if bundle is not None and bundle.error is not None:
            self.refusal = ErrorCard(error_text(bundle.error))
            self._body.addWidget(_scrolled(self.refusal))
            self._body.setCurrentIndex(2)
        else:
            self._body.setCurrentIndex(0 if bundle is not None and bundle.contents.lines else 1)


def _scrolled(card: ErrorCard) -> QScrollArea:
    """The card at the top of its place, also where that is low."""
    holder = QWidget()
    holder.setProperty("role", "clear")
    holder.setMinimumHeight(1)  # else the words of a narrower card decide, and a bar stands beside it
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    column.addStretch(1)
    return scrolled(holder)


def _heading(bundle: ReceivedBundle | None) -> str:
    if bundle is None:
        return ""
    if not bundle.n:
        return (
            f"{bundle.unit_name} ({shown_name(bundle.path)})" if bundle.unit_name else shown_name(bundle.path)
        )
    words = QCoreApplication.translate("Bundles", "{unit}, bundle number {n}")
    return words.replace("{unit}", bundle.unit_name).replace("{n}", str(bundle.n))


def _made(bundle: ReceivedBundle | None) -> str:
    """When the sender made it and how large it is, as far as the file could be opened."""
    if bundle is None or not bundle.made:
        return ""
    words = QCoreApplication.translate("Bundles", "Made {moment}, {size}")
    words = words.replace("{moment}", format_moment(bundle.made))
    return words.replace("{size}", format_bytes(bundle.size))


def _sentence(bundle: ReceivedBundle | None) -> str:
    """What the bundle brings, or brought, in one sentence."""
    if bundle is None:
        return ""
    said = _contents_sentence(bundle)
    if not bundle.receipt:
        return said
    words = QCoreApplication.translate("Bundles", "Receipt code to tell the sender: {code}")
    return "\n".join(filter(None, (said, words.replace("{code}", format_receipt(bundle.receipt)))))


def _contents_sentence(bundle: ReceivedBundle) -> str:
    if bundle.standing is Standing.RECEIPTS or bundle.is_receipts_only:
        return arrived_words([bundle]) or QCoreApplication.translate(
            "Bundles", "No record changes; the bundle says what its sender has received from here."
        )
    if bundle.standing is Standing.KNOWN:
        return QCoreApplication.translate(
            "Bundles", "All that it holds is here already; nothing is taken twice."
        )
    files = _files_sentence(bundle)
    if bundle.contents.is_empty:
        return files
    if bundle.standing is Standing.TAKEN:
        words = QCoreApplication.translate("Bundles", "Taken: {changes}.")
    else:
        words = QCoreApplication.translate("Bundles", "{unit} sends: {changes}.")
    words = words.replace("{unit}", bundle.unit_name).replace("{changes}", contents_words(bundle.contents))
    return f"{words} {files}".strip()


def _files_sentence(bundle: ReceivedBundle) -> str:
    """How many attached files it brings or brought; "" for none."""
    if not bundle.files:
        return ""
    if bundle.standing is Standing.TAKEN:
        return QCoreApplication.translate("Bundles", "%n attached file(s) arrived.", "", bundle.files)
    return QCoreApplication.translate("Bundles", "It brings %n attached file(s).", "", bundle.files)
