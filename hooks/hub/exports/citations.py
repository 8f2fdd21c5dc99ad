"""Citations of sources and of the hub's own entries: CSL-JSON, BibTeX and RIS."""

from hub.citing import MONTHS, cited_entry, cited_source
from hub.exports.files import File, as_json
from hub.exports.material import API
from hub.project import SOURCE_LANGUAGE

FOLDER = f"{API}citations/"
BIBTEX = {"report": "techreport", "book": "book", "article": "article", "chapter": "incollection"}
RIS = {"report": "RPRT", "book": "BOOK", "article": "JOUR", "chapter": "CHAP", "webpage": "ELEC", "legislation": "STAT", "speech": "SLIDE"}
SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "&%$#_{}"} | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"})
AS_IT_IS = ("url", "urldate", "year", "month", "isbn", "issn")


def citations(material):
    sources, entries = material.of_kind("source"), [record for record in material.listed if record.kind.name != "source"]
    for name, records in (("all-sources", sources), ("all-entries", entries)):
        key = material.key(records, name)
        for ending, write in WRITERS.items():
            yield File(f"{FOLDER}{name}.{ending}", key, lambda records=records, write=write: write([cited(material, record) for record in records]))
    for record in material.listed:
        for ending in ("bib", "ris"):
            for name in (record.id, *record.entry.was):
                yield File(f"{FOLDER}{name}.{ending}", material.key([record]), lambda record=record, ending=ending: WRITERS[ending]([cited(material, record)]))


def cited(material, record):
    if record.kind.name == "source":
        return cited_source(record)
    return cited_entry(material.library, record, record.entry.title, SOURCE_LANGUAGE, material.page(record))


def names(item):
    return [one["literal"] for one in item.get("author", ())]


def parts(item, name):
    """(year, month, day) of a date, 0 for what is unknown."""
    found = item.get(name, {}).get("date-parts", [[]])[0]
    return (*found, 0, 0, 0)[:3]


def as_bibtex(items):
    import bibtexparser
    from bibtexparser.model import Entry, Field

    library = bibtexparser.Library()
    for item in items:
        year, month, _ = parts(item, "issued")
        series = "series" if item["type"] in ("report", "book") else "howpublished"
        fields = {
            "title": item["title"], "author": names(item), series: item.get("collection-title") or item.get("container-title"),
            "institution" if item["type"] == "report" else "publisher": item.get("publisher"), "address": item.get("publisher-place"),
            "number": item.get("number"), "isbn": item.get("ISBN"), "issn": item.get("ISSN"), "url": item.get("URL"), "language": item.get("language"),
            "year": str(year) if year else None, "month": MONTHS[month - 1] if month else None,
            "urldate": "-".join(f"{part:02}" for part in parts(item, "accessed")) if "accessed" in item else None,
        }  # fmt: skip
        made = [Field(name, in_braces(name, value)) for name, value in fields.items() if value]
        library.add(Entry(BIBTEX.get(item["type"], "misc"), item["id"], made))
    return bibtexparser.write_string(library, unparse_stack=()).encode()


def in_braces(name, value):
    """A field's value: bodies as authors and titles keep their capitals in a second pair of braces."""
    if name == "author":
        return "{" + " and ".join(f"{{{one.translate(SIGNS)}}}" for one in value) + "}"
    if name == "title":
        return f"{{{{{value.translate(SIGNS)}}}}}"
    return value if name == "month" else f"{{{value if name in AS_IT_IS else value.translate(SIGNS)}}}"


def as_ris(items):
    import rispy

    made = []
    for item in items:
        year, month, day = parts(item, "issued")
        fields = {
            "type_of_reference": RIS.get(item["type"], "GEN"), "id": item["id"], "title": item["title"], "authors": names(item),
            "secondary_title": item.get("collection-title") or item.get("container-title"), "publisher": item.get("publisher"),
            "place_published": item.get("publisher-place"), "number": item.get("number"), "issn": item.get("ISBN") or item.get("ISSN"),
            "urls": [item["URL"]] if "URL" in item else None, "language": item.get("language"), "year": str(year) if year else None,
            "date": "/".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)]) if month else None,
        }  # fmt: skip
        made.append({name: value for name, value in fields.items() if value})
    return rispy.dumps(made).encode()


WRITERS = {"csl.json": as_json, "bib": as_bibtex, "ris": as_ris}
