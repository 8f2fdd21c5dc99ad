"""HSDS 3 under the safe profile: held against models of the project's own, which allow no field that could say where a place is."""

import json
from typing import Annotated, Literal
from uuid import UUID

import pytest
from pydantic import AnyUrl, BaseModel, ConfigDict, Field, TypeAdapter

Uri = AnyUrl
Some = Annotated[str, Field(min_length=1)]


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: UUID


class TaxonomyTerm(Row):
    code: Some
    name: Some
    description: Some
    taxonomy: Some
    language: str
    taxonomy_id: UUID
    term_uri: Uri


class Attribute(Row):
    link_id: UUID
    taxonomy_term_id: UUID
    link_type: str
    link_entity: Literal["organization", "service"]
    taxonomy_term: TaxonomyTerm


class Identifier(Row):
    organization_id: UUID
    identifier_scheme: str
    identifier_type: str
    identifier: Some


class Language(Row):
    phone_id: UUID
    name: Some
    code: Some


class Phone(Row):
    service_id: UUID
    number: Some
    type: Literal["voice", "text"]
    description: Some
    languages: list[Language] = []


class Contact(Row):
    """Without the field `name`: no person is named."""

    service_id: UUID
    title: Some
    department: Literal["verified", "unverified"]
    email: Some | None = None


class Schedule(Row):
    service_id: UUID
    description: Some


class Area(Row):
    service_id: UUID
    name: Some
    extent_type: Literal["country"]
    uri: Uri | None = None


class Location(Row):
    location_type: Literal["virtual"]
    url: Uri
    name: Some
    description: Some


class Place(Row):
    service_id: UUID
    location_id: UUID
    description: Some
    location: Location


class Organization(Row):
    name: Some
    alternate_name: Some | None = None
    description: Some
    website: Uri | None = None
    uri: Uri | None = None
    parent_organization_id: UUID | None = None
    organization_identifiers: list[Identifier] = []
    attributes: list[Attribute] = []


class Service(Row):
    organization_id: UUID
    name: Some
    description: Some
    url: Uri
    status: Literal["active", "inactive", "defunct"]
    application_process: Some | None = None
    eligibility_description: Some | None = None
    assured_date: Some | None = None
    assurer_email: Some | None = None
    alert: Some | None = None
    phones: list[Phone] = []
    contacts: list[Contact] = []
    schedules: list[Schedule] = []
    service_areas: list[Area] = []
    service_at_locations: list[Place]
    attributes: list[Attribute] = []
    organization: Organization | None = None


class WholeOrganization(Organization):
    services: list[Service] = []


class WholePlace(Place):
    service: Service | dict


def read(site, name):
    return json.loads((site / "api/v1/hsds" / f"{name}.json").read_bytes())


@pytest.mark.parametrize(("name", "model"), [("organizations", WholeOrganization), ("services", Service), ("service_at_locations", WholePlace)])
def test_fits_the_safe_profile(site, name, model):
    assert len(TypeAdapter(list[model]).validate_python(read(site, name))) > 40


def test_history_has_no_contacts_and_the_unverified_say_so(site):
    for service in read(site, "services"):
        if service["status"] != "active":
            assert not service.get("phones") and not service.get("contacts") and not service.get("schedules") and service["alert"]
        for phone in service.get("phones", ()):
            assert "Unverified" in phone["description"] or "Checked by a person on" in phone["description"]
        for contact in service.get("contacts", ()):
            assert contact["department"] == "verified" or "Unverified" in contact["title"]


def test_expired_lines_are_not_there(mini_site):
    (service,) = [one for one in read(mini_site, "services") if one["name"] == "Agency of Examples"]
    assert [phone["number"] for phone in service["phones"]] == ["+47 22 33 44 55"]
    assert [contact["email"] for contact in service["contacts"]] == ["info@agency.example.org"]
    assert service["assured_date"] == "2026-10-15"


def test_every_shelter_is_a_service_without_a_place(site):
    shelters = json.loads((site / "api/v1/shelter.json").read_bytes())
    names = {service["name"] for service in read(site, "services")}
    assert {shelter["titles"]["en"] for shelter in shelters} <= names
    text = (site / "api/v1/hsds/services.json").read_text("utf-8")
    for word in ('"address', '"latitude"', '"longitude"', '"physical"', '"capacity"'):
        assert word not in text
