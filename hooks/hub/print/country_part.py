"""A country as blocks: whom to contact, the referral path, who does what, shelters, practices, plans and advice."""

from hub.labels import N_
from hub.pages.country import FUNCTIONS, contacts_of, mechanism, own, says_anything
from hub.print import blocks
from hub.print.contact_part import body_with_channels, emergency
from hub.print.entry_part import brief, entry_blocks, fact_block, figure_blocks, noted_sources, step_blocks
from hub.print.qr import qr
from hub.vocabulary import vocabulary

IN_FULL = (("shelter", N_("Shelters")), ("practice", N_("Practices")))
IN_BRIEF = (("network", N_("Networks")), ("instrument", N_("Laws, plans and agreements")), ("tool", N_("Tools")))


def country_blocks(edition, code, level=1, full=True):
    """The country's chapters below headings of `level`. full: shelters and practices in full, not by title and summary."""
    library = edition.library
    record = mechanism(library, code)
    made = contact_blocks(edition, code, level)
    if record:
        made += path_blocks(edition, record, level)
    made += function_blocks(edition, code, level)
    for kind, heading in IN_FULL:
        found = edition.in_order(own(library, code, kind))
        if found:
            made.append(blocks.heading(level, edition.say(heading)))
            if full:
                made += [block for item in found if not item.listed_in for block in entry_blocks(edition, item, level + 1, live=False)]
                found = [item for item in found if item.listed_in]
            if found:
                made.append(blocks.lines([brief(edition, item, place=False) for item in found]))
    if record:
        made += plan_blocks(edition, record, level)
    for kind, heading in IN_BRIEF:
        found = edition.in_order(own(library, code, kind))
        if found:
            made += [blocks.heading(level, edition.say(heading)), blocks.lines([brief(edition, item, place=False) for item in found])]
    advice = edition.in_order([item for item in library.of_kind("recommendation") if item.entry.countries == (code,)])
    if advice:
        made.append(blocks.heading(level, edition.say("Advice from and for this country")))
        made.append(blocks.lines([brief(edition, item, place=False) for item in advice]))
    return made


def contact_blocks(edition, code, level):
    """Public channels of the country's bodies; help pages and print agree on whom."""
    edition.begin()
    made = [blocks.heading(level, edition.say("Whom to contact")), emergency(edition)]
    bodies = [body for record in contacts_of(edition.library, code) if (body := body_with_channels(edition, record))]
    if not bodies:
        text = edition.say("The hub knows no public contact for this country that is sure enough to be shown.")
        bodies = [blocks.paragraph(text, "nothing")]
    address = edition.address(f"countries/{code.lower()}/")
    return [*made, *bodies, blocks.live(address, qr(address), edition.say("The live page, with everything that has changed since"))]


def path_blocks(edition, record, level):
    """Each step as the newest layer that knows of it tells it."""
    edition.begin(record)
    layers = record.entry.layers
    made = [
        blocks.heading(level, edition.say("The referral path, step by step"), record.id),
        blocks.paragraph(edition.text(record, "summary"), "lead"),
    ]
    dated = next((index for index, layer in enumerate(layers) if layer.figures), None)
    if dated is not None:
        made.append(blocks.heading(level + 1, edition.say("Figures of %(date)s", date=edition.date(layers[dated].as_of)), listed=False))
        made += figure_blocks(edition, record, dated)
    for step in vocabulary("nrm_steps").terms:
        index = next((index for index, layer in enumerate(layers) if says_anything(getattr(layer.steps, step))), None)
        if index is None:
            made += [
                blocks.heading(level + 1, edition.term("nrm_steps", step), listed=False),
                blocks.paragraph(edition.say("Nothing is known from the sources."), "nothing"),
            ]
        else:
            edition.facts.append(layers[index].as_of)
            made += step_blocks(edition, record, index, step, level + 1, True)
    return [*made, *noted_sources(edition, list(edition.notes.by_source()), level + 1)]


def function_blocks(edition, code, level):
    """Who does what: each body under every role it has."""
    records = edition.in_order(own(edition.library, code, "organisation"))
    lines = []
    for function in FUNCTIONS:
        found = sorted((item for item in records if function in item.entry.roles), key=lambda item: item.entry.status != "current")
        if found:
            names = [edition.joined([edition.title(item.id), edition.status(item.entry)], " – ") for item in found]
            lines.append((edition.term("roles", function), names))
            edition.facts.extend(item.entry.as_of for item in found)
    if not lines:
        return []
    return [blocks.heading(level, edition.say("Who does what")), {"is": "functions", "items": [{"label": label, "values": values} for label, values in lines]}]


def plan_blocks(edition, record, level):
    """Action plans of all layers, newest first."""
    edition.begin()
    made = []
    for index, layer in enumerate(record.entry.layers):
        if layer.action_plans:
            edition.facts.append(layer.as_of)
            made.append(fact_block(edition, record, f"layers.{index}.action_plans", layer.action_plans, None))
    if not made:
        return []
    return [blocks.heading(level, edition.say("Plans over time")), *made, *noted_sources(edition, list(edition.notes.by_source()), level + 1)]
