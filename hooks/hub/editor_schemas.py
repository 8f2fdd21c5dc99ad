"""JSON Schemas and settings for text editors: help, examples and pick lists while typing, and faults underlined at once.

They are made from the kinds and from the commented examples, and lie in the repository under schemas/, so that an editor has
them the moment the project is cloned. What the checks refuse is still decided by `hub check`; a schema only helps.

Two things differ from the schemas of the published data. An editor's YAML reader takes 2009 for a number and leaves `yes` a
text, where the hub reads text and lets the field decide; so numbers may stand where text is asked for. And an empty
field counts as not given.
"""

import json
import os

from hub.kinds import KINDS
from hub.kinds.record_list import INHERITED, SUFFIX, list_kind
from hub.labels import labels
from hub.manual import manual
from hub.schemas import schema_of
from hub.translation import DRAFT, REVIEWED, translatable_fields
from hub.vocabulary import vocabulary

FOLDER = "schemas"
YES_OR_NO = {"enum": ["yes", "no", True, False]}
FACT = [{"label": "a fact with its place", "body": {"text": "$1", "cite": "$2"}}]


def editor_files(root):
    """{path: text} of every schema, and of the settings that tie them to the folders."""
    files = {}
    for name, kind in KINDS.items():
        own = entry_schema(root, kind)
        files[f"{FOLDER}/{name}.json"] = own
        files[f"{FOLDER}/{name}{SUFFIX}.json"] = list_schema(kind, own)
        files[f"{FOLDER}/{name}.translation.json"] = translation_schema(kind)
    files[".vscode/settings.json"] = settings()
    files[".vscode/extensions.json"] = {"recommendations": ["redhat.vscode-yaml"]}
    return {path: as_json(path, value) for path, value in files.items()}


def as_json(path, value):
    """Settings are read by people; schemas are large and are not."""
    layout = {"indent": 2} if path.startswith(".vscode") else {"separators": (",", ":")}
    return json.dumps(value, ensure_ascii=False, **layout) + "\n"


def modeline(path, kind, variant=""):
    """The first line of an entry at `path`, by which any YAML language server finds the schema."""
    way = os.path.relpath(f"{FOLDER}/{kind.name}{variant}.json", os.path.dirname(path))
    return f"# yaml-language-server: $schema={way.replace(os.sep, '/')}"


def settings():
    """Workspace settings: each folder's files get their schema without a line in them."""
    found = {}
    for name, kind in KINDS.items():
        here = f"{kind.folder}/"
        found[f"./{FOLDER}/{name}.json"] = [f"/{here}*.yml", f"!/{here}*.*.yml", f"!/{here}*{SUFFIX}.yml"]
        found[f"./{FOLDER}/{name}{SUFFIX}.json"] = [f"/{here}*{SUFFIX}.yml"]
        found[f"./{FOLDER}/{name}.translation.json"] = [f"/{here}*.*.yml"]
    return {
        "yaml.schemas": found,
        "yaml.yamlVersion": "1.2",  # with 1.1, NO would be a "false" in the editor
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "editor.rulers": [120],
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on", "editor.quickSuggestions": {"strings": True}},
        "search.exclude": {"site": True, ".cache": True, FOLDER: True},
    }


# --------------------------------------------------------------------------------------------------------------- entries


def entry_schema(root, kind):
    schema = schema_of(kind)
    blocks = manual(root, kind)
    for name, field in schema["properties"].items():
        block = blocks.get(name)
        if block and block.remark and block.remark.rstrip(".").lower() not in field.get("description", "").lower():
            field["description"] = f"{field.get('description', '')} {block.remark[:1].upper()}{block.remark[1:]}".strip()
        if block and block.value not in (None, [], {}):
            field.setdefault("examples", [block.value])
    schema["description"] = f"The manual: {kind.folder}/_example.yml"
    return loosened(schema)


def loosened(node):
    """The schema as an editor's YAML reader needs it; see above."""
    if isinstance(node, list):
        return [loosened(item) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: {name: loosened(field) for name, field in value.items()} if key in ("properties", "$defs") else loosened(value)
            for key, value in node.items() if key not in ("examples", "default", "enum")} | {
            key: node[key] for key in ("examples", "enum") if key in node}  # fmt: skip
    if node.get("pattern") == "^[A-Z]{2}$":  # any country may stand here; those the hub covers are offered
        names = [labels("en").country(code) for code in vocabulary("countries").terms]
        node["anyOf"] = [{"enum": list(vocabulary("countries").terms), "enumDescriptions": names}, {"pattern": node.pop("pattern")}]
    if node.get("type") == "boolean":
        node = {key: value for key, value in node.items() if key != "type"} | YES_OR_NO
    elif node.get("type") == "string" and "enum" not in node:
        node["type"] = ["string", "number"]
    elif node.get("type") == "object" and {"text", "cite"} <= node.get("properties", {}).keys():
        node["defaultSnippets"] = FACT
    elif node.get("type") == "array" and "minItems" not in node:
        node["type"] = ["array", "null"]
    for name, field in node.get("properties", {}).items():
        if "description" not in field and name in vocabulary("nrm_steps").terms:  # the ten steps are described once, as terms
            field["description"] = meaning("nrm_steps", name)
    return node


def meaning(name, term_id):
    """Label and definition of a term, in English."""
    words = labels("en")
    return ": ".join(filter(None, [words.term(name, term_id), words.definition(name, term_id)]))


def list_schema(kind, own):
    """Of a file with many short entries; what one leaves out it takes from the list."""
    schema = loosened(schema_of(list_kind(kind)))
    record = {key: own[key] for key in ("type", "additionalProperties") if key in own}
    record["properties"] = {"id": {"type": "string", "description": "The short entry's id: lower-case words joined by hyphens."}} | own["properties"]
    record["required"] = ["id", *(name for name in own["required"] if name not in INHERITED)]
    schema["$defs"] = schema.get("$defs", {}) | own.get("$defs", {})
    schema["properties"]["records"]["items"] = record
    schema["title"] = f"list of {kind.name} entries"
    return schema


# ---------------------------------------------------------------------------------------------------------- translations


def translation_schema(kind):
    """Of the file with an entry's texts in another language: texts only, and where the translation stands."""
    schema = texts_schema(kind.model)
    about = {
        "type": "object", "additionalProperties": False, "required": ["state"],
        "description": "Where the translation stands.",
        "properties": {
            "state": {"enum": [DRAFT, REVIEWED], "description": "reviewed: a person who knows both languages has read all of it."},
            "reviewed_by_role": {"type": "string", "description": "The reviewer's role, never a name.", "examples": ["legal translator"]},
        },
    }  # fmt: skip
    stamps = {"type": ["object", "null"], "description": "Which English text each text translates; hub translate stamp writes it."}
    records = {"type": "array", "description": "In a list: the texts of its short entries, by id.",
               "items": {**texts_schema(kind.model), "required": ["id"]}}  # fmt: skip
    records["items"]["properties"] = {"id": {"type": "string"}} | records["items"]["properties"]
    schema["properties"] = {"translation": about} | schema["properties"] | {"records": records, "fingerprints": stamps}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"translation of a {kind.name}", "required": ["translation"], **schema}


def texts_schema(model):
    properties = {}
    for name, shape in translatable_fields(model).items():
        described = {"description": model.model_fields[name].description or ""}
        if shape == "text":
            properties[name] = {"type": ["string", "number", "null"], **described}
        else:
            inner = texts_schema(shape[0])
            properties[name] = {"type": ["array", "null"], "items": {**inner, "type": ["object", "null"]}, **described} if shape[1] else {**inner, **described}
    return {"type": "object", "additionalProperties": False, "properties": properties}
