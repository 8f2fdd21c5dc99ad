"""A network, task force or expert group: existing, past or proposed."""

from pydantic import Field

from hub.fields import Channel, Facts, Name, Period, Web, ref
from hub.kinds.entry import Entry, Kind


class Network(Entry):
    period: Period | None = None
    members: tuple[ref("organisation", "network"), ...] = Field((), description="Members that have entries.")
    member_names: tuple[Name, ...] = Field((), description="Members that have no entry yet.")
    membership: Facts = Field((), description="Who takes part.")
    mandate: Facts = Field((), description="What it is for and on what it rests.")
    secretariat: Facts = ()
    work: Facts = Field((), description="What it has done or is to do.")
    history: Facts = ()
    predecessor: tuple[ref("network"), ...] = ()
    website: Web | None = None
    contacts: tuple[Channel, ...] = ()


KIND = Kind("network", "contacts/networks", "networks", Network, review_months=12)
