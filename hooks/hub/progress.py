"""How far translations have come: per language and kind, and what has changed since a text was translated."""

import difflib
from collections import Counter
from dataclasses import dataclass

from hub.history import earlier_text
from hub.kinds import KINDS
from hub.library import PARTLY
from hub.translation import DRAFT, MISSING, OUTDATED, REVIEWED

STATES = (MISSING, PARTLY, OUTDATED, DRAFT, REVIEWED)


@dataclass(frozen=True, slots=True)
class Change:
    """An outdated text. before: the English it was translated from, or nothing when that is not known."""

    entry: str
    address: str
    title: tuple[str, str]  # (text, its language)
    path: str
    before: str
    now: str
    translated: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How one language stands. states: {id: state}. changes: its outdated texts."""

    states: dict[str, str]
    changes: list[Change]


def standing(library, language):
    return Standing(states_of(library, language), changes(library, language))


def counts(kinds, states):
    """{kind: Counter of states} in the order of kinds. kinds: {id: kind}. states: {id: state}."""
    table = {name: Counter() for name in KINDS}
    for entry_id, state in states.items():
        if kinds[entry_id] in table:
            table[kinds[entry_id]][state] += 1
    return {name: row for name, row in table.items() if row}


def states_of(library, language):
    return {record_id: library.state(record_id, language) for record_id in library.records}


def changes(library, language):
    """Every outdated text of a language as a Change, entry by entry."""
    found = []
    for record in library.records.values():
        matched = library.match(record.id, language)
        if not matched.count(OUTDATED):
            continue
        translation = library.translations[record.id, language]
        for path, state in matched.states.items():
            if state == OUTDATED:
                before = earlier_text(library.project.root, record.path, translation.fingerprints.get(path, ""))
                title = library.title(record.id, language)
                found.append(Change(record.id, record.address, title, path, before, record.texts[path], matched.texts[path]))
    return found


def difference(before, now):
    """[(how, words)] from one text to another; how is "same", "gone" or "new"."""
    old, new = before.split(), now.split()
    parts = []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(("same", " ".join(old[i1:i2])))
        else:
            parts += [(how, " ".join(words)) for how, words in (("gone", old[i1:i2]), ("new", new[j1:j2])) if words]
    return parts
