"""The index of each vocabulary whose terms have pages."""

from hub.page import Plan
from hub.term_pages import BY_VOCABULARY, TERM_PAGES
from hub.vocabulary import vocabulary

TYPE = "terms"


def plans(library):
    for pages in TERM_PAGES:
        yield Plan(TYPE, f"{pages.section}/", pages.vocabulary, needs=tuple(library.records))


def term_groups(library, pages, drawing):
    """[(group label or nothing, [(term, label, number of entries)])]; a term without entries is left out."""
    known = vocabulary(pages.vocabulary)
    groups = []
    for group in known.groups or ("",):
        terms = [
            (term.id, drawing.labels.term(known.name, term.id), len(library.of_term(pages, term.id)))
            for term in known.terms.values()
            if term.group == group and library.of_term(pages, term.id)
        ]
        if terms:
            groups.append((drawing.labels.group(known.name, group) if group else "", terms))
    return groups


def context(library, plan, drawing):
    pages = BY_VOCABULARY[plan.subject]
    return {
        "title": drawing.say(pages.title),
        "description": drawing.say(pages.about),
        "pages": pages,
        "groups": term_groups(library, pages, drawing),
        "layout": "broad",
    }
