"""The merge: in any order, by any route, every edit that nobody overwrote knowingly stays."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.change import Part
from desktop.domain.merge import (
    Registers,
    Sibling,
    claim_rank,
    is_conflict,
    life_winner,
    merge_row,
    parts_of,
    registers_of,
    winner,
)

WRITERS = 4
NAMES = ("title", "due_on", "note")
IDS = ["", "aa", "bb", "cc", "dd"]
"""Numbers begin at 1, as in a database."""

Dot = tuple[int, int]


@dataclass(frozen=True)
class Commit:
    """What a person did: values of some registers, written with everything in ``seen`` before the eyes."""

    writer: int
    n: int
    values: dict[str, str]
    seen: frozenset[Dot]


@dataclass
class Replica:
    """A computer: its version vector and the state of one row."""

    known: list[int] = field(default_factory=lambda: [0] * (WRITERS + 1))
    row: Registers = field(default_factory=dict)

    def write(self, writer: int, values: dict[str, str]) -> None:
        """A local commit: it has seen all that is here."""
        self.known[writer] += 1
        n = self.known[writer]
        for name, value in values.items():
            self.row[name] = (Sibling(writer, n, n, value),)

    def take(self, other: Replica) -> None:
        """Import all that ``other`` has: a bundle whose base is nothing."""
        self.row = merge_row(self.row, other.row, self.known, other.known)
        self.known = list(map(max, self.known, other.known))

    def copy(self) -> Replica:
        return Replica(list(self.known), dict(self.row))


class History:
    """Four writers at four replicas of one row, beside a naive model that remembers every commit."""

    def __init__(self) -> None:
        self.replicas = [Replica() for _writer in range(WRITERS)]
        self.commits: list[Commit] = []
        self._seen: list[set[Dot]] = [set() for _writer in range(WRITERS)]

    def write(self, at: int, values: dict[str, str]) -> None:
        self.replicas[at].write(at + 1, values)
        dot = (at + 1, self.replicas[at].known[at + 1])
        self.commits.append(Commit(*dot, values, frozenset(self._seen[at])))
        self._seen[at].add(dot)

    def take(self, at: int, source: int) -> None:
        self.replicas[at].take(self.replicas[source])
        self._seen[at] |= self._seen[source]

    def expected(self, at: int) -> dict[str, set[tuple[Dot, str]]]:
        """The causal maxima: of each register, the values that no known commit has written over knowingly."""
        known = [commit for commit in self.commits if (commit.writer, commit.n) in self._seen[at]]
        found: dict[str, set[tuple[Dot, str]]] = {}
        for commit, name in itertools.product(known, NAMES):
            dot = (commit.writer, commit.n)
            if name in commit.values and not any(name in c.values and dot in c.seen for c in known):
                found.setdefault(name, set()).add((dot, commit.values[name]))
        return found


def shown(row: Registers) -> dict[str, set[tuple[Dot, str]]]:
    return {name: {((s.writer, s.n), str(s.value)) for s in siblings} for name, siblings in row.items()}


VALUES = st.dictionaries(st.sampled_from(NAMES), st.sampled_from("abc"), min_size=1)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.integers(0, WRITERS - 1), VALUES),
        st.tuples(st.integers(0, WRITERS - 1), st.integers(0, WRITERS - 1)),
    ),
    max_size=25,
)


def played(steps: Sequence[tuple[int, dict[str, str] | int]]) -> History:
    history = History()
    for at, what in steps:
        if isinstance(what, dict):
            history.write(at, what)
        else:
            history.take(at, what)
    return history


@given(STEPS)
def test_no_edit_is_lost_and_none_comes_back(steps: list[tuple[int, dict[str, str] | int]]) -> None:
    """At every computer stand exactly the values that nobody has overwritten knowingly."""
    history = played(steps)
    for at, replica in enumerate(history.replicas):
        assert shown(replica.row) == history.expected(at)


@given(STEPS)
def test_who_hears_whom_first_does_not_matter(steps: list[tuple[int, dict[str, str] | int]]) -> None:
    """Two computers that exchange all they have are the same afterwards (commutative)."""
    one, two = played(steps).replicas[:2]
    left, right = one.copy(), two.copy()
    left.take(two)
    right.take(one)
    assert left == right


@given(STEPS)
def test_the_route_does_not_matter(steps: list[tuple[int, dict[str, str] | int]]) -> None:
    """Through a third computer or directly: the same (associative)."""
    one, two, three = played(steps).replicas[:3]
    left, carried = one.copy(), two.copy()
    left.take(two)
    left.take(three)
    carried.take(three)
    right = one.copy()
    right.take(carried)
    assert left == right


@given(STEPS)
def test_a_bundle_taken_twice_changes_nothing(steps: list[tuple[int, dict[str, str] | int]]) -> None:
    """Repetition does no harm (idempotent)."""
    one, two = played(steps).replicas[:2]
    one.take(two)
    once = one.copy()
    one.take(two)
    one.take(one)
    assert one == once


@given(STEPS, st.permutations(range(WRITERS)))
def test_the_order_of_bundles_does_not_matter(
    steps: list[tuple[int, dict[str, str] | int]], order: list[int]
) -> None:
    """A district may import its communes in any order."""
    replicas = played(steps).replicas
    straight, mixed = Replica(), Replica()
    for at in range(WRITERS):
        straight.take(replicas[at])
        mixed.take(replicas[order[at]])
    assert straight == mixed


SIBLINGS = st.lists(
    st.builds(
        Sibling, st.integers(1, 4), st.integers(1, 9), st.integers(-1, 5_000_000_000_000), st.text(max_size=2)
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda s: (s.writer, s.n),
)


@given(SIBLINGS, st.randoms(use_true_random=False))
def test_every_computer_shows_the_same_of_several_values(siblings: list[Sibling], random: object) -> None:
    """Which of two concurrent values is shown does not depend on the order in which they came."""
    mixed = list(siblings)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert winner(mixed, IDS) == winner(siblings, IDS)


def test_a_wrong_clock_does_not_win() -> None:
    """A computer whose clock stands in 1970 or 2150 does not decide what is shown."""
    honest = Sibling(1, 1, 1_767_225_600_000, "theo đồng hồ đúng")
    for time in (0, 5_680_000_000_000):
        assert claim_rank(time) == 0
        assert winner([honest, Sibling(4, 9, time, "đồng hồ sai")], IDS) is honest


def test_the_later_believable_claim_is_shown() -> None:
    """Between two honest clocks the newer edit is shown."""
    older, newer = Sibling(2, 5, 1_767_225_600_000, "cũ"), Sibling(1, 2, 1_767_225_600_001, "mới")
    assert winner([older, newer], IDS) is newer


def test_an_edit_wins_over_a_delete_that_did_not_see_it() -> None:
    """A record that somebody still works on does not vanish."""
    assert life_winner([Sibling(1, 1, 9, 0), Sibling(2, 1, 1, 1)])
    assert not life_winner([Sibling(1, 1, 9, 0)])


def test_only_different_values_ask_for_a_decision() -> None:
    """Two people who wrote the same are not bothered; yes and 1 are not the same."""
    assert not is_conflict([Sibling(1, 1, 1, "a"), Sibling(2, 1, 2, "a")])
    assert not is_conflict([Sibling(1, 1, 1, "a")])
    assert is_conflict([Sibling(1, 1, 1, "a"), Sibling(2, 1, 2, "b")])
    assert is_conflict([Sibling(1, 1, 1, True), Sibling(2, 1, 2, 1)])


@given(STEPS)
def test_what_travels_is_what_is_kept(steps: list[tuple[int, dict[str, str] | int]]) -> None:
    """Grouping a row by commit for a bundle, and back by register, loses nothing."""
    for replica in played(steps).replicas:
        parts: list[Part] = parts_of(replica.row)
        assert registers_of(parts) == replica.row
        assert [part[:2] for part in parts] == sorted(part[:2] for part in parts)
