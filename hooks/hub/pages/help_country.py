"""Find help in one country: choose the situation; the public first contacts below."""

from hub.library import covered_countries
from hub.page import Plan
from hub.pages.country import contacts_of, mechanism
from hub.view import view

TYPE = "help_country"


def situations(library):
    """Records of all situations, in the order in which they are offered."""
    return sorted(library.of_kind("situation"), key=lambda record: (record.entry.order, record.id))


def plans(library):
    for code in covered_countries():
        found = mechanism(library, code)
        needs = [*(record.id for record in contacts_of(library, code)), *(record.id for record in situations(library))]
        yield Plan(TYPE, f"help/{code.lower()}/", code, tuple([*needs, found.id] if found else needs))


def context(library, plan, drawing):
    code = plan.subject
    name = drawing.labels.country(code)
    offered = [(record, drawing.card(record.id)) for record in situations(library)]
    return {
        "title": drawing.say("Find help: %(country)s") % {"country": name},
        "description": drawing.say("Whom to contact in %(country)s about trafficking in human beings, by situation.") % {"country": name},
        "crumbs": [(drawing.say("Find help"), "help/")],
        "code": code,
        "name": name,
        "helping": [card for record, card in offered if record.entry.audience != "victims"],
        "concerned": [card for record, card in offered if record.entry.audience == "victims"],
        "helpers": [view(library, item, drawing.language) for item in contacts_of(library, code)],
        "mechanism": mechanism(library, code),
        "help_facing": True,
        "layout": "plain",
    }
