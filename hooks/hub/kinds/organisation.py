"""An authority, unit, body or organisation."""

from pydantic import Field

from hub.fields import Channel, Facts, Name, Web, ref, term
from hub.kinds.entry import Entry, Kind


class Organisation(Entry):
    actor_type: term("actor_types") = Field(description="What sort of body it is.")
    roles: tuple[term("roles"), ...] = Field(min_length=1, description="Functions it has; at least one.")
    part_of: ref("organisation") | None = Field(None, description="The body it belongs to, as an entry.")
    parent_name: Name | None = Field(None, description="A parent body that has no entry yet, in its own language.")
    predecessor: tuple[ref("organisation"), ...] = Field((), description="What it replaced, as entries.")
    target_groups: tuple[term("target_groups"), ...] = Field((), description="Whom it serves.")
    services: tuple[term("services"), ...] = Field((), description="Services it gives.")
    tasks: Facts = Field((), description="What it does.")
    works_with: Facts = Field((), description="Whom it works with.")
    reporting: Facts = Field((), description="To whom it reports.")
    limits: Facts = Field((), description="What it does not do; read before you call.")
    history: Facts = Field((), description="Set up, renamed, merged.")
    website: Web | None = Field(None, description="Its own website.")
    contacts: tuple[Channel, ...] = Field((), description="Public lines and function mailboxes, each with the page it was taken from.")


KIND = Kind("organisation", "contacts/organisations", "organisations", Organisation, review_months=12)
