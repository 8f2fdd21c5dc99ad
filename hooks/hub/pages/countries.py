"""The index of countries, with the map of the region."""

from hub.library import covered_countries
from hub.page import Plan
from hub.region_map import region_map
from hub.vocabulary import vocabulary

TYPE = "countries"


def plans(library):
    yield Plan(TYPE, "countries/", needs=tuple(library.records))


def country_links(library, drawing):
    """[(group label, [(code, name, number of entries)])] in page order."""
    known = vocabulary("countries")
    return [
        (
            drawing.labels.group("countries", group),
            [(code, drawing.labels.country(code), len(library.of_country(code))) for code in known.terms if known.terms[code].group == group],
        )
        for group in known.groups
    ]


def context(library, plan, drawing):
    return {
        "title": drawing.say("Countries"),
        "description": drawing.say("Who does what in each country, the referral path, and whom to contact."),
        "groups": country_links(library, drawing),
        "region": region_map(),
        "covered": covered_countries(),
        "layout": "broad",
    }
