"""The index of one kind of entry, by country."""

from hub.kinds import KINDS
from hub.library import covered_countries
from hub.page import Plan

TYPE = "kind"


def plans(library):
    for name, kind in KINDS.items():
        lists = [record.id for record in library.of_kind("list") if record.kind.section == kind.section]
        yield Plan(TYPE, f"{kind.section}/", name, (*(record.id for record in library.of_kind(name)), *lists))


def context(library, plan, drawing):
    name = plan.subject
    section = KINDS[name].section
    cards = drawing.cards([record for record in library.of_kind(name) if not record.listed_in])
    lists = drawing.cards([record for record in library.of_kind("list") if record.kind.section == section])
    groups = [(code, drawing.labels.country(code), [item for item in cards if item.countries == (code,)]) for code in covered_countries()]
    several = [item for item in cards if len(item.countries) != 1 or item.countries[0] not in covered_countries()]
    groups.append(("", drawing.say("Several countries"), several))
    return {
        "title": drawing.labels.plural("kinds", name),
        "description": drawing.labels.definition("kinds", name),
        "name": name,
        "groups": [group for group in groups if group[2]],
        "lists": lists,
        "total": len(library.of_kind(name)),
        "help_facing": name == "shelter",
        "layout": "with-contents",
    }
