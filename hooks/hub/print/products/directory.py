"""Contact directory: every public channel that may be printed, country by country."""

from hub.library import covered_countries
from hub.pages.country import contacts_of
from hub.print import blocks
from hub.print.contact_part import body_with_channels, emergency
from hub.print.document import document

NAME = "directory"


def subjects(library):
    return ("",)


def needs(library, subject):
    return [record.id for code in covered_countries() for record in contacts_of(library, code)]


def make(edition, subject):
    about = edition.say("Public lines and function mailboxes only. An old contact is left out; one that nobody has called to check says so.")
    made = directory_blocks(edition, covered_countries())
    return document(edition, edition.say("Contact directory"), made, "help/", kicker=edition.say("Directory"), subtitle=about, about=about, depth=1)


def directory_blocks(edition, codes, level=1):
    """Countries by name; one without a contact says so."""
    made = [emergency(edition)]
    for code in sorted(codes, key=lambda code: edition.labels[0].country(code)):
        made.append(blocks.heading(level, edition.country(code)))
        bodies = [body for record in contacts_of(edition.library, code) if (body := body_with_channels(edition, record))]
        if not bodies:
            text = edition.say("The hub knows no public contact for this country that is sure enough to be shown.")
            bodies = [blocks.paragraph(text, "nothing")]
        made += bodies
    return made
