"""The home page: what the hub is, help first, then ways in by country, theme and kind, and what is new."""

from hub.kinds import KINDS
from hub.library import covered_countries
from hub.page import Plan
from hub.pages.countries import country_links
from hub.pages.terms import term_groups
from hub.term_pages import BY_VOCABULARY
from hub.region_map import region_map

TYPE = "home"
NEWEST = 6


def newest(library):
    """The entries looked at last; of one day, practices before others."""
    order = ["practice", *KINDS]
    records = [r for r in library.records.values() if r.kind.name not in ("source", "event", "list") and not r.listed_in]
    return sorted(records, key=lambda r: (-r.entry.reviewed.toordinal(), order.index(r.kind.name), -r.entry.as_of.year, r.id))[:NEWEST]


def plans(library):
    yield Plan(TYPE, "", needs=tuple(library.records))


def context(library, plan, drawing):
    return {
        "title": drawing.say("Nordic-Baltic Hub against Trafficking in Human Beings"),
        "description": drawing.say("Practices, referral mechanisms and contacts in the Nordic and Baltic Sea countries."),
        "introduction": drawing.written("index"),
        "countries": country_links(library, drawing),
        "region": region_map(),
        "covered": covered_countries(),
        "theme_groups": term_groups(library, BY_VOCABULARY["themes"], drawing),
        "kinds": [(name, kind.section, len(library.of_kind(name))) for name, kind in KINDS.items() if library.of_kind(name)],
        "newest": [drawing.card(record.id) for record in newest(library)],
        "help_facing": True,
        "layout": "broad",
    }
