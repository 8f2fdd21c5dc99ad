"""A controlled term's page: what it means, where that comes from, and everything filed under it, kind by kind."""

from hub.kinds import KINDS
from hub.page import Plan
from hub.term_pages import BY_VOCABULARY, TERM_PAGES
from hub.vocabulary import vocabulary

TYPE = "term"


def plans(library):
    for pages in TERM_PAGES:
        for term in vocabulary(pages.vocabulary).terms:
            records = library.of_term(pages, term)
            yield Plan(TYPE, f"{pages.section}/{term}/", f"{pages.vocabulary}:{term}", tuple(record.id for record in records))


def context(library, plan, drawing):
    name, _, term_id = plan.subject.partition(":")
    pages, known = BY_VOCABULARY[name], vocabulary(name)
    term = known.terms[term_id]
    records = [record for record in library.of_term(pages, term_id) if record.kind.name != "list"]
    groups = [(kind, drawing.cards([record for record in records if record.kind.name == kind])) for kind in KINDS]
    definition = drawing.labels.definition(name, term_id)
    siblings = [other for other in known.terms.values() if other.group == term.group and other.id != term_id and library.of_term(pages, other.id)]
    return {
        "title": drawing.labels.term(name, term_id),
        "description": definition or drawing.say(pages.about),
        "crumbs": [(drawing.say(pages.title), f"{pages.section}/")],
        "kicker": drawing.say(pages.kicker),
        "definition": definition,
        "term": term,
        "origin": known.source,
        "groups": [(kind, cards) for kind, cards in groups if cards],
        "siblings": [(f"{pages.section}/{other.id}/", drawing.labels.term(name, other.id)) for other in siblings],
        "layout": "with-contents",
    }
