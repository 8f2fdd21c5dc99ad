"""The tables of the HSDS data package: the part of HSDS 3 that the safe profile fills."""

from dataclasses import dataclass

STRING, DATE = "string", "date"


@dataclass(frozen=True, slots=True)
class HsdsTable:
    """name: of the rows. resource: HSDS' singular name. fields: ((name, type)). needed: fields that every row has. keys: {field: resource it points to}."""

    name: str
    resource: str
    fields: tuple
    needed: tuple
    keys: dict

    @property
    def path(self):
        return f"{self.name}.csv"

    def described(self):
        fields = [
            {"name": name, "type": kind, "constraints": {"required": name in self.needed, "unique": name == "id"}} for name, kind in self.fields
        ]
        keys = [{"fields": field, "reference": {"resource": resource, "fields": "id"}} for field, resource in self.keys.items()]
        schema = {"fields": fields, "primaryKey": "id"} | ({"foreignKeys": keys} if keys else {})
        return {"name": self.resource, "path": self.path, "profile": "tabular-data-resource", "format": "csv", "encoding": "utf-8", "schema": schema}


def table(name, resource, fields, needed, **keys):
    typed = tuple((field, DATE if field == "assured_date" else STRING) for field in fields.split())
    return HsdsTable(name, resource, typed, ("id", *needed.split()), keys)


TABLES = (
    table("organizations", "organization", "id name alternate_name description website uri parent_organization_id", "name description"),
    table("organization_identifiers", "organization_identifier", "id organization_id identifier_scheme identifier_type identifier",
          "organization_id identifier_type identifier", organization_id="organization"),
    table("services", "service", "id organization_id name description url status application_process eligibility_description assured_date "
          "assurer_email alert", "organization_id name status", organization_id="organization"),
    table("service_at_location", "service_at_location", "id service_id location_id description", "service_id location_id",
          service_id="service", location_id="location"),
    table("locations", "location", "id location_type url name description", "location_type"),
    table("phones", "phone", "id service_id number type description", "number", service_id="service"),
    table("contacts", "contact", "id service_id title department email", "", service_id="service"),
    table("languages", "language", "id phone_id name code", "", phone_id="phone"),
    table("schedules", "schedule", "id service_id description", "", service_id="service"),
    table("service_areas", "service_area", "id service_id name extent_type uri", "", service_id="service"),
    table("attributes", "attribute", "id link_id taxonomy_term_id link_type link_entity", "link_id taxonomy_term_id link_entity",
          taxonomy_term_id="taxonomy_term"),
    table("taxonomies", "taxonomy", "id name description uri", "name description"),
    table("taxonomy_terms", "taxonomy_term", "id code name description taxonomy language taxonomy_id term_uri", "name description", taxonomy_id="taxonomy"),
)  # fmt: skip
