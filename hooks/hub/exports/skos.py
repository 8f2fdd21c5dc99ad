"""All vocabularies as a SKOS thesaurus in all languages, with what outside standards call the same: Turtle and JSON-LD."""

from urllib.parse import quote

from hub.exports.api import LICENCE, in_all
from hub.exports.files import File, as_json_ld
from hub.exports.material import API
from hub.library import covered_countries
from hub.vocabulary import vocabulary, vocabulary_names

PATH = f"{API}vocabularies"
# Outside standards: title, where it is published, and the address of a code where its publisher gives codes addresses.
STANDARDS = {
    "coe_2005": ("Council of Europe Convention on Action against Trafficking in Human Beings (CETS 197)", "https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum=197"),
    "eu_2011_36": ("Directive 2011/36/EU", "http://data.europa.eu/eli/dir/2011/36/oj"),
    "eu_2024_1712": ("Directive (EU) 2024/1712 amending Directive 2011/36/EU", "http://data.europa.eu/eli/dir/2024/1712/oj"),
    "htcds": ("Human Trafficking Case Data Standard 2.0 (IOM)", "https://github.com/UNMigration/HTCDS"),
    "ctdc": ("Counter-Trafficking Data Collaborative (codes not held against the codebook yet)", "https://www.ctdatacollaborative.org/"),
    "isic_rev4": ("International Standard Industrial Classification, revision 4", "https://unstats.un.org/unsd/classifications/Econ/isic"),
    "nace_rev2": ("NACE, revision 2", "http://data.europa.eu/ux2/nace2/nace2"),
    "odihr_2022": ("ODIHR National Referral Mechanism Handbook, 2nd edition", "https://www.osce.org/odihr"),
    "cbss_trm": ("CBSS Transnational Referral Mechanism", "https://cbss.org/"),
}  # fmt: skip
CODES = {"nace_rev2": "http://data.europa.eu/ux2/nace2/"}
CATCH_ALL = ("Other", "isOtherExploit")  # a code for all the rest is wider than any term of ours
ABOUT_LAW = ("coe_2005", "eu_2011_36", "eu_2024_1712", "odihr_2022")  # an article deals with the thing; it does not mean it


def skos(material):
    key = material.key()
    made = []

    def thesaurus():
        if not made:
            made.append(graph(material))
        return made[0]

    yield File(f"{PATH}.ttl", key, lambda: thesaurus().serialize(format="turtle", encoding="utf-8"))
    yield File(f"{PATH}.jsonld", key, lambda: as_json_ld(thesaurus()))


def graph(material):
    from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, Namespace, URIRef

    base = Namespace(f"{material.site}{PATH}.ttl#")
    made = Graph()
    made.bind("hub", base)
    add = made.add
    used = {}
    for name in vocabulary_names():
        known, scheme = vocabulary(name), base[name]
        add((scheme, RDF.type, SKOS.ConceptScheme))
        add((scheme, DCTERMS.title, Literal(known.title, "en")))
        add((scheme, DCTERMS.license, URIRef(LICENCE)))
        for group, heading in known.groups.items():
            add((base[f"{name}.group.{group}"], RDF.type, SKOS.Collection))
            for language, text in in_all(material, lambda words, name=name, group=group: words.group(name, group)).items():
                add((base[f"{name}.group.{group}"], SKOS.prefLabel, Literal(text, language)))
        for term in known.terms.values():
            concept = base[f"{name}.{term.id}"]
            add((concept, RDF.type, SKOS.Concept))
            add((concept, SKOS.inScheme, scheme))
            add((concept, SKOS.topConceptOf, scheme))
            add((concept, SKOS.notation, Literal(term.id)))
            for language in material.languages:
                text = in_all(material, lambda words, name=name, term=term: words.term(name, term.id)).get(language)
                if text:
                    add((concept, SKOS.prefLabel, Literal(text, language)))
            if term.definition:
                for language, text in in_all(material, lambda words, name=name, term=term: words.definition(name, term.id)).items():
                    add((concept, SKOS.definition, Literal(text, language)))
            if term.group:
                add((base[f"{name}.group.{term.group}"], SKOS.member, concept))
            for standard, code in mappings(term):
                target = URIRef(CODES[standard] + code) if standard in CODES else base[f"{standard}.{quote(code, safe='')}"]
                add((concept, SKOS[relation(standard, code)], target))
                used[target] = (standard, code)
    for target, (standard, code) in used.items():
        add((target, RDF.type, SKOS.Concept))
        add((target, SKOS.inScheme, base[standard]))
        add((target, SKOS.notation, Literal(code)))
        add((target, SKOS.prefLabel, Literal(f"{STANDARDS[standard][0]}: {code}", "en")))
    for standard in {standard for standard, _ in used.values()}:
        title, home = STANDARDS[standard]
        add((base[standard], RDF.type, SKOS.ConceptScheme))
        add((base[standard], DCTERMS.title, Literal(title, "en")))
        add((base[standard], DCTERMS.source, URIRef(home)))
    for code in covered_countries():
        add((base[f"countries.{code}"], SKOS.exactMatch, URIRef(country_uri(code))))
    return made


ALPHA_3 = {"DK": "DNK", "FI": "FIN", "IS": "ISL", "NO": "NOR", "SE": "SWE", "EE": "EST", "LV": "LVA", "LT": "LTU", "PL": "POL", "DE": "DEU", "RU": "RUS"}


def country_uri(code):
    """Address of a covered country in the list of the European Union, or None."""
    return f"http://publications.europa.eu/resource/authority/country/{ALPHA_3[code]}" if code in ALPHA_3 else None


def mappings(term):
    """(standard, code) of a term; the sections of ISIC and NACE have the same letters."""
    for standard, code in term.maps.items():
        yield standard, str(code)
        if standard == "isic_rev4":
            yield "nace_rev2", str(code)


def relation(standard, code):
    if standard in ABOUT_LAW:
        return "relatedMatch"
    return "broadMatch" if code in CATCH_ALL else "exactMatch" if standard == "nace_rev2" else "closeMatch"
