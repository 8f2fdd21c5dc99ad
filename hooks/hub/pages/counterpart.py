"""One function in every country: the bodies that have it, those in place first."""

from hub.library import covered_countries
from hub.page import Plan
from hub.pages.counterparts import FUNCTIONS, used_roles, with_role

TYPE = "counterpart"


def plans(library):
    for role in dict.fromkeys([*FUNCTIONS, *used_roles(library)]):
        records = [record.id for record in library.of_kind("organisation") if role in record.entry.roles]
        yield Plan(TYPE, f"counterparts/{role}/", role, tuple(records))


def context(library, plan, drawing):
    role = plan.subject
    label = drawing.labels.term("roles", role)
    countries = []
    for code in covered_countries():
        cards = sorted(drawing.cards(with_role(library, role, code)), key=lambda card: card.status != "current")
        countries.append((code, drawing.labels.country(code), cards))
    wider = [record for record in library.of_kind("organisation") if role in record.entry.roles and len(record.entry.countries) not in (1, 2, 3)]
    return {
        "title": label,
        "description": drawing.labels.definition("roles", role) or drawing.say("Who has this function, country by country."),
        "crumbs": [(drawing.say("Find your counterpart"), "counterparts/")],
        "definition": drawing.labels.definition("roles", role),
        "countries": countries,
        "wider": drawing.cards(wider),
        "layout": "with-contents",
    }
