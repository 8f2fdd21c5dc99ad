"""What entries name: other entries and sources."""

from hub.rules.material import Finding
from hub.shape import article, closest


def references_lead_somewhere(material):
    """Every id that an entry names is an entry, and of a kind that fits."""
    for record in material.records.values():
        for path, target, mark in record.references:
            kind = material.kinds.get(target)
            if kind is None:
                hint = closest(target, [key for key, kind in material.kinds.items() if not mark.kinds or kind in mark.kinds])
                yield Finding(record, path, "dangling-reference", f'there is no entry "{target}"',
                              hint or "write the file name of an entry, without .yml")  # fmt: skip
            elif mark.kinds and kind not in mark.kinds:
                yield Finding(record, path, "wrong-reference",
                              f'"{target}" is {article(kind)}; this field takes {" or ".join(map(article, mark.kinds))}',
                              "name such an entry; a plain name belongs in the field that ends in _names")  # fmt: skip
            elif target == record.id and path[0] != "sources":
                yield Finding(record, path, "wrong-reference", "the entry names itself", "take its id out")


def facts_rest_on_known_sources(material):
    """Every fact cites a publication in sources/."""
    known = [key for key, kind in material.kinds.items() if kind == "source"]
    for record in material.records.values():
        for path, citation in record.citations:
            if material.kinds.get(citation.source) != "source":
                yield Finding(record, path, "missing-source", f'there is no source "{citation.source}"',
                              closest(citation.source, known) or "add the publication to sources/ first")  # fmt: skip
