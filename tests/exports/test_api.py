"""The JSON API: valid against its own description, whole, and the same facts as the entries."""

import json
from functools import cache

import jsonschema_rs
import pytest
from hub.exports.published import SHAPES, WITHHELD, Channel
from hub.kinds import KINDS
from hub.library import Library
from hub.load import load
from hub.translation import group_in
from openapi_spec_validator import OpenAPIV31SpecValidator

LISTS = {"index.json": "index", "entries.json": "listing"}


def read(site, path):
    return json.loads((site / "api" / "v1" / path).read_bytes())


@pytest.fixture(scope="session")
def loaded(project):
    return load(project.root, project.languages)


def test_description_is_valid_openapi(site, mini_site):
    for one in (site, mini_site):
        document = read(one, "openapi.json")
        assert document["openapi"] == "3.1.0"
        OpenAPIV31SpecValidator(document).validate()


@cache
def validator(site, name):
    return jsonschema_rs.validator_for(read(site, f"schemas/{name}.json"))


def test_every_file_fits_its_schema(site):
    """Each full record against the JSON Schema of its kind, each list against its own; by a validator that is not ours."""
    seen = 0
    for path in sorted((site / "api/v1/entries").glob("*.json")):
        data = json.loads(path.read_bytes())
        validator(site, data["kind"]).validate(data)
        seen += 1
    assert seen > 1000
    for path, name in LISTS.items():
        validator(site, name).validate(read(site, path))
    for path in [*(site / "api/v1/countries").glob("*.json"), *(site / "api/v1/themes").glob("*.json")]:
        validator(site, "listing").validate(json.loads(path.read_bytes()))
    for item in read(site, "vocabularies.json"):
        validator(site, "publishedvocabulary").validate(item)


def test_schema_refuses_what_is_not_published(site):
    data = read(site, "entries/no-lauras-house.json")
    assert validator(site, "shelter").is_valid(data)
    assert not validator(site, "shelter").is_valid(data | {"address": "x"})
    assert not validator(site, "shelter").is_valid({key: value for key, value in data.items() if key != "as_of"})


def test_every_path_of_the_description_is_there(site):
    known = {"id": "no-lauras-house-practice", "country": "no", "theme": "identification"}
    for path in read(site, "openapi.json")["paths"]:
        assert (site / "api" / "v1" / path.lstrip("/").format(**known)).is_file(), path


def test_every_record_is_there_and_whole(site, project, loaded):
    entries = {entry["id"]: entry for entry in read(site, "entries.json")["entries"]}
    records = {key: record for key, record in loaded.records.items() if record.kind.name in KINDS}
    assert entries.keys() == records.keys()
    library = Library(project, loaded)
    by_kind = {name: {item["id"]: item for item in read(site, f"{name}.json")} for name in KINDS}
    for key, record in records.items():
        full = read(site, f"entries/{key}.json")
        assert full == by_kind[record.kind.name][key]
        assert {name: full[name] for name in entries[key]} == entries[key]
        assert full["titles"]["en"] == record.entry.title and full["summary"]["en"] == record.entry.summary
        assert full["translation"] == {language: library.state(key, language) for language in project.languages}
        told = json.dumps(full, ensure_ascii=False)
        for path, text in record.texts.items():
            if not path.startswith(("contacts.", "programme.", "speakers.", "verified")):
                assert json.dumps(text, ensure_ascii=False) in told, (key, path)
    index = read(site, "index.json")
    assert index["counts"] == {name: len(found) for name, found in by_kind.items() if found}


def test_translations_are_those_of_the_files(site, loaded):
    seen = 0
    for (key, language), match in loaded.matches.items():
        if loaded.records[key].kind.name != "practice":
            continue
        full = read(site, f"entries/{key}.json")
        for index, fact in enumerate(full.get("approach", [])):
            assert fact["text"].get(language) == match.texts.get(f"approach.{index}.text")
            seen += 1
    assert seen > 100


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_written_field_is_published_or_withheld_for_a_reason(kind):
    compare(kind.model, SHAPES[kind.name])


def compare(written, published):
    for name, info in written.model_fields.items():
        if name in WITHHELD or f"{written.__name__}.{name}" in WITHHELD:
            continue
        assert name in published.model_fields, f"{written.__name__}.{name} is neither published nor withheld"
        inner, _ = group_in(info.annotation)
        if inner:
            shape, _ = group_in(published.model_fields[name].annotation)
            compare(inner, shape)


def test_no_reason_is_given_for_nothing():
    named = {name.split(".")[0] for name in WITHHELD if "." in name}
    assert named <= {"Channel", "Session", "Event"}
    assert not {name.split(".")[1] for name in WITHHELD if name.startswith("Channel.")} & set(Channel.model_fields)


def test_expired_and_unverified_contacts(mini_site):
    contacts = read(mini_site, "entries/no-agency.json")["contacts"]
    states = [item["state"] for item in contacts]
    assert states == ["unverified", "verified", "expired"]
    assert contacts[0]["value"] == "+47 22 33 44 55" and contacts[1]["verified_on"] == "2026-10-15"
    assert contacts[2].keys() == {"type", "state", "page"}


def test_speakers_stay_on_their_page(mini_site):
    assert "Kari Eksempel" in (mini_site / "seminars/nordic-seminar-2021/index.html").read_text("utf-8")
    for path in (mini_site / "api").rglob("*"):
        assert path.is_dir() or b"Kari Eksempel" not in path.read_bytes(), path
