"""Everything a search can lead to, in one language: entries, countries, terms, indexes and written pages.

One function for each sort; SORTS is the only place that names them all.
"""

from dataclasses import dataclass, field

from babel import Locale

from hub.freshness import withheld_texts
from hub.glossary import glossary
from hub.kinds import KINDS
from hub.library import covered_countries
from hub.term_pages import TERM_PAGES
from hub.project import SOURCE_LANGUAGE
from hub.search.facets import facets_of
from hub.vocabulary import vocabulary


@dataclass(slots=True)
class Findable:
    """One result.

    address  below the language's home
    kind     label shown above the title
    place    countries or scope, in words
    date     what the facts are of, in words
    texts    the body, piece by piece; what is quoted from it is shown
    also     words that lead here and are not shown: keywords, other names, labels of terms
    countries  names of all countries it concerns
    facets   {facet: ids}
    rank     "page" for ways in that are offered first when their title is typed, "entry", or "record" for a line in a list
    """

    address: str
    title: str
    summary: str
    kind: str
    place: str = ""
    date: str = ""
    texts: tuple = ()
    also: tuple = ()
    countries: tuple = ()
    rank: str = "entry"
    facets: dict = field(default_factory=dict)


def findables(library, labels, written):
    """All Findables of the language of `labels`. written: the engine's WrittenPages of that language."""
    return [item for sort in SORTS for item in sort(library, labels, written)]


def entries(library, labels, written):
    language = labels.language
    for record in library.records.values():
        if record.kind.name == "list":
            continue
        entry = record.entry
        texts = dict(record.texts)
        if language != SOURCE_LANGUAGE:
            texts |= library.match(record.id, language).texts
        withheld = withheld_texts(entry, library.as_of)
        if withheld:
            texts = {path: text for path, text in texts.items() if not path.startswith(withheld)}
        title, summary = texts.pop("title"), texts.pop("summary")
        terms = [labels.term("themes", theme) for theme in entry.themes]
        terms += [labels.term("forms_of_exploitation", form) for form in getattr(entry, "forms", ())]
        terms += [labels.term("target_groups", group) for group in getattr(entry, "target_groups", ())]
        terms += [labels.term("services", service) for service in getattr(entry, "services", ())]
        terms += [labels.term("roles", role) for role in getattr(entry, "roles", ())]
        countries = [labels.country(code) for code in entry.countries]
        place = ", ".join(countries) if 0 < len(countries) <= 5 else labels.term("scopes", entry.scope)
        names = [name.name for name in entry.names]
        english = () if language == SOURCE_LANGUAGE else (entry.title,)
        yield Findable(
            record.address, title, summary, labels.term("kinds", record.kind.name), place, labels.date(entry.as_of), tuple(texts.values()),
            (*names, *entry.keywords, *english, record.id.replace("-", " "), *terms), tuple(countries),
            "record" if record.listed_in else "entry", facets_of(library, record),
        )  # fmt: skip


def countries(library, labels, written):
    """A country's page, found by its name in every language of the hub and in its own."""
    for code in covered_countries():
        names = {Locale.parse(language).territories.get(code) for language in library.languages}
        description = labels.say("Who does what in %(country)s, the referral path and whom to contact.") % {"country": labels.country(code)}
        also = (*sorted(name for name in names if name), labels.say("Whom to contact"), labels.say("Who does what"))
        yield Findable(
            f"countries/{code.lower()}/", labels.country(code), description, labels.say("Country"), also=also, rank="page", facets={"country": (code,)}
        )


def terms(library, labels, written):
    """The page of each controlled term that has one."""
    for page in TERM_PAGES:
        for term in vocabulary(page.vocabulary).terms:
            label, definition = labels.term(page.vocabulary, term), labels.definition(page.vocabulary, term)
            facets = {"theme": (term,)} if page.vocabulary == "themes" else {}
            yield Findable(f"{page.section}/{term}/", label, definition, labels.say(page.kicker), rank="page", facets=facets)


def kinds(library, labels, written):
    """The index of each kind of entry."""
    for name, kind in KINDS.items():
        if library.of_kind(name):
            label = labels.plural("kinds", name)
            yield Findable(f"{kind.section}/", label, labels.definition("kinds", name), labels.say("Index"), rank="page")


def concepts(library, labels, written):
    """The glossary, concept by concept."""
    for concept in glossary(labels.language).values():
        summary = concept.definition or concept.source
        yield Findable(f"glossary/#{concept.id}", concept.term, summary, labels.say("Glossary"), also=concept.also, rank="page")


def written_pages(library, labels, written):
    for page in written:
        if page.path:
            yield Findable(page.path, page.title, page.meta.get("description", page.title), labels.say("About the hub"))


SORTS = (entries, countries, terms, kinds, concepts, written_pages)
