"""Segments as PO and XLIFF, and back, by translate-toolkit: the files that Poedit, OmegaT, Weblate and others read and write."""

import re

from lxml.etree import XMLSyntaxError
from translate.storage.po import pofile
from translate.storage.poparser import PoParseError
from translate.storage.xliff import xlifffile

from hub.exchange import Received
from hub.project import SOURCE_LANGUAGE
from hub.translation import MISSING, OUTDATED, REVIEWED, fingerprint

DATE = "2000-01-01 00:00+0000"  # one and the same, so that equal texts give equal files
HELD = re.compile(r"\[translation ([0-9a-f]{8})\]")


class Damaged(Exception):
    """The file cannot be read at all."""


def notes_of(segment):
    """What a translator sees beside the text, with the mark by which an import knows which translation was exported."""
    notes = [f"Glossary: {note}" for note in segment.notes]
    if segment.before:
        notes.append(f"English before: {segment.before}")
    if segment.target:
        notes.append(f"[translation {fingerprint(segment.target)}]")
    return "\n".join(notes)


def held_in(notes):
    found = HELD.search(notes or "")
    return found[1] if found else ""


# ------------------------------------------------------------------------------------------------------------------- PO


def to_po(segments, language):
    store = pofile()
    store.updateheader(add=True, Project_Id_Version="Nordic-Baltic Hub", Language=language, POT_Creation_Date=DATE, PO_Revision_Date=DATE,
                       Language_Team=language, X_Generator="hub translate export")  # fmt: skip
    for segment in segments:
        unit = store.addsourceunit(segment.source)
        unit.setcontext(segment.id)
        unit.target = segment.target
        unit.addlocation(segment.file)
        notes = notes_of(segment)
        if notes:
            unit.addnote(notes, origin="developer")
        if segment.state == OUTDATED:
            unit.markfuzzy(True)
            if segment.before:
                unit.prev_source = segment.before
    return bytes(store)


def from_po(raw):
    try:
        store = pofile.parsestring(raw)
    except (PoParseError, ValueError) as error:
        raise Damaged(f"this is not a PO file: {error}") from None
    return [Received(unit.getcontext(), str(unit.source), str(unit.target or ""), unit.isfuzzy(), held_in(unit.getnotes("developer")))
            for unit in store.units if not unit.isheader() and not unit.isobsolete()]  # fmt: skip


# ---------------------------------------------------------------------------------------------------------------- XLIFF


def to_xliff(segments, language):
    store = xlifffile(sourcelanguage=SOURCE_LANGUAGE, targetlanguage=language)
    for segment in segments:
        unit = store.addsourceunit(segment.source, segment.file, True)
        unit.setid(segment.id)
        if segment.state != MISSING:
            unit.target = segment.target
            unit.markfuzzy(segment.state == OUTDATED)
            unit.markapproved(segment.state == REVIEWED)
        notes = notes_of(segment)
        if notes:
            unit.addnote(notes, origin="developer")
    return bytes(store)


def from_xliff(raw):
    try:
        store = xlifffile.parsestring(raw)
    except (XMLSyntaxError, ValueError, StopIteration) as error:
        raise Damaged(f"this is not an XLIFF file: {error or 'it has no <file>'}") from None
    found = []
    for unit in store.units:
        state = next((node.get("state", "") for node in unit.xmlelement.iterchildren("{*}target")), "")
        found.append(Received(unit.xmlelement.get("id", ""), str(unit.source or ""), str(unit.target or ""), state.startswith("needs-"),
                              held_in(unit.getnotes("developer"))))  # fmt: skip
    return found


FORMATS = {"po": (to_po, from_po), "xliff": (to_xliff, from_xliff)}
ENDINGS = {".po": "po", ".xlf": "xliff", ".xliff": "xliff"}
