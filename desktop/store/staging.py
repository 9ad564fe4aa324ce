"""The statements that merge plain lines into rows that are here, for one shape of lines.

The lines are put into a temporary table (it lies in memory) and from there into a second one, each beside
what its row shows here; from then on a statement does its work for the whole batch.  In both tables ``at``
is the line's position, ``new0, new1 …`` are the values of the shape's registers; in the second one
``old0, old1 …`` are what the row holds of them, ``there`` is another scope that it stands in, ``before`` are
its stamps and ``stamps`` those after the line's commit, null where it does not plainly follow, and ``row``
is null where nothing is here.  What the lines of one commit share stands once, in a third table.

Statements that write many rows say OR FAIL: whatever fails undoes the whole import, so no copy of every
page has to be kept to undo the statement alone.
"""

from __future__ import annotations

from desktop.store.row_shape import RowShape
from desktop.store.taken_pages import BETWEEN_IDS, BETWEEN_LINES, PAGE_COLUMNS

FOLLOW = "stamps_after"
"""The SQL function (stamps here, shape's number, commit) → stamps after that commit, or null."""

COMMITS_SQL = """
CREATE TEMP TABLE IF NOT EXISTS came (number INTEGER PRIMARY KEY, writer, n);
DELETE FROM temp.came
"""
COMMIT_SQL = "INSERT INTO temp.came (number, writer, n) VALUES (?, ?, ?)"


class Statements:
    """What is asked and written for lines of one shape; ``number`` tells the shapes apart."""

    def __init__(self, shape: RowShape, number: int) -> None:
        self._shape = shape
        self._read = tuple(
            dict.fromkeys((*shape.names, *(shape.table.searched if shape.is_searched else ())))
        )
        """The columns that stand in ``old0, old1 …``; the shape's own come first."""
        news, olds = _listed("new{0}", len(shape.names)), _listed("old{0}", len(self._read))
        width = len(self._read)
        lines, staged = f"temp.line{width}", f"temp.staged{width}"
        self._plain = f"FROM {staged} WHERE stamps IS NOT NULL"
        self.create = (
            f"CREATE TEMP TABLE IF NOT EXISTS line{width} (at INTEGER PRIMARY KEY, id, came, alive"
            f"{_listed('new{0}', width)}); "
            f"CREATE TEMP TABLE IF NOT EXISTS staged{width} (at INTEGER PRIMARY KEY, id, came, alive, row, "
            f"there, was_alive, before, stamps, search_key{_listed('new{0}, old{0}', width)})"
        )
        self.clear = f"DELETE FROM {lines}; DELETE FROM {staged}"
        self.line = (
            f"INSERT INTO {lines} (at, id, came, alive{news}) VALUES (?, ?, ?, ?{', ?' * len(shape.names)})"
        )
        held, table = "".join(f', t."{name}"' for name in self._read), shape.table.table
        self.stage = (
            f"INSERT OR FAIL INTO {staged} (at, id, came, alive{news}, row, there, was_alive, before, "
            f"stamps{olds}) SELECT l.at, l.id, l.came, l.alive{news}, t.rowid, nullif(t.scope, ?), t.alive, "
            f"t.stamps, {FOLLOW}(t.stamps, {number}, l.came){held} FROM {lines} l "
            f'LEFT JOIN "{table}" t ON t.id = l.id'
        )
        self.found = (
            "SELECT count(stamps), count(there), total(stamps IS NOT NULL AND alive <> was_alive) "
            f"FROM {staged}"
        )
        """How many lines plainly follow, how many rows stand in another scope, how many lives change."""
        self.stranger = f"SELECT id, there FROM {staged} WHERE there IS NOT NULL LIMIT 1"
        self.others = f"SELECT at, row IS NULL FROM {staged} WHERE stamps IS NULL"
        """The lines that do not plainly follow: position, whether their row is new here."""
        self.tell = (
            f"SELECT id, was_alive, alive{_listed('old{0}', len(shape.names))}{news} {self._plain} LIMIT ?"
        )
        self.index = (
            "INSERT OR IGNORE INTO sync_dot (writer, n, tbl, row_id) "
            f"SELECT c.writer, c.n, ?, s.id FROM {staged} s CROSS JOIN temp.came c ON c.number = s.came "
            "WHERE s.stamps IS NOT NULL"
        )
        self.keep = self._keep(staged)
        self.update = self._update(staged)
        self.revive = (
            f'UPDATE OR FAIL "{shape.table.table}" SET alive = s.alive FROM {staged} s '
            f'WHERE "{shape.table.table}".rowid = s.row AND s.stamps IS NOT NULL AND s.alive <> s.was_alive'
        )
        self.key = f"UPDATE {staged} SET search_key = ? WHERE at = ?"

    @property
    def texts(self) -> str:
        """Position, and the searched fields as they are after the commit."""
        names = self._shape.names
        texts = [f"{'new' if name in names else 'old'}{i}" for i, name in enumerate(self._read)]
        searched = [texts[self._read.index(name)] for name in self._shape.table.searched]
        return f"SELECT at, {', '.join(searched)} {self._plain}"

    def _update(self, staged: str) -> str:
        """Life is left out: it is in the lists' indexes and seldom changes."""
        table = self._shape.table.table
        key = ", search_key = s.search_key" if self._shape.is_searched else ""
        fields = "".join(f', "{name}" = s.new{i}' for i, name in enumerate(self._shape.names))
        return (
            f'UPDATE OR FAIL "{table}" SET stamps = s.stamps{key}{fields} FROM {staged} s '
            f'WHERE "{table}".rowid = s.row AND s.stamps IS NOT NULL'
        )

    def _keep(self, staged: str) -> str:
        """What stands here before the change; parameters: bundle, table, own line, form, positions."""
        pairs = "".join(f", old{i}, new{i}" for i in range(len(self._shape.names)))
        between = f"char({ord(BETWEEN_LINES)})"
        return (
            f"INSERT INTO taken_page ({PAGE_COLUMNS}) SELECT ?, ?, ?, min(id), max(id), ?, "
            f"group_concat(id, '{BETWEEN_IDS}'), "
            f"group_concat(json_array(came, was_alive, alive{pairs}), {between}), "
            f"group_concat(before, {between}) {self._plain} AND at >= ? AND at < ? HAVING count(*) > 0"
        )


def _listed(pattern: str, count: int) -> str:
    return "".join(f", {pattern.format(i)}" for i in range(count))
