"""S17 on the worst day: every trouble on one stick, very long names, a small display at 125 %."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import translations
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.app.pictures import settle
from desktop.app.screens import screen_entries
from desktop.domain.errors import Code
from desktop.ui.bundles.bundles_screen import LOG, PARKED, RECEIVE, SEND, BundlesScreen
from desktop.ui.bundles.sticks import Stick
from desktop.ui.frame import settings_keys as remembered
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.grid.delegate import CellDelegate
from desktop.ui.grid.view import GridView
from desktop.ui.i18n import VIETNAMESE, install_language
from desktop.ui.waiting.parked_page import ParkedPage
from desktop.ui.widgets.cards import Card
from desktop.usecases.check_stick import Sign
from desktop.usecases.receive_bundles import Standing
from tests.helpers.fitting import unfit
from tests.helpers.hard_stick import LONG_NAME, TROUBLES, HardStick, make_hard_stick

SCALED = (1093, 614)
"""What a display of 1366×768 leaves at 125 %."""
SIGNS = ((Sign.SHORTCUT, ("ANH CUOI.lnk", "TAI LIEU.lnk")), (Sign.AUTORUN, ("autorun.inf",)))


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HardStick]:
    with pytest.MonkeyPatch.context() as patch:
        made = make_hard_stick(tmp_path_factory.mktemp("hard"), patch)
        yield made
        made.network.close()


@pytest.fixture
def window(hard: HardStick, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """The district's program in Vietnamese, after a look at all that lies on the stick."""
    translations.compile_all()
    install_language(qapp, VIETNAMESE)
    office = hard.network["H"]
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue(remembered.SECRETS_SEEN, "yes")
    made = MainWindow(office, screen_entries(office), settings)
    qtbot.addWidget(made)
    made.resize(*SCALED)
    made.show()
    made.navigate("bundles")
    settle(made.lane)
    screen = bundles(made)
    screen.watch.stop()
    screen.receive_page.look_at([hard.folder])
    settle(made.lane)
    yield made
    made.close()


def bundles(window: MainWindow) -> BundlesScreen:
    screen = window.content.stage.current
    assert isinstance(screen, BundlesScreen)
    return screen


def tabs(screen: BundlesScreen) -> list[str]:
    return [str(screen.tabs.tabData(place)) for place in range(screen.tabs.count())]


def test_every_refusal_stands_in_one_list_with_its_sender(window: MainWindow) -> None:
    """The clerk takes what is clean and knows of each other bundle whom to call."""
    page = bundles(window).receive_page
    assert {one.error.code for one in page.bundles if one.error is not None} == TROUBLES
    assert sum(one.standing is Standing.CLEAN for one in page.bundles) == 2
    signed = {Code.E_FORK, Code.E_NEWER, Code.E_GAP, Code.E_REVOKED}
    told = {one.error.code: one.unit_name for one in page.bundles if one.error is not None and one.unit_name}
    assert set(told) == signed
    assert told[Code.E_FORK] == LONG_NAME


def test_no_tab_scrolls_sideways_on_a_small_display_at_125_percent(window: MainWindow) -> None:
    """With names of eighty letters in every table nothing lies beyond the right edge, and no word is cut."""
    screen, wrong = bundles(window), []
    for key in tabs(screen):
        screen.show_tab(key)
        settle(window.lane)
        views = [view for view in screen.findChildren(GridView) if view.isVisible()]
        wrong += [
            f"{key}: {view.accessibleName()}" for view in views if view.horizontalScrollBar().isVisible()
        ]
        wrong += [f"{key}: {line}" for line in unfit(window)]
    assert wrong == []


@pytest.mark.parametrize("tab", [RECEIVE, LOG, "parked", "concerns", SEND])
def test_a_long_name_of_a_unit_is_read_whole(window: MainWindow, tab: str) -> None:
    """What tells one unit from the next stands at the end of the name: none is cut."""
    screen = bundles(window)
    screen.show_tab(tab)
    settle(window.lane)
    cut, seen = [], 0
    for view in [one for one in screen.findChildren(GridView) if one.isVisible()]:
        keys = [column.key for column in view.grid_model.columns]
        if "unit_name" not in keys:
            continue
        for row in range(view.grid_model.rowCount()):
            index = view.grid_model.index(row, keys.index("unit_name"))
            view.scrollTo(index)
            seen += index.data() == LONG_NAME
            delegate = view.itemDelegate()
            assert isinstance(delegate, CellDelegate)
            cut += [words] if (words := delegate.hidden_words(index)) else []
    assert cut == []
    assert seen


def test_a_refusal_that_fits_has_no_bar_beside_it(window: MainWindow) -> None:
    """A bar beside nothing more to read makes one scroll for nothing."""
    page = bundles(window).receive_page
    bundles(window).show_tab(RECEIVE)
    for place, one in enumerate(page.bundles):
        if one.error is None:
            continue
        page.received.panel.view.go_to(place)
        settle(window.lane)
        card = page.received.detail.refusal
        assert card is not None
        areas = page.received.detail.findChildren(QScrollArea)
        (area,) = [one for one in areas if one.isAncestorOf(card)]
        fits = card.height() <= area.viewport().height()
        assert area.verticalScrollBar().isVisible() is not fits, one.error.code


def test_a_stick_with_a_virus_is_told_before_anything_is_opened(window: MainWindow, hard: HardStick) -> None:
    """On the page that receives too: there the clerk is about to look into the stick."""
    screen = bundles(window)
    page = screen.receive_page
    page.start_over()
    page.show_sticks([Stick(hard.folder, "KINGSTON", 8_000_000_000, 9, signs=SIGNS)])
    assert "ANH CUOI.lnk" in page.drop.warning.text
    assert page.drop.warning.isVisibleTo(page.drop)
    page.show_sticks([Stick(hard.folder, "KINGSTON", 8_000_000_000, 9)])
    assert not page.drop.warning.isVisibleTo(page.drop)


@pytest.mark.parametrize(
    "stick",
    [
        Stick(Path("/media/a"), "A", 8_000_000_000, 0),
        Stick(Path("/media/b"), "B", 3_000, 0),
        Stick(Path("/media/c"), "C", 8_000_000_000, 0, is_writable=False),
    ],
)
def test_the_page_that_sends_has_one_bar_at_most(window: MainWindow, stick: Stick) -> None:
    """The list scrolls, the page round it does not: two bars beside each other confuse."""
    screen = bundles(window)
    screen.show_tab(SEND)
    screen.pages.show_sticks([stick])
    settle(window.lane)
    areas = [one for one in screen.send_page.findChildren(QScrollArea) if one.isVisible()]
    assert [area for area in areas if area.verticalScrollBar().isVisible()] == []
    assert unfit(window) == []


def test_a_place_with_a_very_long_name_shows_its_ends_and_its_room(window: MainWindow) -> None:
    screen = bundles(window)
    screen.show_tab(SEND)
    screen.pages.show_sticks([Stick(Path("/media/x"), "KINGSTON CUA CHI HUONG VAN PHONG", 8_000_000_000, 0)])
    settle(window.lane)
    (made,) = screen.send_page.places._buttons.buttons()
    assert made.text().startswith("USB KINGSTON")
    assert made.text().endswith("7,5 GB")
    assert "CHI HUONG VAN PHONG" in made.toolTip()
    assert unfit(window) == []


def test_every_bundle_that_waits_is_told_on_one_card_of_one_layout(window: MainWindow) -> None:
    """Reason, next step, buttons and the facts of the file stand at the same places, whatever the reason."""
    screen = bundles(window)
    screen.show_tab(PARKED)
    settle(window.lane)
    page = screen.pages.page(PARKED)
    assert isinstance(page, ParkedPage)
    codes = set()
    for row in range(page.panel.model.rowCount()):
        page.panel.view.go_to(row)
        settle(window.lane)
        line, card = page.current(), page.card
        assert line is not None
        assert card is not None
        assert [one for one in page.detail.findChildren(Card) if one.isVisible()] == [card]
        words = [one.text() for one in card.findChildren(QLabel) if one.text()]
        assert (words[1], words[3]) == ("Những gì vẫn an toàn", "Việc cần làm")
        assert words[-1].startswith(f"{line.code} · {line.file_name} · ")
        buttons = [one.text() for one in card.findChildren(QPushButton)]
        assert buttons[-2:] == ["Thử lại ngay", "Bỏ gói này"]
        codes.add(line.code)
    assert codes == {Code.E_FORK, Code.E_NEWER, Code.E_GAP, Code.E_REVOKED, Code.E_UNKNOWN_SIGNER}


def test_a_bundle_that_waits_for_the_office_s_word_is_not_told_as_a_missing_one(window: MainWindow) -> None:
    """The advice for a copied computer is its own, not that of a gap."""
    screen = bundles(window)
    screen.show_tab("parked")
    settle(window.lane)
    page = screen.pages.page("parked")
    said = {label.text() for label in page.findChildren(QLabel) if label.isVisible()}
    assert any("phần việc của cả hai máy đều được giữ" in words for words in said)
    assert not any("phần còn thiếu" in words for words in said)
