"""Texts for translation tools, and what comes back from them.

A Segment is one English text with its translation as it stands. What a tool gives back is a Received, and each is judged by
itself: taken, left as it was, or refused with a reason. Nothing is written that the checks would refuse, and what is refused
is reported with its text, so that no work is lost.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from hub.document import parse_document
from hub.glossary import glossary
from hub.history import earlier_text
from hub.load import shape_translation
from hub.problem import ERROR, Unusable
from hub.project import SOURCE_LANGUAGE
from hub.rules import RULES
from hub.rules.material import Material
from hub.stamping import refilled, rewritten, with_stamps
from hub.translation import CURRENT, DRAFT, MISSING, OUTDATED, REVIEWED, fingerprint, match, steps_of


@dataclass(frozen=True, slots=True)
class Segment:
    """One text.

    id        "<entry id>/<path>", such as no-lauras-house-practice/approach.0.text
    file      the entry's file
    source    English text
    target    its translation, or nothing
    state     missing, outdated, draft or reviewed
    before    the English text that an outdated translation was made from, if it is known
    notes     what a translator should know: terms of the glossary that occur in the text
    """

    id: str
    file: str
    source: str
    target: str
    state: str
    before: str = ""
    notes: tuple = ()


@dataclass(frozen=True, slots=True)
class Received:
    """A text from a tool. unfinished: the tool says that it still needs work. held: fingerprint of the translation that was exported."""

    id: str
    source: str
    target: str
    unfinished: bool = False
    held: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    segment: Received
    reason: str
    now: str = ""


@dataclass(slots=True)
class Imported:
    """What an import comes to. files: {path: new text} to write."""

    files: dict = field(default_factory=dict)
    taken: list = field(default_factory=list)
    unchanged: int = 0
    left: list = field(default_factory=list)  # still empty or unfinished in the tool
    refused: list = field(default_factory=list)
    warnings: list = field(default_factory=list)


def segments(loaded, root, language, wanted=lambda record: True):
    """The Segments of all records for which `wanted(record)` holds, in order."""
    terms = glossary_terms(language)
    for record in sorted(loaded.records.values(), key=lambda record: record.id):
        if not wanted(record):
            continue
        translation = loaded.translations.get((record.id, language))
        found = loaded.matches.get((record.id, language)) or match(record.texts, None)
        for path, source in record.texts.items():
            state = found.states[path]
            before = earlier_text(root, record.path, stamp_of(translation, path)) if state == OUTDATED else ""
            state = translation.state if state == CURRENT else state
            yield Segment(f"{record.id}/{path}", record.path, source, found.texts.get(path, ""), state, before, notes_for(source, terms))


def stamp_of(translation, path):
    return translation.fingerprints.get(path, "")


def glossary_terms(language):
    """[(pattern of the English words, note)] of the glossary."""
    mine, found = glossary(language), []
    for key, concept in glossary(SOURCE_LANGUAGE).items():
        if key in mine:
            words = sorted({concept.term, *concept.also}, key=len, reverse=True)
            avoid = f" (not: {', '.join(mine[key].avoid)})" if mine[key].avoid else ""
            found.append((re.compile("|".join(rf"\b{re.escape(word)}\b" for word in words), re.I), f"{concept.term} = {mine[key].term}{avoid}"))
    return found


def notes_for(text, terms):
    return tuple(note for pattern, note in terms if pattern.search(text))


# --------------------------------------------------------------------------------------------------------------- import


def judged(loaded, project, language, received, reviewer=""):
    """The Imported that the Received texts come to. reviewer: role of the person who has read them all, or nothing."""
    result, by_file, seen = Imported(), defaultdict(dict), set()
    named = {one.id.partition("/")[0] for one in received}
    known = {segment.id: segment for segment in segments(loaded, project.root, language, lambda record: record.id in named)}
    for one in received:
        segment = known.get(one.id)
        reason, now = refusal(one, segment, seen)
        seen.add(one.id)
        if reason:
            result.refused.append(Refused(one, reason, now))
        elif not one.target.strip() or one.unfinished:
            if one.target.strip() != segment.target:
                result.left.append(one)
            else:
                result.unchanged += 1
        elif one.target.strip() == segment.target and segment.state not in (OUTDATED, MISSING) and not (reviewer and segment.state != REVIEWED):
            result.unchanged += 1
        else:
            entry_id, _, path = one.id.partition("/")
            record = loaded.records[entry_id]
            by_file[f"{record.path.removesuffix('.yml')}.{language}.yml"][entry_id, path] = one
    finished = {one.id for one in received if one.target.strip() and not one.unfinished} - {one.segment.id for one in result.refused}
    for path, wanted in sorted(by_file.items()):
        record, members = whole(loaded, path)
        read_whole = all(f"{one.id}/{at}" in finished for one in (record, *members) for at in one.texts)
        if reviewer and not read_whole:
            result.warnings.append(f"{path} stays a draft: the file that came does not hold all of its texts")
        take(loaded, project, language, path, wanted, reviewer if read_whole else "", result)
    return result


def refusal(one, segment, seen):
    """(why a text cannot be taken, what the hub has now), or two empty texts."""
    if segment is None:
        return "there is no such text in the hub; its id was changed, or the entry is gone", ""
    if one.id in seen:
        return "this text came twice; the first one counts", ""
    if one.source.strip() != segment.source:
        words = "the English text is not the one that was exported: it was changed in the file, or the entry has changed since"
        return words, segment.source
    if one.held and segment.target and one.held != fingerprint(segment.target) and one.target.strip() != segment.target:
        return "somebody else has changed this translation since the export", segment.target
    if re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffd]", one.target):
        return "the text holds damaged characters", ""
    return "", ""


def take(loaded, project, language, path, wanted, reviewer, result):
    """Put texts into one translation file; those that the checks refuse are left out and reported."""
    wanted = dict(wanted)
    while wanted:
        new = file_text(loaded, project, language, path, {key: one.target.strip() for key, one in wanted.items()}, reviewer)
        bad, warnings = faults_of(loaded, project, language, path, new, wanted)
        if not bad:
            result.files[path] = new
            result.taken += list(wanted.values())
            result.warnings += warnings
            return
        for key, reason in bad.items():
            result.refused.append(Refused(wanted.pop(key), reason))


def file_text(loaded, project, language, path, texts, reviewer):
    """The new text of a translation file. texts: {(entry id, path in the entry): translation}."""
    record, members = whole(loaded, path)
    held = {key: one for key in (record.id, *(member.id for member in members)) if (one := loaded.translations.get((key, language)))}
    stamps = {key: fingerprint(loaded.records[key[0]].texts[key[1]]) for key in texts}
    file = project.root / path
    old = file.read_text("utf-8") if file.exists() else ""
    if held and all(moved_nowhere(loaded, key, language) for key in held) and all(key in held and at in held[key].texts for key, at in texts):
        text = refilled(old, {(*held[key].at, *steps_of(at)): value for (key, at), value in texts.items()})
        every = {(key, at): stamp for key, one in held.items() for at, stamp in one.fingerprints.items()} | stamps
    else:
        full, every = defaultdict(dict), {}
        for key in (record.id, *(member.id for member in members)):
            found, translation = loaded.matches.get((key, language)), loaded.translations.get((key, language))
            for at, value in (found.texts if found else {}).items():
                full[key][at] = value
                source = loaded.records[key].texts[at]
                every[key, at] = fingerprint(source) if found.states[at] == CURRENT else translation.fingerprints.get(at, "")
        for (key, at), value in texts.items():
            full[key][at] = value
        every = {key: stamp for key, stamp in (every | stamps).items() if stamp}
        text = rewritten(record, members, full, old)
    about = {"state": REVIEWED, "reviewed_by_role": reviewer} if reviewer else {"state": DRAFT}
    ordered = {f"{key}.{at}" if key != record.id else at: stamp for (key, at), stamp in sorted(every.items(), key=lambda item: order(record, members, *item[0]))}
    return with_stamps(text, ordered, about)


def order(record, members, key, at):
    """Where a text stands in its file."""
    ids = [record.id, *(member.id for member in members)]
    paths = list((record if key == record.id else members[ids.index(key) - 1]).texts)
    return ids.index(key), paths.index(at) if at in paths else len(paths)


def moved_nowhere(loaded, key, language):
    """Whether every translated text stands in its file where its English text stands in the entry."""
    found, translation = loaded.matches[key, language], loaded.translations[key, language]
    return not found.left_over and all(translation.texts.get(at) == value for at, value in found.texts.items())


def whole(loaded, path):
    """(Record, members of it) that a translation file belongs to."""
    stem = path.rpartition("/")[2].split(".")[0]
    return loaded.records[stem], [other for other in loaded.records.values() if other.listed_in == stem]


def faults_of(loaded, project, language, path, text, wanted):
    """({(entry id, path): reason}, warnings) of a translation file's new text, by all rules."""
    record, members = whole(loaded, path)
    raw = text.encode()
    try:
        found = shape_translation(parse_document(path, raw), record, {member.id: member for member in members}, language, lambda: raw)
    except Unusable as error:
        return dict.fromkeys(wanted, str(error)), []
    own = {(one.id, language): translation for one, translation in found}
    matches = loaded.matches | {(one.id, language): match(one.texts, translation) for one, translation in found}
    material = Material({}, own, replace(loaded, matches=matches), project.as_of)
    bad, warnings = {}, []
    for rule in RULES:
        for finding in rule(material):
            key = next((key for key in wanted if own.get((key[0], language)) is finding.where and steps_of(key[1]) == finding.at), None)
            if key and finding.severity == ERROR:
                bad[key] = f"{finding.message}. {finding.hint}".strip()
            elif key:
                warnings.append(f"{key[0]}/{key[1]}: {finding.message}. {finding.hint}".strip())
    return bad, warnings
