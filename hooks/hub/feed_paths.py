"""Where the feeds lie below a language's home: pages point to them, and the exports make them. An empty feed is not made."""

from hub.library import covered_countries
from hub.term_pages import BY_VOCABULARY
from hub.vocabulary import vocabulary

ALL = "feeds/all"


def feed_of(library, path):
    """The feed that belongs to the page at `path`, without its ending: a country's, a theme's, else that of everything."""
    section, _, rest = path.partition("/")
    subject = rest.rstrip("/")
    if section == "countries" and library.of_country(subject.upper()) and subject.upper() in covered_countries():
        return f"feeds/countries/{subject}"
    if section == "themes" and library.of_term(BY_VOCABULARY["themes"], subject):
        return f"feeds/themes/{subject}"
    return ALL


def feeds(library):
    """(path without its ending, "", "countries" or "themes", code or term, records) of every feed that has anything to tell."""
    yield ALL, "", "", list(library.records.values())
    for code in covered_countries():
        if library.of_country(code):
            yield f"feeds/countries/{code.lower()}", "countries", code, library.of_country(code)
    for theme in vocabulary("themes").terms:
        records = library.of_term(BY_VOCABULARY["themes"], theme)
        if records:
            yield f"feeds/themes/{theme}", "themes", theme, records
