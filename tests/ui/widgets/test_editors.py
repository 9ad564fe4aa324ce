"""Editors of one value: typed the Vietnamese way, nothing rewritten under the caret, nothing completed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.entity import Kind
from desktop.domain.vietnamese import fold
from desktop.ui.widgets.editors.any_editor import AnyEditor
from desktop.ui.widgets.editors.choice_edit import ChoiceEdit, YesNoEdit
from desktop.ui.widgets.editors.date_edit import CalendarPopup, DateEdit
from desktop.ui.widgets.editors.growing_edit import GrowingEdit
from desktop.ui.widgets.editors.line_edit import NumberEdit, TextEdit
from desktop.ui.widgets.editors.reference_edit import ReferenceEdit
from desktop.ui.widgets.values import Choice, InputError, shown_text, typed_value

SAMPLE_DAY = date(2022, 6, 18)
STATES = (Choice("not_started", "Chưa thực hiện"), Choice("completed", "Hoàn thành"))
PEOPLE = (
    Choice("a1", "Nguyễn Văn Bình", "Chủ tịch"),
    Choice("b2", "Lê Thị Hồng"),
    Choice("c3", "Lê Văn Đạt"),
)


def people(words: str) -> Sequence[Choice]:
    return [person for person in PEOPLE if fold(words) in fold(person.text)]


def named(record_id: str) -> Sequence[Choice]:
    return [person for person in PEOPLE if person.value == record_id]


def show(qtbot: QtBot, editor: QWidget) -> None:
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)


@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_shown_is_read_as_itself(number: int) -> None:
    assert typed_value(Kind.INTEGER, shown_text(Kind.INTEGER, number)) == number


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_shown_is_read_as_itself(day: date) -> None:
    assert typed_value(Kind.DATE, shown_text(Kind.DATE, day)) == day


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.INTEGER, "1,234", 1234),
        (Kind.INTEGER, "40 %", 40),
        (Kind.INTEGER, "", None),
        (Kind.DECIMAL, "2.4", Decimal("2.4")),
        (Kind.DATE, "5/3/2022", date(2022, 3, 5)),
        (Kind.DATE, "30/6", date(2022, 6, 30)),
        (Kind.BOOLEAN, "x", True),
        (Kind.BOOLEAN, "Có", True),
        (Kind.BOOLEAN, "", False),
        (Kind.CHOICE, "hoan thanh", "completed"),
        (Kind.CHOICE, "completed", "completed"),
        (Kind.REFERENCE, "", ""),
        (Kind.TEXT, "Ấp 2", "Ấp 2"),
    ],
)
def test_what_clerks_type_is_understood(kind: Kind, text: str, value: object) -> None:
    assert typed_value(kind, text, STATES, lambda: SAMPLE_DAY) == value


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        (Kind.INTEGER, "1.5", "not_whole"),
        (Kind.INTEGER, "mười", "not_a_number"),
        (Kind.DATE, "31/2/2022", "no_such_day"),
        (Kind.CHOICE, "xong rồi", "not_a_choice"),
        (Kind.BOOLEAN, "có thể", "not_yes_or_no"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(kind: Kind, text: str, reason: str) -> None:
    with pytest.raises(InputError) as refused:
        typed_value(kind, text, STATES)
    assert refused.value.reason == reason


EDITORS: list[tuple[type[QWidget], object]] = [
    (TextEdit, "Ấp Mỹ Điền"),
    (GrowingEdit, "dòng một\ndòng hai"),
    (NumberEdit, 1234),
    (DateEdit, date(2022, 6, 30)),
    (YesNoEdit, True),
]


@pytest.mark.parametrize(("made", "value"), EDITORS)
def test_an_editor_gives_back_what_it_was_given(qtbot: QtBot, made: type[AnyEditor], value: object) -> None:
    editor = made()  # type: ignore[call-arg]
    qtbot.addWidget(editor)
    editor.set_value(value)
    assert editor.value() == value
    editor.set_value(None)
    assert editor.value() in (None, "", False)


def test_no_line_masks_completes_or_validates(qtbot: QtBot) -> None:
    """UniKey rewrites the last letters by backspaces; whatever intervenes there garbles Vietnamese."""
    for editor in (TextEdit(), NumberEdit(), DateEdit(), ReferenceEdit(people)):
        qtbot.addWidget(editor)
        assert editor.inputMask() == ""
        assert editor.completer() is None
        assert editor.validator() is None


def test_a_day_is_kept_as_typed_until_it_is_asked_for(qtbot: QtBot) -> None:
    editor = DateEdit(today=lambda: SAMPLE_DAY)
    show(qtbot, editor)
    qtbot.keyClicks(editor, "5/3")
    assert editor.text() == "5/3"
    assert editor.value() == date(2022, 3, 5)


def test_ctrl_semicolon_is_the_program_s_today(qtbot: QtBot) -> None:
    editor = DateEdit(today=lambda: SAMPLE_DAY)
    show(qtbot, editor)
    with qtbot.waitSignal(editor.finished):
        qtbot.keyClick(editor, Qt.Key.Key_Semicolon, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "18/06/2022"


def test_the_calendar_opens_at_the_day_and_gives_the_one_picked(qtbot: QtBot) -> None:
    editor = DateEdit(today=lambda: SAMPLE_DAY)
    show(qtbot, editor)
    qtbot.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = editor.findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)
    assert popup.calendar.selectedDate() == QDate(2022, 6, 18)
    with qtbot.waitSignal(editor.finished):
        popup.calendar.activated.emit(QDate(2022, 6, 30))
    assert editor.value() == date(2022, 6, 30)


def test_an_unknown_choice_from_a_newer_program_is_kept(qtbot: QtBot) -> None:
    editor = ChoiceEdit(STATES)
    qtbot.addWidget(editor)
    editor.set_value("redo")
    assert editor.value() == "redo"
    editor.set_value("completed")
    assert editor.currentText() == "Hoàn thành"


def test_scrolling_a_form_does_not_change_a_choice_on_the_way(qtbot: QtBot) -> None:
    editor = ChoiceEdit(STATES)
    show(qtbot, editor)
    editor.set_value("not_started")
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    editor.wheelEvent(wheel)
    assert editor.value() == "not_started"


def test_a_person_is_found_by_a_few_letters_without_marks(qtbot: QtBot) -> None:
    editor = ReferenceEdit(people, named)
    show(qtbot, editor)
    qtbot.keyClicks(editor, "hong")
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    assert editor.text() == "hong"
    with qtbot.waitSignal(editor.finished):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "Lê Thị Hồng"
    assert editor.value() == "b2"


def test_a_person_shows_by_name_and_can_be_taken_away(qtbot: QtBot) -> None:
    editor = ReferenceEdit(people, named)
    qtbot.addWidget(editor)
    editor.set_value("a1")
    assert editor.text() == "Nguyễn Văn Bình"
    assert editor.value() == "a1"
    editor.clear()
    assert editor.value() == ""


def test_a_name_nobody_has_is_refused(qtbot: QtBot) -> None:
    editor = ReferenceEdit(people, named)
    qtbot.addWidget(editor)
    editor.setText("Trần Văn Không")
    assert not editor.readable()


def test_esc_closes_the_list_before_it_leaves_the_field(qtbot: QtBot) -> None:
    editor = ReferenceEdit(people, named)
    show(qtbot, editor)
    editor.open_list()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert editor.text() == ""


def test_a_text_grows_with_its_lines_up_to_a_limit(qtbot: QtBot) -> None:
    editor = GrowingEdit()
    editor.resize(240, 60)
    show(qtbot, editor)
    small = editor.height()
    editor.set_value("\n".join(f"dòng {n}" for n in range(6)))
    middle = editor.height()
    editor.set_value("\n".join(f"dòng {n}" for n in range(60)))
    assert small < middle < editor.height() < 320


def test_tab_leaves_a_text_of_several_lines(qtbot: QtBot) -> None:
    editor = GrowingEdit()
    qtbot.addWidget(editor)
    assert editor.tabChangesFocus()


def test_no_bar_covers_the_last_line_of_a_wrapped_text(qtbot: QtBot) -> None:
    editor = GrowingEdit()
    show(qtbot, editor)
    editor.set_value(
        "Kế hoạch của xã Phú Điền thực hiện Chương trình hành động của Huyện ủy và kế hoạch của huyện"
    )
    for width in range(200, 520):
        editor.resize(width, editor.height())
        assert not editor.horizontalScrollBar().isVisible(), width


def test_typing_over_a_value_starts_with_what_was_typed(qtbot: QtBot) -> None:
    for editor in (TextEdit(), GrowingEdit(), NumberEdit()):
        qtbot.addWidget(editor)
        editor.set_value(5)
        editor.start_with("12")
        assert str(editor.value()) == "12"
