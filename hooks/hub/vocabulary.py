"""Controlled terms: one file for each vocabulary under vocabularies/.

A vocabulary is declared once; pick lists, checks, pages and exports all read it here. English labels stand in the files,
other languages in the catalogues under labels/ with the vocabulary's name as message context.
"""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from hub.document import read_document

FOLDER = Path(__file__).parent / "vocabularies"


@dataclass(frozen=True, slots=True)
class Term:
    """One term. maps: codes of outside standards, such as {"coe_2005": "Article 12"}."""

    id: str
    label: str
    plural: str = ""
    definition: str = ""
    question: str = ""
    group: str = ""
    maps: dict = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    name: str
    title: str
    groups: dict  # group id -> English heading, in page order
    terms: dict  # term id -> Term, in page order
    source: str = ""  # where the terms come from


@cache
def vocabulary(name):
    """The Vocabulary of that name; raises Unusable when its file is broken or missing."""
    data = read_document(FOLDER, f"{name}.yml").data
    terms = {key: Term(key, **value) for key, value in data["terms"].items()}
    return Vocabulary(name, data["title"], data.get("groups", {}), terms, data.get("source", ""))


@cache
def vocabulary_names():
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))
