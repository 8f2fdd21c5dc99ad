"""Few words, and words that put the person first."""

import re
from functools import cache

from hub.glossary import glossary
from hub.problem import WARNING
from hub.rules.material import Finding
from hub.translation import steps_of


def words_are_few(material):
    """A title has at most 15 words and a summary at most 100 (template of the European Website on Integration)."""
    for record in material.records.values():
        for name, limit in (("title", 15), ("summary", 100)):
            count = len(getattr(record.entry, name).split())
            if count > limit:
                yield Finding(record, (name,), "too-long", f"the {name} has {count} words", f"at most {limit} read well", WARNING)


WORDING = (
    (r"child prostitut\w*", "a sexually exploited child"),
    (r"prostitutes?", "a person in prostitution"),
    (r"illegal (?:im)?migrants?|illegals", "a person without a right of residence"),
    (r"sex slaves?", "a person exploited for sex"),
    (r"rescue[ds]?|rescuing", "found, or helped to get away"),
    (r"pimps?", "an exploiter"),
)
WORDING_STEMS = ("prostitut", "illegal", "slave", "rescu", "pimp")
ANY_WORDING = re.compile("|".join(rf"\b(?:{pattern})\b" for pattern, _ in WORDING), re.I)


def words_put_the_person_first(material):
    """Person-first, trauma-informed wording in English texts; official names and titles may stand."""
    for record in material.records.values():
        if record.kind.name == "source":
            continue
        if not any(word in " ".join(record.texts.values()).lower() for word in WORDING_STEMS):
            continue
        for path, text in record.texts.items():
            found = path != "title" and ANY_WORDING.search(text)
            if found:
                better = next(better for pattern, better in WORDING if re.fullmatch(pattern, found.group(), re.I))
                yield Finding(record, steps_of(path), "wording", f'"{found.group()}" reduces a person to what was done',
                              f"write: {better}", WARNING)  # fmt: skip


@cache
def ruled_out(language):
    """{lower-case word: (concept's term)} of the glossary of a language, and one pattern for them all, or None."""
    better = {word.lower(): concept.term for concept in glossary(language).values() for word in concept.avoid}
    if not better:
        return better, None
    longest_first = sorted(better, key=len, reverse=True)
    return better, re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, longest_first))})(?!\.?\w)", re.I)  # not inside a web address


def translations_keep_to_the_glossary(material):
    """A translation uses no word that the glossary of its language rules out; printed titles and names may."""
    for (_, language), translation in material.translations.items():
        better, pattern = ruled_out(language)
        if not pattern:
            continue
        everything = " ".join(translation.texts.values()).lower()
        if not any(word in everything for word in better):
            continue
        for path, text in translation.texts.items():
            found = path != "title" and pattern.search(text)
            if found:
                yield Finding(translation, steps_of(path), "glossary", f'the glossary rules out "{found.group()}"',
                              f"write: {better[found.group().lower()]}", WARNING)  # fmt: skip
