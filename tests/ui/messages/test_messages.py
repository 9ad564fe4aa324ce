"""Every refusal says what happened, what is safe and what to do next, about the very thing it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import translations
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.domain.entities import ENTITY_TYPES
from desktop.domain.errors import CancelledError, Code, InvalidValueError, SoSenError
from desktop.domain.formats import NumberFault
from desktop.domain.typed_dates import DateFault
from desktop.ui.i18n import install_language
from desktop.ui.messages.actions import ACTIONS, action_words
from desktop.ui.messages.catalogue import BY_REASON, CATALOGUE
from desktop.ui.messages.dialog import show_error
from desktop.ui.messages.errors import error_text, outcome_sentence
from desktop.ui.messages.problems import problem_sentence
from desktop.ui.messages.reasons import REASONS, reason_sentence
from desktop.ui.widgets.values import InputError
from tests.helpers.source_tree import ROOT

LANGUAGES = ("vi", "en")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The test runs once in each language."""
    translations.compile_all()
    install_language(qapp, request.param)
    yield str(request.param)
    install_language(qapp, "en")


def plain(sentence: str) -> str:
    """A sentence that a clerk can read: something, without codes and open placeholders, with an end."""
    assert sentence
    assert not re.search(r"E_[A-Z]|\{\w*\}", sentence)
    assert sentence[-1] in ".:"
    return sentence


@pytest.mark.parametrize("code", list(Code))
def test_every_code_has_three_sentences(code: Code, language: str) -> None:
    text = error_text(SoSenError(code, reason="required", entity="task", field="title"))
    for sentence in (text.happened, text.safe, text.next):
        plain(sentence)
    assert str(code) in text.details
    assert outcome_sentence(code)


def test_vietnamese_sentences_are_not_the_english_ones(language: str) -> None:
    same = [outcome_sentence(code) == CATALOGUE[code].happened for code in Code]
    assert set(same) == {language == "en"}


@pytest.mark.parametrize(("code", "reason"), list(BY_REASON))
def test_a_cause_with_another_next_step_says_so(code: Code, reason: str, language: str) -> None:
    own, general = error_text(SoSenError(code, reason=reason)), error_text(SoSenError(code))
    for sentence in (own.happened, own.safe, own.next):
        plain(sentence)
    assert own.happened != general.happened
    assert own.next != general.next


def test_every_cause_of_a_failed_reading_or_writing_is_told_apart() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "desktop").rglob("*.py"))
    raised = set(re.findall(r'Code\.E_IO,.*\breason="(\w+)"', sources))
    assert raised == {reason for code, reason in BY_REASON if code is Code.E_IO}


@pytest.mark.parametrize("reason", [*REASONS, *NumberFault, *DateFault, "of_a_newer_program"])
def test_every_reason_has_a_sentence(reason: str, language: str) -> None:
    plain(reason_sentence(reason))
    plain(problem_sentence(InputError(reason)))


def test_reasons_of_the_source_are_all_known() -> None:
    """Those raised for fields, those of rules between fields, and those of typing."""
    sources = [ROOT / "desktop" / "domain" / "entity.py", ROOT / "desktop" / "ui" / "widgets" / "values.py"]
    sources += (ROOT / "desktop" / "domain" / "entities").glob("*.py")
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    raised = set(
        re.findall(r'spec\.name, "(\w+)", value|InputError\("(\w+)"\)|\("[a-z_]+", "([a-z_]+)"\)', text)
    )
    reasons = {reason for groups in raised for reason in groups if reason}
    assert len(reasons) > 10
    assert reasons <= set(REASONS)


def test_a_limit_is_told_in_figures() -> None:
    assert reason_sentence("too_long", "task", "title") == "Too long: at most 4,000 characters."
    assert reason_sentence("too_large", "task", "percent") == "Too large: at most 100."
    assert reason_sentence("too_small", "plan", "year") == "Too small: at least 2,000."
    assert reason_sentence("too_large", "task", "budget") == "Too large."


@pytest.mark.parametrize("entity", [item.table for item in ENTITY_TYPES])
def test_a_refused_value_names_its_field(entity: str, language: str) -> None:
    field = next(item for item in ENTITY_TYPES if item.table == entity).fields[0].name
    text = error_text(InvalidValueError(entity, field, "wrong_type", "x"))
    assert "“" in text.happened
    assert field not in text.happened.split("”")[0].split("_")
    assert "x" not in text.details.splitlines()


def test_a_refusal_names_the_file_it_is_about() -> None:
    stick = error_text(SoSenError(Code.E_SPACE, path="/media/stick/X-1.goi"))
    folder = error_text(SoSenError(Code.E_NO_DATA, path="/home/office/data"))
    assert stick.happened.endswith("\nX-1.goi")
    assert folder.happened.endswith("\n/home/office/data")


def test_a_refusal_fits_below_a_cell() -> None:
    sentence = problem_sentence(SoSenError(Code.E_READONLY, unit="30067-19840306"))
    assert sentence.startswith("This row belongs to another unit")
    assert problem_sentence(InvalidValueError("task", "due_on", "before_start")).endswith("before the start.")


def test_a_fault_of_the_program_is_not_shown_as_a_refusal() -> None:
    with pytest.raises(ZeroDivisionError):
        problem_sentence(ZeroDivisionError())


def test_every_action_that_can_be_undone_has_a_name() -> None:
    sources = [*(ROOT / "desktop" / "usecases").rglob("*.py"), *(ROOT / "desktop" / "ui").rglob("*.py")]
    found = {
        label
        for path in sources
        for label in re.findall(
            r'\blabel(?:: str)? ?= ?"([a-z]+(?:_[a-z]+)*)"', path.read_text(encoding="utf-8")
        )
    }
    assert found
    assert found <= set(ACTIONS)
    assert action_words("of_a_newer_program") == "last change"


def test_the_card_is_closed_by_enter_and_by_escape(qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = show_error(None, SoSenError(Code.E_BUSY, "locked"))
        assert dialog is not None
        qtbot.addWidget(dialog)
        with qtbot.waitSignal(dialog.finished):
            QTest.keyClick(dialog, key)


def test_a_card_that_has_room_stands_without_a_bar(qtbot: QtBot) -> None:
    """A bar beside words that are all in sight makes one look for more."""
    dialog = show_error(None, SoSenError(Code.E_DIGITS, "other digits", path="30067-may1.phieu"))
    assert dialog is not None
    qtbot.addWidget(dialog)
    qtbot.waitExposed(dialog)
    (area,) = dialog.findChildren(QScrollArea)
    assert not area.verticalScrollBar().isVisible()
    dialog.close()


def test_what_the_user_stopped_is_no_error() -> None:
    assert show_error(None, CancelledError()) is None
