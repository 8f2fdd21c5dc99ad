"""Country pack: everything a visitor from another country needs to know of one."""

from hub.library import covered_countries
from hub.pages.country import mechanism
from hub.print import blocks
from hub.print.country_part import country_blocks
from hub.print.document import document
from hub.print.entry_part import bibliography

NAME = "country"


def subjects(library):
    return tuple(code for code in covered_countries() if library.of_country(code))


def needs(library, code):
    """Ids of everything the pack can show."""
    records = library.of_country(code)
    return [key for record in records for key in (record.id, *library.named_by(record), *library.sources_of(record))]


def make(edition, code):
    name = edition.country(code)
    made = country_blocks(edition, code)
    made += [blocks.heading(1, edition.say("List of sources")), bibliography(edition)]
    record = mechanism(edition.library, code)
    summary = edition.text(record, "summary") if record else None
    return document(edition, name, made, f"countries/{code.lower()}/", kicker=edition.say("Country pack"), subtitle=summary,
                    about=edition.say("Who does what in %(country)s, the referral path and whom to contact.", country=name))  # fmt: skip
