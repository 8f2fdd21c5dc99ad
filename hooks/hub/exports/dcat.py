"""What the hub offers as data, described in DCAT 3 for portals: Turtle and JSON-LD."""

from hub.exports.api import LICENCE
from hub.exports.files import File, as_json_ld
from hub.exports.material import API
from hub.exports.skos import country_uri
from hub.library import covered_countries

MEDIA = "https://www.iana.org/assignments/media-types/"
THEME = "http://publications.europa.eu/resource/authority/data-theme/JUST"
LANGUAGES = {"en": "ENG", "da": "DAN", "fi": "FIN", "is": "ISL", "nb": "NOB", "sv": "SWE", "de": "DEU", "et": "EST", "lt": "LIT", "lv": "LAV", "pl": "POL", "se": "SME"}
# id, title, description, [(format, media type, path)]
DATASETS = (
    ("entries", "Entries", "Practices, referral mechanisms, bodies, shelters, recommendations, laws, tools, seminars and sources, in all languages.", (
        ("JSON", "application/json", f"{API}entries.json"), ("ZIP", "application/zip", "downloads/hub-data.zip"))),
    ("tables", "Tables", "The same as tables, one for each kind and comparison, with a data dictionary.", (
        ("CSV", "text/csv", f"{API}tables/facts.csv"), ("Data Package", "application/json", f"{API}tables/datapackage.json"))),
    ("services", "Services and contacts", "Bodies, services and public contacts in Open Referral HSDS 3, safe profile.", (
        ("HSDS JSON", "application/json", f"{API}hsds/services.json"), ("HSDS Data Package", "application/json", f"{API}hsds/datapackage.json"))),
    ("vocabularies", "Vocabularies", "Controlled terms in all languages, with outside standards.", (
        ("Turtle", "text/turtle", f"{API}vocabularies.ttl"), ("JSON-LD", "application/ld+json", f"{API}vocabularies.jsonld"))),
    ("citations", "Bibliography", "The sources that every fact points into.", (
        ("CSL-JSON", "application/json", f"{API}citations/all-sources.csl.json"), ("BibTeX", "application/x-bibtex", f"{API}citations/all-sources.bib"),
        ("RIS", "application/x-research-info-systems", f"{API}citations/all-sources.ris"))),
)  # fmt: skip


def dcat(material):
    key = material.key(material.listed, "dcat")
    yield File(f"{API}catalog.ttl", key, lambda: graph(material).serialize(format="turtle", encoding="utf-8"))
    yield File(f"{API}catalog.jsonld", key, lambda: as_json_ld(graph(material)))


def graph(material):
    from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, BNode, Graph, Literal, Namespace, URIRef

    base = Namespace(f"{material.site}{API}catalog.ttl#")
    vcard = Namespace("http://www.w3.org/2006/vcard/ns#")
    made = Graph()
    made.bind("vcard", vcard)
    add = made.add
    project = material.library.project
    publisher, catalogue = base.publisher, base.catalog
    modified = Literal(max((record.entry.reviewed for record in material.listed), default=material.library.as_of).isoformat(), datatype=XSD.date)
    add((publisher, RDF.type, FOAF.Agent))
    add((publisher, FOAF.name, Literal(project.site_name, "en")))
    add((catalogue, RDF.type, DCAT.Catalog))
    add((catalogue, DCTERMS.title, Literal(project.site_name, "en")))
    add((catalogue, DCTERMS.description, Literal("Open data of the hub. Facts carry the place in their source; contacts their state.", "en")))
    add((catalogue, FOAF.homepage, URIRef(material.site)))
    for name, title, description, distributions in DATASETS:
        dataset = base[name]
        add((catalogue, DCAT.dataset, dataset))
        add((dataset, RDF.type, DCAT.Dataset))
        add((dataset, DCTERMS.identifier, Literal(str(dataset))))
        add((dataset, DCTERMS.title, Literal(title, "en")))
        add((dataset, DCTERMS.description, Literal(description, "en")))
        add((dataset, DCAT.landingPage, URIRef(f"{material.site}api/")))
        add((dataset, DCAT.theme, URIRef(THEME)))
        add((dataset, DCTERMS.accessRights, URIRef("http://publications.europa.eu/resource/authority/access-right/PUBLIC")))
        for code in covered_countries():
            add((dataset, DCTERMS.spatial, URIRef(country_uri(code))))
        for language in material.languages:
            if language in LANGUAGES:
                add((dataset, DCTERMS.language, URIRef(f"http://publications.europa.eu/resource/authority/language/{LANGUAGES[language]}")))
        if project.contact:
            contact = BNode(f"contact-{name}")
            add((dataset, DCAT.contactPoint, contact))
            add((contact, RDF.type, vcard.Organization))
            add((contact, vcard.fn, Literal(project.site_name)))
            add((contact, vcard.hasEmail, URIRef(f"mailto:{project.contact}")))
        for number, (form, media, path) in enumerate(distributions, 1):
            distribution = base[f"{name}-{number}"]
            add((dataset, DCAT.distribution, distribution))
            add((distribution, RDF.type, DCAT.Distribution))
            add((distribution, DCTERMS.title, Literal(form, "en")))
            add((distribution, DCAT.accessURL, URIRef(material.site + path)))
            add((distribution, DCAT.downloadURL, URIRef(material.site + path)))
            add((distribution, DCAT.mediaType, URIRef(MEDIA + media)))
            add((distribution, DCTERMS.license, URIRef(LICENCE)))
        for one in (catalogue, dataset):
            add((one, DCTERMS.publisher, publisher))
            add((one, DCTERMS.license, URIRef(LICENCE)))
            add((one, DCTERMS.modified, modified))
    return made
