"""The glossary: each concept's term in this language, where it comes from, what to avoid, and the terms of the other languages."""

from hub.glossary import concept_ids, glossary
from hub.labels import own_name
from hub.page import Plan
from hub.project import SOURCE_LANGUAGE

TYPE = "glossary"


def plans(library):
    yield Plan(TYPE, "glossary/")


def context(library, plan, drawing):
    mine, english = glossary(drawing.language), glossary(SOURCE_LANGUAGE)
    concepts = []
    for concept_id in concept_ids():
        shown, language = (mine[concept_id], drawing.language) if concept_id in mine else (english[concept_id], SOURCE_LANGUAGE)
        elsewhere = [(code, own_name(code), glossary(code)[concept_id].term) for code in library.languages if code != language and concept_id in glossary(code)]
        definition = (shown.definition, language) if shown.definition else (english[concept_id].definition, SOURCE_LANGUAGE)
        concepts.append((shown, language, definition, elsewhere))
    return {
        "title": drawing.say("Glossary"),
        "description": drawing.say("The terms of the field: the official word in each language, and where it comes from."),
        "concepts": concepts,
        "layout": "plain",
    }
