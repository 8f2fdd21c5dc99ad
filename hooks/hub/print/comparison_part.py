"""Referral mechanisms side by side: figures, and each step as the newest layer of each country tells it."""

from hub.pages.compare import FIGURES, newest_figures, unusual
from hub.pages.country import mechanism, path_steps, says_anything
from hub.print import blocks
from hub.print.entry_part import days, fact_items, months, noted_sources
from hub.shown import ASPECTS
from hub.vocabulary import vocabulary


def ordered(edition, codes):
    """[(code, record)] of the countries that have a mechanism, by name."""
    found = [(code, record) for code in codes if (record := mechanism(edition.library, code))]
    return sorted(found, key=lambda item: edition.labels[0].country(item[0]))


def figures_table(edition, codes, formal=False):
    """One row for each country; a dot marks what differs from most."""
    found = [(code, record, *newest_figures(record.entry)) for code, record in ordered(edition, codes)]
    odd = unusual([(code, date, figures) for code, _, date, figures in found])
    columns = [edition.say("Country"), *([edition.say("Formal National Referral Mechanism")] if formal else []), edition.say("As of"), *figure_heads(edition)]
    lines = []
    for code, record, date, values in found:
        edition.show(record)
        line = [{"text": edition.country(code), "head": True, "marks": edition.marks(values.cite) if values else []}]
        if formal:
            line.append(edition.term("answers", record.entry.formal))
        if values is None:
            line += [edition.same("")] * (len(FIGURES) + 1)
        else:
            edition.facts.append(date)
            line.append(edition.date(date))
            line += [{"text": shown(edition, values, figure), "odd": (code, figure) in odd} for figure in FIGURES]
        lines.append(line)
    return blocks.table(columns, lines, edition.part, [1.7, *([2.2] if formal else []), 1.6, 1.4, 1.4, 1.4, 2.2, 2.2])


def figure_heads(edition):
    return [
        edition.say("Reflection period"), edition.say("Longest reflection period"), edition.say("First temporary permit"),
        edition.say("Help depends on cooperation with the police"), edition.say("Formal identification procedure"),
    ]  # fmt: skip


def shown(edition, values, figure):
    value = getattr(values, figure)
    if value is None:
        return edition.say("not stated")
    return days(edition, value) if figure.endswith("_days") else months(edition, value) if figure.endswith("_months") else edition.term("answers", value)


def comparison_blocks(edition, codes, level=1):
    """Figures first, then a table for each step."""
    edition.begin()
    made = [
        blocks.heading(level, edition.say("Compare")),
        blocks.paragraph(edition.say("A dot marks what differs from most countries. Old figures are history: ask before you tell anybody a period.")),
        blocks.heading(level + 1, edition.say("Figures")), figures_table(edition, codes),
    ]  # fmt: skip
    for step in vocabulary("nrm_steps").terms:
        lines = []
        for code, record in ordered(edition, codes):
            index = next((n for n, layer in enumerate(record.entry.layers) if says_anything(getattr(layer.steps, step))), None)
            told = told_of(edition, record, index, step) if index is not None else []
            date = edition.date(record.entry.layers[index].as_of) if index is not None else edition.same("")
            lines.append([{"text": edition.country(code), "head": True}, date, {"facts": told, "text": edition.say("Nothing is known from the sources.")}])
            if index is not None:
                edition.facts.append(record.entry.layers[index].as_of)
        made += [
            blocks.heading(level + 1, edition.term("nrm_steps", step)),
            blocks.paragraph(edition.by_label("question", "nrm_steps", step), "question"),
            blocks.table([edition.say("Country"), edition.say("As of"), edition.term("nrm_steps", step)], lines, edition.part, [1.2, 1, 6]),
        ]
    return [*made, *noted_sources(edition, list(edition.notes.by_source()), level + 1)]


def told_of(edition, record, index, step):
    """[(label, facts)] of a step at one date."""
    layer = record.entry.layers[index]
    content = getattr(layer.steps, step)
    told = []
    for aspect in ASPECTS:
        items = getattr(content, aspect.field)
        if items and aspect.field != "gaps":
            told.append({"label": edition.say(aspect.heading), "items": fact_items(edition, record, f"layers.{index}.steps.{step}.{aspect.field}", items, layer.as_of)})
    return told


def steps_table(edition, codes):
    """Of which step the sources tell, and from when: the year of the newest layer."""
    steps = tuple(vocabulary("nrm_steps").terms)
    lines = []
    for code, record in ordered(edition, codes):
        known = dict(path_steps(record.entry))
        years = [edition.same(known[step][0][0].year) if known[step] else edition.same("–") for step in steps]
        lines.append([{"text": edition.country(code), "head": True}, *years])
    return blocks.table([edition.say("Country"), *(edition.term("nrm_steps", step) for step in steps)], lines, edition.part, [1.4, *[1] * len(steps)])
