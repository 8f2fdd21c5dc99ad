"""A record in one language: the same fields, with every text as Words that know their language.

Templates print Words as they are: text in the page's language plainly, English that stands in for a missing translation
inside an element that says so. Everything else of a record comes through unchanged.
"""

from markupsafe import Markup, escape

from hub.project import SOURCE_LANGUAGE
from hub.translation import OUTDATED, translatable_fields


class Words(Markup):
    """Safe HTML of one text. plain: the text itself. language: the language it is in. outdated: the source has moved on."""

    plain: str
    language: str
    outdated: bool


def words(text, language, page_language, outdated=False):
    html = escape(text)
    if language != page_language:
        html = f'<span lang="{language}">{html}</span>'
    made = Words(html)
    made.plain, made.language, made.outdated = text, language, outdated
    return made


class View:
    """Fields of a group as attributes."""

    def __init__(self, fields):
        self.__dict__.update(fields)


def view(library, record, language, without=()):
    """The View of a record, with `id`, `kind`, `section`, `coverage` and `state` beside its fields.

    without: fields whose texts the caller reads by itself; they come through as they are.
    """
    found = library.match(record.id, language) if language != SOURCE_LANGUAGE else None
    fields = view_group(record.entry, "", language, found, without)
    fields.update(
        id=record.id, kind=record.kind.name, section=record.kind.section, path=record.address,
        coverage=library.coverage(record.id, language), state=library.state(record.id, language),
    )  # fmt: skip
    return View(fields)


def view_group(group, prefix, language, found, without=()):
    fields = dict(group.__dict__)
    for name, shape in translatable_fields(type(group)).items():
        value = fields[name]
        if value is None or value == () or name in without:
            continue
        if shape == "text":
            path = prefix + name
            text = found.texts.get(path) if found else None
            if text is not None:
                fields[name] = words(text, language, language, found.states[path] == OUTDATED)
            else:
                fields[name] = words(value, SOURCE_LANGUAGE, language)
        elif shape[1]:
            here = f"{prefix}{name}."
            fields[name] = [View(view_group(item, f"{here}{index}.", language, found)) for index, item in enumerate(value)]
        else:
            fields[name] = View(view_group(value, f"{prefix}{name}.", language, found))
    return fields


def card(library, record, language):
    """The View of a record's title, summary and plain facts only, for lists."""
    found = library.match(record.id, language) if language != SOURCE_LANGUAGE else None
    entry = record.entry
    fields = {
        "id": record.id, "kind": record.kind.name, "section": record.kind.section, "path": record.address, "listed": bool(record.listed_in),
        "countries": entry.countries, "scope": entry.scope, "themes": entry.themes, "status": entry.status, "as_of": entry.as_of,
        "roles": entry.__dict__.get("roles", ()),
    }  # fmt: skip
    for name in ("title", "summary"):
        text = found.texts.get(name) if found else None
        fields[name] = words(text, language, language) if text is not None else words(getattr(entry, name), SOURCE_LANGUAGE, language)
    return View(fields)


class Notes:
    """Numbers the places that a page cites, in the order in which they are first cited."""

    def __init__(self):
        self.numbers = {}

    def number(self, citation):
        return self.numbers.setdefault(citation, len(self.numbers) + 1)

    def by_source(self):
        """{source id: [(number, place)]} in order of first use."""
        grouped = {}
        for citation, number in self.numbers.items():
            grouped.setdefault(citation.source, []).append((number, citation.place))
        return grouped
