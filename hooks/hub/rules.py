"""Rules across and inside entries. One rule is one function, and RULES names them all; the order is the order of the list.

A rule takes the Material and yields Findings; it never stops early and never looks at a clock. Its name with hyphens is
not the problem's code: one rule may find several kinds of fault.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from hub.document import place, problem_at, read_bytes
from hub.fields import Channel
from hub.freshness import first_day
from hub.links import citations, references
from hub.problem import ERROR, WARNING
from hub.shape import article, closest
from hub.translation import OUTDATED, match, texts


@dataclass(frozen=True, slots=True)
class Material:
    """What rules look at. records: by id. translations: {(id, language): Translation}. as_of: the date that decides."""

    records: dict
    translations: dict
    as_of: date


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in the file `path` at the field `at`, a tuple of names and indexes."""

    path: str
    at: tuple
    code: str
    message: str
    hint: str = ""
    severity: str = ERROR


def check(root, material):
    """Run every rule; give Problems with their places."""
    by_path = defaultdict(list)
    for rule in RULES:
        for finding in rule(material):
            by_path[finding.path].append(finding)
    problems = []
    for path, findings in by_path.items():
        raw = read_bytes(root, path)
        for finding in findings:
            line, column = place(raw, finding.at) if finding.at else (0, 0)
            problems.append(
                problem_at(path, raw, line, column, finding.code, finding.message, finding.hint, finding.severity)
            )
    return problems


# ------------------------------------------------------------------------------------------------------------ identity

LEVELS = ("nordic", "baltic", "eu", "intl", "cross")
UNPREFIXED = ("source",)


def id_says_where(material):
    """An id is kebab-case and starts with its country's code, or with its level when it concerns several countries."""
    for record in material.records.values():
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", record.id):
            yield Finding(record.path, (), "bad-file-name", f'"{record.id}" is not a good id',
                          "lower-case letters a to z and digits, words joined by hyphens")  # fmt: skip
            continue
        if record.kind.name in UNPREFIXED:
            continue
        prefix = record.id.split("-")[0]
        codes = [code.lower() for code in record.entry.countries]
        if prefix not in (*codes, *LEVELS):
            wanted = " or ".join(codes if len(codes) == 1 else LEVELS)
            yield Finding(record.path, (), "bad-file-name", f'the file name starts with "{prefix}", which is not where the entry belongs',
                          f"start it with {wanted}")  # fmt: skip


def old_ids_are_free(material):
    """An id in `was` is nobody's id now and nobody else's old id."""
    taken = {}
    for record in material.records.values():
        for index, old in enumerate(record.entry.was):
            if old in material.records or taken.setdefault(old, record.id) != record.id:
                yield Finding(record.path, ("was", index), "duplicate-id", f'"{old}" is the id of another entry')


# ---------------------------------------------------------------------------------------------------------- references


def references_lead_somewhere(material):
    """Every id that an entry names is an entry, and of a kind that fits."""
    for record in material.records.values():
        for path, target, mark in references(record.entry):
            other = material.records.get(target)
            if other is None:
                hint = closest(target, [r.id for r in material.records.values() if not mark.kinds or r.kind.name in mark.kinds])
                yield Finding(record.path, path, "dangling-reference", f'there is no entry "{target}"',
                              hint or "write the file name of an entry, without .yml")  # fmt: skip
            elif mark.kinds and other.kind.name not in mark.kinds:
                yield Finding(record.path, path, "wrong-reference",
                              f'"{target}" is {article(other.kind.name)}; this field takes {" or ".join(map(article, mark.kinds))}')  # fmt: skip
            elif other.id == record.id and path[0] != "sources":
                yield Finding(record.path, path, "wrong-reference", "the entry names itself")


def facts_rest_on_known_sources(material):
    """Every fact cites a publication in sources/."""
    known = [record.id for record in material.records.values() if record.kind.name == "source"]
    for record in material.records.values():
        for path, citation in citations(record.entry):
            other = material.records.get(citation.source)
            if other is None or other.kind.name != "source":
                yield Finding(record.path, path, "missing-source", f'there is no source "{citation.source}"',
                              closest(citation.source, known) or "add the publication to sources/ first")  # fmt: skip


# ------------------------------------------------------------------------------------------------------------- in short


def words_are_few(material):
    """A title has at most 15 words and a summary at most 100 (template of the European Website on Integration)."""
    for record in material.records.values():
        for name, limit in (("title", 15), ("summary", 100)):
            count = len(getattr(record.entry, name).split())
            if count > limit:
                yield Finding(record.path, (name,), "too-long", f"the {name} has {count} words", f"at most {limit} read well", WARNING)


# ----------------------------------------------------------------------------------------------------------------- time

HISTORY_UNTIL = 2014  # facts of the reports of 2006 to 2014 are history; design contract, section 5
AGEING = ("practice", "nrm", "shelter", "organisation", "network")


def dates_make_sense(material):
    """Nothing is dated after the build date, and a review falls due after it was made."""
    for record in material.records.values():
        entry = record.entry
        if entry.reviewed > material.as_of:
            yield Finding(record.path, ("reviewed",), "date-in-future", f"the review is dated {entry.reviewed}, after {material.as_of}")
        if record.kind.name != "event" and first_day(entry.as_of) > material.as_of:
            yield Finding(record.path, ("as_of",), "date-in-future", f"the facts are dated {entry.as_of}, after {material.as_of}")
        if entry.review_due <= entry.reviewed:
            yield Finding(record.path, ("review_due",), "wrong-date", "the next review is due before the last one was made")
        elif entry.review_due < material.as_of:
            yield Finding(record.path, ("review_due",), "review-due", f"this entry was to be looked at again by {entry.review_due}",
                          "hold it against its sources, then move both dates", WARNING)  # fmt: skip


def old_facts_are_history(material):
    """What only reports up to 2014 describe is never shown as in place."""
    for record in material.records.values():
        entry = record.entry
        if record.kind.name in AGEING and entry.status == "current" and entry.as_of.year <= HISTORY_UNTIL:
            yield Finding(record.path, ("status",), "old-fact-as-current", f'facts of {entry.as_of} cannot have the status "current"',
                          "write historical, or ended where the sources say so")  # fmt: skip


# --------------------------------------------------------------------------------------------------------------- safety

DIAL_CODES = {
    "DK": "+45", "EE": "+372", "FI": "+358", "DE": "+49", "IS": "+354", "LV": "+371",
    "LT": "+370", "NO": "+47", "PL": "+48", "RU": "+7", "SE": "+46",
}  # fmt: skip
# Mobile ranges of the national numbering plans; Denmark's open plan has none of its own.
MOBILE = re.compile(
    r"\+(354[678]\d|3584\d|35850|3725|3712|3706|4645|46[7]|47[49]|48(45|50|51|53|57|60|66|69|72|73|78|79|88)|491[567]|79)"
)
FREE_MAIL = re.compile(r"@(gmail|hotmail|outlook|yahoo|live|icloud|mail|inbox|gmx|web|wp|o2|yandex)\.\w+$", re.I)


def channels(record):
    return [(("contacts", index), channel) for index, channel in enumerate(getattr(record.entry, "contacts", ()))]


def contacts_are_public_lines(material):
    """Only public lines and function mailboxes; a number carries its own country's code."""
    for record in material.records.values():
        for path, channel in channels(record):
            yield from check_number(record, path, channel)
            if channel.type == "email":
                yield from check_mailbox(record, path, channel)
            if channel.verified_on and channel.verified_on > material.as_of:
                yield Finding(record.path, (*path, "verified_on"), "date-in-future", "the check is dated after the build date")
            if channel.verified_on and not channel.verified_by_role:
                yield Finding(record.path, path, "missing-field", "a verified contact says in which role somebody checked it",
                              "add verified_by_role, never a name")  # fmt: skip
            if channel.page.taken_on > material.as_of:
                yield Finding(record.path, (*path, "page", "taken_on"), "date-in-future", "the page was read after the build date")


def check_number(record, path, channel: Channel):
    if channel.type not in ("phone", "sms"):
        return
    digits = re.sub(r"\D", "", channel.value)
    if channel.e164 is None:
        if len(digits) > 6:
            yield Finding(record.path, (*path, "value"), "missing-field", f"{channel.value} has no international form",
                          "add e164; only short numbers such as 116 006 have none")  # fmt: skip
        return
    wanted = [DIAL_CODES[code] for code in record.entry.countries if code in DIAL_CODES]
    if wanted and not channel.e164.startswith(tuple(wanted)):
        yield Finding(record.path, (*path, "e164"), "foreign-dial-code", f"{channel.e164} is not a number of {', '.join(record.entry.countries)}",
                      f"numbers there start with {' or '.join(wanted)}")  # fmt: skip
    national = digits.lstrip("0")
    if national and not channel.e164[1:].endswith(national[-6:]):
        yield Finding(record.path, (*path, "e164"), "wrong-number", f"{channel.value} and {channel.e164} are two different numbers",
                      "both forms must end in the same digits")  # fmt: skip
    if MOBILE.match(channel.e164) and not channel.public_mobile:
        yield Finding(record.path, (*path, "value"), "mobile-number", f"{channel.value} is a mobile number",
                      "leave it out, or write public_mobile: yes when the page prints it as the public line")  # fmt: skip


def check_mailbox(record, path, channel: Channel):
    local = channel.value.partition("@")[0].lower()
    if FREE_MAIL.search(channel.value):
        yield Finding(record.path, (*path, "value"), "personal-mailbox", f"{channel.value} is a private mailbox", "name the body's own mailbox")
    elif re.fullmatch(r"[a-zæøåäöðþéíóúý]{2,}[._][a-zæøåäöðþéíóúý]{3,}", local) and not FUNCTION.search(local):
        yield Finding(record.path, (*path, "value"), "personal-mailbox", f"{channel.value} looks like a person's mailbox",
                      "name a function mailbox, such as info@")  # fmt: skip


FUNCTION = re.compile(r"info|post|kontakt|contact|help|auttam|office|sekret|mail|registr|kom|pod|support|line|team|center|centr|system")

STREET = re.compile(
    r"\b[\w’'-]*(gatan|vägen|gränd|gata|gate|gaten|vei|veien|vegur|stræti|gade|gaden|vej|vejen|allé|katu|tie|polku|kuja|straße|strasse|platz"
    r"|iela|gatvė|prospektas|tänav|puiestee|ulica|street|road|avenue|lane)\s+\d{1,4}\b"
    r"|\b(ul\.|al\.|pl\.|ulica|улица|ул\.)\s*[A-ZŁŚŻŹĆА-Я][\w-]+\s+\d"
    r"|\b\d{1,4}\s+[A-Z][a-z]+\s+(Street|Road|Avenue|Lane)\b",
    re.I,
)
COORDINATES = re.compile(r"\b\d{1,2}[.,]\d{3,}\s*°?\s*[NS]?\s*[,;/ ]\s*\d{1,3}[.,]\d{3,}|\b\d{1,3}°\s*\d{1,2}['′]")
MAIL_IN_TEXT = re.compile(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", re.I)
NUMBER_IN_TEXT = re.compile(r"(\+|\b00)\d[\d ()/-]{6,}\d|\b\d{2,4}[ -]\d{2,3}[ -]\d{2,3}([ -]\d{2})?\b")
TITLED_PERSON = re.compile(r"\b(Mr|Mrs|Ms|Dr|Prof|Herr|Frau|Fru|Pan|Pani)\.? [A-ZÆØÅÄÖÁÉÍÓÚÞÐŠŽ][\w-]+")

LOOKALIKES = (
    (STREET, "address-in-text", "a street address", "take it out: no entry says where a place is"),
    (COORDINATES, "address-in-text", "coordinates", "take them out: no entry says where a place is"),
    (MAIL_IN_TEXT, "contact-in-text", "an e-mail address", "put a function mailbox under contacts, with the page it comes from"),
    (NUMBER_IN_TEXT, "contact-in-text", "a telephone number", "put a public line under contacts, with the page it comes from"),
    (TITLED_PERSON, "person-named", "a person's name", "name the role; persons stand only in an event's programme"),
)  # fmt: skip


def free_texts(material):
    """Yield (record, file, path, text) of everything readers see, translations included."""
    for record in material.records.values():
        for path, text in texts(record.entry).items():
            yield record, record.path, steps(path), text
    for (entry_id, _), translation in material.translations.items():
        for path, text in translation.texts.items():
            yield material.records[entry_id], translation.path, steps(path), text


def steps(path):
    """"approach.0.text" -> ("approach", 0, "text")."""
    return tuple(int(part) if part.isdigit() else part for part in path.split("."))


def is_channel(path):
    return path[0] == "contacts" and path[-1] in ("label", "hours")


def texts_hide_no_address(material):
    """No street address, coordinates, mailbox, number or titled person in free text."""
    for record, file, path, text in free_texts(material):
        if is_channel(path) or record.kind.name == "source" and path[-1] == "title":
            continue
        for pattern, code, what, hint in LOOKALIKES:
            if code == "person-named" and record.kind.name in ("event", "source"):
                continue
            found = pattern.search(text)
            if found:
                yield Finding(file, path, code, f'"{found.group().strip()}" looks like {what}', hint)


def persons_stay_in_programmes(material):
    """A speaker of a published programme is named in that programme only."""
    names = {}
    for record in material.records.values():
        if record.kind.name == "event":
            sessions = [session.speakers for session in record.entry.programme]
            for speaker in [speaker for group in (*sessions, record.entry.speakers) for speaker in group]:
                if " " in speaker.name:
                    names[speaker.name] = record.id
    if not names:
        return
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names))
    for record, file, path, text in free_texts(material):
        if record.kind.name not in ("event", "source"):
            found = pattern.search(text)
            if found:
                yield Finding(file, path, "person-named", f'"{found.group()}" is a person named in a programme', "name the role instead")


def shelters_keep_their_level(material):
    """A shelter says no more than its publication level allows."""
    for record in material.records.values():
        if record.kind.name != "shelter":
            continue
        entry = record.entry
        allowed = {"public": 3, "front-gate": 2, "region-only": 1, "not-published": 0}[entry.publication]
        for name, needed in (("area", 1), ("contacts", 2), ("website", 2)):
            if getattr(entry, name) and allowed < needed:
                yield Finding(record.path, (name,), "not-for-publication", f'at the level "{entry.publication}" a shelter has no "{name}"',
                              "take the field out")  # fmt: skip


WORDING = (
    (r"\bprostitutes?\b", "a person in prostitution"),
    (r"\bchild prostitut\w*", "a sexually exploited child"),
    (r"\billegal (im)?migrants?\b|\billegals\b", "a person without a right of residence"),
    (r"\bsex slaves?\b", "a person exploited for sex"),
    (r"\brescue[ds]?\b|\brescuing\b", "found, or helped to get away"),
    (r"\bpimps?\b", "an exploiter"),
)


def words_put_the_person_first(material):
    """Person-first, trauma-informed wording in English texts; official names and titles may stand."""
    for record in material.records.values():
        if record.kind.name == "source":
            continue
        for path, text in texts(record.entry).items():
            if path == "title":
                continue
            for pattern, better in WORDING:
                found = re.search(pattern, text, re.I)
                if found:
                    yield Finding(record.path, steps(path), "wording", f'"{found.group()}" reduces a person to what was done',
                                  f"write: {better}", WARNING)  # fmt: skip


# --------------------------------------------------------------------------------------------------------- translations


def translations_fit(material):
    """Each translated text belongs to the English text it was made from."""
    for (entry_id, _), translation in material.translations.items():
        record = material.records[entry_id]
        source = texts(record.entry)
        found = match(source, translation)
        for path in translation.texts:
            if path not in translation.fingerprints:
                yield Finding(translation.path, steps(path), "translation-unstamped", "this text does not say which English text it translates",
                              "run: hub translate stamp " + translation.path, WARNING)  # fmt: skip
        for path, state in found.states.items():
            if state == OUTDATED and path in translation.fingerprints:
                yield Finding(translation.path, steps(path), "translation-outdated", "the English text has changed since this was translated",
                              "translate it again, then run: hub translate stamp " + translation.path, WARNING)  # fmt: skip
        for path in found.left_over:
            yield Finding(translation.path, steps(path), "translation-orphan", "there is no English text for this one", "take it out", WARNING)


RULES = (
    id_says_where,
    old_ids_are_free,
    references_lead_somewhere,
    facts_rest_on_known_sources,
    words_are_few,
    dates_make_sense,
    old_facts_are_history,
    contacts_are_public_lines,
    texts_hide_no_address,
    persons_stay_in_programmes,
    shelters_keep_their_level,
    words_put_the_person_first,
    translations_fit,
)
