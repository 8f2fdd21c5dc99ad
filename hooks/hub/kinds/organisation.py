"""An authority, unit, body or organisation."""

from pydantic import Field

from hub.fields import Channel, Facts, Name, Web, ref, term
from hub.kinds.entry import Entry, Kind


class Organisation(Entry):
    actor_type: term("actor_types")
    roles: tuple[term("roles"), ...] = Field(min_length=1)
    part_of: ref("organisation") | None = None
    parent_name: Name | None = Field(None, description="A parent body that has no entry yet, in its own language.")
    predecessor: tuple[ref("organisation"), ...] = ()
    target_groups: tuple[term("target_groups"), ...] = ()
    services: tuple[term("services"), ...] = ()
    tasks: Facts = Field((), description="What it does.")
    works_with: Facts = ()
    reporting: Facts = Field((), description="To whom it reports.")
    limits: Facts = Field((), description="What it does not do; read before you call.")
    history: Facts = ()
    website: Web | None = None
    contacts: tuple[Channel, ...] = ()


KIND = Kind("organisation", "contacts/organisations", "organisations", Organisation, review_months=12)
