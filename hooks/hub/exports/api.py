"""The JSON files under /api/v1/: one for each entry, kind, country and theme, all entries in brief, terms, and where to start."""

from hub.exports.files import File, as_json
from hub.exports.material import API
from hub.exports.published import VERSION
from hub.kinds import KINDS
from hub.labels import labels
from hub.library import covered_countries
from hub.term_pages import BY_VOCABULARY
from hub.vocabulary import vocabulary, vocabulary_names

LICENCE = "https://creativecommons.org/licenses/by-sa/4.0/"


def api(material):
    for record in material.listed:
        yield File(f"{API}entries/{record.id}.json", material.key([record]), lambda record=record: as_json(material.full(record)))
    for name in KINDS:
        records = material.of_kind(name)
        yield File(f"{API}{name}.json", material.key(records), lambda records=records: as_json([material.full(one) for one in records]))
    for path, records in selections(material):
        yield listing(material, path, records)
    yield from addresses_of_the_gone(material)
    yield File(f"{API}vocabularies.json", material.key(), lambda: as_json([published_vocabulary(material, name) for name in vocabulary_names()]))
    yield File(f"{API}index.json", material.key(material.listed), lambda: as_json(index(material)))


def selections(material):
    """(path, records) of every list of entries in brief."""
    yield "entries.json", material.listed
    for code in covered_countries():
        yield f"countries/{code.lower()}.json", only_listed(material.library.of_country(code))
    for theme in vocabulary("themes").terms:
        yield f"themes/{theme}.json", only_listed(material.library.of_term(BY_VOCABULARY["themes"], theme))


def only_listed(records):
    return [record for record in records if record.kind.name in KINDS]


def listing(material, path, records):
    gone = withdrawn(material) if path == "entries.json" else []
    renamed = moved(material) if path == "entries.json" else []

    def make():
        data = {"schema_version": VERSION, "as_of": material.as_of, "entries": [material.brief(record) for record in records]}
        return as_json(data | ({"withdrawn": gone, "moved": renamed} if path == "entries.json" else {}))

    return File(f"{API}{path}", material.key(records, f"{gone}{renamed}"), make)


def withdrawn(material):
    """What the addresses of withdrawn entries say."""
    return [
        {"id": item.id, "kind": item.kind, "withdrawn": item.on.isoformat(), "reason": item.reason}
        | ({"instead": item.instead} if item.instead else {})
        | {"urls": {language: f"{material.site}{material.folder(language)}{item.address}" for language in material.languages}}
        for item in material.library.withdrawn.values()
    ]


def moved(material):
    """What the addresses of earlier ids say."""
    return [
        {"id": old, "moved_to": record.id, "api": material.api(f"entries/{record.id}.json")}
        for record in material.listed
        for old in record.entry.was
    ]


def addresses_of_the_gone(material):
    for item in [*withdrawn(material), *moved(material)]:
        yield File(f"{API}entries/{item['id']}.json", material.key(extra=str(item)), lambda item=item: as_json(item))


def published_vocabulary(material, name):
    known = vocabulary(name)
    return {"name": name, "title": known.title, "terms": [published_term(material, name, term) for term in known.terms.values()]}


def published_term(material, name, term):
    """A term in all languages; a language without a word of its own is left out."""
    made = {"id": term.id, "labels": in_all(material, lambda words: words.term(name, term.id))}
    made["definitions"] = in_all(material, lambda words: words.definition(name, term.id)) if term.definition else {}
    if term.group:
        made["group"] = term.group
    return made | {"maps": {key: str(value) for key, value in term.maps.items()}}


def in_all(material, ask):
    """{language: text}; a text that only falls back to English is left out."""
    english = ask(labels("en"))
    found = {language: ask(labels(language)) for language in material.languages}
    return {language: text for language, text in found.items() if language == "en" or text != english}


def index(material):
    names = [name for name in KINDS if material.of_kind(name)]
    paths = {"entries": "entries.json", "vocabularies": "vocabularies.json", "openapi": "openapi.json", "changelog": "changelog.json"}
    return {
        "name": material.library.project.site_name, "schema_version": VERSION, "as_of": material.as_of, "licence": LICENCE,
        "attribution": f"{material.library.project.site_name}, {material.site}",
        "languages": material.languages,
        "counts": {name: len(material.of_kind(name)) for name in names},
        "countries": covered_countries(), "themes": list(vocabulary("themes").terms),
        "links": {name: material.api(path) for name, path in paths.items()} | {"about": f"{material.site}api/"},
    }  # fmt: skip
