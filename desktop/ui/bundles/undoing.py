"""Undoing a whole import: one question, then the data is as it was before the bundle."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.frame.screen import ScreenContext
from desktop.ui.jobs import Job
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import LG, MD, SM, Type
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.labels import label
from desktop.usecases.undo_import import UndoneImport, undo_import

_WIDTH = 460


class UndoDialog(QDialog):
    """``undo`` is called by the one button that does it; Esc and the other button leave all as it is."""

    def __init__(self, title: str, undo: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo = undo
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(look().px(_WIDTH))
        told = QCoreApplication.translate(
            "Bundles",
            "All that this bundle changed is taken back, and the data is as it was before. The bundle stays "
            "in the log and can be taken again; its sender's next bundle brings the part again.",
        )
        self.undo_button = primary_button(
            QCoreApplication.translate("Bundles", "Undo the import"), "arrow-back-up", self._confirm
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(LG, LG, LG, LG)
        column.setSpacing(MD)
        column.addWidget(label(title, Type.HEADING, wrap=True))
        column.addWidget(label(told, wrap=True))
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SM)
        row.addStretch(1)
        row.addWidget(button(QCoreApplication.translate("Bundles", "Leave it"), "", self.reject))
        row.addWidget(self.undo_button)
        column.addLayout(row)
        self.undo_button.setFocus()

    def _confirm(self) -> None:
        self.accept()
        self._undo()


def ask_undo(
    context: ScreenContext,
    parent: QWidget,
    bundle: str,
    title: str,
    on_done: Callable[[], object] | None = None,
) -> UndoDialog:
    """Ask, then undo the import of ``bundle``; ``title`` names it. A refusal is shown with its reason."""

    def done(undone: UndoneImport) -> None:
        words = QCoreApplication.translate("Bundles", "Bundle {n} of {unit} is undone.")
        context.notify(words.replace("{n}", str(undone.n)).replace("{unit}", undone.unit_name))
        if on_done is not None:
            on_done()
        context.changed(frozenset())

    def stopped() -> None:
        context.notify(QCoreApplication.translate("Bundles", "Stopped: the import stays as it was."))

    def undo() -> None:
        context.lane.run(
            Job(
                lambda progress: undo_import(context.office, bundle, progress),
                on_done=done,
                on_error=context.show_error,
                on_cancelled=stopped,
                label=QCoreApplication.translate("Bundles", "Undoing the import"),
            )
        )

    dialog = UndoDialog(title, undo, parent)
    dialog.open()
    return dialog
