"""No address, no person, no more of a shelter than its operator publishes. Design contract, section 6."""

import re

from hub.rules.material import Finding, texts_by_file

STREETS = tuple(
    "gatan vägen gränd gata gate gaten vei veien vegur stræti gade gaden vej vejen allé katu tie polku kuja straße strasse platz iela "
    "gatvė prospektas tänav puiestee ulica street road avenue lane улица".split()
)
WORD_AND_NUMBER = re.compile(r"([^\W\d][\w’'-]*)\.?\s+\d{1,4}\b")
NUMBER_AND_STREET = re.compile(r"\b\d{1,4}\s+[A-Z][a-z]+\s+(Street|Road|Avenue|Lane)\b")
STREET_AND_NUMBER = re.compile(r"\b(ul\.|al\.|ulica|улица|ул\.)\s*[A-ZŁŚŻŹĆА-Я][\w-]+\s+\d")
COORDINATES = re.compile(r"\d{1,2}[.,]\d{3,}\s*°?\s*[NS]?\s*[,;/ ]\s*\d{1,3}[.,]\d{3,}|\d{1,3}°\s*\d{1,2}['′]")
MAILBOX = re.compile(r"[\w.+-]+@[\w-]+\.[A-Za-z]{2,}")
NUMBER = re.compile(r"(\+|\b00)\d[\d ()/-]{6,}\d|\b\d{2,4}[ -]\d{2,3}[ -]\d{2,3}([ -]\d{2})?\b")
TITLES = ("Mr", "Ms", "Dr", "Prof", "Herr", "Fr", "Pan")
TITLED = re.compile(r"\b(Mr|Mrs|Ms|Dr|Prof|Herr|Frau|Fru|Pan|Pani)\.? [A-ZÆØÅÄÖÁÉÍÓÚÞÐŠŽ][\w-]+")
DIGIT = re.compile(r"\d")
DIGITS = re.compile(r"\+?\d[\d ().,;/°'′NS-]{4,}")
from hub.translation import steps_of


def street_in(text):
    """A street with a house number, or None. Words before numbers are looked at one by one: far cheaper than one pattern."""
    for found in WORD_AND_NUMBER.finditer(text):
        if found[1].lower().endswith(STREETS):
            return found[0]
    found = NUMBER_AND_STREET.search(text) or STREET_AND_NUMBER.search(text)
    return found and found[0]


def coordinates_in(text):
    return first_in(COORDINATES, text)


def number_in(text):
    return first_in(NUMBER, text)


def first_in(pattern, text):
    """The first match of a pattern inside the runs of digits of a text, or None."""
    for run in DIGITS.finditer(text):
        found = pattern.search(run[0])
        if found:
            return found[0]
    return None


def mailbox_in(text):
    found = "@" in text and MAILBOX.search(text)
    return found and found[0]


def titled_person_in(text):
    found = any(title in text for title in TITLES) and TITLED.search(text)
    return found and found[0]


LOOKALIKES = (
    (street_in, "address-in-text", "a street address", "take it out: no entry says where a place is"),
    (coordinates_in, "address-in-text", "coordinates", "take them out: no entry says where a place is"),
    (mailbox_in, "contact-in-text", "an e-mail address", "put a function mailbox under contacts, with the page it comes from"),
    (number_in, "contact-in-text", "a telephone number", "put a public line under contacts, with the page it comes from"),
    (titled_person_in, "person-named", "a person's name", "name the role; persons stand only in an event's programme"),
)

PACK_HINTS = {"contact-in-text": "take it out of this public file; the pack's contact directory prints what may be printed"}
NEED_DIGITS = (street_in, coordinates_in, number_in)


def texts_hide_no_address(material):
    """No street address, coordinates, mailbox, number or titled person in free text."""
    for record, where, words in texts_by_file(material):
        together = "\n".join(words.values())  # nearly always clean: one look at the whole file
        digits = DIGIT.search(together)
        for look, code, what, hint in LOOKALIKES:
            if look in NEED_DIGITS and not digits or code == "person-named" and record.kind.name in ("event", "source"):
                continue
            if not look(together):
                continue
            for path, text in words.items():
                at = steps_of(path)
                if is_channel(at) or record.kind.name == "source" and at[-1] == "title":
                    continue
                found = look(text)
                if found:
                    advice = PACK_HINTS.get(code, hint) if record.kind.name == "pack" else hint
                    yield Finding(where, at, code, f'"{found.strip()}" looks like {what}', advice)


def is_channel(path):
    return path[0] == "contacts" and path[-1] in ("label", "hours")


def persons_stay_in_programmes(material):
    """A speaker of a published programme is named in that programme only."""
    names = set()
    for record in material.loaded.records.values():
        if record.kind.name == "event":
            programme = (*(session.speakers for session in record.entry.programme), record.entry.speakers)
            names.update(speaker.name for speakers in programme for speaker in speakers if " " in speaker.name)
    if not names:
        return
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names)))
    for record, where, words in texts_by_file(material):
        if record.kind.name in ("event", "source") or not any(name in " ".join(words.values()) for name in names):
            continue
        for path, text in words.items():
            found = pattern.search(text)
            if found:
                yield Finding(where, steps_of(path), "person-named", f'"{found.group()}" is a person named in a programme', "name the role instead")


def shelters_keep_their_level(material):
    """A shelter says no more than its publication level allows."""
    for record in material.records.values():
        if record.kind.name != "shelter":
            continue
        entry = record.entry
        allowed = {"public": 3, "front-gate": 2, "region-only": 1, "not-published": 0}[entry.publication]
        for name, needed in (("area", 1), ("contacts", 2), ("website", 2)):
            if getattr(entry, name) and allowed < needed:
                yield Finding(record, (name,), "not-for-publication", f'at the level "{entry.publication}" a shelter has no "{name}"',
                              "take the field out")  # fmt: skip
