"""What waits and what needs a look is listed in words, each with what brings it further."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app.speaker import LazySpeaker
from desktop.cli.console import Console
from desktop.cli.parked import run_parked
from desktop.domain.entities import Plan, Task
from desktop.domain.errors import Code
from desktop.store.peers import hear
from desktop.ui.bundles.bundle_detail import BundleDetail
from desktop.ui.bundles.bundles_screen import CONCERNS, PARKED, RECEIVE, BundlesScreen
from desktop.ui.bundles.log_page import log_columns
from desktop.ui.bundles.received_table import standing_pill
from desktop.ui.jobs import DatabaseLane
from desktop.ui.waiting.concern_words import concern_advice, concern_words
from desktop.ui.waiting.concerns_page import ConcernsPage
from desktop.ui.waiting.parked_page import ParkedPage, next_words
from desktop.usecases.clocks import ClockWarning
from desktop.usecases.describe_preview import ChangeKind
from desktop.usecases.edit_records import add_record, delete_record
from desktop.usecases.evidence import attach_evidence
from desktop.usecases.export_bundle import export_bundles
from desktop.usecases.import_bundle import bundle_files, import_bundles
from desktop.usecases.line_comments import comment_line
from desktop.usecases.list_concerns import Concern, ConcernKind, list_concerns
from desktop.usecases.parking import NextStep, list_parked
from desktop.usecases.read_bundle_log import read_bundle_log
from desktop.usecases.receive_bundles import look_at_bundles, take_bundles
from tests.helpers.network import COMMUNE_X, DISTRICT, Network, everybody_sends
from tests.helpers.offices import DISTRICT as DISTRICT_CODE
from tests.helpers.offices import PHU_DIEN, SampleYear, no_progress
from tests.helpers.screens import Asked, make_context, show_screen


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as opened:
        yield opened


def open_screen(
    network: Network, name: str, folder: Path, stack: ExitStack, qtbot: QtBot
) -> tuple[BundlesScreen, Asked]:
    lane = DatabaseLane()
    stack.callback(lane.shut_down)
    context, asked = make_context(network[name], folder, lane)
    screen = BundlesScreen(context, search=list)
    with qtbot.waitSignal(lane.idle):
        show_screen(screen, qtbot)
    return screen, asked


def settle(screen: BundlesScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.context.lane.idle):
        screen.refresh()


def parked(screen: BundlesScreen) -> ParkedPage:
    screen.show_tab(PARKED)
    page = screen.pages.page(PARKED)
    assert isinstance(page, ParkedPage)
    return page


def concerns(screen: BundlesScreen) -> ConcernsPage:
    screen.show_tab(CONCERNS)
    page = screen.pages.page(CONCERNS)
    assert isinstance(page, ConcernsPage)
    return page


def gap(network: Network) -> tuple[Path, Path]:
    """Two bundles of X1, of which the second builds on the first."""
    add_record(network["X1"], Task(title="Một"))
    first = network.export("X1")[0].path
    store = network["X1"].store
    have = {COMMUNE_X: store.writers.vector(COMMUNE_X)}
    for reader in ("H", "X2"):
        hear(store, network[reader].keys.device, DISTRICT, have, store.now(), 1)
    add_record(network["X1"], Task(title="Hai"))
    return first, network.export("X1")[0].path


def test_a_bundle_that_waits_says_why_and_what_brings_it_further(
    network: Network, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """An earlier bundle is missing: the tab counts it, the row says why; with the earlier one it is taken."""
    first, second = gap(network)
    import_bundles(network["H"], [second], no_progress)
    screen, asked = open_screen(network, "H", tmp_path, stack, qtbot)
    page = parked(screen)
    line = page.current()
    assert line is not None
    assert (line.code, line.next_step) == (Code.E_GAP, NextStep.WAIT)
    assert page.card is not None
    assert "sender" in next_words(line)
    assert not page.place.verticalScrollBar().isVisible()
    take_bundles(network["H"], [first], no_progress)
    settle(screen, qtbot)
    assert page.panel.model.rowCount() == 0
    assert not page.detail.isVisible()
    assert asked.errors == []


def test_an_own_bundle_that_waits_does_not_send_the_clerk_to_its_sender(
    network: Network, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """After a backup was put back: what is missing comes from the others; pages and command say so."""
    everybody_sends(network, 2)
    network["H"].store.back_up("day")
    add_record(network["X1"], Task(title="Việc của xã"))
    everybody_sends(network, 1)
    add_record(network["H"], Task(title="Việc của huyện"))
    sent = network.export("H")
    network.go_back("H")
    (looked, *_others) = look_at_bundles(network["H"], [sent[0].path], no_progress)
    screen, _asked = open_screen(network, "H", tmp_path, stack, qtbot)
    page = parked(screen)
    assert page.card is not None
    shown = " ".join(one.text() for one in page.card.findChildren(QLabel))
    assert "This computer wrote the bundle" in shown
    assert "take those that come back" in shown
    assert "sender" not in shown
    model = page.panel.model
    listed = [model.index(0, place).data() for place in range(model.columnCount())]
    assert any("This computer wrote" in str(words) for words in listed)
    detail = BundleDetail(screen.context, take=lambda: None)
    qtbot.addWidget(detail)
    detail.show_bundle(looked)
    assert detail.refusal is not None
    assert "This computer wrote" in " ".join(one.text() for one in detail.refusal.findChildren(QLabel))
    (logged,) = [line for line in read_bundle_log(network["H"]) if line.code is Code.E_GAP]
    (outcome,) = [one for one in log_columns() if one.key == "outcome"]
    assert outcome.value is not None
    assert "This computer wrote" in str(outcome.value(logged))
    said = StringIO()
    console = Console(LazySpeaker("en"), as_json=False, out=said)
    run_parked(network["H"], Namespace(drop=None, retry=False), console)
    assert "This computer wrote" in said.getvalue()


def test_opening_the_page_closes_what_came_another_way(
    network: Network, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """Nobody decides about a bundle whose content is here by now; it is told once, and gone from the list."""
    _first, second = gap(network)
    import_bundles(network["H"], [second], no_progress)
    network.send("H", "X1")  # X1 learns what the district lacks
    whole = network.export("X1")[0].path
    import_bundles(network["H"], [whole], no_progress)
    assert [line.code for line in list_parked(network["H"])] == [Code.E_GAP]
    screen, asked = open_screen(network, "H", tmp_path, stack, qtbot)
    with qtbot.waitSignal(screen.context.lane.idle):
        page = parked(screen)
    assert asked.notices == ["1 bundle(s) closed: all that they hold had come another way."]
    assert list_parked(network["H"]) == []
    settle(screen, qtbot)
    assert page.panel.model.rowCount() == 0


def test_what_is_kept_aside_is_not_called_refused(
    network: Network, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """The list of what came says that it waits, and one button leads to the page that says for what."""
    _first, second = gap(network)
    screen, asked = open_screen(network, "H", tmp_path, stack, qtbot)
    page = screen.receive_page
    with qtbot.waitSignal(screen.context.lane.idle):
        page.look_at([second])
    assert page.received.sentence.text() == "1 bundle(s): 1 kept aside"
    assert standing_pill(page.bundles[0]).text == "Kept aside"
    screen.show_tab(RECEIVE)
    page.received.detail.waiting_button.click()
    assert asked.places == [("bundles", "parked", "")]
    assert "sync_parked" in asked.changed[-1], "the page it leads to must be read anew"
    settle(screen, qtbot)
    model = screen.log_page.panel.model
    assert model.index(0, model.column_index("way")).data() == "Not taken yet"


def test_the_reason_is_whole_in_a_low_window(
    network: Network, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """At 125 % on a small display the card keeps the height that its words need; the page is scrolled."""
    _first, second = gap(network)
    import_bundles(network["H"], [second], no_progress)
    screen, _asked = open_screen(network, "H", tmp_path, stack, qtbot)
    page = parked(screen)
    screen.resize(800, 330)
    settle(screen, qtbot)
    assert page.card is not None
    assert page.card.height() >= page.card.heightForWidth(page.card.width())
    assert page.detail.width() <= page.place.viewport().width(), "nothing runs over the right edge"


def test_a_stranger_is_led_to_pairing_with_every_button_in_sight(
    network: Network, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """The computer is not in the list: the way to pairing stands there, and no button runs over the edge."""
    device = network["X2"].keys.device
    network.new_registry(
        lambda held: replace(held, devices=tuple(one for one in held.devices if one.id != device)), "H"
    )
    add_record(network["X2"], Task(title="Ba"))
    (sent,) = [one for one in network.export("X2") if one.unit == DISTRICT]
    import_bundles(network["H"], [sent.path], no_progress)
    screen, _asked = open_screen(network, "H", tmp_path, stack, qtbot)
    page = parked(screen)
    line = page.current()
    assert line is not None
    assert line.next_step is NextStep.ENROL
    screen.resize(860, 430)
    settle(screen, qtbot)
    assert page.detail.width() <= page.place.viewport().width()
    next(
        made for made in page.detail.findChildren(QPushButton) if made.text().strip() == "Go to pairing"
    ).click()
    assert screen.tabs.key() == "pairing"


def test_a_comment_and_a_file_are_told_by_their_names(network: Network, tmp_path: Path) -> None:
    """A clerk reads which line is returned and why, before the bundle is taken; not "a newer version"."""
    task = add_record(network["X1"], Task(title="Làm đường ấp Mỹ Tân"))
    proof = tmp_path / "Biên bản.pdf"
    proof.write_bytes(b"%PDF-1.7")
    attach_evidence(network["X1"], task.id, proof, no_progress)
    (up,) = [sent for sent in network.export("X1") if sent.unit == DISTRICT]
    (looked,) = look_at_bundles(network["H"], [up.path], no_progress)
    assert dict(looked.contents.counts) == {ChangeKind.NEW_TASK: 1, ChangeKind.EVIDENCE: 1}
    take_bundles(network["H"], [up.path], no_progress)
    comment_line(network["H"], "task", task.id, "Ghi rõ nguồn vốn.")
    (down,) = [sent for sent in network.export("H") if sent.unit == COMMUNE_X]
    (looked,) = look_at_bundles(network["X1"], [down.path], no_progress)
    (line,) = looked.contents.lines
    assert (line.kind, line.title) == (ChangeKind.COMMENT, "Làm đường ấp Mỹ Tân")
    assert [change.new for change in line.fields] == ["Ghi rõ nguồn vốn."]


def test_trying_again_tells_how_many_could_be_taken(
    network: Network, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """Nothing has changed: the clerk learns that it still waits, and nothing is lost."""
    _first, second = gap(network)
    import_bundles(network["H"], [second], no_progress)
    screen, asked = open_screen(network, "H", tmp_path, stack, qtbot)
    parked(screen).retry()
    settle(screen, qtbot)
    assert len(asked.notices) == 1
    assert "0" in asked.notices[0]
    assert len(list_parked(network["H"])) == 1


def test_a_bundle_that_nobody_wants_is_given_up(
    network: Network, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """One button, and its file is gone; its sender sends again what was not confirmed."""
    _first, second = gap(network)
    import_bundles(network["H"], [second], no_progress)
    screen, _asked = open_screen(network, "H", tmp_path, stack, qtbot)
    page = parked(screen)
    line = page.current()
    assert line is not None
    page.give_up(line)
    settle(screen, qtbot)
    assert list_parked(network["H"]) == []
    assert page.panel.model.rowCount() == 0


def test_a_row_without_its_parent_gets_it_back(
    network: Network, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """One deleted the heading while another added below it: listed, and one button mends it."""
    plan = add_record(network["X1"], Plan(year=2022, title="Kế hoạch"))
    head = add_record(network["X1"], Task(plan_id=plan.id, title="Nhiệm vụ 1", code="1"))
    network.settle()
    delete_record(network["X1"], head)
    add_record(network["X2"], Task(plan_id=plan.id, parent_id=head.id, title="Việc con", code="1.1"))
    network.settle()
    screen, asked = open_screen(network, "X1", tmp_path, stack, qtbot)
    page = concerns(screen)
    row = page.current()
    assert row is not None
    assert row.kind is ConcernKind.ORPHAN
    assert page.restore_button.isVisible()
    page.open_record()
    assert asked.places == [("plan", "task", row.opens[1])]
    page.restore()
    settle(screen, qtbot)
    assert [one.kind for one in list_concerns(network["X1"])] == []
    assert not page.card.isVisible()


def test_an_office_is_told_to_ask_the_unit_for_a_deleted_parent(network: Network) -> None:
    """It cannot bring a commune's row back, and no bundle will: the unit must."""
    plan = add_record(network["X1"], Plan(year=2022, title="Kế hoạch"))
    head = add_record(network["X1"], Task(plan_id=plan.id, title="Nhiệm vụ 1", code="1"))
    network.settle()
    delete_record(network["X1"], head)
    add_record(network["X2"], Task(plan_id=plan.id, parent_id=head.id, title="Việc con", code="1.1"))
    network.settle()
    (concern,) = list_concerns(network["H"])
    assert concern.orphan is not None
    assert not concern.orphan.can_restore
    assert "Ask its unit" in concern_advice(concern)


def test_a_code_given_twice_is_listed_and_opens_the_row(
    network: Network, tmp_path: Path, stack: ExitStack, qtbot: QtBot
) -> None:
    """Two computers numbered alike: both rows stay, and a person decides which changes."""
    plan = add_record(network["X1"], Plan(year=2022, title="Kế hoạch"))
    network.settle()
    for name in ("X1", "X2"):
        add_record(network[name], Task(plan_id=plan.id, title=f"Việc của {name}", code="3"))
    network.settle()
    screen, _asked = open_screen(network, "X2", tmp_path, stack, qtbot)
    page = concerns(screen)
    row = page.current()
    assert row is not None
    assert row.kind is ConcernKind.DUPLICATE
    assert not page.restore_button.isVisible()
    for concern in list_concerns(network["X2"]):
        assert concern_words(concern)
        assert concern_advice(concern)


@pytest.mark.parametrize(("days", "word"), [(3, "ahead"), (-3, "behind")])
def test_a_wrong_clock_is_told_with_its_direction(days: int, word: str) -> None:
    """Whoever telephones knows whether to say forward or back."""
    warning = ClockWarning("30067-19840306", "Phú Điền", "d-0", 0, 0, days)
    concern = Concern("clock:d-0", ConcernKind.OTHER_CLOCK, "Phú Điền", "", clock=warning)
    assert word in concern_words(concern)
    assert "3" in concern_words(concern)


def test_the_sample_year_has_nothing_to_look_at(own_sample_year: SampleYear) -> None:
    """Its clock stands in 2022 on purpose; a new user is not sent to telephone about it."""
    with closing(own_sample_year.open(PHU_DIEN)) as commune:
        export_bundles(commune, own_sample_year.stick, no_progress)
    with closing(own_sample_year.open(DISTRICT_CODE)) as district:
        import_bundles(district, bundle_files(district, [own_sample_year.stick]), no_progress)
        assert list_concerns(district) == []
