"""A commune was merged into another: whoever has its records now can do with them what their owner could."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.bundle.registry import Registry
from desktop.domain.entities import Plan, Target, Task
from desktop.domain.scopes import office_scope
from desktop.usecases.conflicts import choose, list_conflicts
from desktop.usecases.edit_records import add_record, change_fields, delete_record
from desktop.usecases.evidence import attach_evidence, list_evidence
from desktop.usecases.line_comments import comment_line, open_comments
from desktop.usecases.list_oddities import list_duplicates, list_orphans
from desktop.usecases.read_plan import read_plan
from desktop.usecases.read_targets import read_targets
from tests.helpers.network import COMMUNE_X, COMMUNE_Y, DISTRICT, Network
from tests.helpers.offices import no_progress


def merge_communes(network: Network) -> None:
    """X becomes a part of Y, which gets all that X had."""

    def succeeded(registry: Registry) -> Registry:
        units = (replace(one, successor=COMMUNE_Y) if one.id == COMMUNE_X else one for one in registry.units)
        return replace(registry, units=tuple(units))

    network.new_registry(succeeded, "H", "X1", "X2", "Y")
    for _time in range(2):
        network.send("H", "Y")
        network.send("Y", "H")


def test_the_successor_settles_what_the_computers_of_the_merged_commune_left_open(network: Network) -> None:
    """The window offers the choice, and it travels; before, nobody was offered it."""
    task = add_record(network["X1"], Task(title="Đường"))
    network.settle()
    change_fields(network["X1"], Task, task.id, {"title": "Đường ấp 1"})
    change_fields(network["X2"], Task, task.id, {"title": "Đường ấp 2"})
    network.settle(2)
    merge_communes(network)
    (seen,) = list_conflicts(network["H"])
    assert not seen.may_settle, "the office above has no say in it"
    (conflict,) = list_conflicts(network["Y"])
    assert conflict.may_settle
    other = next(one for one in conflict.alternatives if not one.is_shown)
    choose(network["Y"], conflict, other)
    network.send("Y", "H")
    assert list_conflicts(network["H"]) == []
    assert network["H"].store.get(Task, task.id).title == other.values[0].value


def test_the_successor_mends_and_goes_on_with_what_it_inherited(network: Network, tmp_path: Path) -> None:
    """Codes given twice, rows without parent, files, targets, the plan and comments on its lines."""
    x1 = network["X1"]
    plan = add_record(x1, Plan(year=2026, title="Kế hoạch"))
    target = add_record(x1, Target(name="Thu nhập", measure_unit="tr", plan_id=plan.id, code="1"))
    add_record(x1, Target(name="Việc làm", measure_unit="%", plan_id=plan.id, code="1"))
    task = add_record(x1, Task(title="Đường", plan_id=plan.id))
    gone = add_record(x1, Task(title="Cầu", plan_id=plan.id))
    add_record(x1, Task(title="Mố cầu", plan_id=plan.id, parent_id=gone.id))
    paper = tmp_path / "bien-ban.pdf"
    paper.write_bytes(b"%PDF-1.7\nBien ban")
    attach_evidence(x1, task.id, paper, no_progress)
    delete_record(x1, gone)
    network.settle()
    comment_line(network["H"], "target", target.id, "Xem lại số này")
    merge_communes(network)
    y = network["Y"]
    assert [one.is_own for one in list_duplicates(y)] == [True]
    assert [one.can_restore for one in list_orphans(y)] == [True]
    assert [one.may_remove for one in list_evidence(y, task.id)] == [True]
    assert read_plan(y, COMMUNE_X, 2026).is_own
    assert not read_plan(y, COMMUNE_X, 2027).is_own, "a new plan is made for the unit that is there now"
    assert [one.comment.scope for one in open_comments(y)] == [office_scope(DISTRICT, COMMUNE_X)]
    assert not read_plan(network["H"], COMMUNE_X, 2026).is_own
    assert not read_targets(y, 2026, COMMUNE_X).is_read_only
