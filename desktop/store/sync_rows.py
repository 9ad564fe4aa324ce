"""The Peewee models of what each computer keeps for itself: writers, commits, peers, history, log.

None of these tables travels.  ``writer`` columns hold the local number of a writer (a small whole
number instead of 32 digits), because every row's stamps name writers.
"""

from __future__ import annotations

from peewee import (
    AutoField,
    BigIntegerField,
    BlobField,
    BooleanField,
    CompositeKey,
    IntegerField,
    Model,
    TextField,
)


class LocalRow(Model):
    """What is never carried."""

    class Meta:
        legacy_table_names = False


class WriterRow(LocalRow):
    """One incarnation of one device in one scope. ``is_own`` marks those this computer writes with now."""

    number = AutoField()
    w = TextField(unique=True)
    scope = TextField()
    device = TextField()
    is_own = BooleanField(default=False)

    class Meta:
        table_name = "sync_writer"


class VersionRow(LocalRow):
    """The version vector: the last commit known of each writer, with its hash."""

    writer = IntegerField(primary_key=True)
    n = BigIntegerField()
    h = TextField()

    class Meta:
        table_name = "sync_vv"


class CommitRow(LocalRow):
    """Every commit known here; ``via`` is the bundle that brought it, "" for this computer's own.

    ``line`` is the number of the first line of the history that tells of an own one; the others follow it.
    """

    writer = IntegerField()
    n = BigIntegerField()
    t = BigIntegerField()
    user = TextField()
    h = TextField()
    via = TextField()
    line = IntegerField(null=True)

    class Meta:
        table_name = "sync_commit"
        primary_key = CompositeKey("writer", "n")


class DotRow(LocalRow):
    """The export index: which rows a commit touched. May name a row whose newer commits hide the old."""

    writer = IntegerField()
    n = BigIntegerField()
    tbl = TextField()
    row_id = TextField()

    class Meta:
        table_name = "sync_dot"
        primary_key = CompositeKey("writer", "n", "tbl", "row_id")


class PeerRow(LocalRow):
    """Another computer: what it last said it has (``have``, JSON as in the manifest) and when."""

    device = TextField(primary_key=True)
    unit = TextField()
    label = TextField(default="")
    have = TextField(default="{}")
    heard_at = BigIntegerField(null=True)
    last_n = BigIntegerField(default=0)

    class Meta:
        table_name = "sync_peer"


class BundleLogRow(LocalRow):
    """One bundle written or received, with what became of it. ``summary`` is JSON for the log screen."""

    bundle = TextField(primary_key=True)
    is_outgoing = BooleanField()
    at = BigIntegerField()
    device = TextField()
    unit = TextField()
    n = BigIntegerField()
    code = TextField()
    row_count = IntegerField(default=0)
    conflict_count = IntegerField(default=0)
    file_name = TextField(default="")
    size = BigIntegerField(default=0)
    sha256 = TextField(default="")
    summary = TextField(default="{}")

    class Meta:
        table_name = "sync_log"


class ParkedRow(LocalRow):
    """A bundle kept aside with its reason, to be tried again."""

    bundle = TextField(primary_key=True)
    path = TextField()
    at = BigIntegerField()
    code = TextField()
    details = TextField(default="{}")

    class Meta:
        table_name = "sync_parked"


class RegistryRow(LocalRow):
    """The registry of enrolled computers in force, as its signed bytes."""

    epoch = IntegerField(primary_key=True)
    document = BlobField()
    signature = BlobField()

    class Meta:
        table_name = "sync_registry"


class OtherRow(LocalRow):
    """A row of a table that this version does not know: kept and forwarded whole (fault 53)."""

    tbl = TextField()
    id = TextField()
    scope = TextField()
    stamps = TextField()

    class Meta:
        table_name = "other_row"
        primary_key = CompositeKey("tbl", "id")


class FileRow(LocalRow):
    """Evidence kept beside the database under its SHA-256; ``is_here`` is 0 while it has not arrived."""

    sha256 = TextField(primary_key=True)
    size = BigIntegerField()
    is_here = BooleanField()

    class Meta:
        table_name = "blob"


class HistoryRow(LocalRow):
    """What was changed by hand: one row for each record that an own commit touched; who and when it tells.

    ``changes`` is JSON: field → [old, new] as stored values.
    """

    number = AutoField()
    writer = IntegerField()
    n = BigIntegerField()
    tbl = TextField()
    row_id = TextField()
    changes = TextField()

    class Meta:
        table_name = "history"


class TakenRow(LocalRow):
    """A bundle whose rows were merged; ``before`` is JSON: what else stood here before (``taken``)."""

    bundle = TextField(primary_key=True)
    before = TextField()

    class Meta:
        table_name = "taken"


class TakenPageRow(LocalRow):
    """What a bundle changed in many records of a table, with what stood there before (``taken_pages``).

    ``after_line`` is the newest line of ``history`` when it came, which gives all changes their order.
    """

    number = AutoField()
    bundle = TextField()
    tbl = TextField()
    after_line = BigIntegerField()
    first_id = TextField()
    last_id = TextField()
    form = TextField()
    ids = TextField()
    content = TextField()
    stamps = TextField()

    class Meta:
        table_name = "taken_page"


class ActionRow(LocalRow):
    """The undo list: own actions in order, with the commits that last did or undid each.

    ``label`` is a key of the window's words ("edit_cell"), ``commits`` JSON: [[writer number, n], …].
    """

    number = AutoField()
    at = BigIntegerField()
    label = TextField()
    is_undone = BooleanField(default=False)
    commits = TextField()

    class Meta:
        table_name = "action"


class MetaRow(LocalRow):
    """Single facts about this database: its office, its lease, the sample's own today."""

    name = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "meta"


LOCAL_ROWS: tuple[type[LocalRow], ...] = (
    WriterRow,
    VersionRow,
    CommitRow,
    DotRow,
    PeerRow,
    BundleLogRow,
    ParkedRow,
    RegistryRow,
    OtherRow,
    FileRow,
    HistoryRow,
    TakenRow,
    TakenPageRow,
    ActionRow,
    MetaRow,
)
