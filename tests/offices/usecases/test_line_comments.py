"""What the district disagrees with goes back as a comment beside the line, never as a change of it."""

from __future__ import annotations

import pytest

from desktop.domain.entities import Plan, Task
from desktop.domain.errors import Code, SoSenError
from desktop.usecases.edit_records import add_record
from desktop.usecases.line_comments import comment_line, comments_on, open_comments, settle_comment
from desktop.usecases.read_plan import read_plan
from tests.helpers.dumps import shared_state
from tests.helpers.network import COMMUNE_X, Network


@pytest.fixture
def task(network: Network) -> Task:
    made = add_record(network["X1"], Task(title="Tăng cường tuyên truyền"))
    network.settle()
    return made


def test_a_returned_line_reaches_all_computers_of_the_unit(network: Network, task: Task) -> None:
    """The clerk reads what is wanted beside the line; the line itself is untouched."""
    before = shared_state(network["X1"].store, COMMUNE_X)
    comment_line(network["H"], "task", task.id, " Ghi rõ số buổi và người chủ trì. ")
    network.settle()
    for name in ("X1", "X2"):
        (line,) = open_comments(network[name])
        assert (line.comment.text, line.title) == ("Ghi rõ số buổi và người chủ trì.", task.title)
        assert line.office_name == "Huyện Tháp Mười"
        assert line.opens == ("task", task.id)
        assert not line.may_settle
        assert [one.id for one in comments_on(network[name], "task", task.id)] == [line.id]
    assert shared_state(network["X1"].store, COMMUNE_X) == before
    assert open_comments(network["Y"]) == []


def test_settled_comments_are_no_work_any_more(network: Network, task: Task) -> None:
    """The office ticks it off; the unit's list is empty with the next bundle, the words stay."""
    made = comment_line(network["H"], "task", task.id, "Ghi rõ số buổi.")
    network.settle()
    settle_comment(network["H"], made)
    network.settle()
    assert open_comments(network["X1"]) == []
    (line,) = comments_on(network["X1"], "task", task.id)
    assert line.comment.is_settled


def test_the_plan_marks_the_line_until_the_comment_is_settled(network: Network) -> None:
    """Of thirty lines the clerk sees which one the office wants changed, without opening each."""
    plan = add_record(network["X1"], Plan(year=2026, title="Kế hoạch"))
    tasks = [add_record(network["X1"], Task(plan_id=plan.id, title=title)) for title in ("Một", "Hai")]
    network.settle()
    made = comment_line(network["H"], "task", tasks[1].id, "Ghi rõ số buổi.")
    network.settle()
    view = read_plan(network["X1"], COMMUNE_X, 2026)
    assert {line.id: line.comments for line in view.tasks} == {tasks[0].id: 0, tasks[1].id: 1}
    assert view.counts.commented == 1
    settle_comment(network["H"], made)
    network.settle()
    assert read_plan(network["X1"], COMMUNE_X, 2026).counts.commented == 0


@pytest.mark.parametrize(("name", "code"), [("X1", Code.E_READONLY), ("Y", Code.E_MISSING)])
def test_nobody_else_returns_a_line(network: Network, task: Task, name: str, code: Code) -> None:
    """A commune returns neither its own lines nor another's."""
    with pytest.raises(SoSenError) as refused:
        comment_line(network[name], "task", task.id, "Không được")
    assert refused.value.code is code


def test_a_comment_needs_words(network: Network, task: Task) -> None:
    """An empty comment helps nobody."""
    with pytest.raises(SoSenError) as refused:
        comment_line(network["H"], "task", task.id, "   ")
    assert refused.value.code is Code.E_INVALID
