"""The English words for the values of enumerations, marked for translation; see ``labels``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.entities.organisation import BodyKind, UnitKind
from desktop.domain.entities.plan import AssignmentRole, Direction, PlanState, TaskKind, TaskState
from desktop.domain.entities.upper_level import PeriodKind, ProgrammeKind, ReportingRegime
from desktop.domain.marks import QT_TRANSLATE_NOOP

CHOICE_LABELS: Mapping[type[StrEnum], Mapping[str, str]] = {
    UnitKind: {
        "tinh": QT_TRANSLATE_NOOP("Choices", "Province"),
        "huyen": QT_TRANSLATE_NOOP("Choices", "District"),
        "xa": QT_TRANSLATE_NOOP("Choices", "Commune"),
        "thi_tran": QT_TRANSLATE_NOOP("Choices", "Township"),
        "phuong": QT_TRANSLATE_NOOP("Choices", "Ward"),
        "nganh": QT_TRANSLATE_NOOP("Choices", "Sector"),
    },
    BodyKind: {
        "party_committee": QT_TRANSLATE_NOOP("Choices", "Party Committee"),
        "standing_committee": QT_TRANSLATE_NOOP("Choices", "Standing Committee"),
        "peoples_committee": QT_TRANSLATE_NOOP("Choices", "People's Committee"),
        "peoples_council": QT_TRANSLATE_NOOP("Choices", "People's Council"),
        "mass_organisation": QT_TRANSLATE_NOOP("Choices", "Front and mass organisations"),
        "advisory_body": QT_TRANSLATE_NOOP("Choices", "Advisory body"),
        "party_cell": QT_TRANSLATE_NOOP("Choices", "Party cell"),
        "department": QT_TRANSLATE_NOOP("Choices", "Department"),
        "other": QT_TRANSLATE_NOOP("Choices", "Other"),
    },
    PeriodKind: {
        "week": QT_TRANSLATE_NOOP("Choices", "Week"),
        "month": QT_TRANSLATE_NOOP("Choices", "Month"),
        "quarter": QT_TRANSLATE_NOOP("Choices", "Quarter"),
        "half_year": QT_TRANSLATE_NOOP("Choices", "Half-year"),
        "year": QT_TRANSLATE_NOOP("Choices", "Year"),
    },
    ReportingRegime: {
        "state": QT_TRANSLATE_NOOP("Choices", "State"),
        "party": QT_TRANSLATE_NOOP("Choices", "Party"),
    },
    ProgrammeKind: {
        "action_programme": QT_TRANSLATE_NOOP("Choices", "Action programme"),
        "socio_economic_plan": QT_TRANSLATE_NOOP("Choices", "Socio-economic plan"),
        "resolution": QT_TRANSLATE_NOOP("Choices", "Resolution"),
    },
    PlanState: {
        "draft": QT_TRANSLATE_NOOP("Choices", "Draft"),
        "sent": QT_TRANSLATE_NOOP("Choices", "Sent"),
        "returned": QT_TRANSLATE_NOOP("Choices", "Returned"),
        "approved": QT_TRANSLATE_NOOP("Choices", "Approved"),
        "frozen": QT_TRANSLATE_NOOP("Choices", "Frozen"),
    },
    TaskState: {
        "not_started": QT_TRANSLATE_NOOP("Choices", "Not started"),
        "in_progress": QT_TRANSLATE_NOOP("Choices", "In progress"),
        "pending_confirmation": QT_TRANSLATE_NOOP("Choices", "Pending confirmation"),
        "completed": QT_TRANSLATE_NOOP("Choices", "Completed"),
        "suspended": QT_TRANSLATE_NOOP("Choices", "Suspended"),
        "cancelled": QT_TRANSLATE_NOOP("Choices", "Cancelled"),
    },
    TaskKind: {
        "regular": QT_TRANSLATE_NOOP("Choices", "Regular"),
        "construction": QT_TRANSLATE_NOOP("Choices", "Construction work"),
        "event": QT_TRANSLATE_NOOP("Choices", "Event"),
        "policy": QT_TRANSLATE_NOOP("Choices", "Policy"),
    },
    Direction: {
        "min": QT_TRANSLATE_NOOP("Choices", "At least"),
        "max": QT_TRANSLATE_NOOP("Choices", "At most"),
        "exact": QT_TRANSLATE_NOOP("Choices", "Exactly"),
        "bool": QT_TRANSLATE_NOOP("Choices", "Reached or not"),
    },
    AssignmentRole: {
        "lead": QT_TRANSLATE_NOOP("Choices", "Lead"),
        "coordinating": QT_TRANSLATE_NOOP("Choices", "Coordinating"),
        "leader_in_charge": QT_TRANSLATE_NOOP("Choices", "Leader in charge"),
    },
}
