"""The same facts everywhere: drawn entries are looked for in each format that carries them.

CARRIERS is the only list of formats; each gives, for an entry, the text in which its facts must stand. A format that carries a
part of the facts only says which.
"""

import csv
import json
import random
import re
import subprocess
from dataclasses import dataclass
from functools import cache

import pytest
from conftest import DAY, ROOT
from hub.kinds import KINDS
from hub.library import Library
from hub.load import load
from hub.print.edition import Edition
from hub.print.products import entry_sheet
from hub.print.typesetting import typeset
from hub.project import read_project
from lxml import html

TITLE, SUMMARY, FACTS, CONTACTS, DATE = "title", "summary", "facts", "contacts", "date"


@dataclass(frozen=True)
class Carrier:
    """carries: what it holds. read: (site, entry, language) -> text, or None for an entry that the format does not hold."""

    name: str
    carries: tuple
    read: object
    languages: tuple = ("en", "sv")


def plain(text):
    return " ".join(text.split())


def page(site, entry, language):
    if "listed_in" in entry:
        return None
    path = entry["urls"][language].removeprefix("https://hub.example.org/")
    return plain(html.document_fromstring((site / path / "index.html").read_text("utf-8")).text_content())


def record(site, entry, language):
    texts = []

    def walk(value):
        if isinstance(value, dict):
            for name, inner in value.items():
                if name in (language, "value", "as_of") and isinstance(inner, str):
                    texts.append(inner)
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(json.loads((site / f"api/v1/entries/{entry['id']}.json").read_bytes()))
    return plain(" ".join(texts))


@cache
def rows(site, name):
    with (site / f"api/v1/tables/{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def table(site, entry, language):
    own = next(row for row in rows(site, entry["kind"]) if row["id"] == entry["id"])
    facts = [row[f"text_{language}"] for row in rows(site, "facts") if row["entry"] == entry["id"]]
    contacts = [row["as_written"] for row in rows(site, "contacts") if row["entry"] == entry["id"]]
    return plain(" ".join([own[f"title_{language}"], own["summary"], own["as_of"], *facts, *contacts]))


def workbook(site, entry, language):
    from python_calamine import CalamineWorkbook

    data = CalamineWorkbook.from_path(site / f"api/v1/tables/{entry['kind']}.xlsx").get_sheet_by_name("data").to_python()
    return plain(" ".join(str(cell) for row in data if row[0] == entry["id"] for cell in row))


def hsds(site, entry, language):
    services = json.loads((site / "api/v1/hsds/services.json").read_bytes())
    found = [service for service in services if service["name"] == entry["titles"]["en"]]
    return plain(json.dumps(found, ensure_ascii=False)) if found and entry["status"] == "current" else None


@cache
def library():
    project = read_project(ROOT, DAY)
    return Library(project, load(project.root, project.languages))


def sheet(site, entry, language):
    """The printed sheet. Words are broken at the ends of lines and each fact is followed by its notes, so signs alone are compared."""
    content = typeset(entry_sheet.make(Edition(library(), (language,)), entry["id"])).content
    return squeezed(subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True).stdout.decode())


def squeezed(text):
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


CARRIERS = (
    Carrier("page", (TITLE, SUMMARY, FACTS, CONTACTS), page),
    Carrier("JSON", (TITLE, SUMMARY, FACTS, CONTACTS, DATE), record),
    Carrier("CSV", (TITLE, FACTS, CONTACTS, DATE), table),
    Carrier("XLSX", (TITLE, SUMMARY, DATE), workbook, ("en",)),
    Carrier("PDF", (TITLE, SUMMARY, FACTS, CONTACTS), sheet),
    Carrier("HSDS", (TITLE, SUMMARY, CONTACTS), hsds, ("en",)),
)


def drawn(entries):
    """Some entries of each kind, always the same, and every third body with contacts."""
    choice = random.Random("2026")
    chosen = []
    for kind in KINDS:
        of_kind = [entry for entry in entries if entry["kind"] == kind]
        chosen += choice.sample(of_kind, min(4, len(of_kind)))
    return chosen + [entry for entry in entries if entry.get("contacts")][::3]


def facts_of(value):
    if isinstance(value, dict):
        if "text" in value and "cite" in value:
            yield value["text"]
        else:
            for inner in value.values():
                yield from facts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from facts_of(inner)


@pytest.mark.parametrize("carrier", CARRIERS, ids=lambda carrier: carrier.name)
def test_same_facts(site, loaded_entries, carrier):
    seen = 0
    for entry in drawn(loaded_entries):
        for language in carrier.languages:
            told = carrier.read(site, entry, language)
            if told is None:
                continue
            wanted = []
            if TITLE in carrier.carries:
                wanted += [entry["titles"].get(language, "")]
            if SUMMARY in carrier.carries:
                wanted += [entry["summary"].get(language, "")]
            if FACTS in carrier.carries:
                wanted += [text.get(language, "") for text in facts_of(entry)]
            if CONTACTS in carrier.carries:
                wanted += [contact.get("value", "") for contact in entry.get("contacts", ()) if contact["type"] in ("phone", "sms", "email")]
            if DATE in carrier.carries:
                wanted += [entry["as_of"]]
            for text in wanted:
                assert (squeezed if carrier.name == "PDF" else plain)(text) in told, (carrier.name, entry["id"], language, text)
                seen += bool(text)
    assert seen > (15 if carrier.name == "HSDS" else 40)


@pytest.fixture(scope="module")
def loaded_entries(site):
    """Full records as the JSON gives them; test_api holds them against the files."""
    names = [path.stem for path in sorted((site / "api/v1").glob("*.json")) if path.stem in KINDS]
    return [entry for name in names for entry in json.loads((site / f"api/v1/{name}.json").read_bytes())]


def test_numbers_are_the_same_to_the_digit(site, loaded_entries):
    """Every number that a page shows for calling stands in the tables as an address, and none stands there that no page shows."""
    shown = set()
    for entry in loaded_entries:
        if entry.get("contacts") and "listed_in" not in entry:
            shown |= set(html.document_fromstring((site / entry["urls"]["en"].removeprefix("https://hub.example.org/") / "index.html").read_text("utf-8"))
                         .xpath("//section[@class='contacts']//a[starts-with(@href, 'tel:') or starts-with(@href, 'mailto:')]/@href"))  # fmt: skip
    listed = {row["contact"] for row in rows(site, "contacts") if re.match("tel:|mailto:", row["contact"])}
    assert listed == shown and len(shown) > 10
