"""How an entry of the hub and a publication it rests on are cited. One shape, that of CSL-JSON; formats are made from it."""

CSL_TYPES = {"article": "article", "document": "document"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def date_parts(day):
    """A date or a PartialDate for CSL: as many parts as are known."""
    return {"date-parts": [[part for part in (day.year, day.month, day.day) if part]]}


def cited_entry(library, record, title, language, address):
    """CSL-JSON of an entry's page; the date is the day it was last held against its sources, and the day of this edition."""
    return {
        "id": record.id, "type": "webpage", "title": title, "container-title": library.project.site_name, "publisher": library.project.site_name,
        "issued": date_parts(record.entry.reviewed), "accessed": date_parts(library.as_of), "URL": address, "language": language,
    }  # fmt: skip


def cited_source(record):
    """CSL-JSON of a publication."""
    entry = record.entry
    made = {"id": record.id, "type": CSL_TYPES.get(entry.type, entry.type), "title": entry.title}
    if entry.author:
        made["author"] = [{"literal": name} for name in entry.author]
    plain = {
        "publisher": entry.publisher, "publisher-place": entry.publisher_place, "collection-title": entry.collection_title, "number": entry.number,
        "ISBN": entry.isbn, "ISSN": entry.issn, "URL": entry.url or (f"https://urn.fi/{entry.urn}" if (entry.urn or "").startswith("URN:") else None),
        "number-of-pages": str(entry.page_count) if entry.page_count else None, "language": entry.language[0] if entry.language else None,
    }  # fmt: skip
    made |= {name: value for name, value in plain.items() if value}
    if entry.issued:
        made["issued"] = date_parts(entry.issued)
    return made
