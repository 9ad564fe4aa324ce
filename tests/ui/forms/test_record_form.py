"""Forms made from declarations: each field saved when it is left, each problem beside its field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.entities import ENTITY_TYPES, Plan, Target, Task, TaskState
from desktop.domain.entity import Entity, EntityType, Kind, entity_type, long_text, table, text
from desktop.domain.errors import Code, InvalidValueError, SoSenError
from desktop.domain.vietnamese import fold
from desktop.ui.forms.labels import field_label
from desktop.ui.forms.record_dialog import RecordDialog
from desktop.ui.forms.record_form import LEFT_OUT, RecordForm
from desktop.ui.forms.references import References
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import Type
from desktop.ui.widgets.editors.growing_edit import GrowingEdit
from desktop.ui.widgets.editors.line_edit import TextEdit
from desktop.ui.widgets.values import Choice

SAMPLE_DAY = date(2022, 6, 18)
TASK = Task(id="t1", title="Ký hợp đồng tiêu thụ lúa", due_on=date(2022, 6, 15), percent=40)
OTHER = Task(id="t2", title="Đường trục ấp")
PEOPLE = {"p1": "Nguyễn Văn Bình", "p2": "Lê Thị Hồng"}
FIELDS = ("title", "lead_person_id", "due_on", "percent", "state", "is_blocked", "note")


def find(_target: str, words: str) -> Sequence[Choice]:
    return [Choice(key, name) for key, name in PEOPLE.items() if fold(words) in fold(name)]


REFERENCES = References(find, lambda _target, record_id: PEOPLE.get(record_id, record_id))


class Keeper:
    """Saves like a use case, or refuses."""

    def __init__(self) -> None:
        self.saved: list[tuple[str, Any]] = []
        self.refusal: SoSenError | None = None
        self.windows: list[QWidget] = []

    def save(self, record: Entity, field: str, value: object) -> Entity:
        if self.refusal is not None:
            raise self.refusal
        self.saved.append((field, value))
        return record.replace(**{field: value})


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


def show_form(
    qtbot: QtBot, keeper: Keeper, record: Entity = TASK, fields: Sequence[str] = FIELDS
) -> RecordForm:
    holder = QWidget()
    form = RecordForm(
        entity_type(type(record)),
        save=keeper.save,
        fields=fields,
        references=REFERENCES,
        today=lambda: SAMPLE_DAY,
    )
    elsewhere = QLineEdit()
    elsewhere.setObjectName("elsewhere")
    column = QVBoxLayout(holder)
    column.addWidget(form)
    column.addWidget(elsewhere)
    qtbot.addWidget(holder)
    holder.resize(320, 700)
    holder.show()
    holder.activateWindow()
    keeper.windows.append(holder)
    qtbot.waitUntil(holder.isActiveWindow)
    form.show_record(record)
    return form


def line(form: RecordForm, name: str) -> TextEdit:
    return cast(TextEdit, form.rows[name].editor)


def enter(qtbot: QtBot, form: RecordForm, name: str, words: str) -> None:
    """Type into a field and leave it."""
    editor = line(form, name)
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    editor.selectAll()
    if words:
        qtbot.keyClicks(editor, words)
    else:
        editor.clear()
    leave(qtbot, form)


def leave(qtbot: QtBot, form: RecordForm) -> None:
    elsewhere = form.window().findChild(QLineEdit, "elsewhere")
    assert isinstance(elsewhere, QLineEdit)
    elsewhere.setFocus()
    qtbot.waitUntil(elsewhere.hasFocus)


@pytest.mark.parametrize("entity", ENTITY_TYPES, ids=lambda entity: entity.table)
def test_every_entity_has_a_form_whose_labels_belong_to_their_fields(
    qtbot: QtBot, entity: EntityType
) -> None:
    form = RecordForm(entity)
    qtbot.addWidget(form)
    form.show_record(entity.cls(id="x"))
    assert set(form.rows) == set(entity.field_names) - LEFT_OUT
    for name, row in form.rows.items():
        assert row.label.buddy() is row.editor
        assert row.editor.accessibleName() == field_label(entity.table, name)


@pytest.mark.parametrize("entity", ENTITY_TYPES, ids=lambda entity: entity.table)
def test_a_form_gives_back_the_record_it_was_given(qtbot: QtBot, entity: EntityType) -> None:
    form = RecordForm(entity, fields=[spec.name for spec in entity.fields if not spec.required])
    qtbot.addWidget(form)
    record = entity.cls(id="x")
    form.show_record(record)
    if not record.problems():
        assert form.draft() == record


def test_leaving_a_field_saves_it(qtbot: QtBot, keeper: Keeper) -> None:
    form = show_form(qtbot, keeper)
    with qtbot.waitSignal(form.saved):
        enter(qtbot, form, "percent", "75")
    assert keeper.saved == [("percent", 75)]
    assert cast(Task, form.record).percent == 75


def test_leaving_it_unchanged_saves_nothing(qtbot: QtBot, keeper: Keeper) -> None:
    form = show_form(qtbot, keeper)
    line(form, "due_on").setFocus()
    leave(qtbot, form)
    assert keeper.saved == []


def test_enter_saves_too(qtbot: QtBot, keeper: Keeper) -> None:
    form = show_form(qtbot, keeper)
    editor = line(form, "due_on")
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "30/6")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert keeper.saved == [("due_on", date(2022, 6, 30))]


@pytest.mark.parametrize(
    ("field", "words"), [("due_on", "31/2/2022"), ("percent", "120"), ("percent", "nhiều")]
)
def test_what_is_wrong_stands_beside_the_field_and_is_not_saved(
    qtbot: QtBot, keeper: Keeper, field: str, words: str
) -> None:
    form = show_form(qtbot, keeper)
    enter_text = line(form, field)
    enter_text.setText(words)
    with qtbot.waitSignal(form.refused):
        enter_text.setFocus()
        leave(qtbot, form)
    row = form.rows[field]
    assert row.problem_text
    assert row.problem.isVisible()
    assert row.editor.accessibleDescription() == row.problem_text
    assert line(form, field).text() == words
    assert keeper.saved == []


def test_a_title_cannot_be_emptied(qtbot: QtBot, keeper: Keeper) -> None:
    form = show_form(qtbot, keeper)
    form.rows["title"].editor.set_value("")
    form.rows["title"].editor.setFocus()
    leave(qtbot, form)
    assert form.rows["title"].problem_text
    assert keeper.saved == []


def test_correcting_it_takes_the_sentence_away(qtbot: QtBot, keeper: Keeper) -> None:
    form = show_form(qtbot, keeper)
    enter(qtbot, form, "percent", "120")
    enter(qtbot, form, "percent", "100")
    assert not form.rows["percent"].problem_text
    assert keeper.saved == [("percent", 100)]


def test_esc_brings_the_saved_value_back(qtbot: QtBot, keeper: Keeper) -> None:
    form = show_form(qtbot, keeper)
    editor = line(form, "percent")
    editor.setFocus()
    editor.setText("9")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    leave(qtbot, form)
    assert editor.text() == "40"
    assert keeper.saved == []


def test_a_refusal_of_the_use_case_stands_beside_the_field(qtbot: QtBot, keeper: Keeper) -> None:
    form = show_form(qtbot, keeper)
    keeper.refusal = SoSenError(Code.E_READONLY)
    with qtbot.waitSignal(form.refused):
        enter(qtbot, form, "percent", "50")
    assert form.rows["percent"].problem_text
    assert cast(Task, form.record).percent == 40


def test_choosing_a_status_saves_at_once(qtbot: QtBot, keeper: Keeper) -> None:
    form = show_form(qtbot, keeper)
    form.rows["state"].editor.set_value(TaskState.IN_PROGRESS)
    form.rows["state"].editor.finished.emit()
    assert keeper.saved == [("state", TaskState.IN_PROGRESS)]


def test_a_person_shows_by_name_and_is_saved_by_id(qtbot: QtBot, keeper: Keeper) -> None:
    form = show_form(qtbot, keeper, TASK.replace(lead_person_id="p1"))
    assert line(form, "lead_person_id").text() == "Nguyễn Văn Bình"
    enter(qtbot, form, "lead_person_id", "le thi hong")
    assert keeper.saved == [("lead_person_id", "p2")]


def test_another_record_comes_only_after_the_field_being_typed_is_saved(qtbot: QtBot, keeper: Keeper) -> None:
    form = show_form(qtbot, keeper)
    editor = line(form, "percent")
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    editor.setText("55")
    form.show_record(OTHER)
    assert keeper.saved == [("percent", 55)]
    assert form.record == OTHER


def test_a_refresh_does_not_touch_the_field_being_typed_in(qtbot: QtBot, keeper: Keeper) -> None:
    form = show_form(qtbot, keeper)
    editor = line(form, "percent")
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    editor.setText("5")
    form.show_record(TASK.replace(note="từ gói của huyện"))
    assert editor.text() == "5"
    assert form.rows["note"].value() == "từ gói của huyện"


def test_what_belongs_to_another_office_can_only_be_read(qtbot: QtBot, keeper: Keeper) -> None:
    form = show_form(qtbot, keeper)
    form.show_record(TASK, read_only=True)
    assert line(form, "percent").isReadOnly()
    assert not form.rows["state"].editor.isEnabled()
    form.show_record(TASK)
    assert not line(form, "percent").isReadOnly()


def test_nothing_shown_is_nothing_to_type_into(qtbot: QtBot, keeper: Keeper) -> None:
    form = show_form(qtbot, keeper)
    form.show_record(None)
    assert not form.isEnabled()
    assert form.draft() is None


def test_every_field_is_reached_by_tab(qtbot: QtBot, keeper: Keeper) -> None:
    form = show_form(qtbot, keeper)
    form.focus_first()
    seen = []
    for _step in FIELDS:
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus.objectName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert seen == list(FIELDS)


@pytest.mark.parametrize("zoom", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("entity", ENTITY_TYPES, ids=lambda entity: entity.table)
def test_no_label_is_clipped(qtbot: QtBot, the_look: Look, entity: EntityType, zoom: float) -> None:
    the_look.apply(zoom=zoom)
    form = RecordForm(entity)
    qtbot.addWidget(form)
    form.resize(the_look.px(300), the_look.px(900))
    form.show()
    for row in form.rows.values():
        made: QLabel = row.label
        longest = max(made.text().split(), key=len)
        assert made.isHidden() or made.width() >= the_look.metrics(Type.CAPTION).horizontalAdvance(longest)
        assert made.isHidden() or made.height() >= made.heightForWidth(made.width()) - 1


# --- a toy entity: nothing but its declaration is needed ------------------------------------------------


@table("toy")
@dataclass(frozen=True, slots=True, kw_only=True)
class Toy(Entity):
    """Only for this test."""

    name: str = text(max_length=10, required=True)
    story: str = long_text()


def test_an_entity_nobody_has_words_for_yet_has_a_form_all_the_same(qtbot: QtBot) -> None:
    form = RecordForm(entity_type(Toy))
    qtbot.addWidget(form)
    form.show_record(Toy(id="x", name="Sen"))
    assert form.draft() == Toy(id="x", name="Sen")


# --- asking for a new record ----------------------------------------------------------------------------


def ask(qtbot: QtBot, blank: Entity, **options: Any) -> tuple[RecordDialog, list[Entity]]:
    answers: list[Entity] = []
    dialog = RecordDialog(blank, "Thêm việc", today=lambda: SAMPLE_DAY, references=REFERENCES, **options)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.answered.connect(answers.append)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog, answers


def test_a_new_record_is_answered_when_everything_is_right(qtbot: QtBot) -> None:
    dialog, answers = ask(qtbot, Task(id="n", plan_id="p"), fields=("title", "due_on"))
    dialog.form.rows["title"].editor.set_value("  Mở lớp nghề ")
    line(dialog.form, "due_on").setText("30/8")
    dialog.save_button.click()
    assert answers == [Task(id="n", plan_id="p", title="Mở lớp nghề", due_on=date(2022, 8, 30))]
    assert not dialog.isVisible()


def test_a_missing_title_keeps_the_dialog_open_with_the_focus_on_it(qtbot: QtBot) -> None:
    dialog, answers = ask(qtbot, Task(id="n"), fields=("due_on", "title"))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert answers == []
    assert dialog.isVisible()
    assert dialog.form.rows["title"].problem_text
    qtbot.waitUntil(dialog.form.rows["title"].editor.hasFocus)


def test_rules_between_fields_are_told_at_the_field_they_are_about(qtbot: QtBot) -> None:
    blank = Task(id="n", title="Việc", start_on=date(2022, 7, 1), due_on=date(2022, 6, 1))
    dialog, answers = ask(qtbot, blank, fields=("title", "start_on", "due_on"))
    dialog.accept()
    assert answers == []
    assert dialog.form.rows["due_on"].problem_text


def test_cancelling_answers_nothing(qtbot: QtBot) -> None:
    dialog, answers = ask(qtbot, Plan(id="n", title="Kế hoạch"))
    dialog.reject()
    assert answers == []


@pytest.mark.parametrize("made", [Task, Target, Plan])
def test_a_dialog_fits_a_small_screen(qtbot: QtBot, made: Callable[..., Entity]) -> None:
    dialog, _answers = ask(qtbot, made(id="n"))
    assert dialog.height() <= 700
    assert dialog.width() <= 1366


def test_problems_can_be_shown_by_a_screen(qtbot: QtBot, keeper: Keeper) -> None:
    form = show_form(qtbot, keeper)
    form.show_problems({"percent": "Chưa có minh chứng.", "unknown": "x"})
    assert form.rows["percent"].problem_text == "Chưa có minh chứng."


def test_kinds_have_the_editors_meant_for_them(qtbot: QtBot) -> None:
    form = RecordForm(entity_type(Task))
    qtbot.addWidget(form)
    kinds = {row.spec.kind: type(row.editor).__name__ for row in reversed(form.rows.values())}
    assert kinds == {
        Kind.REFERENCE: "ReferenceEdit",
        Kind.TEXT: "TextEdit",
        Kind.LONG_TEXT: "GrowingEdit",
        Kind.BOOLEAN: "YesNoEdit",
        Kind.CHOICE: "ChoiceEdit",
        Kind.DATE: "DateEdit",
        Kind.INTEGER: "NumberEdit",
    }


def test_a_long_line_wraps_in_its_field_and_enter_saves_it(qtbot: QtBot, keeper: Keeper) -> None:
    form = show_form(qtbot, keeper, TASK, fields=("measure",))
    editor = form.rows["measure"].editor
    assert isinstance(editor, GrowingEdit)
    low = editor.height()
    editor.set_value("350 ha, hiện 140 ha, đã ký với hai doanh nghiệp trong và ngoài huyện")
    assert editor.height() > low
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert keeper.saved == [("measure", editor.value())]


def test_a_value_error_of_the_domain_is_a_sentence_not_a_code() -> None:
    from desktop.ui.messages.problems import problem_sentence

    assert "too_large" not in problem_sentence(InvalidValueError("task", "percent", "too_large", 120))
