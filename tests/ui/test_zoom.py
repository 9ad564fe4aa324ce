"""At 1366×768 every screen fits its window at every zoom, and no word in it is cut."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import wraps
from pathlib import Path

import pytest
import translations
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.pictures import settle
from desktop.app.screens import screen_entries
from desktop.domain.entities import Plan, Task
from desktop.domain.errors import Code, SoSenError
from desktop.ui.frame import settings_keys as remembered
from desktop.ui.frame.main_window import MainWindow
from desktop.ui.i18n import VIETNAMESE, install_language
from desktop.ui.jobs import DatabaseLane
from desktop.ui.messages.dialog import ErrorDialog
from desktop.ui.plan.screen import PlanScreen
from desktop.ui.programme.item_panel import FORM
from desktop.ui.programme.screen import ProgrammeScreen
from desktop.ui.theme.look import Look
from desktop.ui.welcome.welcome_window import WelcomeWindow
from desktop.ui.widgets.buttons import button, primary_button
from desktop.ui.widgets.detail_split import DetailSplit
from desktop.ui.widgets.page_header import PageHeader
from desktop.usecases.edit_records import add_record, change_fields
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.import_bundle import import_bundles
from tests.helpers.fitting import unfit
from tests.helpers.network import Network, make_network
from tests.helpers.offices import DISTRICT, HUNG_THANH, PHU_DIEN, SampleYear, no_progress
from tests.ui.test_every_screen import places

WIDTH, HEIGHT = 1366, 768
ZOOMS = (0.9, 1.0, 1.25, 1.5, 1.75, 2.0)


def misfits(window: QWidget, width: int = WIDTH, height: int = HEIGHT) -> list[str]:
    """What of a window does not fit: the room it asks for, and every word that is cut."""
    least = window.minimumSizeHint()
    asks = []
    if least.width() > width or least.height() > height or window.width() > width:
        asks = [f"asks for {least.width()}×{least.height()}, is {window.width()} wide"]
    return [*asks, *unfit(window)]


@pytest.fixture(params=[PHU_DIEN, DISTRICT])
def window(
    request: pytest.FixtureRequest, own_sample_year: SampleYear, qtbot: QtBot, qapp: QApplication
) -> Iterator[MainWindow]:
    """The program in Vietnamese, as a commune, and as a district that has taken two bundles."""
    translations.compile_all()
    install_language(qapp, VIETNAMESE)
    year = own_sample_year
    if request.param == DISTRICT:
        for code in (PHU_DIEN, HUNG_THANH):
            with closing(year.open(code)) as commune:
                export_bundles(commune, year.stick, no_progress)
        with closing(year.open(DISTRICT)) as district:
            import_bundles(district, sorted(year.stick.iterdir()), no_progress)
    settings = QSettings(str(year.folder / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue(remembered.SECRETS_SEEN, "yes")
    with closing(year.open(request.param)) as office:
        made = MainWindow(office, screen_entries(office), settings)
        qtbot.addWidget(made)
        made.resize(WIDTH, HEIGHT)
        made.show()
        yield made
        made.close()


def test_every_screen_fits_at_every_zoom_and_cuts_no_word(window: MainWindow, the_look: Look) -> None:
    wrong = set()
    for zoom in ZOOMS:
        the_look.apply(zoom=zoom)
        for place, _screen in places(window):
            wrong |= {f"{zoom:.0%} {place}: {line}" for line in misfits(window)}
    assert wrong == set()


def test_every_screen_fits_a_display_scaled_to_125_percent(window: MainWindow) -> None:
    """1366×768 at 125 % leaves 1093×614 to lay out in."""
    window.resize(1093, 614)
    wrong = {f"{place}: {line}" for place, _screen in places(window) for line in misfits(window, 1093, 614)}
    assert wrong == set()


@pytest.mark.parametrize("window", [PHU_DIEN], indirect=True)
def test_a_very_long_name_of_the_office_makes_no_window_wider(window: MainWindow, the_look: Look) -> None:
    name = "Đảng ủy Khối các cơ quan và doanh nghiệp huyện Tháp Mười, tỉnh Đồng Tháp"
    shown = window.content.top.findChild(QLabel, "unit-name")
    assert isinstance(shown, QLabel)
    for zoom in ZOOMS:
        the_look.apply(zoom=zoom)
        window.content.top.show_unit(name)
        settle(window.lane)
        assert misfits(window) == []
        assert shown.text() == name, "it stands there whole, in two lines where one is too long"
    window.resize(1000, HEIGHT)
    settle(window.lane)
    assert misfits(window) == []
    assert shown.text().endswith("…")
    assert shown.toolTip() == name


@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_welcome_fits_at_every_zoom(
    qtbot: QtBot, qapp: QApplication, the_look: Look, tmp_path: Path, zoom: float
) -> None:
    translations.compile_all()
    install_language(qapp, VIETNAMESE)
    the_look.apply(zoom=zoom)
    welcome = WelcomeWindow(tmp_path / "sample", tmp_path / "home")
    qtbot.addWidget(welcome)
    welcome.resize(WIDTH, HEIGHT)
    welcome.show()
    settle(welcome.lane)
    assert misfits(welcome) == []
    for begin in (welcome.begin_commune, welcome.begin_upper):
        begin()
        settle(welcome.lane)
        assert misfits(welcome) == []
    welcome.open_commune()
    settle(welcome.lane)
    assert misfits(welcome) == []


@pytest.mark.parametrize("zoom", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("window", [PHU_DIEN], indirect=True)
def test_what_opens_above_the_plan_fits_too(window: MainWindow, the_look: Look, zoom: float) -> None:
    the_look.apply(zoom=zoom)
    window.navigate("plan")
    settle(window.lane)
    plan = window.content.stage.current
    assert isinstance(plan, PlanScreen)
    plan.tasks.open_detail()
    window.toggle_help()
    settle(window.lane)
    assert misfits(window) == []
    window.toggle_help()
    for open_one in (plan.show_history, plan.tasks.ask_extension):
        open_one()
        settle(window.lane)
        (dialog,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
        assert misfits(dialog) == [], open_one.__name__
        dialog.reject()
        settle(window.lane)


@pytest.mark.parametrize("window", [DISTRICT], indirect=True)
def test_an_item_of_a_programme_is_filled_in_in_a_drawer(window: MainWindow, the_look: Look) -> None:
    the_look.apply(zoom=2.0)
    window.navigate("programme")
    settle(window.lane)
    programmes = window.content.stage.current
    assert isinstance(programmes, ProgrammeScreen)
    assert programmes.split.is_drawer
    programmes.open_detail()
    programmes.panel.tabs.show_key(FORM)
    settle(window.lane)
    assert programmes.panel.item_form.isVisible()
    assert misfits(window) == []


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("code", [Code.E_IO, Code.E_DATA_DAMAGED, Code.E_FORK])
def test_a_refusal_and_its_details_fit(
    qtbot: QtBot, qapp: QApplication, the_look: Look, zoom: float, code: Code
) -> None:
    translations.compile_all()
    install_language(qapp, VIETNAMESE)
    the_look.apply(zoom=zoom)
    under = QWidget()
    qtbot.addWidget(under)
    under.resize(WIDTH, HEIGHT)
    dialog = ErrorDialog(SoSenError(code, "disk I/O error " * 20, path="D:/so-sen/2022/sosen.db"), under)
    dialog.show()
    assert misfits(dialog) == []
    if zoom <= 1.25:
        assert not dialog.findChildren(QScrollArea)[0].verticalScrollBar().isVisible(), (
            "a bar beside words with room"
        )
    before = dialog.height()
    dialog.card.toggle_details()
    settle_all()
    assert misfits(dialog) == []
    assert dialog.height() >= before


@pytest.mark.parametrize("window", [PHU_DIEN], indirect=True)
def test_short_of_width_the_left_bar_is_icons_with_their_names(window: MainWindow, the_look: Look) -> None:
    side = window.content.side
    wide = side.width()
    the_look.apply(zoom=1.5)
    settle(window.lane)
    assert side.width() < wide / 2
    for key in window.content.stage.keys:
        item = side.item(key)
        assert item.accessibleName().startswith(item.text())
        assert item.toolTip().startswith(item.text())
    the_look.apply(zoom=1.0)
    settle(window.lane)
    assert side.width() == wide


def page_with_head(qtbot: QtBot) -> tuple[QWidget, PageHeader]:
    """A head in a page, whose layout asks it for the room it needs."""
    page, header = QWidget(), PageHeader("Kế hoạch năm 2022", "8 nhiệm vụ trọng tâm")
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(header)
    return page, header


def test_buttons_without_room_are_done_from_the_menu_more(qtbot: QtBot) -> None:
    page, header = page_with_head(qtbot)
    done: list[str] = []
    export = button("Xuất", "table-export", lambda: done.append("export"))
    hidden = button("Gửi", "usb", lambda: done.append("send"), key="F9")
    first = primary_button("Thêm việc", "plus", key="Ctrl+N")
    for one in (export, hidden, first):
        header.add(one)
    hidden.hide()
    page.resize(900, 60)
    page.show()
    assert export.isVisible()
    assert first.text() == "Thêm việc  Ctrl+N"
    assert not header.more_button.isVisible()
    page.resize(330, 60)
    assert not export.isVisible()
    assert first.text() == "Thêm việc"
    (offered,) = header.open_menu().actions()
    offered.trigger()
    assert done == ["export"], "what its owner hid is not in the menu either"
    page.resize(900, 60)
    assert export.isVisible()
    assert not hidden.isVisible()


def test_a_head_that_is_laid_out_comes_to_rest(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """It answers layouts by laying out: one too many and it would do so for ever, and heat the computer."""
    times: list[PageHeader] = []
    arrange = PageHeader._arrange

    @wraps(arrange)  # Qt lets go of a slot with its widget only when the class has one of that name
    def counted(head: PageHeader) -> None:
        times.append(head)
        arrange(head)

    monkeypatch.setattr(PageHeader, "_arrange", counted)
    page, header = page_with_head(qtbot)
    header.add(button("Xuất", "table-export"))
    header.add(primary_button("Thêm việc", "plus", key="Ctrl+N"))
    for width in (900, 400, 300, 900):
        page.resize(width, 60)
        header.show()
        settle_all()
        times.clear()
        settle_all()
        assert times == []


def settle_all() -> None:
    """Let Qt lay out and paint until nothing waits."""
    lane = DatabaseLane()
    settle(lane)
    lane.shut_down()


LONG = (
    "Vận động, hướng dẫn thành viên hợp tác xã nông nghiệp Phú Điền ký kết hợp đồng liên kết sản xuất "
    "và tiêu thụ 350 héc-ta lúa vụ Hè Thu theo tiêu chuẩn VietGAP với doanh nghiệp, gắn với truy xuất "
    "nguồn gốc, không để phát sinh tranh chấp kéo dài trong vụ"
)


@pytest.fixture
def in_dispute(tmp_path: Path) -> Iterator[Network]:
    """A plan whose tasks have very long words; two computers of the commune wrote one of them differently."""
    network = make_network(tmp_path / "network")
    first, second = network["X1"], network["X2"]
    plan = add_record(first, Plan(year=2026, title=f"Kế hoạch: {LONG}"))
    tasks = [
        add_record(
            first,
            Task(
                plan_id=plan.id,
                code=f"1.{n}",
                order=n,
                title=LONG,
                due_on=date(2026, 6, n),
                coordinating=LONG,
            ),
        )
        for n in (1, 18, 20)
    ]
    network.settle()
    for computer, words in ((first, "350"), (second, "420")):
        state = {"title": LONG.replace("350", words), "note": words, "due_on": date(2026, 6, len(words) + 9)}
        change_fields(computer, Task, tasks[0].id, state)
    network.settle()
    yield network
    network.close()


@pytest.mark.parametrize("zoom", [1.0, 1.25, 2.0])
def test_very_long_words_and_values_in_dispute_fit(
    in_dispute: Network, tmp_path: Path, qtbot: QtBot, qapp: QApplication, the_look: Look, zoom: float
) -> None:
    translations.compile_all()
    install_language(qapp, VIETNAMESE)
    the_look.apply(zoom=zoom)
    office = in_dispute["X1"]
    office.today = lambda: date(2026, 6, 17)
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue(remembered.SECRETS_SEEN, "yes")
    window = MainWindow(office, screen_entries(office), settings)
    qtbot.addWidget(window)
    window.resize(WIDTH, HEIGHT)
    window.show()
    shown = {}
    for place, screen in places(window):
        shown[place] = misfits(window)
        for split in screen.findChildren(DetailSplit):
            if split.isVisible():
                split.open_detail()
                settle(window.lane)
                shown[f"{place} with its drawer"] = misfits(window)
    assert "bundles/conflicts" in shown
    assert {place: wrong for place, wrong in shown.items() if wrong} == {}
    window.close()
