"""The search page: the box, what results can be narrowed by, and the same ways in as plain links."""

from hub.page import Plan
from hub.search.facets import FACETS, used_values
from hub.term_pages import BY_VOCABULARY
from hub.vocabulary import vocabulary

TYPE = "search"


def plans(library):
    yield Plan(TYPE, "search/", needs=tuple(library.records))


def choices(library, drawing):
    """[(Facet, [(id, label, number of records)])]; values that lead nowhere are left out."""
    counts = used_values(library)
    found = []
    for facet in FACETS:
        used = counts[facet.name]
        if facet.vocabulary:
            values = [(term, label(drawing, facet, term), used[term]) for term in vocabulary(facet.vocabulary).terms if term in used]
        else:
            sources = sorted(used, key=lambda source: (-used[source], source))
            values = [(source, drawing.card(source).title, used[source]) for source in sources]
        found.append((facet, values))
    return found


def label(drawing, facet, term):
    return drawing.labels.plural("kinds", term) if facet.name == "kind" else drawing.labels.term(facet.vocabulary, term)


def ways_in(drawing):
    """[(label, path)] of the plain indexes behind the facets."""
    say = drawing.say
    pages = [BY_VOCABULARY[name] for name in ("themes", "forms_of_exploitation", "target_groups", "statuses")]
    return [(say("Countries"), "countries/"), *((say(one.title), f"{one.section}/") for one in pages), (drawing.labels.plural("kinds", "source"), "sources/")]


def context(library, plan, drawing):
    return {
        "title": drawing.say("Search"),
        "description": drawing.say("Search the hub by word, country, theme and kind. What you type stays on your device."),
        "choices": choices(library, drawing),
        "ways_in": ways_in(drawing),
        "layout": "broad",
    }
