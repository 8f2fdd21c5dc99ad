"""Where the feeds lie below a language's home: pages point to them, and the exports make them."""

from hub.library import covered_countries
from hub.term_pages import BY_VOCABULARY
from hub.vocabulary import vocabulary

ALL = "feeds/all"


def feed_of(path):
    """The feed that belongs to the page at `path`, without its ending: a country's, a theme's, else that of everything."""
    section, _, rest = path.partition("/")
    subject = rest.rstrip("/")
    return f"feeds/{section}/{subject}" if subject and section in ("countries", "themes") else ALL


def feeds(library):
    """(path without its ending, "", "countries" or "themes", code or term, records) of every feed; one may be empty today."""
    yield ALL, "", "", list(library.records.values())
    for code in covered_countries():
        yield f"feeds/countries/{code.lower()}", "countries", code, library.of_country(code)
    for theme in vocabulary("themes").terms:
        yield f"feeds/themes/{theme}", "themes", theme, library.of_term(BY_VOCABULARY["themes"], theme)
