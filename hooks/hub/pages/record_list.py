"""The page of a list: its short entries one below the other, each with an anchor of its own."""

from hub.page import Plan
from hub.pages.country import cited_sources
from hub.shown import ROWS, SECTIONS
from hub.view import Notes, view

TYPE = "record_list"


def members(library):
    """{list id: its records, in the order of the file}."""
    found = {}
    for record in sorted(library.records.values(), key=lambda record: record.at):
        if record.listed_in:
            found.setdefault(record.listed_in, []).append(record)
    return found


def plans(library):
    for list_id, records in members(library).items():
        record = library.records[list_id]
        needs = {list_id, *(one.id for one in records), *(key for one in records for key in library.named_by(one))}
        needs |= {source for one in (record, *records) for source in library.sources_of(one)}
        yield Plan(TYPE, record.address, list_id, tuple(sorted(needs)), (list_id, *(one.id for one in records)))


def context(library, plan, drawing):
    record = library.records[plan.subject]
    entry = view(library, record, drawing.language)
    kind = next(one.kind.name for one in library.records.values() if one.listed_in == record.id)
    records = members(library)[record.id]
    notes = Notes()
    return {
        "title": entry.title.plain,
        "description": entry.summary.plain,
        "crumbs": [(drawing.labels.plural("kinds", kind), f"{record.kind.section}/")],
        "entry": entry,
        "record": record,
        "kind": kind,
        "items": [(one, view(library, one, drawing.language)) for one in records],
        "rows": ROWS[kind],
        "sections": SECTIONS[kind],
        "notes": notes,
        "place_of": lambda one: [(drawing.card(note.id), note.at) for note in one.entry.sources if note.id in library.records],
        "cited": lambda: cited_sources(library, notes, drawing),
        "layout": "with-contents",
    }
