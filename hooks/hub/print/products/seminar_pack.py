"""Seminar pack: cover, programme, an empty list of participants, reading material, comparison, contacts and a feedback sheet."""

from hub.packs import days_of, pack_files, read_pack
from hub.pages.country import contacts_of, mechanism
from hub.print import blocks
from hub.print.comparison_part import comparison_blocks
from hub.print.document import document
from hub.print.entry_part import bibliography, link
from hub.print.products import country_pack, theme_pack
from hub.print.products.directory import directory_blocks
from hub.print.products.selection import Choice, choice_blocks
from hub.project import SOURCE_LANGUAGE

NAME = "seminar"
ANSWER = 30  # millimetres of room for an answer


def subjects(library):
    return tuple(pack_files(library.project.root))


def needs(library, pack_id):
    """Ids of everything the pack can show."""
    pack, _ = pack_of(library, pack_id)
    found = [other for key in pack.entries for other in (key, *library.named_by(library.records[key]), *library.sources_of(library.records[key]))]
    found += [key for session in pack.programme for key in session.about]
    found += [key for code in pack.countries for key in country_pack.needs(library, code)]
    found += [key for theme in pack.themes for key in theme_pack.needs(library, theme)]
    for code in pack.compare:
        record = mechanism(library, code)
        found += [record.id, *library.sources_of(record)] if record else []
    return [*found, *(record.id for code in pack.directory for record in contacts_of(library, code))]


def pack_of(library, pack_id):
    """(SeminarPack, digest)"""
    return read_pack(library.project.root, pack_files(library.project.root)[pack_id])


def wording(edition, text):
    """A leaf of an organiser's text; English, marked as such, stands in for a language that lacks it."""
    made = []
    for language in edition.languages:
        own = text.get(language, text.get(""))
        made.append(own if own is not None else {"t": text[SOURCE_LANGUAGE], "l": SOURCE_LANGUAGE})
    return made


def make(edition, pack_id):
    pack, _ = pack_of(edition.library, pack_id)
    made = [block for part in pack.parts if part != "feedback" for block in PARTS[part](edition, pack)]
    if edition.cited:
        made += [blocks.heading(1, edition.say("List of sources")), bibliography(edition)]
    if "feedback" in pack.parts:
        made += feedback(edition, pack)  # last, since it is torn off
    title = wording(edition, pack.title)
    days = edition.date(pack.date) if pack.end in (None, pack.date) else edition.joined([edition.date(pack.date), edition.date(pack.end)], " – ")
    opening = [days, *(wording(edition, text) for text in (pack.place, pack.organiser) if text)]
    return document(edition, title, made, "print/", kicker=edition.say("Seminar pack"), opening=opening,
                    subtitle=wording(edition, pack.subtitle) if pack.subtitle else None)  # fmt: skip


def programme(edition, pack):
    if not pack.programme:
        return []
    made = [blocks.new_page(), blocks.heading(1, edition.say("Programme"))]
    days = days_of(pack)
    for day in days:
        found = [session for session in pack.programme if (session.day or pack.date) == day]
        if len(days) > 1 and found:
            made.append(blocks.heading(2, edition.date(day)))
        items = []
        for session in found:
            people = [wording(edition, session.note)] if session.note else []
            about = [link(edition, key) for key in session.about]
            items.append({"time": f"{session.start}–{session.end}".replace(":", "."), "title": wording(edition, session.title), "people": people, "about": about})
        made.append({"is": "programme", "items": items})
    return made


def participants(edition, pack):
    if not pack.participants:
        return []
    columns = [edition.say("Name"), edition.say("Organisation"), edition.say("Country"), edition.say("E-mail")]
    text = edition.say("Write here only what you want the other participants to know.")
    return [blocks.new_page(), blocks.heading(1, edition.say("Participants")), blocks.paragraph(text), blocks.writing_lines(columns, pack.participants), blocks.new_page()]


def reading(edition, pack):
    return choice_blocks(edition, Choice(pack.entries, pack.countries, pack.themes))


def comparison(edition, pack):
    return [blocks.new_page(), *comparison_blocks(edition, pack.compare)] if pack.compare else []


def directory(edition, pack):
    if not pack.directory:
        return []
    return [blocks.new_page(), blocks.heading(1, edition.say("Contact directory")), *directory_blocks(edition, pack.directory, 2)]


def feedback(edition, pack):
    low, high = edition.say("not at all"), edition.say("very much")
    return [
        blocks.new_page(), blocks.heading(1, edition.say("Feedback")),
        blocks.paragraph(edition.say("Please leave this sheet with the organiser. Do not write your name.")),
        blocks.scale(edition.say("Was the seminar useful for your work?"), low, high),
        blocks.scale(edition.say("Was the reading material clear?"), low, high),
        blocks.write_here(edition.say("What will you do differently now?"), ANSWER),
        *(blocks.write_here(wording(edition, question), ANSWER) for question in pack.questions),
        blocks.write_here(edition.say("What was missing?"), ANSWER),
    ]  # fmt: skip


PARTS = {"programme": programme, "participants": participants, "reading": reading, "comparison": comparison, "directory": directory}
