"""An entry's own page."""

from hub.freshness import contact_state
from hub.kinds import KINDS
from hub.page import Plan
from hub.shown import NOTES, ROWS, SECTIONS
from hub.view import Notes, view

TYPE = "entry"
LISTED = {kind: {section.field for section in (*sections, NOTES)} for kind, sections in SECTIONS.items()}
HELP_FACING = ("shelter",)


def plans(library):
    for record in library.records.values():
        if record.listed_in or record.kind.name == "list":
            continue
        needs = [record.id, *library.named_by(record), *library.mentioned_in(record.id), *library.sources_of(record), *library.similar_to(record)]
        if record.kind.name == "source":
            needs.extend(library.cited_by(record.id))
        yield Plan(TYPE, f"{record.kind.section}/{record.id}/", record.id, tuple(dict.fromkeys(needs)), (record.id,))


def year_of(record):
    """The year of a source, as notes give it."""
    return (record.entry.issued or record.entry.as_of).year


def source_list(library, notes, record, drawing):
    """What the page rests on: [(card, year, [(number, place)], places of the entry as a whole)]."""
    cited = notes.by_source()
    whole = {}
    for note in record.entry.sources:
        whole.setdefault(note.id, []).append(note.at)
    listed = []
    for source in library.sources_of(record):
        item = library.records[source]
        listed.append((drawing.card(source), year_of(item), cited.get(source, []), whole.get(source, [])))
    return listed


def related(library, record, drawing):
    """[(heading, cards)] of named, naming and similar entries, sources aside."""
    named = [key for key in library.named_by(record) if library.records[key].kind.name != "source"]
    naming = [key for key in library.mentioned_in(record.id) if key not in named]
    groups = ((drawing.say("Connected"), [*named, *naming]), (drawing.say("Similar elsewhere"), library.similar_to(record)))
    return [(heading, [drawing.card(key) for key in keys]) for heading, keys in groups if keys]


def supported(library, record, drawing):
    """For a source: [(kind, [(card, number of places)])] of what rests on it."""
    citing = library.cited_by(record.id)
    found = {}
    for key in citing:
        other = library.records[key]
        if key != record.id and other.kind.name != "list":
            found.setdefault(other.kind.name, []).append(other)
    return [
        (kind, [(item, len(citing[item.id])) for item in drawing.cards(records)])
        for kind, records in sorted(found.items(), key=lambda item: list(KINDS).index(item[0]))
    ]


def context(library, plan, drawing):
    language = drawing.language
    record = library.records[plan.subject]
    entry = view(library, record, language, without=LISTED[record.kind.name])
    notes = Notes()
    contacts = [(channel, contact_state(channel, library.as_of)) for channel in getattr(entry, "contacts", ())]
    return {
        "title": entry.title.plain,
        "description": entry.summary.plain,
        "crumbs": [(drawing.labels.plural("kinds", record.kind.name), f"{record.kind.section}/")],
        "entry": entry,
        "record": record,
        "rows": ROWS[record.kind.name],
        "sections": SECTIONS[record.kind.name],
        "notes_section": (NOTES,),
        "notes": notes,
        "linked": lambda ids: [drawing.card(key) for key in ids],
        "contacts": contacts,
        "source_list": lambda: source_list(library, notes, record, drawing),
        "related": related(library, record, drawing),
        "supported": supported(library, record, drawing) if record.kind.name == "source" else [],
        "help_facing": record.kind.name in HELP_FACING or bool(contacts),
        "layout": "with-contents",
    }
