"""What a page is about, in schema.org's words, for search engines and libraries.

The same facts as the page and no more: of contacts only those that are verified, and never a place.
"""

import json

from hub.freshness import VERIFIED, contact_state

CONTEXT = "https://schema.org"
LICENCE = "https://creativecommons.org/licenses/by-sa/4.0/"
TYPES = {
    "practice": "Article", "nrm": "Article", "recommendation": "Article", "model": "Article", "comparison": "Dataset", "instrument": "Legislation",
    "tool": "CreativeWork", "event": "Event", "network": "Organization", "shelter": "Service",
}  # fmt: skip
PUBLICATIONS = {"report": "Report", "article": "Article", "book": "Book", "legislation": "Legislation", "webpage": "WebPage", "chapter": "Chapter"}
NGOS = ("ngo", "faith_based", "survivor_led", "shelter_operator")
AUTHORITIES = (
    "police", "prosecution_court", "border_immigration", "labour_inspection", "social_services_municipality", "child_protection_barnahus",
    "ministry_national_coordinator", "national_rapporteur", "state_agency", "embassy_consulate",
)  # fmt: skip


def as_script(data):
    """A block of data for the head. It is not run, and no policy stands in its way; "<" is written so that it cannot end the block."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'


def page_data(drawing, page, address, record):
    """The data of one page."""
    data = {
        "@context": CONTEXT, "@type": "WebPage", "@id": address, "url": address, "name": page.title, "description": page.description,
        "inLanguage": drawing.language, "license": LICENCE, "isPartOf": {"@type": "WebSite", "@id": drawing.site_url, "name": drawing.say("Nordic-Baltic Hub")},
    }  # fmt: skip
    if page.crumbs:
        home = drawing.site_url + drawing.folder
        steps = [(drawing.say("Home"), ""), *page.crumbs]
        data["breadcrumb"] = {
            "@type": "BreadcrumbList",
            "itemListElement": [{"@type": "ListItem", "position": n, "name": str(label), "item": home + path} for n, (label, path) in enumerate(steps, 1)],
        }
    if record and (record.kind.name in TYPES or record.kind.name in ("organisation", "source")):
        data["dateModified"] = record.entry.reviewed.isoformat()
        data["mainEntity"] = thing(drawing, record, page, address)
        del data["description"]  # stands with the entry
    return data


def thing(drawing, record, page, address):
    """The entry itself."""
    entry = record.entry
    made = {"@type": type_of(record), "@id": f"{drawing.site_url}{record.address}#it", "identifier": record.id, "name": page.title, "description": page.description}
    made["url"] = address
    if entry.names:
        made["alternateName"] = [name.name for name in entry.names]
    return made | SPECIAL.get(record.kind.name, about)(drawing, entry)


def type_of(record):
    entry = record.entry
    if record.kind.name == "source":
        return PUBLICATIONS.get(entry.type, "CreativeWork")
    if record.kind.name == "organisation":
        return "NGO" if entry.actor_type in NGOS else "GovernmentOrganization" if entry.actor_type in AUTHORITIES else "Organization"
    return TYPES[record.kind.name]


def places(drawing, entry):
    return [{"@type": "Country", "name": drawing.labels.country(code), "identifier": code} for code in entry.countries]


def about(drawing, entry):
    """A text, a law, a table: what it is about and where."""
    made = {"about": [{"@type": "DefinedTerm", "name": drawing.labels.term("themes", theme)} for theme in entry.themes], "license": LICENCE}
    if entry.countries:
        made["spatialCoverage"] = places(drawing, entry)
    return made


def body(drawing, entry):
    """An organisation or network. Its contact points are the ones that a person has checked."""
    made = {"areaServed": places(drawing, entry)} if entry.countries else {}
    if entry.website:
        made["sameAs"] = entry.website
    points = [contact_point(channel) for channel in entry.contacts if contact_state(channel, drawing.library.as_of) == VERIFIED]
    return made | ({"contactPoint": points} if points else {})


def contact_point(channel):
    """Its label is left out: it would be English on every page."""
    made = {"@type": "ContactPoint", "contactType": channel.type}
    if channel.type == "email":
        made["email"] = channel.value
    elif channel.type in ("phone", "sms"):
        made["telephone"] = channel.e164 or channel.value
    else:
        made["url"] = channel.page.url
    if channel.languages:
        made["availableLanguage"] = list(channel.languages)
    return made


def service(drawing, entry):
    """A shelter is a service: it has no place here."""
    made = {"serviceType": drawing.labels.term("shelter_types", entry.type)}
    return made | ({"areaServed": places(drawing, entry)} if entry.countries else {})


def event(drawing, entry):
    made = {"startDate": str(entry.date)}
    if entry.end:
        made["endDate"] = str(entry.end)
    return made | ({"location": {"@type": "Place", "name": entry.place}} if entry.place else {})


def publication(drawing, entry):
    plain = {
        "datePublished": entry.issued and str(entry.issued), "publisher": entry.publisher and {"@type": "Organization", "name": entry.publisher},
        "author": [{"@type": "Organization", "name": name} for name in entry.author], "inLanguage": list(entry.language), "sameAs": entry.url,
    }  # fmt: skip
    return {name: value for name, value in plain.items() if value}


SPECIAL = {"organisation": body, "network": body, "shelter": service, "event": event, "source": publication}
