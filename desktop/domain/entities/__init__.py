"""The entities of the program, each declared once; ``ENTITY_TYPES`` is the list of all."""

from __future__ import annotations

from desktop.domain.entities.organisation import (
    Body,
    BodyKind,
    Person,
    Position,
    Unit,
    UnitKind,
)
from desktop.domain.entities.plan import (
    Assignment,
    AssignmentRole,
    Direction,
    Plan,
    PlanState,
    Solution,
    Target,
    TargetValue,
    Task,
    TaskKind,
    TaskState,
)
from desktop.domain.entities.progress import DeadlineExtension, Evidence, ProgressUpdate
from desktop.domain.entities.review import LineComment
from desktop.domain.entities.upper_level import (
    Field,
    Period,
    PeriodKind,
    Programme,
    ProgrammeItem,
    ProgrammeKind,
    ReportingRegime,
)
from desktop.domain.entity import EntityType, entity_type

ENTITY_TYPES: tuple[EntityType, ...] = tuple(
    entity_type(cls)
    for cls in (
        Unit,
        Body,
        Person,
        Position,
        Field,
        Period,
        Programme,
        ProgrammeItem,
        Plan,
        Task,
        Target,
        TargetValue,
        Solution,
        Assignment,
        ProgressUpdate,
        DeadlineExtension,
        Evidence,
        LineComment,
    )
)

__all__ = [
    "ENTITY_TYPES",
    "Assignment",
    "AssignmentRole",
    "Body",
    "BodyKind",
    "DeadlineExtension",
    "Direction",
    "Evidence",
    "Field",
    "LineComment",
    "Period",
    "PeriodKind",
    "Person",
    "Plan",
    "PlanState",
    "Position",
    "Programme",
    "ProgrammeItem",
    "ProgrammeKind",
    "ProgressUpdate",
    "ReportingRegime",
    "Solution",
    "Target",
    "TargetValue",
    "Task",
    "TaskKind",
    "TaskState",
    "Unit",
    "UnitKind",
]
