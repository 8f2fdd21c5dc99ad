"""Entry sheet: one entry, on as few pages as it needs."""

from hub.print.document import document
from hub.print.entry_part import bibliography, entry_blocks
from hub.print import blocks

NAME = "entry"


def subjects(library):
    """None are made in advance: the entry's page prints as well, and `hub pdf --entry` makes the sheet."""
    return ()


def needs(library, record_id):
    record = library.records[record_id]
    return [record_id, *library.named_by(record), *library.sources_of(record)]


def make(edition, record_id):
    record = edition.library.records[record_id]
    made = entry_blocks(edition, record, 1)
    made += [blocks.heading(2, edition.say("List of sources")), bibliography(edition)]
    return document(edition, edition.title(record_id), made, record.address, about=edition.text(record, "summary"), cover=False,
                    name=edition.library.title(record_id, edition.languages[0])[0])  # fmt: skip
