"""What results can be narrowed by. This list is the only place that names the facets; index and search page read it.

Values are ids, the same in every language; the search page carries their labels.
"""

from dataclasses import dataclass

from hub.labels import N_


@dataclass(frozen=True, slots=True)
class Facet:
    """vocabulary: the controlled terms it chooses from; none for sources, which are entries."""

    name: str
    label: str
    vocabulary: str = ""


FACETS = (
    Facet("kind", N_("Kind"), "kinds"),
    Facet("country", N_("Country"), "countries"),
    Facet("theme", N_("Theme"), "themes"),
    Facet("form", N_("Form of exploitation"), "forms_of_exploitation"),
    Facet("group", N_("Target group"), "target_groups"),
    Facet("status", N_("Status"), "statuses"),
    Facet("source", N_("Source")),
)


def facets_of(library, record):
    """{facet: ids} of a record; facets it has nothing for are left out."""
    entry = record.entry
    found = {
        "kind": (record.kind.name,),
        "country": entry.countries,
        "theme": entry.themes,
        "form": getattr(entry, "forms", ()),
        "group": getattr(entry, "target_groups", ()),
        "status": (entry.status,),
        "source": tuple(library.sources_of(record)),
    }
    return {name: values for name, values in found.items() if values}


def used_values(library):
    """{facet: {id: number of records}} over everything that can be found."""
    counts = {facet.name: {} for facet in FACETS}
    for record in library.records.values():
        if record.kind.name == "list":
            continue
        for name, values in facets_of(library, record).items():
            for value in values:
                counts[name][value] = counts[name].get(value, 0) + 1
    return counts
