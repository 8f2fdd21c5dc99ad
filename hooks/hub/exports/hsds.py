"""Bodies, services and public contacts in Open Referral HSDS 3: JSON, and the same as a tabular data package.

Safe profile, told in full on the page /api/: no address, no coordinates, no physical location; no capacity; no person's name;
no expired channel; no channel of a body that is described as history; an unverified channel says so where a reader of any
software sees it. Rows are made once, flat, and the nested JSON is put together from them.
"""

import csv
import io
import uuid
from collections import defaultdict

from hub.exports.api import LICENCE
from hub.exports.csv_tables import harmless
from hub.exports.files import File, as_json
from hub.exports.hsds_tables import TABLES
from hub.exports.material import API
from hub.exports.skos import country_uri
from hub.freshness import EXPIRED, UNVERIFIED
from hub.labels import labels
from hub.vocabulary import vocabulary

FOLDER = f"{API}hsds/"
SPACE = uuid.UUID("6f1b6d1e-0d5e-5b0c-9a53-5d5a0a6f7c11")  # never changes: every id of the export is made from it
STATUS = {"current": "active", "proposed": "inactive", "historical": "defunct", "ended": "defunct"}
PHONES = {"phone": "voice", "sms": "text"}
FILED = (("roles", "roles"), ("actor_types", "actor_type"), ("services", "services"), ("target_groups", "target_groups"),
         ("forms_of_exploitation", "forms"), ("themes", "themes"), ("statuses", "status"), ("publication", "publication"))  # fmt: skip
ALERT = "Contact details were taken from a public page and nobody has called to check."
NO_PLACE = "No place is published. Use the public contact."
HISTORY = "Described as of {}; not a present-day service."


def hsds(material):
    records = [record for name in ("organisation", "network", "shelter") for record in material.of_kind(name)]
    key = material.key(records, "hsds")
    made = []

    def rows():
        if not made:
            made.append(Rows(material, records))
        return made[0]

    for name, give in (("organizations", Rows.organizations), ("services", Rows.services), ("service_at_locations", Rows.places),
                       ("taxonomies", lambda one: one.of["taxonomies"]), ("taxonomy_terms", lambda one: one.of["taxonomy_terms"])):  # fmt: skip
        yield File(f"{FOLDER}{name}.json", key, lambda give=give: as_json(give(rows())))
    for table in TABLES:
        yield File(f"{FOLDER}{table.path}", key, lambda table=table: as_csv(table, rows().of[table.name]))
    yield File(f"{FOLDER}datapackage.json", key, lambda: as_json(package(material)))


def uid(*parts):
    """An id for ever: the same parts give the same id."""
    return str(uuid.uuid5(SPACE, "/".join(parts)))


class Rows:
    """All rows by table, and nested objects made from them."""

    def __init__(self, material, records):
        self.material, self.labels = material, labels("en")
        self.of = defaultdict(list)
        self.known, self.linked = set(), defaultdict(list)
        for record in records:
            if record.kind.name != "shelter":
                self.organization(record)
        for record in records:
            current = record.entry.status == "current"
            if record.kind.name == "shelter" or getattr(record.entry, "services", ()) or current and getattr(record.entry, "contacts", ()):
                self.service(record)

    def add(self, table, row, *links):
        """Keep a row, without its empty fields; links: (table, id) of the rows that hold it in the JSON."""
        row = {name: value for name, value in row.items() if value not in (None, "", ())}
        self.of[table].append(row)
        for owner in links:
            self.linked[owner, table].append(row)
        return row

    # ------------------------------------------------------------------------------------------------------ organizations

    def organization(self, record):
        full, key = self.material.full(record), uid("organization", record.id)
        own = next((name["name"] for name in full.get("names", ())), None)
        parent = full.get("part_of")
        self.add("organizations", {
            "id": key, "name": full["titles"]["en"], "alternate_name": own, "description": described(full), "website": full.get("website"),
            "uri": full["urls"]["en"], "parent_organization_id": uid("organization", parent) if parent else None,
        })  # fmt: skip
        self.identified(record.id, key)
        self.filed(full, "organization", key)

    def identified(self, record_id, key):
        self.add("organization_identifiers", {
            "id": uid("identifier", record_id), "organization_id": key, "identifier_scheme": self.material.site, "identifier_type": "id in the hub",
            "identifier": record_id,
        }, ("organizations", key))  # fmt: skip

    def operator(self, full):
        """The id of the organization behind a service; a body without an entry gets a row that holds its name alone."""
        if full["kind"] != "shelter":
            return uid("organization", full["id"])
        if full.get("operator"):
            return uid("organization", full["operator"])
        name = full.get("operator_name", "Operator not stated")
        key = uid("operator", name)
        if key not in self.known:
            self.known.add(key)
            about = "Named as an operator; the hub has no entry on it." if "operator_name" in full else "The sources do not name the operator."
            self.add("organizations", {"id": key, "name": name, "description": about})
        return key

    # ----------------------------------------------------------------------------------------------------------- services

    def service(self, record):
        full, key = self.material.full(record), uid("service", record.id)
        current = full["status"] == "current"
        channels = [item for item in full.get("contacts", ()) if current and item["state"] != EXPIRED]
        unverified = any(item["state"] == UNVERIFIED for item in channels)
        checked = max((item["verified_on"] for item in channels if "verified_on" in item), default=None)
        alert = HISTORY.format(full["as_of"]) if not current else ALERT if unverified else None
        self.add("services", {
            "id": key, "organization_id": self.operator(full), "name": full["titles"]["en"], "description": described(full),
            "url": full.get("website") or full["urls"]["en"], "status": STATUS[full["status"]], "application_process": english(full, "referral_path"),
            "eligibility_description": english(full, "admission"), "assured_date": checked,
            "assurer_email": self.material.library.project.contact if checked else None, "alert": alert,
        })  # fmt: skip
        for number, item in enumerate(channels):
            self.channel(item, key, f"{record.id}/{number}")
        for code in full["countries"]:
            self.add("service_areas", {
                "id": uid("area", record.id, code), "service_id": key, "name": self.labels.country(code), "extent_type": "country",
                "uri": country_uri(code),
            }, ("services", key))  # fmt: skip
        place = uid("location", record.id)
        self.add("locations", {"id": place, "location_type": "virtual", "url": full.get("website") or full["urls"]["en"], "name": full["titles"]["en"],
                               "description": NO_PLACE})  # fmt: skip
        self.add("service_at_location", {"id": uid("at", record.id), "service_id": key, "location_id": place, "description": NO_PLACE}, ("services", key))
        self.filed(full, "service", key)

    def channel(self, item, service, name):
        """A line or mailbox; where it comes from stands beside it."""
        label = item.get("label", {}).get("en", "")
        state = f"Unverified: taken from {item['page']['url']} on {item['page']['taken_on']}." if item["state"] == UNVERIFIED else \
            f"Checked by a person on {item['verified_on']}."  # fmt: skip
        told = ". ".join(part for part in (label, item.get("note", {}).get("en"), state) if part)
        key = uid("channel", name, item["type"])
        if item["type"] in PHONES:
            self.add("phones", {"id": key, "service_id": service, "number": item["value"], "type": PHONES[item["type"]], "description": told}, ("services", service))
            for code in item.get("languages", ()):
                self.add("languages", {"id": uid("language", name, code), "phone_id": key, "name": self.labels.language_name(code), "code": code}, ("phones", key))
        else:
            self.add("contacts", {
                "id": key, "service_id": service, "title": told, "department": item["state"],
                "email": item["value"] if item["type"] == "email" else None,
            }, ("services", service))  # fmt: skip
        if "hours" in item:
            self.add("schedules", {"id": uid("schedule", name), "service_id": service, "description": f"{label}: {item['hours']['en']}"}, ("services", service))

    # --------------------------------------------------------------------------------------------------------- taxonomies

    def filed(self, full, entity, key):
        """The controlled terms of a row."""
        for name, field in FILED:
            value = full.get(field, ())
            for term in (value,) if isinstance(value, str) else value:
                term_id = self.term(name, term)
                self.add("attributes", {"id": uid("attribute", key, name, term), "link_id": key, "taxonomy_term_id": term_id, "link_type": name,
                                        "link_entity": entity}, (f"{entity}s", key))  # fmt: skip

    def term(self, name, term):
        key, taxonomy = uid("term", name, term), uid("taxonomy", name)
        known = vocabulary(name)
        if taxonomy not in self.known:
            self.known.add(taxonomy)
            self.add("taxonomies", {"id": taxonomy, "name": known.title, "description": f"The hub's vocabulary: {known.title}",
                                    "uri": self.material.api(f"vocabularies.ttl#{name}")})  # fmt: skip
        if key not in self.known:
            self.known.add(key)
            one = known.terms[term]
            self.add("taxonomy_terms", {
                "id": key, "code": f"{name}:{term}", "name": one.label, "description": one.definition or one.label, "taxonomy": known.title,
                "language": "en", "taxonomy_id": taxonomy, "term_uri": self.material.api(f"vocabularies.ttl#{name}.{term}"),
            })  # fmt: skip
        return key

    # ------------------------------------------------------------------------------------------------------------- nested

    def held(self, owner, key, *tables):
        """{table: rows} that an object holds; tables without rows are left out."""
        found = {table: self.linked.get(((owner, key), table), []) for table in tables}
        if "attributes" in found:
            found["attributes"] = [row | {"taxonomy_term": self.terms[row["taxonomy_term_id"]]} for row in found["attributes"]]
        return {table: rows for table, rows in found.items() if rows}

    @property
    def terms(self):
        return {row["id"]: row for row in self.of["taxonomy_terms"]}

    def organizations(self):
        offered = defaultdict(list)
        for row in self.of["services"]:
            offered[row["organization_id"]].append(self.whole_service(row))
        return [
            row | self.held("organizations", row["id"], "organization_identifiers", "attributes") | ({"services": offered[row["id"]]} if offered[row["id"]] else {})
            for row in self.of["organizations"]
        ]

    def whole_service(self, row):
        made = row | self.held("services", row["id"], "schedules", "service_areas", "contacts", "attributes")
        phones = [phone | self.held("phones", phone["id"], "languages") for phone in self.linked.get((("services", row["id"]), "phones"), ())]
        spots = [self.whole_place(spot) for spot in self.linked.get((("services", row["id"]), "service_at_location"), ())]
        return made | ({"phones": phones} if phones else {}) | {"service_at_locations": spots}

    def services(self):
        bodies = {row["id"]: row for row in self.of["organizations"]}
        return [self.whole_service(row) | {"organization": bodies[row["organization_id"]]} for row in self.of["services"]]

    def whole_place(self, row):
        return row | {"location": next(place for place in self.of["locations"] if place["id"] == row["location_id"])}

    def places(self):
        services = {row["id"]: row for row in self.of["services"]}
        return [self.whole_place(row) | {"service": services[row["service_id"]]} for row in self.of["service_at_location"]]


def described(full):
    history = "" if full["status"] == "current" else f" {HISTORY.format(full['as_of'])}"
    return full["summary"]["en"] + history


def english(full, field):
    return " ".join(fact["text"]["en"] for fact in full.get(field, ()))


def as_csv(table, rows):
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [name for name, _ in table.fields])
    writer.writeheader()
    writer.writerows({name: harmless(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode()


def package(material):
    """The data package of the tables, under HSDS' own names."""
    return {
        "name": "human_services_data", "title": f"{material.library.project.site_name}: HSDS 3, safe profile", "profile": "tabular-data-package",
        "version": material.as_of, "homepage": f"{material.site}api/", "licenses": [{"name": "CC-BY-SA-4.0", "path": LICENCE}],
        "resources": [table.described() for table in TABLES],
    }  # fmt: skip
