"""Comparison poster, A3 landscape: the figures of all referral mechanisms, and how much is known of each step."""

from hub.library import covered_countries
from hub.pages.country import mechanism
from hub.print import blocks
from hub.print.comparison_part import figures_table, steps_table
from hub.print.document import document

NAME = "poster"


def subjects(library):
    return ("",) if library.of_kind("nrm") else ()


def needs(library, subject):
    return [record.id for code in covered_countries() if (record := mechanism(library, code))]


def make(edition, subject):
    edition.begin()
    title = edition.say("Referral mechanisms side by side")
    made = [
        blocks.heading(1, title),
        blocks.paragraph(edition.say("A dot marks what differs from most countries. Old figures are history: ask before you tell anybody a period.")),
        figures_table(edition, covered_countries(), formal=True),
        *([blocks.new_page()] if edition.large or len(edition.languages) > 1 else []),  # what does not fit one sheet is parted between the tables
        blocks.heading(2, edition.say("Year of the newest facts on each step of the referral path")),
        steps_table(edition, covered_countries()),
        {"is": "short_sources", "title": edition.say("Sources"), "items": short_sources(edition), "part": edition.part},
    ]
    return document(edition, title, made, "compare/", about=title, cover=False, paper="a3")


def short_sources(edition):
    """Notes in one run, since a poster has no list of sources."""
    items = []
    for source, places in edition.notes.by_source().items():
        record = edition.library.records[source]
        items.append({"title": edition.title(source), "year": str((record.entry.issued or record.entry.as_of).year), "places": [[n, at] for n, at in places]})
    return items
