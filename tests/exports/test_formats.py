"""Each format read by a tool that is not ours, on the real content."""

import csv
import hashlib
import json
import posixpath
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import feedparser
import frictionless
import jsonfeed
import pytest
import vobject
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from conftest import ROOT
from icalendar import Calendar
from lxml import html
from pybtex.database import parse_string
from pydantic import BaseModel, ConfigDict, TypeAdapter
from pyshacl import validate
from python_calamine import CalamineWorkbook
from rdflib import SDO, SKOS, Graph
from RISparser import readris

HERE = Path(__file__).parent
API = "api/v1"


def read(site, path):
    return json.loads((site / API / path).read_bytes())


# ----------------------------------------------------------------------------------------------------------------- tables


@pytest.mark.parametrize("package", ["tables", "hsds"])
def test_data_packages_are_valid(site, package):
    """Types, required and unique columns and every key, by Frictionless."""
    report = frictionless.validate(str(site / API / package / "datapackage.json"))
    assert report.valid, [(task.name, task.errors[:2]) for task in report.tasks if not task.valid]
    assert report.stats["tasks"] > 10


def test_csv_opens_right_in_a_spreadsheet(site):
    for path in (site / API / "tables").rglob("*.csv"):
        content = path.read_bytes()
        assert content.startswith(b"\xef\xbb\xbf") and b"\r\n" in content, path
        for row in csv.reader(content.decode("utf-8-sig").splitlines()):
            assert not any(cell.startswith(("=", "@")) for cell in row), (path, row)


def test_workbooks_say_the_same_as_csv(site):
    folder = site / API / "tables"
    books = sorted(folder.rglob("*.xlsx"))
    assert len(books) > 20
    for path in books:
        data, columns = (CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python() for name in ("data", "columns"))
        with path.with_suffix(".csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert data[0] == rows[0] == [row[1] for row in columns[1:]], path
        assert len(data) == len(rows), path
        assert [row[0] for row in data] == [row[0] for row in rows], path


def test_every_comparison_has_its_table(site):
    for record in read(site, "comparison.json"):
        with (site / API / f"tables/comparisons/{record['id']}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == len(record["rows"])
        for row, published in zip(rows, record["rows"], strict=True):
            assert row["c1"].lstrip("'") == published["cells"][0]["text"]["en"]


# -------------------------------------------------------------------------------------------------------------------- RDF


@pytest.mark.parametrize("name", ["vocabularies", "catalog"])
def test_rdf_is_valid(site, name):
    """Turtle and JSON-LD hold the same triples, and these fit the shapes."""
    turtle = Graph().parse(site / API / f"{name}.ttl")
    again = Graph().parse(site / API / f"{name}.jsonld")
    assert len(turtle) == len(again) > 80
    conforms, _, said = validate(turtle, shacl_graph=str(HERE / "shapes.ttl"))
    assert conforms, said


def test_shapes_refuse_what_is_wrong(site):
    graph = Graph().parse(site / API / "vocabularies.ttl")
    graph.remove((next(graph.subjects(SKOS.notation, None)), SKOS.prefLabel, None))
    assert not validate(graph, shacl_graph=str(HERE / "shapes.ttl"))[0]


def test_thesaurus_speaks_every_language_and_knows_the_standards(site):
    graph = Graph().parse(site / API / "vocabularies.ttl")
    base = "https://hub.example.org/api/v1/vocabularies.ttl#"
    labour = next(one for one in graph.subjects(SKOS.notation, None) if str(one) == base + "forms_of_exploitation.labour")
    assert {label.language for label in graph.objects(labour, SKOS.prefLabel)} == {"en", "da", "fi", "is", "nb", "sv"}
    matches = {str(one).removeprefix(base) for relation in (SKOS.closeMatch, SKOS.relatedMatch) for one in graph.objects(labour, relation)}
    assert {"htcds.ForcedLabour", "ctdc.isForcedLabour"} <= matches and any(one.startswith("coe_2005") for one in matches)
    assert any("nace2" in str(one) for one in graph.objects(None, SKOS.exactMatch))


def test_pages_carry_sound_schema_org(pages):
    """Every page's data parse as JSON-LD, with types and properties that schema.org has."""
    known = {str(name).removeprefix("https://schema.org/") for name in dir(SDO)}
    used, kinds = set(), set()
    for path, text in pages.items():
        scripts = html.document_fromstring(text).xpath("//script[@type='application/ld+json']/text()")
        if path.endswith("404.html"):
            assert not scripts
            continue
        (script,) = scripts
        data = json.loads(script)
        assert data["@context"] == "https://schema.org" and data["url"].startswith("https://hub.example.org/"), path
        kinds.add(data.get("mainEntity", {}).get("@type"))
        collect(data, used)
    assert used <= known, used - known
    assert {"NGO", "GovernmentOrganization", "Service", "Event", "Article", "Report", "Legislation", "Dataset"} <= kinds
    data["@context"] = {"@vocab": "https://schema.org/"}  # parsed without asking the network for the context
    assert len(Graph().parse(data=json.dumps(data), format="json-ld")) > 5


def collect(value, used):
    if isinstance(value, dict):
        for name, inner in value.items():
            used.add(inner if name == "@type" else name) if not name.startswith("@") or name == "@type" else None
            collect(inner, used)
    elif isinstance(value, list):
        for inner in value:
            collect(inner, used)


# -------------------------------------------------------------------------------------------------------------- citations


def test_bibtex_is_read_by_another_library(site):
    sources = read(site, "source.json")
    found = parse_string((site / API / "citations/all-sources.bib").read_text("utf-8"), "bibtex").entries
    assert set(found) == {source["id"] for source in sources}
    report = found["nordic-seminar-2022"]
    assert report.fields["year"] == "2022" and report.fields["isbn"] == "978-952-259-988-9"
    assert str(report.persons["author"][0]) == "{Ministry of Justice, Finland}"  # one body, not a family and a first name
    entries = parse_string((site / API / "citations/all-entries.bib").read_text("utf-8"), "bibtex").entries
    assert len(entries) == len(read(site, "entries.json")["entries"]) - len(sources)
    assert parse_string((site / API / "citations/no-rosa.bib").read_text("utf-8"), "bibtex").entries["no-rosa"].fields["url"].endswith("/no-rosa/")


def test_csl_gives_citations(site):
    source = CiteProcJSON(read(site, "citations/all-sources.csl.json"))
    bibliography = CitationStylesBibliography(CitationStylesStyle("harvard-cite-them-right", validate=False), source, formatter.plain)
    for key in source:
        bibliography.register(Citation([CitationItem(key)]))
    told = "\n".join(str(item) for item in bibliography.bibliography())
    assert "Ministry of Justice, Finland" in told and "2022" in told and "Seminar on Nordic Best Practices" in told


def test_ris_is_read_by_another_library(site):
    sources = {record["id"]: record for record in read(site, "source.json")}
    with (site / API / "citations/all-sources.ris").open(encoding="utf-8") as file:
        found = {one["id"]: one for one in readris(file)}
    assert found.keys() == sources.keys()
    for key, one in found.items():
        assert one["title"] == sources[key]["titles"]["en"] and one.get("year", "") == sources[key].get("issued", "")[:4], key
    with (site / API / "citations/no-lauras-house-practice.ris").open(encoding="utf-8") as file:
        (entry,) = readris(file)
    assert "Laura" in entry["title"]


def test_ris_is_whole(site):
    text = (site / API / "citations/all-sources.ris").read_text("utf-8")
    assert text.count("TY  - ") == text.count("ER  - ") == len(read(site, "source.json"))
    assert "TI  - Seminar on Nordic Best Practices against Trafficking in Human Beings" in text


def test_every_entry_says_how_to_cite_it(pages):
    page = html.document_fromstring(pages["sv/practices/no-lauras-house-practice/index.html"])
    said = page.xpath("string(//details[@class='cite-entry']/p)")
    assert page.xpath("string(//h1)") in said and "https://hub.example.org/sv/practices/no-lauras-house-practice/" in said and "2026" in said


def test_citation_file_is_valid():
    run = subprocess.run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.citation-file-format", ROOT / "CITATION.cff"], capture_output=True)
    assert run.returncode == 0, run.stdout


# ------------------------------------------------------------------------------------------------------- feeds, calendars


class JsonItem(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    id: str
    url: str
    title: str
    content_text: str
    date_modified: str
    language: str


def test_feeds_are_read(site):
    seen = filled = 0
    for path in sorted(site.rglob("feeds/**/*.xml")):
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo and feed.version == "atom10", path
        dates = [entry.updated for entry in feed.entries]
        assert dates == sorted(dates, reverse=True) and feed.feed.updated == (dates or ["2026-11-22T00:00:00+00:00"])[0], path
        other = json.loads(path.with_suffix(".json").read_bytes())
        assert other["version"] == "https://jsonfeed.org/version/1.1"
        assert [item.id for item in TypeAdapter(list[JsonItem]).validate_python(other["items"])] == [entry.id for entry in feed.entries]
        assert [item.url for item in jsonfeed.Feed.parse(other).items] == [entry.link for entry in feed.entries]
        language = path.relative_to(site).parts[0]
        assert feed.feed.language == other["language"] == (language if len(language) == 2 else "en")
        for entry in feed.entries:
            assert (site / entry.link.removeprefix("https://hub.example.org/").split("#")[0] / "index.html").is_file(), entry.link
        seen += 1
        filled += bool(feed.entries)
    assert seen > 200 and filled > 200


def test_pages_name_their_feed(pages, site):
    for path, wanted in (("sv/countries/no/index.html", "sv/feeds/countries/no"), ("themes/referral/index.html", "feeds/themes/referral"), ("index.html", "feeds/all")):
        links = html.document_fromstring(pages[path]).xpath("//link[@rel='alternate']")
        assert {link.get("type") for link in links} == {"application/atom+xml", "application/feed+json"}
        for link in links:
            target = (site / path).parent / link.get("href")
            assert target.resolve() == (site / wanted).with_suffix(target.suffix).resolve() and target.is_file()


def test_calendars_are_read(site):
    events = {record["id"]: record for record in read(site, "event.json") if len(record["date"]) == 10}
    calendar = Calendar.from_ical((site / API / "seminars/all.ics").read_bytes())
    found = {str(event["uid"]).split("@")[0]: event for event in calendar.walk("VEVENT")}
    assert found.keys() == events.keys() and events
    for key, event in found.items():
        assert event.decoded("dtstart") == date.fromisoformat(events[key]["date"]) < event.decoded("dtend")
        assert str(event["summary"]) == events[key]["titles"]["en"]
        assert len(Calendar.from_ical((site / API / f"seminars/{key}.ics").read_bytes()).walk("VEVENT")) == 1
    # By another library than the one that writes them:
    again = vobject.readOne((site / API / "seminars/all.ics").read_text("utf-8"))
    assert {event.uid.value.split("@")[0]: event.summary.value for event in again.vevent_list} == {key: record["titles"]["en"] for key, record in events.items()}


# -------------------------------------------------------------------------------------------------------------- downloads


def test_downloads_are_whole(site):
    for line in (site / "downloads/SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((site / "downloads" / name).read_bytes()).hexdigest() == digest
    archive = zipfile.ZipFile(site / "downloads/hub-site.zip")
    assert archive.testzip() is None
    names = set(archive.namelist())
    assert {f"hub/{path.relative_to(site).as_posix()}" for path in site.rglob("*.html")} <= names
    for name in ("hub/index.html", "hub/sv/countries/no/index.html", "hub/practices/no-lauras-house-practice/index.html", "hub/sv/api/index.html"):
        page = html.document_fromstring(archive.read(name))
        links = [link.split("#")[0] for link in page.xpath("//body//a/@href") if not link.startswith(("http", "mailto:", "tel:", "sms:", "#"))]
        inside = {link: posixpath.normpath(posixpath.join(posixpath.dirname(name), link)) for link in links if "feeds/" not in link}
        assert {link for link, target in inside.items() if target not in names} == set(), name
        assert links
    assert "https://hub.example.org/api/v1/entries/no-lauras-house-practice.json" in archive.read("hub/practices/no-lauras-house-practice/index.html").decode()
    data = set(zipfile.ZipFile(site / "downloads/hub-data.zip").namelist())
    assert {"hub-data/api/v1/index.json", "hub-data/api/v1/tables/facts.csv", "hub-data/api/v1/hsds/services.json"} <= data


def test_other_sites_may_read_the_data(site):
    """The header file names every folder of data; how long a copy is good stands on the page too."""
    text = (site / "_headers").read_text("utf-8")
    for folder in ("/api/*", "/feeds/*", "/sv/feeds/*", "/downloads/*"):
        block = text.split(f"{folder}\n", 1)[1].split("\n\n")[0]
        assert "Access-Control-Allow-Origin: *" in block and "Cache-Control: public, max-age=3600" in block
    assert "max-age=3600" in (site / "api/index.html").read_text("utf-8")
