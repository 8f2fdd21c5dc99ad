"""Compare: the countries' referral paths side by side, and the figures that can be set against each other."""

from collections import Counter

from hub.library import covered_countries
from hub.page import Plan
from hub.pages.country import cited_sources, mechanism, path_steps
from hub.view import Notes, view
from hub.vocabulary import vocabulary

TYPE = "compare"
FIGURES = ("reflection_period_days", "reflection_period_max_days", "permit_months", "help_depends_on_cooperation", "formal_identification")


def plans(library):
    found = [record for code in covered_countries() if (record := mechanism(library, code))]
    needs = [*(record.id for record in found), *(source for record in found for source in library.sources_of(record))]
    yield Plan(TYPE, "compare/", needs=tuple(dict.fromkeys([*needs, *(record.id for record in library.of_kind("comparison"))])))


def newest_figures(found):
    """(date, figures) of the newest layer that has any, or (None, None)."""
    return next(((layer.as_of, layer.figures) for layer in found.layers if layer.figures), (None, None))


def unusual(rows):
    """{(code, figure)} of the values that differ from what most countries have."""
    odd = set()
    for figure in FIGURES:
        values = {code: getattr(figures, figure) for code, _, figures in rows if figures}
        stated = Counter(value for value in values.values() if value is not None)
        if stated:
            usual, number = stated.most_common(1)[0]
            odd |= {(code, figure) for code, value in values.items() if value not in (None, usual) and number > 1}
    return odd


def context(library, plan, drawing):
    notes = Notes()
    views = {code: view(library, record, drawing.language) for code in covered_countries() if (record := mechanism(library, code))}
    rows = [(code, *newest_figures(found)) for code, found in views.items()]
    newest = {code: {step: layers[0] for step, layers in path_steps(found) if layers} for code, found in views.items()}
    longest = max((figures.reflection_period_max_days or figures.reflection_period_days or 0 for _, _, figures in rows if figures), default=0)
    return {
        "title": drawing.say("Compare countries"),
        "description": drawing.say("Referral paths and figures of the countries side by side, each with its date and source."),
        "views": views,
        "rows": rows,
        "odd": unusual(rows),
        "longest": longest,
        "steps": [(step, [(code, newest[code].get(step)) for code in views]) for step in vocabulary("nrm_steps").terms],
        "comparisons": drawing.cards([record for record in library.of_kind("comparison") if not record.listed_in]),
        "notes": notes,
        "source_list": lambda: cited_sources(library, notes, drawing),
        "layout": "broad",
    }
