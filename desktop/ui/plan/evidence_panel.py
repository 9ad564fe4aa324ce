"""The files that prove what was done for a task: attach, open, save a copy, take off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.attachments import UNKNOWN_MIME
from desktop.domain.entities import Evidence
from desktop.domain.errors import Code, SoSenError
from desktop.ui.formats import format_bytes
from desktop.ui.jobs import Job, Progress
from desktop.ui.messages.dialog import Way, show_error
from desktop.ui.plan.data import PlanData
from desktop.ui.theme.look import look
from desktop.ui.theme.tokens import SM, XS, Tone, Type
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import icon_button, link_button, quiet_button
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.pills import Pill, StatusPill
from desktop.ui.widgets.tips import set_tip
from desktop.usecases.evidence import (
    EvidenceLine,
    attach_evidence,
    list_evidence,
    open_evidence,
    remove_evidence,
    save_evidence,
)
from desktop.usecases.office import Office

_FOLDER = "evidence/folder"
_NAME_WIDTH, _SHORT_NAME_WIDTH = 150, 90
"""Pixels at 100 %: the panel is narrow, and its buttons stay in sight."""


def open_with_system(path: Path) -> bool:
    """Hand a file to the program that the system has for its kind."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class EvidencePanel(QWidget):
    """Shows the files of one task; ``launch`` opens a copy that was found harmless to open."""

    def __init__(
        self,
        data: PlanData,
        launch: Callable[[Path], object] = open_with_system,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._data, self._launch = data, launch
        self._task_id = ""
        self.lines: Sequence[EvidenceLine] = ()
        self.attach_button = quiet_button(
            QCoreApplication.translate("Evidence", "Attach…"), "paperclip", self.ask_files
        )
        self.setAcceptDrops(True)
        head = QHBoxLayout()
        head.setSpacing(SM)
        head.addWidget(label(QCoreApplication.translate("Evidence", "Evidence"), Type.CAPTION_STRONG), 1)
        head.addWidget(self.attach_button)
        self.warning = Banner("", Tone.AMBER)
        self.warning.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(head)
        column.addWidget(self.warning)
        column.addLayout(self._rows)

    # --- showing --------------------------------------------------------------------------------------

    def show_task(self, task_id: str) -> None:
        """Show the files of a task, as they are now; "" hides the panel."""
        if task_id != self._task_id:
            self.warning.show_text("")
        self._task_id = task_id
        self.attach_button.setVisible(self._data.can_report())
        self.setVisible(bool(task_id))
        lines = list_evidence(self._office, task_id) if task_id else []
        if lines != self.lines:
            self.lines = lines
            self._fill()

    def focus(self) -> None:
        """Take the focus to the first file, or to the button that attaches one."""
        names = [made for made in self.findChildren(QAbstractButton, "evidence") if made.isEnabled()]
        (names[0] if self.lines and names else self.attach_button).setFocus()

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for line in self.lines:
            self._rows.addWidget(self._row(line))

    def _row(self, line: EvidenceLine) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(XS)
        row.addWidget(self._name(line), 1, Qt.AlignmentFlag.AlignLeft)
        if line.is_here and not line.is_opened_here:
            words = QCoreApplication.translate("Evidence", "Save only")
            row.addWidget(StatusPill(Pill(words, Tone.GREY)))
        if line.is_here:
            save = QCoreApplication.translate("Evidence", "Save a copy of {name}")
            row.addWidget(icon_button("download", _named(save, line), lambda: self.save_copy(line)))
        else:
            row.addWidget(
                StatusPill(Pill(QCoreApplication.translate("Evidence", "Not arrived yet"), Tone.AMBER))
            )
        if line.may_remove:
            remove = QCoreApplication.translate("Evidence", "Take {name} off")
            row.addWidget(icon_button("x", _named(remove, line), lambda: self.take_off(line)))
        return holder

    def _name(self, line: EvidenceLine) -> QWidget:
        made = link_button(line.evidence.name, lambda: self.open_file(line))
        made.setObjectName("evidence")
        set_tip(made, f"{line.evidence.name} · {format_bytes(line.evidence.size or 0)}")
        has_room = line.is_here and line.is_opened_here
        wide = look().px(_NAME_WIDTH if has_room else _SHORT_NAME_WIDTH)
        made.setText(made.fontMetrics().elidedText(made.text(), Qt.TextElideMode.ElideMiddle, wide))
        made.setEnabled(line.is_here)
        return made

    # --- doing ----------------------------------------------------------------------------------------

    @property
    def _office(self) -> Office:
        return self._data.context.office

    def ask_files(self) -> None:
        """Let the clerk choose files, beginning in the folder used last."""
        chosen, _filter = QFileDialog.getOpenFileNames(
            self, QCoreApplication.translate("Evidence", "Attach files to the task"), self._folder()
        )
        self.attach([Path(name) for name in chosen])

    def attach(self, paths: Sequence[Path]) -> None:
        """Attach files to the task shown, one after the other; what fails is told, the others stay."""
        if not paths or not self._task_id or not self._data.can_report():
            return
        self._data.context.settings.setValue(_FOLDER, str(paths[0].parent))
        for path in paths:
            self._attach(self._task_id, path)

    def _attach(self, task_id: str, path: Path) -> None:
        office, context = self._office, self._data.context
        words = QCoreApplication.translate("Evidence", "Attaching {name}").replace("{name}", path.name)
        context.lane.run(
            Job(
                lambda progress: attach_evidence(office, task_id, path, progress),
                on_done=lambda made: self._attached(path, made),
                on_error=context.show_error,
                label=words,
            )
        )

    def _attached(self, path: Path, made: Evidence) -> None:
        if made.mime == UNKNOWN_MIME:
            self.warning.show_text(_only_saved(path.name))
        words = QCoreApplication.translate("Evidence", "{name} is attached.").replace("{name}", path.name)
        self._data.context.notify(words, True)
        self._data.tell("file")

    def open_file(self, line: EvidenceLine) -> None:
        """Open a copy, if its content is of a kind that is opened from here."""
        office = self._office
        self._with_file(
            lambda _progress: open_evidence(office, line.evidence),
            self._launch,
            lambda error: self._unopened(line, error),
        )

    def _unopened(self, line: EvidenceLine, error: SoSenError) -> None:
        """What is not opened from here can be saved: the way to it stands on the card."""
        if error.code is not Code.E_FILE:
            self._data.context.show_error(error)
            return
        words = QCoreApplication.translate("Evidence", "Save a copy…")
        show_error(self.window(), error, way=Way(words, "download", lambda: self.save_copy(line)))

    def save_copy(self, line: EvidenceLine) -> None:
        """Write a copy to a folder of the clerk's choice."""
        title = QCoreApplication.translate("Evidence", "Where to save the copy")
        chosen = QFileDialog.getExistingDirectory(self, title, self._folder())
        if not chosen:
            return
        office, context = self._office, self._data.context
        words = QCoreApplication.translate("Evidence", "Saved as {name}.")
        self._with_file(
            lambda progress: save_evidence(office, line.evidence, Path(chosen), progress),
            lambda path: context.notify(words.replace("{name}", path.name)),
        )

    def _with_file(
        self,
        work: Callable[[Progress], Path],
        then: Callable[[Path], object],
        refused: Callable[[SoSenError], object] | None = None,
    ) -> None:
        context = self._data.context
        context.lane.run(
            Job(
                work,
                on_done=then,
                on_error=refused or context.show_error,
                label=QCoreApplication.translate("Evidence", "Copying the file"),
            )
        )

    def take_off(self, line: EvidenceLine) -> None:
        """Take a file off the task; undo brings it back."""
        try:
            remove_evidence(self._office, line.evidence)
        except SoSenError as refusal:
            self._data.context.show_error(refusal)
            return
        words = QCoreApplication.translate("Evidence", "{name} was taken off.")
        self._data.context.notify(_named(words, line), True)
        self._data.tell("file")

    def _folder(self) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(self._data.context.settings.value(_FOLDER, documents) or documents)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self._data.can_report():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.attach([path for path in paths if path.is_file()])


def _named(words: str, line: EvidenceLine) -> str:
    return words.replace("{name}", line.evidence.name)


def _only_saved(name: str) -> str:
    """What to know of a file before it travels whose receivers cannot open it in the program."""
    words = QCoreApplication.translate(
        "Evidence",
        "{name} is attached, but who receives it can only save a copy. Photographs, PDF, Word and Excel "
        "without macros can be opened: attach one of these if you can.",
    )
    return words.replace("{name}", name)
