"""Recommendations booklet: all advice, country by country, each with who gave it, to whom, and what is known of the follow-up."""

from collections import defaultdict

from hub.print import blocks
from hub.print.document import document
from hub.print.entry_part import bibliography, fact_block, noted_sources, row_values
from hub.shown import ROWS

NAME = "recommendations"


def subjects(library):
    return ("",) if library.of_kind("recommendation") else ()


def needs(library, subject):
    return [key for record in library.of_kind("recommendation") for key in (record.id, *library.sources_of(record))]


def make(edition, subject):
    groups = defaultdict(list)
    for record in edition.in_order(edition.library.of_kind("recommendation")):
        countries = record.entry.countries
        groups[countries[0] if len(countries) == 1 else ""].append(record)
    named = sorted((code for code in groups if code), key=lambda code: edition.labels[0].country(code))
    made = []
    for code in [*named, *([""] if "" in groups else [])]:
        edition.begin()
        made.append(blocks.heading(1, edition.country(code) if code else edition.say("Several countries")))
        for record in groups[code]:
            made += advice_blocks(edition, record)
        made += noted_sources(edition, list(edition.notes.by_source()), 2)
    made += [blocks.heading(1, edition.say("List of sources")), bibliography(edition)]
    about = edition.say("What the sources advise, who is asked to act, and what is known of the follow-up.")
    return document(edition, edition.by_label("plural", "kinds", "recommendation"), made, "recommendations/", kicker=edition.say("Booklet"),
                    subtitle=about, about=about, depth=1, paper="a5")  # fmt: skip


def advice_blocks(edition, record):
    edition.show(record)
    for note in record.entry.sources:
        edition.cited.setdefault(note.id)
    made = [blocks.heading(2, edition.text(record, "title"), record.id, listed=False), blocks.paragraph(edition.text(record, "summary"))]
    pairs = []
    for row in ROWS["recommendation"]:
        value = getattr(record.entry, row.field)
        if value not in (None, ()) and row.how != "links":
            pairs.append((edition.say(row.label), row_values(edition, record, row, value, ())))
    made.append(blocks.rows(pairs))
    items = record.entry.follow_up_evidence
    if items:
        made.append(fact_block(edition, record, "follow_up_evidence", items, record.entry.as_of))
    return made
