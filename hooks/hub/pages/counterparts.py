"""Counterparts: which body has a function, in every country at once."""

from hub.library import covered_countries
from hub.page import Plan
from hub.vocabulary import vocabulary

TYPE = "counterparts"

# The functions that people look for across borders stand in the table; pages of the others are listed below it.
FUNCTIONS = (
    "national-coordinator", "coordination-unit", "national-rapporteur", "police", "prosecution", "first-contact", "helpline",
    "shelter-operator", "labour-inspection", "border-immigration", "child-protection", "social-services", "ngo-platform",
    "return-and-reintegration", "legal-aid", "trade-union",
)  # fmt: skip


def with_role(library, role, code):
    """Records of organisations of one country, or of a few, that have a role."""
    return [
        record
        for record in library.of_country(code)
        if record.kind.name == "organisation" and role in record.entry.roles and len(record.entry.countries) <= 3
    ]


def used_roles(library):
    used = {role for record in library.of_kind("organisation") for role in record.entry.roles}
    return [role for role in vocabulary("roles").terms if role in used]


def plans(library):
    yield Plan(TYPE, "counterparts/", needs=tuple(record.id for record in library.of_kind("organisation")))


def context(library, plan, drawing):
    used = used_roles(library)
    table = []
    for role in FUNCTIONS:
        cells = []
        for code in covered_countries():
            records = with_role(library, role, code)
            cells.append((code, len(records), sum(record.entry.status == "current" for record in records)))
        table.append((role, cells))
    return {
        "title": drawing.say("Find your counterpart"),
        "description": drawing.say("Who has the same function in another country: coordinators, police, prosecutors, inspectors, shelters and others."),
        "countries": covered_countries(),
        "table": table,
        "others": [role for role in used if role not in FUNCTIONS],
        "layout": "broad",
    }
