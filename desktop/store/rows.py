"""The Peewee models of the replicated tables: one for each entity, with the same field names.

Values are kept as they travel (dates in ISO 8601, decimals as text), so a row is carried and merged
without conversion; ``desktop.store.mapping`` turns rows into domain objects and back.  Every
replicated table has besides: ``scope``, ``alive`` (the shown value of the register "."), ``stamps``
(which commit wrote which register, see ``desktop.store.stamps``) and ``search_key`` (folded text).

Models are not bound to a database: a query is bound when it is run, so that several offices'
databases can be open in one process.
"""

from __future__ import annotations

from peewee import BooleanField, IntegerField, Model, TextField


class RecordRow(Model):
    """What every replicated table has."""

    id = TextField(primary_key=True)
    scope = TextField()
    alive = BooleanField(default=True)
    stamps = TextField(default="[]")
    search_key = TextField(default="")

    class Meta:
        legacy_table_names = False


class UnitRow(RecordRow):
    code = TextField(default="")
    name = TextField(default="")
    kind = TextField(default="xa")
    valid_from = TextField(null=True)
    valid_to = TextField(null=True)
    parent_unit_id = TextField(default="")
    successor_codes = TextField(default="")
    phone = TextField(default="")
    order = IntegerField(null=True)

    class Meta:
        table_name = "unit"


class BodyRow(RecordRow):
    name = TextField(default="")
    kind = TextField(default="department")
    order = IntegerField(null=True)
    is_active = BooleanField(default=True)

    class Meta:
        table_name = "body"


class PersonRow(RecordRow):
    full_name = TextField(default="")
    body_id = TextField(default="")
    phone = TextField(default="")
    is_active = BooleanField(default=True)
    is_sample = BooleanField(default=False)

    class Meta:
        table_name = "person"


class PositionRow(RecordRow):
    person_id = TextField(default="")
    body_id = TextField(default="")
    title = TextField(default="")
    from_on = TextField(null=True)
    to_on = TextField(null=True)
    is_leader = BooleanField(default=False)

    class Meta:
        table_name = "position"


class FieldRow(RecordRow):
    code = TextField(default="")
    name = TextField(default="")
    parent_id = TextField(default="")
    order = IntegerField(null=True)
    is_active = BooleanField(default=True)

    class Meta:
        table_name = "field"


class PeriodRow(RecordRow):
    year = IntegerField(null=True)
    kind = TextField(default="month")
    number = IntegerField(null=True)
    regime = TextField(default="state")
    from_on = TextField(null=True)
    cutoff_on = TextField(null=True)
    submit_by = TextField(null=True)

    class Meta:
        table_name = "period"


class ProgrammeRow(RecordRow):
    year = IntegerField(null=True)
    kind = TextField(default="action_programme")
    title = TextField(default="")
    issuer = TextField(default="")
    number = TextField(default="")
    issued_on = TextField(null=True)
    motto = TextField(default="")
    is_sample = BooleanField(default=False)

    class Meta:
        table_name = "programme"


class ProgrammeItemRow(RecordRow):
    programme_id = TextField(default="")
    parent_id = TextField(default="")
    code = TextField(default="")
    order = IntegerField(null=True)
    content = TextField(default="")
    field_id = TextField(default="")
    indicator = TextField(default="")
    indicator_value = TextField(null=True)
    measure_unit = TextField(default="")
    due_on = TextField(null=True)
    is_sample = BooleanField(default=False)

    class Meta:
        table_name = "programme_item"


class PlanRow(RecordRow):
    year = IntegerField(null=True)
    revision = IntegerField(null=True)
    title = TextField(default="")
    number = TextField(default="")
    issued_on = TextField(null=True)
    state = TextField(default="draft")
    programme_id = TextField(default="")
    socio_economic_plan_id = TextField(default="")
    basis = TextField(default="")
    declared_key_tasks = IntegerField(null=True)
    declared_breakthroughs = IntegerField(null=True)
    declared_targets = IntegerField(null=True)
    declared_solutions = IntegerField(null=True)
    is_sample = BooleanField(default=False)

    class Meta:
        table_name = "plan"


class TaskRow(RecordRow):
    plan_id = TextField(default="")
    parent_id = TextField(default="")
    code = TextField(default="")
    order = IntegerField(null=True)
    title = TextField(default="")
    is_key_task = BooleanField(default=False)
    is_breakthrough = BooleanField(default=False)
    kind = TextField(default="regular")
    field_id = TextField(default="")
    item_id = TextField(default="")
    lead_body_id = TextField(default="")
    lead_person_id = TextField(default="")
    coordinating = TextField(default="")
    leader_id = TextField(default="")
    start_on = TextField(null=True)
    due_on = TextField(null=True)
    expected_product = TextField(default="")
    measure = TextField(default="")
    budget = IntegerField(null=True)
    state = TextField(default="not_started")
    percent = IntegerField(null=True)
    completed_on = TextField(null=True)
    is_blocked = BooleanField(default=False)
    note = TextField(default="")
    is_sample = BooleanField(default=False)

    class Meta:
        table_name = "task"


class TargetRow(RecordRow):
    plan_id = TextField(default="")
    code = TextField(default="")
    order = IntegerField(null=True)
    name = TextField(default="")
    wording = TextField(default="")
    measure_unit = TextField(default="")
    direction = TextField(default="min")
    planned_value = TextField(null=True)
    base_value = TextField(null=True)
    is_cumulative = BooleanField(default=False)
    field_id = TextField(default="")
    item_id = TextField(default="")
    source = TextField(default="")
    is_sample = BooleanField(default=False)

    class Meta:
        table_name = "target"


class TargetValueRow(RecordRow):
    target_id = TextField(default="")
    period_id = TextField(default="")
    value = TextField(null=True)
    note = TextField(default="")

    class Meta:
        table_name = "target_value"


class SolutionRow(RecordRow):
    plan_id = TextField(default="")
    task_id = TextField(default="")
    target_id = TextField(default="")
    order = IntegerField(null=True)
    content = TextField(default="")
    field_id = TextField(default="")
    is_sample = BooleanField(default=False)

    class Meta:
        table_name = "solution"


class AssignmentRow(RecordRow):
    task_id = TextField(default="")
    body_id = TextField(default="")
    person_id = TextField(default="")
    role = TextField(default="lead")
    assigned_on = TextField(null=True)
    assigner_id = TextField(default="")
    content = TextField(default="")
    slip_number = TextField(default="")

    class Meta:
        table_name = "assignment"


class ProgressUpdateRow(RecordRow):
    task_id = TextField(default="")
    period_id = TextField(default="")
    reported_on = TextField(null=True)
    state = TextField(default="not_started")
    percent = IntegerField(null=True)
    is_blocked = BooleanField(default=False)
    result = TextField(default="")
    difficulty = TextField(default="")
    proposal = TextField(default="")

    class Meta:
        table_name = "progress_update"


class DeadlineExtensionRow(RecordRow):
    task_id = TextField(default="")
    old_due_on = TextField(null=True)
    new_due_on = TextField(null=True)
    reason = TextField(default="")
    approver = TextField(default="")
    approved_on = TextField(null=True)

    class Meta:
        table_name = "deadline_extension"


class EvidenceRow(RecordRow):
    task_id = TextField(default="")
    name = TextField(default="")
    mime = TextField(default="")
    size = IntegerField(null=True)
    sha256 = TextField(default="")
    note = TextField(default="")

    class Meta:
        table_name = "file"


class LineCommentRow(RecordRow):
    about_table = TextField(default="")
    about_id = TextField(default="")
    text = TextField(default="")
    written_on = TextField(null=True)
    is_settled = BooleanField(default=False)

    class Meta:
        table_name = "line_comment"


RECORD_ROWS: tuple[type[RecordRow], ...] = (
    UnitRow,
    BodyRow,
    PersonRow,
    PositionRow,
    FieldRow,
    PeriodRow,
    ProgrammeRow,
    ProgrammeItemRow,
    PlanRow,
    TaskRow,
    TargetRow,
    TargetValueRow,
    SolutionRow,
    AssignmentRow,
    ProgressUpdateRow,
    DeadlineExtensionRow,
    EvidenceRow,
    LineCommentRow,
)
