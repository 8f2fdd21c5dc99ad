"""A country's page: help now, who does what, the referral path as steps, shelters, practices, advice, plans over time."""

from hub.freshness import EXPIRED, contact_state
from hub.kinds import KINDS
from hub.library import covered_countries
from hub.page import Plan
from hub.pages.entry import year_of
from hub.view import Notes, view
from hub.vocabulary import vocabulary

TYPE = "country"

# Functions in the order in which a practitioner asks for them.
FUNCTIONS = (
    "first-contact", "helpline", "national-coordinator", "coordination-unit", "national-rapporteur", "inter-agency-body",
    "assistance-system", "identification", "police", "prosecution", "court", "border-immigration", "labour-inspection",
    "social-services", "municipality", "child-protection", "health", "victim-support", "shelter-operator", "ngo-platform", "ngo",
    "faith-based", "trade-union", "employer", "legal-aid", "compensation-authority", "equality-body", "return-and-reintegration",
    "ministry", "research", "international", "regional", "emergency", "other",
)  # fmt: skip
MOST = 12
LINE_YEARS = (2000, 2023)  # what the bars of the time line span; earlier beginnings are cut off


def plans(library):
    for code in covered_countries():
        records = library.of_country(code)
        sources = {source for record in records if record.kind.name == "nrm" for source in library.sources_of(record)}
        yield Plan(TYPE, f"countries/{code.lower()}/", code, tuple(dict.fromkeys([*(record.id for record in records), *sorted(sources)])))


def mechanism(library, code):
    """The record of the country's referral mechanism, or None."""
    return next((record for record in library.of_kind("nrm") if code in record.entry.countries), None)


def own(library, code, kind):
    """Records of one kind that are this country's alone, or shared by at most a few countries."""
    return [record for record in library.of_country(code) if record.kind.name == kind and len(record.entry.countries) <= 3]


def contacts_of(library, code):
    """Records with a contact channel that may be shown at the build date, help for victims first."""
    found = []
    for record in library.of_country(code):
        channels = getattr(record.entry, "contacts", ())
        shown = [channel for channel in channels if contact_state(channel, library.as_of) != EXPIRED]
        if shown and len(record.entry.countries) == 1:
            serves = any("victims" in channel.audience or "public" in channel.audience for channel in shown)
            emergency = "emergency" in getattr(record.entry, "roles", ())
            found.append((not emergency, not serves, record.id, record))
    return [record for *_, record in sorted(found, key=lambda item: item[:3])]


def by_function(library, code, drawing):
    """[(function, cards)] of the organisations, each under every role it has."""
    cards = drawing.cards(own(library, code, "organisation"))
    groups = []
    for function in FUNCTIONS:
        found = [item for item in cards if function in item.roles]
        if found:
            groups.append((function, sorted(found, key=lambda item: item.status != "current")))
    return groups


def path_steps(mechanism_view):
    """[(step, [(date, Step view)])]: every layer that says anything of a step, newest first."""
    steps = []
    for step in vocabulary("nrm_steps").terms:
        found = [(layer.as_of, getattr(layer.steps, step)) for layer in mechanism_view.layers]
        steps.append((step, [(date, content) for date, content in found if says_anything(content)]))
    return steps


def says_anything(step):
    return any((step.who, step.what, step.time_limits, step.conditions, step.gaps))


def plans_over_time(mechanism_view):
    """Action plans of all layers, each with the date of its layer."""
    return [(layer.as_of, fact) for layer in mechanism_view.layers for fact in layer.action_plans]


def time_line(library, code, drawing):
    """[(first year, last year or None while it ran on, card)] of everything of the country that began or happened at a known time."""
    found = []
    for record in library.of_country(code):
        period, day = getattr(record.entry, "period", None), getattr(record.entry, "date", None)
        start = (period.start or period.end) if period else day if record.kind.name == "event" else None
        if start and len(record.entry.countries) <= 3:
            end = period.end if period else day
            found.append((start.year, end.year if end else None, record.id))
    return [(first, last, drawing.card(key)) for first, last, key in sorted(found, key=lambda item: (item[0], item[1] or 9999, item[2]))]


def cited_sources(library, notes, drawing):
    """The sources that the page's notes name, in order of first use."""
    return [(drawing.card(source), year_of(library.records[source]), places, ()) for source, places in notes.by_source().items()]


def advice(library, code, drawing):
    """Cards of recommendations of this country alone."""
    return drawing.cards([record for record in library.of_kind("recommendation") if record.entry.countries == (code,)])


def context(library, plan, drawing):
    code, language = plan.subject, drawing.language
    name = drawing.labels.country(code)
    notes = Notes()
    record = mechanism(library, code)
    found = view(library, record, language) if record else None
    cards = {
        kind: drawing.cards(own(library, code, kind))
        for kind in KINDS
        if kind not in ("nrm", "organisation", "source", "recommendation")
    }
    shared = [item for item in library.of_kind("network") if code in item.entry.countries and len(item.entry.countries) > 3]
    return {
        "title": name,
        "description": drawing.say("Who does what in %(country)s, the referral path and whom to contact.") % {"country": name},
        "crumbs": [(drawing.say("Countries"), "countries/")],
        "code": code,
        "name": name,
        "notes": notes,
        "nrm": found,
        "nrm_record": record,
        "steps": path_steps(found) if found else [],
        "figures": next(((layer.as_of, layer.figures) for layer in found.layers if layer.figures), None) if found else None,
        "time_line": time_line(library, code, drawing),
        "line_years": LINE_YEARS,
        "action_plans": plans_over_time(found) if found else [],
        "helpers": [view(library, item, language) for item in contacts_of(library, code)],
        "functions": by_function(library, code, drawing),
        "cards": cards,
        "shared_networks": drawing.cards(shared),
        "advice": advice(library, code, drawing),
        "source_list": lambda: cited_sources(library, notes, drawing),
        "most": MOST,
        "help_facing": True,
        "layout": "with-contents",
    }
