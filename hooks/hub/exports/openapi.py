"""OpenAPI 3.1 and JSON Schemas of the published shape, from the models in published.py; and the log of its changes."""

from pydantic.json_schema import models_json_schema

from hub.exports.api import LICENCE
from hub.exports.changes import CHANGES, DEPRECATION
from hub.exports.files import File, as_json
from hub.exports.listings import Index, Listing, Moved, PublishedVocabulary, Withdrawn
from hub.exports.material import API
from hub.exports.published import SHAPES, VERSION

DIALECT = "https://json-schema.org/draft/2020-12/schema"
LISTS = {"Listing": Listing, "Index": Index, "Moved": Moved, "Withdrawn": Withdrawn, "PublishedVocabulary": PublishedVocabulary}


def openapi(material):
    key = material.key()
    yield File(f"{API}openapi.json", key, lambda: as_json(description(material)))
    for name, model in {**{name: shape for name, shape in SHAPES.items()}, **{name.lower(): shape for name, shape in LISTS.items()}}.items():
        yield File(f"{API}schemas/{name}.json", key, lambda name=name, model=model: as_json(schema(material, name, model)))
    yield File(f"{API}changelog.json", key, lambda: as_json({"version": VERSION, "deprecation": DEPRECATION, "changes": CHANGES}))


def schema(material, name, model):
    return {"$schema": DIALECT, "$id": material.api(f"schemas/{name}.json"), **model.model_json_schema(mode="serialization")}


def description(material):
    """The OpenAPI document. Every operation reads one static file."""
    _, made = models_json_schema([(model, "serialization") for model in (*SHAPES.values(), *LISTS.values())], ref_template="#/components/schemas/{model}")
    schemas = made["$defs"]

    def named(model):
        return {"$ref": f"#/components/schemas/{model.__name__}"}

    ids = {"id": parameter("id", "An entry's id, never changed and never given away.", "no-lauras-house-practice")}
    record = {"anyOf": [named(model) for model in (*SHAPES.values(), Withdrawn, Moved)]}
    paths = {
        "/index.json": reading("start", "Where to start", named(Index)),
        "/entries.json": reading("entries", "Every entry in brief, with the ids that moved or were withdrawn", named(Listing)),
        "/entries/{id}.json": reading("entry", "One full record, or what became of it", record, ids),
        "/countries/{country}.json": reading("country", "Entries of a country in brief", named(Listing),
                                             {"country": parameter("country", "ISO 3166-1 code in small letters.", "no")}),  # fmt: skip
        "/themes/{theme}.json": reading("theme", "Entries of a theme in brief", named(Listing), {"theme": parameter("theme", "A theme's id.", "identification")}),
        "/vocabularies.json": reading("vocabularies", "Controlled terms in all languages", {"type": "array", "items": named(PublishedVocabulary)}),
    }
    for name, model in SHAPES.items():
        paths[f"/{name}.json"] = reading(f"{name}_all", f"Full records of every {name}", {"type": "array", "items": named(model)})
    return {
        "openapi": "3.1.0",
        "info": {
            "title": material.library.project.site_name, "version": VERSION,
            "summary": "Static files, read only, without a key. " + DEPRECATION,
            "license": {"name": "CC BY-SA 4.0", "url": LICENCE},
        },
        "servers": [{"url": material.api("").rstrip("/")}],
        "paths": paths,
        "components": {"schemas": schemas},
    }  # fmt: skip


def parameter(name, description, example):
    return {"name": name, "in": "path", "required": True, "description": description, "schema": {"type": "string"}, "example": example}


def reading(operation, summary, answer, parameters=None):
    made = {
        "operationId": operation, "summary": summary,
        "responses": {
            "200": {"description": "The file.", "content": {"application/json": {"schema": answer}}},
            "404": {"description": "There never was such a file."},
        },
    }  # fmt: skip
    return {"get": made | ({"parameters": list(parameters.values())} if parameters else {})}
