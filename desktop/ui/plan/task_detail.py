"""The panel beside the task grid: status, what was last said, and the form of the task."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.days import format_date
from desktop.domain.entities import Task
from desktop.domain.entity import Entity, entity_type
from desktop.ui.forms.labels import field_label
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.plan.comment_panel import CommentPanel
from desktop.ui.plan.data import PlanData
from desktop.ui.plan.evidence_panel import EvidencePanel
from desktop.ui.plan.words import deadline_words, line_title, status_pill
from desktop.ui.theme.tokens import MD, SM, XS, Tone, Type
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button, quiet_button
from desktop.ui.widgets.labels import label, selectable
from desktop.ui.widgets.pills import Pill, StatusPill
from desktop.ui.widgets.scrolled import bring_into_view
from desktop.usecases.plan_view import TaskLine

MAIN_FIELDS = (
    "lead_person_id",
    "lead_body_id",
    "coordinating",
    "due_on",
    "state",
    "percent",
    "expected_product",
    "measure",
    "item_id",
)
MORE_FIELDS = (
    "code",
    "title",
    "leader_id",
    "start_on",
    "completed_on",
    "is_blocked",
    "field_id",
    "kind",
    "is_key_task",
    "is_breakthrough",
    "budget",
    "note",
)
SaveField = Callable[[Task, str, object], Task]


class TaskDetail(QWidget):
    """Shows one line. ``extend_asked`` and ``history_asked`` tell of the buttons below."""

    extend_asked = Signal()
    history_asked = Signal()

    def __init__(self, data: PlanData, save: SaveField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data, self._save = data, save
        self._line: TaskLine | None = None
        self._kind = label("", Type.CAPTION_STRONG)
        self._pill = StatusPill()
        self._title = selectable(label("", Type.HEADING, wrap=True))
        self._deadline = label("", Type.CAPTION, wrap=True)
        self._disputed = Banner(
            "",
            Tone.AMBER,
            action=QCoreApplication.translate("Plan", "Look and choose"),
            clicked=self._settle,
        )
        self._said = _LastWords()
        self.form = self._make_form(MAIN_FIELDS)
        self.more = self._make_form(MORE_FIELDS)
        self.more.hide()
        self.evidence = EvidencePanel(data)
        self.comments = CommentPanel(data.context)
        self.evidence_link = quiet_button("", "paperclip", self.show_evidence)
        self._toggle = quiet_button("", "list-details", self.toggle_more)
        self._lay_out()
        self.show_line(None)

    def _make_form(self, fields: tuple[str, ...]) -> RecordForm:
        form = RecordForm(
            entity_type(Task),
            save=self._write,
            fields=fields,
            references=self._data.references,
            today=self._data.context.office.today,
        )
        form.saved.connect(lambda _record: self._data.tell("task", "progress_update", "deadline_extension"))
        return form

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MD)
        head = QHBoxLayout()
        head.addWidget(self._kind, 1)
        head.addWidget(self._pill)
        column.addLayout(head)
        words = QVBoxLayout()
        words.setSpacing(XS)
        words.addWidget(self._title)
        words.addWidget(self._deadline)
        words.addWidget(self.evidence_link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(words)
        column.addWidget(self._disputed)
        column.addWidget(self.comments)
        column.addWidget(self._said)
        column.addWidget(self.form)
        row = QHBoxLayout()
        row.addWidget(self._toggle)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.more)
        column.addWidget(self.evidence)
        column.addStretch(1)
        column.addLayout(self._make_buttons())

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SM)
        self.extend_button = button(
            QCoreApplication.translate("Plan", "Extend"), "calendar-due", self.extend_asked.emit
        )
        self.history_button = button(
            QCoreApplication.translate("Plan", "History"), "history", self.history_asked.emit
        )
        row.addWidget(self.extend_button)
        row.addWidget(self.history_button)
        row.addStretch(1)
        return row

    @property
    def line(self) -> TaskLine | None:
        return self._line

    def show_line(self, line: TaskLine | None) -> None:
        """Show another line, or the same one as it is now; None and made headings empty the panel."""
        self._line = line if line is not None and line.is_record else None
        shown = self._line
        self._show_head(shown)
        self._said.show_line(shown)
        self._show_disputed(shown)
        record = shown.task if shown else None
        self._fill(self.form, record)
        self.form.setVisible(shown is not None)
        self._show_more()
        self.evidence.show_task(shown.task.id if shown else "")
        self._show_link(shown)
        place = ("task", shown.task.id, shown.task.scope) if shown else ("task", "", "")
        self.comments.show_record(*place)
        self._toggle.setVisible(shown is not None)
        self._word_toggle()
        self.extend_button.setVisible(
            self._data.can_report() and shown is not None and shown.task.due_on is not None
        )
        self.history_button.setVisible(shown is not None)

    def _show_head(self, line: TaskLine | None) -> None:
        if line is None:
            self._kind.setText("")
            self._title.setText(QCoreApplication.translate("Plan", "Choose a task to see it here."))
            self._deadline.setText("")
            self._pill.show_pill(Pill(""))
            return
        kind = QCoreApplication.translate("Plan", "Task {code}")
        if line.task.is_key_task:
            kind = QCoreApplication.translate("Plan", "Key task {code}")
        elif line.task.is_breakthrough:
            kind = QCoreApplication.translate("Plan", "Breakthrough {code}")
        self._kind.setText(kind.replace("{code}", line.task.code))
        self._title.setText(line_title(line))
        self._deadline.setText(deadline_words(line))
        self._deadline.setVisible(bool(line.extensions))
        self._pill.show_pill(status_pill(line))

    def _show_link(self, line: TaskLine | None) -> None:
        """The files lie below the form, out of sight in a low window: their number stands above it."""
        count = len(self.evidence.lines)
        words = QCoreApplication.translate("Evidence", "%n file(s) of evidence", "", count)
        none = QCoreApplication.translate("Evidence", "No evidence yet")
        self.evidence_link.show_words(words if count else none)
        self.evidence_link.setVisible(line is not None and (count > 0 or self._data.can_report()))

    def show_evidence(self) -> None:
        """Go to the files of the task."""
        self.evidence.focus()
        bring_into_view(self.evidence)

    def _settle(self) -> None:
        """Go where the values stand side by side."""
        if self._line is not None:
            self._data.context.navigate("bundles", "task", self._line.task.id)

    def _show_disputed(self, line: TaskLine | None) -> None:
        fields = [field_label("task", name) for name in (line.disputed if line else ()) if name != "."]
        sentence = QCoreApplication.translate("Plan", "Two computers hold different values: {fields}")
        self._disputed.show_text(sentence.replace("{fields}", ", ".join(fields)) if fields else "")

    # --- the collapsed part -----------------------------------------------------------------------------

    @property
    def _is_more(self) -> bool:
        return bool(self.property("more"))

    def toggle_more(self) -> None:
        """Show or hide the less important fields."""
        self.setProperty("more", not self._is_more)
        self._show_more()
        self._word_toggle()

    def _show_more(self) -> None:
        """The second form gets its fields only once it is wanted."""
        if self._is_more or self.more.isVisible():
            record = self._line.task if self._line is not None and self._is_more else None
            self._fill(self.more, record)
        self.more.setVisible(self._is_more and self._line is not None)

    def _word_toggle(self) -> None:
        words = QCoreApplication.translate("Plan", "All fields")
        if self._is_more:
            words = QCoreApplication.translate("Plan", "Fewer fields")
        self._toggle.setText(words)
        self._toggle.setAccessibleName(words)

    def _write(self, record: Entity, field: str, value: object) -> Entity:
        assert isinstance(record, Task)
        saved = self._save(record, field, value)
        if saved == record:  # not written now: a reason is asked for first
            QTimer.singleShot(0, self, self._show_again)
        return saved

    def _show_again(self) -> None:
        if self._line is not None:
            self._fill(self.form, self._line.task)

    def _fill(self, form: RecordForm, record: Task | None) -> None:
        read_only = not self._data.can_edit()
        form.show_record(record, read_only=read_only, still_open=self._data.open_fields())


class _LastWords(QWidget):
    """What was last said of the task: result in a well, difficulty as a warning."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        self._caption = label("", Type.CAPTION_STRONG)
        self._well = QFrame()
        self._well.setProperty("role", "well")
        inner = QVBoxLayout(self._well)
        inner.setContentsMargins(MD, SM, MD, SM)
        self._result = selectable(label("", wrap=True))
        inner.addWidget(self._result)
        self._difficulty = Banner("", Tone.AMBER)
        for part in (self._caption, self._well, self._difficulty):
            column.addWidget(part)

    def show_line(self, line: TaskLine | None) -> None:
        last = line.last if line else None
        result, difficulty = (last.result, last.difficulty) if last else ("", "")
        words = QCoreApplication.translate("Plan", "Last result")
        day = f" · {format_date(last.reported_on)}" if last and last.reported_on else ""
        self._caption.setText(words + day)
        self._result.setText(result)
        self._well.setVisible(bool(result))
        self._difficulty.show_text(difficulty)
        self.setVisible(bool(result or difficulty))
