"""What was sent stands there until it is received; a code read out by phone is typed in and closes it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app.pictures import settle
from desktop.domain.receipt_code import format_receipt
from desktop.ui.bundles import send_printing
from desktop.ui.bundles.bundles_screen import BundlesScreen
from desktop.ui.bundles.result_card import ResultCard
from desktop.ui.bundles.send_health import stick_health
from desktop.ui.bundles.sticks import Stick
from desktop.ui.theme.tokens import Tone
from desktop.ui.widgets.cards import ErrorCard
from desktop.ui.widgets.scrolled import bring_into_view
from desktop.usecases.check_stick import Sign
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.import_bundle import import_bundles
from desktop.usecases.receipts import given_receipts
from desktop.usecases.receive_bundles import Standing
from tests.helpers.offices import DISTRICT, PHU_DIEN, SampleYear, no_progress
from tests.helpers.screens import CountedKeys
from tests.ui.bundles.conftest import Open


def code_of_first(sent: SampleYear) -> str:
    """The district takes Phú Điền's bundle and reads its code out."""
    with closing(sent.open(DISTRICT)) as office:
        import_bundles(office, [sent.stick / "30067-may1-1.goi"], no_progress)
        return format_receipt(given_receipts(office, {}, PHU_DIEN)[0].receipt)


def reread(screen: BundlesScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.context.lane.idle):
        screen.refresh()


def test_a_code_typed_as_it_is_heard_closes_the_bundle(
    open_screen: Open, sent: SampleYear, qtbot: QtBot
) -> None:
    code = code_of_first(sent)
    screen, asked = open_screen(PHU_DIEN)
    card = screen.send_page.receipts
    assert card.rows[0]._words.text().endswith("written and verified, waits for its receipt.")
    assert [row.isVisibleTo(card) for row in card.rows] == [True, False, False]
    card.field.setFocus()
    keys = CountedKeys()
    keys.type(code.lower().replace("-", " ").replace("0", "o"))
    with qtbot.waitSignal(card.confirmed):
        keys.press(Qt.Key.Key_Return)
    assert card.answer.text == "Huyện Tháp Mười has received bundle 1."
    assert card.field.text() == ""
    assert asked.changed == [frozenset({"sync_log"})]
    reread(screen, qtbot)
    assert "Huyện Tháp Mười has received it" in card.rows[0]._words.text()
    assert screen.send_page._changes.text().startswith("All is received, as the code typed here says.")
    assert screen.tabs.tabText(0) == "Send"


def test_a_wrong_code_is_refused_beside_the_field_and_may_be_typed_over(
    open_screen: Open, sent: SampleYear, qtbot: QtBot
) -> None:
    code = code_of_first(sent)
    screen, asked = open_screen(PHU_DIEN)
    card = screen.send_page.receipts
    card.field.setText(code[:-1] + ("1" if code[-1] != "1" else "2"))
    with qtbot.waitSignal(screen.context.lane.idle):
        card.confirm_button.click()
    assert card.answer.text.startswith("One character of the code is wrong")
    assert card.field.hasFocus()
    assert card.field.selectedText() == card.field.text()
    assert asked.errors == []
    assert asked.changed == []


def test_the_answer_to_a_wrong_code_leaves_the_field_in_sight(open_screen: Open, qtbot: QtBot) -> None:
    """In a low window the sentence stands above the field and pushes it down: the page follows."""
    screen, _asked = open_screen(PHU_DIEN)
    screen.resize(820, 330)
    card = screen.send_page.receipts
    bring_into_view(card.field)
    qtbot.waitUntil(lambda: not card.field.visibleRegion().isEmpty())
    card.field.setText("634-0HV-P1K8")
    with qtbot.waitSignal(screen.context.lane.idle):
        card.confirm()
    settle(screen.context.lane)
    assert card.answer.text
    assert card.field.visibleRegion().boundingRect() == card.field.rect()


def test_a_bundle_is_written_again_to_another_stick(
    open_screen: Open, sent: SampleYear, tmp_path: Path, qtbot: QtBot
) -> None:
    screen, _asked = open_screen(PHU_DIEN)
    page = screen.send_page
    page.places.choose(tmp_path)
    with qtbot.waitSignal(screen.context.lane.idle):
        page.receipts.rows[0].again.click()
    assert isinstance(page.outcome.card, ResultCard)
    again = tmp_path / "30067-may1-1-2.goi"
    assert again.read_bytes() == (sent.stick / "30067-may1-1.goi").read_bytes()
    assert again.name in page.outcome.card.lines[0]


def test_a_line_of_the_log_is_written_again_where_the_sending_page_says(
    open_screen: Open, sent: SampleYear, qtbot: QtBot
) -> None:
    screen, _asked = open_screen(PHU_DIEN)
    screen.show_tab("log")
    page = screen.log_page
    page.panel.view.go_to(0)
    assert not page.again.isHidden()
    with qtbot.waitSignal(screen.context.lane.idle):
        page.again.click()
    assert screen.tabs.key() == "send"
    assert (sent.stick / "30067-may1-1-2.goi").is_file()


def test_without_a_copy_nothing_is_offered_again(open_screen: Open, sent: SampleYear) -> None:
    shutil.rmtree(sent.folder / PHU_DIEN / "data" / "outbox")
    screen, _asked = open_screen(PHU_DIEN)
    row = screen.send_page.receipts.rows[0]
    assert row.again.isHidden()
    assert not row.slip.isHidden()


def test_before_the_first_bundle_one_sentence_stands_there(open_screen: Open, sent: SampleYear) -> None:
    with closing(sent.open(PHU_DIEN)) as office, office.store.writing() as connection:
        connection.execute("DELETE FROM sync_log")
    screen, _asked = open_screen(PHU_DIEN)
    card = screen.send_page.receipts
    assert not card._nothing.isHidden()
    assert all(row.isHidden() for row in card.rows)


def test_a_bundle_that_brings_receipts_only_is_taken_in_the_window(
    open_screen: Open, sent: SampleYear, tmp_path: Path, qtbot: QtBot
) -> None:
    """The district has nothing new for the commune, but it has taken its bundle."""
    code_of_first(sent)
    with closing(sent.open(DISTRICT)) as office:
        export_bundles(office, tmp_path / "first", no_progress)
    with closing(sent.open(PHU_DIEN)) as office:
        import_bundles(office, [*(tmp_path / "first" / PHU_DIEN).glob("*.goi")], no_progress)
        (second,) = export_bundles(office, sent.stick, no_progress)
    with closing(sent.open(DISTRICT)) as office:
        import_bundles(office, [second.path], no_progress)
        export_bundles(office, tmp_path / "back", no_progress)
    screen, _asked = open_screen(PHU_DIEN)
    screen.show_tab("receive")
    page = screen.receive_page
    with qtbot.waitSignal(screen.context.lane.idle):
        page.look_at([tmp_path / "back"])
    bundle = page.received.current()
    assert bundle is not None
    assert bundle.standing is Standing.RECEIPTS
    with qtbot.waitSignal(screen.context.lane.idle):
        page.take_clean()
    arrived = "Receipts of Huyện Tháp Mười: 1 bundle(s) sent from here have arrived."
    assert page.received.done.text == page.received.detail.sentence.text().partition("\n")[0] == arrived
    reread(screen, qtbot)
    assert "has received it" in screen.send_page.receipts.rows[0]._words.text()
    model = screen.log_page.panel.model
    outcomes = [model.index(row, model.column_index("outcome")).data() for row in range(model.rowCount())]
    assert "Brought receipts: 1 bundle(s) sent from here have arrived." in outcomes


# --- the stick ----------------------------------------------------------------------------------------


def stick(**changes: Any) -> Stick:
    facts: dict[str, Any] = {"root": Path("/media/a"), "name": "A", "free": 10**9, "bundles": 0}
    return Stick(**(facts | changes))


@pytest.mark.parametrize(
    ("made", "tone", "words"),
    [
        (stick(), Tone.GREEN, "fit"),
        (stick(is_writable=False), Tone.RED, "switch"),
        (stick(free=100_000), Tone.RED, "nearly full"),
        (stick(signs=((Sign.SHORTCUT, ("Ảnh.lnk",)),)), Tone.AMBER, "shortcuts (Ảnh.lnk)"),
        (stick(signs=((Sign.PROGRAM, ("a.exe", "b.exe", "c.js", "d.vbs")),)), Tone.AMBER, "c.js …)"),
        (stick(signs=((Sign.HIDDEN_TWIN, ("Ảnh",)), (Sign.AUTORUN, ("autorun.inf",)))), Tone.AMBER, "Ảnh"),
    ],
)
def test_the_health_of_a_stick_is_one_sentence(made: Stick, tone: Tone, words: str) -> None:
    sentence, found = stick_health(made, 50_000)
    assert found is tone
    assert words in sentence


def test_the_health_of_the_stick_stands_above_the_button(open_screen: Open, qtbot: QtBot) -> None:
    screen, _asked = open_screen(PHU_DIEN)
    page = screen.send_page
    assert page.health.text.startswith("The stick is fit")
    page.places.show_sticks([stick(is_writable=False)])
    assert "locked against writing" in page.health.text
    assert not page.button.isEnabled()
    assert not page.receipts.rows[0].again.isEnabled()
    page.places.show_sticks([stick(signs=((Sign.SHORTCUT, ("Ảnh.lnk",)),))])
    assert page.button.isEnabled()
    page.places.show_sticks([])
    assert page.health.isHidden()


def test_a_stick_that_was_pulled_out_is_named_on_the_card(
    open_screen: Open, sent: SampleYear, qtbot: QtBot
) -> None:
    screen, _asked = open_screen(PHU_DIEN)
    page = screen.send_page
    away = sent.stick.with_name("away")
    steps: list[int] = []

    def pulled(*_step: object) -> None:
        steps.append(1)
        if len(steps) == 3:
            (sent.folder / "stick").rename(away)

    with qtbot.waitSignal(screen.context.lane.idle):
        page._run(lambda _progress: export_bundles(screen.context.office, page.places.folder, pulled), away)  # type: ignore[arg-type]
    assert isinstance(page.outcome.card, ErrorCard)
    assert "pulled out" in page.outcome.card.accessibleName()
    assert "Nothing counts as sent" in page.outcome.card.accessibleName()


# --- paper --------------------------------------------------------------------------------------------

Shown = list[tuple[str, Callable[[QPrinter], None], QPrinter]]


@pytest.fixture
def previews(monkeypatch: pytest.MonkeyPatch) -> Shown:
    """What would be shown in the preview, with its painter."""
    shown: Shown = []

    def show(_parent: QWidget, printer: QPrinter, title: str, paint: Callable[[QPrinter], None]) -> None:
        shown.append((title, paint, printer))

    monkeypatch.setattr(send_printing, "show_preview", show)
    return shown


def pages_of(shown: Shown, path: Path) -> int:
    """Print what was shown into a PDF and count its pages."""
    ((_title, paint, printer),) = shown
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    paint(printer)
    return path.read_bytes().count(b"/Type /Page\n")


def test_the_slip_of_a_bundle_just_written_is_one_click_away(
    open_screen: Open, previews: Shown, tmp_path: Path, qtbot: QtBot
) -> None:
    screen, _asked = open_screen(PHU_DIEN)
    page = screen.send_page
    with qtbot.waitSignal(screen.context.lane.idle):
        page.write()
    assert isinstance(page.outcome.card, ResultCard)
    (slip,) = page.outcome.card.more
    with qtbot.waitSignal(screen.context.lane.idle):
        slip.click()
    assert pages_of(previews, tmp_path / "slip.pdf") == 1
    assert previews[0][0] == "Slip of the bundle"


def test_the_district_prints_the_receipts_of_what_it_took_on_one_page(
    open_screen: Open, previews: Shown, tmp_path: Path, qtbot: QtBot
) -> None:
    screen, _asked = open_screen(DISTRICT)
    page = screen.receive_page
    with qtbot.waitSignal(screen.context.lane.idle):
        page.look_at([page._context.office.store.folder.parent.parent / "stick"])
    assert page.received.print_button.isHidden()
    with qtbot.waitSignal(screen.context.lane.idle):
        page.take_clean()
    bundle = page.received.current()
    assert bundle is not None
    assert format_receipt(bundle.receipt) in page.received.detail.sentence.text()
    with qtbot.waitSignal(screen.context.lane.idle):
        page.received.print_button.click()
    assert pages_of(previews, tmp_path / "receipts.pdf") == 1


def test_the_log_shows_each_code_and_prints_those_of_the_day(
    open_screen: Open, sent: SampleYear, previews: Shown, tmp_path: Path, qtbot: QtBot
) -> None:
    with closing(sent.open(DISTRICT)) as office:
        import_bundles(office, sorted(sent.stick.glob("*.goi")), no_progress)
        codes = {line.bundle: format_receipt(line.receipt) for line in given_receipts(office, {})}
    screen, _asked = open_screen(DISTRICT)
    screen.show_tab("log")
    page = screen.log_page
    shown = {line.id: format_receipt(line.receipt) for line in page._lines if line.receipt}
    assert shown == codes
    assert len(codes) == 13
    rows = [page.panel.model.row(row) for row in range(page.panel.model.rowCount())]
    row = next(place for place, line in enumerate(rows) if line is not None and line.receipt)
    page.panel.view.go_to(row)
    assert page.again.isHidden()
    with qtbot.waitSignal(screen.context.lane.idle):
        page.receipts.click()
    assert pages_of(previews, tmp_path / "day.pdf") == 1
