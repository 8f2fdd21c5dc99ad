"""Contact cards, A6, one for each country: the first numbers to call, and the way to all others."""

from hub.library import covered_countries
from hub.pages.country import contacts_of
from hub.print import blocks
from hub.print.contact_part import channel_items
from hub.print.document import document
from hub.print.qr import qr

NAME = "cards"
MOST_BODIES, MOST_CHANNELS = 3, 2  # what an A6 page holds in the longest language


def subjects(library):
    return ("",)


def needs(library, subject):
    return [record.id for code in covered_countries() for record in contacts_of(library, code)]


def make(edition, subject):
    made = [card for code in sorted(covered_countries(), key=lambda code: edition.labels[0].country(code)) if (card := country_card(edition, code))]
    title = edition.say("Contact cards")
    about = edition.say("Public lines and function mailboxes only. An old contact is left out; one that nobody has called to check says so.")
    return document(edition, title, made, "help/", about=about, cover=False, paper="a6", template="cards")


def country_card(edition, code):
    """A country's card, or None when nothing can be printed on it."""
    bodies = []
    for record in contacts_of(edition.library, code)[: MOST_BODIES - edition.large]:
        items = sorted(channel_items(edition, record), key=lambda item: not item["spoken"])[:MOST_CHANNELS]
        if items:
            edition.facts.append(record.entry.as_of)
            bodies.append(blocks.channels(edition.text(record, "title"), items))
    if not bodies:
        return None
    address = edition.address(f"help/{code.lower()}/")
    return {
        "is": "heading", "level": 1, "text": edition.country(code), "anchor": "", "bodies": bodies, "qr": qr(address), "url": address,
        "danger": edition.say("In danger now? Call 112."), "all": edition.say("All contacts, with hours and languages"),
    }  # fmt: skip
