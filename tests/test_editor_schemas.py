"""Schemas and settings for editors, in the hands of the real yaml-language-server."""

import json

import pytest
from conftest import ROOT
from hub.editor_schemas import editor_files, modeline
from hub.kinds import KINDS
from jsonschema import Draft202012Validator
from language_server import LanguageServer

SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
PRACTICE = "practices/best-practices/no-lauras-house-practice"


def test_schemas_in_the_repository_are_up_to_date():
    files = editor_files(ROOT)
    for path, text in files.items():
        assert (ROOT / path).read_text("utf-8") == text, f"{path}: run hub schema"
    assert {f"schemas/{path.name}" for path in (ROOT / "schemas").iterdir()} == {path for path in files if path.startswith("schemas/")}


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_field_has_help_and_most_an_example(kind):
    for name in (kind.name, f"{kind.name}-list", f"{kind.name}.translation"):
        schema = json.loads((ROOT / f"schemas/{name}.json").read_text("utf-8"))
        Draft202012Validator.check_schema(schema)
        for group in (schema, *schema.get("$defs", {}).values()):
            for field, about in group.get("properties", {}).items():
                assert about.get("description") or field == "id", (name, field)
    properties = json.loads((ROOT / f"schemas/{kind.name}.json").read_text("utf-8"))["properties"]
    shown = sum("examples" in about or "enum" in about for about in properties.values())
    assert shown > len(properties) * 0.5


@pytest.fixture(scope="module")
def server():
    with LanguageServer(ROOT, SETTINGS) as running:
        yield running


@pytest.fixture(scope="module")
def bare_server():
    """As in an editor that reads no workspace settings: only the first line of a file names its schema."""
    with LanguageServer(ROOT, {}) as running:
        yield running


def some_files():
    """The manual and a few real entries, lists and translations of every kind."""
    for kind in KINDS.values():
        folder = ROOT / kind.folder
        yield from folder.glob("_example*.yml")
        yield from sorted(path for path in folder.glob("[a-z]*.yml") if path.name.count(".") == 1)[:1]
        yield from sorted(folder.glob("*.sv.yml"))[:1]
    yield from sorted((ROOT / "contacts/organisations").glob("*-list*.yml"))[:2]


def test_sound_files_are_not_underlined(server):
    for path in some_files():
        name = path.relative_to(ROOT).as_posix()
        assert server.open(name, path.read_text("utf-8")) == [], name


FAULTS = [
    ("titel: Title", "titel"),
    ("themes: [identfication]", "identification"),
    ("maturity: good-ish", "promising"),
    ("countries: [Norway]", ""),
    ("approach:\n  - text: A step without its place", "cite"),
    ("lead: no-agency", "array"),
    ("reviewed: [2026]", ""),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault[0].split(":")[0])
def test_faults_are_underlined(server, fault):
    text = (ROOT / "practices/best-practices/_example.yml").read_text("utf-8")
    field = fault[0].split(":")[0]
    head = "\n".join(line for line in text.split("# Facts.")[0].splitlines() if not line.startswith(f"{field}:")) + "\n"
    found = server.open(f"practices/best-practices/no-fault-{field}.yml", head + fault[0] + "\n")
    line = head.count("\n") + 1
    assert [message for at, message in found if at >= line and fault[1] in message], found


def test_a_translation_holds_texts_only(server):
    found = server.open(f"{PRACTICE}.da.yml", "translation: {state: finished}\ntitle: Titel\ncountries: [DK]\n")
    assert {line for line, _ in found} == {1, 3}


def test_terms_and_fields_are_completed(server):
    path = "practices/best-practices/no-half.yml"
    server.open(path, "title: Half\nthemes:\n  - \nmaturity: \ncountries: []\n")
    assert {"identification", "labour-exploitation"} <= server.completions(path, 2, 4).keys()
    assert {'DK', '"NO"'} <= server.completions(path, 4, 12).keys(), "the editor puts NO in quotes, which other readers need"
    assert {"pilot", "promising"} <= server.completions(path, 3, 10).keys()
    path = "practices/best-practices/no-begun.yml"
    server.open(path, "title: Half\n\n")
    fields = server.completions(path, 1, 0)
    assert {"summary", "approach", "what_did_not_work", "funding"} <= fields.keys()
    assert "title" not in fields


def test_help_shows_meaning_and_example(server):
    path = "practices/best-practices/no-helped.yml"
    server.open(path, "title: Half\nlead: [no-agency]\nsummary: S\n")
    assert "Who leads it" in server.help(path, 1, 1) and "no-example-agency" in server.help(path, 1, 1)
    server.open("contacts/shelters/no-half.yml", "title: Half\npublication: front-gate\n")
    assert "How much may be said" in server.help("contacts/shelters/no-half.yml", 1, 3)


def test_the_first_line_is_enough(bare_server):
    path = "practices/best-practices/no-by-modeline.yml"
    found = bare_server.open(path, f"{modeline(path, KINDS['practice'])}\ntitle: Title\ntitel: Title\n")
    assert any("titel" in message for _, message in found) and any("summary" in message for _, message in found)
    assert bare_server.open("practices/best-practices/no-without.yml", "titel: Title\n") == [], "so it is the line that did it"
