"""JSON Schemas of the written shape, one for each kind, made from the same models that check the entries."""

import json

from hub.kinds import KINDS


def schemas():
    """{kind: JSON text}, with the help and examples of every field."""
    return {name: json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n" for name, kind in KINDS.items()}


def schema_of(kind):
    schema = kind.model.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = kind.name
    return schema
