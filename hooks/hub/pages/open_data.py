"""Open data: what there is for other programs, under which licence and promises, and what is withheld and why."""

from hub.kinds import KINDS
from hub.page import Plan
from hub.project import SOURCE_LANGUAGE

TYPE = "open_data"


def plans(library):
    yield Plan(TYPE, "api/", needs=tuple(library.records))


def context(library, plan, drawing):
    return {
        "title": drawing.say("Open data"),
        "description": drawing.say("Everything in the hub for other programs: formats, licence, promises, and what is withheld."),
        "crumbs": [],
        "root": "../" if drawing.language == SOURCE_LANGUAGE else "../../",
        "kinds": [(name, drawing.labels.plural("kinds", name), len(library.of_kind(name))) for name in KINDS if library.of_kind(name)],
        "comparisons": drawing.cards([record for record in library.of_kind("comparison")]),
        "layout": "with-contents",
    }
