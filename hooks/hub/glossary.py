"""The words of the field: one file for each language under glossaries/, the same concepts in all of them."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hub.document import read_document
from hub.project import SOURCE_LANGUAGE

FOLDER = Path(__file__).parent / "glossaries"


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept in one language.

    term        the official term in its basic form
    source      law, article or authority it comes from, or nothing
    definition  what it means, or nothing
    also        accepted variants, abbreviations and inflected forms
    avoid       words that are not to be used for it
    """

    id: str
    term: str
    source: str = ""
    definition: str = ""
    also: tuple = ()
    avoid: tuple = ()


@cache
def glossary(language):
    """{concept id: Concept} in the order of the file; empty for a language that has no glossary yet."""
    name = f"{language}.yml"
    if not (FOLDER / name).is_file():
        return {}
    found = read_document(FOLDER, name).data["terms"]
    return {key: Concept(key, **{k: tuple(v) if isinstance(v, list) else v for k, v in value.items()}) for key, value in found.items()}


def concept_ids():
    """All concepts, in the order of the source language's glossary."""
    return tuple(glossary(SOURCE_LANGUAGE))


@cache
def naming(language):
    """(pattern, {lower-case word: Concept}): finds the concepts that a text of that language names, the longest words first."""
    by_word = {word.lower(): concept for concept in glossary(language).values() for word in (concept.term, *concept.also)}
    longest_first = sorted(by_word, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.I), by_word
