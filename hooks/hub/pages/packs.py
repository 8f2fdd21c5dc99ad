"""Print packs: those that are ready, and a form in which an organiser picks entries, countries and themes for one."""

from hub.kinds import KINDS
from hub.library import covered_countries
from hub.page import Plan
from hub.term_pages import BY_VOCABULARY
from hub.vocabulary import vocabulary

TYPE = "packs"
LEFT_OUT = ("source", "situation")


def plans(library):
    yield Plan(TYPE, "print/", needs=tuple(record.id for record in choosable(library)))


def choosable(library):
    """Records with a page of their own, which is what the browser prints."""
    return [record for kind in KINDS if kind not in LEFT_OUT for record in library.of_kind(kind) if not record.listed_in]


def context(library, plan, drawing):
    groups = {}
    for record in choosable(library):
        groups.setdefault(record.kind.name, []).append(record)
    themes = BY_VOCABULARY["themes"]
    return {
        "title": drawing.say("Print packs"),
        "description": drawing.say("Dated, accessible PDF packs for seminars: ready ones, and one of your own choice."),
        "ready": drawing.packs,
        "groups": [(kind, drawing.cards(records)) for kind, records in groups.items()],
        "countries": sorted(covered_countries(), key=drawing.labels.country),
        "themes": [theme for theme in vocabulary("themes").terms if library.of_term(themes, theme)],
        "layout": "plain",
    }
