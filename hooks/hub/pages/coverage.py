"""What is known where: how many entries each country has of each kind and on each theme."""

from hub.kinds import KINDS
from hub.library import covered_countries
from hub.page import Plan
from hub.vocabulary import vocabulary

TYPE = "coverage"
SHADES = (0, 1, 3, 8, 20)  # least number of entries for each shade


def plans(library):
    yield Plan(TYPE, "coverage/", needs=tuple(library.records))


def shade(number):
    return sum(number >= least for least in SHADES) - 1


def context(library, plan, drawing):
    def table(labelled, belongs):
        rows = []
        for key, label, path in labelled:
            numbers = [sum(belongs(record, key) for record in library.of_country(code) if record.kind.name != "list") for code in covered_countries()]
            if any(numbers):
                rows.append((label, path, [(number, shade(number)) for number in numbers]))
        return rows

    kinds = [(name, drawing.labels.plural("kinds", name), f"{kind.section}/") for name, kind in KINDS.items()]
    themes = [(theme, drawing.labels.term("themes", theme), f"themes/{theme}/") for theme in vocabulary("themes").terms]
    entries = [record for record in library.records.values() if record.kind.name != "list"]
    years = [record.entry.as_of.year for record in entries]
    return {
        "title": drawing.say("What is known where"),
        "description": drawing.say("How much the hub holds on each country, by kind and theme. An empty cell says what we do not know."),
        "countries": covered_countries(),
        "tables": [
            (drawing.say("By kind"), "kinds", table(kinds, lambda record, key: record.kind.name == key)),
            (drawing.say("By theme"), "themes", table(themes, lambda record, key: key in record.entry.themes)),
        ],
        "totals": [(drawing.labels.plural("kinds", name), f"{kind.section}/", len(library.of_kind(name))) for name, kind in KINDS.items() if library.of_kind(name)],
        "total": len(entries),
        "ages": [
            (drawing.say("Facts of 2015 or later"), sum(year >= 2015 for year in years)),
            (drawing.say("Facts of 2010 to 2014"), sum(2010 <= year < 2015 for year in years)),
            (drawing.say("Facts of 2009 or earlier"), sum(year < 2010 for year in years)),
        ],
        "translated": [(code, sum(library.coverage(record.id, code) == "complete" for record in entries)) for code in (drawing.language,)],
        "layout": "broad",
    }
