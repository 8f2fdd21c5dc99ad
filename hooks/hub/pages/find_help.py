"""Find help: the public first contacts of every country, on one page that works without a script."""

from hub.freshness import contact_state
from hub.library import covered_countries
from hub.page import Plan
from hub.pages.country import contacts_of, mechanism
from hub.view import view

TYPE = "find_help"


def regional(library):
    """Records of no single country that carry a contact channel."""
    return [r for r in library.records.values() if len(r.entry.countries) != 1 and getattr(r.entry, "contacts", ())]


def plans(library):
    needs = [record.id for code in covered_countries() for record in contacts_of(library, code)]
    needs += [mechanism(library, code).id for code in covered_countries() if mechanism(library, code)]
    yield Plan(TYPE, "help/", needs=tuple(dict.fromkeys([*needs, *(record.id for record in regional(library))])))


def context(library, plan, drawing):
    language = drawing.language
    countries = []
    for code in covered_countries():
        record = mechanism(library, code)
        helpers = [view(library, item, language) for item in contacts_of(library, code)]
        countries.append((code, drawing.labels.country(code), helpers, record))
    return {
        "title": drawing.say("Find help"),
        "description": drawing.say("Whom to contact about trafficking in human beings, country by country."),
        "countries": countries,
        "state": contact_state,
        "help_facing": True,
        "layout": "with-contents",
    }
