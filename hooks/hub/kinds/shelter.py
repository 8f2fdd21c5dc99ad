"""Accommodation for victims. There is no field for a street address, a photo or coordinates, and there never will be."""

from pydantic import Field

from hub.fields import Channel, Facts, Line, Name, Web, ref, term
from hub.kinds.entry import Entry, Kind


class Shelter(Entry):
    type: term("shelter_types") = Field(description="What sort of accommodation it is.")
    publication: term("publication") = Field(description="How much may be said of the place.")
    operator: ref("organisation") | None = Field(None, description="Who runs it, as an entry.")
    operator_name: Name | None = Field(None, description="An operator that has no entry yet.")
    area: Line | None = Field(None, description="Country part or region, only where the operator or a report publishes it.")
    target_groups: tuple[term("target_groups"), ...] = Field((), description="Whom it takes in.")
    forms: tuple[term("forms_of_exploitation"), ...] = Field((), description="Forms of exploitation it works with.")
    services: tuple[term("services"), ...] = Field((), description="Services it gives.")
    admission: Facts = Field((), description="Who can be admitted and on what condition.")
    capacity: Facts = Field((), description="How many people it can take.")
    staffing: Facts = Field((), description="Who works there and when.")
    help_given: Facts = Field((), description="The help in words, beyond the list of services.")
    referral_path: Facts = Field((), description="How a person gets there.")
    funding: Facts = Field((), description="Who pays.")
    length_of_stay: Facts = Field((), description="How long a person can stay.")
    history: Facts = Field((), description="Opened, moved to another operator, closed.")
    website: Web | None = Field(None, description="The operator's own public page.")
    contacts: tuple[Channel, ...] = Field((), description="The public first contact only.")


KIND = Kind("shelter", "contacts/shelters", "shelters", Shelter, review_months=12)
