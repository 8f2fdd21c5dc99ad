"""How far the translations have come: every language at once, then kind by kind, and what changed in English since.

A page of a language is drawn where only that language and English are at hand, so this one is drawn last of all, from what each
language reported (Drawing.standings).
"""

from collections import Counter

from hub.kinds import KINDS
from hub.labels import N_, own_name
from hub.library import PARTLY
from hub.page import Plan
from hub.progress import STATES, counts, difference
from hub.project import SOURCE_LANGUAGE
from hub.translation import DRAFT, MISSING, OUTDATED, REVIEWED

TYPE = "translations"
LATE = True  # drawn after all languages
HEADINGS = {MISSING: N_("Not translated"), PARTLY: N_("In part"), OUTDATED: N_("Outdated"), DRAFT: N_("Draft"), REVIEWED: N_("Reviewed")}


def plans(library):
    yield Plan(TYPE, "translations/")


def context(library, plan, drawing):
    kinds = {record.id: record.kind.name for record in library.records.values()}
    languages = [code for code in library.languages[1:] if drawing.language in (SOURCE_LANGUAGE, code)]
    tables = {code: counts(kinds, drawing.standings[code].states) for code in library.languages[1:]}
    sections = []
    for code in languages:
        rows = [(drawing.labels.plural("kinds", name), f"{KINDS[name].section}/", cells(row)) for name, row in tables[code].items()]
        sections.append((code, own_name(code), rows, [(change, shown_change(change)) for change in drawing.standings[code].changes]))
    return {
        "title": drawing.say("Translations"),
        "description": drawing.say("How far each language has come. A draft has been read by no person yet; in an outdated text the English has changed since."),
        "headings": [drawing.say(HEADINGS[state]) for state in STATES],
        "overview": [(code, own_name(code), cells(sum(tables[code].values(), Counter()))) for code in library.languages[1:]],
        "sections": sections,
        "layout": "broad",
    }


def cells(row):
    return [row[state] for state in STATES]


def shown_change(change):
    """The English text in parts, [(how, words)]; all of it when the earlier one is not known."""
    return difference(change.before, change.now) if change.before else [("same", change.now)]
