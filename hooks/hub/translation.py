"""Translations: which texts an entry has, what a translation file gives for each, and whether that is still right.

`<id>.<language>.yml` has the same fields as the entry, texts only, and a fingerprint of the English text behind each:

    translation: {state: draft}
    title: ...
    approach:
      - text: ...
    fingerprints:
      title: 8d3c0a1f
      approach.0.text: 51c9e2d7

When the English text changes, its fingerprint no longer fits and that one text is outdated. Items of a list are matched by
fingerprint first, so that an item put in between or moved outdates nothing.
"""

import hashlib
import re
from dataclasses import dataclass, field
from functools import cache

from pydantic.fields import FieldInfo

from hub.fields import Translatable

DRAFT, REVIEWED = "draft", "reviewed"
CURRENT, OUTDATED, MISSING = "current", "outdated", "missing"


@cache
def fingerprint(text):
    """Eight hexadecimal digits of the text, white space aside."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


@cache
def translatable_fields(model):
    """{field name: how its texts lie}: "text", or the group that holds them with True when there is a list of groups."""
    found = {}
    for name, info in model.model_fields.items():
        if any(isinstance(mark, Translatable) for mark in marks(info)):
            found[name] = "text"
            continue
        group, many = group_in(info.annotation)
        if group and translatable_fields(group):
            found[name] = (group, many)
    return found


def marks(info: FieldInfo):
    yield from info.metadata
    for part in getattr(info.annotation, "__args__", ()):
        yield from getattr(part, "__metadata__", ())


def group_in(annotation):
    """(model, whether it is a list) inside an annotation; (None, False) without one."""
    if hasattr(annotation, "model_fields"):
        return annotation, False
    origin = getattr(annotation, "__origin__", None)
    for part in getattr(annotation, "__args__", ()):
        group, _ = group_in(part)
        if group:
            return group, origin is tuple
    return None, False


def texts(entry):
    """{path: English text} of all translatable texts, in order; a path looks like "approach.0.text"."""
    found = {}
    collect(entry, "", found)
    return found


def collect(group, prefix, found):
    for name, shape in translatable_fields(type(group)).items():
        value = getattr(group, name)
        if value is None:
            continue
        if shape == "text":
            found[prefix + name] = value
        elif shape[1]:
            for index, item in enumerate(value):
                collect(item, f"{prefix}{name}.{index}.", found)
        else:
            collect(value, f"{prefix}{name}.", found)


def steps_of(path):
    """"approach.0.text" -> ("approach", 0, "text"), as places of a document are named."""
    return tuple(int(part) if part.isdigit() else part for part in path.split("."))


@dataclass(frozen=True, slots=True)
class Translation:
    """What a translation file says of one entry. texts and fingerprints: by path, as in texts(). at: as in a Record."""

    language: str
    path: str
    digest: str
    state: str
    reviewed_by_role: str
    texts: dict
    fingerprints: dict
    at: tuple = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A translation held against its entry. states: path -> current, outdated or missing; texts: path -> translated text."""

    states: dict
    texts: dict = field(default_factory=dict)
    left_over: tuple = ()

    def count(self, state):
        return sum(1 for value in self.states.values() if value == state)


def match(source, translation):
    """Hold `translation` (or None) against `source`, the texts() of its entry."""
    if translation is None:
        return Match({path: MISSING for path in source})
    if source.keys() == translation.texts.keys() and all(translation.fingerprints.get(p) == fingerprint(t) for p, t in source.items()):
        return Match(dict.fromkeys(source, CURRENT), translation.texts)  # nothing moved and nothing changed: nearly always
    states, found, used = {}, {}, set()
    by_fingerprint = {}
    for path in translation.texts:
        by_fingerprint.setdefault((family(path), translation.fingerprints.get(path)), []).append(path)
    for path, text in source.items():
        candidates = by_fingerprint.get((family(path), fingerprint(text)), ())
        for candidate in (path, *candidates) if path in candidates else candidates:
            if candidate not in used:
                used.add(candidate)
                states[path], found[path] = CURRENT, translation.texts[candidate]
                break
    for path in source:
        if path in states:
            continue
        if path in translation.texts and path not in used:
            used.add(path)
            states[path], found[path] = OUTDATED, translation.texts[path]
        else:
            states[path] = MISSING
    states = {path: states[path] for path in source}
    return Match(states, found, tuple(path for path in translation.texts if path not in used))


@cache
def family(path):
    """The path with the index of its innermost list left open: items of one list can stand in for each other."""
    return re.sub(r"\.\d+\.([^.]+)$", r".*.\1", path)
